//! What the site says to machines, held against the specifications.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use grounds_export::bundle::Bundle;
use grounds_export::site;
use serde_json::Value;

use crate::{build, fixture};

fn files(bundle: &Bundle) -> BTreeMap<String, String> {
    let files = site::render(bundle).expect("a site").into_iter();
    files
        .map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8")))
        .collect()
}

/// The structured data of a page.
fn data(page: &str) -> Value {
    let (_, rest) = page
        .split_once("<script type=\"application/ld+json\">")
        .expect("data");
    let (json, _) = rest.split_once("</script>").expect("its end");
    serde_json::from_str(json).expect("JSON")
}

/// The contents of an element, wherever it stands.
fn contents<'a>(xml: &'a str, element: &str) -> Vec<&'a str> {
    let (start, end) = (format!("<{element}>"), format!("</{element}>"));
    let parts: Vec<&str> = xml.split(start.as_str()).skip(1).collect();
    parts
        .into_iter()
        .filter_map(|part| part.split(end.as_str()).next())
        .collect()
}

#[test]
fn an_article_is_a_medical_page_with_its_review_and_citations() {
    let files = files(&build(&fixture("rich")));
    let data = data(&files["articles/needling.html"]);
    assert_eq!(data["@context"], "https://schema.org");
    assert_eq!(data["@type"], "MedicalWebPage");
    assert_eq!(
        data["url"],
        "https://example.org/needling/articles/needling.html"
    );
    assert_eq!(data["lastReviewed"], "2026-11-22");
    assert_eq!(
        data["reviewedBy"]["@type"], "Organization",
        "an evidence team"
    );
    let cited = data["citation"].as_array().expect("a list");
    assert!(
        cited
            .iter()
            .any(|work| work["creativeWorkStatus"] == "Retracted")
    );
    for work in cited {
        assert!(["ScholarlyArticle", "WebPage"].contains(&work["@type"].as_str().expect("a type")));
        assert!(work["name"].is_string(), "{work}");
    }
}

#[test]
fn a_study_is_part_of_an_issue_of_a_volume_of_a_journal() {
    let files = files(&build(&fixture("rich")));
    let data = data(&files["studies/full-2018.html"]);
    assert_eq!(data["@type"], "ScholarlyArticle");
    assert_eq!(data["datePublished"], "2018-10");
    assert_eq!(
        (&data["pageStart"], &data["pageEnd"]),
        (&"211".into(), &"216".into())
    );
    assert_eq!(data["identifier"]["value"], "10.1000/hair(18)<1>");
    let issue = &data["isPartOf"];
    assert_eq!(
        (&issue["@type"], &issue["issueNumber"]),
        (&"PublicationIssue".into(), &"4".into())
    );
    let volume = &issue["isPartOf"];
    assert_eq!(volume["volumeNumber"], "11");
    assert_eq!(volume["isPartOf"]["name"], "Journal of Hair");
}

#[test]
fn a_claim_says_where_it_appears_and_that_it_is_speculative() {
    let files = files(&build(&fixture("rich")));
    let adds = data(&files["claims/adds.html"]);
    assert_eq!(adds["@type"], "Claim");
    let places = adds["appearance"].as_array().expect("a list");
    assert_eq!(
        places[0]["url"],
        "https://example.org/needling/articles/clinicians.html#claim-adds-1"
    );
    let wakes = data(&files["claims/wakes.html"]);
    assert!(
        wakes["text"]
            .as_str()
            .expect("a text")
            .starts_with("[speculative] ")
    );
}

#[test]
fn a_study_has_the_tags_that_google_scholar_reads() {
    let files = files(&build(&fixture("rich")));
    let page = &files["studies/full-2018.html"];
    for tag in [
        "<meta name=\"citation_author\" content=\"van der Berg, Jan Piet\">",
        "<meta name=\"citation_publication_date\" content=\"2018/10\">",
        "<meta name=\"citation_journal_title\" content=\"Journal of Hair\">",
        "<meta name=\"citation_firstpage\" content=\"211\">",
        "<meta name=\"citation_lastpage\" content=\"216\">",
        "<meta name=\"citation_issn\" content=\"0974-2077\">",
        "<meta name=\"citation_doi\" content=\"10.1000/hair(18)&lt;1&gt;\">",
    ] {
        assert!(page.contains(tag), "{tag} in {page}");
    }
}

#[test]
fn addresses_of_the_site_are_given_only_where_they_are_known() {
    let mut bundle = build(&fixture("rich"));
    let known = files(&bundle);
    let canonical = "<link rel=\"canonical\" href=\"https://example.org/needling/about.html\">";
    assert!(known["about.html"].contains(canonical));
    assert!(known["robots.txt"].ends_with("Sitemap: https://example.org/needling/sitemap.xml\n"));
    assert!(
        !known["404.html"].contains("canonical"),
        "an address that is none has none"
    );
    bundle.base_url = None;
    let unknown = files(&bundle);
    for path in ["sitemap.xml", "feed.xml"] {
        assert!(
            known.contains_key(path) && !unknown.contains_key(path),
            "{path}"
        );
    }
    for (path, text) in &unknown {
        assert!(
            !text.contains("canonical") && !text.contains("og:url"),
            "{path}"
        );
    }
    assert_eq!(unknown["robots.txt"], "User-agent: *\nDisallow:\n");
}

#[test]
fn the_sitemap_lists_every_page_once() {
    let files = files(&build(&fixture("rich")));
    let listed = contents(&files["sitemap.xml"], "loc");
    let unique: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(unique.len(), listed.len());
    let is_page = |path: &&String| {
        path.rsplit('.').next() == Some("html")
            && !["404.html", "search.html"].contains(&path.as_str())
    };
    let pages: BTreeSet<String> = files
        .keys()
        .filter(is_page)
        .map(|path| match path.as_str() {
            "index.html" => "https://example.org/needling/".to_owned(),
            path => format!("https://example.org/needling/{path}"),
        })
        .collect();
    assert!(pages.iter().map(String::as_str).eq(unique));
}

/// RFC 4287, section 4.1: a feed and each entry has one id, one title and one date; an id is an
/// address that stays; a date is one of RFC 3339; the feed's author is that of its entries.
#[test]
fn the_feed_has_what_atom_asks_for() {
    let mut bundle = build(&fixture("rich"));
    for (day, claim) in (1..).zip(&mut bundle.claims) {
        let review = grounds_export::bundle::Review {
            by: "A & B <c>".to_owned(),
            on: format!("2026-10-{day:02}"),
            due: "2027-10-01".to_owned(),
            change: Some("a < b".to_owned()),
        };
        Arc::make_mut(claim).review = Some(review);
    }
    let files = files(&bundle);
    let feed = &files["feed.xml"];
    let (head, entries) = feed.split_once("<entry>").expect("entries");
    for one in ["id", "title", "updated", "name"] {
        assert_eq!(contents(head, one).len(), 1, "{one}");
    }
    assert!(head.contains("<link rel=\"self\" href=\"https://example.org/needling/feed.xml\"/>"));
    let dates = contents(feed, "updated");
    let is_date = |date: &str| date.len() == 20 && date.ends_with("T00:00:00Z");
    assert!(dates.iter().all(|date| is_date(date)), "{dates:?}");
    assert_eq!(dates[0], dates[1], "the feed is as new as its newest entry");
    assert!(dates[1..].is_sorted_by(|a, b| a >= b), "the newest first");
    let ids: BTreeSet<&str> = contents(feed, "id").into_iter().collect();
    assert_eq!(ids.len(), bundle.claims.len() + 1, "no id twice");
    for entry in entries.split("<entry>") {
        for one in ["id", "title", "updated", "summary"] {
            assert_eq!(contents(entry, one).len(), 1, "{one} in {entry}");
        }
    }
    assert!(feed.contains("reviewed by A &amp; B &lt;c&gt;"), "{feed}");
    assert!(feed.contains("<title>[speculative] "), "{feed}");
}

#[test]
fn references_lead_nowhere_but_to_the_web() {
    let mut bundle = build(&fixture("rich"));
    for study in &mut bundle.studies {
        let study = Arc::make_mut(study);
        study.report.url = Some("javascript:alert(1)".to_owned());
        study.report.doi = Some("no doi".to_owned());
    }
    let files = files(&bundle);
    for (path, text) in files
        .iter()
        .filter(|(path, _)| path.starts_with("references/needling."))
    {
        assert!(
            !text.contains("javascript:") && !text.contains("no doi"),
            "{path}: {text}"
        );
    }
}

/// The format of RIS: each line a tag of two signs, two blanks, a hyphen and a blank; `TY` first, `ER` last.
#[test]
fn ris_is_lines_of_tags() {
    let files = files(&build(&fixture("rich")));
    let ris = &files["references/needling.ris"];
    let mut open = false;
    for line in ris.split("\r\n").filter(|line| !line.is_empty()) {
        let (tag, value) = line.split_at(6);
        let signs = tag[..2]
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        assert!(signs && tag.ends_with("  - "), "{line}");
        assert_eq!(tag.starts_with("TY"), !open, "{line}");
        open = !tag.starts_with("ER");
        assert!(open != value.is_empty(), "{line}");
    }
    assert!(!open, "the last reference ends");
}

/// The list of CSL-JSON: every item has an id and a type; dates are lists of one to three numbers.
#[test]
fn csl_json_has_what_processors_ask_for() {
    let files = files(&build(&fixture("rich")));
    let items: Vec<Value> = serde_json::from_str(&files["references/needling.json"]).expect("JSON");
    assert_eq!(items.len(), 4);
    for item in &items {
        assert!(item["id"].is_string() && item["type"].is_string(), "{item}");
        if let Some(parts) = item.pointer("/issued/date-parts/0") {
            let parts = parts.as_array().expect("a list");
            assert!(
                (1..=3).contains(&parts.len()) && parts.iter().all(Value::is_u64),
                "{item}"
            );
        }
        for author in item["author"].as_array().into_iter().flatten() {
            assert!(
                author["family"].is_string() != author["literal"].is_string(),
                "{author}"
            );
        }
    }
}

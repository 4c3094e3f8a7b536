//! Structured data for search engines: JSON-LD with the terms of schema.org.
//!
//! An article is a `MedicalWebPage`, a claim a `Claim`, a study's report a `ScholarlyArticle`.
//! Nothing is said here that the page does not say; a speculative claim is named as such.

use serde_json::{Map, Value, json};

use super::works::{Format, Works};
use super::{base_url, doi, page_range};
use crate::bundle::terms::{Basis, ReportType};
use crate::bundle::{Article, Claim, Name, Report, Study};
use crate::site::index::Index;
use crate::site::{evidence, url};

/// The data of an article's page.
pub(in crate::site) fn article(index: &Index, works: &Works, article: &Article) -> String {
    let mut data = of_type("MedicalWebPage");
    let path = format!("articles/{}.html", url::page(&article.slug));
    put(
        &mut data,
        "url",
        base_url(index).map(|base| format!("{base}{path}")),
    );
    put(&mut data, "name", Some(&article.title));
    put(&mut data, "description", article.description.as_ref());
    put(&mut data, "inLanguage", Some(&article.language));
    put(&mut data, "datePublished", article.published.as_ref());
    let changed = article.updated.as_ref().or(article.published.as_ref());
    put(&mut data, "dateModified", changed);
    if let Some(review) = &article.review {
        put(&mut data, "lastReviewed", Some(&review.on));
        data.insert("reviewedBy".to_owned(), person_or_group(&review.by));
    }
    let authors: Vec<Value> = article
        .authors
        .iter()
        .map(|name| person_or_group(name))
        .collect();
    if !authors.is_empty() {
        data.insert("author".to_owned(), Value::Array(authors));
    }
    let cited = article.references.iter();
    let cited = cited.filter_map(|it| works.get(index, Format::JsonLd, &it.study));
    citing(data, cited)
}

/// The data of a claim's page.
pub(in crate::site) fn claim(index: &Index, works: &Works, claim: &Claim) -> String {
    let mut data = of_type("Claim");
    let base = base_url(index);
    let address = |path: String| base.as_ref().map(|base| format!("{base}{path}"));
    put(
        &mut data,
        "url",
        address(format!("claims/{}.html", url::page(&claim.id))),
    );
    let label = match claim.basis {
        Basis::Speculative => "[speculative] ",
        Basis::Evidence => "",
    };
    put(
        &mut data,
        "text",
        Some(format!("{label}{}", claim.statement)),
    );
    put(&mut data, "abstract", Some(evidence::summary(index, claim)));
    put(
        &mut data,
        "dateModified",
        claim.review.as_ref().map(|review| &review.on),
    );
    let appearances: Vec<Value> = claim
        .used_in
        .iter()
        .filter_map(|place| {
            let page = url::page(&place.article);
            let address = address(format!("articles/{page}.html#{}", place.anchor))?;
            Some(json!({ "@type": "WebPage", "url": address }))
        })
        .collect();
    if !appearances.is_empty() {
        data.insert("appearance".to_owned(), Value::Array(appearances));
    }
    let cited = claim.evidence.iter();
    let cited = cited.filter_map(|line| works.get(index, Format::JsonLd, &line.study));
    citing(data, cited)
}

/// The data of a study's page.
pub(in crate::site) fn study(study: &Study) -> String {
    let mut data = Map::new();
    data.insert("@context".to_owned(), json!("https://schema.org"));
    data.extend(scholarly(study));
    text(data)
}

/// The work that reports a study, as those who cite it have it.
pub(super) fn work(study: &Study) -> String {
    text(scholarly(study))
}

fn scholarly(study: &Study) -> Map<String, Value> {
    let report = &study.report;
    let mut work = Map::new();
    work.insert("@type".to_owned(), json!(kind(report.kind)));
    put(&mut work, "name", Some(&report.title));
    put(&mut work, "headline", Some(&report.title));
    let authors: Vec<Value> = report.author.iter().map(author).collect();
    if !authors.is_empty() {
        work.insert("author".to_owned(), Value::Array(authors));
    }
    put(&mut work, "datePublished", report.issued.as_ref());
    if let Some(whole) = container(report) {
        work.insert("isPartOf".to_owned(), whole);
    }
    put(&mut work, "pagination", report.page.as_ref());
    if let (first, Some(last)) = report.page.as_deref().map_or(("", None), page_range) {
        put(&mut work, "pageStart", Some(first));
        put(&mut work, "pageEnd", Some(last));
    }
    if let Some(doi) = doi(report) {
        work.insert(
            "identifier".to_owned(),
            json!({ "@type": "PropertyValue", "propertyID": "DOI", "value": doi }),
        );
        put(&mut work, "sameAs", Some(url::of_doi(doi)));
    }
    if study.standing.retracted {
        put(&mut work, "creativeWorkStatus", Some("Retracted"));
    }
    work
}

/// The type of schema.org for a kind of report.
fn kind(kind: ReportType) -> &'static str {
    match kind {
        ReportType::Book => "Book",
        ReportType::Chapter => "Chapter",
        ReportType::Dataset => "Dataset",
        ReportType::Report => "Report",
        ReportType::Thesis => "Thesis",
        ReportType::Webpage => "WebPage",
        ReportType::Article | ReportType::ArticleJournal | ReportType::PaperConference => {
            "ScholarlyArticle"
        }
    }
}

/// What a report is a part of: an issue of a volume of a journal, as far as they are known.
fn container(report: &Report) -> Option<Value> {
    let title = report.container_title.as_ref()?;
    if report.kind != ReportType::ArticleJournal {
        return Some(json!({ "@type": "CreativeWork", "name": title }));
    }
    let mut whole = json!({ "@type": "Periodical", "name": title });
    if let Some(issn) = &report.issn {
        whole["issn"] = json!(issn);
    }
    if let Some(volume) = &report.volume {
        whole = json!({ "@type": "PublicationVolume", "volumeNumber": volume, "isPartOf": whole });
    }
    if let Some(issue) = &report.issue {
        whole = json!({ "@type": "PublicationIssue", "issueNumber": issue, "isPartOf": whole });
    }
    Some(whole)
}

fn author(name: &Name) -> Value {
    match name {
        Name::Group(group) => json!({ "@type": "Organization", "name": group.literal }),
        Name::Person(person) => {
            let mut data = Map::new();
            data.insert("@type".to_owned(), json!("Person"));
            let particle = person.non_dropping_particle.as_deref();
            let parts = [person.given.as_deref(), particle, Some(&person.family)];
            let parts: Vec<&str> = parts.into_iter().flatten().collect();
            put(&mut data, "name", Some(parts.join(" ")));
            Value::Object(data)
        }
    }
}

/// Whom a record names by one text: a group where a word of the name is one of groups, else a person.
fn person_or_group(name: &str) -> Value {
    const GROUPS: [&str; 24] = [
        "academy",
        "agency",
        "association",
        "board",
        "center",
        "centre",
        "clinic",
        "college",
        "committee",
        "department",
        "desk",
        "editors",
        "foundation",
        "group",
        "hospital",
        "institute",
        "network",
        "office",
        "organisation",
        "organization",
        "panel",
        "society",
        "team",
        "university",
    ];
    let name_of_group = name
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| GROUPS.contains(&word.to_lowercase().as_str()));
    let kind = if name_of_group {
        "Organization"
    } else {
        "Person"
    };
    json!({ "@type": kind, "name": name })
}

fn of_type(name: &str) -> Map<String, Value> {
    let mut data = Map::new();
    data.insert("@context".to_owned(), json!("https://schema.org"));
    data.insert("@type".to_owned(), json!(name));
    data
}

fn put(data: &mut Map<String, Value>, name: &str, value: Option<impl AsRef<str>>) {
    if let Some(value) = value {
        data.insert(name.to_owned(), json!(value.as_ref()));
    }
}

/// The data as text that can stand in a `script` element: no `<` can end it.
fn text(data: Map<String, Value>) -> String {
    let json = Value::Object(data).to_string();
    let mut text = String::with_capacity(json.len());
    let mut rest = json.as_str();
    let stops = |byte| matches!(byte, b'<' | b'>' | b'&');
    while let Some(at) = rest.bytes().position(stops) {
        text.push_str(&rest[..at]);
        text.push_str(match rest.as_bytes()[at] {
            b'<' => "\\u003c",
            b'>' => "\\u003e",
            _ => "\\u0026",
        });
        rest = &rest[at + 1..];
    }
    text + rest
}

/// The data, which has other fields, with the works that are cited as its last field.
fn citing<'a>(data: Map<String, Value>, mut works: impl Iterator<Item = &'a str>) -> String {
    let mut text = text(data);
    let Some(first) = works.next() else {
        return text;
    };
    text.pop();
    text.push_str(",\"citation\":[");
    text.push_str(first);
    for work in works {
        text.push(',');
        text.push_str(work);
    }
    text + "]}"
}

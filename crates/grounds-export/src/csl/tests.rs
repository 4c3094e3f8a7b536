//! The traps of the CSL processor, each with its test.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use citationberg::json::{DateValue, FixedDateRange, Item, Value};
use grounds_model::{Key, Report};
use hayagriva::archive::ArchivedStyle;
use serde_json::json;

use super::style::{Style, StyleError};
use crate::bundle::{Form, FormattedReference};

fn no_file(_: &str) -> io::Result<String> {
    Err(io::ErrorKind::NotFound.into())
}

fn load(name: &str) -> Result<Arc<Style>, StyleError> {
    Style::load(name, "en", &no_file)
}

/// The reference of a full report in which some fields are changed or, with `null`, taken away.
fn reference(style: &str, changes: &serde_json::Value) -> FormattedReference {
    let mut report = json!({
        "type": "article-journal",
        "title": "Needling and hair",
        "author": [
            { "family": "Kumar", "given": "Muriki K." },
            { "family": "Inamadar", "given": "Arun" }
        ],
        "issued": "2018-10-15",
        "container-title": "Journal of Hair",
        "volume": "11",
        "issue": "4",
        "page": "211-216"
    });
    for (name, value) in changes.as_object().unwrap() {
        if value.is_null() {
            report.as_object_mut().unwrap().remove(name);
        } else {
            report[name] = value.clone();
        }
    }
    let report: Report = serde_json::from_value(report).unwrap();
    load(style)
        .unwrap()
        .format(&Key::new("kumar-2018").unwrap(), &report)
        .unwrap()
}

fn ama(changes: &serde_json::Value) -> String {
    reference("american-medical-association", changes).text
}

#[test]
fn styles_that_drop_authors_are_refused() {
    for name in [
        "vancouver",
        "nlm-citation-sequence",
        "vancouver-superscript",
    ] {
        let error = load(name).unwrap_err();
        assert!(matches!(error, StyleError::DropsAuthors), "{name}: {error}");
        assert!(
            error.to_string().contains("american-medical-association"),
            "{error}"
        );
    }
}

#[test]
fn styles_without_references_are_refused() {
    assert!(matches!(
        load("alphanumeric"),
        Err(StyleError::NoBibliography)
    ));
}

#[test]
fn every_other_built_in_style_names_the_author_first_and_no_number() {
    let mut sound = 0;
    for style in ArchivedStyle::all() {
        let name = style.names()[0];
        if load(name).is_err() {
            continue;
        }
        sound += 1;
        let text = reference(name, &json!({})).text;
        assert!(text.to_lowercase().contains("kumar"), "{name}: {text}");
        assert!(text.starts_with(char::is_alphabetic), "{name}: {text}");
    }
    assert!(sound > 70, "only {sound} styles work");
}

#[test]
fn the_processor_has_room_for_a_style_as_deep_as_it_may_be() {
    let part = "<text variable=\"title\"/>";
    let nested = format!("{}{part}{}", "<group>".repeat(90), "</group>".repeat(90));
    let next = |i: usize| format!("<macro name=\"m{i}\"><text macro=\"m{}\"/></macro>", i + 1);
    let chain: String = (0..47).map(next).collect();
    let chain = format!("{chain}<macro name=\"m47\">{part}</macro>");
    for (macros, layout) in [("", nested.as_str()), (&chain, "<text macro=\"m0\"/>")] {
        let xml = format!(
            "<style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"in-text\" version=\"1.0\">\
             <info><title>T</title><id>t</id><updated>2026-11-27T00:00:00+00:00</updated></info>{macros}\
             <citation><layout>{part}</layout></citation>\
             <bibliography><layout><names variable=\"author\"/>{layout}</layout></bibliography></style>"
        );
        Style::load("deep.csl", "en", &|_| Ok(xml.clone())).expect("a style");
    }
}

#[test]
fn an_unknown_style_is_answered_with_near_ones_that_work() {
    let error = load("american-medical-asociation").unwrap_err().to_string();
    assert!(error.contains("`american-medical-association`"), "{error}");
    let error = load("springer-vancouver-brackets").unwrap_err().to_string();
    assert!(
        error.contains("`springer-vancouver`") && !error.contains("`vancouver`"),
        "{error}"
    );
    let error = load("zzz").unwrap_err().to_string();
    assert!(error.contains("`bmj`"), "{error}");
}

#[test]
fn the_styles_that_the_messages_name_work() {
    for name in [
        "american-medical-association",
        "bmj",
        "elsevier-vancouver",
        "the-lancet",
        "plos",
        "apa",
    ] {
        assert!(load(name).is_ok(), "{name}");
    }
}

#[test]
fn a_reference_is_runs_of_plain_text() {
    let formatted = reference(
        "american-medical-association",
        &json!({ "title": "Risk < 1 & <b>bold</b>", "DOI": "10.1000/a<b>" }),
    );
    assert_eq!(
        formatted.text,
        "Kumar MK, Inamadar A. Risk < 1 & <b>bold</b>. Journal of Hair. \
         2018;11(4):211-216. doi:10.1000/a<b>"
    );
    let texts: Vec<&str> = formatted.runs.iter().map(|run| run.text.as_str()).collect();
    assert_eq!(texts.concat(), formatted.text);
    assert_eq!(formatted.runs[1].text, "Journal of Hair");
    assert_eq!(formatted.runs[1].form, [Form::Italic]);
    assert!(formatted.runs.last().unwrap().url.is_some());
}

#[test]
fn a_range_of_dates_is_an_error_and_no_panic() {
    let range = DateValue::Raw {
        raw: "2018-01-01/2018-02-01".parse::<FixedDateRange>().unwrap(),
        literal: None,
        season: None,
    };
    let item = Item(BTreeMap::from([
        ("id".to_owned(), Value::String("ranged".to_owned())),
        (
            "type".to_owned(),
            Value::String("article-journal".to_owned()),
        ),
        ("title".to_owned(), Value::String("Ranged".to_owned())),
        ("issued".to_owned(), Value::Date(range)),
    ]));
    let error = load("american-medical-association")
        .unwrap()
        .format_item(&item)
        .unwrap_err();
    assert_eq!(error.to_string(), "it could not be applied to `ranged`");
}

#[test]
fn dates_are_as_precise_as_they_are_known() {
    let apa = |issued| reference("apa", &json!({ "issued": issued })).text;
    assert!(apa(json!("2018")).contains("(2018)"));
    assert!(apa(json!("2018-10")).contains("(2018)"));
    assert!(apa(json!(null)).contains("(n.d.)"));
    let ieee = |issued| reference("ieee", &json!({ "issued": issued })).text;
    assert!(ieee(json!("2018-10")).contains("Oct. 2018"));
    assert!(!ieee(json!("2018")).contains("Jan"));
}

#[test]
fn serials_are_printed_as_they_are() {
    for page in ["adv00247", "e8-e17", "12-A-34", "007", "S1-S4"] {
        let text = ama(&json!({ "page": page }));
        assert!(
            text.ends_with(&format!(":{page}.")) || text.ends_with(&format!(":{page}")),
            "{text}"
        );
    }
    for volume in ["12-A-34", "11 Suppl 1", "2018-10"] {
        let text = ama(&json!({ "volume": volume, "issue": null }));
        assert!(text.contains(&format!(";{volume}:")), "{text}");
    }
    assert!(ama(&json!({ "issue": "3-4" })).contains("(3-4)"));
}

#[test]
fn plain_pages_are_set_as_the_style_asks() {
    assert!(ama(&json!({})).contains(":211-216"));
    assert!(
        reference("the-lancet", &json!({}))
            .text
            .contains(": 211\u{2013}6")
    );
    assert!(reference("apa", &json!({})).text.contains("211\u{2013}216"));
}

#[test]
fn what_ends_in_a_stop_gets_no_other() {
    let titled = |title: &str| ama(&json!({ "title": title }));
    assert!(titled("Does it work?").contains("Does it work? Journal"));
    assert!(titled("It works!").contains("It works! Journal"));
    assert!(titled("A trial by Needles Inc.").contains("Needles Inc. Journal"));
    // What a title says within is its own.
    assert!(titled("Hair ... and after").contains("Hair ... and after. Journal"));
    assert!(titled("Why .net?").contains("Why .net? Journal"));
    let doi = reference(
        "american-medical-association",
        &json!({ "DOI": "10.1000/a..b" }),
    );
    assert!(doi.text.ends_with("10.1000/a..b"), "{}", doi.text);
}

#[test]
fn names_come_out_right() {
    let authors = |author| {
        let text = ama(&json!({ "author": author }));
        text.split(". Needling").next().unwrap().to_owned()
    };
    let berg = json!({ "family": "Berg", "given": "Jan Piet", "non-dropping-particle": "van der" });
    assert_eq!(authors(json!([berg])), "van der Berg JP");
    assert_eq!(
        authors(json!([{ "family": "van der Berg", "given": "Jan" }])),
        "van der Berg J"
    );
    assert_eq!(
        authors(json!([{ "family": "De Luca", "given": "Ada" }])),
        "De Luca A"
    );
    assert_eq!(
        authors(json!([{ "family": "King", "given": "M", "suffix": "Jr" }])),
        "King M Jr"
    );
    assert_eq!(
        authors(json!([{ "family": "O'Brien-Smith", "given": "Jean-Luc" }])),
        "O'Brien-Smith JL"
    );
    assert_eq!(authors(json!([{ "family": "Dhurat" }])), "Dhurat");
    assert_eq!(
        authors(json!([{ "literal": "The COSMIC Study Group" }])),
        "The COSMIC Study Group"
    );
    assert!(ama(&json!({ "author": null })).starts_with("Needling and hair. "));
}

#[test]
fn a_style_of_the_set_is_read_and_tried() {
    let style = |layout: &str| {
        format!(
            r#"<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
              <info><title>House style</title><id>house</id><updated>2026-01-01T00:00:00Z</updated></info>
              <citation><layout><text variable="citation-number"/></layout></citation>
              <bibliography><layout>{layout}</layout></bibliography></style>"#
        )
    };
    let named = style(r#"<names variable="author"/><text variable="title" prefix=", "/>"#);
    let loaded = Style::load("styles/house.csl", "en", &|path| {
        assert_eq!(path, "styles/house.csl");
        Ok(named.clone())
    });
    assert_eq!(loaded.unwrap().title(), "House style");

    let nameless = style(r#"<text variable="title"/>"#);
    let refused = Style::load("house.csl", "en", &|_| Ok(nameless.clone()));
    assert!(matches!(refused, Err(StyleError::DropsAuthors)));
    let malformed = Style::load("house.csl", "en", &|_| Ok("<style>".to_owned()));
    assert!(matches!(malformed, Err(StyleError::Malformed(_))));
    assert!(matches!(load("house.csl"), Err(StyleError::Unreadable(_))));
    for outside in [
        "../house.csl",
        "/etc/house.csl",
        "a/../../house.csl",
        "C:\\house.csl",
    ] {
        assert!(
            matches!(load(outside), Err(StyleError::Outside)),
            "{outside}"
        );
    }
}

#[test]
fn a_doi_that_ends_in_a_quotation_mark_is_a_link() {
    for doi in ["10.1000/a", "10.1000/a'", "10.1000/\"a\""] {
        let reference = reference("american-medical-association", &json!({ "DOI": doi }));
        let url = format!("https://doi.org/{doi}");
        let links = reference
            .runs
            .iter()
            .filter(|run| run.url.as_ref() == Some(&url));
        assert_eq!(links.count(), 1, "{reference:?}");
        assert!(reference.text.contains(doi), "{reference:?}");
    }
}

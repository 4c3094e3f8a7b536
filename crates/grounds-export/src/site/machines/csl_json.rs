//! References as CSL-JSON, the data format of the Citation Style Language 1.0.2, which Zotero,
//! Pandoc and other reference managers read.

use serde_json::{Map, Value, json};

use super::{date_parts, doi, web_address};
use crate::bundle::{Name, Study};

/// What is around the items of a list.
const LIST: [&str; 2] = ["[\n", "\n]"];

/// Items as a CSL-JSON list.
pub(super) fn list(items: &[&str]) -> String {
    let [before, after] = LIST;
    [before, &items.join(",\n"), after, "\n"].concat()
}

/// A study as an item of a list.
pub(super) fn item(study: &Study) -> String {
    let [before, after] = LIST;
    let list = serde_json::to_string_pretty(&[fields(study)]).expect("plain JSON");
    let item = list
        .strip_prefix(before)
        .and_then(|list| list.strip_suffix(after));
    item.map_or(list.as_str(), |item| item).to_owned()
}

fn fields(study: &Study) -> Value {
    let report = &study.report;
    let mut item = Map::new();
    item.insert("id".to_owned(), json!(study.key));
    item.insert("type".to_owned(), json!(report.kind));
    item.insert("title".to_owned(), json!(report.title));
    if !report.author.is_empty() {
        let authors: Vec<Value> = report.author.iter().map(name).collect();
        item.insert("author".to_owned(), Value::Array(authors));
    }
    let issued = report.issued.as_deref().map(date_parts);
    if let Some(issued) = issued.filter(|parts| !parts.is_empty()) {
        item.insert("issued".to_owned(), json!({ "date-parts": [issued] }));
    }
    let (doi, address) = (doi(report).map(str::to_owned), web_address(report));
    let fields = [
        ("container-title", &report.container_title),
        ("publisher", &report.publisher),
        ("volume", &report.volume),
        ("issue", &report.issue),
        ("page", &report.page),
        ("language", &report.language),
        ("DOI", &doi),
        ("PMID", &report.pmid),
        ("PMCID", &report.pmcid),
        ("ISSN", &report.issn),
        ("ISBN", &report.isbn),
        ("URL", &address),
    ];
    for (field, value) in fields {
        if let Some(value) = value {
            item.insert(field.to_owned(), json!(value));
        }
    }
    Value::Object(item)
}

fn name(name: &Name) -> Value {
    match name {
        Name::Group(group) => json!({ "literal": group.literal }),
        Name::Person(person) => {
            let mut fields = Map::new();
            fields.insert("family".to_owned(), json!(person.family));
            let rest = [
                ("given", &person.given),
                ("suffix", &person.suffix),
                ("non-dropping-particle", &person.non_dropping_particle),
            ];
            for (field, value) in rest {
                if let Some(value) = value {
                    fields.insert(field.to_owned(), json!(value));
                }
            }
            Value::Object(fields)
        }
    }
}

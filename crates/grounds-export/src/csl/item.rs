//! A report as the CSL processor wants it.

use std::collections::BTreeMap;

use citationberg::json::{
    DateValue, Item, LiteralName, NameItem, NameValue, Value, VecDate, VecDateRange,
};
use grounds_model::{Name, PartialDate, PersonName, Report, ReportType, Text};

use super::serial;

/// The item `id` for `report`.
pub(super) fn item(id: &str, report: &Report) -> Item {
    let mut fields = BTreeMap::new();
    let mut put = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            fields.insert(name.to_owned(), Value::String(value));
        }
    };
    let text = |text: Option<&Text>| text.map(ToString::to_string);
    put("id", Some(id.to_owned()));
    put("type", Some(kind(report.kind).to_owned()));
    put("title", Some(report.title.to_string()));
    put("container-title", text(report.container_title.as_ref()));
    put("publisher", text(report.publisher.as_deref()));
    put(
        "volume",
        report
            .volume
            .as_ref()
            .map(|label| serial::number(label.as_str())),
    );
    put(
        "issue",
        report
            .issue
            .as_ref()
            .map(|label| serial::number(label.as_str())),
    );
    put(
        "page",
        report
            .page
            .as_ref()
            .map(|label| serial::pages(label.as_str())),
    );
    put("language", text(report.language.as_deref()));
    put("DOI", text(report.doi.as_ref()));
    put("PMID", report.pmid.as_ref().map(ToString::to_string));
    put("PMCID", text(report.pmcid.as_deref()));
    put("ISSN", text(report.issn.as_deref()));
    put("ISBN", text(report.isbn.as_deref()));
    put("URL", text(report.url.as_deref()));
    if !report.author.is_empty() {
        let names = report.author.iter().map(name).collect();
        fields.insert("author".to_owned(), Value::Names(names));
    }
    if let Some(issued) = report.issued {
        fields.insert("issued".to_owned(), Value::Date(date(issued)));
    }
    Item(fields)
}

/// One date, never two: the processor panics on a range.
fn date(date: PartialDate) -> DateValue {
    let parts = [
        Some(date.year()),
        date.month().map(i16::from),
        date.day().map(i16::from),
    ];
    DateValue::DateParts {
        date_parts: VecDateRange(vec![VecDate(parts.into_iter().flatten().collect())]),
        literal: None,
        season: None,
        circa: false,
    }
}

fn name(name: &Name) -> NameValue {
    match name {
        Name::Group(group) => NameValue::Literal(LiteralName {
            literal: group.literal.to_string(),
        }),
        Name::Person(person) => NameValue::Item(person_name(person)),
    }
}

// Without a particle of its own, the processor would take the family name apart and demote what
// looks like one: `van der Berg` became `Berg J van der`. The author's word is kept together.
fn person_name(person: &PersonName) -> NameItem {
    let particle = person
        .non_dropping_particle
        .as_ref()
        .map(ToString::to_string);
    let family = person.family.as_str();
    let (particle, family) = match (particle, family.split_once(' ')) {
        (None, Some((first, rest))) => (Some(first.to_owned()), rest.trim_start()),
        (particle, _) => (particle, family),
    };
    NameItem {
        family: family.to_owned(),
        given: person.given.as_ref().map(ToString::to_string),
        non_dropping_particle: particle,
        dropping_particle: None,
        suffix: person.suffix.as_ref().map(ToString::to_string),
        comma_suffix: None,
    }
}

fn kind(kind: ReportType) -> &'static str {
    match kind {
        ReportType::ArticleJournal => "article-journal",
        ReportType::Article => "article",
        ReportType::Book => "book",
        ReportType::Chapter => "chapter",
        ReportType::PaperConference => "paper-conference",
        ReportType::Report => "report",
        ReportType::Thesis => "thesis",
        ReportType::Dataset => "dataset",
        ReportType::Webpage => "webpage",
    }
}

//! References as RIS, the tagged format of reference managers: two letters, two blanks, a hyphen
//! and a blank before each value, `TY` first and `ER` last, and lines that end as on Windows.

use std::fmt::Write as _;

use super::{date_parts, doi, page_range, web_address};
use crate::bundle::terms::ReportType;
use crate::bundle::{Name, Study};

/// A study as an entry.
pub(super) fn entry(study: &Study) -> String {
    let mut text = String::new();
    let report = &study.report;
    // A line is a value: no line break may stand in one.
    let mut put = |tag: &str, value: &str| {
        let value: Vec<&str> = value.split_whitespace().collect();
        write!(text, "{tag}  - {}\r\n", value.join(" "))
            .expect("writing to a string does not fail");
    };
    put("TY", kind(report.kind));
    put("ID", &study.key);
    put("TI", &report.title);
    for author in &report.author {
        put("AU", &name(author));
    }
    if let Some(issued) = &report.issued {
        let parts = date_parts(issued);
        if let Some(year) = parts.first() {
            put("PY", &format!("{year:04}"));
            let two = |at: usize| parts.get(at).map_or(String::new(), |n| format!("{n:02}"));
            put("DA", &format!("{year:04}/{}/{}/", two(1), two(2)));
        }
    }
    let (first, last) = report.page.as_deref().map(page_range).unzip();
    let address = web_address(report);
    let fields = [
        ("T2", report.container_title.as_deref()),
        ("PB", report.publisher.as_deref()),
        ("VL", report.volume.as_deref()),
        ("IS", report.issue.as_deref()),
        ("SP", first),
        ("EP", last.flatten()),
        ("LA", report.language.as_deref()),
        ("SN", report.issn.as_deref().or(report.isbn.as_deref())),
        ("DO", doi(report)),
        ("AN", report.pmid.as_deref()),
        ("C2", report.pmcid.as_deref()),
        ("UR", address.as_deref()),
    ];
    for (tag, value) in fields {
        if let Some(value) = value {
            put(tag, value);
        }
    }
    text.push_str("ER  - \r\n\r\n");
    text
}

fn kind(kind: ReportType) -> &'static str {
    match kind {
        ReportType::ArticleJournal => "JOUR",
        ReportType::Article => "UNPB",
        ReportType::Book => "BOOK",
        ReportType::Chapter => "CHAP",
        ReportType::PaperConference => "CPAPER",
        ReportType::Report => "RPRT",
        ReportType::Thesis => "THES",
        ReportType::Dataset => "DATA",
        ReportType::Webpage => "ELEC",
    }
}

/// `Family, Given, Suffix`; a group's name as it is.
fn name(name: &Name) -> String {
    match name {
        Name::Group(group) => group.literal.clone(),
        Name::Person(person) => {
            let particle = person.non_dropping_particle.as_deref();
            let family = particle.map_or_else(
                || person.family.clone(),
                |particle| format!("{particle} {}", person.family),
            );
            let parts = [Some(family), person.given.clone(), person.suffix.clone()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
    }
}

//! References as BibTeX, in UTF-8, with what TeX would take as a command escaped.

use std::fmt::Write as _;

use super::{date_parts, doi, page_range, web_address};
use crate::bundle::terms::ReportType;
use crate::bundle::{Name, Study};

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// A study as an entry.
pub(super) fn entry(study: &Study) -> String {
    let report = &study.report;
    let mut text = format!("@{}{{{},\n", kind(report.kind), study.key);
    let mut put = |field: &str, value: Option<&str>| put_field(&mut text, field, value);
    let tex = |value: &Option<String>| value.as_deref().map(escaped);
    // Braces in braces keep the capitals of the title.
    put("title", Some(&format!("{{{}}}", escaped(&report.title))));
    let authors: Vec<String> = report.author.iter().map(name).collect();
    put(
        "author",
        (!authors.is_empty())
            .then(|| authors.join(" and "))
            .as_deref(),
    );
    let date = report.issued.as_deref().map(date_parts).unwrap_or_default();
    put("year", date.first().map(ToString::to_string).as_deref());
    let month = date
        .get(1)
        .and_then(|&month| MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?));
    if let Some(month) = month {
        // A macro of BibTeX, not a text.
        writeln!(text, "  month = {month},").expect("writing to a string does not fail");
    }
    let mut put = |field: &str, value: Option<&str>| put_field(&mut text, field, value);
    put(
        container(report.kind),
        tex(&report.container_title).as_deref(),
    );
    put(publisher(report.kind), tex(&report.publisher).as_deref());
    put("volume", tex(&report.volume).as_deref());
    put("number", tex(&report.issue).as_deref());
    let pages = report.page.as_deref().map(|pages| match page_range(pages) {
        (first, Some(last)) => format!("{}--{}", escaped(first), escaped(last)),
        (whole, None) => escaped(whole),
    });
    put("pages", pages.as_deref());
    put("issn", tex(&report.issn).as_deref());
    put("isbn", tex(&report.isbn).as_deref());
    put("doi", doi(report).map(verbatim).as_deref());
    put("pmid", tex(&report.pmid).as_deref());
    put("pmcid", tex(&report.pmcid).as_deref());
    let address = web_address(report);
    put("url", address.as_deref().map(verbatim).as_deref());
    text.push_str("}\n");
    text
}

fn put_field(text: &mut String, field: &str, value: Option<&str>) {
    if let Some(value) = value {
        writeln!(text, "  {field} = {{{value}}},").expect("writing to a string does not fail");
    }
}

/// Who published a work of this kind, by the field that BibTeX has for it.
fn publisher(kind: ReportType) -> &'static str {
    match kind {
        ReportType::Report => "institution",
        ReportType::Thesis => "school",
        _ => "publisher",
    }
}

fn kind(kind: ReportType) -> &'static str {
    match kind {
        ReportType::ArticleJournal => "article",
        ReportType::Article => "unpublished",
        ReportType::Book => "book",
        ReportType::Chapter => "incollection",
        ReportType::PaperConference => "inproceedings",
        ReportType::Report => "techreport",
        ReportType::Thesis => "phdthesis",
        ReportType::Dataset | ReportType::Webpage => "misc",
    }
}

fn container(kind: ReportType) -> &'static str {
    match kind {
        ReportType::ArticleJournal => "journal",
        ReportType::Chapter | ReportType::PaperConference => "booktitle",
        _ => "howpublished",
    }
}

fn name(name: &Name) -> String {
    match name {
        // In braces, so that no word of it is taken for a family name.
        Name::Group(group) => format!("{{{}}}", escaped(&group.literal)),
        Name::Person(person) => {
            let particle = person.non_dropping_particle.as_deref();
            let family = match particle {
                Some(particle) => format!("{particle} {}", person.family),
                None => person.family.clone(),
            };
            let parts = [Some(family), person.suffix.clone(), person.given.clone()];
            let parts: Vec<String> = parts
                .into_iter()
                .flatten()
                .map(|part| part_of_name(&part))
                .collect();
            parts.join(", ")
        }
    }
}

/// A part of a name; in braces, where BibTeX would part it.
fn part_of_name(part: &str) -> String {
    let parted = part.contains(',') || part.split_whitespace().any(|word| word == "and");
    let part = escaped(part);
    if parted { format!("{{{part}}}") } else { part }
}

/// Text in which nothing is a command of TeX, and braces stand in pairs.
fn escaped(text: &str) -> String {
    let mut tex = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => tex.extend(['\\', c]),
            '{' => tex.push_str("\\{"),
            '}' => tex.push_str("\\}"),
            '\\' => tex.push_str("\\textbackslash{}"),
            '~' => tex.push_str("\\textasciitilde{}"),
            '^' => tex.push_str("\\textasciicircum{}"),
            _ if c.is_whitespace() || c.is_control() => tex.push(' '),
            _ => tex.push(c),
        }
    }
    tex
}

/// An address as it is, but for what would end the field.
fn verbatim(address: &str) -> String {
    address
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .map(|c| match c {
            '{' => "%7B".to_owned(),
            '}' => "%7D".to_owned(),
            '\\' => "%5C".to_owned(),
            _ => c.to_string(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_part_of_a_name_is_taken_for_another() {
        let person = |family: &str, given: &str| {
            Name::Person(crate::bundle::PersonName {
                family: family.to_owned(),
                given: Some(given.to_owned()),
                suffix: None,
                non_dropping_particle: None,
                orcid: None,
            })
        };
        assert_eq!(name(&person("Köhler", "Anders")), "Köhler, Anders");
        assert_eq!(
            name(&person("Marks and Spencer", "M.")),
            "{Marks and Spencer}, M."
        );
        assert_eq!(name(&person("Smith, PhD", "A_b")), "{Smith, PhD}, A\\_b");
    }

    #[test]
    fn nothing_is_left_for_tex_to_do() {
        assert_eq!(
            escaped("50 % & {a} \\input $x_1^2$ ~\n"),
            "50 \\% \\& \\{a\\} \\textbackslash{}input \\$x\\_1\\textasciicircum{}2\\$ \\textasciitilde{} "
        );
        assert_eq!(verbatim("10.1/a{b}\\c d"), "10.1/a%7Bb%7D%5Ccd");
    }
}

//! The end of the report for a person: what was read, found, measured and left unchecked, and
//! what the run comes to.

use std::collections::BTreeMap;

use annotate_snippets::renderer::{
    DEFAULT_EMPHASIS_STYLE, DEFAULT_ERROR_STYLE, DEFAULT_NOTE_STYLE, DEFAULT_WARNING_STYLE, Style,
};

use crate::render::{concise, summary, visible};
use crate::{Report, Severity, Unchecked};

/// More lines than this about what was not checked would bury the rest.
const UNCHECKED_LINES: usize = 20;

/// Renders the end of a report.
pub(super) fn render(report: &Report, colour: bool) -> String {
    let mut lines = Vec::new();
    if let Some(omitted) = summary::omitted(report) {
        lines.push(format!(
            "… and {omitted}; --max-diagnostics raises the limit\n"
        ));
    }
    for (heading, block) in blocks(report) {
        let headings = std::iter::once(heading).chain(std::iter::repeat(""));
        lines.extend(headings.zip(block).map(|(heading, line)| {
            let padded = format!("{heading:12}");
            painted(&padded, DEFAULT_EMPHASIS_STYLE, colour) + &line
        }));
    }
    let (title, says) = summary::verdict(report);
    let style = match title {
        "error" => DEFAULT_ERROR_STYLE,
        "warning" => DEFAULT_WARNING_STYLE,
        _ => DEFAULT_NOTE_STYLE,
    };
    lines.push(format!(
        "\n{}{}\n",
        painted(title, style, colour),
        painted(&format!(": {says}"), DEFAULT_EMPHASIS_STYLE, colour)
    ));
    lines.join("\n")
}

/// Headings, each with its lines; one without lines is not shown.
fn blocks(report: &Report) -> [(&'static str, Vec<String>); 6] {
    let kinds: Vec<String> = report
        .read
        .iter()
        .map(|&(kind, count)| summary::counted_plural(count, kind))
        .collect();
    let read = if kinds.is_empty() {
        "nothing".to_owned()
    } else {
        kinds.join(", ")
    };
    let suppressed =
        (report.suppressed > 0).then(|| summary::counted(report.suppressed, "finding"));
    [
        ("read", vec![format!("{read}, as of {}", report.as_of)]),
        ("found", found(report)),
        ("checks", vec![summary::checks(report.checks())]),
        (
            "measured",
            report.measures.iter().map(summary::measure).collect(),
        ),
        ("suppressed", suppressed.into_iter().collect()),
        ("unchecked", unchecked(&report.unchecked)),
    ]
}

/// How much each rule found, in order of its name, errors first.
fn found(report: &Report) -> Vec<String> {
    let mut counts: BTreeMap<(&str, std::cmp::Reverse<Severity>), usize> = BTreeMap::new();
    for entry in &report.entries {
        let key = (entry.diagnostic.rule, std::cmp::Reverse(entry.severity));
        *counts.entry(key).or_default() += 1;
    }
    let counted: Vec<(String, &str)> = counts
        .into_iter()
        .map(|((rule, severity), count)| {
            (summary::counted(count, concise::level(severity.0)), rule)
        })
        .collect();
    let width = counted
        .iter()
        .map(|(count, _)| count.len())
        .max()
        .unwrap_or(0);
    let mut lines: Vec<String> = counted
        .iter()
        .map(|(count, rule)| format!("{count:width$}  {rule}"))
        .collect();
    lines.extend(summary::omitted(report));
    lines
}

fn unchecked(unchecked: &[Unchecked]) -> Vec<String> {
    let mut lines: Vec<String> = unchecked
        .iter()
        .take(UNCHECKED_LINES)
        .map(|Unchecked { what, why }| visible::one_line(&format!("{what}: {why}")))
        .collect();
    if unchecked.len() > UNCHECKED_LINES {
        lines.push(format!("… and {} more", unchecked.len() - UNCHECKED_LINES));
    }
    lines
}

fn painted(text: &str, style: Style, colour: bool) -> String {
    if colour {
        format!("{style}{text}{style:#}")
    } else {
        text.to_owned()
    }
}

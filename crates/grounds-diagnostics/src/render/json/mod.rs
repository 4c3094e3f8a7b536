//! The report as one JSON document: everything that was found, with every place spelled out.

mod document;

pub use document::{
    Counts, Diagnostic, Document, Edit, Fix, Format, Label, Measure, Omitted, Point, Rule, Span,
    Unchecked,
};

use crate::{Entry, Place, Report, Severity, Sources, fingerprints};

/// Renders a report as a JSON document: that of [`document`], indented.
pub fn render(report: &Report, sources: &Sources) -> String {
    let json = serde_json::to_string_pretty(&document(report, sources))
        .expect("a document has only string keys and finite numbers");
    json + "\n"
}

/// The document that [`render`] writes.
pub fn document(report: &Report, sources: &Sources) -> Document {
    let (errors, warnings) = report.omitted;
    let fingerprints = fingerprints(&report.entries, sources);
    Document {
        format: Format::V1,
        version: report.version.to_owned(),
        as_of: report.as_of.clone(),
        root: sources.root().to_owned(),
        verdict: report.verdict(),
        counts: Counts {
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            omitted: Omitted { errors, warnings },
            suppressed: report.suppressed,
        },
        read: report
            .read
            .iter()
            .map(|&(kind, count)| (kind.to_owned(), count))
            .collect(),
        checks: report.checks(),
        measures: measures(report),
        unchecked: unchecked(report),
        rules: rules(report),
        diagnostics: report
            .entries
            .iter()
            .zip(fingerprints)
            .map(|(entry, fingerprint)| diagnostic(entry, fingerprint, sources))
            .collect(),
    }
}

pub(super) fn measures(report: &Report) -> Vec<Measure> {
    report
        .measures
        .iter()
        .map(|measure| Measure {
            name: measure.name.to_owned(),
            part: measure.part,
            whole: measure.whole,
            unit: measure.unit.clone(),
            percent: measure.per_mille().map(|share| f64::from(share) / 10.0),
        })
        .collect()
}

fn unchecked(report: &Report) -> Vec<Unchecked> {
    report
        .unchecked
        .iter()
        .map(|unchecked| Unchecked {
            what: unchecked.what.clone(),
            why: unchecked.why.clone(),
        })
        .collect()
}

fn rules(report: &Report) -> Vec<Rule> {
    report
        .rules
        .iter()
        .map(|(rule, tally)| Rule {
            id: rule.id.to_owned(),
            summary: rule.summary.to_owned(),
            default: rule.default,
            checks: *tally,
        })
        .collect()
}

fn diagnostic(entry: &Entry, fingerprint: String, sources: &Sources) -> Diagnostic {
    let diagnostic = &entry.diagnostic;
    let label = |label: &crate::Label| Label {
        span: span(label.place, sources),
        text: label.text.clone(),
    };
    Diagnostic {
        rule: diagnostic.rule.to_owned(),
        severity: entry.severity,
        message: diagnostic.message.clone(),
        fingerprint,
        primary: label(&diagnostic.primary),
        secondary: diagnostic.secondary.iter().map(label).collect(),
        notes: diagnostic.notes.clone(),
        help: diagnostic.help.clone(),
        fix: diagnostic.fix.as_ref().map(|fix| Fix {
            title: fix.title.clone(),
            edits: fix
                .edits
                .iter()
                .map(|edit| Edit {
                    span: span(Place::new(fix.file, edit.range.clone()), sources),
                    replacement: edit.replacement.clone(),
                })
                .collect(),
        }),
    }
}

fn span(place: Place, sources: &Sources) -> Span {
    let point = |byte| {
        let at = sources.get(place.file).line_column(byte);
        Point {
            byte,
            line: at.line,
            column: at.column,
        }
    };
    Span {
        path: sources.shown_path(place.file),
        start: point(place.start),
        end: point(place.end),
    }
}

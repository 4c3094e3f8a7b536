//! SARIF 2.1.0: for code scanning.
//!
//! Sections are those of the specification, OASIS Standard, 27 March 2020.

mod log;
mod uri;

use self::log::{
    ArtifactChange, ArtifactLocation, Configuration, Descriptor, Driver, Fix, Invocation, Location,
    Log, Message, MultiformatText, Notification, PhysicalLocation, Region, Replacement, Result,
    Run, RunProperties, Tags, Text, Tool,
};
use super::json;
use crate::{
    Diagnostic, Entry, FileId, Label, Place, Report, RuleInfo, Severity, Sources, fingerprints,
};

/// A longer text is not repeated as the snippet of a region.
const LONGEST_SNIPPET: usize = 2000;

/// Renders a report as a SARIF log with one run.
pub fn render(report: &Report, sources: &Sources) -> String {
    let log = Log::new(run(report, sources));
    let json =
        serde_json::to_string_pretty(&log).expect("a log has only string keys and finite numbers");
    json + "\n"
}

fn run<'a>(report: &'a Report, sources: &'a Sources) -> Run<'a> {
    let results = report
        .entries
        .iter()
        .zip(fingerprints(&report.entries, sources))
        .map(|(entry, fingerprint)| result(entry, fingerprint, report, sources))
        .collect();
    Run {
        tool: Tool {
            driver: Driver {
                name: "grounds",
                version: report.version,
                rules: report
                    .rules
                    .iter()
                    .map(|(rule, _)| descriptor(rule))
                    .collect(),
            },
        },
        invocations: [Invocation {
            execution_successful: true,
            tool_execution_notifications: report
                .unchecked
                .iter()
                .map(|unchecked| Notification {
                    level: "note",
                    message: Text {
                        text: format!("not checked: {}: {}", unchecked.what, unchecked.why),
                    },
                })
                .collect(),
        }],
        original_uri_base_ids: log::BaseIds::here(),
        results,
        column_kind: "unicodeCodePoints",
        properties: properties(report),
    }
}

fn properties(report: &Report) -> RunProperties {
    let (errors, warnings) = report.omitted;
    RunProperties {
        as_of: report.as_of.clone(),
        verdict: report.verdict(),
        checks: report.checks(),
        measures: json::measures(report),
        suppressed: report.suppressed,
        omitted: json::Omitted { errors, warnings },
    }
}

fn descriptor(rule: &RuleInfo) -> Descriptor<'_> {
    let group = rule.id.split('/').next().unwrap_or(rule.id);
    Descriptor {
        id: rule.id,
        name: pascal_case(rule.id),
        short_description: Text {
            text: format!("{}.", rule.summary),
        },
        full_description: Text {
            text: format!("{}.", rule.summary),
        },
        help: MultiformatText {
            text: rule.docs,
            markdown: rule.docs,
        },
        default_configuration: Configuration {
            enabled: rule.default.is_some(),
            level: level(rule.default.unwrap_or(Severity::Warning)),
        },
        properties: Tags { tags: [group] },
    }
}

fn result<'a>(
    entry: &'a Entry,
    fingerprint: String,
    report: &Report,
    sources: &'a Sources,
) -> Result<'a> {
    let diagnostic = &entry.diagnostic;
    Result {
        rule_id: diagnostic.rule,
        rule_index: report
            .rules
            .binary_search_by_key(&diagnostic.rule, |(rule, _)| rule.id)
            .ok(),
        level: level(entry.severity),
        message: Text {
            text: message(diagnostic),
        },
        locations: [location(None, &diagnostic.primary, sources)],
        related_locations: (0..)
            .zip(&diagnostic.secondary)
            .map(|(id, label)| location(Some(id), label, sources))
            .collect(),
        partial_fingerprints: log::Fingerprints { v1: fingerprint },
        fixes: diagnostic
            .fix
            .iter()
            .map(|fix| self::fix(fix, sources))
            .collect(),
    }
}

/// What a diagnostic says, without its labels, which are at their places.
fn message(diagnostic: &Diagnostic) -> String {
    let notes = diagnostic.notes.iter().map(|note| format!("note: {note}"));
    let help = diagnostic.help.iter().map(|help| format!("help: {help}"));
    let lines: Vec<String> = [diagnostic.message.clone()]
        .into_iter()
        .chain(notes)
        .chain(help)
        .collect();
    lines.join("\n")
}

fn location<'a>(id: Option<usize>, label: &'a Label, sources: &'a Sources) -> Location<'a> {
    Location {
        id,
        physical: PhysicalLocation {
            artifact_location: artifact(label.place.file, sources),
            region: region(label.place, sources),
        },
        message: (!label.text.is_empty()).then_some(Message { text: &label.text }),
    }
}

fn fix<'a>(fix: &'a crate::Fix, sources: &'a Sources) -> Fix<'a> {
    let replacements = fix
        .edits
        .iter()
        .map(|edit| Replacement {
            deleted_region: region(Place::new(fix.file, edit.range.clone()), sources),
            inserted_content: Message {
                text: &edit.replacement,
            },
        })
        .collect();
    Fix {
        description: Message { text: &fix.title },
        artifact_changes: [ArtifactChange {
            artifact_location: artifact(fix.file, sources),
            replacements,
        }],
    }
}

fn artifact(file: FileId, sources: &Sources) -> ArtifactLocation {
    let (uri, relative) = uri::of_path(&sources.shown_path(file));
    ArtifactLocation {
        uri,
        uri_base_id: relative.then_some(log::BASE),
    }
}

/// A place, by lines and columns and by bytes (section 3.30).
fn region(place: Place, sources: &Sources) -> Region<'_> {
    let source = sources.get(place.file);
    let (start, end) = (
        source.line_column(place.start),
        source.line_column(place.end),
    );
    let text = sources.text(place);
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
        byte_offset: place.start,
        byte_length: place.end.saturating_sub(place.start),
        snippet: (!text.is_empty() && text.len() <= LONGEST_SNIPPET).then_some(Message { text }),
    }
}

fn level(severity: Severity) -> &'static str {
    super::concise::level(severity)
}

/// `claim/no-evidence` as `ClaimNoEvidence`, the form that section 3.49.7 advises.
fn pascal_case(id: &str) -> String {
    id.split(['/', '-'])
        .flat_map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            [first.to_ascii_uppercase(), rest.to_owned()]
        })
        .collect()
}

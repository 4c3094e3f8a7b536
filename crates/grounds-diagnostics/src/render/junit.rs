//! JUnit XML: for CI systems that show tests.
//!
//! A rule is a suite. It has a case for each file in which it found something, or one case if
//! it found nothing, so that a clean run is not a run of no tests. Errors fail their case;
//! warnings, which JUnit does not know, are the output of a case that passes.

use std::collections::BTreeMap;

use quick_junit::{NonSuccessKind, Property, TestCase, TestCaseStatus, TestSuite, XmlString};

use super::{concise, summary, visible};
use crate::{Entry, FileId, Report, Severity, Sources, Tally, Verdict};

/// Renders a report as JUnit XML.
pub fn render(report: &Report, sources: &Sources) -> String {
    let mut found: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in &report.entries {
        found.entry(entry.diagnostic.rule).or_default().push(entry);
    }
    let mut xml = quick_junit::Report::new("grounds");
    xml.add_test_suite(run(report));
    for (rule, tally) in &report.rules {
        let entries = found.remove(rule.id).unwrap_or_default();
        xml.add_test_suite(suite(rule.id, *tally, &entries, sources));
    }
    for (rule, entries) in found {
        xml.add_test_suite(suite(rule, Tally::default(), &entries, sources));
    }
    xml.to_string()
        .expect("XML is written to memory, from strings without forbidden characters")
}

/// A suite for the run as a whole, so that what is left out or not checked is seen.
fn run(report: &Report) -> TestSuite {
    let (_, says) = summary::verdict(report);
    let mut status = match (report.verdict(), report.omitted) {
        (_, (1.., _)) => TestCaseStatus::non_success(NonSuccessKind::Failure),
        (Verdict::NothingCompared, _) => TestCaseStatus::skipped(),
        _ => TestCaseStatus::success(),
    };
    status.set_message(text(&summary::omitted(report).unwrap_or(says)));
    let mut case = TestCase::new("run", status);
    case.set_classname("grounds");
    let mut lines = vec![format!("checks: {}", summary::checks(report.checks()))];
    lines.extend(report.measures.iter().map(summary::measure));
    lines.extend(
        report
            .unchecked
            .iter()
            .map(|unchecked| format!("not checked: {}: {}", unchecked.what, unchecked.why)),
    );
    case.set_system_out(text(&lines.join("\n")));
    let mut suite = TestSuite::new("grounds");
    suite.add_property(Property::new("version", report.version));
    suite.add_property(Property::new("as-of", text(&report.as_of)));
    suite.add_test_case(case);
    suite
}

fn suite(rule: &str, tally: Tally, entries: &[&Entry], sources: &Sources) -> TestSuite {
    let mut suite = TestSuite::new(rule);
    for (name, count) in [
        ("passed", tally.passed),
        ("failed", tally.failed),
        ("indeterminate", tally.indeterminate),
        ("not-run", tally.not_run),
    ] {
        suite.add_property(Property::new(name, count.to_string()));
    }
    for file in entries.chunk_by(|a, b| file(a) == file(b)) {
        suite.add_test_case(case(rule, file, sources));
    }
    if entries.is_empty() {
        let mut status = match tally {
            // What failed is suppressed, or left out of the report.
            Tally { failed: 1.., .. } | Tally { passed: 0, .. } => TestCaseStatus::skipped(),
            _ => TestCaseStatus::success(),
        };
        status.set_message(summary::checks(tally));
        let mut case = TestCase::new("all files", status);
        case.set_classname(rule);
        suite.add_test_case(case);
    }
    suite
}

/// What one rule found in one file.
fn case(rule: &str, entries: &[&Entry], sources: &Sources) -> TestCase {
    let all: Vec<String> = entries
        .iter()
        .map(|entry| description(entry, sources))
        .collect();
    let mut errors = entries
        .iter()
        .filter(|entry| entry.severity == Severity::Error);
    let first = errors.next();
    let mut status = match first {
        Some(_) => TestCaseStatus::non_success(NonSuccessKind::Failure),
        None => TestCaseStatus::success(),
    };
    if let Some(error) = first {
        let more = match errors.count() {
            0 => String::new(),
            more => format!(" (and {})", summary::counted(more, "more error")),
        };
        status
            .set_type(rule)
            .set_message(text(&(error.diagnostic.message.clone() + &more)))
            .set_description(text(&all.join("\n\n")));
    }
    let shown = first.unwrap_or(&entries[0]);
    let path = sources.shown_path(file(shown));
    let mut case = TestCase::new(text(&path), status);
    case.set_classname(rule);
    if first.is_none() {
        case.set_system_out(text(&all.join("\n\n")));
    }
    let place = shown.diagnostic.primary.place;
    let line = sources.get(place.file).line_column(place.start).line;
    case.extra.insert("file".into(), text(&path));
    case.extra.insert("line".into(), line.to_string().into());
    case
}

fn description(entry: &Entry, sources: &Sources) -> String {
    let mut lines = vec![concise::line(entry, sources)];
    lines.extend(concise::rest(&entry.diagnostic, sources));
    lines.join("\n  ")
}

fn file(entry: &Entry) -> FileId {
    entry.diagnostic.primary.place.file
}

/// Text that XML allows and that hides nothing.
fn text(content: &str) -> XmlString {
    XmlString::new(visible::lines(content))
}

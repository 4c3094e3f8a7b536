//! One line a finding, as compilers print them: `path:line:col: error[rule]: message`.

use super::{summary, visible};
use crate::{Diagnostic, Entry, Label, Place, Report, Severity, Sources};

/// Renders a report as lines, the last of which sums it up.
pub fn render(report: &Report, sources: &Sources) -> String {
    let mut text = String::new();
    for entry in &report.entries {
        text += &line(entry, sources);
        text.push('\n');
    }
    let (title, says) = summary::verdict(report);
    let omitted = summary::omitted(report).map_or(String::new(), |more| format!(" ({more})"));
    text + title + ": " + &says + &omitted + "\n"
}

/// A finding in one line.
pub(super) fn line(entry: &Entry, sources: &Sources) -> String {
    let diagnostic = &entry.diagnostic;
    format!(
        "{}: {}[{}]: {}",
        place(diagnostic.primary.place, sources),
        level(entry.severity),
        diagnostic.rule,
        visible::one_line(&diagnostic.message)
    )
}

/// What else a diagnostic says, in lines: its other places, notes, help and the fix by name.
pub(super) fn rest(diagnostic: &Diagnostic, sources: &Sources) -> Vec<String> {
    let label = |label: &Label| format!("{}: {}", place(label.place, sources), label.text);
    let mut lines: Vec<String> = diagnostic.secondary.iter().map(label).collect();
    lines.extend(diagnostic.notes.iter().map(|note| format!("note: {note}")));
    lines.extend(diagnostic.help.iter().map(|help| format!("help: {help}")));
    lines.extend(
        diagnostic
            .fix
            .iter()
            .map(|fix| format!("fix: {}", fix.title)),
    );
    lines
}

/// `path:line:col` of where a place begins.
pub(super) fn place(place: Place, sources: &Sources) -> String {
    let at = sources.get(place.file).line_column(place.start);
    let path = visible::one_line(&sources.shown_path(place.file));
    format!("{path}:{}:{}", at.line, at.column)
}

/// The word for a severity.
pub(super) fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

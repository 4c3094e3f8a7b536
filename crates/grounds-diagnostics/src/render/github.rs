//! Workflow commands of GitHub Actions, which mark the lines of a pull request.
//!
//! The form is that of "Workflow commands for GitHub Actions"; the escapes are those of
//! `@actions/core`, `command.ts`.

use super::{concise, summary, visible};
use crate::{Diagnostic, Entry, Report, Sources, Verdict};

/// Renders a report as one command a finding, and one that sums it up.
pub fn render(report: &Report, sources: &Sources) -> String {
    let mut text = String::new();
    for entry in &report.entries {
        text += &command(entry, sources);
        text.push('\n');
    }
    text + &summary_command(report) + "\n"
}

fn command(entry: &Entry, sources: &Sources) -> String {
    let diagnostic = &entry.diagnostic;
    let place = diagnostic.primary.place;
    let source = sources.get(place.file);
    let (start, end) = (
        source.line_column(place.start),
        source.line_column(place.end),
    );
    // GitHub takes columns only where a finding stays on one line.
    let columns = if start.line == end.line {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        String::new()
    };
    format!(
        "::{} file={},line={},endLine={}{columns},title={}::{}",
        concise::level(entry.severity),
        property(&sources.shown_path(place.file)),
        start.line,
        end.line,
        property(diagnostic.rule),
        data(&message(diagnostic, sources))
    )
}

/// Everything that a diagnostic says, since an annotation has one text. It begins with the
/// place, which the log of a job would not show otherwise.
fn message(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let primary = &diagnostic.primary;
    let at = concise::place(primary.place, sources);
    let mut lines = vec![format!("{at}: {}", diagnostic.message)];
    if !primary.text.is_empty() {
        lines.push(format!("here: {}", primary.text));
    }
    lines.extend(concise::rest(diagnostic, sources));
    lines.join("\n")
}

fn summary_command(report: &Report) -> String {
    let (title, says) = summary::verdict(report);
    let mut lines = vec![format!("{title}: {says}")];
    lines.extend(summary::omitted(report));
    lines.push(format!("checks: {}", summary::checks(report.checks())));
    lines.extend(report.measures.iter().map(summary::measure));
    let command = if report.verdict() == Verdict::NothingCompared {
        "warning"
    } else {
        "notice"
    };
    format!("::{command} title=grounds::{}", data(&lines.join("\n")))
}

/// Escapes the text of a command.
fn data(text: &str) -> String {
    visible::lines(text)
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_cannot_be_broken_out_of() {
        assert_eq!(data("5 %\r\n::error::x"), "5 %25%0A::error::x");
        assert_eq!(property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
    }
}

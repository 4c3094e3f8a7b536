//! The report for a person at a terminal: excerpts in the manner of `rustc`, and a summary.

mod excerpt;
mod patch;
mod totals;

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use self::excerpt::Excerpt;
use super::{Options, concise, visible};
use crate::{Diagnostic, Entry, FileId, Label, Place, Report, Severity, Source, Sources};

/// The columns that line numbers and the bar beside them take.
const GUTTER: usize = 8;

/// Places of one file that are more lines apart than this are shown one below the other, and of a
/// range with more lines only the first are: the renderer walks through all lines of an excerpt, and
/// as many diagnostics as a file has lines may refer to its first.
const FAR: usize = 1_000;

/// The narrowest excerpt, however narrow the terminal is.
const NARROWEST: usize = 40;

/// Follows an origin that is complete. The renderer counts columns in what it is given, which is
/// not the whole line: what it adds after this is taken away. No other text has it here, for NUL is
/// shown as `␀`.
const COMPLETE: char = '\0';

/// Renders a report for a terminal.
pub fn render(report: &Report, sources: &Sources, options: Options) -> String {
    findings(&report.entries, sources, options) + &totals::render(report, options.colour)
}

/// Renders findings for a terminal, without the end of a report; an empty line follows each.
pub fn findings(entries: &[Entry], sources: &Sources, options: Options) -> String {
    let look = Look::new(options);
    let mut text = String::new();
    for entry in entries {
        push_with_origins(
            &mut text,
            &look.renderer.render(&look.groups(entry, sources)),
        );
        text += "\n\n";
    }
    text
}

/// Adds what was rendered, without what the renderer wrote after origins that are complete.
fn push_with_origins(text: &mut String, rendered: &str) {
    let mut parts = rendered.split(COMPLETE);
    *text += parts.next().unwrap_or_default();
    for part in parts {
        *text += part.trim_start_matches(|next: char| next == ':' || next.is_ascii_digit());
    }
}

struct Look {
    renderer: Renderer,
    /// How many characters of a line are shown.
    width: usize,
}

impl Look {
    fn new(options: Options) -> Self {
        let renderer = if options.colour {
            Renderer::styled().hyperlink(false)
        } else {
            Renderer::plain()
        };
        Self {
            // Excerpts are cut here, where a long range is cut inside too.
            renderer: renderer.term_width(usize::from(u16::MAX)),
            width: options.width.saturating_sub(GUTTER).max(NARROWEST),
        }
    }

    fn groups(&self, entry: &Entry, sources: &Sources) -> Vec<Group<'static>> {
        let diagnostic = &entry.diagnostic;
        let title = level(entry.severity)
            .primary_title(visible::one_line(&diagnostic.message))
            .id(diagnostic.rule);
        let mut group = Group::with_title(title);
        for (file, labels) in by_part(diagnostic, sources) {
            group = group.element(self.snippet(sources, file, &labels));
        }
        let notes = diagnostic.notes.iter().map(|note| (Level::NOTE, note));
        let help = diagnostic.help.iter().map(|help| (Level::HELP, help));
        for (level, text) in notes.chain(help) {
            group = group.element(level.message(visible::lines(text)));
        }
        let mut groups = vec![group];
        if let Some(fix) = &diagnostic.fix {
            let primary = diagnostic.primary.place;
            groups.push(patch::group(fix, primary, sources, self.width));
        }
        groups
    }

    /// One part of a file with its labels.
    fn snippet(
        &self,
        sources: &Sources,
        file: FileId,
        labels: &[(AnnotationKind, &Label)],
    ) -> Snippet<'static, Annotation<'static>> {
        let source = sources.get(file);
        let ranges: Vec<Range<usize>> = labels
            .iter()
            .map(|(_, label)| shown(source, label.place))
            .collect();
        let excerpt = Excerpt::new(source, &ranges, self.width);
        let annotations: Vec<Annotation<'static>> = labels
            .iter()
            .zip(&ranges)
            .map(|((kind, label), range)| {
                let text = visible::one_line(&label.text);
                kind.span(excerpt.place(source, range))
                    .label((!text.is_empty()).then_some(text))
            })
            .collect();
        Snippet::source(excerpt.text)
            .path(origin(sources, origin_of(sources, labels)))
            .line_start(excerpt.first_line)
            .annotations(annotations)
    }
}

/// The labels of a diagnostic by file, and by part of a file where they are far apart; that of the
/// primary place first.
fn by_part<'a>(
    diagnostic: &'a Diagnostic,
    sources: &Sources,
) -> Vec<(FileId, Vec<(AnnotationKind, &'a Label)>)> {
    let line = |label: &Label| {
        let source = sources.get(label.place.file);
        source.line_column(label.place.start).line
    };
    let near =
        |a: &Label, b: &Label| a.place.file == b.place.file && line(a).abs_diff(line(b)) <= FAR;
    let primary = &diagnostic.primary;
    let mut parts = vec![(primary.place.file, vec![(AnnotationKind::Primary, primary)])];
    for label in &diagnostic.secondary {
        let labelled = (AnnotationKind::Context, label);
        match parts
            .iter_mut()
            .find(|(_, labels)| near(labels[0].1, label))
        {
            Some((_, labels)) => labels.push(labelled),
            None => parts.push((label.place.file, vec![labelled])),
        }
    }
    parts
}

/// Where the labels of a part are said to be: at the primary one, or else at the first of
/// those on the first line.
fn origin_of(sources: &Sources, labels: &[(AnnotationKind, &Label)]) -> Place {
    let line = |place: Place| sources.get(place.file).line_column(place.start).line;
    let primary = labels
        .iter()
        .find(|(kind, _)| *kind == AnnotationKind::Primary);
    let first = || labels.iter().min_by_key(|(_, label)| line(label.place));
    primary
        .or_else(first)
        .expect("a part is shown for its labels")
        .1
        .place
}

/// `path:line:column` of where a place begins.
fn origin(sources: &Sources, place: Place) -> String {
    concise::place(place, sources) + COMPLETE.encode_utf8(&mut [0; 4])
}

/// The bytes of a place, at characters of its source whatever was asked for.
fn within(source: &Source, place: Place) -> Range<usize> {
    let text = source.text();
    let end = text.floor_char_boundary(place.end.min(text.len()));
    text.floor_char_boundary(place.start.min(end))..end
}

/// The bytes of a place that are shown: of very many lines the first.
fn shown(source: &Source, place: Place) -> Range<usize> {
    let range = within(source, place);
    let line = |byte| source.line_column(byte).line;
    let last = line(range.start) + FAR;
    if line(range.end) <= last {
        return range;
    }
    range.start..source.line(last).end
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}

//! Characters that turn the text around: a reader sees another order than the machine reads.
//!
//! Source: Unicode Technical Standard 55, "Unicode Source Code Handling"; Boucher and Anderson,
//! "Trojan Source: Invisible Vulnerabilities", USENIX Security 2023.

use std::ops::Range;

use grounds_diagnostics::{Diagnostic, FileId, Place};

/// The most that are told of one stretch of a file.
const MOST: usize = 50;

/// Whether a character is an embedding, an override, an isolate, or the end of one.
pub(crate) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Says where the part `range` of a text holds such characters, be it in a comment.
pub(crate) fn find(
    rule: &'static str,
    file: FileId,
    text: &str,
    range: Range<usize>,
) -> Vec<Diagnostic> {
    let part = text.get(range.clone()).unwrap_or_default();
    // All of them begin with this byte, which many files have nowhere.
    let places: Vec<Range<usize>> = memchr::memchr_iter(0xe2, part.as_bytes())
        .filter_map(|at| {
            let control = part[at..].chars().next().filter(|c| is_bidi_control(*c))?;
            Some(range.start + at..range.start + at + control.len_utf8())
        })
        .collect();
    let more = places.len().saturating_sub(MOST);
    let mut diagnostics: Vec<Diagnostic> = places
        .into_iter()
        .take(MOST)
        .map(|place| say(rule, Place::new(file, place.clone()), &text[place]))
        .collect();
    if more > 0
        && let Some(last) = diagnostics.pop()
    {
        diagnostics.push(last.note(format!("{more} more of them follow")));
    }
    diagnostics
}

/// That there is such a character at a place.
pub(crate) fn say(rule: &'static str, place: Place, written: &str) -> Diagnostic {
    let code = written.chars().next().map_or(0, u32::from);
    let message = format!("character that turns the text around, `U+{code:04X}`");
    Diagnostic::new(rule, place, message)
        .help("delete it: it cannot be seen, and the text means other than it shows")
}

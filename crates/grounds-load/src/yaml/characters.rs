//! Characters that have no place in a record: controls, and those that turn the text around.
//!
//! Source: YAML 1.2.2, production `c-printable`. What is written as such is found in the text;
//! here are those that are written as escapes.

use std::ops::Range;

use grounds_diagnostics::{Diagnostic, FileId, Place};

use crate::bidi::{self, is_bidi_control};
use crate::rule;
use crate::tree::{Node, NodeKind, Scalar};

/// The first byte of the first character that YAML does not allow in a text.
pub(crate) fn first_control(text: &str) -> Option<usize> {
    // In ASCII, a byte tells; the other controls begin with one of these bytes.
    let suspicious = |byte: u8| matches!(byte, 0..=8 | 0xb | 0xc | 0xe..=0x1f | 0x7f | 0xc2 | 0xef);
    // Without a way out of it, the compiler looks at many bytes at once.
    let any = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(false, |any, &byte| any | suspicious(byte))
    };
    if !text.as_bytes().chunks(256).any(any) {
        return None;
    }
    text.char_indices()
        .find(|&(_, c)| is_control(c))
        .map(|(at, _)| at)
}

fn is_control(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}'
            | '\u{86}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}'
    )
}

/// Says where keys or values of a tree hold such characters that are not written in the text.
pub(crate) fn check_scalars(
    file: FileId,
    text: &str,
    node: &Node,
    diagnostics: &mut Vec<Diagnostic>,
) {
    match &node.kind {
        NodeKind::Scalar(Scalar::Text(value), _) => {
            diagnostics.extend(check(file, text, &node.range, value));
        }
        NodeKind::Scalar(..) => {}
        NodeKind::Sequence(items) => {
            for item in items {
                check_scalars(file, text, item, diagnostics);
            }
        }
        NodeKind::Mapping(entries) => {
            for entry in entries {
                diagnostics.extend(check(file, text, &entry.key_range, &entry.key));
                check_scalars(file, text, &entry.value, diagnostics);
            }
        }
    }
}

fn check(file: FileId, text: &str, range: &Range<usize>, value: &str) -> Option<Diagnostic> {
    // Most values are printable ASCII.
    if value
        .bytes()
        .all(|byte| matches!(byte, b' '..=b'~' | b'\n'))
    {
        return None;
    }
    let raw = text.get(range.clone()).unwrap_or_default();
    let found = value
        .chars()
        .find(|&c| is_control(c) || (is_bidi_control(c) && !raw.contains(c)))?;
    let place = Place::new(file, range.clone());
    if is_bidi_control(found) {
        let written = found.encode_utf8(&mut [0; 4]).to_owned();
        return Some(bidi::say(rule::BIDI_CONTROL, place, &written));
    }
    let message = format!("control character, `U+{:04X}`", u32::from(found));
    Some(
        Diagnostic::new(rule::INVALID_VALUE, place, message)
            .help("delete it: it cannot be seen, and the text means other than it shows"),
    )
}

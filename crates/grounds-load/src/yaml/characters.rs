//! Characters that have no place in a record: controls, and those that turn the text around.
//!
//! Source: YAML 1.2.2, production `c-printable`; for the direction overrides, Unicode Technical
//! Standard 55, "Unicode Source Code Handling".

use std::ops::Range;

use grounds_diagnostics::{Diagnostic, FileId, Place};
use serde_json::Value;

use crate::rule;
use crate::tree::{Node, NodeKind};

/// The first byte of the first character that YAML does not allow in a text.
pub(crate) fn first_control(text: &str) -> Option<usize> {
    // In ASCII, a byte tells; the other controls begin with one of these bytes.
    let suspicious = |byte: u8| matches!(byte, 0..=8 | 0xb | 0xc | 0xe..=0x1f | 0x7f | 0xc2 | 0xef);
    if !text.bytes().any(suspicious) {
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

/// Characters that make a reader see another order than the machine.
fn turns_around(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Says where keys or values of a tree hold such characters, written or escaped.
pub(crate) fn check_scalars(
    file: FileId,
    text: &str,
    node: &Node,
    diagnostics: &mut Vec<Diagnostic>,
) {
    match &node.kind {
        NodeKind::Scalar(Value::String(value), _) => {
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
    let found = value.chars().find(|&c| is_control(c) || turns_around(c))?;
    let written = text.get(range.clone()).and_then(|raw| raw.find(found));
    let place = written.map_or_else(
        || range.clone(),
        |at| range.start + at..range.start + at + found.len_utf8(),
    );
    let what = if turns_around(found) {
        "character that turns the text around"
    } else {
        "control character"
    };
    let message = format!("{what}, `U+{:04X}`", u32::from(found));
    Some(
        Diagnostic::new(rule::INVALID_VALUE, Place::new(file, place), message)
            .help("delete it: it cannot be seen, and the text means other than it shows"),
    )
}

//! A copy of the source that has only what decides about blocks.
//!
//! pulldown-cmark reads the blocks; the inlines are read here, by Pandoc's grammar. So that the
//! two do not disagree, what only matters within a line is blanked out of what pulldown-cmark
//! sees, byte for byte, with the letter `x`; and the fences of divs become thematic breaks, which
//! like them interrupt paragraphs and cannot be anything else.

use std::ops::Range;

use memchr::memchr;

use super::MAX_BLOCKS;
use super::fences::Fence;
use super::lines;
use super::tree::Fault;
use super::verbatim::run;
use crate::byte_set::ByteSet;

/// Makes the copy of `text[body]`. Places in it are `body.start` less than in the source.
pub(super) fn make(
    text: &str,
    body: &Range<usize>,
    fences: &[Fence],
    faults: &mut Vec<Fault>,
) -> String {
    let mut bytes = text.as_bytes()[body.clone()].to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let length = memchr(b'\n', &bytes[at..]);
        let next = length.map_or(bytes.len(), |length| at + length + 1);
        let line = body.start + at..body.start + next;
        if let Some(deep) = mask_line(&text[line.clone()], &mut bytes[at..next]) {
            faults.push(Fault::TooDeep {
                range: line.start + deep..line.end,
            });
        }
        at = next;
    }
    for fence in fences {
        let range = fence.range.start - body.start..fence.range.end - body.start;
        for byte in &mut bytes[range.clone()] {
            if !matches!(byte, b'\r' | b'\n') {
                *byte = b' ';
            }
        }
        if fence.opens.is_some() || !fence.lazy {
            bytes[range.start..range.start + 3].fill(b'_');
        }
    }
    // Only whole characters of ASCII were replaced, except in fences, which were as a whole.
    String::from_utf8(bytes).unwrap_or_default()
}

/// Masks one line; gives the place from where it nests too deep, if it does.
fn mask_line(line: &str, bytes: &mut [u8]) -> Option<usize> {
    let (content, depth) = content_start(line);
    let rest = &line[content..];
    if depth > MAX_BLOCKS {
        let markers = bytes[content..]
            .iter_mut()
            .filter(|byte| b">-+*.)".contains(byte));
        markers.for_each(|byte| *byte = b'x');
    }
    let keeps = lines::opens_code(rest).is_some()
        || lines::is_rule(rest)
        || lines::is_reference(rest)
        || rest.starts_with('<');
    if let Some(length) = lines::footnote_marker(rest) {
        mask(&mut bytes[content + length..]);
    } else if !keeps {
        mask(&mut bytes[content..]);
    }
    (depth > MAX_BLOCKS).then_some(content)
}

/// Where the line begins behind the marks of quotes and items, and how many marks those are.
fn content_start(line: &str) -> (usize, usize) {
    let mut at = 0;
    for depth in 0.. {
        at += line[at..].len() - line[at..].trim_start_matches([' ', '\t']).len();
        let rest = &line[at..];
        let marker = if rest.starts_with('>') {
            Some(1)
        } else {
            lines::list_marker(rest, false)
        };
        match marker {
            Some(length) if depth <= MAX_BLOCKS => at += length,
            _ => return (at, depth),
        }
    }
    (at, 0)
}

/// Replaces what means something only within a line. Bars stay, as they make tables, but not those
/// in code, which Pandoc does not split.
fn mask(bytes: &mut [u8]) {
    let closing_tag = memchr(b'<', bytes).is_some() && bytes.windows(2).any(|pair| pair == b"</");
    let mut at = 0;
    while let Some(plain) = bytes.get(at..).and_then(|rest| MEANT.far_position(rest)) {
        at += plain;
        let byte = bytes[at];
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        match byte {
            b'\\' if next == b'|' => at += 1,
            b'\\' => {
                bytes[at] = b'x';
                if next.is_ascii_punctuation() {
                    bytes[at + 1] = b'x';
                    at += 1;
                }
            }
            b'`' => at = mask_code(bytes, at) - 1,
            b'<' if closing_tag => {}
            b'[' | b']' | b'*' | b'_' | b'!' | b'&' | b'<' | b'~' | b'$' | b'^' => bytes[at] = b'x',
            _ => {}
        }
        at += 1;
    }
}

/// The bytes that may mean something within a line.
static MEANT: ByteSet = ByteSet::of(b"\\`[]*_!&<~$^");

/// Masks a run of backticks, and where it is closed on the same line what is between.
fn mask_code(bytes: &mut [u8], start: usize) -> usize {
    // As in the inlines: longer runs are not meant.
    const LONGEST: usize = 32;
    let length = run(&bytes[start..], b'`');
    let mut close = start + length;
    while length <= LONGEST && close < bytes.len() {
        let closing = run(&bytes[close..], b'`');
        if closing == length {
            let inside = bytes[start..close + closing].iter_mut();
            inside
                .filter(|byte| byte.is_ascii_punctuation())
                .for_each(|byte| *byte = b'x');
            return close + closing;
        }
        close += closing.max(1);
    }
    bytes[start..start + length].fill(b'x');
    start + length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(text: &str) -> String {
        make(text, &(0..text.len()), &[], &mut Vec::new())
    }

    #[test]
    fn only_what_makes_blocks_is_left() {
        assert_eq!(masked("a [b](c) *d*\n"), "a xbx(c) xdx\n");
        assert_eq!(masked("> - *é* \\# `|` | c\n"), "> - xéx xx xxx | c\n");
        assert_eq!(masked("[@a]: b"), "x@ax: b");
        assert_eq!(masked("[^1]: [a]"), "[^1]: xax");
        assert_eq!(masked("[a]: <b_c>"), "[a]: <b_c>");
        assert_eq!(masked("* * *\n**a**"), "* * *\nxxaxx");
        assert_eq!(masked("```{.x}\n"), "```{.x}\n");
    }

    #[test]
    fn deep_nesting_is_text() {
        let mut faults = Vec::new();
        let text = ">".repeat(100);
        let copy = make(&text, &(0..100), &[], &mut faults);
        assert_eq!(copy.matches('>').count(), MAX_BLOCKS + 1);
        assert_eq!(faults.len(), 1);
    }
}

//! The part of a source that a diagnostic needs: few lines, long ones cut around what is
//! shown, nothing in them that could steer a terminal.

use std::ops::Range;

use crate::Source;
use crate::render::visible;

/// Lines farther than this from where a range begins or ends are left blank: the renderer
/// folds them. It shows at most four lines of a range that runs over many.
const NEAR: usize = 5;

/// What stands for text that was cut out of a line.
const CUT: char = '…';

/// Follows [`CUT`] once for each further character that was cut out. The renderer counts it
/// as a character and does not print it, so that the columns that it gives stay right.
const UNSEEN: char = '\u{200d}';

/// No more characters than this are counted in that way: a file may be one line and have a
/// diagnostic on each of its words, and the renderer walks through what it counts.
const MOST_UNSEEN: usize = 2_000;

/// Cutting out fewer characters than this would gain nothing.
const LEAST_CUT: usize = 8;

/// Some lines of a source, made ready to be shown.
pub(super) struct Excerpt {
    /// The lines; their number is that of the source, so that line numbers stay right.
    pub(super) text: String,
    /// The number of the first line.
    pub(super) first_line: usize,
    /// Whether a column of the excerpt is that of the source. If not, more was cut out than
    /// can be counted, and the place has to be told beside the excerpt.
    pub(super) columns: bool,
    pieces: Vec<Piece>,
}

/// Bytes of the source that are in the excerpt, and where.
struct Piece {
    source: Range<usize>,
    at: usize,
}

impl Excerpt {
    /// The lines of `source` from the first of `ranges` to the last, no line longer than about
    /// `width` characters, unless many ranges are in it.
    pub(super) fn new(source: &Source, ranges: &[Range<usize>], width: usize) -> Self {
        let line_of = |byte| source.line_column(byte).line;
        let ends: Vec<usize> = ranges
            .iter()
            .flat_map(|range| [line_of(range.start), line_of(range.end)])
            .collect();
        let first_line = ends.iter().copied().min().unwrap_or(1);
        let last_line = ends.iter().copied().max().unwrap_or(1);
        let mut excerpt = Self {
            text: String::new(),
            first_line,
            columns: true,
            pieces: Vec::new(),
        };
        for line in first_line..=last_line {
            if line > first_line {
                excerpt.text.push('\n');
            }
            if ends.iter().any(|&end| end.abs_diff(line) <= NEAR) {
                excerpt.push_line(source, line, ranges, width);
            }
        }
        excerpt
    }

    /// Where a range of the source is in the excerpt, without the white space at its end.
    pub(super) fn place(&self, source: &Source, range: &Range<usize>) -> Range<usize> {
        let text = source.text();
        let cut = &text[range.clone()];
        let kept = match cut.trim_end() {
            "" => cut,
            kept => kept,
        };
        let start = self.offset(text, range.start);
        start..self.offset(text, range.start + kept.len()).max(start)
    }

    /// Where a byte of the source is in the excerpt; for one that was cut out, what follows.
    pub(super) fn offset(&self, text: &str, byte: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.source.end < byte);
        match self.pieces.get(next) {
            Some(Piece { source, at }) if source.start <= byte => {
                at + visible::lines(&text[source.start..byte]).len()
            }
            Some(piece) => piece.at,
            None => self.text.len(),
        }
    }

    fn push_line(&mut self, source: &Source, line: usize, ranges: &[Range<usize>], width: usize) {
        let bytes = source.line(line);
        let mut done = bytes.start;
        for window in windows(source.text(), &bytes, ranges, width) {
            self.push_cut(source, done..window.start);
            let at = self.text.len();
            self.text += &visible::lines(&source.text()[window.clone()]);
            done = window.end;
            self.pieces.push(Piece { source: window, at });
        }
        if done < bytes.end {
            self.text.push(CUT);
        }
    }

    /// What is cut out before a window.
    fn push_cut(&mut self, source: &Source, cut: Range<usize>) {
        if cut.is_empty() {
            return;
        }
        let column = |byte| source.line_column(byte).column;
        let further = column(cut.end) - column(cut.start) - 1;
        self.columns &= further <= MOST_UNSEEN;
        self.text.push(CUT);
        if self.columns {
            self.text.extend(std::iter::repeat_n(UNSEEN, further));
        }
    }
}

/// Which bytes of a line to show: all of them, or those around the ends of the ranges.
fn windows(
    text: &str,
    line: &Range<usize>,
    ranges: &[Range<usize>],
    width: usize,
) -> Vec<Range<usize>> {
    let short = |bytes: Range<usize>, most| text[bytes].chars().nth(most).is_none();
    if short(line.clone(), width) {
        return Vec::from([line.clone()]);
    }
    let (inside, outside) = (width / 3, width / 6);
    let mut windows: Vec<Range<usize>> = ranges
        .iter()
        .flat_map(|range| [(range.start, outside, inside), (range.end, inside, outside)])
        .filter(|(byte, ..)| (line.start..=line.end).contains(byte))
        .map(|(byte, before, after)| {
            back(text, line.start..byte, before)..forth(text, byte..line.end, after)
        })
        .collect();
    if windows.is_empty() {
        windows.push(line.start..forth(text, line.clone(), width));
    }
    windows.sort_by_key(|window| window.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for window in windows {
        match merged.last_mut() {
            Some(before)
                if window.start <= before.end || short(before.end..window.start, LEAST_CUT) =>
            {
                before.end = before.end.max(window.end);
            }
            None if short(line.start..window.start, LEAST_CUT) => {
                merged.push(line.start..window.end);
            }
            _ => merged.push(window),
        }
    }
    if let Some(last) = merged.last_mut()
        && short(last.end..line.end, LEAST_CUT)
    {
        last.end = line.end;
    }
    merged
}

/// The byte that is so many characters before the end of a range, or its start.
fn back(text: &str, range: Range<usize>, characters: usize) -> usize {
    let start = range.start;
    let before = text[range.clone()].char_indices().rev().take(characters);
    before.last().map_or(range.end, |(at, _)| start + at)
}

/// The byte that is so many characters behind the start of a range, or its end.
fn forth(text: &str, range: Range<usize>, characters: usize) -> usize {
    let mut starts = text[range.clone()].char_indices();
    starts
        .nth(characters)
        .map_or(range.end, |(at, _)| range.start + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Sources;

    fn excerpt(text: &str, range: Range<usize>, width: usize) -> (String, usize, String) {
        let mut sources = Sources::new("");
        let file = sources.add("a.md", text);
        let source = sources.get(file);
        let excerpt = Excerpt::new(source, std::slice::from_ref(&range), width);
        let place = excerpt.place(source, &range);
        let marked = &excerpt.text[place];
        let seen = |text: &str| text.replace(UNSEEN, "");
        (seen(&excerpt.text), excerpt.first_line, seen(marked))
    }

    #[test]
    fn only_the_lines_of_the_range_are_taken() {
        let (text, first, marked) = excerpt("one\r\ntwo\r\nthree\r\n", 5..8, 80);
        assert_eq!((text.as_str(), first, marked.as_str()), ("two", 2, "two"));
    }

    #[test]
    fn a_long_line_is_cut_around_the_range_and_within_it() {
        let line = format!(
            "{} START{}END {}",
            "a".repeat(300),
            "b".repeat(300),
            "c".repeat(300)
        );
        let (text, _, marked) = excerpt(&line, 301..609, 60);
        assert_eq!(
            text,
            "…aaaaaaaaa STARTbbbbbbbbbbbbbbb…bbbbbbbbbbbbbbbbbEND ccccccccc…"
        );
        assert_eq!(marked, "STARTbbbbbbbbbbbbbbb…bbbbbbbbbbbbbbbbbEND");
    }

    #[test]
    fn a_very_long_line_is_not_counted_out() {
        let line = "word ".repeat(20_000);
        let (text, _, marked) = excerpt(&line, 50_000..50_004, 60);
        assert_eq!(text, "… word word word word word word word …");
        assert_eq!(marked, "word");
        let mut sources = Sources::new("");
        let file = sources.add("a.md", line);
        let made = Excerpt::new(
            sources.get(file),
            std::slice::from_ref(&(50_000..50_004)),
            60,
        );
        assert!(!made.columns && made.text.len() < 100, "{}", made.text);
        let first = Excerpt::new(sources.get(file), std::slice::from_ref(&(5..9)), 60);
        assert!(first.columns && first.text.len() < 100, "{}", first.text);
    }

    #[test]
    fn what_is_hidden_is_shown_and_places_stay() {
        let (text, _, marked) = excerpt("\u{202e}é\x1b[1mx", 5..9, 80);
        assert_eq!(text, "\u{fffd}é␛[1mx");
        assert_eq!(marked, "␛[1m");
    }

    #[test]
    fn white_space_at_the_end_of_a_range_is_not_marked() {
        let (_, _, marked) = excerpt("a: 1\nb: 2\n", 0..5, 80);
        assert_eq!(marked, "a: 1");
    }
}

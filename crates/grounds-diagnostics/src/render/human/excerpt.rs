//! The part of a source that a diagnostic needs: few lines, long ones cut around what is
//! shown, nothing in them that could steer a terminal.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::Source;
use crate::render::visible;

/// Lines farther than this from where a range begins or ends are left blank: the renderer
/// folds them. It shows at most four lines of a range that runs over many.
const NEAR: usize = 5;

/// What stands for text that was cut out of a line.
const CUT: char = '…';

/// Cutting out this many characters or fewer would gain nothing.
const LEAST_CUT: usize = 8;

/// How many characters a cut may move so that it is not within what is seen as one character.
const CLUSTER: usize = 16;

/// Some lines of a source, made ready to be shown.
pub(super) struct Excerpt {
    /// The lines; their number is that of the source, so that line numbers stay right.
    pub(super) text: String,
    /// The number of the first line.
    pub(super) first_line: usize,
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
        let line = Line {
            text: source.text(),
            bytes: source.line(line),
        };
        let mut done = line.bytes.start;
        for window in line.windows(ranges, width) {
            self.push_cut(done..window.start);
            let at = self.text.len();
            self.text += &visible::lines(&line.text[window.clone()]);
            done = window.end;
            self.pieces.push(Piece { source: window, at });
        }
        self.push_cut(done..line.bytes.end);
    }

    fn push_cut(&mut self, bytes: Range<usize>) {
        if !bytes.is_empty() {
            self.text.push(CUT);
        }
    }
}

/// A line of a text. It may be as long as the text, and be shown once for each word of it: so nothing
/// here looks at more of it than is shown.
struct Line<'a> {
    text: &'a str,
    bytes: Range<usize>,
}

impl Line<'_> {
    /// Which bytes to show: all of them, or those around the ends of the ranges.
    fn windows(&self, ranges: &[Range<usize>], width: usize) -> Vec<Range<usize>> {
        if self.at_most(self.bytes.clone(), width) {
            return Vec::from([self.bytes.clone()]);
        }
        let (inside, outside) = (width / 3, width / 6);
        let mut windows: Vec<Range<usize>> = ranges
            .iter()
            .flat_map(|range| [(range.start, outside, inside), (range.end, inside, outside)])
            .filter(|(byte, ..)| (self.bytes.start..=self.bytes.end).contains(byte))
            .map(|(byte, before, after)| {
                let (start, end) = (self.back(byte, before), self.on(byte, after));
                self.cluster(start).start..self.cluster(end).end
            })
            .collect();
        if windows.is_empty() {
            windows.push(self.bytes.start..self.on(self.bytes.start, width));
        }
        windows.sort_by_key(|window| window.start);
        self.merged(windows)
    }

    /// Windows without those cuts that would gain nothing.
    fn merged(&self, windows: Vec<Range<usize>>) -> Vec<Range<usize>> {
        let mut merged: Vec<Range<usize>> = Vec::new();
        for mut window in windows {
            let done = merged.last().map_or(self.bytes.start, |before| before.end);
            let joins = window.start <= done || self.at_most(done..window.start, LEAST_CUT);
            match merged.last_mut() {
                Some(before) if joins => before.end = before.end.max(window.end),
                _ => {
                    if joins {
                        window.start = done;
                    }
                    merged.push(window);
                }
            }
        }
        if let Some(end) = merged.last_mut()
            && self.at_most(end.end..self.bytes.end, LEAST_CUT)
        {
            end.end = self.bytes.end;
        }
        merged
    }

    /// Whether there are no more characters than this in a range.
    fn at_most(&self, range: Range<usize>, characters: usize) -> bool {
        self.text[range].chars().nth(characters).is_none()
    }

    /// The byte that is so many characters before another, or the line's first.
    fn back(&self, byte: usize, characters: usize) -> usize {
        let before = self.text[self.bytes.start..byte].char_indices();
        let first = before.rev().take(characters).last();
        first.map_or(byte, |(at, _)| self.bytes.start + at)
    }

    /// The byte that is so many characters after another, or the line's end.
    fn on(&self, byte: usize, characters: usize) -> usize {
        let mut after = self.text[byte..self.bytes.end].char_indices();
        after
            .nth(characters)
            .map_or(self.bytes.end, |(at, _)| byte + at)
    }

    /// Where a cut at a byte may be, before and after it, so that it parts no base from its marks and
    /// no emoji (Unicode Standard Annex 29). One of very many marks is cut anyway.
    fn cluster(&self, byte: usize) -> Range<usize> {
        let (first, last) = (self.back(byte, CLUSTER), self.on(byte, CLUSTER));
        self.text[first..last]
            .grapheme_indices(true)
            .map(|(at, cluster)| first + at..first + at + cluster.len())
            .find(|cluster| byte < cluster.end)
            .filter(|cluster| cluster.start < byte)
            .unwrap_or(byte..byte)
    }
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
        (excerpt.text.clone(), excerpt.first_line, marked.to_owned())
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

    #[test]
    fn a_cut_parts_no_mark_from_its_base_and_no_emoji() {
        for unit in ["e\u{301}", "👩\u{200d}👧", "日", "\t", "क्षि"] {
            let line = unit.repeat(300) + "HERE" + &unit.repeat(300);
            let at = 300 * unit.len();
            for width in 40..60 {
                let (text, _, marked) = excerpt(&line, at..at + 4, width);
                let seen = text.trim_matches(CUT).replace("HERE", "");
                assert_eq!(seen.replace(unit, ""), "", "{width}");
                assert!(text.starts_with(CUT) && text.ends_with(CUT) && !seen.is_empty());
                assert_eq!(marked, "HERE");
            }
        }
    }

    #[test]
    fn marks_without_end_are_cut() {
        let line = "\u{301}".repeat(50_000);
        let (text, ..) = excerpt(&line, 40_000..40_004, 80);
        assert!(text.chars().count() < 120, "{}", text.chars().count());
    }

    /// The renderer walks over all that it is given: were that the line, a mistake on each of its words
    /// would cost the square of its length.
    #[test]
    fn of_a_long_line_a_mistake_is_given_no_more_than_is_shown() {
        for (unit, words) in [("[@nobody] ", 10_000), ("日本語e\u{301} ", 10_000)] {
            let mut sources = Sources::new("");
            let file = sources.add("a.md", unit.repeat(words));
            let source = sources.get(file);
            let given: usize = (0..words)
                .map(|word| word * unit.len()..(word + 1) * unit.len() - 1)
                .map(|range| Excerpt::new(source, &[range], 72).text.len())
                .sum();
            assert!(given < words * 400, "{given} bytes");
        }
    }
}

//! A stretch of inlines as one line of words, and the way back to the bytes of the source.

use std::ops::Range;

use crate::markdown::{Attributes, Citation, CitationMode, Inline, InlineKind};
use crate::sentences::Atom;

/// The inlines of a paragraph, heading or cell as one line of words.
#[derive(Debug, Default)]
pub(super) struct Linear<'a> {
    /// The words. Citations and notes stand in it as they were written, as atoms.
    pub(super) text: String,
    /// What is indivisible in `text`, in order.
    pub(super) atoms: Vec<Atom>,
    /// The ranges of `text` that are no words of the author: citations and notes.
    pub(super) apparatus: Vec<Range<usize>>,
    /// The spans, with the range of their words in `text`.
    pub(super) spans: Vec<LinearSpan<'a>>,
    /// The citations, with their range in `text`.
    pub(super) citations: Vec<(Range<usize>, &'a Citation)>,
    /// The notes that are referred to, with their range in `text`.
    pub(super) notes: Vec<(Range<usize>, &'a str)>,
    segments: Vec<Segment>,
    /// Where the words of the outermost span begin that is being added.
    outermost: Option<usize>,
}

/// A bracketed span.
#[derive(Debug)]
pub(super) struct LinearSpan<'a> {
    /// Its words in the line.
    pub(super) words: Range<usize>,
    /// The bytes of its words in the source, between `[` and `]`.
    pub(super) inside: Range<usize>,
    /// Its bytes in the source, from `[` to `}`.
    pub(super) source: Range<usize>,
    /// Where the words of the outermost span around it begin in the line.
    pub(super) outermost: usize,
    pub(super) attributes: &'a Attributes,
}

/// A part of the line and the part of the source that it came from.
#[derive(Debug)]
struct Segment {
    line: Range<usize>,
    source: Range<usize>,
    /// Whether it holds other inlines, which have segments of their own.
    container: bool,
}

impl<'a> Linear<'a> {
    pub(super) fn of(inlines: &'a [Inline]) -> Self {
        let mut linear = Self::default();
        if let (Some(first), Some(last)) = (inlines.first(), inlines.last()) {
            // The source has some more, for it has the markup.
            linear
                .text
                .reserve(last.range.end.saturating_sub(first.range.start));
        }
        linear.add_all(inlines);
        linear
    }

    fn add_all(&mut self, inlines: &'a [Inline]) {
        self.segments.reserve(inlines.len());
        for inline in inlines {
            self.add(inline);
        }
    }

    fn add(&mut self, inline: &'a Inline) {
        let start = self.text.len();
        match &inline.kind {
            InlineKind::Text(text) => self.text.push_str(text),
            InlineKind::SoftBreak => self.text.push(' '),
            InlineKind::HardBreak => self.text.push('\n'),
            InlineKind::Html => return,
            InlineKind::Code(text) => {
                self.text.push_str(text);
                self.atoms.push(Atom {
                    range: start..self.text.len(),
                    attaches: false,
                });
            }
            InlineKind::Span {
                attributes,
                content,
            } => {
                let outermost = self.outermost;
                self.outermost = Some(outermost.unwrap_or(start));
                self.add_all(content);
                self.outermost = outermost;
                self.spans.push(LinearSpan {
                    words: start..self.text.len(),
                    inside: bytes_of(content, &inline.range),
                    source: inline.range.clone(),
                    outermost: outermost.unwrap_or(start),
                    attributes,
                });
            }
            InlineKind::Cite { citations, text } => self.add_citations(citations, text),
            InlineKind::FootnoteReference(label) => {
                self.text.push('†');
                let range = start..self.text.len();
                self.atoms.push(Atom {
                    range: range.clone(),
                    attaches: true,
                });
                self.apparatus.push(range.clone());
                self.notes.push((range, label));
            }
            kind => self.add_all(kind.content().unwrap_or_default()),
        }
        // Containers too: where the whole of one is meant, its markup is meant with it.
        self.segments.push(Segment {
            line: start..self.text.len(),
            source: inline.range.clone(),
            container: inline.kind.content().is_some(),
        });
    }

    fn add_citations(&mut self, citations: &'a [Citation], text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        let range = start..self.text.len();
        // `@kumar-2018 found …`: the key is the subject of its sentence, not an apparatus.
        let in_text = citations
            .first()
            .is_some_and(|first| first.mode == CitationMode::AuthorInText);
        self.atoms.push(Atom {
            range: range.clone(),
            attaches: !in_text,
        });
        if !in_text {
            self.apparatus.push(range.clone());
        }
        for citation in citations {
            self.add_citation(&range, citation);
        }
    }

    fn add_citation(&mut self, range: &Range<usize>, citation: &'a Citation) {
        self.citations.push((range.clone(), citation));
        for nested in &citation.nested {
            self.add_citation(range, nested);
        }
    }

    /// The bytes of the source that a range of the line came from, with the markup of whatever
    /// is wholly inside.
    pub(super) fn source_range(&self, range: &Range<usize>) -> Range<usize> {
        let mut found: Option<Range<usize>> = None;
        // A segment comes after those that it holds, so they are in the order of their ends; from
        // the first that begins behind the range on, none is in it.
        let first = self
            .segments
            .partition_point(|segment| segment.line.end <= range.start);
        let near = self.segments[first..]
            .iter()
            .take_while(|segment| segment.line.start < range.end);
        for Range { start, end } in near.filter_map(|segment| segment.within(range)) {
            found = Some(found.map_or(start..end, |f| f.start.min(start)..f.end.max(end)));
        }
        found.unwrap_or_default()
    }

    /// The words of a range of the line, without apparatus, white space folded.
    pub(super) fn words(&self, range: &Range<usize>) -> String {
        let mut words = String::with_capacity(range.len());
        let mut position = range.start;
        let inside = self.apparatus_from(range.start).iter();
        let inside = inside
            .take_while(|apparatus| apparatus.start < range.end)
            .filter(|apparatus| apparatus.end <= range.end);
        for apparatus in inside {
            // One that began before the range has no words before it here.
            let start = apparatus.start.max(position);
            push_folded(&mut words, &self.text[position..start]);
            words.truncate(words.trim_end().len());
            position = apparatus.end;
        }
        push_folded(&mut words, &self.text[position..range.end]);
        words.truncate(words.trim_end().len());
        if words.starts_with(char::is_whitespace) {
            words = words.trim_start().to_owned();
        }
        words
    }

    /// Whether a range of the line has a letter or digit that is neither apparatus nor in one of
    /// `covers`.
    pub(super) fn has_words_outside(&self, range: &Range<usize>, covers: &[Range<usize>]) -> bool {
        let mut apparatus = self.apparatus_from(range.start).iter().peekable();
        let mut at = range.start;
        while let Some(rest) = self.text.get(at..range.end) {
            let Some(found) = rest.find(char::is_alphanumeric) else {
                return false;
            };
            at += found;
            while apparatus.next_if(|passed| passed.end <= at).is_some() {}
            let noted = apparatus.peek().filter(|next| next.contains(&at));
            let around = noted
                .copied()
                .or_else(|| covers.iter().find(|cover| cover.contains(&at)));
            match around {
                Some(around) => at = around.end,
                None => return true,
            }
        }
        false
    }

    /// What is no word of the author and reaches behind a place; it is in order, and disjoint.
    fn apparatus_from(&self, start: usize) -> &[Range<usize>] {
        let first = self
            .apparatus
            .partition_point(|apparatus| apparatus.end <= start);
        &self.apparatus[first..]
    }

    /// The spans whose words are in a range, in part or as a whole.
    pub(super) fn spans_in(&self, range: &Range<usize>) -> impl Iterator<Item = &LinearSpan<'a>> {
        // They come after those that they hold, as segments do.
        let first = self
            .spans
            .partition_point(|span| span.words.end <= range.start);
        self.spans[first..]
            .iter()
            .take_while(|span| span.outermost < range.end)
            .filter(|span| span.words.start < range.end && range.start < span.words.end)
    }

    /// The notes that are referred to in a range.
    pub(super) fn notes_in(&self, range: &Range<usize>) -> impl Iterator<Item = &'a str> {
        let first = self
            .notes
            .partition_point(|(place, _)| place.start < range.start);
        self.notes[first..]
            .iter()
            .take_while(|(place, _)| place.start < range.end)
            .map(|(_, label)| *label)
    }
}

impl Segment {
    /// The bytes of the source for the part of the segment that is in `range`, if any. Where the
    /// line has the source letter by letter they are exact; otherwise it is taken whole.
    fn within(&self, range: &Range<usize>) -> Option<Range<usize>> {
        if self.line.is_empty() || self.line.end <= range.start || self.line.start >= range.end {
            return None;
        }
        let whole = range.start <= self.line.start && self.line.end <= range.end;
        if whole || (!self.container && self.line.len() != self.source.len()) {
            return Some(self.source.clone());
        }
        if self.container {
            return None;
        }
        let from = range.start.saturating_sub(self.line.start);
        let to = self.line.end.saturating_sub(range.end);
        Some(self.source.start + from..self.source.end - to)
    }
}

/// The bytes of the inlines in a span; of an empty one, the span's.
fn bytes_of(content: &[Inline], span: &Range<usize>) -> Range<usize> {
    match (content.first(), content.last()) {
        (Some(first), Some(last)) => first.range.start..last.range.end,
        _ => span.clone(),
    }
}

fn push_folded(words: &mut String, text: &str) {
    let begins_anew = words.is_empty() || words.ends_with(' ');
    if is_folded(text.as_bytes()) && !(begins_anew && text.starts_with(' ')) {
        return words.push_str(text);
    }
    // What stands between white space is taken as a whole, and so are words with single blanks between.
    let mut rest = text;
    while !rest.is_empty() {
        let plain = plain_length(rest.as_bytes());
        words.push_str(&rest[..plain]);
        rest = &rest[plain..];
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        words.push_str(&rest[..word]);
        rest = &rest[word..];
        let after = rest.trim_start();
        if after.len() < rest.len() && !words.ends_with(' ') && !words.is_empty() {
            words.push(' ');
        }
        rest = after;
    }
}

/// Whether a text is words of ASCII with single blanks between, before and behind them: most are.
fn is_folded(text: &[u8]) -> bool {
    let is_plain = |byte: &u8| matches!(byte, b' '..=b'~');
    let Some((first, rest)) = text.split_first() else {
        return true;
    };
    // Without a way out of it, the compiler looks at many bytes at once.
    let goes_on = |(before, byte): (&u8, &u8)| is_plain(byte) && (*before != b' ' || *byte != b' ');
    let pairs = text.iter().zip(rest);
    is_plain(first) && pairs.fold(true, |folded, pair| folded & goes_on(pair))
}

/// How many bytes at the start are words of ASCII with single blanks between them.
fn plain_length(text: &[u8]) -> usize {
    let mut after_blank = true;
    let mut goes_on = |byte: &u8| {
        let blank = *byte == b' ';
        let goes_on = byte.is_ascii_graphic() || blank && !after_blank;
        after_blank = blank && goes_on;
        goes_on
    };
    let length = text.iter().take_while(|byte| goes_on(byte)).count();
    // A blank behind the last word is none between words.
    let between = length > 0 && text[length - 1] == b' ';
    length - usize::from(between)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{BlockKind, parse};

    fn paragraph(text: &str) -> Vec<Inline> {
        let prose = parse(text, 0..text.len());
        let BlockKind::Paragraph(inlines) = &prose.blocks[0].kind else {
            panic!("{prose:?}");
        };
        inlines.clone()
    }

    /// Whatever range is asked for, what is in a citation is no word of the author.
    #[test]
    fn apparatus_that_begins_before_a_range_is_apparatus_in_it() {
        let inlines = paragraph("It works [@a, p. 3] well[^n]. And\n\n[^n]: x\n");
        let line = Linear::of(&inlines);
        let citation = line.apparatus[0].clone();
        let text = line.text.as_str();
        for start in 0..=text.len() {
            for end in start..=text.len() {
                let range = start..end;
                if text.get(range.clone()).is_none() {
                    continue;
                }
                let outside = |at: usize| !line.apparatus.iter().any(|it| it.contains(&at));
                let mut letters = text[range.clone()].char_indices();
                let expected = letters.any(|(at, c)| c.is_alphanumeric() && outside(start + at));
                assert_eq!(line.has_words_outside(&range, &[]), expected, "{range:?}");
                let _ = line.words(&range);
            }
        }
        assert_eq!(line.words(&(citation.start + 3..text.len())), "well. And");
    }
}

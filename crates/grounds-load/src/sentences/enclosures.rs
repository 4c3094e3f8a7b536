//! Quotations and brackets: where their inside belongs to the sentence around them.

use std::ops::Range;

use crate::byte_set::ByteSet;

/// Longer pairs are mistakes (an inch mark, a smiley, a quotation that was never closed), and are
/// not kept together: no sentence is as long. In bytes.
const LONGEST: usize = 1_000;

/// How many open marks a closing mark may pass over to find its own.
const DEEPEST_SEARCH: usize = 4;

/// The outermost pairs whose inside is not to be split, in order.
#[derive(Debug, Default)]
pub(super) struct Enclosures {
    ranges: Vec<Range<usize>>,
    /// Questions come in the order of the text, so the pairs behind are never looked at again.
    next: usize,
}

impl Enclosures {
    /// Finds the pairs of a text in one pass.
    pub(super) fn of(text: &str) -> Self {
        let mut reader = Reader {
            text,
            open: Vec::new(),
            closed: Vec::new(),
        };
        let bytes = text.as_bytes();
        let mut next = 0;
        while let Some(found) = ENCLOSING.far_position(&bytes[next..]) {
            let at = next + found;
            let character = text[at..].chars().next().unwrap_or_default();
            next = at + character.len_utf8();
            match character {
                '(' | '[' | '{' | '“' | '„' | '«' => reader.open.push((character, at)),
                ')' => reader.close(&['('], at..at + 1),
                ']' => reader.close(&['['], at..at + 1),
                '}' => reader.close(&['{'], at..at + 1),
                '”' | '»' => reader.close(&['“', '„', '«'], at..at + character.len_utf8()),
                '"' => reader.straight_quote(at),
                _ => {}
            }
        }
        Self {
            ranges: reader.closed,
            next: 0,
        }
    }

    /// The end of the pair that byte `at` lies strictly inside of. Positions must not decrease.
    pub(super) fn around(&mut self, at: usize) -> Option<usize> {
        while self
            .ranges
            .get(self.next)
            .is_some_and(|range| range.end <= at)
        {
            self.next += 1;
        }
        let range = self.ranges.get(self.next)?;
        (range.start < at).then_some(range.end)
    }
}

/// The bytes with which the marks of quotations and brackets begin.
// The last two begin the quotation marks outside ASCII.
static ENCLOSING: ByteSet = ByteSet::of(b"()[]{}\"\xc2\xe2");

struct Reader<'a> {
    text: &'a str,
    open: Vec<(char, usize)>,
    closed: Vec<Range<usize>>,
}

impl Reader<'_> {
    fn close(&mut self, openers: &[char], mark: Range<usize>) {
        let depth = self
            .open
            .iter()
            .rev()
            .take(DEEPEST_SEARCH)
            .position(|(opener, _)| openers.contains(opener));
        let Some(depth) = depth else {
            return;
        };
        self.open.truncate(self.open.len() - depth);
        let Some((opener, start)) = self.open.pop() else {
            return;
        };
        let quotation = matches!(opener, '"' | '“' | '„' | '«');
        if mark.end - start > LONGEST || (!quotation && self.is_transparent(start, &mark)) {
            return;
        }
        while self.closed.last().is_some_and(|inner| inner.start > start) {
            self.closed.pop();
        }
        self.closed.push(start..mark.end);
    }

    /// A bracket that stands alone, as in "(It may sting. That is normal.)", holds sentences of its
    /// own; and one that is followed by an atom is the text of a link or of a marked span.
    fn is_transparent(&self, start: usize, mark: &Range<usize>) -> bool {
        let follows_atom = self.text[mark.end..].starts_with(super::atoms::is_atom);
        let before = self.text[..start].trim_end();
        let alone = before.is_empty() || before.ends_with(['.', '?', '!', '"', '”']);
        let inside = self.text[start + 1..mark.start].trim_end_matches(['"', '”', '*', '_']);
        let sentences = inside.ends_with(['.', '?', '!']) && inside.contains(char::is_alphabetic);
        follows_atom || (alone && sentences)
    }

    /// A straight mark opens or closes by the spaces on its sides, and else by turns.
    fn straight_quote(&mut self, at: usize) {
        let before = self.text[..at].chars().next_back();
        let after = self.text[at + 1..].chars().next();
        let open = self
            .open
            .iter()
            .rev()
            .take(DEEPEST_SEARCH)
            .any(|&(opener, _)| opener == '"');
        let leads = before.is_none_or(|c| c.is_whitespace() || "([{-–—".contains(c));
        let spaced = after.is_none_or(char::is_whitespace);
        if leads && (!spaced || !open) {
            self.open.push(('"', at));
        } else if open {
            self.close(&['"'], at..at + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(text: &str) -> Vec<&str> {
        Enclosures::of(text)
            .ranges
            .iter()
            .map(|range| &text[range.clone()])
            .collect()
    }

    #[test]
    fn a_bracket_within_a_sentence_is_kept_together() {
        assert_eq!(
            inside("Hair grew (see Fig. 2 and [3]) in men."),
            ["(see Fig. 2 and [3])"]
        );
    }

    #[test]
    fn a_bracket_that_stands_alone_holds_sentences() {
        assert!(inside("It hurts. (It may sting. That is normal.)").is_empty());
    }

    #[test]
    fn an_inch_is_not_a_quotation() {
        assert!(inside("A 6\" needle. Then a 5\" needle.").is_empty());
    }

    #[test]
    fn straight_marks_take_turns_in_tokenised_text() {
        assert_eq!(
            inside("the \" death domain. \" Another"),
            ["\" death domain. \""]
        );
    }
}

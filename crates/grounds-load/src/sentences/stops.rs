//! Full stops and their like, with the closing marks and note marks that cling to them.

use super::notes;
use super::words::skip_space;

/// What kind of mark it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// One full stop (or two, by a slip).
    Period,
    /// Points that stand for words left out; `ends` when a sentence may end at them.
    Omission {
        /// Four points hold a full stop, and so may three without spaces between.
        ends: bool,
    },
    /// A question or exclamation mark.
    Strong,
    /// A mark of another script.
    Foreign,
}

/// A mark that may end a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop {
    pub(super) mark: Mark,
    /// Where the mark begins, in bytes.
    pub(super) start: usize,
    /// Where the closing marks and notes after it end: the sentence would end here.
    pub(super) end: usize,
    /// Where the text goes on.
    pub(super) next: usize,
    /// Where to read on for the next mark.
    pub(super) resume: usize,
    /// Whether a quotation mark or bracket closes after it.
    pub(super) closed: bool,
    /// Whether a note or citation clings to it.
    pub(super) noted: bool,
}

impl Stop {
    /// Reads the mark at byte `start`. In a list of references (`[1] Kumar. [2] Dhurat.`), a number
    /// in brackets after a space heads the next entry and does not cling.
    pub(super) fn read(text: &str, start: usize, is_reference_list: bool) -> Self {
        let (mark, mark_end, resume) = read_mark(text, start);
        let closers = text[mark_end..].trim_start_matches(is_closing);
        let closed_end = text.len() - closers.len();
        let noted_end = if mark_end < resume {
            closed_end
        } else {
            notes::skip_notes(text, start, closed_end, is_reference_list)
        };
        Self {
            mark,
            start,
            end: noted_end,
            next: skip_space(text, noted_end.max(resume)),
            resume: resume.max(noted_end),
            closed: closed_end > mark_end,
            noted: noted_end > closed_end,
        }
    }

    /// Whether white space, or the end of the text, follows.
    pub(super) fn spaced(&self, text: &str) -> bool {
        self.next > self.end || self.next == text.len()
    }

    /// Moves the end past a closing mark that stands after a space, as in tokenised text.
    pub(super) fn extend_to(&mut self, text: &str, end: usize) {
        self.end = end;
        self.next = skip_space(text, end);
        self.resume = self.resume.max(end);
        self.closed = true;
    }
}

/// Quotation marks, brackets and emphasis that close directly after a full stop.
pub(super) fn is_closing(character: char) -> bool {
    matches!(
        character,
        ')' | ']' | '}' | '"' | '\'' | '”' | '’' | '»' | '›' | '*' | '_'
    )
}

/// The mark, where it ends, and where the points end of which it may be the first.
fn read_mark(text: &str, start: usize) -> (Mark, usize, usize) {
    let rest = &text[start..];
    let tight = rest.len()
        - rest
            .trim_start_matches(['.', '?', '!', '…', '‼', '⁇', '⁈', '⁉'])
            .len();
    let run = &rest[..tight];
    let end = start + tight;
    if run.contains(['?', '!', '‼', '⁇', '⁈', '⁉']) {
        return (Mark::Strong, end, end);
    }
    if run.is_empty() {
        let end = start + rest.chars().next().map_or(0, char::len_utf8);
        return (Mark::Foreign, end, end);
    }
    let points_end = end + spaced_points(&text[end..]);
    if points_end > end {
        return spaced_mark(text, start, points_end);
    }
    match run {
        "." | ".." => (Mark::Period, end, end),
        _ => (Mark::Omission { ends: true }, end, end),
    }
}

/// How many bytes of " . . ." follow. A point before a letter or digit (" .5 mg") is not one.
fn spaced_points(text: &str) -> usize {
    let mut end = 0;
    while let Some(after) = text[end..].strip_prefix(" .") {
        if after.starts_with(char::is_alphanumeric) {
            break;
        }
        end += 2;
    }
    end
}

/// Points with spaces between: four, of which the first is attached to a word, are a full stop and
/// an omission at the head of the next sentence, if there is one (Chicago Manual of Style, 13.53).
fn spaced_mark(text: &str, start: usize, end: usize) -> (Mark, usize, usize) {
    let points = text[start..end].matches('.').count();
    let attached = text[..start].ends_with(|before: char| !before.is_whitespace());
    let followed = text[end..].trim_start().starts_with(char::is_alphanumeric);
    if attached && points > 3 && followed {
        return (Mark::Omission { ends: true }, start + 1, end);
    }
    (Mark::Omission { ends: points > 3 }, end, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_closes_after_a_full_stop_belongs_to_it() {
        let text = "“It is small.”[3] Then";
        let stop = Stop::read(text, text.find('.').unwrap(), false);
        assert_eq!(&text[stop.start..stop.end], ".”[3]");
        assert!(stop.closed && stop.noted && stop.spaced(text));
    }

    #[test]
    fn four_spaced_points_hold_a_full_stop() {
        let stop = Stop::read("compounds. . . . The practice", 9, false);
        assert_eq!(
            (stop.mark, stop.end, stop.resume),
            (Mark::Omission { ends: true }, 10, 16)
        );
        let stop = Stop::read("was . . . that", 4, false);
        assert_eq!(stop.mark, Mark::Omission { ends: false });
    }
}

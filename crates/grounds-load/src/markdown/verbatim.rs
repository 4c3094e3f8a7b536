//! What hides its content from Markdown: code, raw HTML, autolinks, and the mathematics and TeX
//! that Pandoc would set (here it stays text, but no citation is read in it).
//!
//! All functions look at one place of a text and say where the construct ends.

use std::cell::RefCell;
use std::collections::BTreeMap;

use memchr::{memchr, memmem};

use crate::byte_set::ByteSet;

/// A text with indexes that make every question about it cheap.
#[derive(Debug)]
pub(super) struct Verbatim<'a> {
    pub(super) text: &'a str,
    /// Starts of the runs of backticks, by their length.
    runs: BTreeMap<usize, Vec<usize>>,
    /// For a needle, the last search: from where, and what was found.
    searches: RefCell<BTreeMap<&'static str, (usize, Option<usize>)>>,
}

/// An autolink's parts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Autolink {
    pub(super) end: usize,
    pub(super) email: bool,
}

impl<'a> Verbatim<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut runs: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(offset) = memchr(b'`', &bytes[at..]) {
            let start = at + offset;
            at = start + run(&bytes[start..], b'`');
            runs.entry(at - start).or_default().push(start);
        }
        let searches = RefCell::default();
        Self {
            text,
            runs,
            searches,
        }
    }

    /// The next place of `needle` at or after `at`; repeated searches forward are linear in all.
    pub(super) fn next(&self, needle: &'static str, at: usize) -> Option<usize> {
        let mut searches = self.searches.borrow_mut();
        if let Some((from, found)) = searches.get(needle)
            && *from <= at
            && found.is_none_or(|found| found >= at)
        {
            return *found;
        }
        let rest = self.text.get(at..)?;
        let found = match needle.as_bytes() {
            // One byte is found faster than a text.
            [byte] => memchr(*byte, rest.as_bytes()),
            needle => memmem::find(rest.as_bytes(), needle),
        };
        let found = found.map(|offset| at + offset);
        searches.insert(needle, (at, found));
        found
    }

    /// `` `…` ``: the end, and where the content lies.
    pub(super) fn code(&self, at: usize, limit: usize) -> Option<(usize, std::ops::Range<usize>)> {
        let length = run(&self.text.as_bytes()[at..limit], b'`');
        let starts = self.runs.get(&length)?;
        let next = starts.partition_point(|start| *start <= at);
        let close = *starts.get(next)?;
        let end = close + length;
        (end <= limit).then_some((end, at + length..close))
    }

    /// `$…$` and `$$…$$`, by Pandoc's rules: no blank inside the single dollars, no digit after.
    pub(super) fn mathematics(&self, at: usize, limit: usize) -> Option<usize> {
        let bytes = &self.text.as_bytes()[..limit];
        if bytes[at..].starts_with(b"$$") {
            let close = self.next("$$", at + 2)?;
            return (close > at + 2 && close + 2 <= limit).then_some(close + 2);
        }
        if bytes
            .get(at + 1)
            .is_none_or(|byte| byte.is_ascii_whitespace() || *byte == b'$')
        {
            return None;
        }
        let mut close = at + 1;
        loop {
            close = self.next("$", close)?;
            if close >= limit {
                return None;
            }
            if !escaped(&bytes[at + 1..close]) {
                break;
            }
            close += 1;
        }
        let blank = bytes[close - 1].is_ascii_whitespace();
        let digit = bytes.get(close + 1).is_some_and(u8::is_ascii_digit);
        (!blank && !digit).then_some(close + 1)
    }

    /// `\command`, with `[options]` and `{arguments}`.
    pub(super) fn tex(&self, at: usize, limit: usize) -> Option<usize> {
        let bytes = &self.text.as_bytes()[..limit];
        if !bytes.get(at + 1)?.is_ascii_alphabetic() {
            return None;
        }
        let letter = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'@';
        let mut end = at
            + 1
            + bytes[at + 1..]
                .iter()
                .take_while(|byte| letter(byte))
                .count();
        loop {
            let blanks = bytes[end..]
                .iter()
                .take_while(|byte| **byte == b' ')
                .count();
            let open = end + blanks;
            let close = match bytes.get(open) {
                Some(b'[') => self.next("]", open).filter(|close| *close < limit),
                Some(b'{') => Some(self.braces(open, limit)?),
                _ => None,
            };
            match close {
                Some(close) => end = close + 1,
                None => return Some(end),
            }
        }
    }

    /// The `}` that closes the `{` at `open`, if it is not absurdly far.
    fn braces(&self, open: usize, limit: usize) -> Option<usize> {
        const FAR: usize = 4096;
        let bytes = &self.text.as_bytes()[open..limit.min(open + FAR)];
        let mut depth = 0;
        for (offset, byte) in bytes.iter().enumerate() {
            match byte {
                b'{' => depth += 1,
                b'}' if depth == 1 => return Some(open + offset),
                b'}' => depth -= 1,
                _ => {}
            }
        }
        None
    }

    /// `<https://…>` or `<name@host>`.
    pub(super) fn autolink(&self, at: usize, limit: usize) -> Option<Autolink> {
        let close = self.next(">", at).filter(|close| *close < limit)?;
        let inside = &self.text[at + 1..close];
        let bad = |char: char| char.is_whitespace() || char == '<';
        // Addresses are short: what is longer is no use searching through again and again.
        if inside.len() > 2048 || inside.contains(bad) {
            return None;
        }
        let end = close + 1;
        let scheme = inside
            .split_once(':')
            .is_some_and(|(scheme, _)| is_scheme(scheme));
        if scheme {
            return Some(Autolink { end, email: false });
        }
        is_email(inside).then_some(Autolink { end, email: true })
    }

    /// A raw HTML tag, comment, declaration or instruction.
    pub(super) fn html(&self, at: usize, limit: usize) -> Option<usize> {
        let rest = &self.text[at..limit];
        let end = if rest.starts_with("<!--") {
            self.next("-->", at + 4)? + 3
        } else if rest.starts_with("<?") {
            self.next("?>", at + 2)? + 2
        } else if rest.starts_with("<!") {
            rest.as_bytes()
                .get(2)
                .filter(|byte| byte.is_ascii_alphabetic())?;
            self.next(">", at)? + 1
        } else {
            at + tag(rest)?
        };
        (end <= limit).then_some(end)
    }
}

/// Pairs the brackets that stand outside escapes, code, mathematics, HTML and TeX.
pub(super) fn match_brackets(verbatim: &Verbatim) -> Vec<(usize, usize)> {
    let (text, limit) = (verbatim.text, verbatim.text.len());
    let mut pairs: Vec<(usize, Option<usize>)> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(offset) = HIDING.far_position(&text.as_bytes()[at..]) {
        let start = at + offset;
        at = start + 1;
        let opaque = match text.as_bytes()[start] {
            b'[' => {
                open.push(pairs.len());
                pairs.push((start, None));
                None
            }
            b']' => {
                if let Some(position) = open.pop().and_then(|at| pairs.get_mut(at)) {
                    position.1 = Some(start);
                }
                None
            }
            b'\\' => match text[at..].chars().next() {
                Some(char) if !char.is_alphanumeric() => Some(at + char.len_utf8()),
                _ => verbatim.tex(start, limit),
            },
            b'`' => {
                at = start + run(&text.as_bytes()[start..], b'`');
                verbatim.code(start, limit).map(|(end, _)| end)
            }
            b'$' => verbatim.mathematics(start, limit),
            _ => verbatim.html(start, limit),
        };
        at = opaque.unwrap_or(at);
    }
    let closed = pairs.into_iter();
    closed
        .filter_map(|(open, close)| Some((open, close?)))
        .collect()
}

/// Brackets, and the bytes with which begins what hides them.
static HIDING: ByteSet = ByteSet::of(b"[]\\`$<");

/// How many bytes at the start are `byte`.
pub(super) fn run(bytes: &[u8], byte: u8) -> usize {
    bytes.iter().take_while(|found| **found == byte).count()
}

/// Whether what follows `before` is escaped: an odd number of backslashes ends it.
fn escaped(before: &[u8]) -> bool {
    before
        .iter()
        .rev()
        .take_while(|byte| **byte == b'\\')
        .count()
        % 2
        == 1
}

fn is_scheme(scheme: &str) -> bool {
    (2..=32).contains(&scheme.len())
        && scheme.starts_with(|char: char| char.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|char| char.is_ascii_alphanumeric() || "+-.".contains(char))
}

fn is_email(text: &str) -> bool {
    let Some((local, host)) = text.split_once('@') else {
        return false;
    };
    let local_char = |char: char| char.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(char);
    let label = |label: &str| {
        !label.is_empty()
            && label
                .chars()
                .all(|char| char.is_alphanumeric() || char == '-')
    };
    !local.is_empty() && local.chars().all(local_char) && host.split('.').all(label)
}

/// The length of the opening or closing tag at the start of `text`.
fn tag(text: &str) -> Option<usize> {
    let closing = text.starts_with("</");
    let mut rest = text[1..].strip_prefix('/').unwrap_or(&text[1..]);
    rest = rest.strip_prefix(|char: char| char.is_ascii_alphabetic())?;
    rest = rest.trim_start_matches(|char: char| char.is_ascii_alphanumeric() || char == '-');
    loop {
        let trimmed = rest.trim_start();
        let spaced = trimmed.len() < rest.len();
        if let Some(after) = trimmed.strip_prefix('>') {
            return Some(text.len() - after.len());
        }
        if closing {
            return None;
        }
        if let Some(after) = trimmed.strip_prefix("/>") {
            return Some(text.len() - after.len());
        }
        if !spaced {
            return None;
        }
        rest = attribute(trimmed)?;
    }
}

/// What follows an HTML attribute.
fn attribute(text: &str) -> Option<&str> {
    let first = |char: char| char.is_ascii_alphabetic() || char == '_' || char == ':';
    let later = |char: char| char.is_ascii_alphanumeric() || "_.:-".contains(char);
    let rest = text.strip_prefix(first)?.trim_start_matches(later);
    let Some(value) = rest.trim_start().strip_prefix('=') else {
        return Some(rest);
    };
    let value = value.trim_start();
    for quote in ['"', '\''] {
        if let Some(inside) = value.strip_prefix(quote) {
            return inside.split_once(quote).map(|(_, after)| after);
        }
    }
    let bare = |char: char| !char.is_whitespace() && !"\"'=<>`".contains(char);
    value
        .strip_prefix(bare)
        .map(|rest| rest.trim_start_matches(bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_needs_a_run_of_the_same_length() {
        let text = "``a ` b`` c `d";
        let verbatim = Verbatim::new(text);
        assert_eq!(verbatim.code(0, text.len()), Some((9, 2..7)));
        assert_eq!(verbatim.code(12, text.len()), None);
        assert_eq!(verbatim.code(0, 8), None);
    }

    #[test]
    fn prices_are_no_mathematics() {
        let end = |text: &str| Verbatim::new(text).mathematics(0, text.len());
        assert_eq!(end("$5 and $6"), None);
        assert_eq!(end("$ 5$"), None);
        assert_eq!(end("$5 $"), None);
        assert_eq!(end("$a\\$b$ c"), Some(6));
        assert_eq!(end("$$a$$"), Some(5));
    }

    #[test]
    fn tags_are_read_to_their_end() {
        let end = |text: &str| Verbatim::new(text).html(0, text.len());
        assert_eq!(end("<a href=\"@x>\" b>c"), Some(16));
        assert_eq!(end("</b >"), Some(5));
        assert_eq!(end("<!-- > -->x"), Some(10));
        assert_eq!(end("<b @a>"), None);
        assert_eq!(end("<5 and >"), None);
        assert_eq!(end("<!-- a"), None);
    }

    #[test]
    fn autolinks_are_addresses() {
        let email = |text: &str| {
            Verbatim::new(text)
                .autolink(0, text.len())
                .map(|link| link.email)
        };
        assert_eq!(email("<https://x.y/@a>"), Some(false));
        assert_eq!(email("<a@b.c>"), Some(true));
        assert_eq!(email("<a b>"), None);
        assert_eq!(email("<@a>"), None);
    }
}

//! Reading the inlines of one leaf, with the grammar of Pandoc's Markdown.
//!
//! That grammar tries its alternatives in order and goes back when one fails, so where citations,
//! spans, links and quotes overlap, the order decides. This reader keeps the order, remembers the
//! outcome of each attempt, and so needs no more than one attempt a place and context.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::rc::Rc;

use foldhash::fast::FixedState;

use super::attempt::{Attempt, Context, Outcome};
use super::node::{Node, NodeKind, Nodes, Target, push_text};
use super::verbatim::{Verbatim, match_brackets, run};
use super::{attributes, entities};
use crate::byte_set::{ByteSet, LETTERS_AND_DIGITS};

/// What the article defines elsewhere.
#[derive(Debug, Default)]
pub(super) struct Definitions {
    /// Link references, by their [`label_key`]: address and title.
    pub(super) links: BTreeMap<String, (String, String)>,
    /// Labels of footnotes.
    pub(super) notes: BTreeSet<String>,
    /// Labels of Pandoc's example lists: `(@label)` before a paragraph numbers it, and `@label`
    /// elsewhere is its number.
    pub(super) examples: BTreeSet<String>,
}

/// How labels are compared: without case, blanks as one.
pub(super) fn label_key(label: &str) -> String {
    label
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// A reader at a place of a leaf's text.
#[derive(Debug)]
pub(super) struct Inlines<'a> {
    pub(super) verbatim: Verbatim<'a>,
    pub(super) definitions: &'a Definitions,
    pub(super) at: usize,
    /// Where the text ends, for now: inside brackets, at the closing one.
    pub(super) limit: usize,
    /// Where the last word ended: right after one, some markup does not begin.
    pub(super) last_word: usize,
    /// Whether links may begin: not within links.
    pub(super) links: bool,
    /// What nesting beyond [`MAX_TRIED`](super::MAX_TRIED) was read as text.
    pub(super) too_deep: Option<Range<usize>>,
    /// The kind of quotes around, if any.
    pub(super) quote: Option<Attempt>,
    /// How many constructs are around.
    pub(super) depth: usize,
    /// The kinds of the attempts around, outermost first.
    pub(super) around: Vec<Attempt>,
    /// Each bracket that is closed and the one that closes it, in order.
    brackets: Vec<(usize, usize)>,
    pub(super) outcomes: HashMap<(usize, Context), Option<Outcome>, FixedState>,
}

const NO_WORD: usize = usize::MAX;

/// All but the letters and digits of ASCII.
static BESIDE_WORDS: ByteSet = LETTERS_AND_DIGITS.inverted();

impl<'a> Inlines<'a> {
    pub(super) fn new(text: &'a str, definitions: &'a Definitions) -> Self {
        let verbatim = Verbatim::new(text);
        let brackets = match_brackets(&verbatim);
        Self {
            verbatim,
            definitions,
            at: 0,
            limit: text.len(),
            last_word: NO_WORD,
            links: true,
            too_deep: None,
            quote: None,
            depth: 0,
            around: Vec::new(),
            brackets,
            outcomes: HashMap::default(),
        }
    }

    pub(super) fn text(&self) -> &'a str {
        self.verbatim.text
    }

    /// What is left, up to the limit.
    pub(super) fn rest(&self) -> &'a str {
        &self.text()[self.at..self.limit]
    }

    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.text()
            .as_bytes()
            .get(at)
            .copied()
            .filter(|_| at < self.limit)
    }

    pub(super) fn char(&self, at: usize) -> Option<char> {
        self.text()[at.min(self.limit)..self.limit].chars().next()
    }

    /// The bracket that closes the one at `open`.
    pub(super) fn closing_bracket(&self, open: usize) -> Option<usize> {
        let found = self.brackets.binary_search_by_key(&open, |pair| pair.0);
        let (_, close) = *self.brackets.get(found.ok()?)?;
        (close < self.limit).then_some(close)
    }

    /// Reads on until `stop` says so or the text ends.
    pub(super) fn until(&mut self, nodes: &mut Vec<Node>, stop: impl Fn(&Self) -> bool) {
        while self.at < self.limit && !stop(self) {
            if !self.plain(nodes) {
                self.inline(nodes);
            }
        }
    }

    /// Takes words of ASCII, with the commas, full stops and single blanks between them: most of what is
    /// written, in which nothing begins or ends. Whether there are any.
    fn plain(&mut self, nodes: &mut Vec<Node>) -> bool {
        let rest = self.rest().as_bytes();
        let mut length = 0;
        loop {
            let word = BESIDE_WORDS.position(&rest[length..]);
            let word = word.unwrap_or(rest.len() - length);
            length += word;
            if word > 0 {
                self.last_word = self.at + length;
            }
            let next = rest.get(length + 1);
            match rest.get(length) {
                Some(b'.') if next != Some(&b'.') => self.last_word = self.at + length + 1,
                Some(b',') => {}
                Some(b' ') if next.is_some_and(u8::is_ascii_alphanumeric) => {}
                _ => break,
            }
            length += 1;
        }
        length > 0 && self.skip(nodes, length)
    }

    /// Reads a part on its own, as if nothing stood around it.
    pub(super) fn isolated(&mut self, part: Range<usize>) -> Nodes {
        let outer = (self.at, self.limit, self.last_word);
        (self.at, self.limit, self.last_word) = (part.start, part.end, NO_WORD);
        let mut nodes = Vec::new();
        self.until(&mut nodes, |_| false);
        (self.at, self.limit, self.last_word) = outer;
        Rc::new(nodes)
    }

    /// Reads one inline. There is one: any character can be text.
    pub(super) fn inline(&mut self, nodes: &mut Vec<Node>) {
        let Some(char) = self.char(self.at) else {
            return;
        };
        let found = match char {
            ' ' | '\t' => self.blanks(nodes),
            '\n' => self.one(nodes, 1, NodeKind::SoftBreak),
            '`' => self.code(nodes),
            '*' | '_' => self.emphasis(char, nodes),
            '^' => self.superscript(nodes) || self.inline_note(nodes),
            '~' => self.strikeout(nodes) || self.subscript(nodes),
            '[' => self.bracket(nodes),
            '!' => self.image(nodes),
            '$' => self.mathematics(nodes),
            '<' => self.angle(nodes),
            '\\' => self.backslash(nodes),
            '@' => self.narrative_citation(nodes),
            '\'' | '‘' | '\u{91}' => self.single_quotes(nodes),
            '"' | '“' | '\u{93}' => self.double_quotes(nodes),
            '&' => self.entity(nodes),
            '.' if self.rest().starts_with("...") => self.skip(nodes, 3),
            _ => self.word(nodes),
        };
        if !found {
            self.skip(nodes, char.len_utf8());
        }
    }

    /// Takes `length` bytes as text.
    pub(super) fn skip(&mut self, nodes: &mut Vec<Node>, length: usize) -> bool {
        push_text(nodes, self.at..self.at + length);
        self.at += length;
        true
    }

    /// Takes all up to `end` as text, line by line.
    pub(super) fn skip_lines(&mut self, nodes: &mut Vec<Node>, end: usize) -> bool {
        while let Some(length) = self.text()[self.at..end].find('\n') {
            self.skip(nodes, length);
            self.one(nodes, 1, NodeKind::SoftBreak);
        }
        self.skip(nodes, end - self.at)
    }

    fn one(&mut self, nodes: &mut Vec<Node>, length: usize, kind: NodeKind) -> bool {
        nodes.push(Node::new(self.at..self.at + length, kind));
        self.at += length;
        true
    }

    /// Letters and digits, with single full stops.
    fn word(&mut self, nodes: &mut Vec<Node>) -> bool {
        let mut length = 0;
        let mut chars = self.rest().chars().peekable();
        while let Some(char) = chars.next() {
            let stop = char == '.' && chars.peek() != Some(&'.');
            if !char.is_alphanumeric() && !stop {
                break;
            }
            length += char.len_utf8();
        }
        if length == 0 {
            return false;
        }
        self.skip(nodes, length);
        self.last_word = self.at;
        true
    }

    pub(super) fn blanks(&mut self, nodes: &mut Vec<Node>) -> bool {
        let rest = self.rest();
        let length = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        if rest[length..].starts_with('\n') {
            if length > 1 {
                return self.one(nodes, length + 1, NodeKind::HardBreak);
            }
            // A blank before a line break is the line break.
            return self.one(nodes, length + 1, NodeKind::SoftBreak);
        }
        self.skip(nodes, length)
    }

    fn code(&mut self, nodes: &mut Vec<Node>) -> bool {
        // Nobody means a run as long as this; trying each of its suffixes would take long.
        const LONGEST: usize = 32;
        let length = run(self.rest().as_bytes(), b'`');
        if length > LONGEST {
            return self.skip(nodes, length);
        }
        let Some((end, inside)) = self.verbatim.code(self.at, self.limit) else {
            return false;
        };
        let code = self.text()[inside].trim().replace('\n', " ");
        let start = self.at;
        self.at = end;
        let _ = self.trailing_attributes() || self.raw_format();
        nodes.push(Node::new(start..self.at, NodeKind::Code(code)));
        true
    }

    /// `{=format}` after code.
    fn raw_format(&mut self) -> bool {
        let Some(inside) = self.rest().strip_prefix("{=") else {
            return false;
        };
        let word = |char: char| char.is_alphanumeric() || "-_ ".contains(char);
        let after = inside.trim_start_matches(word);
        let known = after.starts_with('}') && after.len() < inside.len();
        if known {
            self.at += 2 + inside.len() - after.len() + 1;
        }
        known
    }

    /// Attributes right here, which go to what was just read and are not kept.
    fn trailing_attributes(&mut self) -> bool {
        let found = self.attributes_at(self.at).and_then(Result::ok);
        self.at = found
            .as_ref()
            .map_or(self.at, |attributes| attributes.range.end);
        found.is_some()
    }

    /// The attributes whose `{` stands at `at`, if one does.
    pub(super) fn attributes_at(
        &self,
        at: usize,
    ) -> Option<Result<super::Attributes, attributes::Malformed>> {
        let brace = self.byte(at) == Some(b'{');
        brace.then(|| attributes::parse(&self.text()[..self.limit], at))
    }

    fn mathematics(&mut self, nodes: &mut Vec<Node>) -> bool {
        match self.verbatim.mathematics(self.at, self.limit) {
            Some(end) => self.skip_lines(nodes, end),
            None => false,
        }
    }

    fn angle(&mut self, nodes: &mut Vec<Node>) -> bool {
        let link = self
            .verbatim
            .autolink(self.at, self.limit)
            .filter(|_| self.links);
        if let Some(link) = link {
            let inside = self.at + 1..link.end - 1;
            let address = &self.text()[inside.clone()];
            let url = if link.email {
                format!("mailto:{address}")
            } else {
                address.to_owned()
            };
            let target = Target {
                url,
                ..Target::default()
            };
            let content = Rc::new(vec![Node::text(inside)]);
            let start = self.at;
            self.at = link.end;
            self.trailing_attributes();
            nodes.push(Node::new(
                start..self.at,
                NodeKind::Link(Rc::new(target), content),
            ));
            return true;
        }
        let Some(end) = self.verbatim.html(self.at, self.limit) else {
            return false;
        };
        let comment = self.rest().starts_with("<!--");
        let kind = if comment {
            NodeKind::Comment
        } else {
            NodeKind::Html
        };
        self.one(nodes, end - self.at, kind)
    }

    fn backslash(&mut self, nodes: &mut Vec<Node>) -> bool {
        match self.char(self.at + 1) {
            Some('\n') => self.one(nodes, 2, NodeKind::HardBreak),
            Some(char) if !char.is_alphanumeric() => {
                let decoded = if char == ' ' { '\u{a0}' } else { char };
                self.one(
                    nodes,
                    1 + char.len_utf8(),
                    NodeKind::Decoded(decoded.into()),
                )
            }
            _ => match self.verbatim.tex(self.at, self.limit) {
                Some(end) => self.skip_lines(nodes, end),
                None => false,
            },
        }
    }

    fn entity(&mut self, nodes: &mut Vec<Node>) -> bool {
        match entities::decode(self.rest()) {
            Some((decoded, length)) => self.one(nodes, length, NodeKind::Decoded(decoded)),
            None => false,
        }
    }
}

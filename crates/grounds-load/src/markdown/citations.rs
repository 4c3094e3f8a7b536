//! `[@key, p. 3; see @other]`, `[-@key]`, `@key` and `@key [p. 3]`, with Pandoc's grammar.

use std::ops::Range;
use std::rc::Rc;

use super::attempt::Attempt;
use super::inlines::{Inlines, label_key};
use super::keys::{braced_key, simple_key};
use super::node::{CitationNode, Node, NodeKind, Nodes};
use super::tree::CitationMode;

/// A key and what marks it.
#[derive(Debug, Clone)]
struct Key {
    name: Range<usize>,
    suppress_author: bool,
    end: usize,
}

impl Inlines<'_> {
    /// `@key` or `-@key` at this place, which may not follow a word.
    fn cite_key(&self, at: usize) -> Option<Key> {
        let suppress_author = self.byte(at) == Some(b'-');
        let sign = at + usize::from(suppress_author);
        if self.byte(sign) != Some(b'@') || self.last_word == at || self.inside_url(at) {
            return None;
        }
        let rest = &self.text()[sign + 1..self.limit];
        let start = sign + 1;
        if rest.starts_with('{') {
            let length = braced_key(rest)?;
            let end = start + length;
            return Some(Key {
                name: start + 1..end - 1,
                suppress_author,
                end,
            });
        }
        let end = start + simple_key(rest)?;
        Some(Key {
            name: start..end,
            suppress_author,
            end,
        })
    }

    /// A bracket with citations, which no bracket, brace or parenthesis may follow.
    pub(super) fn citation(&mut self, nodes: &mut Vec<Node>) -> bool {
        let sign = self.verbatim.next("@", self.at);
        let key_at_once = matches!(self.byte(self.at + 1), Some(b'@' | b'-'));
        let plausible = match self.closing_bracket(self.at) {
            Some(close) => sign.is_some_and(|sign| sign < close),
            None => key_at_once,
        };
        let Some(reach) = self.reach(self.at).filter(|_| plausible) else {
            return false;
        };
        let outer = std::mem::replace(&mut self.limit, reach);
        let found = self.attempt(Attempt::Citation, nodes, |reader| {
            let start = reader.at;
            let citations = reader.bracketed_citations()?;
            let kind = NodeKind::Cite(Rc::new(citations));
            Some(vec![Node::new(start..reader.at, kind)])
        });
        self.limit = outer;
        found
    }

    /// How far brackets with citations may go. Markup in a suffix can hide the bracket that
    /// seems to close them, but a search to the end of the text from each bracket would take long.
    fn reach(&self, open: usize) -> Option<usize> {
        const HIDDEN: usize = 512;
        let close = match self.closing_bracket(open) {
            Some(close) => close,
            None => self
                .verbatim
                .next("]", open)
                .filter(|close| close - open < HIDDEN)?,
        };
        Some(
            self.text()
                .floor_char_boundary(close + HIDDEN)
                .min(self.limit),
        )
    }

    fn bracketed_citations(&mut self) -> Option<Vec<CitationNode>> {
        self.at += 1;
        self.line_blanks();
        let citations = self.citation_list()?;
        self.line_blanks();
        (self.byte(self.at)? == b']').then_some(())?;
        self.at += 1;
        (!matches!(self.byte(self.at), Some(b'[' | b'(' | b'{'))).then_some(citations)
    }

    fn citation_list(&mut self) -> Option<Vec<CitationNode>> {
        let mut citations = vec![self.one_citation()?];
        while self.byte(self.at) == Some(b';') {
            let before = self.at;
            self.at += 1;
            self.line_blanks();
            if let Some(citation) = self.one_citation() {
                citations.push(citation);
            } else {
                self.at = before;
                break;
            }
        }
        Some(citations)
    }

    fn one_citation(&mut self) -> Option<CitationNode> {
        let start = self.at;
        let mut prefix = Vec::new();
        self.until(&mut prefix, |reader| {
            matches!(reader.byte(reader.at), Some(b']' | b';'))
                || reader.cite_key(reader.at).is_some()
        });
        let key = self.cite_key(self.at)?;
        self.at = key.end;
        let suffix = self.suffix();
        let mode = if key.suppress_author {
            CitationMode::SuppressAuthor
        } else {
            CitationMode::Normal
        };
        let (range, prefix) = (start..self.at, Rc::new(prefix));
        Some(CitationNode {
            range,
            key: key.name,
            mode,
            prefix,
            suffix,
        })
    }

    fn suffix(&mut self) -> Nodes {
        let mut suffix = Vec::new();
        self.until(&mut suffix, |reader| {
            matches!(reader.byte(reader.at), Some(b']' | b';'))
        });
        Rc::new(suffix)
    }

    /// Blanks and at most one line break.
    fn line_blanks(&mut self) {
        let rest = self.rest();
        let spaces = |text: &str| text.len() - text.trim_start_matches([' ', '\t']).len();
        let mut length = spaces(rest);
        if rest[length..].starts_with('\n') {
            length += 1;
            length += spaces(&rest[length..]);
        }
        self.at += length;
    }

    /// `@key`, and what stands in brackets after it.
    pub(super) fn narrative_citation(&mut self, nodes: &mut Vec<Node>) -> bool {
        let Some(key) = self.cite_key(self.at) else {
            return false;
        };
        let start = self.at;
        if self
            .definitions
            .examples
            .contains(&self.text()[key.name.clone()])
        {
            return self.skip(nodes, key.end - start);
        }
        self.at = key.end;
        let first = CitationNode {
            range: start..key.end,
            key: key.name,
            mode: CitationMode::AuthorInText,
            prefix: Nodes::default(),
            suffix: Nodes::default(),
        };
        let bracket = self.rest().len() - self.rest().trim_start().len() + self.at;
        let cites = self.byte(bracket) == Some(b'[') && !self.is_reference(bracket);
        let reach = self.reach(bracket).filter(|_| cites);
        let inner = reach.unwrap_or(self.limit);
        let outer = std::mem::replace(&mut self.limit, inner);
        let detailed = reach.is_some()
            && self.attempt(Attempt::Details, nodes, |reader| {
                reader.line_blanks();
                let open = reader.at;
                (open == bracket).then_some(())?;
                let mut citations = vec![first.clone()];
                if let Some(more) = reader.bracketed_citations() {
                    citations.extend(more);
                } else {
                    reader.at = open + 1;
                    reader.bare_locator(&mut citations)?;
                }
                let kind = NodeKind::Cite(Rc::new(citations));
                let mut nodes = vec![Node::new(start..reader.at, kind)];
                if let Some(Ok(attributes)) = reader.attributes_at(reader.at) {
                    let reason = "brackets after `@key` are its locator, not a span";
                    nodes.push(Node::new(
                        attributes.range,
                        NodeKind::MalformedAttributes(reason),
                    ));
                }
                Some(nodes)
            });
        self.limit = outer;
        if !detailed {
            let kind = NodeKind::Cite(Rc::new(vec![first]));
            nodes.push(Node::new(start..self.at, kind));
        }
        true
    }

    /// `[p. 3; @other]` after a key, behind the bracket.
    fn bare_locator(&mut self, citations: &mut Vec<CitationNode>) -> Option<()> {
        (self.byte(self.at)? != b'^').then_some(())?;
        self.line_blanks();
        let suffix = self.suffix();
        if let Some(first) = citations.first_mut() {
            first.range.end = self.at;
            first.suffix = suffix;
        }
        if self.byte(self.at)? == b';' {
            let before = self.at;
            self.at += 1;
            self.line_blanks();
            match self.citation_list() {
                Some(more) => citations.extend(more),
                None => self.at = before,
            }
        }
        self.line_blanks();
        (self.byte(self.at)? == b']').then_some(())?;
        self.at += 1;
        (!matches!(self.byte(self.at), Some(b'[' | b'('))).then_some(())
    }

    /// Whether the brackets at `open` are the label of a link.
    fn is_reference(&self, open: usize) -> bool {
        let label = self
            .closing_bracket(open)
            .map(|close| &self.text()[open + 1..close]);
        label.is_some_and(|label| self.definitions.links.contains_key(&label_key(label)))
    }

    /// Whether this place is within a bare web address, whose `@` cites nothing. (Pandoc's
    /// Markdown knows no bare addresses and would cite.)
    fn inside_url(&self, at: usize) -> bool {
        const FAR: usize = 1024;
        let text = self.text();
        if self.verbatim.next("://", 0).is_none() {
            return false;
        }
        let window = &text[text.floor_char_boundary(at.saturating_sub(FAR))..at];
        let outside = |char: char| char.is_whitespace() || "[]{}()<>\"',;".contains(char);
        let word = window.rsplit(outside).next().unwrap_or_default();
        ["http://", "https://", "ftp://"]
            .iter()
            .any(|scheme| word.contains(scheme))
    }

    /// Whether brackets have a key to cite in them: enough to keep them from being a label.
    pub(super) fn looks_cited(&self, open: usize, close: usize) -> bool {
        let followed = matches!(self.byte(close + 1), Some(b'[' | b'(' | b'{'));
        !followed && self.first_key(open, close).is_some()
    }

    fn first_key(&self, open: usize, close: usize) -> Option<usize> {
        let inside = &self.text()[open + 1..close];
        let signs = inside
            .match_indices('@')
            .map(|(offset, _)| open + 1 + offset);
        signs.take(16).find(|sign| {
            let before = self.text()[..*sign].chars().next_back();
            let free =
                before.is_none_or(|char| !char.is_alphanumeric() && char != '\\' && char != '`');
            free && (simple_key(&self.text()[sign + 1..close]).is_some()
                || braced_key(&self.text()[sign + 1..close]).is_some())
        })
    }

    /// Why brackets that look like citations are none.
    pub(super) fn why_no_citation(&self, open: usize, close: usize) -> Option<&'static str> {
        let inside = self.text()[open + 1..close].trim();
        let sign = inside.strip_prefix('-').unwrap_or(inside).strip_prefix('@');
        if let Some(rest) = sign
            && (rest.is_empty() || rest.starts_with([' ', ']', ';', ',']))
        {
            return Some("no key follows the `@`");
        }
        let key = self.first_key(open, close)?;
        let nested = self.text()[open + 1..key].contains('[');
        match self.byte(close + 1) {
            _ if nested => None,
            Some(b'[') => Some("citations side by side belong into one pair of brackets, with `;`"),
            Some(b'{') => Some("braces that are no attributes follow the citation"),
            Some(b'(') => Some("a parenthesis right after the brackets keeps them from citing"),
            _ if self.text()[key..close].contains(';') || self.text()[open..key].contains(';') => {
                Some("a `;` stands between citations: each part needs an `@key`")
            }
            _ => None,
        }
    }

    /// An opening bracket that closes nowhere, right before a key.
    pub(super) fn unclosed_citation(&self, nodes: &mut Vec<Node>) {
        if let Some(key) = self.cite_key(self.at + 1) {
            let reason = "the closing `]` is missing";
            let range = self.at..key.end;
            nodes.push(Node::new(range, NodeKind::MalformedCitation(reason)));
        }
    }
}

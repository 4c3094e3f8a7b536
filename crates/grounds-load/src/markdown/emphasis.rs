//! `*emphasis*`, `**strong**`, `~~struck out~~`, `super^script^` and `sub~script~`.

use std::rc::Rc;

use super::attempt::Attempt;
use super::inlines::Inlines;
use super::node::{Node, NodeKind, Nodes, push_text};
use super::verbatim::run;

impl Inlines<'_> {
    /// Emphasis never fails: what does not close is its delimiter and what came after it.
    pub(super) fn emphasis(&mut self, delimiter: char, nodes: &mut Vec<Node>) -> bool {
        if delimiter == '_' && self.last_word == self.at {
            return false;
        }
        let start = self.at;
        let length = run(self.rest().as_bytes(), delimiter as u8);
        let blank = matches!(self.byte(start + length), Some(b' ' | b'\t'));
        if blank || length > 3 {
            self.skip(nodes, length);
            // Pandoc takes the blank along, which matters within scripts.
            return !blank || self.blanks(nodes);
        }
        let close = Closer { delimiter };
        self.nested(|reader| {
            reader.at += length;
            match length {
                1 => reader.emphasis_of_one(close, start, Vec::new(), nodes),
                2 => reader.emphasis_of_two(close, start, Vec::new(), nodes),
                _ => reader.emphasis_of_three(close, start, nodes),
            }
        })
    }

    fn emphasis_of_one(
        &mut self,
        close: Closer,
        start: usize,
        mut content: Vec<Node>,
        nodes: &mut Vec<Node>,
    ) {
        loop {
            self.until(&mut content, |reader| close.here(reader, 1));
            // Two delimiters in a row may open strong emphasis within this one.
            let double = close.doubled(self);
            if !double || close.at(self, self.at + 2, 1) {
                break;
            }
            let inner = self.at;
            self.at += 2;
            self.emphasis_of_two(close, inner, Vec::new(), &mut content);
        }
        self.finish(close, 1, start, content, NodeKind::Emphasis, nodes);
    }

    fn emphasis_of_two(
        &mut self,
        close: Closer,
        start: usize,
        mut content: Vec<Node>,
        nodes: &mut Vec<Node>,
    ) {
        self.until(&mut content, |reader| close.here(reader, 2));
        self.finish(close, 2, start, content, NodeKind::Strong, nodes);
    }

    fn emphasis_of_three(&mut self, close: Closer, start: usize, nodes: &mut Vec<Node>) {
        let mut content = Vec::new();
        self.until(&mut content, |reader| close.here(reader, 1));
        if close.here(self, 3) {
            let inner = start + 2..self.at + 1;
            let emphasis = Node::new(inner, NodeKind::Emphasis(Rc::new(content)));
            self.finish(close, 3, start, vec![emphasis], NodeKind::Strong, nodes);
        } else if close.here(self, 2) {
            let mut strong = Vec::new();
            self.finish(close, 2, start + 1, content, NodeKind::Strong, &mut strong);
            self.emphasis_of_one(close, start, strong, nodes);
        } else if close.here(self, 1) {
            let mut emphasis = Vec::new();
            self.finish(
                close,
                1,
                start + 2,
                content,
                NodeKind::Emphasis,
                &mut emphasis,
            );
            self.emphasis_of_two(close, start, emphasis, nodes);
        } else {
            push_text(nodes, start..start + 3);
            append(nodes, content);
        }
    }

    /// Wraps the content where the delimiter closes here, and else gives both as they are.
    fn finish(
        &mut self,
        close: Closer,
        length: usize,
        start: usize,
        content: Vec<Node>,
        kind: fn(Nodes) -> NodeKind,
        nodes: &mut Vec<Node>,
    ) {
        if close.here(self, length) {
            self.at += length;
            self.last_word = self.at;
            nodes.push(Node::new(start..self.at, kind(Rc::new(content))));
        } else {
            push_text(nodes, start..start + length);
            append(nodes, content);
        }
    }

    pub(super) fn strikeout(&mut self, nodes: &mut Vec<Node>) -> bool {
        let start = self.rest().strip_prefix("~~");
        if !start.is_some_and(|rest| rest.starts_with(|c: char| c != '~' && !c.is_whitespace())) {
            return false;
        }
        self.attempt(Attempt::Strikeout, nodes, |reader| {
            let start = reader.at;
            reader.at += 2;
            let mut content = Vec::new();
            reader.inline(&mut content);
            reader.until(&mut content, |reader| reader.rest().starts_with("~~"));
            let blank = matches!(reader.text().as_bytes()[reader.at - 1], b' ' | b'\t');
            if reader.at >= reader.limit || blank {
                return None;
            }
            reader.at += 2;
            let kind = NodeKind::Strikethrough(Rc::new(content));
            Some(vec![Node::new(start..reader.at, kind)])
        })
    }

    pub(super) fn superscript(&mut self, nodes: &mut Vec<Node>) -> bool {
        self.script(Attempt::Superscript, b'^', NodeKind::Superscript, nodes)
    }

    pub(super) fn subscript(&mut self, nodes: &mut Vec<Node>) -> bool {
        self.script(Attempt::Subscript, b'~', NodeKind::Subscript, nodes)
    }

    /// A script holds no blank, except within what it holds.
    fn script(
        &mut self,
        attempt: Attempt,
        delimiter: u8,
        kind: fn(Nodes) -> NodeKind,
        nodes: &mut Vec<Node>,
    ) -> bool {
        if self.byte(self.at + 1) == Some(delimiter) {
            return false;
        }
        self.attempt(attempt, nodes, |reader| {
            let start = reader.at;
            reader.at += 1;
            let mut content = Vec::new();
            loop {
                if matches!(reader.byte(reader.at)?, b' ' | b'\t' | b'\n') {
                    return None;
                }
                reader.inline(&mut content);
                if reader.byte(reader.at)? == delimiter {
                    break;
                }
            }
            reader.at += 1;
            Some(vec![Node::new(start..reader.at, kind(Rc::new(content)))])
        })
    }
}

/// What ends emphasis.
#[derive(Debug, Clone, Copy)]
struct Closer {
    delimiter: char,
}

impl Closer {
    fn here(self, reader: &Inlines, length: usize) -> bool {
        self.at(reader, reader.at, length)
    }

    /// An underscore closes only at the end of a word.
    fn at(self, reader: &Inlines, at: usize, length: usize) -> bool {
        let delimiter = self.delimiter as u8;
        (at..at + length).all(|at| reader.byte(at) == Some(delimiter))
            && (self.delimiter == '*'
                || !reader.char(at + length).is_some_and(char::is_alphanumeric))
    }

    fn doubled(self, reader: &Inlines) -> bool {
        let delimiter = Some(self.delimiter as u8);
        reader.byte(reader.at) == delimiter && reader.byte(reader.at + 1) == delimiter
    }
}

fn append(nodes: &mut Vec<Node>, more: Vec<Node>) {
    for node in more {
        match node.kind {
            NodeKind::Text => push_text(nodes, node.range),
            _ => nodes.push(node),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::{BlockKind, Inline, InlineKind, parse};

    /// The inlines of a paragraph: `^(…)`, `~(…)` and `-(…)` for what is set up, down and struck out.
    fn shape(text: &str) -> String {
        let prose = parse(text, 0..text.len());
        let BlockKind::Paragraph(inlines) = &prose.blocks[0].kind else {
            panic!("{prose:?}");
        };
        shown(inlines)
    }

    fn shown(inlines: &[Inline]) -> String {
        let one = |inline: &Inline| match &inline.kind {
            InlineKind::Text(text) => text.clone(),
            InlineKind::Superscript(content) => format!("^({})", shown(content)),
            InlineKind::Subscript(content) => format!("~({})", shown(content)),
            InlineKind::Strikethrough(content) => format!("-({})", shown(content)),
            other => format!("{other:?}"),
        };
        inlines.iter().map(one).collect()
    }

    /// What Pandoc 2.17 makes of each.
    #[test]
    fn scripts_after_and_within_what_is_struck_out() {
        for (text, expected) in [
            ("~~gone~~ x^2^ and H~2~O.", "-(gone) x^(2) and H~(2)O."),
            (
                "~~one~~^2^ and ^a^ ~~b~~ ^c^.",
                "-(one)^(2) and ^(a) -(b) ^(c).",
            ),
            ("~~a ^b^ c~~ ^d^ ~e~ ~~f~~", "-(a ^(b) c) ^(d) ~(e) -(f)"),
            ("x^a~b~^ ~~~ x^y^", "x^(a~(b)) ~~~ x^(y)"),
            ("~~open ^x^ y", "~~open ^(x) y"),
        ] {
            assert_eq!(shape(text), expected, "{text}");
        }
    }
}

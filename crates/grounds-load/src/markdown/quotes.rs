//! Quotes, which are text, but hold together what they enclose.

use super::attempt::Attempt;
use super::inlines::Inlines;
use super::node::{Node, NodeKind};

impl Inlines<'_> {
    pub(super) fn single_quotes(&mut self, nodes: &mut Vec<Node>) -> bool {
        self.quoted(Attempt::SingleQuote, nodes, |reader| {
            let end = reader.rest().strip_prefix(['\'', '’', '\u{92}']);
            end.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
    }

    pub(super) fn double_quotes(&mut self, nodes: &mut Vec<Node>) -> bool {
        self.quoted(Attempt::DoubleQuote, nodes, |reader| {
            reader.rest().starts_with(['"', '”', '\u{94}'])
        })
    }

    /// Quotes are text, but what is between them is read as one: a `;` there ends no citation.
    fn quoted(
        &mut self,
        kind: Attempt,
        nodes: &mut Vec<Node>,
        end: impl Fn(&Self) -> bool,
    ) -> bool {
        let open = self.char(self.at).map_or(0, char::len_utf8);
        let blank = matches!(self.char(self.at + open), None | Some(' ' | '\t' | '\n'));
        if self.quote == Some(kind) || blank || self.last_word == self.at {
            return false;
        }
        let context = self.context(kind);
        self.attempt(kind, nodes, |reader| {
            reader.quote = Some(kind);
            let mut nodes = Vec::new();
            reader.skip(&mut nodes, open);
            (!end(reader)).then_some(())?;
            let mut passed = Vec::new();
            loop {
                let opens = reader
                    .char(reader.at)
                    .is_some_and(|char| "'\"‘“\u{91}\u{93}".contains(char));
                passed.extend(opens.then_some(reader.at));
                reader.inline(&mut nodes);
                let Some(next) = reader.char(reader.at) else {
                    break;
                };
                if end(reader) {
                    // Pandoc drops a blank before the closing quote.
                    match nodes.last_mut() {
                        Some(Node {
                            range,
                            kind: NodeKind::Text,
                        }) => {
                            let kept = reader.text()[range.clone()].trim_end_matches([' ', '\t']);
                            range.end = range.start + kept.len();
                        }
                        Some(Node {
                            kind: NodeKind::SoftBreak,
                            ..
                        }) => drop(nodes.pop()),
                        _ => {}
                    }
                    reader.skip(&mut nodes, next.len_utf8());
                    return Some(nodes);
                }
            }
            // What did not end this quote would not end one that began later, either.
            reader
                .outcomes
                .extend(passed.into_iter().map(|at| ((at, context), None)));
            None
        })
    }
}

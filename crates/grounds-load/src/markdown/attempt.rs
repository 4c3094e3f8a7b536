//! Trying what may turn out not to be there, once.
//!
//! Pandoc's parser goes back where a construct fails, and tries the parts again in the next one;
//! nested brackets or quotes would be read again and again. Here the outcome of each attempt is
//! kept, by its place and by what it depends on.

use super::inlines::Inlines;
use super::node::Node;
use super::{MAX_CITATIONS, MAX_QUOTES, MAX_TRIED};

/// Constructs that may turn out not to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Attempt {
    Bracket,
    Citation,
    Details,
    SingleQuote,
    DoubleQuote,
    Strikeout,
    Superscript,
    Subscript,
}

/// What a construct's outcome depends on, besides its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Context {
    attempt: Attempt,
    limit: usize,
    links: bool,
    quote: Option<Attempt>,
}

#[derive(Debug, Clone)]
pub(super) struct Outcome {
    end: usize,
    last_word: usize,
    nodes: Vec<Node>,
}

impl Inlines<'_> {
    /// Tries a construct here, or recalls what came of it. Without success nothing has changed.
    pub(super) fn attempt(
        &mut self,
        attempt: Attempt,
        nodes: &mut Vec<Node>,
        read: impl FnOnce(&mut Self) -> Option<Vec<Node>>,
    ) -> bool {
        let context = self.context(attempt);
        let Context {
            limit,
            links,
            quote,
            ..
        } = context;
        let (start, last_word) = (self.at, self.last_word);
        let outcome = match self.outcomes.get(&(start, context)) {
            Some(known) => known.clone(),
            None if self.depth >= MAX_TRIED || self.is_within_too_many(attempt) => {
                self.too_deep.get_or_insert(start..limit);
                return false;
            }
            None => {
                self.depth += 1;
                self.around.push(attempt);
                let read = read(self);
                self.around.pop();
                self.depth -= 1;
                let (end, last_word) = (self.at, self.last_word);
                let outcome = read.map(|nodes| Outcome {
                    end,
                    last_word,
                    nodes,
                });
                // With nothing around it that can fail, it is not read again.
                if self.depth > 0 {
                    self.outcomes.insert((start, context), outcome.clone());
                }
                outcome
            }
        };
        (self.limit, self.links, self.quote) = (limit, links, quote);
        let found = outcome.is_some();
        (self.at, self.last_word) = (start, last_word);
        if let Some(outcome) = outcome {
            (self.at, self.last_word) = (outcome.end, outcome.last_word);
            nodes.extend(outcome.nodes);
        }
        found
    }

    /// Whether as many constructs of this kind are around as anybody means.
    fn is_within_too_many(&self, attempt: Attempt) -> bool {
        let most = match attempt {
            // Each keeps the words of those inside.
            Attempt::Citation | Attempt::Details => MAX_CITATIONS,
            // Each that is not closed is read to the end of the text.
            Attempt::SingleQuote | Attempt::DoubleQuote => MAX_QUOTES,
            _ => return false,
        };
        let around = self.around.iter().filter(|around| **around == attempt);
        around.count() >= most
    }

    pub(super) fn context(&self, attempt: Attempt) -> Context {
        Context {
            attempt,
            limit: self.limit,
            links: self.links,
            quote: self.quote,
        }
    }

    /// Like [`Self::attempt`] for what cannot fail and is read once.
    pub(super) fn nested(&mut self, read: impl FnOnce(&mut Self)) -> bool {
        if self.depth >= MAX_TRIED {
            self.too_deep.get_or_insert(self.at..self.limit);
            return false;
        }
        self.depth += 1;
        read(self);
        self.depth -= 1;
        true
    }
}

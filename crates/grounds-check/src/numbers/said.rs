//! Words with numbers, compared with the records that they stand on: a sentence of an article, or a claim's statement.

use std::ops::Range;

use grounds_diagnostics::Place;
use grounds_numbers::quantity::Quantity;

use super::{Grounds, Heads, Judged};
use crate::classify::locate::words_within;
use crate::context::Context;
use crate::subject::SentenceAt;

/// Words with numbers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Said<'s, 'a> {
    /// The words.
    pub(crate) text: &'s str,
    /// Where all of them stand.
    pub(crate) whole: Place,
    /// Their quantities, compared.
    pub(crate) judged: &'s [(Quantity, Judged<'a>)],
    /// What they stand on.
    pub(crate) grounds: &'s Grounds<'a>,
    /// What stands over and before them, in a table.
    pub(crate) heads: Heads<'s>,
}

impl<'a> Said<'a, 'a> {
    /// A sentence, if it stands on studies that have numbers.
    pub(crate) fn of_sentence(at: &SentenceAt<'a>) -> Option<Self> {
        let compared = at.compared()?;
        Some(Self {
            text: &at.sentence.text,
            whole: at.place(),
            judged: compared.quantities.as_deref()?,
            grounds: &compared.grounds,
            heads: compared.heads,
        })
    }
}

impl Said<'_, '_> {
    /// Where some of the words stand.
    pub(crate) fn place(&self, cx: &Context<'_>, words: &Range<usize>) -> Place {
        let words = &self.text[words.clone()];
        words_within(self.whole, words, cx.sources()).unwrap_or(self.whole)
    }
}

//! A passage that states a claim, without the article around it.
//!
//! Most passages say what the claim says, and the sentence around them no more. What is in the claim's
//! record anyway is not kept again.

use std::ops::Range;

use grounds_diagnostics::Place;
use grounds_load::Article;
use grounds_model::Claim;

use super::{ShortPlace, short};

/// A passage that states a claim.
#[derive(Debug, Clone)]
pub(crate) struct Stated {
    at: ShortPlace,
    /// Its words among those of the sentences that hold it.
    own: Range<u32>,
    /// The words of the sentences that hold it; none where they are the claim's statement.
    held: Option<Box<Held>>,
}

/// The words of the sentences that hold a passage, and its own behind them where these do not hold them.
#[derive(Debug, Clone)]
struct Held {
    words: Box<str>,
    /// How many bytes of these are those of the sentences.
    around: usize,
}

impl Stated {
    /// The passage at a position in an article; `statement` is that of the claim.
    pub(super) fn of(article: &Article, passage: usize, statement: Option<&str>) -> Self {
        let it = &article.prose.passages[passage];
        let mut words = around(article, passage);
        let around = words.len();
        // Most passages begin their sentence, which is told faster than where else one stands.
        let at_start = words.starts_with(&it.text).then_some(0);
        let own = if let Some(start) = at_start.or_else(|| words.find(&it.text)) {
            start..start + it.text.len()
        } else {
            words.push_str(&it.text);
            around..words.len()
        };
        Self {
            at: ShortPlace::new(article.file, &it.words),
            own: short(own.start)..short(own.end),
            held: (around < words.len() || statement != Some(words.as_str())).then(|| {
                let words = words.into_boxed_str();
                Box::new(Held { words, around })
            }),
        }
    }

    pub(super) fn at(&self) -> ShortPlace {
        self.at
    }

    /// Where its words stand.
    pub(crate) fn place(&self) -> Place {
        self.at.place()
    }

    /// Its words; `claim` is what it states.
    pub(crate) fn text<'a>(&'a self, claim: &'a Claim) -> &'a str {
        let words = match &self.held {
            Some(held) => &held.words,
            None => claim.statement.as_str(),
        };
        let own = self.own.start as usize..self.own.end as usize;
        words.get(own).unwrap_or(words)
    }

    /// The words of the sentences that hold it.
    pub(crate) fn around<'a>(&'a self, claim: &'a Claim) -> &'a str {
        match &self.held {
            Some(held) => &held.words[..held.around],
            None => claim.statement.as_str(),
        }
    }
}

/// The words of the sentences that hold a passage; none if it is in none.
fn around(article: &Article, passage: usize) -> String {
    let sentences = article.prose.sentences.iter();
    let holding = sentences.filter(|sentence| sentence.passages.contains(&passage));
    let mut around = String::new();
    for sentence in holding {
        if !around.is_empty() {
            around.push(' ');
        }
        around.push_str(&sentence.text);
    }
    around
}

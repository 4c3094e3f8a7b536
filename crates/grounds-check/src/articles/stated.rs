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
    /// Its words among these.
    own: Range<u32>,
    /// How many bytes of these are the words of the sentences that hold it.
    around: u32,
    /// The words of the sentences that hold it, and its own where these do not hold them; none where they are
    /// the claim's statement.
    words: Option<Box<str>>,
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
            around: short(around),
            words: (statement != Some(words.as_str())).then(|| words.into_boxed_str()),
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
        self.part(claim, self.own.clone())
    }

    /// The words of the sentences that hold it.
    pub(crate) fn around<'a>(&'a self, claim: &'a Claim) -> &'a str {
        self.part(claim, 0..self.around)
    }

    fn part<'a>(&'a self, claim: &'a Claim, part: Range<u32>) -> &'a str {
        let words = self.words.as_deref().unwrap_or(claim.statement.as_str());
        let range = part.start as usize..part.end as usize;
        words.get(range).unwrap_or(words)
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

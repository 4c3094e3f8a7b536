//! A passage that states a claim, without the article around it.
//!
//! Most passages say what the claim says, and the sentence around them no more. What is in the claim's
//! record anyway is not kept again.

use std::ops::Range;

use grounds_diagnostics::Place;
use grounds_load::Article;
use grounds_model::Claim;

/// A passage that states a claim.
#[derive(Debug, Clone)]
pub(crate) struct Stated {
    /// Where its words stand.
    pub(crate) place: Place,
    /// The words of the sentences that hold it, and its own where these do not hold them; none where they are
    /// the claim's statement.
    words: Option<Box<str>>,
    /// Its words among these.
    own: Range<u32>,
    /// The words of the sentences that hold it.
    around: Range<u32>,
}

impl Stated {
    /// The passage at a position in an article; `statement` is that of the claim.
    pub(super) fn of(article: &Article, passage: usize, statement: Option<&str>) -> Self {
        let it = &article.prose.passages[passage];
        let mut words = around(article, passage);
        let around = 0..words.len();
        let own = if let Some(start) = words.find(&it.text) {
            start..start + it.text.len()
        } else {
            words.push_str(&it.text);
            around.end..words.len()
        };
        Self {
            place: article.place(it.words.clone()),
            own: short(&own),
            around: short(&around),
            words: (statement != Some(words.as_str())).then(|| words.into_boxed_str()),
        }
    }

    /// Its words; `claim` is what it states.
    pub(crate) fn text<'a>(&'a self, claim: &'a Claim) -> &'a str {
        self.part(claim, &self.own)
    }

    /// The words of the sentences that hold it.
    pub(crate) fn around<'a>(&'a self, claim: &'a Claim) -> &'a str {
        self.part(claim, &self.around)
    }

    fn part<'a>(&'a self, claim: &'a Claim, part: &Range<u32>) -> &'a str {
        let words = self.words.as_deref().unwrap_or(claim.statement.as_str());
        let range = part.start as usize..part.end as usize;
        words.get(range).unwrap_or(words)
    }
}

/// Files are far smaller than 4 GB.
fn short(range: &Range<usize>) -> Range<u32> {
    let short = |at| u32::try_from(at).unwrap_or(u32::MAX);
    short(range.start)..short(range.end)
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

//! A passage that states a claim, without the article around it.
//!
//! Most passages say what the claim says, and the sentence around them no more. What is in the claim's
//! record anyway is not kept again.

use std::ops::Range;

use grounds_diagnostics::Place;
use grounds_load::Article;
use grounds_model::Claim;

use super::ShortPlace;

/// A passage that states a claim.
#[derive(Debug, Clone)]
pub(crate) struct Stated {
    at: ShortPlace,
    /// None where its words and those of the sentences that hold it are the claim's statement.
    words: Option<Box<Words>>,
}

/// The words of a passage.
#[derive(Debug, Clone)]
struct Words {
    /// Those of the sentences that hold it, and its own where these do not hold them; none where they are
    /// the claim's statement.
    all: Option<Box<str>>,
    /// Its own among these.
    own: Range<u32>,
    /// Those of the sentences that hold it.
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
        let whole = 0..words.len();
        let is_statement = statement == Some(words.as_str());
        let words = Words {
            own: short(&own),
            around: short(&around),
            all: (!is_statement).then(|| words.into_boxed_str()),
        };
        let told = is_statement && own == whole && around == whole;
        Self {
            at: ShortPlace::new(article.file, &it.words),
            words: (!told).then(|| Box::new(words)),
        }
    }

    /// Where its words stand.
    pub(crate) fn place(&self) -> Place {
        self.at.place()
    }

    /// Its words; `claim` is what it states.
    pub(crate) fn text<'a>(&'a self, claim: &'a Claim) -> &'a str {
        self.part(claim, |words| &words.own)
    }

    /// The words of the sentences that hold it.
    pub(crate) fn around<'a>(&'a self, claim: &'a Claim) -> &'a str {
        self.part(claim, |words| &words.around)
    }

    fn part<'a>(&'a self, claim: &'a Claim, part: fn(&Words) -> &Range<u32>) -> &'a str {
        let statement = claim.statement.as_str();
        let Some(words) = &self.words else {
            return statement;
        };
        let all = words.all.as_deref().unwrap_or(statement);
        let part = part(words);
        let range = part.start as usize..part.end as usize;
        all.get(range).unwrap_or(all)
    }
}

fn short(range: &Range<usize>) -> Range<u32> {
    super::short(range.start)..super::short(range.end)
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

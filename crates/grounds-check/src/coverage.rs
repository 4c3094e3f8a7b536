//! Claim coverage: how the sentences of the prose are accounted for.
//!
//! Coverage is to claims what line coverage is to code. Its whole is every sentence that could
//! state something: all but *evident* non-claims (headings, questions, advice, definitions, opinions,
//! lead-ins and fragments). Its part is those that are inside or hold a passage, carry a citation,
//! are labelled speculative, or are declared to be a definition, advice, opinion or context.
//!
//! A sentence that holds a passage is accounted for by it only so far as the rest of the sentence
//! is not itself worth a check: "[Needling adds to minoxidil]{claim=…} and cures baldness" is not.

use std::collections::BTreeMap;
use std::rc::Rc;

use grounds_load::{Article, Sentence, Setting};
use grounds_model::{Key, NonClaim};

use crate::classify::token::Tokens;
use crate::classify::{self, CheckWorthy, Evident};

/// How one sentence is accounted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Accounting {
    /// It needs no account: it evidently states nothing.
    Evident(Evident),
    /// It is accounted for.
    Accounted(Accounted),
    /// It states something, and nothing says on what ground.
    Unaccounted(Option<CheckWorthy>),
}

/// What accounts for a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accounted {
    /// A passage that states a claim of the library.
    Passage,
    /// A citation.
    Citation,
    /// The label `.speculative`.
    Speculative,
    /// A label that says that it is no claim.
    Declared(NonClaim),
}

/// How the sentences of a set are accounted for.
#[derive(Debug, Clone, Default)]
pub struct Coverage {
    articles: BTreeMap<Key, Share>,
}

/// A share of sentences.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Sentences accounted for.
    pub part: usize,
    /// Sentences that need an account.
    pub whole: usize,
}

impl Share {
    /// The share in per cent; `None` where there is nothing to account for.
    #[expect(
        clippy::cast_precision_loss,
        reason = "numbers of sentences are far below 2^52"
    )]
    pub fn percent(self) -> Option<f64> {
        (self.whole > 0).then(|| self.part as f64 * 100.0 / self.whole as f64)
    }

    /// Both together.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            part: self.part + other.part,
            whole: self.whole + other.whole,
        }
    }
}

impl Coverage {
    /// The articles, in order of their slugs.
    pub fn articles(&self) -> impl ExactSizeIterator<Item = (&Key, Share)> {
        self.articles.iter().map(|(key, share)| (key, *share))
    }

    /// The share of an article.
    pub fn share_of(&self, key: &Key) -> Share {
        self.articles.get(key).copied().unwrap_or_default()
    }

    /// Puts the share of an article in the place of the one that it had.
    pub(crate) fn replace(&mut self, key: &Key, share: Share) {
        self.articles.insert(key.clone(), share);
    }

    /// The share of the whole set.
    pub fn share(&self) -> Share {
        let shares = self.articles.values().copied();
        shares.fold(Share::default(), Share::and)
    }
}

impl FromIterator<(Key, Share)> for Coverage {
    fn from_iter<T: IntoIterator<Item = (Key, Share)>>(shares: T) -> Self {
        let articles = shares.into_iter().collect();
        Self { articles }
    }
}

/// The share of an article whose sentences are accounted for like this.
pub(crate) fn share(sentences: &[Accounting]) -> Share {
    let needing = sentences
        .iter()
        .filter(|a| !matches!(a, Accounting::Evident(_)));
    let part = sentences
        .iter()
        .filter(|a| matches!(a, Accounting::Accounted(_)))
        .count();
    Share {
        part,
        whole: needing.count(),
    }
}

/// How the sentences of an article are accounted for, in their order.
pub(crate) fn account_for_article(article: &Article, tokens: &[Rc<Tokens>]) -> Vec<Accounting> {
    let mut lead: Option<&str> = None;
    let sentences = article.prose.sentences.iter().zip(tokens);
    sentences
        .map(|(sentence, tokens)| {
            if sentence.setting != Setting::ListItem {
                lead = Some(sentence.text.as_str()).filter(|text| text.trim_end().ends_with(':'));
            }
            account_for(article, sentence, tokens, lead)
        })
        .collect()
}

/// What a sentence evidently is. An item of a list may go on from the lead-in before the list.
fn evident(sentence: &Sentence, tokens: &Tokens, lead: Option<&str>) -> Option<Evident> {
    match (sentence.setting, lead) {
        (Setting::Heading | Setting::TableHead, _) => Some(Evident::Heading),
        (Setting::ListItem, Some(lead)) => classify::evident_under(lead, tokens),
        (setting, _) => classify::evident_of(tokens, setting),
    }
}

fn account_for(
    article: &Article,
    sentence: &Sentence,
    tokens: &Tokens,
    lead: Option<&str>,
) -> Accounting {
    let passages = || {
        sentence
            .passages
            .iter()
            .map(|&i| &article.prose.passages[i])
    };
    let claim = passages().any(|passage| passage.claim.is_some());
    let speculative =
        sentence.labels.speculative || passages().any(|passage| passage.labels.speculative);
    // What says more than its passages must stand by itself.
    let alone = !sentence.labels.speculative
        && sentence.labels.non_claim.is_none()
        && sentence.citations.is_empty();
    if (claim || speculative)
        && alone
        && let Some(worthy) = classify::check_worthy(&beside_passages(article, sentence))
    {
        Accounting::Unaccounted(Some(worthy))
    } else if claim {
        Accounting::Accounted(Accounted::Passage)
    } else if speculative {
        Accounting::Accounted(Accounted::Speculative)
    } else if !sentence.citations.is_empty() {
        Accounting::Accounted(Accounted::Citation)
    } else if let Some(kind) = sentence.labels.non_claim {
        Accounting::Accounted(Accounted::Declared(kind))
    } else if let Some(evident) = evident(sentence, tokens, lead) {
        Accounting::Evident(evident)
    } else {
        Accounting::Unaccounted(classify::worth_of(tokens))
    }
}

/// The text of a sentence with full stops in place of its passages, so that bytes stay where they
/// are; blank where a passage goes beyond the sentence.
fn beside_passages(article: &Article, sentence: &Sentence) -> String {
    let mut text = sentence.text.clone();
    for &i in &sentence.passages {
        let words = &article.prose.passages[i].text;
        match text.find(words.as_str()) {
            Some(start) if !words.is_empty() => {
                text.replace_range(start..start + words.len(), &".".repeat(words.len()));
            }
            _ => return String::new(),
        }
    }
    text
}

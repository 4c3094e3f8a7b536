//! The verdict on a sentence: what kind it is, whether it is hedged, which relation it states.

use std::ops::Range;
use std::sync::LazyLock;

use super::causality::{Strength, strength};
use super::lexicon::Phrases;
use super::token::Token;
use super::{CheckWorthy, Evident, advice, hedging, token};

static AIMS: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(include_str!("aim-openings.txt")));
static ADVISING: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("advising-phrases.txt")));

/// What kind of sentence a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SentenceKind {
    /// It states something that can be true or false.
    Claim,
    /// It says what to do.
    Advice,
    /// It asks.
    Question,
    /// It says what a word means.
    Definition,
    /// It says what the author holds.
    Opinion,
    /// It is about the text, or about what a study set out to do.
    Context,
    /// A heading, a name, a list of things: it has no verb.
    Fragment,
}

impl SentenceKind {
    /// Its name in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Advice => "advice",
            Self::Question => "question",
            Self::Definition => "definition",
            Self::Opinion => "opinion",
            Self::Context => "context",
            Self::Fragment => "fragment",
        }
    }
}

/// The verdict on a sentence. Ranges are bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What kind of sentence it is.
    pub kind: SentenceKind,
    /// The words that hedge it, if it is hedged.
    pub hedge: Option<Range<usize>>,
    /// How strong a relation it states.
    pub strength: Strength,
    /// The words that state the relation.
    pub relation: Option<Range<usize>>,
    /// Why it is worth a check, if it is.
    pub check_worthy: Option<CheckWorthy>,
}

impl Verdict {
    /// Whether a rule that looks for claims about health fires: it states something that is worth a
    /// check, or a relation.
    pub fn fires(&self) -> bool {
        self.kind == SentenceKind::Claim
            && (self.check_worthy.is_some() || self.strength != Strength::None)
    }
}

/// The verdict on the text of one sentence.
pub fn classify(text: &str) -> Verdict {
    let tokens = token::tokens(text);
    let (strength, found) = strength(&tokens);
    let bytes =
        |found: Range<usize>| tokens[found.start].range.start..tokens[found.end - 1].range.end;
    Verdict {
        kind: kind(text, &tokens),
        hedge: hedging::hedge(text),
        strength,
        relation: found.map(bytes),
        check_worthy: super::check_worthy(text),
    }
}

fn kind(text: &str, tokens: &[Token]) -> SentenceKind {
    if text.trim_end().ends_with('?') {
        return SentenceKind::Question;
    }
    if advises(tokens) {
        return SentenceKind::Advice;
    }
    if is_aim(tokens) {
        return SentenceKind::Context;
    }
    match super::evident_in(text, grounds_load::Setting::Paragraph) {
        Some(Evident::Advice) => SentenceKind::Advice,
        Some(Evident::Question) => SentenceKind::Question,
        Some(Evident::Definition) => SentenceKind::Definition,
        Some(Evident::Opinion) => SentenceKind::Opinion,
        Some(Evident::Context) => SentenceKind::Context,
        Some(Evident::Fragment | Evident::Heading) => SentenceKind::Fragment,
        None => SentenceKind::Claim,
    }
}

/// Whether a sentence says what to do, as guidelines and conclusions do, or commands.
fn advises(tokens: &[Token]) -> bool {
    let phrase = (0..tokens.len()).any(|at| ADVISING.length_at(tokens, at).is_some());
    phrase || advice::is_advice(tokens)
}

/// Whether a sentence says what a study set out to do, or how.
pub(super) fn is_aim(tokens: &[Token]) -> bool {
    (0..tokens.len().min(12)).any(|at| AIMS.length_at(tokens, at).is_some())
}

//! Causality: how strong a relation a sentence states: none, that two things go together, that one
//! may bring about the other, or that it does.
//!
//! The four strengths are those of Yu B, Li Y, Wang J. Detecting causal language use in science
//! findings. EMNLP-IJCNLP 2019:4664–4674. Aims and methods state no relation; what is denied is none.

use std::ops::Range;
use std::sync::LazyLock;

use super::lexicon::{Form, Phrases};
use super::token::{Gap, Kind, Token};
use super::{EFFECT_VERBS, verdict};

static ASSOCIATION: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("association-phrases.txt")));
static CAUSE: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("cause-phrases.txt")));

/// How strong a relation a sentence states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// None.
    None,
    /// Two things go together.
    Correlational,
    /// One may bring about the other.
    ConditionalCausal,
    /// One brings about the other.
    DirectCausal,
}

impl Strength {
    /// Its name in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Correlational => "correlational",
            Self::ConditionalCausal => "conditional-causal",
            Self::DirectCausal => "direct-causal",
        }
    }

    /// Which relation it is: `none`, `associational` or `causal`.
    pub fn relation(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Correlational => "associational",
            Self::ConditionalCausal | Self::DirectCausal => "causal",
        }
    }

    /// Whether it is said under a condition.
    pub fn is_conditional(self) -> bool {
        self == Self::ConditionalCausal
    }
}

/// Words that make what follows a possibility.
const MODALS: &[&str] = &[
    "may",
    "might",
    "could",
    "can",
    "would",
    "appear",
    "appears",
    "appeared",
    "seem",
    "seems",
    "seemed",
    "likely",
    "possibly",
    "perhaps",
    "probably",
    "potential",
    "potentially",
    "suggest",
    "suggests",
    "suggested",
    "suggesting",
    "possible",
    "if",
    "hypothesized",
    "hypothesised",
    "promising",
    "presumably",
];

/// Words that deny what follows.
const DENIALS: &[&str] = &[
    "no", "not", "neither", "nor", "without", "cannot", "never", "n't", "lack", "failed", "fails",
    "unable",
];

/// The strength of the relation that a sentence states, and the words that state it.
pub fn causal_strength(text: &str) -> (Strength, Option<Range<usize>>) {
    let tokens = super::token::tokens(text);
    let (strength, found) = strength(&tokens);
    let words = found.map(|found| tokens[found.start].range.start..tokens[found.end - 1].range.end);
    (strength, words)
}

/// The same of tokens, with the range of the tokens that decide.
pub(super) fn strength(tokens: &[Token]) -> (Strength, Option<Range<usize>>) {
    if verdict::is_aim(tokens) {
        return (Strength::None, None);
    }
    let mut best: (Strength, Option<Range<usize>>) = (Strength::None, None);
    let mut at = 0;
    while at < tokens.len() {
        let association = ASSOCIATION.length_at(tokens, at);
        let cause = CAUSE
            .length_at(tokens, at)
            .or_else(|| acts(tokens, at).then_some(1));
        let (length, causal) = match (association, cause) {
            (Some(length), cause) if cause.is_none_or(|cause| cause <= length) => (length, false),
            (_, Some(length)) => (length, true),
            _ => {
                at += 1;
                continue;
            }
        };
        if !is_denied(tokens, at) {
            let found = match (causal, is_possible(tokens, at)) {
                (false, _) => Strength::Correlational,
                (true, true) => Strength::ConditionalCausal,
                (true, false) => Strength::DirectCausal,
            };
            // That two things go together is what is stated, whatever the thing that goes with it is
            // called: "associated with reduced mortality".
            let governed = best.0 == Strength::Correlational
                && causal
                && best
                    .1
                    .as_ref()
                    .is_some_and(|first| same_clause(tokens, first, at));
            if !governed && found > best.0 {
                best = (found, Some(at..at + length));
            }
        }
        at += length;
    }
    best
}

/// Whether a verb of effect acts on something: it has an object, or is passive with an agent.
fn acts(tokens: &[Token], at: usize) -> bool {
    let Some(form) = EFFECT_VERBS.form(&tokens[at]) else {
        return false;
    };
    let next = tokens.get(at + 1).filter(|next| next.gap < Gap::Break);
    let after_be = at > 0
        && tokens[..at]
            .iter()
            .rev()
            .take(2)
            .any(|t| t.is_any(&["is", "are", "was", "were", "be", "been", "being"]));
    let by = tokens[at..]
        .iter()
        .take(8)
        .any(|t| t.is_any(&["by", "after", "with", "following"]));
    if form == Form::Past && after_be {
        return by;
    }
    // `an increased risk`, `the reduced dose`: an adjective.
    let adjective = at > 0
        && tokens[at - 1].is_any(&[
            "a", "an", "the", "of", "with", "and", "for", "in", "to", "by",
        ])
        && matches!(form, Form::Past | Form::Participle)
        && !(tokens[at - 1].is_any(&["and", "to"]) || tokens[at - 1].is("by"));
    if adjective {
        return false;
    }
    let stops = [
        "in",
        "of",
        "over",
        "with",
        "from",
        "by",
        "during",
        "at",
        "on",
        "and",
        "or",
        "after",
        "when",
        "significantly",
        "between",
        "among",
        "across",
        "is",
        "was",
        "were",
        "are",
        "than",
    ];
    next.is_some_and(|next| next.kind == Kind::Word && !next.is_any(&stops))
}

/// Whether one of the words before, in the same clause, denies it.
fn is_denied(tokens: &[Token], at: usize) -> bool {
    clause_before(tokens, at, 5).any(|token| token.is_any(DENIALS) || token.text.ends_with("n't"))
}

/// Whether one of the words before makes it a possibility.
fn is_possible(tokens: &[Token], at: usize) -> bool {
    clause_before(tokens, at, 14).any(|token| token.is_any(MODALS))
        || tokens
            .get(at..at + 3)
            .into_iter()
            .flatten()
            .any(|t| t.is_any(&["potential", "possible"]))
}

/// The words of the clause before a token, the nearest first, at most so many.
fn clause_before(tokens: &[Token], at: usize, most: usize) -> impl Iterator<Item = &Token> {
    let start = tokens[..=at]
        .iter()
        .rposition(|token| token.gap >= Gap::Break)
        .unwrap_or(0);
    tokens[start.min(at)..at].iter().rev().take(most)
}

fn same_clause(tokens: &[Token], first: &Range<usize>, at: usize) -> bool {
    !tokens[first.end.min(at)..=at]
        .iter()
        .any(|token| token.gap >= Gap::Break)
}

//! Headlines: what the titles of news leave out, the verb *be*: "Heartburn pills tied to dementia", "Tall women
//! more likely to get cancer", "Hospital deaths higher at weekends". They state; titles of papers and lists
//! ("Factors associated with …", "Foods linked to …") only name.

use std::sync::LazyLock;

use super::clause::{Group, Mood, word};
use super::lexicon::Words;
use super::token::{Gap, Kind, Token};

/// Nouns of which a participle only says which are meant: `factors linked to`.
static KINDS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("headline-kinds.txt")));
/// What something may be in a headline: `safe in`, `harmful to`.
static QUALITIES: LazyLock<Words> =
    LazyLock::new(|| Words::parse(include_str!("headline-qualities.txt")));

/// How many words a headline's subject has at most.
const SUBJECT: usize = 10;

/// The longest headline, in words.
const LONGEST: usize = 24;

/// Comparatives of a headline.
const COMPARATIVES: &[&str] = &[
    "better", "commoner", "faster", "fewer", "greater", "higher", "larger", "longer", "lower",
    "rarer", "riskier", "safer", "shorter", "worse",
];

/// The word of which a headline leaves out the *be*, where a sentence without a verb is one.
pub(super) fn elided(tokens: &[Token], groups: &[Group]) -> Option<usize> {
    let finite = groups.iter().any(|group| group.mood == Mood::Finite);
    if finite || tokens.len() > LONGEST || tokens.len() < 4 {
        return None;
    }
    let first = &tokens[0];
    let lists = first.kind == Kind::Number
        || first.is_any(&[
            "best", "five", "how", "seven", "six", "ten", "three", "top", "what", "when", "why",
        ]);
    let colon = tokens.iter().any(|token| token.gap >= Gap::Break);
    if lists || colon {
        return None;
    }
    (1..tokens.len().min(SUBJECT)).find(|&at| {
        let subject = tokens[..at]
            .iter()
            .rposition(|token| !word::is_adverb(token))
            .map(|last| &tokens[..=last]);
        subject.is_some_and(|subject| can_be_subject(subject) && is_predicate(tokens, at, subject))
    })
}

fn can_be_subject(subject: &[Token]) -> bool {
    subject.last().is_some_and(|last| {
        last.gap < Gap::Comma
            && last.kind == Kind::Word
            && word::may_be_subject(last)
            && !last.text.ends_with("ing")
    })
}

/// Whether what is said of a subject begins here.
fn is_predicate(tokens: &[Token], at: usize, subject: &[Token]) -> bool {
    let token = &tokens[at];
    if token.gap >= Gap::Comma || token.gap == Gap::Hyphen {
        return false;
    }
    let next = |i: usize| tokens.get(at + i);
    let next_is = |i: usize, words: &[&str]| next(i).is_some_and(|next| next.is_any(words));
    let near = |most: usize, words: &[&str]| {
        tokens[at..]
            .iter()
            .take(most)
            .any(|token| token.is_any(words))
    };
    let names = subject.iter().any(|token| KINDS.has(token));
    let tied =
        !names && token.is_any(&["connected", "linked", "tied"]) && next_is(1, &["to", "with"]);
    let risk = [
        "better",
        "death",
        "deaths",
        "fewer",
        "greater",
        "higher",
        "increased",
        "less",
        "longer",
        "lower",
        "mortality",
        "more",
        "poor",
        "poorer",
        "reduced",
        "risk",
        "risks",
        "worse",
    ];
    let associated = !names && token.is("associated") && next_is(1, &["with"]) && near(9, &risk);
    let likely = (token.is_any(&["half", "least", "less", "more", "most", "twice"])
        || next_is(1, &["times"]))
        && near(5, &["likely", "prone"]);
    let at_risk = token.is("at") && near(4, &["risk"]) && !next_is(1, &["risk"]);
    let people = || {
        tokens[at + 1..]
            .iter()
            .take(4)
            .any(super::causality::is_people)
    };
    let compared = token.is_any(COMPARATIVES)
        && (next_is(1, &["after", "among", "at", "for", "than", "when", "with"])
            || next_is(1, &["in"]) && people());
    let factor = token.is_any(&["a", "an"])
        && near(
            4,
            &["cause", "factor", "marker", "predictor", "sign", "threat"],
        )
        && near(5, &["for", "of", "to"]);
    let quality =
        !names && QUALITIES.has(token) && next_is(1, &["against", "at", "for", "in", "to"]);
    let found = token.is_any(&["found", "proven", "seen", "shown"])
        && (next_is(1, &["to"]) || !names && next_is(1, &["between"]));
    tied || associated || likely || at_risk || compared || factor || quality || found
}

//! Likeness: whether a passage still says what an approved wording says.
//!
//! What can turn a true statement into a false one is compared by itself: negation, direction,
//! numbers, certainty. For the rest the contents must overlap; paraphrase is what articles are
//! for, so the demand is low.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::LazyLock;

use smol_str::SmolStr;

use super::lexicon::Words;
use super::stem::content;
use super::token::{Token, Tokens, tokens};
use super::{negation, quantity, turned};

static HEDGES: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("hedges.txt")));

/// The least share of the content words of the passage that must be in the wording, or of the
/// wording that must be in the passage. Calibrated on `paraphrases.tsv`: 30 of 35 paraphrases of
/// claims lie above it without a vocabulary (32 with this set's), and more than four in five pairs
/// of a paraphrase and another claim below.
/// Higher, it would ask authors to copy; a test holds both figures.
pub(crate) const LEAST_OVERLAP: f64 = 0.4;

/// A text, taken apart for comparison.
#[derive(Debug)]
pub(crate) struct Wording {
    pub(super) tokens: Rc<Tokens>,
    pub(super) contents: BTreeSet<SmolStr>,
}

/// One way in which a passage departs from a wording.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Departure {
    /// One of the two negates; the word, and whether the passage has it.
    Negation { word: String, added: bool },
    /// They point in opposite directions: the passage's word and the wording's.
    Direction { passage: String, wording: String },
    /// A number that is neither in the wording nor in the records.
    Number(String),
    /// A word of uncertainty that the passage leaves out.
    Certainty(String),
    /// They share too few words: those of the passage that are not in the wording.
    Words { unshared: Vec<String>, overlap: f64 },
}

impl Wording {
    pub(crate) fn new(text: &str) -> Self {
        let tokens = tokens(text);
        let contents = tokens
            .iter()
            .filter(|token| !quantity::is_number(token))
            .filter_map(content)
            .collect();
        Self { tokens, contents }
    }

    /// Whether every word of it stands in `other`, in the same order. Case, white space, quotes,
    /// dashes and final punctuation do not matter.
    fn is_part_of(&self, other: &Self) -> bool {
        let mut words = other.tokens.iter();
        self.tokens
            .iter()
            .all(|token| words.any(|word| word.text == token.text))
    }

    fn has(&self, stem: &SmolStr, allowed: &Allowed) -> bool {
        allowed.words.contains(stem) || self.contents.iter().any(|other| alike(stem, other))
    }

    fn hedge(&self) -> Option<&Token> {
        let tokens = &self.tokens;
        let hedges = |at: &usize| HEDGES.has(&tokens[*at]) || negation::leaves_unknown(tokens, *at);
        (0..tokens.len()).find(hedges).map(|at| &tokens[at])
    }

    fn numbers(&self) -> impl Iterator<Item = &Token> {
        self.tokens
            .iter()
            .filter(|token| quantity::is_number(token))
    }
}

/// What else may stand in a passage: numbers of the records, words of the concepts.
#[derive(Debug, Default)]
pub(crate) struct Allowed {
    numbers: BTreeSet<String>,
    words: BTreeSet<SmolStr>,
}

impl Allowed {
    /// Allows the numbers of a text.
    pub(crate) fn numbers_of(&mut self, text: &str) {
        let numbers = tokens(text);
        let numbers = numbers.iter().filter(|token| quantity::is_number(token));
        self.numbers.extend(numbers.map(number));
    }

    /// Allows the content words of a text.
    pub(crate) fn words_of(&mut self, text: &str) {
        self.words.extend(tokens(text).iter().filter_map(content));
    }
}

/// Whether a passage says something else than a statement, as `claim/passage-drift` finds it where the
/// records allow nothing besides.
pub fn drifts(passage: &str, statement: &str) -> bool {
    let (passage, statement) = (Wording::new(passage), Wording::new(statement));
    !departures(&passage, &statement, &[], &Allowed::default()).is_empty()
}

/// How a passage departs from a wording. `context` is the sentence around the passage, which may
/// say how sure we are in its stead.
pub(crate) fn departures(
    passage: &Wording,
    wording: &Wording,
    context: &[Wording],
    allowed: &Allowed,
) -> Vec<Departure> {
    let mut found = Vec::new();
    found.extend(turned::denial(passage, wording));
    found.extend(turned::direction(passage, wording));
    let in_wording: BTreeSet<String> = wording.numbers().map(number).collect();
    let strange = passage.numbers().filter(|token| {
        !in_wording.contains(&number(token)) && !allowed.numbers.contains(&number(token))
    });
    found.extend(strange.map(|token| Departure::Number(token.text.to_string())));
    let unsure = passage.hedge().is_some() || context.iter().any(|around| around.hedge().is_some());
    found.extend(
        wording
            .hedge()
            .filter(|_| !unsure)
            .map(|word| Departure::Certainty(word.text.to_string())),
    );
    if !passage.is_part_of(wording) {
        found.extend(words(passage, wording, allowed));
    }
    found
}

/// Whether the contents agree too little, and the words of the passage that the wording lacks.
fn words(passage: &Wording, wording: &Wording, allowed: &Allowed) -> Option<Departure> {
    let overlap = overlap(passage, wording, allowed);
    (overlap < LEAST_OVERLAP).then(|| Departure::Words {
        unshared: passage
            .tokens
            .iter()
            .filter(|token| !quantity::is_number(token))
            .filter(|token| content(token).is_some_and(|stem| !wording.has(&stem, allowed)))
            .map(|token| token.text.to_string())
            .collect(),
        overlap,
    })
}

/// The share of the passage's contents that the wording has, or of the wording's that the passage
/// has, whichever is more: a passage may say a part of its claim, or more than it.
#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of words are far below 2^52"
)]
fn overlap(passage: &Wording, wording: &Wording, allowed: &Allowed) -> f64 {
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let of_passage = passage
        .contents
        .iter()
        .filter(|stem| wording.has(stem, allowed));
    let nothing = Allowed::default();
    let of_wording = wording
        .contents
        .iter()
        .filter(|stem| passage.has(stem, &nothing));
    let of_passage = share(of_passage.count(), passage.contents.len());
    of_passage.max(share(of_wording.count(), wording.contents.len()))
}

/// `needl` and `microneedl` are alike; `event` and `prevent` are not.
pub(crate) fn alike(a: &str, b: &str) -> bool {
    let ends = |long: &str, short: &str| {
        short.len() >= 5 && long.len() >= short.len() + 3 && long.ends_with(short)
    };
    a == b || ends(a, b) || ends(b, a)
}

/// A number as it is compared: `1,000` is `1000`, `two` is `2`.
fn number(token: &Token) -> String {
    const WORDS: &[&str] = &[
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    match WORDS.iter().position(|&word| token.is(word)) {
        Some(value) => value.to_string(),
        None => token.text.replace(',', ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATEMENT: &str =
        "Adding weekly microneedling to 5 % minoxidil raises hair count more than minoxidil alone.";

    fn compare(passage: &str, wording: &str) -> Vec<Departure> {
        let allowed = Allowed::default();
        departures(
            &Wording::new(passage),
            &Wording::new(wording),
            &[],
            &allowed,
        )
    }

    #[test]
    fn the_same_in_other_words_passes() {
        for passage in [
            "adding weekly microneedling to 5% minoxidil raises hair count more than minoxidil alone",
            "raises hair count more than minoxidil alone",
            "Weekly needling on top of minoxidil gave men more hair than minoxidil alone",
            "grew more hair than men on minoxidil alone",
        ] {
            assert_eq!(compare(passage, STATEMENT), [], "{passage}");
        }
        assert_eq!(
            compare(
                "needling can reduce hair loss",
                "Needling makes more hair grow."
            ),
            []
        );
    }

    #[test]
    fn what_turns_the_meaning_is_found() {
        let only = |passage: &str, wording: &str| {
            let found = compare(passage, wording);
            assert_eq!(found.len(), 1, "{passage}: {found:?}");
            found.into_iter().next().unwrap()
        };
        assert!(matches!(
            only(
                "microneedling with minoxidil does not raise hair count more than minoxidil alone",
                STATEMENT
            ),
            Departure::Negation { added: true, .. }
        ));
        assert_eq!(
            only(
                "weekly microneedling lowers hair count",
                "Weekly microneedling raises hair count."
            ),
            Departure::Direction {
                passage: "lowers".into(),
                wording: "raises".into()
            }
        );
        assert_eq!(
            only(
                "microneedling with minoxidil raises hair count more by 40 hairs",
                STATEMENT
            ),
            Departure::Number("40".into())
        );
        assert_eq!(
            only(
                "Tiny wounds wake resting follicles",
                "Tiny wounds might wake resting follicles."
            ),
            Departure::Certainty("might".into())
        );
        assert!(matches!(
            only("scars and wrinkles soften within a year", STATEMENT),
            Departure::Words { .. }
        ));
    }

    #[test]
    fn the_threshold_parts_paraphrases_from_other_claims() {
        let pairs: Vec<(&str, &str)> = include_str!("paraphrases.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.split_once('\t').unwrap())
            .collect();
        let allowed = Allowed::default();
        let near = |passage: &str, statement: &str| {
            overlap(&Wording::new(passage), &Wording::new(statement), &allowed) >= LEAST_OVERLAP
        };
        let own = pairs
            .iter()
            .filter(|(passage, statement)| near(passage, statement));
        let own = own.count();
        let others: Vec<(&str, &str)> = pairs
            .iter()
            .flat_map(|a| pairs.iter().filter(|b| a.1 != b.1).map(|b| (a.0, b.1)))
            .collect();
        let strange = others
            .iter()
            .filter(|(passage, other)| !near(passage, other))
            .count();
        assert_eq!((own, pairs.len()), (30, 35));
        assert!(
            strange * 100 > others.len() * 80,
            "{strange} of {}",
            others.len()
        );
    }
}

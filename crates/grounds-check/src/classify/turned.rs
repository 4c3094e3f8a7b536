//! What turns the meaning of a statement: that a passage denies the effect which a wording states, or says the other
//! direction of the same thing.

use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use smol_str::SmolStr;

use super::lexicon::entries;
use super::likeness::{Departure, Wording, alike};
use super::stem::{content, stem};
use super::token::{Gap, Token};
use super::{acts_in_any_form, negation, quantity};

type Stems = HashSet<SmolStr, FixedState>;

static UPWARD: LazyLock<Stems> = LazyLock::new(|| stems(include_str!("upward.txt")));
static DOWNWARD: LazyLock<Stems> = LazyLock::new(|| stems(include_str!("downward.txt")));
static REVERSING: LazyLock<Stems> = LazyLock::new(|| stems(include_str!("reversing.txt")));

/// How many words from a word of direction its object may stand: "lessen pattern hair loss".
const NEAR: usize = 4;

/// How many words from a negation the effect may stand that it denies: "does not seem to reduce".
const DENIED: usize = 4;

/// Words for an effect, beside the verbs and the words of direction.
const EFFECTS: &[&str] = &[
    "affect",
    "affects",
    "benefit",
    "benefits",
    "better",
    "change",
    "changes",
    "differ",
    "difference",
    "differences",
    "differs",
    "effect",
    "effective",
    "effects",
    "help",
    "helps",
    "impact",
    "work",
    "works",
    "worse",
];

/// Whether one of the two denies the effect that the other states.
pub(super) fn denial(passage: &Wording, wording: &Wording) -> Option<Departure> {
    let negates = |wording: &Wording| negation::word(&wording.tokens).is_some();
    match (passage.denial(wording), wording.denial(passage)) {
        (Some(word), None) if !negates(wording) && !negation::equates(&wording.tokens) => {
            Some(denied(word, true))
        }
        (None, Some(word)) if !negates(passage) && !negation::equates(&passage.tokens) => {
            Some(denied(word, false))
        }
        _ => None,
    }
}

fn denied(word: &Token, added: bool) -> Departure {
    Departure::Negation {
        word: word.text.to_string(),
        added,
    }
}

/// Whether the two say opposite directions of one thing.
pub(super) fn direction(passage: &Wording, wording: &Wording) -> Option<Departure> {
    let ((up, at), (also_up, of_wording)) = passage.direction().zip(wording.direction())?;
    // “Fewer side effects” is not the other way round than “more hair”.
    let (object, other) = (passage.object(at), wording.object(of_wording));
    // “Lowers the risk” and “lowers deaths” say the same of risk and deaths.
    let goes = |wording: &Wording, at: usize| UPWARD.contains(&stem(&wording.tokens[at].text));
    let turned = goes(passage, at) != goes(wording, of_wording);
    let of_one_thing = object.is_empty()
        || other.is_empty()
        || object
            .iter()
            .any(|stem| other.iter().any(|it| alike(stem, it)));
    (up != also_up && turned && of_one_thing).then(|| Departure::Direction {
        passage: passage.tokens[at].text.to_string(),
        wording: wording.tokens[of_wording].text.to_string(),
    })
}

impl Wording {
    /// The word that denies an effect, or that something is what `other` says that it is. Who "did not take part", or "had no
    /// stroke", denies neither.
    fn denial(&self, other: &Self) -> Option<&Token> {
        let is_effect = |token: &Token| {
            let stem = stem(&token.text);
            UPWARD.contains(&stem)
                || DOWNWARD.contains(&stem)
                || acts_in_any_form(token)
                || token.is_any(EFFECTS)
        };
        let denies = |at: &usize| {
            let behind = self.tokens[at + 1..].iter().take(DENIED);
            let behind = behind.take_while(|token| token.gap < Gap::Comma);
            let said = |token: &Token| {
                let is = at.checked_sub(1).map(|before| &self.tokens[before]);
                is.is_some_and(|is| is.is_any(&["are", "be", "is", "was", "were"]))
                    && content(token).is_some_and(|stem| other.contents.contains(&stem))
            };
            behind.clone().any(is_effect) || behind.take(1).any(said)
        };
        let mut words = negation::words(&self.tokens);
        words.find(denies).map(|at| &self.tokens[at])
    }

    /// The word that says which way it goes, its place, and whether that is towards more of what is wanted;
    /// `None` where there is none, or one each way.
    fn direction(&self) -> Option<(bool, usize)> {
        let mut found = None;
        for (at, token) in self.tokens.iter().enumerate() {
            let word = stem(&token.text);
            let up = UPWARD.contains(&word);
            if !up && !DOWNWARD.contains(&word) {
                continue;
            }
            let reversed = self.near(at).any(|it| REVERSING.contains(&stem(&it.text)));
            match found {
                Some((other, _)) if other != (up != reversed) => return None,
                Some(_) => {}
                None => found = Some((up != reversed, at)),
            }
        }
        found
    }

    /// The words near one, between the same marks: in “in hair loss, zinc raises …” nothing is lost by zinc.
    fn near(&self, at: usize) -> impl Iterator<Item = &Token> {
        let within = |token: &&Token| token.gap < Gap::Comma;
        let behind = self.tokens[at + 1..].iter().take(NEAR).take_while(within);
        let before = (at.saturating_sub(NEAR)..at).rev();
        let before = before.take_while(|&it| self.tokens[it + 1].gap < Gap::Comma);
        before.map(|it| &self.tokens[it]).chain(behind)
    }

    /// The stems of what goes the way that a word says: what stands behind it or, where nothing does, before it.
    fn object(&self, at: usize) -> Vec<SmolStr> {
        let stems = |token: &Token| content(token).filter(|_| !quantity::is_number(token));
        let behind = self.tokens[at + 1..].iter().take(NEAR);
        let behind = behind.take_while(|token| {
            token.gap < Gap::Comma && !token.is_any(&["against", "compared", "than", "with"])
        });
        let behind: Vec<SmolStr> = behind.filter_map(stems).collect();
        if !behind.is_empty() {
            return behind;
        }
        let before = (at.saturating_sub(NEAR)..at).rev();
        let before = before.take_while(|&it| self.tokens[it + 1].gap < Gap::Comma);
        before.filter_map(|it| stems(&self.tokens[it])).collect()
    }
}

fn stems(data: &'static str) -> Stems {
    entries(data).map(|(word, _)| stem(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::likeness::{Allowed, Departure, Wording, departures};

    /// Whether a passage turns the meaning of a wording.
    fn turns(passage: &str, wording: &str) -> bool {
        let (passage, wording) = (Wording::new(passage), Wording::new(wording));
        let found = departures(&passage, &wording, &[], &Allowed::default());
        found
            .iter()
            .any(|it| matches!(it, Departure::Negation { .. } | Departure::Direction { .. }))
    }

    #[test]
    fn who_does_not_have_something_denies_nothing() {
        for (passage, wording) in [
            (
                "more of those who trained did not slip during the winter",
                "Balance training lowers the number of older adults who slip.",
            ),
            (
                "the patch gives better sleep, with fewer hot flushes",
                "The patch lengthens sleep and lowers the number of hot flushes.",
            ),
            (
                "a warm room means less shivering and longer operations",
                "Warming raises the body temperature during operations.",
            ),
            (
                "the patch lowers the risk of a fracture",
                "The patch lowers the number of fractures.",
            ),
            (
                "the patch lowers hot flushes, though fewer flushes are not the same as fewer bad nights",
                "The patch lowers the number of hot flushes.",
            ),
            (
                "we do not know whether the patch lowers the number of hot flushes",
                "It is unclear whether the patch lowers the number of hot flushes.",
            ),
            (
                "children who had never had eczema before took part as well",
                "The cream lowers the severity of eczema in children.",
            ),
        ] {
            assert!(!turns(passage, wording), "{passage}");
        }
    }

    #[test]
    fn what_denies_the_effect_or_turns_it_is_found() {
        for (passage, wording) in [
            (
                "balance training does not seem to lower the number of fractures",
                "Balance training lowers the number of fractures.",
            ),
            (
                "the patch has no effect on hot flushes",
                "The patch lowers the number of hot flushes.",
            ),
            (
                "the gel is not safe in pregnancy",
                "The gel is safe in pregnancy.",
            ),
            (
                "balance training raises the number of fractures",
                "Balance training lowers the number of fractures.",
            ),
        ] {
            assert!(turns(passage, wording), "{passage}");
        }
    }
}

//! Wording: how sure some words are, in the language of GRADE's informative statements.
//!
//! Source: Santesso N, Glenton C, Dahm P, et al. GRADE guidelines 26: informative statements to
//! communicate the findings of systematic reviews of interventions. J Clin Epidemiol
//! 2020;119:126–135. The lists are text files beside this one; a set adds to them in its settings.

mod phrases;

use std::ops::Range;

use grounds_model::{CertaintyLevel, WordingSettings};

use crate::classify;
use phrases::Phrases;

/// How sure words are, the least sure first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Tier {
    /// `the evidence is very uncertain`
    VeryUncertain,
    /// `may`
    May,
    /// `probably`
    Probably,
    /// A plain verb.
    Plain,
}

impl Tier {
    /// The surest words that a certainty allows.
    pub(crate) fn allowed(level: CertaintyLevel) -> Self {
        match level {
            CertaintyLevel::VeryLow => Self::VeryUncertain,
            CertaintyLevel::Low => Self::May,
            CertaintyLevel::Moderate => Self::Probably,
            CertaintyLevel::High => Self::Plain,
        }
    }

    /// How such words are: `plain`.
    pub(crate) fn describe(self) -> &'static str {
        match self {
            Self::VeryUncertain => "very uncertain",
            Self::May => "“may”",
            Self::Probably => "“probably”",
            Self::Plain => "plain, without a hedge",
        }
    }

    /// What would be right.
    pub(crate) fn example(self) -> &'static str {
        match self {
            Self::VeryUncertain => "“may …, but the evidence is very uncertain”",
            Self::May => "“may …”",
            Self::Probably => "“probably …”",
            Self::Plain => "the plain verb",
        }
    }
}

/// The lists, with what the set adds to them.
#[derive(Debug)]
pub(crate) struct Lexicon {
    very_uncertain: Phrases,
    may: Phrases,
    probably: Phrases,
    reporting: Phrases,
    absolute: Phrases,
    hanging: Phrases,
    no_effect: Phrases,
    ignore: Phrases,
}

impl Lexicon {
    /// The built-in lists with those of the settings.
    pub(crate) fn with(settings: &WordingSettings) -> Self {
        let list = |built_in: &str, added: &[grounds_model::Text]| {
            let built_in = built_in
                .lines()
                .filter(|line| !line.starts_with('#') && !line.is_empty());
            let added = added.iter().map(|text| text.as_str().to_lowercase());
            let all: Vec<String> = built_in.map(str::to_owned).chain(added).collect();
            Phrases::new(&all)
        };
        Self {
            very_uncertain: list(include_str!("very-uncertain.txt"), &settings.very_uncertain),
            may: list(include_str!("may.txt"), &settings.may),
            probably: list(include_str!("probably.txt"), &settings.probably),
            reporting: list(include_str!("reporting.txt"), &settings.reporting),
            absolute: list(include_str!("absolute.txt"), &settings.absolute),
            hanging: list(include_str!("hanging.txt"), &[]),
            no_effect: list(include_str!("no-effect.txt"), &[]),
            ignore: list("", &settings.ignore),
        }
    }

    /// How sure a text is of an effect. `None` where it states none, reports what somebody said or
    /// found, or asks.
    pub(crate) fn tier(&self, text: &str) -> Option<Tier> {
        let lower = folded(text);
        if lower.trim_end().ends_with('?') || self.is_ignored(&lower) {
            return None;
        }
        let has = |list: &Phrases| list.found_in(&lower).next().is_some();
        if has(&self.very_uncertain) {
            return Some(Tier::VeryUncertain);
        }
        if has(&self.may) {
            return Some(Tier::May);
        }
        if has(&self.probably) {
            return Some(Tier::Probably);
        }
        let states = classify::check_worthy(text).is_some_and(|worthy| {
            matches!(
                worthy.reason,
                classify::Reason::Effect | classify::Reason::Comparative
            )
        });
        (states && !has(&self.reporting)).then_some(Tier::Plain)
    }

    /// The words that leave no doubt, where they are not denied, asked or quoted.
    pub(crate) fn absolute(&self, text: &str) -> Option<Range<usize>> {
        self.stated(text, &self.absolute)
    }

    /// The words that compare, where no other side is named.
    pub(crate) fn hanging(&self, text: &str) -> Option<Range<usize>> {
        const OTHER_SIDE: &[&str] = &[
            "than", "compared", "against", "versus", "vs", "over", "to", "whether", "with", "when",
            "if",
        ];
        let found = self.stated(text, &self.hanging)?;
        let lower = folded(text);
        let named = OTHER_SIDE.iter().any(|word| find(&lower, word).is_some());
        (!named).then_some(found)
    }

    /// The words that say that there is no effect.
    pub(crate) fn no_effect(&self, text: &str) -> Option<Range<usize>> {
        self.stated(text, &self.no_effect)
    }

    fn stated(&self, text: &str, list: &Phrases) -> Option<Range<usize>> {
        let lower = folded(text);
        let found = list
            .found_in(&lower)
            .find(|found| !is_denied(&lower[..found.start]) && !is_quoted(text, found.start))?;
        let asks = lower.trim_end().ends_with('?');
        let stated = !asks && lower.len() == text.len() && !self.is_ignored(&lower);
        stated.then_some(found)
    }

    fn is_ignored(&self, lower: &str) -> bool {
        self.ignore.found_in(lower).next().is_some()
    }
}

/// A text in small letters, with straight apostrophes and common blanks, byte for byte where it can
/// be.
fn folded(text: &str) -> String {
    text.to_lowercase()
}

/// Where a phrase stands as whole words.
fn find(lower: &str, phrase: &str) -> Option<Range<usize>> {
    lower.match_indices(phrase).find_map(|(start, found)| {
        let range = start..start + found.len();
        is_whole(lower, &range).then_some(range)
    })
}

/// Whether no word goes on before or after.
fn is_whole(lower: &str, range: &Range<usize>) -> bool {
    let is_word = |c: char| c.is_alphanumeric();
    let before = lower[..range.start].chars().next_back();
    let after = lower[range.end..].chars().next();
    !before.is_some_and(is_word) && !after.is_some_and(is_word)
}

/// Whether the words before deny what follows, or leave it open.
fn is_denied(before: &str) -> bool {
    const DENIALS: &[&str] = &[
        "not", "no", "never", "nothing", "neither", "nor", "without", "cannot", "whether", "if",
        "nobody", "none", "hardly", "little", "unlikely", "claim", "claims", "claimed", "called",
        "aim", "myth",
    ];
    let clause = before.rsplit([';', ':', '.']).next().unwrap_or(before);
    let words: Vec<&str> = clause
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .collect();
    let near = words.iter().rev().take(6);
    near.into_iter()
        .any(|word| DENIALS.contains(word) || word.ends_with("n't") || word.ends_with("n’t"))
}

/// Whether a byte of a text stands between quotation marks.
fn is_quoted(text: &str, byte: usize) -> bool {
    let before = text.get(..byte).unwrap_or_default();
    let opened = before.matches('“').count() > before.matches('”').count();
    opened || before.matches('"').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        Lexicon::with(&WordingSettings::default())
    }

    #[test]
    fn words_have_a_tier() {
        let tier = |text| lexicon().tier(text);
        assert_eq!(tier("Needling increases hair count."), Some(Tier::Plain));
        assert_eq!(
            tier("Needling probably increases hair count."),
            Some(Tier::Probably)
        );
        assert_eq!(tier("Needling may increase hair count."), Some(Tier::May));
        let very = "Needling may increase hair count, but the evidence is very uncertain.";
        assert_eq!(tier(very), Some(Tier::VeryUncertain));
        assert_eq!(
            tier("One trial reported that needling increased hair count."),
            None
        );
        assert_eq!(tier("Does needling increase hair count?"), None);
    }

    #[test]
    fn what_is_denied_asked_or_quoted_is_not_stated() {
        let absolute = |text| lexicon().absolute(text).is_some();
        assert!(absolute("Needling cures baldness."));
        assert!(absolute("It is clinically proven and has no side effects."));
        for text in [
            "Needling has not been proven to help.",
            "Nobody knows whether it cures baldness.",
            "Is it completely safe?",
            "Sellers call it “clinically proven”.",
            "The secured device was used.",
        ] {
            assert!(!absolute(text), "{text}");
        }
    }

    #[test]
    fn a_comparison_with_its_other_side_does_not_hang() {
        assert!(lexicon().hanging("Needling works better.").is_some());
        assert!(
            lexicon()
                .hanging("Needling works better than minoxidil.")
                .is_none()
        );
    }
}

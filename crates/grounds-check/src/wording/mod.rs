//! Wording: how sure some words are, in the language of GRADE's informative statements.
//!
//! Source: Santesso N, Glenton C, Dahm P, et al. GRADE guidelines 26: informative statements to
//! communicate the findings of systematic reviews of interventions. J Clin Epidemiol
//! 2020;119:126–135. The lists are text files beside this one; a set adds to them in its settings.

mod absolute;
mod degrees;
mod hanging;
pub(crate) mod levels;
mod more;
mod phrases;
mod relative;
mod reports;
mod scope;
mod sides;
mod significance;
mod stated;
mod sureness;
mod tier;
mod total;
mod universal;

use std::ops::Range;
use std::sync::LazyLock;

use grounds_model::WordingSettings;

use crate::classify;
use crate::classify::class::Class;
use crate::classify::folded::Folded;
use crate::classify::token::{Tokens, tokens};
use phrases::Phrases;

pub use relative::gives_absolute;
pub(crate) use significance::contradictions;
pub(crate) use sureness::{Sure, Sureness, sure_words};
pub use tier::Tier;

/// The words at which these look closer, with the class that each list is.
pub(crate) fn telling_words() -> impl Iterator<Item = (&'static str, Class)> {
    let of = |class| move |word| (word, class);
    let sure = absolute::leading().map(of(Class::SURE));
    sure.chain(universal::leading().map(of(Class::EVERY)))
        .chain(total::leading().map(of(Class::ALL)))
        .chain(hanging::comparing().map(of(Class::COMPARES)))
        .chain(more::comparing().map(of(Class::MORE)))
        .chain(relative::beginnings().map(of(Class::RELATES)))
        .chain(levels::NOUNS.iter().copied().map(of(Class::CERTAINTY)))
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
    relative: Phrases,
    unnamed_research: Phrases,
    ignore: Phrases,
}

impl Lexicon {
    /// The built-in lists with those of the settings.
    pub(crate) fn with(settings: &WordingSettings) -> Self {
        let list = |built_in: &str, added: &[grounds_model::Text]| {
            let built_in = built_in
                .lines()
                .filter(|line| !line.starts_with('#') && !line.is_empty());
            let added = added.iter().map(|text| Folded::of(text.as_str()).text);
            let all: Vec<String> = built_in.map(str::to_owned).chain(added).collect();
            Phrases::new(&all)
        };
        Self {
            very_uncertain: list(include_str!("very-uncertain.txt"), &settings.very_uncertain),
            may: list(include_str!("may.txt"), &settings.may),
            probably: list(include_str!("probably.txt"), &settings.probably),
            reporting: list(include_str!("reporting.txt"), &settings.reporting),
            absolute: list(include_str!("absolute.txt"), &settings.absolute),
            hanging: list(include_str!("hanging.txt"), &settings.hanging),
            no_effect: list(include_str!("no-effect.txt"), &settings.no_effect),
            relative: list("", &settings.relative),
            unnamed_research: list("", &settings.unnamed_research),
            ignore: list("", &settings.ignore),
        }
    }

    /// How sure a text is of an effect. `None` where it states none, reports what somebody said or
    /// found, or asks.
    pub(crate) fn tier(&self, text: &str) -> Option<Tier> {
        let tokens = tokens(text);
        let folded = tokens.folded();
        if self.asks_or_ignores(&tokens) {
            return None;
        }
        let effect = classify::first_effect(&tokens);
        let scope = scope::Scope::of(text, folded, effect.as_ref());
        let hedged = |list: &Phrases| list.found_in(&tokens).any(|it| scope.is_reached_by(&it));
        let mut doubts = self.very_uncertain.found_in(&tokens);
        if doubts.any(|it| scope.is_doubted_by(&it)) {
            return Some(Tier::VeryUncertain);
        }
        // "We asked whether it may help" holds nothing possible, and says nothing.
        if folded.text.contains("whether")
            && (stated::leaves_open(&folded.text, self.may.found_in(&tokens))
                || scope.is_left_open())
        {
            return None;
        }
        if hedged(&self.may) {
            return Some(Tier::May);
        }
        if hedged(&self.probably) {
            return Some(Tier::Probably);
        }
        let reports = || self.reporting.are_in(&tokens) || reports::one_study(&folded.text);
        (effect.is_some() && !reports()).then_some(Tier::Plain)
    }

    /// The words that leave no doubt, where they are not denied, asked or quoted.
    pub(crate) fn absolute(&self, tokens: &Tokens) -> Option<Range<usize>> {
        self.stated(tokens, &self.absolute).or_else(|| {
            let mut found = absolute::pairs(tokens)
                .chain(universal::found_in(tokens))
                .chain(total::found_in(tokens));
            found.find_map(|found| self.unless_denied(tokens, found))
        })
    }

    /// The words that compare, where no other side is named.
    pub(crate) fn hanging(&self, tokens: &Tokens) -> Option<Range<usize>> {
        let found = hanging::find(tokens, &self.hanging)?;
        let hangs = !sides::are_asked_for(tokens.text(), &found) && !self.asks_or_ignores(tokens);
        hangs.then_some(found)
    }

    /// The same of what is said to be more or better in a sentence that stands on evidence: elsewhere `more people have
    /// it` may be told of a time, or of all that is known.
    pub(crate) fn hanging_on_evidence(&self, tokens: &Tokens) -> Option<Range<usize>> {
        let found = more::find(tokens)?;
        let hangs = !sides::are_asked_for(tokens.text(), &found) && !self.asks_or_ignores(tokens);
        hangs.then_some(found)
    }

    /// The words that say that there is no effect.
    pub(crate) fn no_effect(&self, text: &str) -> Option<Range<usize>> {
        let tokens = tokens(text);
        let found = self
            .stated(&tokens, &self.no_effect)
            .or_else(|| self.unless_denied(&tokens, classify::no_effect::find(&tokens)?))?;
        // "No difference was shown, but the trial was too small to tell" says that it is open.
        let after = Folded::of(text.get(found.end..).unwrap_or_default()).text;
        let open = OPEN_AFTER.iter().any(|open| after.contains(open));
        // "Does not prevent all of them" is less than none.
        let partly = [" all", " every", " them all"]
            .iter()
            .any(|it| after.starts_with(it));
        (!open && !partly).then_some(found)
    }

    /// The words that give a relative effect.
    pub(crate) fn relative(&self, tokens: &Tokens) -> Option<Range<usize>> {
        self.stated(tokens, &self.relative)
            .or_else(|| self.unless_denied(tokens, relative::find(tokens)?))
    }

    /// The words that appeal to research.
    pub(crate) fn research(&self, tokens: &Tokens) -> Option<Range<usize>> {
        let appeal = || {
            let found = classify::appeal_in(tokens)?;
            let folded = tokens.folded();
            let said = !stated::is_quoted(&folded.text, folded.at(found.start))
                && !self.asks_or_ignores(tokens);
            said.then_some(found)
        };
        self.stated(tokens, &self.unnamed_research).or_else(appeal)
    }

    /// Words that were found otherwise than by a list, unless the text asks, quotes or denies them.
    fn unless_denied(&self, text: &Tokens, found: Range<usize>) -> Option<Range<usize>> {
        let folded = text.folded();
        let at = folded.at(found.start)..folded.at(found.end);
        let stated = stated::is_stated(&folded.text, &at);
        (stated && !self.asks_or_ignores(text)).then_some(found)
    }

    fn stated(&self, text: &Tokens, list: &Phrases) -> Option<Range<usize>> {
        if list.is_empty() {
            return None;
        }
        let found = list
            .found_in(text)
            .find(|found| stated::is_stated(&text.folded().text, found))?;
        (!self.asks_or_ignores(text)).then(|| text.folded().written(&found))
    }

    /// Whether a text asks, or holds words with which the set says that nothing is to be looked for in it.
    fn asks_or_ignores(&self, text: &Tokens) -> bool {
        stated::asks(&text.folded().text) || self.ignore.are_in(text)
    }
}

/// What is said behind "no difference" by those who know that it may be there all the same.
const OPEN_AFTER: &[&str] = &[
    "cannot be excluded",
    "cannot be ruled out",
    "cannot exclude",
    "cannot rule out",
    "does not rule out",
    "too few",
    "too small",
    "underpowered",
];

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::with(&WordingSettings::default()));

/// The words of a text that leave no doubt and no exception, as `wording/absolute` finds them.
pub fn absolute(text: &str) -> Option<Range<usize>> {
    BUILT_IN.absolute(&tokens(text))
}

/// The words of a text that compare without the other side, as `wording/hanging-comparison` finds them.
pub fn hanging_comparison(text: &str) -> Option<Range<usize>> {
    BUILT_IN.hanging(&tokens(text))
}

/// Whether a text names the other side of a comparison.
pub(crate) fn names_another_side(text: &Tokens) -> bool {
    sides::are_named(text)
}

/// The words of a text that say that there is no effect, as `wording/no-effect` finds them.
pub fn no_effect(text: &str) -> Option<Range<usize>> {
    BUILT_IN.no_effect(text)
}

/// The words of a text that give a relative effect, as `wording/relative-without-absolute` finds them.
pub fn relative_effect(text: &str) -> Option<Range<usize>> {
    BUILT_IN.relative(&tokens(text))
}

/// The words of a text that appeal to research, as `citation/unnamed-research` finds them.
pub fn appeal_to_research(text: &str) -> Option<Range<usize>> {
    BUILT_IN.research(&tokens(text))
}

/// How sure a text is of an effect; `None` where it states none. Rules compare it with the certainty.
pub fn tier(text: &str) -> Option<Tier> {
    BUILT_IN.tier(text)
}

/// Whether a text is less sure than high certainty lets it be, as `wording/needless-hedge` finds it.
pub fn hedges_needlessly(text: &str) -> bool {
    tier(text).is_some_and(|tier| tier < Tier::Plain) && !says_that_it_can(text)
}

/// Whether a text says “can” or “would”: that something is possible at all is no hedge.
pub(crate) fn says_that_it_can(text: &str) -> bool {
    text.split_whitespace()
        .any(|word| matches!(word, "can" | "would"))
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
        let absolute = |text| lexicon().absolute(&tokens(text)).is_some();
        assert!(absolute("Needling cures baldness."));
        assert!(absolute("It is clinically proven and has no side effects."));
        assert!(absolute("There is no doubt that it cures baldness."));
        assert!(absolute("It does not hurt, and it cures baldness."));
        assert!(absolute("It is 100\u{a0}% safe."));
        for text in [
            "Needling has not been proven to help.",
            "Nobody knows whether it cures baldness.",
            "Is it completely safe?",
            "Sellers call it “clinically proven”.",
            "The secured device was used.",
            "A cure is unknown.",
            "The cure rate was high.",
            "There are no cures for it.",
            "The wound is cured with resin.",
            "Always consult a doctor.",
            "100 % of patients recovered.",
            "It is a guaranteed loan.",
            "The word ‘cures’ was used.",
            "It may be that it cures baldness.",
        ] {
            assert!(!absolute(text), "{text}");
        }
    }

    #[test]
    fn a_comparison_with_its_other_side_does_not_hang() {
        let hangs = |text| lexicon().hanging(&tokens(text)).is_some();
        assert!(hangs("Needling works better."));
        assert!(!hangs("Needling works better than minoxidil."));
        for text in [
            "With needling, minoxidil works better.",
            "It lasts longer when wet.",
        ] {
            assert!(hangs(text), "{text}");
        }
        for text in [
            "The drug is superior to placebo.",
            "Compared with placebo, it is safer.",
        ] {
            assert!(!hangs(text), "{text}");
        }
    }
}

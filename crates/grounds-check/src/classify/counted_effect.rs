//! Effects that are stated, also with a number for what they act on: "prevents 90% of deaths", "saves 20 lives a year". The
//! classes of [`Strength`] are about two things; here one of them is counted.

use std::ops::Range;

use super::causality::{Strength, strength_of};
use super::class::Class;
use super::lexicon::Form;
use super::token::{Kind, Token, Tokens};
use super::{EFFECT_VERBS, negation};

/// Words before a verb that leave open whether it happens.
const OPEN: &[&str] = &[
    "can", "could", "if", "may", "might", "perhaps", "should", "to", "whether", "would",
];

/// Words that may stand before a number.
const ABOUT: &[&str] = &["about", "almost", "around", "nearly", "over", "roughly"];

/// The words with which a text states outright that something brings something about.
pub(crate) fn effect_stated(tokens: &Tokens) -> Option<Range<usize>> {
    if tokens.have(Class::CAUSES)
        && let (Strength::DirectCausal, found) = strength_of(tokens)
    {
        return found;
    }
    if !tokens.have(Class::AFFECTS) {
        return None;
    }
    if negation::word(tokens).is_some() || tokens.iter().any(|token| token.is_any(OPEN)) {
        return None;
    }
    let counts = |at: usize| {
        let rest = &tokens[at + 1..];
        let about = rest.first().is_some_and(|next: &Token| next.is_any(ABOUT));
        let number = rest.get(usize::from(about));
        number.is_some_and(|number| number.kind == Kind::Number)
    };
    let acts = |at: usize| {
        EFFECT_VERBS
            .form(&tokens[at])
            .is_some_and(|form| form != Form::Participle)
    };
    let found = (1..tokens.len()).find(|&at| acts(at) && counts(at))?;
    Some(tokens[found].range.clone())
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[test]
    fn a_counted_effect_is_stated() {
        for text in [
            "The vaccine prevents 90% of deaths.",
            "Statins prevent about 20 strokes per 1,000 people.",
            "Coffee prevents dementia.",
        ] {
            assert!(effect_stated(&tokens(text)).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_denied_left_open_or_only_counted_is_not() {
        for text in [
            "The vaccine does not prevent 90% of deaths.",
            "The vaccine may prevent 90% of deaths.",
            "Whether it prevents 90% of deaths is not known.",
            "The trial had 90 people.",
        ] {
            assert_eq!(effect_stated(&tokens(text)), None, "{text}");
        }
    }
}

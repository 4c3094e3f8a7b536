//! Short statements with a verb that is not known by its form: "Coffee stains teeth.", "Steroids mask
//! infection.". A full stop tells them from names, and so does the place of the verb between two nouns.

use crate::classify::clause::word;
use crate::classify::token::{Gap, Kind, Token};

/// The longest of them, in words.
const LONGEST: usize = 12;

/// How far into them the verb stands.
const SOON: usize = 6;

/// Singulars in *-s*.
const SINGULARS: &[&str] = &[
    "aids", "diabetes", "glasses", "herpes", "measles", "mumps", "news", "rabies", "sports",
    "women's", "men's",
];

/// What exercises are called: `Ankle pumps.` heads its instruction.
const EXERCISES: &[&str] = &[
    "bends",
    "bridges",
    "circles",
    "curls",
    "dips",
    "extensions",
    "kicks",
    "lifts",
    "lunges",
    "planks",
    "presses",
    "pumps",
    "raises",
    "rolls",
    "rotations",
    "shrugs",
    "slides",
    "squats",
    "squeezes",
    "stretches",
    "swings",
    "taps",
    "twists",
];

/// Whether a text names an exercise and no more.
pub(super) fn is_exercise(tokens: &[Token]) -> bool {
    tokens.len() <= 4 && tokens.last().is_some_and(|last| last.is_any(EXERCISES))
}

/// Whether a text without a verb that is known is a statement.
pub(super) fn is_statement(tokens: &[Token]) -> bool {
    let plain = tokens
        .iter()
        .all(|token| token.kind != Kind::Sign && token.gap < Gap::Comma);
    // `twelve of 40 women conceived`
    let last = tokens.len().checked_sub(1);
    let happened = last.is_some_and(|last| {
        last > 1 && tokens[last].text.ends_with("ed") && is_plural(&tokens[last - 1])
    });
    plain
        && tokens.len() <= LONGEST
        && (happened || (1..tokens.len().min(SOON)).any(|at| is_verb(tokens, at)))
}

/// Whether a word stands as a verb does: after its subject, before its object.
fn is_verb(tokens: &[Token], at: usize) -> bool {
    let (subject, verb) = (&tokens[at - 1], &tokens[at]);
    let Some(object) = tokens.get(at + 1) else {
        return false;
    };
    // `loss of hair`: what follows a preposition has no verb yet.
    let simple = !tokens[..at].iter().any(word::is_preposition);
    let shaped = |token: &Token| {
        [
            "ed", "ing", "ly", "al", "ic", "ous", "ive", "tion", "ment", "ity", "ary",
        ]
        .iter()
        .any(|end| token.text.ends_with(end))
    };
    let fits = simple
        && word::may_be_subject(subject)
        && word::may_be_subject(verb)
        && verb.gap != Gap::Hyphen
        && (verb.text.len() > 3 || word::is_determiner(object))
        && verb.kind == Kind::Word
        && !shaped(verb)
        && (word::begins_object(tokens, at + 1) && !object.text.ends_with("ed")
            || word::is_determiner(object));
    fits && (is_plural(verb) && !is_plural(subject)
        || is_plural(subject) && !is_plural(verb) && at <= 2)
}

/// Whether a word is a plural, or has the ending of one.
fn is_plural(token: &Token) -> bool {
    let text = &token.text;
    let ending = text.ends_with('s') && !["ss", "us", "is"].iter().any(|end| text.ends_with(end));
    ending && !token.is_any(SINGULARS)
        || token.is_any(&[
            "bacteria", "children", "feet", "men", "mice", "people", "teeth", "women",
        ])
}

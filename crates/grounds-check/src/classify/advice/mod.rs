//! Advice: a sentence that tells the reader what to do, and claims nothing by the way.
//!
//! "Avoid the sun for a day" is advice. "Use it to prevent baldness" and "avoid it, because it
//! damages hair" are advice with a claim inside, which is what matters to the reader, so neither
//! is evident.

mod condition;
mod instruction;
mod reason;

use std::ops::Range;
use std::sync::LazyLock;

use super::clause::word;
use super::lexicon::{Form, Phrases, Words};
use super::token::{Gap, Kind, Token};
use super::{EFFECT_PHRASES, EFFECT_VERBS, Reason, quantity, worth, worth_of_lists};

static VERBS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("imperatives.txt")));
static NOUNLIKE: LazyLock<Words> =
    LazyLock::new(|| Words::parse(include_str!("nounlike-imperatives.txt")));
static TARGETS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("targets.txt")));
static FUNCTION: LazyLock<Words> =
    LazyLock::new(|| Words::parse(include_str!("../function-words.txt")));
static TOPICS: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(include_str!("topics.txt")));

pub(super) use reason::gives_a_reason;

/// Words before an imperative that leave it one.
const LEADING: &[&str] = &[
    "also", "always", "and", "but", "finally", "first", "instead", "just", "never", "next", "only",
    "please", "simply", "so", "then",
];

/// Words that begin a clause before an imperative.
const CLAUSES: &[&str] = &[
    "after", "as", "at", "before", "during", "for", "if", "in", "on", "once", "should", "to",
    "unless", "until", "when", "whenever", "wherever", "while", "with", "without",
];

/// Words that show that the verb before them is one, not a noun.
const OBJECTS: &[&str] = &[
    "a",
    "an",
    "all",
    "another",
    "any",
    "anything",
    "both",
    "back",
    "down",
    "each",
    "every",
    "everything",
    "her",
    "him",
    "it",
    "my",
    "no",
    "nothing",
    "off",
    "one",
    "only",
    "our",
    "out",
    "some",
    "something",
    "that",
    "the",
    "them",
    "these",
    "this",
    "those",
    "up",
    "what",
    "whether",
    "your",
    "yourself",
];

/// Words after which the verb before them was a noun, or no imperative.
const SUBJECTS: &[&str] = &[
    "are", "can", "could", "did", "does", "had", "has", "is", "may", "might", "of", "should",
    "was", "were", "will", "would",
];

/// Words with which advice goes on to promise: "use it and watch your hair grow".
const OUTCOMES: &[&str] = &["enjoy", "feel", "get", "see", "the", "watch", "you", "your"];

/// Those whom advice in the third person is for.
const ADDRESSED: &[&str] = &[
    "anybody",
    "anyone",
    "beginners",
    "clinicians",
    "doctors",
    "everybody",
    "everyone",
    "one",
    "patients",
    "people",
    "practitioners",
    "readers",
    "users",
    "you",
];

/// The verbs of counsel.
const MODALS: &[&str] = &["must", "mustn't", "should", "shouldn't"];

/// How many words of a reason are read; it keeps the work linear in a line without punctuation.
const REASON: usize = 60;

/// The longest advice in the third person, in words: longer sentences do more than advise.
const LONGEST: usize = 25;

/// The number of words within which `should` comes in it.
const SOON: usize = 8;

/// Whether the sentence is advice and nothing else.
pub(super) fn is_advice(tokens: &[Token]) -> bool {
    let imperative = imperative(tokens)
        .is_some_and(|verb| promise(tokens).is_none() && !claims_by_the_way(tokens, verb + 1));
    imperative || is_counsel(tokens) && is_plain(tokens) && !claims_by_the_way(tokens, 0)
}

/// What advice promises: "take it *for joint pain*", "if you want thick *hair*, use a roller".
pub(super) fn promise(tokens: &[Token]) -> Option<Range<usize>> {
    let verb = imperative(tokens)?;
    let target =
        |from: usize, to: usize| (from..to.min(tokens.len())).find(|&at| TARGETS.has(&tokens[at]));
    // "To cure baldness, use …" promises; "if it causes pain, stop" does not.
    let clause = &tokens[..verb];
    let purpose = clause
        .first()
        .is_some_and(|first| first.is_any(&["for", "to", "with"]))
        || clause.iter().any(|token| token.is_any(&["want", "wish"]));
    if purpose {
        let worthy = worth_of_lists(clause).map(|(_, range)| range);
        return worthy.or_else(|| target(0, verb).map(|at| at..at + 1));
    }
    (verb + 1..tokens.len())
        .filter(|&at| tokens[at].is("for"))
        .find_map(|at| target(at + 1, at + 4).map(|end| at..end + 1))
}

/// Whether advice promises something, or claims something by the way.
pub(super) fn promises(tokens: &[Token]) -> bool {
    imperative(tokens)
        .is_some_and(|verb| promise(tokens).is_some() || claims_by_the_way(tokens, verb + 1))
}

/// Whether words begin with what something does, as advertising does: "stop hair loss", "boost your hair".
pub(super) fn sells(tokens: &[Token]) -> bool {
    let begins = |phrases: &Phrases| phrases.length_at(tokens, 0).is_some_and(|n| n > 1);
    let stops = tokens.first().is_some_and(|first| first.is("stop")) && begins(&EFFECT_PHRASES);
    let acts = tokens
        .first()
        .is_some_and(|first| EFFECT_VERBS.form(first) == Some(Form::Base));
    stops || acts && word::begins_object(tokens, 1)
}

/// Whether the sentence begins as advice does, also where it claims something besides.
pub(super) fn is_imperative(tokens: &[Token]) -> bool {
    imperative(tokens).is_some()
}

/// The position of the imperative that the sentence begins with, after a clause or without one.
fn imperative(tokens: &[Token]) -> Option<usize> {
    let clause = tokens.first()?.is_any(CLAUSES);
    let comma = (1..tokens.len()).find(|&at| clause && tokens[at].gap >= Gap::Comma);
    verb_from(tokens, 0).or_else(|| verb_from(tokens, comma?))
}

fn verb_from(tokens: &[Token], start: usize) -> Option<usize> {
    let mut at = start;
    while tokens.get(at)?.is_any(LEADING) {
        at += 1;
    }
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1);
    // `please arrive at the ward`: whatever the verb.
    if at > start && tokens[at - 1].is("please") && token.kind == Kind::Word && !FUNCTION.has(token)
    {
        return Some(at);
    }
    if token.is("don't") || token.is("do") && next.is_some_and(|next| next.is("not")) {
        return Some(at + usize::from(token.is("do")));
    }
    let before_subject = next.is_some_and(|next| next.is_any(SUBJECTS));
    // "Take-home messages", "use of needles".
    let compound = next.is_some_and(|next| next.gap == Gap::Hyphen);
    // "Stop hair loss" promises.
    let promise = EFFECT_PHRASES
        .length_at(tokens, at)
        .is_some_and(|length| length > 1);
    if before_subject || compound || promise {
        return None;
    }
    let object = |next: &Token| {
        next.is_any(OBJECTS) || quantity::is_number(next) || next.text.ends_with("ly")
    };
    // "Have your eyes tested"; a subject that follows would ask: "have you …?".
    let have = token.is("have")
        && next.is_some_and(|next| next.is_any(&["a", "an", "nothing", "the", "your"]));
    (have
        || VERBS.has(token)
        || NOUNLIKE.has(token) && next.is_some_and(object)
        || instruction::is_one(tokens, at))
    .then_some(at)
}

/// "You should", "patients must not", "it is best to", "… should be avoided".
fn is_counsel(tokens: &[Token]) -> bool {
    let modal = tokens.iter().position(|token| token.is_any(MODALS));
    let Some(modal) = modal.filter(|_| tokens.len() <= LONGEST) else {
        return is_worth_doing(tokens);
    };
    let to_whom = tokens[0].is_any(ADDRESSED) || modal > 0 && tokens[modal - 1].is_any(ADDRESSED);
    let rest: Vec<&Token> = tokens[modal + 1..]
        .iter()
        .filter(|token| !token.is("not"))
        .collect();
    let done = match rest.as_slice() {
        [be, verb, ..] => {
            be.is("be") && (verb.text.ends_with("ed") || verb.is_any(&["done", "kept", "taken"]))
        }
        _ => false,
    };
    // "It should be noted that …" states what follows.
    let states = rest.iter().take(4).any(|token| token.is("that"));
    // "The RNA must be converted" says what happens.
    let advised = done && modal < SOON && tokens[modal].text.starts_with("should");
    !states && (to_whom || advised)
}

/// The tokens without the verb of the counsel itself: "you should not treat it" claims nothing.
fn without_counsel(tokens: &[Token]) -> Vec<Token> {
    let mut rest = tokens.to_vec();
    let modal = rest.iter().position(|token| token.is_any(MODALS));
    let verb =
        modal.map(|at| at + 1 + usize::from(rest.get(at + 1).is_some_and(|it| it.is("not"))));
    if let Some(verb) = verb.filter(|&verb| rest.get(verb).is_some_and(|it| VERBS.has(it))) {
        rest.remove(verb);
    }
    rest
}

fn is_worth_doing(tokens: &[Token]) -> bool {
    let [it, is, ..] = tokens else { return false };
    let begins = it.is("it's") || it.is("it") && is.is("is");
    let wise = |token: &Token| {
        token.is_any(&[
            "advisable",
            "best",
            "essential",
            "important",
            "sensible",
            "wise",
        ])
    };
    let near = &tokens[..tokens.len().min(6)];
    // "It is important to note that …" states what follows.
    let states = tokens.iter().take(8).any(|token| token.is("that"));
    let idea = |pair: &[Token]| pair[0].is("idea") && pair[1].is("to");
    begins
        && !states
        && near
            .windows(2)
            .any(|pair| wise(&pair[0]) && pair[1].is_any(&["not", "to"]) || idea(pair))
}

/// Whether nothing in it is said to help, harm or compare; a dose is part of advice.
fn is_plain(tokens: &[Token]) -> bool {
    matches!(
        worth(&without_topics(&without_counsel(tokens))),
        None | Some((Reason::Quantity, _))
    )
}

/// Whether a clause after the imperative, from a position on, makes a claim: a reason, a purpose, a relative clause.
fn claims_by_the_way(tokens: &[Token], from: usize) -> bool {
    (from..tokens.len()).any(|at| {
        let rest = &tokens[at + 1..tokens.len().min(at + REASON)];
        let Some(next) = rest.first() else {
            return false;
        };
        let pronoun = |token: &Token| token.is_any(&["it", "that", "these", "they", "this"]);
        let token = &tokens[at];
        let soon = &rest[..rest.len().min(3)];
        let claim = |tokens: &[Token]| worth(&without_topics(tokens)).is_some();
        match token.text.as_str() {
            "that" | "which" | "who" if condition::leaves_it_open(tokens, at) => false,
            "because" | "since" | "that" | "which" | "who" | "whose" => claim(rest),
            "as" if next.kind == Kind::Word && pronoun(next) => claim(rest),
            // `for more than two days` is no comparison.
            "for" => {
                let time = next.is_any(&["less", "longer", "more"])
                    && soon.get(1).is_some_and(|than| than.is("than"));
                !time
                    && matches!(
                        worth(&without_topics(soon)),
                        Some((Reason::Comparative | Reason::Effect, _))
                    )
            }
            "to" if at == from || !tokens[at - 1].is_any(&["how", "need", "want", "when"]) => {
                matches!(worth(&without_topics(soon)), Some((Reason::Effect, _)))
            }
            "and" | "or" | "but" if pronoun(next) || next.is_any(OUTCOMES) => claim(rest),
            _ => {
                token.gap == Gap::Break && claim(&tokens[at..tokens.len().min(at + REASON)])
                    || token.gap == Gap::Comma && pronoun(token) && claim(rest)
            }
        }
    })
}

/// The tokens without what a page may be about: "ask about side effects" claims nothing.
pub(super) fn without_topics(tokens: &[Token]) -> Vec<Token> {
    let kept = (0..tokens.len()).filter(|&at| !TOPICS.cover(tokens, at));
    kept.map(|at| tokens[at].clone()).collect()
}

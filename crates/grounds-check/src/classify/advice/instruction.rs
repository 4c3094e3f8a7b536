//! Instructions with any verb: "Tilt your head back", "Press on the wound for 15 minutes", "Reassess pain
//! within 30 minutes". A sentence that begins with a word before an article or a possessive, and has no verb
//! with a tense, tells what to do.

use std::sync::LazyLock;

use super::FUNCTION;
use crate::classify::acts_in_any_form;
use crate::classify::clause::{Clauses, Mood, form, word};
use crate::classify::lexicon::{Form, Words};
use crate::classify::token::{Gap, Kind, Token};

/// Adverbs and other words that begin a sentence before an article and are no verbs.
static OPENERS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("openers.txt")));

/// Verbs that are told from nouns by what stands after them: `press on`, `brush twice`.
static ACTIONS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("actions.txt")));

/// Whether the word at `at` is an imperative by where it stands.
pub(super) fn is_one(tokens: &[Token], at: usize) -> bool {
    let first = &tokens[at];
    let Some(next) = tokens.get(at + 1) else {
        return false;
    };
    if first.kind != Kind::Word || next.gap >= Gap::Comma || is_no_verb(first) {
        return false;
    }
    let object = word::is_determiner(next)
        || next.is_any(&[
            "all", "any", "it", "the", "them", "these", "this", "yourself",
        ]);
    let base =
        ACTIONS.has(first) || matches!(form(first), Some(Form::Base)) && !acts_in_any_form(first);
    let known = base
        && (word::is_preposition(next)
            || next.kind == Kind::Number
            || next.is_any(&["back", "down", "off", "once", "twice", "up", "yourself"]))
        || ACTIONS.has(first) && !word::is_conjunction(next) && !may_be_its_verb(tokens, at + 1);
    let unknown = !acts_in_any_form(first) && !FUNCTION.has(first);
    (object && (base || unknown) || known) && !has_tense(tokens, at)
}

/// `exercise releases endorphins`, `screen time before bed keeps …`: a verb in *-s* follows, so the first word is
/// its subject.
fn may_be_its_verb(tokens: &[Token], from: usize) -> bool {
    (from..tokens.len()).any(|at| {
        let third = tokens[at].text.ends_with('s') && !tokens[at].text.ends_with("ss");
        let object = tokens.get(at + 1).is_some_and(|next| {
            next.gap < Gap::Comma
                && next.kind == Kind::Word
                && !word::is_preposition(next)
                && !word::is_conjunction(next)
                && !word::is_adverb(next)
        });
        third && object && !word::is_determiner(&tokens[at - 1])
    })
}

/// Whether a word is of a class that cannot be a verb in its base form.
fn is_no_verb(first: &Token) -> bool {
    let text = &first.text;
    word::is_preposition(first)
        || word::is_conjunction(first)
        || word::is_adverb(first)
        || OPENERS.has(first)
        || matches!(
            form(first),
            Some(Form::Third | Form::Past | Form::Participle)
        )
        || ["ing", "ed", "ly", "s"]
            .iter()
            .any(|end| text.ends_with(end) && !ACTIONS.has(first) && !text.ends_with("ss"))
        || text.contains('\'')
}

/// Whether a verb with a tense and a subject of its own stands in the main clause: `Half the men recovered`.
fn has_tense(tokens: &[Token], at: usize) -> bool {
    let rest = &tokens[at..];
    Clauses::of_part(rest).groups.iter().any(|group| {
        let start = group.tokens.start;
        let dependent = rest[..start].iter().rev().take(8).any(|token| {
            token.is_any(&[
                "after", "and", "as", "because", "before", "but", "how", "if", "or", "so", "that",
                "then", "unless", "until", "what", "when", "where", "whether", "which", "while",
                "who", "why",
            ])
        });
        // `with your leg raised`: how it is done.
        let held = group.tokens.len() == 1
            && rest[..start]
                .iter()
                .rev()
                .take(4)
                .any(|token| token.is("with"))
            && !word::begins_object(rest, start + 1);
        group.mood == Mood::Finite && start > 0 && !dependent && !held
    })
}

//! Headings: what names a subject and states nothing of it: it has no verb with a tense but in a
//! relative clause ("Foods that fight inflammation"), or it begins as a question does ("How vaccines
//! work"), and no full stop ends it.

mod short;

use std::sync::LazyLock;

use grounds_load::Setting;

use super::Reason;
use super::clause::{Clauses, Mood, form, word};
use super::lexicon::{Form, Words};
use super::token::{Gap, Token};

/// Plurals that are forms of verbs too.
static NAMES: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("plurals.txt")));

/// The longest heading with a full stop, in words.
const LONGEST: usize = 25;

/// Whether the text of a sentence reads as a heading.
pub(super) fn is_heading(text: &str, clauses: &Clauses<'_>) -> bool {
    if clauses.elided.is_some() {
        return false;
    }
    let tokens = clauses.tokens;
    let ends = text.trim_end().ends_with(['.', '!', ';', '…']);
    let Some(first) = tokens.first() else {
        return false;
    };
    if short::is_exercise(tokens) {
        return true;
    }
    let mut main = clauses.groups.iter().filter(|group| {
        let relative = group.tokens.start.checked_sub(1).is_some_and(|before| {
            tokens[before].is_any(&["that", "which", "who", "you", "we"]) && group.tokens.start > 1
        });
        // `Understanding your blood test results`: a plural at the end.
        let last = !ends
            && group.tokens.len() == 1
            && group.tokens.end == tokens.len()
            && NAMES.has(&tokens[group.tokens.start]);
        group.mood == Mood::Finite && !relative && !last
    });
    let any = main.next();
    let asks = first.is_any(&["how", "what", "which", "who", "why"]);
    let when = first.is_any(&["when", "where"])
        && main.next().is_none()
        && !tokens.iter().any(|token| token.gap >= Gap::Comma);
    // With a full stop only what holds no word that can be its verb is one.
    let verb = ends && (1..tokens.len()).any(|at| can_be_verb(tokens, at))
        || text.trim_end().ends_with('.') && short::is_statement(tokens);
    let verb = verb && !(ends && names_a_study(clauses));
    let names = any.is_none() && !verb && (!ends || tokens.len() <= LONGEST);
    names || !ends && (asks || when)
}

/// Whether what names nothing but its subject states in a list: `lowers blood pressure`, of what the list is
/// about, and `headache (1 in 10)`.
pub(super) fn states_in_a_list(tokens: &[Token], setting: Setting) -> bool {
    let [first, next, ..] = tokens else {
        return false;
    };
    let worth = super::worth_of_lists(tokens).map(|(reason, _)| reason);
    let acts = super::EFFECT_VERBS.form(first) == Some(Form::Third);
    let third = acts && word::begins_object(tokens, 1)
        || worth == Some(Reason::Effect)
            && form(first) == Some(Form::Third)
            && word::is_adverb(next);
    // The figures of a table are results: `12 weeks`, `91 more hairs`.
    let figure = setting == Setting::TableCell
        && worth.is_some()
        && tokens.iter().any(super::quantity::is_number);
    let number = |token: &Token| super::quantity::is_number(token);
    let frequency = tokens
        .windows(3)
        .any(|three| number(&three[0]) && three[1].is_any(&["in", "of"]) && number(&three[2]));
    let share = setting != Setting::Paragraph
        && tokens.iter().any(|token| token.is_any(&["%", "percent"]))
        && worth.is_some_and(|reason| reason != Reason::Quantity);
    // `hair thickens`
    let brief = tokens.len() == 2 && super::EFFECT_VERBS.form(next) == Some(Form::Third);
    third || frequency || share || figure || brief && setting != Setting::Paragraph
}

/// Whether a short text with a full stop states, though its verb is not known by its form.
pub(super) fn states_briefly(tokens: &[Token]) -> bool {
    short::is_statement(tokens)
}

/// Whether an item of a list goes on from its lead-in: it has no verb with a tense and a subject of its own.
pub(super) fn goes_on(clauses: &Clauses<'_>) -> bool {
    let tokens = clauses.tokens;
    !clauses.groups.iter().any(|group| {
        let relative = tokens[..group.tokens.start]
            .iter()
            .rev()
            .take(3)
            .any(|it| it.is_any(&["how", "if", "that", "what", "when", "which", "who", "why"]));
        let subject = tokens[..group.tokens.start]
            .iter()
            .rposition(|token| !word::is_adverb(token));
        group.mood == Mood::Finite && !relative && subject.is_some()
    })
}

/// How the title of a paper begins: `Effects of`, `Role of`.
static TITLES: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("title-nouns.txt")));

/// How many words may stand before the noun of a title: `Structural and functional analysis of`.
const TITLE: usize = 5;

/// Whether a text without a verb group begins as the title of a paper: `Effects of … on …`. Then no
/// word in it is taken for a verb but one that stands after its subject with an object.
fn names_a_study(clauses: &Clauses<'_>) -> bool {
    let tokens = clauses.tokens;
    let noun = (0..tokens.len().min(TITLE)).find(|&at| TITLES.has(&tokens[at]));
    let of = noun.and_then(|at| tokens.get(at + 1));
    of.is_some_and(|of| of.is_any(&["and", "between", "by", "for", "in", "of", "on"]))
        && !(1..tokens.len()).any(|at| {
            let third = form(&tokens[at]) == Some(Form::Third) && !NAMES.has(&tokens[at]);
            // `results in an increase`, `correlated with`: as verbs more common than as nouns.
            let pair = |word: &str, next: &str| {
                tokens[at].is(word) && tokens.get(at + 1).is_some_and(|it| it.is(next))
            };
            let base = tokens[at].is_any(&["depend", "differ", "include", "range", "vary"]);
            // `use of steroid creams thins the skin`
            let unknown = tokens[at].text.ends_with('s')
                && tokens
                    .get(at + 1)
                    .is_some_and(|next| next.is_any(&["the", "your"]))
                && word::may_be_subject(&tokens[at])
                && word::may_be_subject(&tokens[at - 1]);
            let verb =
                third || base || unknown || pair("results", "in") || pair("correlated", "with");
            verb && tokens[at].gap < Gap::Comma
        })
}

/// Whether a word can be the verb of its sentence, whatever it is here: a known verb, or an unknown
/// one before an article.
fn can_be_verb(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1);
    let known = match form(&tokens[at]) {
        Some(Form::Past) => next.is_none_or(|next| !next.is_any(&["by", "in"])),
        Some(Form::Third) if !NAMES.has(&tokens[at]) => true,
        // `cognitive decline after surgery`: a verb in its base form has a plural for its subject.
        Some(Form::Base)
            if !tokens[..at].iter().any(is_plural) && !word::begins_object(tokens, at + 1) =>
        {
            false
        }
        Some(Form::Base | Form::Third) => {
            next.is_none_or(|next| !next.is_any(&["of", "in", "for"]))
        }
        Some(Form::Participle) | None => false,
    };
    let unknown = tokens[at].text.ends_with(['s', 'd'])
        && next.is_some_and(word::is_determiner)
        && word::may_be_subject(&tokens[at]);
    // `LPS-induced genes`: what a hyphen joins is an adjective.
    tokens[at].gap != Gap::Hyphen && (known || unknown)
}

/// Whether a word can be the subject of a verb in its base form.
fn is_plural(subject: &Token) -> bool {
    let text = &subject.text;
    text.ends_with('s') && !text.ends_with("ss")
        || text.ends_with("ly")
        || subject.is_any(&[
            "also", "and", "bacteria", "can", "children", "could", "data", "i", "may", "men",
            "mice", "might", "must", "not", "people", "should", "they", "to", "we", "will",
            "women", "would", "you",
        ])
}

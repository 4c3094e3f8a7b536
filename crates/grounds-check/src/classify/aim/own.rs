//! What the authors of a study say that they did: "we incubated …", "to measure pain, we used …", "in this
//! study, mice were crossbred", "we report the isolation of". What they found is none of it.

use std::sync::LazyLock;

use super::{AUTHORS, RESULTS};
use crate::classify::acts_in_any_form;
use crate::classify::clause::{Clauses, Group, Mood, word};
use crate::classify::lexicon::{Form, Verbs, Words};
use crate::classify::token::{Gap, Token};

/// What authors find, have or lose, besides verbs of results: no step of their work.
static FINDING: LazyLock<Verbs> = LazyLock::new(|| Verbs::parse(include_str!("finding.txt")));
/// What a report may be of that only tells what was done: `we report the isolation of`.
static WORKS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("works.txt")));

/// How many words after a verb its object is looked for.
const OBJECT: usize = 8;

/// Whether a sentence tells what its authors did, by its main verb.
pub(super) fn is_own_work(clauses: &Clauses<'_>, main: &Group) -> bool {
    let tokens = clauses.tokens;
    if main.denied || main.modal.is_some() {
        return false;
    }
    is_step_of_ours(tokens, main)
        || has_purpose(clauses)
        || is_done_here(tokens, main)
        || looks_into(tokens, main)
        || studies_people(tokens, main)
}

/// `we incubated the cells`, `we have extended these studies`
fn is_step_of_ours(tokens: &[Token], group: &Group) -> bool {
    let head = &tokens[group.head()];
    let past = tokens[group.tokens.start].is_any(&["have", "had"]) && group.tokens.len() > 1
        || group.tokens.len() == 1 && super::form(head) == Some(Form::Past)
        || group.tokens.len() == 1 && super::form(head).is_none() && head.text.ends_with("ed");
    let step = RESULTS.form(head).is_none()
        && FINDING.form(head).is_none()
        && !acts_in_any_form(head)
        && !word::is_be(head);
    let that = tokens
        .get(group.tokens.end)
        .is_some_and(|next| next.is("that"));
    past && step && !that && !group.passive && !group.denied && is_ours(tokens, group)
}

/// Whether the subject of a verb is `we`.
fn is_ours(tokens: &[Token], group: &Group) -> bool {
    let subject = (group.tokens.start.saturating_sub(4)..group.tokens.start)
        .rev()
        .find(|&before| !word::is_adverb(&tokens[before]));
    subject.is_some_and(|before| tokens[before].is("we"))
}

/// `to measure small differences, equal amounts were …`: what comes after a purpose is a means to it, so long
/// as nothing is found by it.
fn has_purpose(clauses: &Clauses<'_>) -> bool {
    let tokens = clauses.tokens;
    let opens =
        tokens[0].is("to") || tokens[0].is("in") && tokens.get(1).is_some_and(|it| it.is("order"));
    let Some(comma) = tokens
        .iter()
        .position(|token| token.gap == Gap::Comma)
        .filter(|_| opens)
    else {
        return false;
    };
    let mut after = clauses
        .groups
        .iter()
        .filter(|group| group.tokens.start > comma && group.mood == Mood::Finite)
        .peekable();
    let done = |group: &Group| {
        let past = tokens[group.tokens.start].is_any(&["had", "has", "have", "was", "were"]);
        past && group.passive && !acts_in_any_form(&tokens[group.head()])
            || is_step_of_ours(tokens, group)
    };
    after.peek().is_some_and(|first| done(first))
        && !after.any(|group| RESULTS.form(&tokens[group.head()]).is_some())
}

/// `in this study, its expression was determined`
fn is_done_here(tokens: &[Token], main: &Group) -> bool {
    let [here, this, study, ..] = tokens else {
        return false;
    };
    let opens = here.is("in")
        && this.is_any(&["our", "the", "this"])
        && tokens[2..tokens.len().min(5)].iter().any(|token| {
            token.is_any(&[
                "analysis",
                "article",
                "experiment",
                "investigation",
                "paper",
                "report",
                "study",
                "trial",
                "work",
            ])
        })
        && !study.gap.eq(&Gap::Break);
    let head = &tokens[main.head()];
    let past = tokens[main.tokens.start].is_any(&["has", "have", "was", "were"]);
    let counted = tokens
        .iter()
        .any(|token| token.is_any(&["%", "percent", "than"]));
    opens
        && past
        && main.passive
        && !counted
        && RESULTS.form(head).is_none()
        && FINDING.form(head).is_none()
        && !acts_in_any_form(head)
}

/// `we report the isolation of`, `here we describe a new method for`: what was done is named, not what came out.
pub(super) fn announces_work(clauses: &Clauses<'_>) -> bool {
    let tokens = clauses.tokens;
    let reports = clauses.groups.iter().find(|group| {
        let head = &tokens[group.head()];
        let before = group.tokens.start.checked_sub(1);
        head.is_any(&[
            "describe",
            "described",
            "describes",
            "present",
            "report",
            "reported",
            "reports",
        ]) && before
            .is_some_and(|before| AUTHORS.has(&tokens[before]) || word::is_adverb(&tokens[before]))
    });
    let Some(group) = reports else { return false };
    let object: Vec<&Token> = tokens[group.tokens.end..]
        .iter()
        .take(OBJECT)
        .take_while(|token| token.gap < Gap::Break && !token.is_any(&["of", "that"]))
        .collect();
    let first = tokens[group.tokens.end..]
        .iter()
        .find(|token| !word::is_adverb(token));
    let named = first.is_some_and(|first| {
        first.is("on") || word::is_determiner(first) || first.is_any(&["our", "the", "two"])
    });
    let goes_on = clauses.groups.iter().any(|later| {
        later.tokens.start > group.tokens.start
            && later.mood == Mood::Finite
            && (RESULTS.form(&tokens[later.head()]).is_some())
    });
    named && !goes_on && object.iter().any(|token| WORKS.has(token))
}

/// `researchers looked at whether`, `we were interested in how`: nothing is said to have been found.
fn looks_into(tokens: &[Token], main: &Group) -> bool {
    let rest = &tokens[main.head()..];
    let near = &tokens[main.tokens.start.saturating_sub(4)..main.tokens.start];
    let by_authors = near.iter().any(|token| AUTHORS.has(token));
    let looked = rest[0].is_any(&["looked", "looks", "look"])
        && rest
            .get(1)
            .is_some_and(|next| next.is_any(&["at", "for", "into"]));
    let interested = rest.iter().take(3).any(|token| token.is("interested"));
    let asked = rest
        .iter()
        .take(5)
        .any(|token| token.is_any(&["how", "if", "whether", "why"]));
    by_authors && (looked || interested && asked)
}

/// `scientists at the University of Leeds studied the brains of 30 people`: those who study are named first.
fn studies_people(tokens: &[Token], main: &Group) -> bool {
    let head = &tokens[main.head()];
    let first = tokens[..tokens.len().min(3)]
        .iter()
        .position(|token| AUTHORS.has(token));
    let Some(first) = first else { return false };
    let between = &tokens[first + 1..main.tokens.start.max(first + 1)];
    let place = between
        .first()
        .is_some_and(|next| next.is_any(&["at", "from", "in", "led", "of"]))
        && between.len() <= 8;
    let relative = between
        .iter()
        .any(|token| token.is_any(&["that", "which", "who"]));
    let past = super::form(head) == Some(Form::Past) && main.tokens.len() == 1;
    place && past && !relative && super::METHODS.form(head).is_some()
}

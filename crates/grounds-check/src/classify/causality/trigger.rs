//! Triggers: the words that can state a relation, each with the verb group on which it hangs.

use std::ops::Range;
use std::sync::LazyLock;

use super::{comparison, effect};
use crate::classify::class::Class;
use crate::classify::clause::{Clauses, Mood, word};
use crate::classify::lexicon::{Form, Phrases, Verbs};
use crate::classify::quantity::is_number;
use crate::classify::token::{Gap, Kind, Token};

static CAUSAL_VERBS: LazyLock<Verbs> =
    LazyLock::new(|| Verbs::parse(include_str!("causal-verbs.txt")));
static CAUSE: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("cause-phrases.txt")));
static ASSOCIATION: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("association-phrases.txt")));

/// Words that can state a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Trigger {
    /// The words.
    pub(super) tokens: Range<usize>,
    /// Whether the relation is one of cause and effect.
    pub(super) causal: bool,
    /// Whether the words are a verb, or hold one, with a subject of its own.
    pub(super) has_subject: bool,
}

/// The words with which a trigger begins that is causal.
pub(super) fn causes() -> impl Iterator<Item = &'static str> {
    let verbs = CAUSAL_VERBS.all().map(|(word, _)| word);
    CAUSE.first_words().chain(verbs).chain(effect::words())
}

/// The triggers of a sentence, in order.
pub(super) fn triggers(clauses: &Clauses<'_>) -> Vec<Trigger> {
    let tokens = clauses.tokens;
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((length, causal)) = trigger_at(clauses, at) else {
            at += 1;
            continue;
        };
        let has_subject = (at..at + length).any(|at| {
            clauses.group_at(at).is_some_and(|group| {
                group.mood == Mood::Finite && !follows_and(tokens, group.tokens.start)
            })
        });
        found.push(Trigger {
            tokens: at..at + length,
            causal,
            has_subject,
        });
        at += length;
    }
    found
}

/// The length of the trigger at `at`, and whether it is causal. Where two begin here, the longer
/// one counts.
fn trigger_at(clauses: &Clauses<'_>, at: usize) -> Option<(usize, bool)> {
    let tokens = clauses.tokens;
    // `Your result in plain words` is a thing, and `results in` a cause.
    let is_thing = tokens[at].is_any(&["result", "results"])
        && at > 0
        && (word::is_determiner(&tokens[at - 1]) || tokens[at - 1].is("your"));
    if is_thing {
        return None;
    }
    let may_cause = tokens[at].class.is(Class::CAUSES);
    let verb = may_cause && acts(clauses, at);
    let cause = || {
        let phrase = CAUSE.length_at(tokens, at);
        phrase
            .or(verb.then_some(1))
            .or_else(|| effect::length_at(clauses, at))
    };
    let cause = if may_cause { cause() } else { None };
    // `important in predicting`: what something is for.
    let purpose =
        at > 0 && tokens[at].text.ends_with("ing") && word::is_preposition(&tokens[at - 1]);
    let association = ASSOCIATION
        .length_at(tokens, at)
        .filter(|_| !purpose)
        .or_else(|| changes_in_group(clauses, at))
        .or_else(|| comparison::length_at(clauses, at));
    // `increased mortality`: a verb with its object, not a name of what is higher.
    match (cause, association) {
        (Some(cause), Some(association)) if association > cause && !verb => {
            Some((association, false))
        }
        (Some(cause), _) => Some((cause, true)),
        (None, association) => association.map(|length| (length, false)),
    }
}

/// Whether a causal verb acts on something here: it has an object, or is passive with an agent.
fn acts(clauses: &Clauses<'_>, at: usize) -> bool {
    let tokens = clauses.tokens;
    if CAUSAL_VERBS.form(&tokens[at]).is_none() {
        return false;
    }
    let Some(group) = clauses.group_at(at).filter(|group| group.head() == at) else {
        return false;
    };
    if group.passive {
        return changes_in_group(clauses, at).is_none() && has_agent(tokens, at + 1);
    }
    if group.mood == Mood::Participle && !adds_a_consequence(tokens, at) {
        return false;
    }
    let first = group.tokens.start;
    let by_people = first > 0
        && tokens[..first]
            .iter()
            .rev()
            .find(|token| !word::is_adverb(token))
            .is_some_and(|subject| {
                subject.is_any(&["i", "we", "authors", "researchers", "investigators"])
                    && group.modal.is_none()
            });
    let own = tokens
        .get(at + 1)
        .is_some_and(|next| next.is_any(&["their", "our", "my", "his"]))
        && first > 0
        && comparison::is_people(&tokens[first - 1]);
    // `cases tripled last year`: a time is no object.
    let time = tokens
        .get(at + 1)
        .is_some_and(|next| next.is_any(&["last", "overnight", "since"]));
    // `affects about one woman in seven`: how many have it.
    let rest = &tokens[at + 1..];
    let one_in = rest.iter().take(3).any(|token| token.is("one"))
        && rest.iter().take(5).any(|token| token.is("in"));
    let counts = tokens[at].is_any(&["affect", "affected", "affecting", "affects"])
        && (one_in || rest.iter().take(3).any(is_number));
    word::begins_object(tokens, at + 1) && !by_people && !own && !time && !counts
}

/// `was reduced by exercise`, `after treatment`, not `by 20 %`
fn has_agent(tokens: &[Token], from: usize) -> bool {
    tokens[from.min(tokens.len())..]
        .iter()
        .take(5)
        .take_while(|token| token.gap < Gap::Break && !word::is_be(token))
        .enumerate()
        .any(|(i, token)| {
            let agent = token.is_any(&["after", "by", "following", "through", "via", "with"]);
            let next = tokens.get(from + i + 1);
            agent
                && next.is_some_and(|next| {
                    next.kind == Kind::Word
                        && !next.is_any(&[
                            "about",
                            "almost",
                            "approximately",
                            "nearly",
                            "up",
                            "more",
                            "less",
                            "half",
                        ])
                        && !comparison::is_people(next)
                })
        })
}

/// `, reducing pain`, `by blocking the receptor`, `thereby preventing`
fn adds_a_consequence(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &tokens[before]) else {
        return false;
    };
    let comma = tokens[at].gap == Gap::Comma;
    comma || before.is_any(&["by", "thereby", "through", "thus", "hence"])
}

/// `was increased in patients`: a comparison of groups.
fn changes_in_group(clauses: &Clauses<'_>, at: usize) -> Option<usize> {
    let tokens = clauses.tokens;
    let past = CAUSAL_VERBS.form(&tokens[at]) == Some(Form::Past);
    let group = clauses
        .group_at(at)
        .filter(|group| past && group.head() == at && group.passive)?;
    let next = group.tokens.end;
    let among = tokens.get(next)?.is_any(&["among", "for", "in"]);
    let people = tokens[next..]
        .iter()
        .skip(1)
        .take(4)
        .any(comparison::is_people);
    (among && people).then_some(1)
}

fn follows_and(tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens[at - 1].is_any(&["and", "or"])
}

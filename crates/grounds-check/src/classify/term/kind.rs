//! Terms that are explained by what they are: "incidence is the number of new cases in a given time",
//! "neonates are babies in the first 28 days of life", "alopecia is hair loss". The term is bare or has *a*;
//! what it is has no verb of its own that goes on, and nothing judges it.

use std::sync::LazyLock;

use super::NAMES;
use crate::classify::aside::JUDGING;
use crate::classify::clause::{Clauses, Mood, word};
use crate::classify::lexicon::Words;
use crate::classify::token::{Gap, Kind, Token};

static MEASURES: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("measures.txt")));
static STATES: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("states.txt")));

/// The longest term, in words, with its article.
const TERM: usize = 4;

/// How many words explain a disease in plain words.
const PLAIN: usize = 5;

/// Whether the verb at `at` says what its subject is, and the sentence nothing else.
pub(super) fn says_what_it_is(clauses: &Clauses<'_>, at: usize) -> bool {
    let tokens = clauses.tokens;
    let (term, rest) = (&tokens[..at], &tokens[at + 1..]);
    if !is_term(term) || rest.is_empty() || tokens.iter().any(|token| token.is_any(JUDGING)) {
        return false;
    }
    // `reported a mean rise`: no verb follows an article.
    if term.last().is_some_and(word::is_determiner) {
        return false;
    }
    if tokens[at].is_any(&["mean", "means"]) && is_state_of_a_part(rest) {
        return true;
    }
    // Another verb with a tense states, but in a relative clause: `people who test positive`.
    let goes_on = clauses.groups.iter().any(|group| {
        let start = group.tokens.start;
        let relative = tokens[at + 1..start.max(at + 1)]
            .iter()
            .rev()
            .take(4)
            .any(|token| token.is_any(&["that", "when", "where", "which", "who", "whose"]));
        start > at && group.mood == Mood::Finite && !relative
    });
    if goes_on {
        return false;
    }
    match tokens[at].text.as_str() {
        "is" | "are" => is_measure(rest) || is_plain_name(rest) || is_dose(rest),
        "mean" | "means" => is_measure(rest) || counts(rest),
        "refer" | "refers" => rest[0].is("to"),
        "describe" | "describes" => rest.len() > 2 && rest[0].is("the") && is_measure(rest),
        _ => false,
    }
}

/// Whether words before a verb are a term: `a relapse`, `preterm birth`, and not `the drug`.
fn is_term(term: &[Token]) -> bool {
    let named = term.iter().any(|token| token.is_any(NAMES));
    let bare = match term {
        [first, ..] => {
            first.is_any(&["a", "an"])
                || first.kind == Kind::Word
                    && word::may_be_subject(first)
                    && !first.is_any(&[
                        "he", "i", "it", "she", "that", "there", "these", "they", "this", "those",
                        "we", "what", "which", "who", "you",
                    ])
        }
        [] => false,
    };
    // `in this article, a response means`
    let aside = term.iter().rposition(|token| token.gap >= Gap::Comma);
    let length = aside.map_or(term.len(), |comma| term.len() - comma);
    let own = aside
        .is_some_and(|comma| term[0].is_any(&["in", "for"]) && term[comma].is_any(&["a", "an"]));
    let simple = term
        .iter()
        .skip(aside.unwrap_or(0))
        .all(|token| !word::is_preposition(token) && !word::is_conjunction(token));
    length <= TERM && simple && (named || own || bare && aside.is_none())
}

/// `means that there are too few red cells`, `means that the bones are thin`: what is so in it. What happens to people, or
/// more or less often, is no part of a meaning.
fn is_state_of_a_part(rest: &[Token]) -> bool {
    let [that, subject, ..] = rest else {
        return false;
    };
    let part = subject.is_any(&["a", "an", "one", "part", "some", "the", "there", "too"]);
    let of_people = rest.iter().any(|token| {
        token.is_any(&[
            "children", "men", "more", "often", "patients", "people", "than", "they", "women",
            "you", "your",
        ])
    });
    let groups = &Clauses::of_part(rest).groups;
    let is_so = groups.iter().all(|group| {
        let head = &rest[group.head()];
        group.mood != Mood::Finite || word::is_be(head) || head.is_any(&["has", "have"])
    });
    let states = crate::classify::worth_of_lists(rest).is_some();
    that.is("that") && part && !of_people && is_so && !states
}

/// `the number of`, `a return of`, `the risk in one group divided by`
fn is_measure(rest: &[Token]) -> bool {
    let article = usize::from(rest[0].is_any(&["a", "an", "the"]));
    let noun = rest[article..]
        .iter()
        .take(3)
        .position(|token| MEASURES.has(token));
    noun.and_then(|noun| rest.get(article + noun + 1))
        .is_some_and(|next| {
            article == 1
                && next.is_any(&[
                    "at", "before", "between", "from", "in", "of", "that", "when", "where", "with",
                    "without",
                ])
        })
}

/// `hair loss`, `a slow heart rate`, `difficulty swallowing`, `birth before 37 weeks`
fn is_plain_name(rest: &[Token]) -> bool {
    let end = rest
        .iter()
        .position(|token| token.is_any(&["after", "before", "during", "in", "without"]))
        .unwrap_or(rest.len());
    let name = &rest[..end];
    let plain = name.iter().all(|token| {
        token.kind == Kind::Word
            && token.gap < Gap::Comma
            && !word::is_preposition(token)
            && !word::is_adverb(token)
            && !word::is_conjunction(token)
            && !word::negates(token)
    });
    let short = !name.is_empty() && name.len() <= PLAIN;
    let of_people = name
        .last()
        .is_some_and(|last| last.is_any(&["babies", "children", "infants", "adults", "teenagers"]));
    let state = name.last().is_some_and(|last| STATES.has(last));
    plain && short && (state || of_people && end < rest.len())
}

/// `a low-dose aspirin is 75 mg`
fn is_dose(rest: &[Token]) -> bool {
    rest.len() == 2 && rest[0].kind == Kind::Number && rest[1].is_any(&["g", "mcg", "mg", "ml"])
}

/// `binge drinking means more than six units`
fn counts(rest: &[Token]) -> bool {
    rest.iter()
        .take(4)
        .any(crate::classify::quantity::is_number)
}

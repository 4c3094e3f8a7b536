//! Which part in a sentence a name has: what acts, what is acted upon, whom it is about.

use std::ops::Range;

use super::names::Stemmed;
use crate::classify::acts_in_any_form;
use crate::classify::quantity;
use crate::classify::token::{Gap, Token};

/// What may stand between the beginning of a clause and what acts: `Adding daily …`, `Treatment with …`.
const BEFORE_ACTING: &[&str] = &[
    "a",
    "adding",
    "an",
    "course",
    "daily",
    "doing",
    "drinking",
    "early",
    "eating",
    "extra",
    "getting",
    "giving",
    "having",
    "high",
    "low",
    "more",
    "of",
    "oral",
    "regular",
    "routine",
    "taking",
    "the",
    "therapy",
    "topical",
    "treatment",
    "use",
    "using",
    "wearing",
    "weekly",
    "with",
    "after",
    "dose",
    "that",
];

/// What may stand between what acts and the verb: `tablets in pregnancy`.
const AFTER_ACTING: &[&str] = &[
    "a",
    "at",
    "before",
    "capsules",
    "daily",
    "day",
    "each",
    "every",
    "extract",
    "for",
    "home",
    "in",
    "injections",
    "is",
    "juice",
    "month",
    "months",
    "pills",
    "pregnancy",
    "products",
    "programme",
    "supplements",
    "tablets",
    "the",
    "therapy",
    "treatment",
    "week",
    "weekly",
    "weeks",
    "year",
];

/// Verbs, and words that stand before one.
const VERBS: &[&str] = &[
    "are", "can", "could", "did", "do", "does", "had", "has", "have", "help", "helped", "helps",
    "is", "lead", "leads", "led", "likely", "made", "make", "makes", "may", "might", "possibly",
    "probably", "seems", "was", "were", "will", "work", "works", "would",
];

/// What may stand between a word that says what happens to something and that thing.
const BEFORE_OBJECT: &[&str] = &[
    "a",
    "an",
    "another",
    "any",
    "attacks",
    "babies",
    "be",
    "being",
    "cases",
    "catching",
    "chance",
    "chances",
    "develop",
    "developing",
    "diagnosed",
    "diagnosis",
    "die",
    "episodes",
    "from",
    "further",
    "future",
    "get",
    "getting",
    "have",
    "having",
    "her",
    "his",
    "incidence",
    "later",
    "likelihood",
    "likely",
    "new",
    "number",
    "odds",
    "of",
    "people",
    "probability",
    "rate",
    "rates",
    "risk",
    "risks",
    "serious",
    "severe",
    "some",
    "symptoms",
    "that",
    "the",
    "their",
    "to",
    "with",
    "women",
    "your",
];

/// Words that say what happens to something, beside the verbs of effect.
const ACTING_ON: &[&str] = &[
    "against",
    "avoid",
    "avoids",
    "better",
    "cause",
    "caused",
    "causes",
    "chance",
    "chances",
    "cut",
    "cuts",
    "ease",
    "eased",
    "eases",
    "fewer",
    "halves",
    "incidence",
    "less",
    "lift",
    "lifts",
    "likelihood",
    "lower",
    "more",
    "odds",
    "prevent",
    "prevents",
    "probability",
    "raise",
    "raises",
    "rate",
    "rates",
    "risk",
    "risks",
    "worse",
];

/// The most words between what happens and what it happens to.
const REACH: usize = 7;

/// Whether a name is what acts in its clause: it is the subject, and a verb follows.
pub(crate) fn acts(text: &Stemmed, name: &Range<usize>) -> bool {
    let tokens = &text.tokens;
    let mut led_by_with = false;
    let mut at = name.start;
    while at > 0 && tokens[at].gap < Gap::Comma {
        at -= 1;
        let token = &tokens[at];
        if !token.is_any(BEFORE_ACTING)
            && !quantity::is_number(token)
            && !token.text.ends_with("ly")
        {
            return false;
        }
        led_by_with |= token.is_any(&["with", "after"]);
    }
    // A second clause may begin with what was only compared: `unlike iron, vitamin D, …`.
    if at > 0 && !begins_with_whom(&tokens[..at]) {
        return false;
    }
    for next in &tokens[name.end..] {
        if next.gap >= Gap::Comma {
            return led_by_with && next.gap == Gap::Comma;
        }
        if next.is_any(VERBS) || acts_in_any_form(next) {
            return true;
        }
        let passed =
            next.is_any(AFTER_ACTING) || quantity::is_number(next) || next.text.ends_with("ly");
        if !passed {
            return false;
        }
    }
    false
}

/// Whether the words before a clause only say in whom, or when.
fn begins_with_whom(before: &[Token]) -> bool {
    let first = before.first();
    first.is_some_and(|first| first.is_any(&["after", "among", "during", "for", "in", "within"]))
        && before[1..].iter().all(|token| token.gap < Gap::Comma)
}

/// Whether a name is what something happens to: `lowers the risk of …`, `fewer …`.
pub(crate) fn is_acted_upon(text: &Stemmed, name: &Range<usize>) -> bool {
    let tokens = &text.tokens;
    for at in (name.start.saturating_sub(REACH)..name.start).rev() {
        if tokens[at + 1].gap >= Gap::Comma {
            return false;
        }
        let token = &tokens[at];
        if token.is_any(ACTING_ON) || acts_in_any_form(token) {
            return true;
        }
        if !token.is_any(BEFORE_OBJECT) && !quantity::is_number(token) {
            return false;
        }
    }
    false
}

/// Whether a name says whom a text is about: `In adults with …`, `people who have …`.
pub(crate) fn is_of_whom(text: &Stemmed, name: &Range<usize>) -> bool {
    const PEOPLE: &[&str] = &[
        "adults", "boys", "children", "girls", "men", "patients", "people", "those", "women",
    ];
    let tokens = &text.tokens;
    let [.., people, with] = &tokens[..name.start] else {
        return name.start == 1
            && tokens[0].is_any(&["among", "in"])
            && ends_lead(tokens, name.end);
    };
    let mut begin = name.start - 2;
    while begin > 0 && quantity::is_number(&tokens[begin - 1]) {
        begin -= 1;
    }
    let begins = || {
        let lead = &tokens[..begin];
        match lead {
            [] => true,
            [.., study, of] if of.is("of") => study.is_any(&["study", "trial"]),
            [.., last] => last.is_any(&["among", "in"]),
        }
    };
    with.is("with") && people.is_any(PEOPLE) && begins()
}

fn ends_lead(tokens: &[Token], end: usize) -> bool {
    tokens.get(end).is_some_and(|next| next.gap == Gap::Comma)
}

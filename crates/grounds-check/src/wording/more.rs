//! More, fewer or better of something, in a sentence that stands on evidence and does not say than with what: "gave more
//! false alarms", "fewer people fell with the training", "gives adults better protection", "lowers pressure more after 16 weeks".

use std::ops::Range;

use super::relative::compares_shares;
use super::{hanging, sides, stated};
use crate::classify::acts_in_any_form;
use crate::classify::class::Class;
use crate::classify::token::{Gap, Kind, Token, Tokens};

/// How many words may stand between a verb and what it gives.
const REACH: usize = 9;

/// Words for an amount that is compared.
const AMOUNTS: &[&str] = &["fewer", "less", "more"];

/// Verbs of what something brings.
const BRINGING: &[&str] = &[
    "brought",
    "cause",
    "caused",
    "causes",
    "found",
    "finds",
    "gave",
    "give",
    "gives",
    "missed",
    "misses",
    "prevent",
    "prevented",
    "prevents",
    "produce",
    "produced",
    "produces",
    "save",
    "saved",
    "saves",
    "detect",
    "detected",
    "detects",
];

/// The same, with the word that follows.
const LEADING: &[(&str, &str)] = &[
    ("lead", "to"),
    ("leads", "to"),
    ("led", "to"),
    ("result", "in"),
    ("resulted", "in"),
    ("results", "in"),
];

/// Of what more is no result.
const NO_RESULTS: &[&str] = &[
    "attention",
    "choice",
    "complete",
    "confidence",
    "control",
    "data",
    "detail",
    "details",
    "evidence",
    "information",
    "insight",
    "insights",
    "money",
    "of",
    "options",
    "or",
    "precise",
    "questions",
    "recent",
    "reliable",
    "research",
    "studies",
    "than",
    "time",
    "trials",
    "uncertain",
    "ways",
    "weight",
    "work",
];

/// Verbs of giving to somebody.
const GIVING: &[&str] = &[
    "afford", "affords", "bring", "brings", "gave", "give", "gives", "offer", "offered", "offers",
    "provide", "provided", "provides",
];

/// Those who are counted, and are not told from others by their name.
const COUNTED: &[&str] = &["adults", "children", "participants", "patients", "people"];

/// What happens to them.
const HAPPENING: &[&str] = &[
    "became",
    "caught",
    "completed",
    "developed",
    "died",
    "fell",
    "felt",
    "got",
    "had",
    "improved",
    "lived",
    "lost",
    "needed",
    "quit",
    "reached",
    "recovered",
    "relapsed",
    "reported",
    "responded",
    "slept",
    "stayed",
    "stopped",
    "survived",
    "vomited",
    "were",
];

/// Behind such a degree another part of the sentence begins.
const CLOSING: &[&str] = &[
    "after", "at", "by", "during", "on", "over", "under", "when", "with", "within",
];

/// Verbs that say by themselves that something changed.
const CHANGED: &[&str] = &["declined", "dropped", "fell", "grew", "rose"];

/// Words of a change that goes on, whose other side is the time before.
const GOING_ON: &[&str] = &[
    "again",
    "before",
    "each",
    "earlier",
    "ever",
    "every",
    "initially",
    "now",
    "recently",
    "since",
    "then",
    "today",
];

/// The words for more, fewer or better.
pub(super) fn comparing() -> impl Iterator<Item = &'static str> {
    AMOUNTS.iter().chain(hanging::BETTER).copied()
}

/// The first of them, as bytes of what was written; none where another side is named.
pub(super) fn find(tokens: &Tokens) -> Option<Range<usize>> {
    if !tokens.have(Class::MORE) || tokens.iter().any(|token| token.is_any(GOING_ON)) {
        return None;
    }
    let folded = tokens.folded();
    let text = folded.text.as_str();
    let mut places = tokens.places_of(Class::MORE);
    let found = places.find_map(|at| {
        let (verb, end) = brought(tokens, at)
            .or_else(|| given(tokens, at))
            .or_else(|| counted(tokens, at))
            .or_else(|| by_how_much(tokens, at))?;
        let place =
            |from: usize| folded.at(tokens[from].range.start)..folded.at(tokens[end].range.end);
        let found = place(at);
        let hangs = stated::is_affirmed(text, &found)
            && (is_over_a_while(tokens, end) || !sides::is_beside(text, &found))
            && !sides::names_a_group(text, &found)
            && !is_of_a_group(text, &place(verb));
        hangs.then_some(found)
    })?;
    // Two shares side by side are two sides.
    let has_sides = sides::are_named(tokens) || compares_shares(tokens.text());
    (!has_sides).then(|| folded.written(&found))
}

/// Whether those of whom something is said are told from all others. Whom an opening names (`in adults with asthma, …`) are not.
fn is_of_a_group(text: &str, found: &Range<usize>) -> bool {
    let from = text[..found.start].rfind(", ").map_or(0, |at| at + 2);
    sides::is_of_a_group(&text[from..], &(found.start - from..found.end - from))
}

/// `more strokes over 5 years`, and not `better over time`.
fn is_over_a_while(tokens: &[Token], end: usize) -> bool {
    near(tokens, end + 1).is_some_and(|next| next.is("over"))
        && near(tokens, end + 2).is_some_and(|next| !next.is_any(&["the", "these", "time"]))
}

fn near(tokens: &[Token], at: usize) -> Option<&Token> {
    tokens.get(at).filter(|token| token.gap < Gap::Comma)
}

/// `gave more false alarms`, `led to fewer falls`: the verb, and the last word.
fn brought(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let what = near(tokens, at + 1)?;
    let amount = tokens[at].is_any(AMOUNTS) && tokens[at].gap < Gap::Comma;
    if !amount || what.kind != Kind::Word || what.is_any(NO_RESULTS) {
        return None;
    }
    let verb = (0..at).rev().find(|&before| {
        !hanging::BETWEEN.contains(&tokens[before].text.as_str()) || tokens[before].is("to")
    })?;
    let leads = verb > 0
        && LEADING
            .iter()
            .any(|(verb_of, next)| tokens[verb - 1].is(verb_of) && tokens[verb].is(next));
    let brings = tokens[verb].is_any(BRINGING) && verb > 0;
    let helps = tokens[verb].is_any(&["help", "helped", "helps"]) && what.is_any(COUNTED);
    (leads || brings || helps).then_some((verb, at + 1))
}

/// `gives adults with asthma better protection`
fn given(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let result = near(tokens, at + 1)?;
    if !hanging::BETTER.contains(&tokens[at].text.as_str())
        || !hanging::RESULTS.contains(&result.text.as_str())
    {
        return None;
    }
    let verb = (at.saturating_sub(REACH)..at)
        .rev()
        .take_while(|&before| tokens[before + 1].gap < Gap::Comma)
        .find(|&before| tokens[before].is_any(GIVING))?;
    (verb > 0).then_some((verb, at + 1))
}

/// `More people had it`, at the beginning of a clause.
fn counted(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let begins = at == 0 || tokens[at].gap >= Gap::Comma;
    let whom = near(tokens, at + 1)?;
    let verb = near(tokens, at + 2)?;
    let found = begins
        && tokens[at].is_any(&["fewer", "more"])
        && whom.is_any(COUNTED)
        && verb.is_any(HAPPENING);
    found.then_some((at, at + 2))
}

/// `lowers systolic pressure more after 16 weeks`, `pain fell more with yoga`
fn by_how_much(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let more = tokens[at].is_any(&["less", "more"]) && at > 1 && tokens[at].gap < Gap::Comma;
    let next = tokens.get(at + 1);
    let ends = next.is_none_or(|next| next.gap >= Gap::Comma);
    let closes = next.is_some_and(|next| next.is_any(CLOSING));
    let before = &tokens[at - usize::from(at > 0)];
    if !more
        || !(ends || closes)
        || before.is_any(&[
            "and", "any", "even", "ever", "much", "no", "or", "the", "times",
        ])
        || before.kind != Kind::Word
    {
        return None;
    }
    if tokens[at - 1].is_any(CHANGED) {
        let with = next.is_some_and(|next| next.is_any(&["on", "with"]));
        return with.then_some((at - 1, at));
    }
    let verb = (at.saturating_sub(REACH)..at - 1)
        .rev()
        .take_while(|&before| tokens[before + 1].gap < Gap::Comma)
        .find(|&before| acts_in_any_form(&tokens[before]))?;
    (verb > 0 && tokens[verb].gap < Gap::Comma).then_some((verb, at))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::classify::token::tokens;

    fn found(text: &str) -> Option<&str> {
        find(&tokens(text)).map(|found| &text[found])
    }

    #[test]
    fn more_of_something_hangs_without_another_side() {
        for (text, words) in [
            (
                "Screening gave more false alarms within three years.",
                "more false",
            ),
            (
                "The new catheter caused fewer infections.",
                "fewer infections",
            ),
            (
                "Early discharge led to more readmissions.",
                "more readmissions",
            ),
            (
                "Ultrasound finds more tumours in dense breasts.",
                "more tumours",
            ),
            (
                "After a year, more people had stopped smoking.",
                "more people had",
            ),
            (
                "Fewer patients fell with the exercise class.",
                "Fewer patients fell",
            ),
            (
                "Ramipril gives adults with diabetes better protection against strokes.",
                "better protection",
            ),
            (
                "Yoga offers office workers greater relief.",
                "greater relief",
            ),
            (
                "The pair of drugs lowers blood pressure more after 16 weeks.",
                "more",
            ),
            ("Tai chi may reduce fear of falling more.", "more"),
            ("Back pain fell more with massage.", "more"),
            (
                "In adults with asthma, the inhaler prevents more attacks.",
                "more attacks",
            ),
            (
                "The drug prevents more strokes over 5 years.",
                "more strokes",
            ),
            (
                "The patch helped more people to stop smoking.",
                "more people",
            ),
        ] {
            assert_eq!(found(text), Some(words), "{text}");
        }
    }

    #[test]
    fn what_has_another_side_or_compares_nothing_does_not() {
        for text in [
            "Screening gave more false alarms than X-rays did.",
            "The new catheter caused fewer infections, 3% against 8%.",
            "Compared with usual care, more people had stopped smoking.",
            "More than 100 people had a fever.",
            "False alarms were 24% with CT and 7% with X-ray: CT gave more false alarms.",
            "More people are vaccinated now.",
            "The trial gave more information about doses.",
            "Two studies found more evidence of harm.",
            "More children had asthma in placebo groups.",
            "Symptoms improved more and more.",
            "The vaccine gives better protection with each dose.",
            "It does not cause more falls.",
            "People who walk get fewer colds.",
            "Once or more a day it lowers acid.",
            "It lowered pressure in 40 people or more after a year.",
            "Fewer people with asthma had been vaccinated.",
            "The dose was raised more slowly.",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}

//! The other side of a comparison: named in its sentence, or known from the group or the time of which it is
//! said.

use std::ops::Range;
use std::sync::LazyLock;

use super::hanging::BETWEEN;
use super::phrases::Phrases;
use crate::classify::token::Tokens;

/// Words that name the other side, in the sentence of the comparison.
static OTHER_SIDE: LazyLock<Phrases> = LazyLock::new(|| {
    let words = [
        "against",
        "as opposed to",
        "both drugs",
        "both groups",
        "both treatments",
        "compared",
        "comparison",
        "control group",
        "controls",
        "contrast to",
        "in contrast",
        "instead of",
        "no treatment",
        "of the three",
        "of the two",
        "placebo",
        "relative to",
        "rather than",
        "sham",
        "than",
        "the former",
        "the latter",
        "the other",
        "the second",
        "unlike",
        "usual care",
        "versus",
        "vs",
    ];
    Phrases::new(&words.map(str::to_owned))
});

/// Whether a sentence names another side.
pub(super) fn are_named(text: &Tokens) -> bool {
    let folded = &text.folded().text;
    OTHER_SIDE.found_in(text).any(|found| {
        let before = folded[..found.start].split_whitespace().next_back();
        !(&folded[found] == "against" && before.is_some_and(|word| GUARDING.contains(&word)))
    })
}

/// Words behind which `against` names what is warded off: `protection against strokes`.
const GUARDING: &[&str] = &[
    "defence",
    "effective",
    "guard",
    "guards",
    "immunity",
    "insurance",
    "protect",
    "protected",
    "protection",
    "protective",
    "protects",
    "vaccinated",
    "vaccination",
    "vaccine",
];

/// `is superior to placebo`, `is better over time`, `works better and better`
pub(super) fn is_beside(text: &str, found: &Range<usize>) -> bool {
    let mut next = text[found.end..].split_whitespace();
    match next.next() {
        Some("over") => true,
        // `with each dose`: more and more.
        Some("with") => matches!(next.next(), Some("each" | "every")),
        Some("to") => {
            let compares = |word: &str| text[found.clone()].ends_with(word);
            // `kinder to the stomach` names no other side.
            if compares("kinder") || compares("gentler") {
                return false;
            }
            compares("superior") || compares("inferior") || is_impersonal(text, found)
        }
        Some("and") => next
            .next()
            .is_some_and(|word| text[found.clone()].ends_with(word)),
        _ => false,
    }
}

/// `it is better to rest`
fn is_impersonal(text: &str, found: &Range<usize>) -> bool {
    let before = text[..found.start].rsplit([' ', ',', '.']);
    let mut before = before.filter(|word| !word.is_empty() && !BETWEEN.contains(word));
    match before.next() {
        Some("it" | "it's") => true,
        Some("is" | "was" | "be" | "would") => before
            .take(2)
            .any(|word| matches!(word, "it" | "would" | "may" | "might")),
        _ => false,
    }
}

/// Words for those whom a comparison tells from all others.
const GROUPS: &[&str] = &[
    "adolescents",
    "adults",
    "arm",
    "boys",
    "children",
    "females",
    "girls",
    "group",
    "groups",
    "individuals",
    "infants",
    "males",
    "men",
    "mice",
    "rats",
    "participants",
    "patients",
    "people",
    "smokers",
    "subjects",
    "those",
    "women",
];

/// How many words after a comparison name its group.
const NEAR: usize = 7;

/// `was better in patients who walked`: the other side is all others.
pub(super) fn names_a_group(text: &str, found: &Range<usize>) -> bool {
    let rest = text[found.end..].split(['.', ';', ',']).next();
    let mut words = rest.unwrap_or_default().split_whitespace();
    words
        .next()
        .is_some_and(|first| matches!(first, "among" | "in"))
        && words.take(NEAR).any(|word| GROUPS.contains(&word))
}

/// Words that tell those of a group from all others: `people who exercise`.
const TELLING: &[&str] = &[
    "given", "on", "that", "taking", "treated", "who", "whose", "with", "without",
];

/// `people who exercise are healthier`: the other side is those who do not.
pub(super) fn is_of_a_group(text: &str, found: &Range<usize>) -> bool {
    let clause = text[..found.start].rsplit(['.', ';', ':']).next();
    let words: Vec<&str> = clause
        .unwrap_or_default()
        .rsplit([' ', ','])
        .filter(|word| !word.is_empty())
        .take(NEAR * 2)
        .collect();
    words
        .windows(2)
        .any(|pair| TELLING.contains(&pair[0]) && GROUPS.contains(&pair[1]))
}

/// Words with which a time begins: `was better after six weeks`.
const TIMES: &[&str] = &[
    "after", "now", "once", "since", "today", "tomorrow", "until", "within",
];

/// `symptoms were better after six weeks`, `he is better now`: than before. Only what is said to be better or
/// worse, and does not judge a thing, can be so.
pub(super) fn is_of_a_time(text: &str, found: &Range<usize>) -> bool {
    let better = text[found.clone()].ends_with("better") || text[found.clone()].ends_with("worse");
    let next = text[found.end..]
        .split_whitespace()
        .next()
        .unwrap_or_default();
    better && TIMES.contains(&next.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// Words behind which `which` asks.
const ASKING: &[&str] = &[
    "about",
    "ask",
    "choose",
    "clear",
    "decide",
    "determine",
    "establish",
    "established",
    "find",
    "know",
    "known",
    "learn",
    "of",
    "on",
    "out",
    "predict",
    "say",
    "see",
    "show",
    "shown",
    "sure",
    "tell",
    "tested",
    "them",
    "uncertain",
    "unclear",
    "unknown",
    "us",
    "you",
];
/// Verbs with which `which` begins what it says of the thing before it: `a cream which works better`.
const RELATING: &[&str] = &[
    "are", "can", "could", "does", "gave", "gives", "had", "has", "is", "lasts", "may", "might",
    "was", "were", "will", "worked", "works", "would",
];

/// `It is unknown which drug is safer`, `we cannot say which works better`: the sides are those of which one asks.
pub(super) fn are_asked_for(text: &str, found: &Range<usize>) -> bool {
    let before = text.get(..found.start).unwrap_or_default();
    if !before.contains("hich") {
        return false;
    }
    let clause = before.rsplit([',', ';', ':', '(']).next();
    let words: Vec<&str> = clause.unwrap_or_default().split_whitespace().collect();
    let mut which = (0..words.len()).filter(|at| ["which", "Which"].contains(&words[*at]));
    which.any(|at| {
        let asked = |before: usize| ASKING.contains(&words[before]);
        let names = |next: &&str| !RELATING.contains(next);
        at.checked_sub(1).is_some_and(asked) || words.get(at + 1).is_some_and(names)
    })
}

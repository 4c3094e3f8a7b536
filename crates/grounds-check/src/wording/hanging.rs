//! Comparisons without their other side: "works better", "is safer", "lasts longer".

use std::ops::Range;
use std::sync::LazyLock;

use super::folded::Folded;
use super::phrases::Phrases;
use super::stated;

/// Words that name the other side, in the sentence of the comparison.
static OTHER_SIDE: LazyLock<Phrases> = LazyLock::new(|| {
    let words = [
        "against",
        "as opposed to",
        "compared",
        "comparison",
        "contrast to",
        "in contrast",
        "instead of",
        "relative to",
        "rather than",
        "than",
        "unlike",
        "versus",
        "vs",
    ];
    Phrases::new(&words.map(str::to_owned))
});

/// The first comparison that hangs, as bytes of what was written.
pub(super) fn find(folded: &Folded, list: &Phrases) -> Option<Range<usize>> {
    let text = folded.text.as_str();
    let found = list
        .found_in(text)
        .find(|found| stated::is_stated(text, found) && !has_side_beside(text, found))
        .or_else(|| predicate(text).filter(|found| stated::is_stated(text, found)))?;
    (!OTHER_SIDE.are_in(text)).then(|| folded.written(&found))
}

/// Comparatives that judge: what has one is better or worse than something.
const JUDGEMENTS: &[&str] = &[
    "better",
    "cheaper",
    "faster",
    "gentler",
    "healthier",
    "inferior",
    "milder",
    "quicker",
    "safer",
    "slower",
    "stronger",
    "superior",
    "weaker",
    "worse",
];

/// Adjectives that judge, after `more` or `less`.
const JUDGING: &[&str] = &[
    "accurate",
    "beneficial",
    "convenient",
    "dangerous",
    "durable",
    "effective",
    "efficacious",
    "efficient",
    "harmful",
    "painful",
    "potent",
    "powerful",
    "precise",
    "productive",
    "reliable",
    "sensitive",
    "successful",
    "tolerable",
    "toxic",
];

/// Verbs of which a judgement is the complement.
const BEING: &[&str] = &[
    "are", "be", "became", "become", "becomes", "been", "is", "prove", "proved", "proves", "was",
    "were",
];

/// Words that may stand between the verb and the comparative.
const BETWEEN: &[&str] = &[
    "also",
    "considerably",
    "even",
    "far",
    "generally",
    "much",
    "often",
    "slightly",
    "somewhat",
    "substantially",
    "usually",
    "significantly",
    "a",
    "lot",
    "clearly",
    "probably",
    "likely",
];

/// Words after a comparative that make a participle or a name of it: `better known`, `better at`.
const PART_OF: &[&str] = &[
    "able",
    "and",
    "described",
    "explained",
    "for",
    "interpreted",
    "known",
    "off",
    "or",
    "over",
    "prepared",
    "suited",
    "to",
    "understood",
    "when",
    "with",
];

/// A judgement after a form of *be*, of whatever tense: `would be much more effective`.
fn predicate(text: &str) -> Option<Range<usize>> {
    // Most sentences hold none of these, and need not be parted.
    let pieces = || {
        text.split(' ').scan(0, |from, piece| {
            let bare = piece.trim_start_matches(|c: char| !c.is_alphanumeric());
            let start = *from + piece.len() - bare.len();
            *from += piece.len() + 1;
            Some((start, bare.trim_end_matches(|c: char| !c.is_alphanumeric())))
        })
    };
    let compares = |word: &str| matches!(word, "more" | "less") || JUDGEMENTS.contains(&word);
    if !pieces().any(|(_, word)| compares(word)) {
        return None;
    }
    let words: Vec<(usize, &str)> = pieces().collect();
    let end = |at: usize| words[at].0 + words[at].1.len();
    (0..words.len()).find_map(|at| {
        let (start, word) = words[at];
        let more = matches!(word, "more" | "less");
        let last = if more { at + 1 } else { at };
        let judges = if more {
            words
                .get(last)
                .is_some_and(|(_, next)| JUDGING.contains(next))
        } else {
            JUDGEMENTS.contains(&word)
        };
        let followed = words
            .get(last + 1)
            .is_none_or(|(_, next)| !PART_OF.contains(next));
        let verb = words[..at]
            .iter()
            .rev()
            .find(|(_, before)| !BETWEEN.contains(before));
        let said = verb.is_some_and(|(_, verb)| BEING.contains(verb));
        // What stands within a mark belongs together.
        let unbroken = verb.is_some_and(|(verb, _)| {
            !text[*verb..end(last.min(words.len() - 1))].contains([',', ';', '('])
        });
        (judges && followed && said && unbroken).then(|| start..end(last))
    })
}

/// `is superior to placebo`, `is better over time`, `works better and better`
fn has_side_beside(text: &str, found: &Range<usize>) -> bool {
    let mut next = text[found.end..].split_whitespace();
    match next.next() {
        Some("over") => true,
        Some("to") => text[found.clone()].ends_with("superior"),
        Some("and") => next
            .next()
            .is_some_and(|word| text[found.clone()].ends_with(word)),
        _ => false,
    }
}

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
        "control group",
        "controls",
        "contrast to",
        "in contrast",
        "instead of",
        "no treatment",
        "placebo",
        "relative to",
        "rather than",
        "sham",
        "than",
        "unlike",
        "usual care",
        "versus",
        "vs",
    ];
    Phrases::new(&words.map(str::to_owned))
});

/// The first comparison that hangs, as bytes of what was written.
pub(super) fn find(folded: &Folded, list: &Phrases) -> Option<Range<usize>> {
    let text = folded.text.as_str();
    let hangs = |found: &Range<usize>| {
        stated::is_affirmed(text, found)
            && !has_side_beside(text, found)
            && !names_a_group(text, found)
    };
    let found = list
        .found_in(text)
        .find(hangs)
        .or_else(|| predicate(text).filter(hangs))?;
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

/// Verbs that something does better or faster than something else.
const DOING: &[&str] = &[
    "absorb",
    "absorbed",
    "absorbs",
    "act",
    "acted",
    "acts",
    "fared",
    "fares",
    "grew",
    "grow",
    "grows",
    "heal",
    "healed",
    "heals",
    "last",
    "lasted",
    "lasts",
    "perform",
    "performed",
    "performs",
    "recover",
    "recovered",
    "recovers",
    "respond",
    "responded",
    "responds",
    "sleep",
    "sleeps",
    "slept",
    "work",
    "worked",
    "works",
];

/// How it does so.
const MANNERS: &[&str] = &["better", "faster", "longer", "quicker", "sooner", "worse"];

/// Adverbs for how it does so, after `more` or `less`.
const ADVERBS: &[&str] = &[
    "effectively",
    "efficiently",
    "quickly",
    "rapidly",
    "reliably",
    "slowly",
];

/// Verbs with which a better result is promised.
const GIVING: &[&str] = &[
    "bring", "brings", "deliver", "delivers", "gave", "give", "gives", "have", "has", "had",
    "means", "offer", "offers", "produce", "produced", "produces", "provide", "provided",
    "provides", "to", "in", "yields",
];

/// What is better in such results.
const BETTER: &[&str] = &[
    "better",
    "cheaper",
    "faster",
    "fewer",
    "greater",
    "healthier",
    "quicker",
    "safer",
    "stronger",
    "superior",
];

/// What is promised.
const RESULTS: &[&str] = &[
    "alternative",
    "benefit",
    "benefits",
    "choice",
    "complications",
    "efficacy",
    "healing",
    "option",
    "outcome",
    "outcomes",
    "protection",
    "recovery",
    "relief",
    "result",
    "results",
    "side",
    "survival",
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
    "described",
    "explained",
    "interpreted",
    "known",
    "off",
    "over",
    "prepared",
    "suited",
    "understood",
];

/// A judgement after a form of *be*, of whatever tense (`would be much more effective`), a manner after a verb
/// (`heals faster`), or a better result (`gives better results`).
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
    let word = |at: usize| words.get(at).map_or("", |(_, word)| word);
    (0..words.len()).find_map(|at| {
        let more = matches!(word(at), "more" | "less");
        let last = if more { at + 1 } else { at };
        let verb = (at.saturating_sub(NEAR)..at)
            .rev()
            .find(|&before| !BETWEEN.contains(&word(before)))?;
        let among = |plain: &[&str], graded: &[&str]| {
            if more { graded } else { plain }.contains(&word(last))
        };
        let is = among(JUDGEMENTS, JUDGING) && BEING.contains(&word(verb));
        let does = among(MANNERS, ADVERBS) && DOING.contains(&word(verb));
        let gives = BETTER.contains(&word(at))
            && (RESULTS.contains(&word(at + 1))
                || RESULTS.contains(&word(at + 2)) && word(at + 1) == "pain")
            && GIVING.contains(&word(verb));
        let part = PART_OF.contains(&word(last + 1)) || last >= words.len();
        let found = words[at].0..end(last.min(words.len() - 1));
        // What stands within a mark belongs together.
        let unbroken = !text[words[verb].0..found.end].contains([',', ';', '(']);
        ((is || does || gives) && !part && unbroken).then_some(found)
    })
}

/// `is superior to placebo`, `is better over time`, `works better and better`
fn has_side_beside(text: &str, found: &Range<usize>) -> bool {
    let mut next = text[found.end..].split_whitespace();
    match next.next() {
        Some("over") => true,
        Some("to") => {
            let compares = |word: &str| text[found.clone()].ends_with(word);
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
fn names_a_group(text: &str, found: &Range<usize>) -> bool {
    let rest = text[found.end..].split(['.', ';', ',']).next();
    let mut words = rest.unwrap_or_default().split_whitespace();
    words
        .next()
        .is_some_and(|first| matches!(first, "among" | "in"))
        && words.take(NEAR).any(|word| GROUPS.contains(&word))
}

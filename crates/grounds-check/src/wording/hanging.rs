//! Comparisons without their other side: "works better", "is safer", "lasts longer".

use std::ops::Range;

use super::phrases::Phrases;
use super::{degrees, sides, stated};
use crate::classify::class::Class;
use crate::classify::token::Tokens;

/// The first comparison that hangs, as bytes of what was written.
pub(super) fn find(tokens: &Tokens, list: &Phrases) -> Option<Range<usize>> {
    let hangs = |found: &Range<usize>| {
        let text = tokens.folded().text.as_str();
        stated::is_affirmed(text, found)
            && !sides::is_beside(text, found)
            && !sides::names_a_group(text, found)
            && !sides::is_of_a_group(text, found)
            && !sides::is_of_a_time(text, found)
    };
    let compares = tokens.have(Class::COMPARES);
    let judged = || {
        let folded = tokens.folded();
        let found = predicate(&folded.text).filter(hangs);
        found.or_else(|| {
            let found = degrees::find(tokens)?;
            Some(folded.at(found.start)..folded.at(found.end)).filter(hangs)
        })
    };
    let found = list
        .found_in(tokens)
        .find(hangs)
        .or_else(|| compares.then(judged).flatten())?;
    (!sides::are_named(tokens)).then(|| tokens.folded().written(&found))
}

/// Comparatives that judge: what has one is better or worse than something.
const JUDGEMENTS: &[&str] = &[
    "better",
    "cheaper",
    "faster",
    "gentler",
    "healthier",
    "inferior",
    "kinder",
    "milder",
    "quicker",
    "riskier",
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
    "invasive",
    "natural",
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
    "are", "be", "been", "is", "prove", "proved", "proves", "was", "were",
];

/// Verbs that something does better or faster than something else.
const DOING: &[&str] = &[
    "clean",
    "cleans",
    "absorb",
    "absorbed",
    "absorbs",
    "act",
    "acted",
    "acts",
    "close",
    "closed",
    "closes",
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
    "taste",
    "tastes",
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
    "mean", "means", "offer", "offers", "produce", "produced", "produces", "provide", "provided",
    "provides", "to", "in", "yields",
];

/// What is better in such results.
pub(super) const BETTER: &[&str] = &[
    "better",
    "cheaper",
    "faster",
    "fewer",
    "greater",
    "healthier",
    "quicker",
    "safer",
    "shorter",
    "stronger",
    "superior",
];

/// What is promised.
pub(super) const RESULTS: &[&str] = &[
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
    "stay",
    "survival",
];

/// Words that may stand between the verb and the comparative.
pub(super) const BETWEEN: &[&str] = &[
    "a",
    "also",
    "always",
    "clearly",
    "considerably",
    "even",
    "far",
    "five",
    "four",
    "generally",
    "hugely",
    "likely",
    "lot",
    "many",
    "much",
    "often",
    "probably",
    "significantly",
    "slightly",
    "somewhat",
    "substantially",
    "ten",
    "three",
    "times",
    "twice",
    "two",
    "up",
    "usually",
    "vastly",
];

/// What is said to be a better one.
const OPTIONS: &[&str] = &[
    "alternative",
    "approach",
    "choice",
    "method",
    "option",
    "procedure",
    "therapy",
    "treatment",
    "way",
];

/// What is said to be lower or better with something.
const RISKS: &[&str] = &["risk", "risks", "safety", "tolerability", "toxicity"];

/// Whether a word is part of an amount: `30 % more effective`, `up to three times better`.
fn is_amount(words: &[(usize, &str)], at: usize) -> bool {
    let word = words[at].1;
    word.is_empty()
        || word.parse::<f64>().is_ok()
        || word == "to" && at > 0 && words[at - 1].1 == "up"
}

/// How many words before a comparative its verb may stand.
const NEAR: usize = 7;

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

/// Words that grade what stands after them.
const GRADING: &[&str] = &["as", "higher", "less", "lower", "more"];

/// The words that compare.
pub(super) fn comparing() -> impl Iterator<Item = &'static str> {
    let lists = [GRADING, JUDGEMENTS, MANNERS, BETTER];
    lists.into_iter().flatten().copied()
}

fn compares(word: &str) -> bool {
    let lists = [GRADING, JUDGEMENTS, MANNERS, BETTER];
    lists.iter().any(|list| list.contains(&word))
}

/// `carries a lower risk`, and not what somebody has
fn lowers_risk(words: &[(usize, &str)], verb: usize, at: usize) -> bool {
    let word = |at: usize| words.get(at).map_or("", |(_, word)| word);
    matches!(word(at), "better" | "fewer" | "higher" | "less" | "lower")
        && RISKS.contains(&word(at + 1))
        && matches!(
            word(verb),
            "brings" | "carries" | "gives" | "has" | "offers" | "poses"
        )
        && !matches!(word(verb.wrapping_sub(1)), "he" | "she" | "who")
}

/// A judgement after a form of *be*, of whatever tense (`would be much more effective`), a manner after a verb
/// (`heals faster`), or a better result (`gives better results`).
fn predicate(text: &str) -> Option<Range<usize>> {
    let pieces = text.split([' ']).scan(0, |from, piece| {
        let start = *from;
        *from += piece.len() + 1;
        // Most pieces are a word and nothing else.
        let bytes = piece.as_bytes();
        let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        if plain(bytes.first()) && plain(bytes.last()) {
            return Some((start, piece));
        }
        let bare = piece.trim_start_matches(|c: char| !c.is_alphanumeric());
        let start = start + piece.len() - bare.len();
        Some((start, bare.trim_end_matches(|c: char| !c.is_alphanumeric())))
    });
    let mut words: Vec<(usize, &str)> = Vec::with_capacity(text.len() / 5 + 1);
    words.extend(pieces);
    let end = |at: usize| words[at].0 + words[at].1.len();
    let word = |at: usize| words.get(at).map_or("", |(_, word)| word);
    let mut comparing = (0..words.len()).filter(|&at| compares(words[at].1));
    comparing.find_map(|at| {
        let more = matches!(word(at), "more" | "less");
        let graded = more || word(at) == "as";
        let last = if graded { at + 1 } else { at };
        let verb = (at.saturating_sub(NEAR)..at)
            .rev()
            .find(|&before| !BETWEEN.contains(&word(before)) && !is_amount(&words, before))?;
        let among = |plain: &[&str], graded: &[&str]| {
            if more { graded } else { plain }.contains(&word(last))
        };
        let is = among(JUDGEMENTS, JUDGING) && BEING.contains(&word(verb));
        let does = among(MANNERS, ADVERBS) && DOING.contains(&word(verb));
        let gives = BETTER.contains(&word(at))
            && (RESULTS.contains(&word(at + 1))
                || RESULTS.contains(&word(at + 2)) && matches!(word(at + 1), "hospital" | "pain"))
            && GIVING.contains(&word(verb));
        // `causes less constipation`
        let harms =
            matches!(word(at), "fewer" | "less") && matches!(word(verb), "cause" | "causes");
        // `is twice as effective`, and not `as` what
        let times = word(at) == "as"
            && JUDGING.contains(&word(at + 1))
            && BEING.contains(&word(verb))
            && matches!(word(at - 1), "half" | "times" | "twice")
            && word(at + 2) != "as";
        // `is a more effective treatment`, `has a lower risk`
        let option = more
            && JUDGING.contains(&word(last))
            && OPTIONS.contains(&word(last + 1))
            && BEING.contains(&word(verb));
        let risk = lowers_risk(&words, verb, at);
        let part = PART_OF.contains(&word(last + 1)) || last >= words.len();
        let found = words[at].0..end(last.min(words.len() - 1));
        // What stands within a mark belongs together.
        let unbroken = !text[words[verb].0..found.end].contains([',', ';', '(']);
        ((is || does || gives || harms || times || option || risk) && !part && unbroken)
            .then_some(found)
    })
}

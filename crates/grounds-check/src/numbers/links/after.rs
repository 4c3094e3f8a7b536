//! The name that stands after a value, and whether it belongs to the value's own noun phrase.
//!
//! `36 of 300 women who took velapril and 90 of 300 on placebo`: a relative clause, a participle or a preposition binds the
//! name to the people whom the value counts, whatever the verb is. A name that nothing binds is left open: the value is said
//! of nothing known, and no other value takes the name.

use std::ops::Range;

use super::{Mention, NEAR, words};

/// A name after a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// The value is said of it.
    Said(usize),
    /// The value is said of it, unless another name stands before: there are many words between.
    Far(usize),
    /// Whether the value is said of it cannot be told.
    Open(usize),
}

impl After {
    /// The name, however it stands.
    pub(super) fn at(self) -> usize {
        match self {
            Self::Said(at) | Self::Far(at) | Self::Open(at) => at,
        }
    }
}

/// Words that part a value from a name after it.
const PARTING: [&str; 17] = [
    "and", "but", "or", "than", "whereas", "while", "versus", "vs", "v", "against", "compared",
    "as", "from", "trial", "study", "unlike", "over",
];
/// Words right before a name that a value is said of.
const LEADING: [&str; 29] = [
    "with",
    "on",
    "in",
    "under",
    "of",
    "among",
    "for",
    "at",
    "after",
    "by",
    "had",
    "during",
    "within",
    "who",
    "given",
    "fed",
    "offered",
    "prescribed",
    "allocated",
    "assigned",
    "administered",
    "supplied",
    "sold",
    "handed",
    "sent",
    "taught",
    "shown",
    "per",
    "through",
];
/// Words that say which people are meant: what follows them, up to the name, is said of these.
const RELATIVE: [&str; 5] = ["who", "whom", "whose", "that", "which"];
/// Words that say that somebody did not have what is named.
const AVOIDING: [&str; 38] = [
    "not",
    "never",
    "no",
    "none",
    "without",
    "nor",
    "neither",
    "instead",
    "rather",
    "refuse",
    "refused",
    "refusing",
    "decline",
    "declined",
    "declining",
    "stop",
    "stopped",
    "stopping",
    "avoid",
    "avoided",
    "avoiding",
    "skip",
    "skipped",
    "skipping",
    "missed",
    "missing",
    "lacked",
    "lacking",
    "left",
    "leaving",
    "quit",
    "quitting",
    "including",
    "excluding",
    "favouring",
    "needing",
    "requiring",
    "wanting",
];
/// Participles that send people to an arm: `randomised to velapril`, but not `compared to` or `added to`.
const NOT_SENT: [&str; 12] = [
    "compared",
    "added",
    "adjusted",
    "increased",
    "reduced",
    "raised",
    "lowered",
    "decreased",
    "related",
    "attributed",
    "owed",
    "linked",
];
/// Words that stand before a name and change nothing: `the`, `those`, and those who are counted.
const LIGHT: [&str; 32] = [
    "the",
    "those",
    "a",
    "an",
    "some",
    "all",
    "their",
    "only",
    "just",
    "either",
    "people",
    "patients",
    "participants",
    "volunteers",
    "individuals",
    "subjects",
    "women",
    "men",
    "adults",
    "children",
    "babies",
    "infants",
    "boys",
    "girls",
    "mothers",
    "users",
    "mice",
    "rats",
    "rabbits",
    "dogs",
    "pigs",
    "animals",
];
/// Adjectives of how something was had: `on daily velapril`. Longer ones are known by their endings.
const HOW: [&str; 11] = [
    "extra", "new", "single", "real", "true", "sham", "early", "late", "standard", "regular", "mg",
];
/// How many words may stand between a value and a name after it, where another name stands before.
const FAR: usize = 14;

/// The name right after a value: `with velapril`, `(velapril)`, `of those on velapril`.
pub(super) fn named_after<T>(
    text: &str,
    values: &[Range<usize>],
    value: usize,
    mentions: &[Mention<T>],
) -> Option<After> {
    let end = values[value].end;
    let next = values.get(value + 1).map_or(text.len(), |next| next.start);
    let at = mentions
        .iter()
        .position(|mention| mention.words.start >= end)?;
    let named = &mentions[at].words;
    let between = text.get(end..named.start).filter(|_| named.start < next)?;
    // `(33% v 26%) were commoner with it` is said of two.
    let before = value.checked_sub(1).and_then(|before| values.get(before));
    let pair = before.is_some_and(|before| super::rows::goes_on(text, before, &values[value]));
    if pair && between.starts_with(')') {
        return None;
    }
    if between.trim() == "(" {
        return Some(After::Said(at));
    }
    // `54 (4.5%) of 1,200 people on velapril`, `3.4 kg (SD 4.1) with it`
    let between = without_parentheses(between);
    let words: Vec<&str> = words(&between).collect();
    // The comma of `1,200` parts nothing.
    let parted = [", ", ";", ": ", ". ", "(", ")"]
        .iter()
        .any(|mark| between.contains(mark))
        || words.iter().any(|word| PARTING.contains(word));
    if parted || words.len() > FAR {
        return None;
    }
    let near = words.len() <= NEAR;
    if !binds(&words, text, named) {
        return near.then_some(After::Open(at));
    }
    let one_clause = words.iter().any(|word| RELATIVE.contains(word));
    Some(if near || one_clause {
        After::Said(at)
    } else {
        After::Far(at)
    })
}

/// Whether the words between a value and a name bind the name to what the value counts.
fn binds(between: &[&str], text: &str, named: &Range<usize>) -> bool {
    let is_light = |word: &&&str| LIGHT.contains(*word);
    let mut back = between.iter().rev().skip_while(is_light);
    let avoided = between.iter().any(|word| AVOIDING.contains(word));
    let Some(last) = back.next() else {
        // `1,230 coffee drinkers`, `1,000 others`
        return is_of_a_group(text, named);
    };
    let is_without = text
        .get(named.clone())
        .is_some_and(|name| name.starts_with("without "));
    if LEADING.contains(last) || is_without {
        return true;
    }
    // `36 of 300 velapril users`
    if last.ends_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    if avoided {
        return false;
    }
    let is_relative = between.iter().any(|word| RELATIVE.contains(word));
    let sends = |to: &str, verb: Option<&&str>| {
        to == "to" && verb.is_some_and(|verb| verb.ends_with("ed") && !NOT_SENT.contains(verb))
    };
    if is_relative || last.ends_with("ing") || sends(last, back.next()) {
        return true;
    }
    let mut rest = between.iter().rev().skip_while(is_light);
    let mut passed = rest.by_ref().take_while(|word| is_how(word)).count();
    passed += usize::from(passed == 0);
    let mut led = between.iter().rev().skip_while(is_light).skip(passed);
    led.next().is_some_and(|word| {
        let by_words = ["with", "on", "given", "fed", "prescribed", "offered"].contains(word);
        is_how(last) && (by_words || word.ends_with("ing") || sends(word, led.next()))
    })
}

/// Whether a word says how something was had: `daily`, `oral`, `low-dose`.
fn is_how(word: &str) -> bool {
    const ENDS: [&str; 6] = ["-dose", "-term", "ly", "al", "ive", "ic"];
    HOW.contains(&word) || ENDS.iter().any(|end| word.ends_with(end))
}

/// Whether a name is said of people: `coffee drinkers`, `placebo patients`, `others`.
fn is_of_a_group(text: &str, named: &Range<usize>) -> bool {
    const OTHERS: [&str; 6] = ["other", "control", "rest", "who", "without", "non"];
    const GROUPS: [&str; 14] = [
        "patients",
        "people",
        "participants",
        "women",
        "men",
        "adults",
        "children",
        "recipients",
        "volunteers",
        "mice",
        "rats",
        "animals",
        "group",
        "arm",
    ];
    let name = text.get(named.clone()).unwrap_or_default();
    let after = text.get(named.end..).unwrap_or_default();
    let next = words(after)
        .next()
        .filter(|_| after.starts_with([' ', '-']));
    OTHERS.iter().any(|other| name.contains(other))
        || next.is_some_and(|next| GROUPS.contains(&next) || next.ends_with("ers"))
}

/// A text without what stands in parentheses, and without the end of one that began before it.
fn without_parentheses(text: &str) -> String {
    let text = text.strip_prefix(')').unwrap_or(text);
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, within)) = rest.split_once('(') {
        let Some((_, after)) = within.split_once(')') else {
            break;
        };
        kept.push_str(before);
        rest = after;
    }
    kept.push_str(rest);
    kept
}

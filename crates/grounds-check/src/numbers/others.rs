//! Names of the other arm of a study with two: `without it`, `the others`, `controls`, `people who drank none`.
//!
//! They are names only beside that of the one arm which the sentence names; `control` is also one by itself, where in one
//! arm nothing was tried.

use std::ops::Range;

use grounds_evidence::Concepts;
use grounds_model::{Key, Study};

use super::arms::{Arms, Name, named_interventions};
use super::links::Mention;

/// Adds the names of the other arm to those of a sentence, in small letters.
pub(super) fn add_others<'a>(
    text: &str,
    study: &'a Study,
    concepts: &Concepts<'_>,
    mentions: &mut Vec<Mention<&'a Key>>,
) {
    let arms: Vec<&Key> = study.arms.keys().collect();
    let [one, other] = *arms.as_slice() else {
        return;
    };
    let not = |arm: &Key| if arm == one { other } else { one };
    let control = control_of(study, concepts);
    for mention in mentions.iter_mut().filter(|mention| mention.of.is_none()) {
        without_named(text, mention, study, concepts, &not);
    }
    let mut named = mentions.iter().filter_map(|mention| mention.of);
    let first = named.next();
    let is_only = first.is_some_and(|first| named.all(|arm| arm == first));
    let rest = first.filter(|_| is_only).map(not);
    let words = words_of(text);
    let mut found = Vec::new();
    for at in 0..words.len() {
        let Some((long, is_control)) = other_at(text, &words, at) else {
            continue;
        };
        let of = if is_control { control.or(rest) } else { rest };
        let bytes = words[at].start..words[at + long - 1].end;
        let overlaps = |mention: &Mention<&Key>| {
            mention.words.start < bytes.end && bytes.start < mention.words.end
        };
        if of.is_some() && !mentions.iter().any(overlaps) {
            found.push(Mention { words: bytes, of });
        }
    }
    mentions.extend(found);
    mentions.sort_by_key(|mention| mention.words.start);
}

/// The one of two arms in which nothing was tried, where only one is such.
pub(super) fn control_of<'a>(study: &'a Study, concepts: &Concepts<'_>) -> Option<&'a Key> {
    let is_inert = |had: &[Key]| had.iter().all(|key| concepts.is_inert(key));
    let mut inert = study
        .arms
        .iter()
        .filter(|(_, arm)| is_inert(&arm.interventions));
    let (key, _) = inert.next()?;
    (study.arms.len() == 2 && inert.next().is_none()).then_some(key)
}

/// Makes a name that is denied one of the other arm: `without velapril`, `who did not take velapril`.
fn without_named<'a>(
    text: &str,
    mention: &mut Mention<&'a Key>,
    study: &'a Study,
    concepts: &Concepts<'_>,
    not: &impl Fn(&Key) -> &'a Key,
) {
    const HAVING: [&str; 6] = ["on", "with", "given", "taking", "using", "receiving"];
    let before = words_of(&text[..mention.words.start]);
    let at = |back: usize| before.len().checked_sub(back).map(|at| before[at].clone());
    let word = |back: usize| {
        at(back)
            .and_then(|bytes| text.get(bytes))
            .unwrap_or_default()
    };
    let denies = |back: usize| ["not", "never", "no", "didn't"].contains(&word(back));
    let has = |word: &str| HAVING.contains(&word) || (word.ends_with("ing") && !stops(word));
    let begins = match (word(1), word(2), word(3)) {
        ("without", ..) => Some(1),
        ("the", "without", _) => Some(2),
        ("no", having, _) if HAVING.contains(&having) => Some(2),
        (having, "not", "was" | "were" | "is" | "are") if has(having) => None,
        (having, "not", _) if has(having) => Some(2),
        // `who never took velapril`, `who took no velapril`
        _ => (2..=4)
            .find(|back| is_relative(word(*back)))
            .filter(|back| (1..*back).any(denies) && !(1..*back).any(|at| stops(word(at)))),
    };
    let Some(begins) = begins.and_then(at) else {
        return;
    };
    let name = text.get(mention.words.clone()).unwrap_or_default();
    let had = named_interventions(name, study, concepts).into_iter();
    let had = had.flat_map(|(_, keys)| keys).collect();
    if let Some(Name::Arm(arm)) = (Arms { study }).named(&had, false) {
        mention.of = Some(not(arm));
        mention.words.start = begins.start;
    }
}

/// Whether a verb says that something was given up: who did not stop it had it.
fn stops(word: &str) -> bool {
    const STEMS: [&str; 9] = [
        "stop", "refus", "declin", "miss", "avoid", "skip", "drop", "leav", "quit",
    ];
    STEMS.iter().any(|stem| word.starts_with(stem))
}

fn is_relative(word: &str) -> bool {
    ["who", "that", "which"].contains(&word)
}

/// How many words from one on name those who were in the other arm, and whether they call them controls.
fn other_at(text: &str, words: &[Range<usize>], at: usize) -> Option<(usize, bool)> {
    const GROUPS: [&str; 16] = [
        "group",
        "arm",
        "half",
        "people",
        "patients",
        "women",
        "men",
        "adults",
        "children",
        "mice",
        "rats",
        "animals",
        "ones",
        "two",
        "participants",
        "babies",
    ];
    const HAD: [&str; 9] = [
        "did", "do", "does", "had", "have", "were", "was", "are", "would",
    ];
    let word = |at: usize| words.get(at).and_then(|word| text.get(word.clone()));
    let before = at.checked_sub(1).and_then(word).unwrap_or_default();
    let next = |ahead: usize| word(at + ahead).unwrap_or_default();
    let ends = |long: usize| ends_phrase(text, words, at + long);
    match word(at)? {
        "without" if ["it", "them", "treatment", "any", "either"].contains(&next(1)) => {
            Some((2, false))
        }
        "without" if ends(1) && before != "or" => Some((1, false)),
        "the" if ["others", "rest", "remainder"].contains(&next(1)) && next(2) != "of" => {
            Some((2, false))
        }
        "the" if next(1) == "other" && GROUPS.contains(&next(2)) => Some((3, false)),
        "others" if !["among", "many", "and", "the"].contains(&before) || ends(1) => {
            Some((1, false))
        }
        "controls" => Some((1, true)),
        "control" | "comparison" if GROUPS.contains(&next(1)) => Some((2, true)),
        relative if is_relative(relative) => {
            // `who drank none`, `who did not`, `who did not take it`
            if next(2) == "none" && ends(3) {
                return Some((3, false));
            }
            let contracted = ["didn't", "don't", "hadn't", "weren't"].contains(&next(1));
            let long = if contracted { 2 } else { 3 };
            let denied = contracted || (HAD.contains(&next(1)) && next(2) == "not");
            let pronoun = ["it", "one", "any", "them", "so"].contains(&next(long + 1));
            let whole = [(ends(long), long), (pronoun && ends(long + 2), long + 2)];
            let whole = whole.into_iter().find(|(is_whole, _)| *is_whole);
            whole.filter(|_| denied).map(|(_, long)| (long, false))
        }
        _ => None,
    }
}

/// Whether a phrase ends before a word: at a mark, at the end of the text, at a number or before `and`, `had` and the like.
fn ends_phrase(text: &str, words: &[Range<usize>], at: usize) -> bool {
    const ENDING: [&str; 9] = [
        "and", "but", "had", "did", "were", "was", "against", "while", "whereas",
    ];
    let Some(next) = words.get(at) else {
        return true;
    };
    let Some(last) = at.checked_sub(1).and_then(|last| words.get(last)) else {
        return false;
    };
    let gap = text.get(last.end..next.start).unwrap_or_default();
    let word = text.get(next.clone()).unwrap_or_default();
    gap.contains([',', ';', '.', ':', '(', ')', '['])
        || ENDING.contains(&word)
        || starts_number(word)
}

fn starts_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// The words of a text, with their bytes.
fn words_of(text: &str) -> Vec<Range<usize>> {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '\'' || c == '’';
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_part(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    found
}

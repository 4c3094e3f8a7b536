//! Words that call a result significant or clear, or say that there is none, clause by clause.

use std::ops::Range;

use super::Lexicon;
use super::significance::{NEAR, is_denial, is_left_open, is_of_significance, words};

/// What some words say of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sureness {
    /// It is significant, or clear.
    Significant,
    /// It is not significant.
    NotSignificant,
    /// There was no effect: `had no effect on`.
    None,
    /// There is none, in general: `does not prevent`.
    NoneEver,
}

/// Words that say so, with the clause that they stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sure {
    pub(crate) words: Range<usize>,
    pub(crate) clause: Range<usize>,
    pub(crate) says: Sureness,
}

/// Where another clause begins.
const PARTS: [&str; 14] = [
    ". ",
    "; ",
    " but ",
    " whereas ",
    " while ",
    " although ",
    " though ",
    " however ",
    " except ",
    " unlike ",
    " yet ",
    ", and ",
    ", which ",
    " because ",
];

/// What is clear, right behind that word.
const CHANGES: [&str; 28] = [
    "better",
    "cut",
    "decreased",
    "fewer",
    "greater",
    "higher",
    "improved",
    "improves",
    "increased",
    "increases",
    "less",
    "longer",
    "lower",
    "lowered",
    "lowers",
    "more",
    "outperformed",
    "prevented",
    "prevents",
    "raised",
    "raises",
    "reduced",
    "reduces",
    "shorter",
    "superior",
    "worked",
    "works",
    "worse",
];

/// Words for an effect of whatever direction.
const EITHER_WAY: [&str; 7] = [
    "affect",
    "change",
    "differ",
    "difference",
    "effect",
    "impact",
    "influence",
];

/// The words of a text that say how sure a result is.
pub(crate) fn sure_words(lexicon: &Lexicon, text: &str) -> Vec<Sure> {
    // Most texts have none of the words, which is told before they are parted.
    let sure = text.contains("ignifican") || text.contains("learly");
    if !sure && lexicon.no_effect(text).is_none() {
        return Vec::new();
    }
    let clauses = clauses(text).into_iter();
    clauses
        .filter_map(|clause| {
            let (words, says) = said_in(lexicon, &text[clause.clone()])?;
            Some(Sure {
                words: clause.start + words.start..clause.start + words.end,
                clause,
                says,
            })
        })
        .collect()
}

fn clauses(text: &str) -> Vec<Range<usize>> {
    let starts = PARTS.iter().flat_map(|part| {
        text.match_indices(part)
            .map(|(at, part)| (at, at + part.len()))
    });
    let mut starts: Vec<(usize, usize)> = starts.collect();
    starts.sort_unstable();
    let mut found = Vec::new();
    let mut from = 0;
    for (end, next) in starts {
        if end > from {
            found.push(from..end);
        }
        from = from.max(next);
    }
    found.push(from..text.len());
    found
}

fn said_in(lexicon: &Lexicon, clause: &str) -> Option<(Range<usize>, Sureness)> {
    let lower = clause.to_lowercase();
    if is_left_open(&lower) {
        return None;
    }
    let all = words(clause);
    let mut significant = (0..all.len()).filter(|&at| is_of_significance(&all[at].0));
    if let Some(at) = significant.next() {
        let prefixed = !all[at].0.starts_with("signific");
        let short = |(word, _): &(String, Range<usize>)| SHORT_OF.contains(&word.as_str());
        let before = &all[at.saturating_sub(NEAR)..at];
        let behind = all.iter().skip(at + 1).take(2);
        let denied = before.iter().any(|it| is_denial(&it.0) || short(it))
            || behind.into_iter().any(|(word, _)| is_denial(word));
        return match significant.next() {
            Some(_) => None,
            None if prefixed || denied => Some((all[at].1.clone(), Sureness::NotSignificant)),
            None => Some((all[at].1.clone(), Sureness::Significant)),
        };
    }
    let clear = all.iter().position(|(word, _)| word == "clearly");
    if let Some(at) = clear {
        let next = all.get(at + 1)?;
        let denied = all.iter().any(|(word, _)| is_denial(word));
        let changes = CHANGES.contains(&next.0.as_str());
        return (changes && !denied)
            .then_some((all[at].1.start..next.1.end, Sureness::Significant));
    }
    let found = lexicon.no_effect(clause)?;
    let said = clause.get(found.clone())?.to_lowercase();
    let ever = [
        "do ",
        "does ",
        "doesn't ",
        "doesn’t ",
        "don't ",
        "has no ",
        "have no ",
        "is ",
        "are ",
        "makes no ",
        "make no ",
        "there is ",
    ];
    if ever.iter().any(|begins| said.starts_with(begins)) {
        return Some((found, Sureness::NoneEver));
    }
    let neutral = EITHER_WAY.iter().any(|word| said.contains(word));
    neutral.then_some((found, Sureness::None))
}

/// Words that deny significance without a negation: `fell short of significance`.
const SHORT_OF: [&str; 4] = ["lacked", "missed", "short", "without"];

#[cfg(test)]
mod tests {
    use super::super::BUILT_IN;
    use super::{Sureness, sure_words};

    fn said(text: &str) -> Vec<(&str, Sureness)> {
        let found = sure_words(&BUILT_IN, text).into_iter();
        found.map(|sure| (&text[sure.words], sure.says)).collect()
    }

    #[test]
    fn words_are_sure_of_a_difference_or_of_none() {
        use Sureness::{None, NoneEver, NotSignificant, Significant};
        for (text, words, says) in [
            (
                "Significantly fewer fell (3 of 60).",
                "Significantly",
                Significant,
            ),
            (
                "The splint clearly reduced pain.",
                "clearly reduced",
                Significant,
            ),
            (
                "Zinc had no significant effect on colds.",
                "significant",
                NotSignificant,
            ),
            (
                "Pain fell short of a significant difference.",
                "significant",
                NotSignificant,
            ),
            ("Zinc had no effect on colds.", "had no effect", None),
            ("Zinc does not prevent colds.", "does not prevent", NoneEver),
        ] {
            assert_eq!(said(text), [(words, says)], "{text}");
        }
    }

    #[test]
    fn what_reports_asks_or_speaks_of_something_else_is_not_sure() {
        for text in [
            "Zinc did not prevent colds.",
            "Zinc clearly tastes bitter.",
            "The difference was not clinically significant.",
            "Whether zinc significantly shortens colds is open.",
            "There was no evidence that zinc prevents colds.",
        ] {
            assert_eq!(said(text), [], "{text}");
        }
    }
}

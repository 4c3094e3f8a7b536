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
    /// The part of the clause that says it of what it names; `None` where that may be said of something else than of arms at
    /// the end of a study.
    pub(crate) part: Option<Range<usize>>,
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

/// Where another part of a clause begins.
const PARTS_OF_CLAUSES: [&str; 4] = [": ", ", ", " (", ") "];
/// Parts of words of a part that is about something else than whether arms differ at the end, or leaves it open.
const OTHER: [&str; 21] = [
    "at first",
    "at the start",
    "baseline",
    "both groups",
    "could",
    "each group",
    "effect size",
    "equivalen",
    "from the start",
    "important",
    "little",
    "meaningful",
    "minim",
    "much",
    "not all",
    "only ",
    "over time",
    "relevant",
    "small",
    "subgroup",
    "within",
];
/// Words before it that say that it was before anything was done.
const EARLY: [&str; 4] = ["baseline", "at the start", "at first", "before"];
/// What `significant` may be said of, and say nothing of chance.
const AMOUNTS: [&str; 12] = [
    "amount",
    "burden",
    "cause",
    "majority",
    "minority",
    "number",
    "numbers",
    "part",
    "problem",
    "proportion",
    "share",
    "side",
];

/// What is clear, right behind that word.
const CHANGES: [&str; 31] = [
    "better",
    "cut",
    "decreased",
    "differed",
    "difference",
    "differences",
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
    let sure = text.contains("ignifican") || text.contains("clear") || text.contains("Clear");
    if !sure && lexicon.no_effect(text).is_none() {
        return Vec::new();
    }
    let clauses = clauses(text).into_iter();
    clauses
        .filter_map(|clause| {
            let (words, says) = said_in(lexicon, &text[clause.clone()])?;
            let words = clause.start + words.start..clause.start + words.end;
            Some(Sure {
                part: part(text, &clause, &words),
                words,
                clause,
                says,
            })
        })
        .collect()
}

/// The part of a clause around some words, unless it is about something else.
fn part(text: &str, clause: &Range<usize>, words: &Range<usize>) -> Option<Range<usize>> {
    let (before, after) = (text.get(..words.start)?, text.get(words.end..clause.end)?);
    let parts = PARTS_OF_CLAUSES.iter();
    let start = parts.filter_map(|part| Some(before.rfind(part)? + part.len()));
    let start = start.max().unwrap_or(0).max(clause.start);
    let end = PARTS_OF_CLAUSES.iter().filter_map(|part| after.find(part));
    let end = words.end + end.min().unwrap_or(after.len());
    let own = text[start..end].to_lowercase();
    let early = text[..start].to_lowercase();
    let is_other = OTHER.iter().any(|word| own.contains(word))
        || EARLY.iter().any(|word| early.contains(word));
    (!is_other).then_some(start..end)
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
        let is_amount = |(next, _): &(String, Range<usize>)| AMOUNTS.contains(&next.as_str());
        if all.get(at + 1).is_some_and(is_amount) {
            return None;
        }
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
    let clear = all
        .iter()
        .position(|(word, _)| word == "clear" || word == "clearly");
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
            (
                "There was a clear difference in colds.",
                "clear difference",
                Significant,
            ),
            ("Zinc had no effect on colds.", "had no effect", None),
            ("Zinc does not prevent colds.", "does not prevent", NoneEver),
        ] {
            assert_eq!(said(text), [(words, says)], "{text}");
        }
    }

    #[test]
    fn each_clause_says_its_own() {
        use Sureness::{None, Significant};
        let text = "Pain fell significantly, but cough did not differ.";
        assert_eq!(
            said(text),
            [("significantly", Significant), ("did not differ", None)]
        );
    }

    #[test]
    fn what_may_be_said_of_something_else_than_of_arms_has_no_part() {
        let part = |text: &'static str| {
            let found = sure_words(&BUILT_IN, text).into_iter().next();
            found.and_then(|sure| Some(&text[sure.part?]))
        };
        for (text, own) in [
            (
                "In all, pain did not differ between zinc and placebo (4 against 5).",
                Some("pain did not differ between zinc and placebo"),
            ),
            ("There was little or no difference in pain.", None),
            ("At baseline, pain did not differ.", None),
            ("Pain fell significantly in both groups.", None),
        ] {
            assert_eq!(part(text), own, "{text}");
        }
    }

    #[test]
    fn what_reports_asks_or_speaks_of_something_else_is_not_sure() {
        for text in [
            "Zinc did not prevent colds.",
            "Zinc clearly tastes bitter.",
            "The difference was not clinically significant.",
            "A significant number of people had a cold.",
            "There was no clear difference in colds.",
            "It is not clear whether colds differed.",
            "Whether zinc significantly shortens colds is open.",
            "There was no evidence that zinc prevents colds.",
        ] {
            assert_eq!(said(text), [], "{text}");
        }
    }
}

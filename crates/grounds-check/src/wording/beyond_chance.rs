//! Words that say that something differs beyond chance, `significantly`, `a clear difference`, or that it does not, `did not
//! differ`: clause by clause. What could be read in two ways is left open.

use std::ops::Range;

use super::significance::{NEAR, words};
use crate::classify::no_effect::find as no_effect;
use crate::classify::token::tokens;

/// A clause that says whether something differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// The bytes of the clause.
    pub(crate) clause: Range<usize>,
    /// The bytes of the words that say so.
    pub(crate) words: Range<usize>,
    /// Whether it is said to differ.
    pub(crate) differs: bool,
}

/// Where another clause begins.
const PARTS: [&str; 15] = [
    ". ",
    "; ",
    ": ",
    ", ",
    " (",
    ") ",
    " but ",
    " whereas ",
    " while ",
    " although ",
    " though ",
    " however ",
    " except ",
    " unlike ",
    " yet ",
];
/// Parts of words of a clause that is about something else than whether groups differ at the end, or leaves it open.
const OTHER: [&str; 38] = [
    "adjust",
    "almost",
    "baseline",
    "at the start",
    "at first",
    "bonferroni",
    "borderline",
    "both groups",
    "clinical",
    "could",
    "each group",
    "effect size",
    "from the start",
    "heterogen",
    "if ",
    "important",
    "inferior",
    "interaction",
    "little",
    "marginal",
    "meaningful",
    "minim",
    "multiplicity",
    "much",
    "nearly",
    "not all",
    "not only",
    "only ",
    "over time",
    "relevant",
    "small",
    "subgroup",
    "threshold",
    "trend",
    "whether",
    "within",
    "would",
    "equivalen",
];
/// Words of a lead that say that it was before anything was done.
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
const DENYING: [&str; 9] = [
    "no", "not", "non", "without", "nor", "neither", "never", "failed", "cannot",
];
/// Words that `clear` and `clearly` may stand before.
const CLEAR: [&str; 16] = [
    "difference",
    "differences",
    "differed",
    "differ",
    "better",
    "worse",
    "higher",
    "lower",
    "fewer",
    "more",
    "less",
    "reduced",
    "lowered",
    "raised",
    "increased",
    "improved",
];

/// What the clauses of a text say.
pub(crate) fn verdicts(text: &str) -> Vec<Verdict> {
    let may = |part: &str| text.contains(part);
    if !["ignifican", "no ", "No ", " not ", "n't", "n’t", "lear"]
        .into_iter()
        .any(may)
    {
        return Vec::new();
    }
    clauses(text)
        .into_iter()
        .filter_map(|clause| verdict(text, clause))
        .collect()
}

/// The clauses of a text, each with what stands before its first comma, if that only says in whom or when.
fn clauses(text: &str) -> Vec<Range<usize>> {
    let mut ends: Vec<(usize, usize)> = PARTS
        .iter()
        .flat_map(|part| {
            text.match_indices(part)
                .map(|(at, _)| (at, at + part.len()))
        })
        .collect();
    ends.sort_unstable();
    let mut found = Vec::new();
    let mut start = 0;
    for (end, next) in ends.into_iter().chain([(text.len(), text.len())]) {
        if end > start {
            found.push(start..end);
        }
        start = start.max(next);
    }
    found
}

fn verdict(text: &str, clause: Range<usize>) -> Option<Verdict> {
    let own = text.get(clause.clone())?;
    let lower = own.to_lowercase();
    if lower.len() != own.len() || OTHER.iter().any(|word| lower.contains(word)) {
        return None;
    }
    let before = text[..clause.start].to_lowercase();
    if EARLY.iter().any(|word| before.contains(word)) {
        return None;
    }
    let found = significant(&lower)
        .or_else(|| no_effect(&tokens(own)).map(|words| (words, false)))
        .or_else(|| clear(&lower));
    let (words, differs) = found?;
    Some(Verdict {
        words: clause.start + words.start..clause.start + words.end,
        clause,
        differs,
    })
}

/// `significantly`, `no significant difference`
fn significant(lower: &str) -> Option<(Range<usize>, bool)> {
    let words = words(lower);
    let mut said = words.iter().enumerate().filter(|(_, (word, _))| {
        let plain = word.trim_start_matches("non-").trim_start_matches("non");
        plain.trim_start_matches("in").starts_with("significan")
    });
    let (at, (word, place)) = said.next()?;
    if said.next().is_some() {
        return None;
    }
    if words
        .get(at + 1)
        .is_some_and(|(next, _)| AMOUNTS.contains(&next.as_str()))
    {
        return None;
    }
    let near = &words[at.saturating_sub(NEAR)..at];
    let denial = near.iter().rev().find(|(word, _)| denies(word));
    let after = words
        .iter()
        .skip(at + 1)
        .take(2)
        .any(|(word, _)| denies(word));
    let denied = !word.starts_with("signific") || denial.is_some() || after;
    let from = denial.map_or(place.start, |(_, place)| place.start);
    Some((from..place.end, !denied))
}

/// `a clear difference`, `clearly lower`
fn clear(lower: &str) -> Option<(Range<usize>, bool)> {
    let words = words(lower);
    let at = words
        .iter()
        .position(|(word, _)| ["clear", "clearly"].contains(&word.as_str()))?;
    let (next, place) = words.get(at + 1)?;
    let denied = words[..at].iter().any(|(word, _)| denies(word));
    (CLEAR.contains(&next.as_str()) && !denied).then(|| (words[at].1.start..place.end, true))
}

fn denies(word: &str) -> bool {
    DENYING.contains(&word) || word.ends_with("n't") || word.ends_with("n’t")
}

#[cfg(test)]
mod tests {
    use super::verdicts;

    #[test]
    fn clauses_say_whether_something_differs() {
        for (text, expected) in [
            (
                "Velapril lowered pain significantly.",
                &[("significantly", true)][..],
            ),
            (
                "Pain did not differ between velapril and placebo.",
                &[("did not differ", false)],
            ),
            (
                "There was no significant difference in pain.",
                &[("no significant", false)],
            ),
            (
                "There was a clear difference in pain.",
                &[("clear difference", true)],
            ),
            (
                "Pain fell significantly, but cough did not differ.",
                &[("significantly", true), ("did not differ", false)],
            ),
            ("There was no clinically relevant difference in pain.", &[]),
            ("There was little or no difference in pain.", &[]),
            ("It is not clear whether pain differed.", &[]),
            ("Pain was lower.", &[]),
        ] {
            let found = verdicts(text);
            let found: Vec<_> = found
                .iter()
                .map(|of| (&text[of.words.clone()], of.differs))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}

//! Counts of studies in words: `two randomised trials`, `in 3 cohorts`, `trials show`.
//!
//! Only what plainly counts whole studies is a count. `Phase 3 trials`, `eight-week trials`, `not two trials`, `two other
//! trials` and `two trials are under way` count none of those that a sentence stands on.

mod words;

use std::ops::Range;

use grounds_numbers::lists::PartList;

use words::{STUDIES, STUDY, Words, has, number};

/// How many studies some words count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StudyCount {
    /// How many at least.
    pub(crate) number: usize,
    /// Whether the words say this number, and not `several` or `both`.
    pub(crate) exact: bool,
    /// The bytes from the number to the noun.
    pub(crate) words: Range<usize>,
}

/// Every text that speaks of a study has one of these; most have none.
static STUDIED: PartList = PartList::new(&["stud", "trial", "cohort", "experiment", "rct"]);

/// The counts of studies in a text, in their order.
pub(crate) fn study_counts(text: &str) -> Vec<StudyCount> {
    if !STUDIED.is_in(text) {
        return Vec::new();
    }
    let lower = text.to_ascii_lowercase();
    let words = Words::of(&lower);
    let counted = (0..words.all.len()).filter_map(|at| words.count_at(at));
    let mut found: Vec<StudyCount> = counted.collect();
    if found.is_empty() {
        found.extend(words.bare_plural());
    }
    found
}

/// The words of a text that say how many studies it speaks of, where it speaks of no others: `one trial`, `a single
/// study`, `two small trials`. None where another study, another number of them, or more than it counts may be meant.
pub(crate) fn only_count(text: &str) -> Option<StudyCount> {
    const MORE: &str = "\
        another other others further also second third rest remaining whereas while whilst but although though however \
        including include includes included example least over about around some review reviews series survey surveys \
        report reports paper papers analysis analyses each every first largest earlier later confirmed repeated";
    if !STUDIED.is_in(text) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let words = Words::of(&lower);
    let all = 0..words.all.len();
    let is_noun = |word: &str| has(STUDIES, word) || has(STUDY, word);
    let nouns = all
        .clone()
        .filter(|at| words.word(*at).is_some_and(is_noun));
    let numbers = all.clone().filter(|at| {
        let word = words.word(*at).unwrap_or_default();
        number(word).is_some_and(|_| word.parse::<usize>().is_err()) || has("one single", word)
    });
    let more = all
        .clone()
        .any(|at| has(MORE, words.word(at).unwrap_or_default()));
    if more || nouns.count() != 1 || numbers.count() > 1 {
        return None;
    }
    let mut counts = all.filter_map(|at| words.count_at(at).or_else(|| words.one_at(at)));
    let only = counts.next()?;
    (counts.next().is_none() && only.exact).then_some(only)
}

#[cfg(test)]
mod tests {
    use super::{only_count, study_counts};

    #[test]
    fn what_counts_studies() {
        for (text, number, words) in [
            ("In two trials, hair grew.", 2, "two trials"),
            (
                "In 3 randomised controlled trials it fell.",
                3,
                "3 randomised controlled trials",
            ),
            ("Both of the trials were small.", 2, "Both of the trials"),
            (
                "Several double-blind studies found it.",
                3,
                "Several double-blind studies",
            ),
            (
                "Two phase III trials and a cohort.",
                2,
                "Two phase III trials",
            ),
            ("The results of two trials agree.", 2, "two trials"),
            (
                "Randomised trials have shown that it works.",
                2,
                "Randomised trials",
            ),
            ("Each of the two trials was small.", 2, "two trials"),
            (
                "Four Italian case-control studies.",
                4,
                "Four Italian case-control studies",
            ),
            ("A couple of trials found it.", 2, "couple of trials"),
            ("A dozen trials found it.", 10, "dozen trials"),
            ("About a dozen small trials.", 10, "dozen small trials"),
            ("In half a dozen trials it fell.", 5, "dozen trials"),
            ("Two dozen studies found it.", 20, "dozen studies"),
            ("Dozens of trials found it.", 20, "Dozens of trials"),
            ("A handful of trials found it.", 3, "handful of trials"),
            ("A few small trials found it.", 2, "few small trials"),
            ("All three studies agree.", 3, "three studies"),
            ("None of the five trials found harm.", 5, "five trials"),
            (
                "In a pair of small trials it fell.",
                2,
                "pair of small trials",
            ),
        ] {
            let found = study_counts(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(
                (found[0].number, &text[found[0].words.clone()]),
                (number, words)
            );
        }
    }

    #[test]
    fn what_counts_something_else() {
        for text in [
            "Phase 3 trials are large.",
            "In phase 2 and 3 trials it fell.",
            "Eight-week trials are short.",
            "In eight weeks, trials ended.",
            "It was one trial, not two trials.",
            "Two other trials are larger.",
            "Two trials are under way.",
            "At least two trials are needed.",
            "Two of seven trials were large.",
            "Of seven trials, one was large.",
            "Two groups of people took part in studies.",
            "More than two trials would be better.",
            "In 2020, trials began.",
            "Hair grew in the trial by 2.5 studies.",
            "Two additional trials.",
            "Few trials have looked at it.",
            "Only a few trials have looked at it.",
            "Fewer than a dozen trials were found.",
            "In a dozen countries trials began.",
            "One of a dozen trials was large.",
            "The trials differ in size.",
            "Several hundred studies look at it.",
        ] {
            let found = study_counts(text);
            let found: Vec<_> = found
                .iter()
                .map(|count| &text[count.words.clone()])
                .collect();
            assert!(found.is_empty(), "{text}: {found:?}");
        }
    }

    #[test]
    fn both_is_two_studies_or_two_sorts() {
        assert!(study_counts("Both small trials found it.")[0].exact);
        assert!(!study_counts("Both cohort and case-control studies found it.")[0].exact);
    }

    #[test]
    fn the_only_count_of_a_text() {
        for (text, number) in [
            ("In one trial, hair grew.", 1),
            ("A single randomised trial found it.", 1),
            ("One small study of 40 men found it.", 1),
            ("Only two trials have been made.", 2),
            ("Both trials found it.", 2),
        ] {
            assert_eq!(
                only_count(text).map(|count| count.number),
                Some(number),
                "{text}"
            );
        }
        for text in [
            "One of the trials found it.",
            "In one trial hair grew, and in another it did not.",
            "One trial found it; the other trials did not.",
            "A single-blind trial found it.",
            "A single blind trial found it.",
            "At least two trials found it.",
            "One trial and a cohort found it.",
            "Two trials of minoxidil and one of finasteride found it.",
            "More than one trial found it.",
            "One trial is ongoing.",
            "The trial found it.",
            "Phase one trial data were lost.",
        ] {
            assert_eq!(only_count(text), None, "{text}");
        }
    }
}

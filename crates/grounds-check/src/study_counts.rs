//! Counts of studies in words: `two randomised trials`, `in 3 cohorts`, `trials show`.
//!
//! Only what plainly counts whole studies is a count. `Phase 3 trials`, `eight-week trials`, `not two trials`, `two other
//! trials` and `two trials are under way` count none of those that a sentence stands on.

use std::ops::Range;

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

/// Words that say how many.
const NUMBERS: &[(&str, usize, bool)] = &[
    ("two", 2, true),
    ("three", 3, true),
    ("four", 4, true),
    ("five", 5, true),
    ("six", 6, true),
    ("seven", 7, true),
    ("eight", 8, true),
    ("nine", 9, true),
    ("ten", 10, true),
    ("eleven", 11, true),
    ("twelve", 12, true),
    ("couple", 2, true),
    ("pair", 2, true),
    ("both", 2, false),
    ("several", 3, false),
    ("many", 3, false),
    ("numerous", 3, false),
    ("multiple", 2, false),
];

const STUDIES: &str = "studies trials cohorts experiments rcts";

const STUDY: &str = "study trial cohort experiment rct";

/// Words that stand between a number and what it counts.
const BETWEEN: &str = "\
    large small separate double blind placebo sham cross crossover over open label case control \
    cohort pilot human good high quality well recent parallel group head to phase ii iii of the \
    these those different rct follow up new long short term multicentre multicenter and rigorous";

/// How words end that say of what sort something is: `randomised`, `clinical`, `prospective`, `independent`.
const OF_A_SORT: &str = "al ed ive ic ous an ish ese ent ary";

/// Words that say that the studies are none of those that were made and are cited.
const OTHERS: &str = "\
    additional planned unpublished unfinished excluded registered ongoing needed required \
    necessary recruiting way underway running awaited expected hundred";

/// How many words between a number and what it counts are looked at, and how many after that.
const NEAR: usize = 5;

/// Whether a text may speak of a study; most do not, whatever letters they begin with.
fn may_speak_of_studies(text: &str) -> bool {
    const PARTS: [&str; 8] = [
        "tud",
        "TUD",
        "rial",
        "RIAL",
        "ohort",
        "xperiment",
        "RCT",
        "rct",
    ];
    PARTS.iter().any(|part| text.contains(part))
}

/// The counts of studies in a text, in their order.
pub(crate) fn study_counts(text: &str) -> Vec<StudyCount> {
    if !may_speak_of_studies(text) {
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

/// The words of a text in small letters.
struct Words<'t> {
    text: &'t str,
    all: Vec<Range<usize>>,
}

impl<'t> Words<'t> {
    fn of(text: &'t str) -> Self {
        let mut all = Vec::new();
        let mut start = None;
        for (at, c) in text.char_indices() {
            match (c.is_alphanumeric(), start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    all.push(from..at);
                    start = None;
                }
                _ => {}
            }
        }
        all.extend(start.map(|from| from..text.len()));
        Self { text, all }
    }

    fn word(&self, at: usize) -> Option<&'t str> {
        self.all.get(at).map(|range| &self.text[range.clone()])
    }

    fn before(&self, at: usize, back: usize) -> &'t str {
        let word = at.checked_sub(back).and_then(|at| self.word(at));
        word.unwrap_or_default()
    }

    /// Whether a word is the end of a longer number: `2.5`, `1,200`.
    fn is_end_of_number(&self, at: usize) -> bool {
        at > 0 && matches!(self.gap(at - 1), "." | "," | "·")
    }

    /// What stands between a word and the next one.
    fn gap(&self, at: usize) -> &'t str {
        let next = self
            .all
            .get(at + 1)
            .map_or(self.text.len(), |next| next.start);
        &self.text[self.all[at].end..next]
    }

    /// The count that begins with a word.
    fn count_at(&self, at: usize) -> Option<StudyCount> {
        let (number, exact) = number(self.word(at)?)?;
        if self.gap(at).contains(['-', '‐', '‑', '–', '.', ','])
            || self.is_end_of_number(at)
            || self.is_no_count(at)
        {
            return None;
        }
        let noun = self.noun_after(at)?;
        // `Both trials` are two; `both cohort and case-control studies` are two sorts.
        let sorts = (at..noun).any(|at| self.word(at) == Some("and"));
        let exact = exact || (self.word(at) == Some("both") && !sorts);
        let after = (noun + 1..=noun + NEAR).filter_map(|at| self.word(at));
        let others = after
            .take_while(|word| !STUDIES.contains(word))
            .any(|word| has(OTHERS, word));
        (!others).then(|| StudyCount {
            number,
            exact,
            words: self.all[at].start..self.all[noun].end,
        })
    }

    /// One study that begins with a word: `one trial`, `a single small study`; not `one of the trials`, nor `a single
    /// blind trial`.
    fn one_at(&self, at: usize) -> Option<StudyCount> {
        const NOT_ALONE: &str = "of blind masked dose arm centre center site";
        let one = matches!(self.word(at)?, "one" | "single" | "1");
        let next = self.word(at + 1)?;
        if !one || has(NOT_ALONE, next) || self.gap(at) != " " || self.is_end_of_number(at) {
            return None;
        }
        if self.is_no_count(at) || has("no not this that", self.before(at, 1)) {
            return None;
        }
        let noun =
            (at + 1..=at + NEAR).find(|at| self.word(*at).is_some_and(|word| has(STUDY, word)))?;
        let sorts = (at + 1..noun).all(|at| {
            let word = self.word(at).unwrap_or_default();
            has(BETWEEN, word) || OF_A_SORT.split(' ').any(|end| word.ends_with(end))
        });
        let others = (noun + 1..=noun + NEAR).filter_map(|at| self.word(at));
        let others = others.into_iter().any(|word| has(OTHERS, word));
        (sorts && !others).then(|| StudyCount {
            number: 1,
            exact: true,
            words: self.all[at].start..self.all[noun].end,
        })
    }

    /// The studies that a number before them counts.
    fn noun_after(&self, at: usize) -> Option<usize> {
        for next in at + 1..=at + NEAR {
            let word = self.word(next)?;
            if has(STUDIES, word) {
                return Some(next);
            }
            let sort = has(BETWEEN, word) || OF_A_SORT.split(' ').any(|end| word.ends_with(end));
            if !sort || has(OTHERS, word) || self.gap(next).contains(['.', ';', ':', '(']) {
                return None;
            }
        }
        None
    }

    /// Whether the words before a number say that it counts something else, or a whole of which the studies are a part.
    fn is_no_count(&self, at: usize) -> bool {
        const NAMED: &str = "phase stage grade level type class part tier table figure aim";
        const DENIED: &str = "not no than without to under below neither";
        const WHOLES: &str = "one none some most half only any either a another";
        const PARTS: &str = "of among from";
        let before = self.before(at, 1);
        let of_numbered = ["and", "or"].contains(&before)
            && number(self.before(at, 2)).is_some()
            && has(NAMED, self.before(at, 3));
        if has(NAMED, before) || has(DENIED, before) || of_numbered {
            return true;
        }
        let article = usize::from(["the", "these", "those", "all"].contains(&before));
        let (of, part) = (self.before(at, 1 + article), self.before(at, 2 + article));
        has(PARTS, of) && (part.is_empty() || has(WHOLES, part) || number(part).is_some())
    }

    /// `Randomised trials show …`: more than one.
    fn bare_plural(&self) -> Option<StudyCount> {
        const TELL: &str = "\
            show showed have had find found suggest suggested report reported indicate indicated \
            agree confirm confirmed support demonstrate demonstrated saw see";
        let noun = (0..NEAR).find(|at| self.word(*at).is_some_and(|word| has(STUDIES, word)))?;
        let sorts = (0..noun).all(|at| {
            let word = self.word(at).unwrap_or_default();
            has(BETWEEN, word) || OF_A_SORT.split(' ').any(|end| word.ends_with(end))
        });
        let tells = self.word(noun + 1).is_some_and(|word| has(TELL, word));
        (sorts && tells).then(|| StudyCount {
            number: 2,
            exact: false,
            words: self.all[0].start..self.all[noun].end,
        })
    }
}

/// The words of a text that say how many studies it speaks of, where it speaks of no others: `one trial`, `a single
/// study`, `two small trials`. None where another study, another number of them, or more than it counts may be meant.
pub(crate) fn only_count(text: &str) -> Option<StudyCount> {
    const MORE: &str = "\
        another other others further also second third rest remaining whereas while whilst but although though however \
        including include includes included example least over about around some review reviews series survey surveys \
        report reports paper papers analysis analyses each every first largest earlier later confirmed repeated";
    if !may_speak_of_studies(text) {
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

/// Whether a word is one of a list.
fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

/// How many a word says, and whether exactly.
fn number(word: &str) -> Option<(usize, bool)> {
    let named = NUMBERS.iter().find(|(name, ..)| *name == word);
    let named = named.map(|(_, number, exact)| (*number, *exact));
    let digits = || word.parse().ok().filter(|n| (2..100).contains(n));
    named.or_else(|| digits().map(|number| (number, true)))
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

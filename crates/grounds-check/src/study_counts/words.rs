//! The words of a text, as far as they count studies: numbers, what may stand between them and what they count, and
//! the names of studies.

use std::ops::Range;

use grounds_numbers::lists::WordList;

use super::StudyCount;

/// Words that say how many.
static NUMBERS: WordList = WordList::new(&[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "couple", "pair", "both", "several", "many", "numerous", "multiple", "handful",
]);
/// How many each of them says, and whether exactly.
const HOW_MANY: [(usize, bool); 19] = [
    (2, true),
    (3, true),
    (4, true),
    (5, true),
    (6, true),
    (7, true),
    (8, true),
    (9, true),
    (10, true),
    (11, true),
    (12, true),
    (2, true),
    (2, true),
    (2, false),
    (3, false),
    (3, false),
    (3, false),
    (2, false),
    (3, false),
];

pub(super) const STUDIES: &str = "studies trials cohorts experiments rcts";

pub(super) const STUDY: &str = "study trial cohort experiment rct";

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

/// The words of a text in small letters.
pub(super) struct Words<'t> {
    text: &'t str,
    pub(super) all: Vec<Range<usize>>,
}

impl<'t> Words<'t> {
    pub(super) fn of(text: &'t str) -> Self {
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

    pub(super) fn word(&self, at: usize) -> Option<&'t str> {
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
    pub(super) fn count_at(&self, at: usize) -> Option<StudyCount> {
        let (number, exact) = number(self.word(at)?).or_else(|| self.round_number(at))?;
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

    /// `A dozen`, `half a dozen`, `dozens`, `a few`: at least so many, for they are said of somewhat fewer, too.
    fn round_number(&self, at: usize) -> Option<(usize, bool)> {
        let word = self
            .word(at)
            .filter(|word| ["dozen", "dozens", "few"].contains(word))?;
        let (before, first) = (self.before(at, 1), self.before(at, 2));
        let article = usize::from(before == "a");
        let few = before == "a" && first != "only";
        let least = match word {
            "dozen" if before == "half" || first == "half" => 5,
            "dozen" if number(before).is_some() => 20,
            "dozen" if article == 1 => 10,
            "dozens" => 20,
            "few" if few => 2,
            _ => return None,
        };
        // `Fewer than a dozen trials` say how many there are not.
        (!self.is_no_count(at - article.min(at))).then_some((least, false))
    }

    /// One study that begins with a word: `one trial`, `a single small study`; not `one of the trials`, nor `a single
    /// blind trial`.
    pub(super) fn one_at(&self, at: usize) -> Option<StudyCount> {
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
        const WHOLES: &str = "one some most half only any either a another";
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
    pub(super) fn bare_plural(&self) -> Option<StudyCount> {
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

/// Whether a word is one of a list.
pub(super) fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

/// How many a word says, and whether exactly.
pub(super) fn number(word: &str) -> Option<(usize, bool)> {
    let named = NUMBERS.position(word).map(|at| HOW_MANY[at]);
    let digits = || word.parse().ok().filter(|n| (2..100).contains(n));
    named.or_else(|| digits().map(|number| (number, true)))
}

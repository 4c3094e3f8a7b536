//! How far a hedge reaches: "may" hedges what stands in its clause, and neither another clause nor a month.

use std::ops::Range;

use crate::classify::folded::Folded;
use crate::classify::month;

/// What a text states first, and the text around it, by which hedges are judged.
#[derive(Debug)]
pub(super) struct Scope<'a> {
    written: &'a str,
    folded: &'a Folded,
    /// The first words of effect, as bytes of the folded text.
    effect: Option<Range<usize>>,
}

/// Where another clause begins, between a hedge and what it might hedge.
const OTHER_CLAUSE: &[&str] = &[
    "; ",
    ": ",
    ". ",
    "! ",
    " — ",
    " – ",
    ", but ",
    ", yet ",
    ", so ",
    ", and it ",
    ", and they ",
    ", and this ",
    ", and we ",
    " because ",
    " as it ",
    " since it ",
];

/// What looks like another clause and goes on with the same one.
const SAME_CLAUSE: &[&str] = &[", but not ", ", but only ", ", so far"];

/// A clause that tells more of what was named: it ends at the next comma.
const RELATIVE: &[&str] = &[", which ", ", who ", ", whose ", ", where "];

/// How a clause begins beside the one that states something.
const BESIDE: &[&str] = &[
    "although", "as", "because", "before", "even", "if", "once", "since", "though", "unless",
    "when", "whereas", "while", "whilst",
];

impl<'a> Scope<'a> {
    /// The scope of the first effect of a text, if it states one; the effect is given as bytes of what was written.
    pub(super) fn of(written: &'a str, folded: &'a Folded, effect: Option<&Range<usize>>) -> Self {
        let effect = effect.map(|it| folded.at(it.start)..folded.at(it.end));
        Self {
            written,
            folded,
            effect,
        }
    }

    /// Whether words that hedge, as bytes of the folded text, hedge what is stated.
    pub(super) fn is_reached_by(&self, hedge: &Range<usize>) -> bool {
        if month::is_may(self.written, &self.folded.written(hedge)) {
            return false;
        }
        match &self.effect {
            None => true,
            Some(effect) if effect.start >= hedge.end => self.is_reached_from_before(hedge, effect),
            Some(effect) => self.is_reached_from_behind(hedge, effect),
        }
    }

    /// The same of words that say that nobody knows: behind what is stated they are said of all of it.
    pub(super) fn is_doubted_by(&self, doubt: &Range<usize>) -> bool {
        match &self.effect {
            Some(effect) if effect.start >= doubt.end => self.is_reached_from_before(doubt, effect),
            _ => true,
        }
    }

    /// Whether what is stated is only asked about: "parents ask whether honey reduces cough".
    pub(super) fn is_left_open(&self) -> bool {
        let Some(effect) = &self.effect else {
            return false;
        };
        let before = self.clause_before(effect.start);
        let whether = before.rsplit_once("whether ").map(|(_, since)| since);
        whether.is_some_and(|since| !since.starts_with("or not") && !since.contains(", "))
    }

    fn is_reached_from_before(&self, hedge: &Range<usize>, effect: &Range<usize>) -> bool {
        let between = &self.folded.text[hedge.end..effect.start];
        if begins_another(between) {
            return false;
        }
        // What tells of something besides, and what stands beside it, has a comma.
        if !between.contains(',') {
            return true;
        }
        let told_besides = RELATIVE
            .iter()
            .filter_map(|it| between.find(it).map(|at| &between[at + it.len()..]))
            .any(|since| !since.contains(','));
        // "If it may sting, wait": the hedge stands in a clause beside the one that states.
        let clause = self.clause_before(hedge.start);
        let clause = clause.rsplit_once(", ").map_or(clause, |(_, last)| last);
        let first = clause.split_whitespace().next().unwrap_or_default();
        let beside = BESIDE.contains(&first) && between.contains(", ");
        !told_besides && !beside
    }

    fn is_reached_from_behind(&self, hedge: &Range<usize>, effect: &Range<usize>) -> bool {
        let between = self
            .folded
            .text
            .get(effect.end..hedge.start)
            .unwrap_or_default();
        let of_another = ["what", "which", "who"].contains(&last_word(between));
        !begins_another(between) && !of_another
    }

    /// What stands before some byte in the same sentence and clause, parted at strong marks.
    fn clause_before(&self, at: usize) -> &str {
        let before = &self.folded.text[..at];
        let before = before.rsplit(['.', ';', ':', '!', '?', '—']).next();
        before.unwrap_or_default().trim_start()
    }
}

fn begins_another(between: &str) -> bool {
    // Most have neither a mark nor one of these words.
    let marked = between.contains([';', ':', '.', '!', ',', '—', '–']);
    let because = ["because", " as it ", "since"];
    if !marked && !because.iter().any(|word| between.contains(word)) {
        return false;
    }
    OTHER_CLAUSE.iter().any(|other| {
        between.match_indices(other).any(|(at, _)| {
            !SAME_CLAUSE
                .iter()
                .any(|same| between[at..].starts_with(same))
        })
    })
}

fn last_word(text: &str) -> &str {
    let text = text.trim_end();
    text.rsplit(|char: char| !char.is_alphanumeric())
        .next()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::wording::{Tier, tier};

    #[test]
    fn a_hedge_reaches_what_stands_in_its_clause() {
        for text in [
            "Honey may reduce cough.",
            "May honey reduce cough, so be it.",
            "Honey, which is sweet, may reduce cough.",
            "The evidence suggests that honey, which is sweet, reduces cough.",
            "If taken at night, honey may reduce cough.",
            "Reduced cough may be an effect of honey.",
            "Perhaps, in children, honey reduces cough.",
            "Honey reduces cough, perhaps by coating the throat.",
            "It is possible that honey reduces cough.",
            "Maybe honey reduces cough.",
            "There is a chance that honey reduces cough.",
            "One idea is that honey reduces cough.",
        ] {
            assert_eq!(tier(text), Some(Tier::May), "{text}");
        }
    }

    #[test]
    fn a_hedge_of_something_else_hedges_nothing() {
        for text in [
            "In May, honey reduces cough.",
            "In May 2024 honey reduced cough.",
            "Dr May says honey reduces cough.",
            "You may give children honey, which reduces cough.",
            "You may be surprised, but honey reduces cough.",
            "Older adults may join at any time: honey reduces cough.",
            "Although it may taste sweet, honey reduces cough.",
            "Honey reduces what may be a viral cough.",
            "Honey reduces cough, but it may not suit babies.",
            "Children who are more likely to cough: honey reduces it.",
        ] {
            assert_eq!(tier(text), Some(Tier::Plain), "{text}");
        }
    }

    #[test]
    fn what_is_probable_is_told_from_what_is_more_likely() {
        for text in [
            "Honey likely reduces cough.",
            "It is likely that honey reduces cough.",
            "Most likely, honey reduces cough.",
            "In all likelihood, honey reduces cough.",
        ] {
            assert_eq!(tier(text), Some(Tier::Probably), "{text}");
        }
        let more = "Children given honey are less likely to cough, which reduces worry.";
        assert_eq!(tier(more), Some(Tier::Plain));
    }

    #[test]
    fn what_nobody_knows_is_very_uncertain_and_what_is_asked_says_nothing() {
        for text in [
            "Nobody knows if honey reduces cough.",
            "It remains to be seen whether honey reduces cough.",
            "We cannot say whether honey reduces cough.",
            "The evidence is too weak to say whether honey reduces cough.",
            "There is not enough evidence to tell if honey reduces cough.",
            "Honey reduces cough, but the evidence is very uncertain.",
        ] {
            assert_eq!(tier(text), Some(Tier::VeryUncertain), "{text}");
        }
        for text in [
            "Parents often ask whether honey reduces cough.",
            "In one small trial, children given honey coughed less than children given nothing.",
            "A large Danish cohort study found that honey reduced cough.",
            "There is no evidence that honey reduces cough.",
        ] {
            assert_eq!(tier(text), None, "{text}");
        }
    }
}

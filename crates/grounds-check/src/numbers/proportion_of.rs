//! Of which arm and outcome a proportion in words is said: only their numbers can bear it out.

use std::ops::Range;

use grounds_evidence::Concepts;
use grounds_load::child;
use grounds_model::{Key, Study};
use grounds_numbers::quantity::{Meaning, Proportion};

use super::arms::mentions;
use super::links::linked;
use super::naming::{Cited, Naming};
use super::proportions::Candidate;
use super::{Numbers, Said};

/// The candidates of a study of which a proportion is said, by the arm and the outcome that stand beside it; all where the
/// words leave that open, or where the study has nothing of that kind.
pub(crate) fn narrowed<'c, 'a>(
    said: &Said<'_, '_>,
    proportion: &Proportion,
    (key, all): (&str, Vec<&'c Candidate>),
    numbers: &Numbers<'a>,
    concepts: &Concepts<'a>,
) -> Vec<&'c Candidate> {
    let Some(study) = numbers.record(key) else {
        return all;
    };
    let all = of_arm(said, proportion, study, all, concepts);
    let outcome = outcome(said, proportion, numbers, concepts);
    let cited = Cited::of(std::iter::once(study), concepts);
    let Some(outcome) = outcome.filter(|outcome| cited.measured.contains(outcome)) else {
        return all;
    };
    let is_of = |candidate: &&Candidate| {
        let rest = candidate.pointer.strip_prefix("/findings/");
        let finding = rest.and_then(|rest| study.findings.get(rest.split('/').next()?));
        // What is derived, and who took part, may be told of anything.
        finding.is_none_or(|finding| cited.are_related(&finding.outcome, outcome))
    };
    only(all, proportion, is_of)
}

/// Those that are wanted, if any of them is of the kind that a proportion speaks of.
fn only<'c>(
    all: Vec<&'c Candidate>,
    proportion: &Proportion,
    wanted: impl Fn(&&'c Candidate) -> bool,
) -> Vec<&'c Candidate> {
    let share = matches!(proportion.meaning, Meaning::Share(_));
    let of_findings = |candidate: &&&Candidate| {
        candidate.is_share == share && candidate.pointer.starts_with("/findings/")
    };
    let kept: Vec<&Candidate> = all.iter().copied().filter(|one| wanted(one)).collect();
    if kept.iter().any(|one| of_findings(&one)) {
        kept
    } else {
        all
    }
}

/// Of a share of the people of an arm, those of that arm.
fn of_arm<'c, 'a>(
    said: &Said<'_, '_>,
    proportion: &Proportion,
    study: &'a Study,
    all: Vec<&'c Candidate>,
    concepts: &Concepts<'a>,
) -> Vec<&'c Candidate> {
    let lower = said.text.to_lowercase();
    if !matches!(proportion.meaning, Meaning::Share(_)) || lower.len() != said.text.len() {
        return all;
    }
    let mentions = mentions(&lower, study, concepts);
    let values = said
        .judged
        .iter()
        .map(|(quantity, _)| quantity.whole.clone());
    let values = values.filter(|words| !overlap(words, &proportion.words));
    let mut places: Vec<Range<usize>> = values.chain([proportion.words.clone()]).collect();
    places.sort_by_key(|words| words.start);
    let linked = linked(&lower, &places, &[], &mentions);
    let mut own = places
        .iter()
        .zip(linked)
        .filter(|(words, _)| **words == proportion.words);
    let arm: Option<&Key> = own.next().and_then(|(_, mention)| mention?.of);
    let Some(arm) = arm else {
        return all;
    };
    let ends = [
        child("/values", arm.as_str()),
        child("/events", arm.as_str()),
    ];
    only(all, proportion, |candidate| {
        !candidate.is_share || ends.iter().any(|end| candidate.pointer.ends_with(end))
    })
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The one outcome that is named, if it stands beside a proportion and the words hint at no other.
fn outcome<'a>(
    said: &Said<'_, '_>,
    proportion: &Proportion,
    numbers: &Numbers<'a>,
    concepts: &Concepts<'a>,
) -> Option<&'a Key> {
    let studies = said.grounds.studies.iter();
    let cited = Cited::of(studies.filter_map(|key| numbers.record(key)), concepts);
    let values = said
        .judged
        .iter()
        .map(|(quantity, _)| quantity.whole.clone());
    let values = values.filter(|words| !overlap(words, &proportion.words));
    let places = values.chain([proportion.words.clone()]);
    if let Some(prevented) = prevented(said.text, proportion, &cited, numbers) {
        return Some(prevented);
    }
    let naming = Naming::of(said.text, places, &cited, numbers, &|_| false)?;
    let first = naming.outcomes.first()?;
    let mut names = naming.outcomes.iter();
    if naming.tells_of_others() || names.any(|named| named.outcome != first.outcome) {
        return None;
    }
    let mut others = cited
        .measured
        .iter()
        .filter(|other| !cited.are_related(other, first.outcome));
    let hinted = others.any(|other| {
        let name = &naming.lower[first.words.clone()];
        numbers.outcomes.may_be_called(other, name)
            || numbers
                .outcomes
                .is_hinted_at(other, first.outcome, &naming.lower)
    });
    let mut names = naming.outcomes.iter();
    let beside = names.any(|named| {
        naming
            .words()
            .nearness(&named.words, &proportion.words)
            .is_some()
    });
    (beside && !hinted).then_some(first.outcome)
}

/// The outcome that a proportion is of, where so much of it was prevented: `prevents half of all strokes`.
fn prevented<'a>(
    text: &str,
    proportion: &Proportion,
    cited: &Cited<'_, 'a>,
    numbers: &Numbers<'a>,
) -> Option<&'a Key> {
    const LIGHT: [&str; 7] = ["of", "all", "the", "any", "new", "cases", "such"];
    if !matches!(proportion.meaning, Meaning::Changed(_)) {
        return None;
    }
    let after = text.get(proportion.words.end..)?.to_lowercase();
    let named = numbers.outcomes.places(&after, &cited.measured, &[]);
    let first = named.first()?;
    let mut between = after.get(..first.words.start)?.split_whitespace();
    let of = between.next() == Some("of");
    (of && between.all(|word| LIGHT.contains(&word))).then_some(first.outcome)
}

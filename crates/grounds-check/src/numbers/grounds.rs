//! What words stand on, and the comparison of their quantities with it: made once for every sentence.

use std::collections::BTreeSet;

use grounds_evidence::independence;
use grounds_load::{Article, ContentSet, Sentence};
use grounds_model::{Claim, Key, Study};
use grounds_numbers::quantity::Quantity;

use crate::study_counts::study_counts;

use super::heads::Heads;
use super::one_arm;
use super::{Judged, Known, Numbers, judge, p_values};
use super::{differences, readings, scope_ages, signed_bounds, spreads, yardsticks};

/// A sentence that stands on studies.
#[derive(Debug)]
pub(crate) struct Compared<'a> {
    /// What it stands on.
    pub(crate) grounds: Grounds<'a>,
    /// Its quantities; `None` where no study that is there has a number.
    pub(crate) quantities: Option<Vec<(Quantity, Judged<'a>)>>,
    /// What stands over and before it.
    pub(crate) heads: Heads<'a>,
}

/// Compares every sentence of an article, in their order; `None` where one stands on no study.
pub(crate) fn compare_article<'a>(
    set: &'a ContentSet,
    numbers: &Numbers<'a>,
    article: &'a Article,
) -> Vec<Option<Compared<'a>>> {
    let prose = &article.prose;
    let compare = |(at, sentence): (usize, &Sentence)| {
        let grounds = Grounds::of_sentence(set, article, sentence);
        (!grounds.studies.is_empty()).then(|| {
            let heads = Heads::of(prose, at);
            Compared {
                quantities: grounds.judge(numbers, &sentence.text, heads),
                grounds,
                heads,
            }
        })
    };
    prose.sentences.iter().enumerate().map(compare).collect()
}

/// The studies that some words stand on, and whose numbers they may state.
#[derive(Debug)]
pub(crate) struct Grounds<'a> {
    pub(crate) studies: BTreeSet<&'a str>,
    pub(crate) claims: BTreeSet<&'a Key>,
}

impl<'a> Grounds<'a> {
    /// Of a sentence: what it cites, and the evidence of the claims that its passages state.
    fn of_sentence(set: &'a ContentSet, article: &'a Article, sentence: &Sentence) -> Self {
        let prose = &article.prose;
        let cited = sentence.citations.iter();
        let mut grounds = Self {
            studies: cited.map(|&i| prose.citations[i].key.as_str()).collect(),
            claims: BTreeSet::new(),
        };
        for &i in &sentence.passages {
            let claim = prose.passages[i].claim.as_ref();
            let claim = claim.and_then(|claim| set.claims.sound.get_key_value(claim.text.as_str()));
            if let Some((key, document)) = claim {
                grounds.add_claim(key, &document.value);
            }
        }
        grounds
    }

    /// Of a claim: its evidence.
    pub(crate) fn of_claim(key: &'a Key, claim: &'a Claim) -> Self {
        let mut grounds = Self {
            studies: BTreeSet::new(),
            claims: BTreeSet::new(),
        };
        grounds.add_claim(key, claim);
        grounds
    }

    fn add_claim(&mut self, key: &'a Key, claim: &'a Claim) {
        self.claims.insert(key);
        let lines = claim.evidence.iter();
        self.studies.extend(lines.map(|line| line.study.as_str()));
    }

    /// Compares the quantities of a text. `None` where there is nothing to compare with: no study
    /// that is there has a number.
    pub(crate) fn judge(
        &self,
        numbers: &Numbers<'a>,
        text: &str,
        heads: Heads<'_>,
    ) -> Option<Vec<(Quantity, Judged<'a>)>> {
        let mut found = heads.quantities(text);
        // `In 2 trials` counts what is cited: that is a matter of independence, and no number of a study.
        if found.is_empty() {
            return self.have_numbers(numbers).then(Vec::new);
        }
        let counts = study_counts(text);
        let is_count = |quantity: &Quantity| {
            let mut counts = counts.iter();
            counts.any(|count| count.words.start == quantity.number.start)
        };
        let are_counted = !counts.is_empty() && self.are_counted(numbers.set());
        found.retain(|quantity| {
            let of_independence = are_counted && is_count(quantity);
            !of_independence && !counts_studies(text, quantity, self.studies.len())
        });
        if found.is_empty() {
            return self.have_numbers(numbers).then(Vec::new);
        }
        let studies = self.studies.iter();
        let studies: Vec<_> = studies.map(|key| (*key, numbers.study(key))).collect();
        let claims: Vec<_> = self.claims.iter().map(|key| numbers.claim(key)).collect();
        let of_studies = studies
            .iter()
            .flat_map(|(key, known)| known.iter().map(|known| (Some(*key), known)));
        let known: Vec<(Option<&str>, &Known)> = of_studies
            .chain(claims.iter().flatten().map(|known| (None, known)))
            .collect();
        if known.is_empty() {
            return None;
        }
        let records: Vec<&Study> = self
            .studies
            .iter()
            .filter_map(|key| numbers.record(key))
            .collect();
        // How many studies a review is of, its record need not say.
        let restates = |of: &&Study| independence::restates_others(of.design);
        if !counts.is_empty()
            && records.iter().any(restates)
            && !known.iter().any(|(_, known)| known.is_of_studies())
        {
            found.retain(|quantity| !is_count(quantity));
        }
        heads.read_bases(text, &mut found, &known, &records, numbers.concepts());
        let supposed = readings::suppose(text, &mut found, &known);
        let mut judged: Vec<(Quantity, Judged<'a>)> = found
            .into_iter()
            .map(|quantity| {
                let judged = judge(text, &quantity, &known, &records);
                (quantity, judged)
            })
            .collect();
        self.judge_p_values(numbers, text, heads, &mut judged);
        differences::accept(text, &mut judged, &records, numbers);
        one_arm::accept_other_side(text, &mut judged, numbers);
        signed_bounds::accept(&mut judged, &known);
        readings::again(text, supposed, &mut judged, &known, &records);
        yardsticks::accept(text, &mut judged, &records, numbers.concepts());
        heads.accept(&mut judged, &known, &records);
        spreads::accept(&[heads.column, heads.row], &mut judged, &known);
        scope_ages::accept(text, &self.claims, &mut judged, numbers);
        Some(judged)
    }

    /// Whether any of these has a number.
    fn have_numbers(&self, numbers: &Numbers<'a>) -> bool {
        let mut studies = self.studies.iter();
        let mut claims = self.claims.iter().map(|key| numbers.claim(key));
        studies.any(|key| numbers.has_any(key)) || claims.any(|known| !known.is_empty())
    }

    /// Compares the p-values among quantities, after the results beside which they stand.
    fn judge_p_values(
        &self,
        numbers: &Numbers<'a>,
        text: &str,
        heads: Heads<'_>,
        judged: &mut [(Quantity, Judged<'a>)],
    ) {
        if !judged.iter().any(|(quantity, _)| quantity.is_p()) {
            return;
        }
        let recorded = p_values::recorded(numbers.set(), &self.studies);
        for at in 0..judged.len() {
            if judged[at].0.is_p() {
                judged[at].1 = p_values::judge(text, at, judged, &recorded, heads, numbers);
            }
        }
    }

    /// Whether these are several papers, each on a study of its own: a count of studies is then compared with them.
    fn are_counted(&self, set: &ContentSet) -> bool {
        let primary = |key: &&str| {
            let study = set.studies.get(key);
            study.is_some_and(|study| !independence::restates_others(study.value.design))
        };
        self.studies.len() > 1 && self.studies.iter().all(primary)
    }

    /// The studies, for messages.
    pub(crate) fn names(&self) -> String {
        let names: Vec<String> = self.studies.iter().map(|key| format!("`{key}`")).collect();
        match names.as_slice() {
            [] => "its evidence".to_owned(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} or {last}", first.join(", ")),
        }
    }
}

/// Whether a number counts studies, and no more of them than are there.
fn counts_studies(text: &str, quantity: &Quantity, there: usize) -> bool {
    const STUDIES: [&str; 10] = [
        "trial", "trials", "study", "studies", "review", "reviews", "paper", "papers", "cohort",
        "cohorts",
    ];
    let after = text[quantity.number.end..].split(|c: char| !c.is_alphanumeric());
    let mut next = after.filter(|word| !word.is_empty()).take(2);
    let number = text[quantity.number.clone()].parse::<usize>();
    number.is_ok_and(|number| (1..=there).contains(&number))
        && next.any(|word| STUDIES.contains(&word.to_lowercase().as_str()))
}

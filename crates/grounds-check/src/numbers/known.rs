//! The numbers that the records of a set hold, each with its place.

use std::collections::BTreeMap;

use grounds_evidence::Concepts;
use grounds_load::{ContentSet, Document, child};
use grounds_model::{
    AgeRange, Claim, Count, Decimal, Derivation, Finding, Key, Measure, Population, Study,
};
use grounds_numbers::quantity::quantities;
use grounds_numbers::{Exact, Unit};
use rayon::prelude::*;

use super::outcomes::OutcomeNames;

/// A number of a record.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    /// The number.
    pub(crate) value: Exact,
    /// Its unit, where the record has one.
    pub(crate) unit: Option<Unit>,
    /// Its unit as the record writes it.
    pub(crate) unit_in_words: Option<String>,
    /// What it is, for messages: the finding, the arm.
    pub(crate) what: String,
    /// Where it stands in the record.
    pub(crate) pointer: String,
    /// Whether it stands in the words of the record, and not in a field of its own.
    pub(crate) in_words: bool,
    /// The finding of which it is a result.
    pub(crate) finding: Option<Key>,
    /// The arm of which it is a result.
    pub(crate) arm: Option<Key>,
    /// Whether it is a change or a difference: its sign says which way.
    pub(crate) is_change: bool,
    /// Whether the outcome is itself a fall, such as weight loss: a positive number is then one.
    pub(crate) is_of_a_fall: bool,
    /// Of events, among how many people they are.
    pub(crate) among: Option<Exact>,
}

impl Known {
    fn new(value: Exact, unit: Option<Unit>, what: &str, pointer: String) -> Self {
        Self {
            value,
            unit,
            unit_in_words: None,
            what: what.to_owned(),
            pointer,
            in_words: false,
            finding: None,
            arm: None,
            is_change: false,
            is_of_a_fall: false,
            among: None,
        }
    }

    /// Whether it is the level of an interval: 95 of a 95 % confidence interval.
    pub(crate) fn is_level(&self) -> bool {
        self.pointer.ends_with("/interval/level")
    }
}

/// The numbers of all studies, and of the claims' derivations.
#[derive(Debug)]
pub(crate) struct Numbers<'a> {
    studies: BTreeMap<&'a str, Vec<Known>>,
    claims: BTreeMap<&'a Key, Vec<Known>>,
    /// The names of the outcomes that have a p-value.
    pub(super) outcomes: OutcomeNames<'a>,
}

impl<'a> Numbers<'a> {
    /// Reads the numbers of every record.
    pub(crate) fn of(set: &'a ContentSet, concepts: &Concepts<'_>) -> Self {
        let studies: Vec<_> = set.studies.sound.par_iter().collect();
        let claims: Vec<_> = set.claims.sound.iter().collect();
        Self {
            studies: studies
                .into_par_iter()
                .map(|(key, study)| (key.as_str(), of_study(&study.value, concepts)))
                .collect(),
            claims: claims
                .into_iter()
                .map(|(key, claim): (_, &Document<Claim>)| {
                    let mut reader = Reader::default();
                    reader.derivations(&claim.value.derivations);
                    (key, reader.known)
                })
                .collect(),
            outcomes: OutcomeNames::of(set, concepts),
        }
    }

    /// The numbers of a study; none where it is not there.
    pub(crate) fn study(&self, key: &str) -> &[Known] {
        self.studies.get(key).map_or(&[], Vec::as_slice)
    }

    /// The numbers that a claim derives.
    pub(crate) fn claim(&self, key: &Key) -> &[Known] {
        self.claims.get(key).map_or(&[], Vec::as_slice)
    }
}

fn of_study(study: &Study, concepts: &Concepts<'_>) -> Vec<Known> {
    let mut reader = Reader::default();
    for (key, finding) in &study.findings {
        reader.finding(study, key, finding, concepts);
    }
    reader.derivations(&study.derivations);
    for (key, arm) in &study.arms {
        let pointer = child("/arms", key.as_str());
        reader.count(
            arm.n,
            &format!("the size of arm `{key}`"),
            format!("{pointer}/n"),
        );
        reader.text(arm.description.as_ref(), &format!("{pointer}/description"));
        for (i, intervention) in arm.interventions.iter().enumerate() {
            reader.names(
                concepts,
                intervention,
                &format!("{pointer}/interventions/{i}"),
            );
        }
    }
    if let Some(people) = &study.population {
        reader.people(people, concepts);
    }
    for (i, limitation) in study.limitations.iter().enumerate() {
        reader.text(Some(limitation), &format!("/limitations/{i}"));
    }
    for (key, quote) in &study.quotes {
        reader.text(
            Some(&quote.text),
            &format!("{}/text", child("/quotes", key.as_str())),
        );
    }
    reader.text(study.note.as_ref(), "/note");
    reader.known
}

/// Collects numbers.
#[derive(Default)]
struct Reader {
    known: Vec<Known>,
}

impl Reader {
    fn finding(&mut self, study: &Study, key: &Key, finding: &Finding, concepts: &Concepts<'_>) {
        let first = self.known.len();
        let pointer = child("/findings", key.as_str());
        let what = format!("finding `{key}`");
        let unit = unit_of(finding);
        for (name, numbers) in [("values", &finding.values), ("sd", &finding.sd)] {
            for (arm, number) in numbers {
                let at = child(&format!("{pointer}/{name}"), arm.as_str());
                let what = format!("{what}, arm `{arm}`");
                let before = self.known.len();
                self.decimal(number, unit.clone(), &what, at);
                self.of_arm(before, arm);
            }
        }
        self.estimate(finding, unit.as_ref(), &what, &pointer);
        for known in &mut self.known[first..] {
            let written = finding.unit.as_ref().map(ToString::to_string);
            known.unit_in_words = written.filter(|_| known.unit == unit);
            let of_another_kind = known.pointer.ends_with("/i2") || known.is_level();
            known.is_change = (is_change(finding.measure) && !of_another_kind)
                || known.value.value().is_sign_negative();
            known.is_of_a_fall = is_of_a_fall(concepts, key, finding);
        }
        for (name, counts) in [("n", &finding.n), ("events", &finding.events)] {
            for (arm, count) in counts {
                let at = child(&format!("{pointer}/{name}"), arm.as_str());
                let before = self.known.len();
                self.count(Some(*count), &format!("{what}, arm `{arm}`"), at);
                self.of_arm(before, arm);
                let of_finding = finding.n.get(arm).copied();
                let among = of_finding.or_else(|| study.arms.get(arm)?.n);
                if let Some(known) = self.known.get_mut(before).filter(|_| name == "events") {
                    known.among = among.and_then(|n| Exact::read(&n.to_string()));
                }
            }
        }
        self.test(finding, &what, &pointer);
        for known in &mut self.known[first..] {
            known.finding = Some(key.clone());
        }
        self.names(concepts, &finding.outcome, &format!("{pointer}/outcome"));
        self.text(finding.at.as_ref(), &format!("{pointer}/at"));
        self.text(finding.summary.as_ref(), &format!("{pointer}/summary"));
    }

    fn of_arm(&mut self, at: usize, arm: &Key) {
        if let Some(known) = self.known.get_mut(at) {
            known.arm = Some(arm.clone());
        }
    }

    fn estimate(&mut self, finding: &Finding, unit: Option<&Unit>, what: &str, pointer: &str) {
        if let Some(estimate) = &finding.estimate {
            let at = format!("{pointer}/estimate");
            self.decimal(estimate, unit.cloned(), what, at);
        }
        if let Some(interval) = &finding.interval {
            let what = format!("the interval of {what}");
            for (name, bound) in [("low", &interval.low), ("high", &interval.high)] {
                let at = format!("{pointer}/interval/{name}");
                self.decimal(bound, unit.cloned(), &what, at);
            }
            if let Some(level) = &interval.level {
                let at = format!("{pointer}/interval/level");
                self.decimal(level, Some(Unit::percent()), &what, at);
            }
        }
        if let Some(i2) = &finding.i2 {
            let what = format!("I² of {what}");
            self.decimal(i2, Some(Unit::percent()), &what, format!("{pointer}/i2"));
        }
    }

    fn test(&mut self, finding: &Finding, what: &str, pointer: &str) {
        let Some(test) = &finding.test else { return };
        let what = format!("the test of {what}");
        self.decimal(&test.value, None, &what, format!("{pointer}/test/value"));
        for (i, df) in test.df.iter().enumerate() {
            self.decimal(df, None, &what, format!("{pointer}/test/df/{i}"));
        }
    }

    fn people(&mut self, people: &Population, concepts: &Concepts<'_>) {
        for (i, concept) in people.concepts.iter().enumerate() {
            self.names(concepts, concept, &format!("/population/concepts/{i}"));
        }
        let counts = [
            ("enrolled", people.enrolled),
            ("analysed", people.analysed),
            ("female", people.female),
            ("male", people.male),
        ];
        for (name, count) in counts {
            self.count(count, &format!("`{name}`"), format!("/population/{name}"));
        }
        self.age(people.age.as_ref());
        if let Some(severity) = &people.severity {
            self.decimal(
                &severity.from,
                None,
                "the severity",
                "/population/severity/from".into(),
            );
            self.decimal(
                &severity.to,
                None,
                "the severity",
                "/population/severity/to".into(),
            );
        }
        self.text(people.description.as_ref(), "/population/description");
    }

    fn derivations(&mut self, derivations: &indexmap::IndexMap<Key, Derivation>) {
        for (key, derivation) in derivations {
            let unit = derivation
                .unit
                .as_ref()
                .map(|unit| Unit::read_or_name(unit.as_str()));
            let at = format!("{}/value", child("/derivations", key.as_str()));
            self.decimal(&derivation.value, unit, &format!("derivation `{key}`"), at);
        }
    }

    fn age(&mut self, age: Option<&AgeRange>) {
        let Some(age) = age else { return };
        for (name, count) in [("from", age.from), ("to", age.to)] {
            if let Some(value) = count.and_then(|n| Exact::read(&n.to_string())) {
                let pointer = format!("/population/age/{name}");
                self.known
                    .push(Known::new(value, Unit::read("years"), "the age", pointer));
            }
        }
    }

    fn count(&mut self, count: Option<Count>, what: &str, pointer: String) {
        if let Some(value) = count.and_then(|count| Exact::read(&count.to_string())) {
            self.known
                .push(Known::new(value, Some(Unit::people()), what, pointer));
        }
    }

    fn decimal(&mut self, number: &Decimal, unit: Option<Unit>, what: &str, pointer: String) {
        if let Some(value) = Exact::read(number.as_str()) {
            self.known.push(Known::new(value, unit, what, pointer));
        }
    }

    fn text(&mut self, text: Option<&grounds_model::Text>, pointer: &str) {
        if let Some(text) = text {
            self.words(text.as_str(), pointer);
        }
    }

    /// The numbers in the names of a concept and of all that it is a case of: `adults over 65`,
    /// `30-day mortality`.
    fn names(&mut self, concepts: &Concepts<'_>, key: &Key, pointer: &str) {
        for concept in concepts.lineage(key) {
            for name in std::iter::once(&concept.label).chain(&concept.synonyms) {
                if name.as_str().contains(|c: char| c.is_ascii_digit()) {
                    self.words(name.as_str(), pointer);
                }
            }
        }
    }

    /// The numbers in the words of a record.
    fn words(&mut self, text: &str, pointer: &str) {
        for quantity in quantities(text) {
            if quantity.is_p() {
                continue;
            }
            let what = "the record's words";
            let known = Known::new(quantity.value, quantity.unit, what, pointer.to_owned());
            self.known.push(Known {
                in_words: true,
                ..known
            });
        }
    }
}

/// The unit of a finding's values; a difference of risks in per cent is in percentage points.
pub(super) fn unit_of(finding: &Finding) -> Option<Unit> {
    let unit = finding
        .unit
        .as_ref()
        .map(|unit| Unit::read_or_name(unit.as_str()));
    match (unit, finding.measure) {
        (Some(unit), Measure::RiskDifference) if unit == Unit::percent() => {
            Some(Unit::percentage_points())
        }
        (Some(unit), _) => Some(unit),
        (None, Measure::Percentage | Measure::Sucra) => Some(Unit::percent()),
        // What has no unit is said of no amount of anything: 0.5 mg is not a ratio of 0.5.
        (
            None,
            Measure::FoldChange
            | Measure::RiskRatio
            | Measure::OddsRatio
            | Measure::HazardRatio
            | Measure::RateRatio,
        ) => Some(Unit::fold()),
        (None, Measure::StandardisedMeanDifference) => {
            Some(Unit::read_or_name("standard deviations"))
        }
        (None, Measure::Correlation) => Some(Unit::read_or_name("correlation")),
        (None, _) => None,
    }
}

/// Whether the sign of a measure says which way something changed.
fn is_change(measure: Measure) -> bool {
    matches!(
        measure,
        Measure::MeanChange
            | Measure::MeanDifference
            | Measure::StandardisedMeanDifference
            | Measure::RiskDifference
            | Measure::RegressionCoefficient
    )
}

/// Whether what was measured is itself a fall, by the names of the outcome and of the finding, or by
/// the finding's summary.
fn is_of_a_fall(concepts: &Concepts<'_>, key: &Key, finding: &Finding) -> bool {
    const FALLS: [&str; 9] = [
        "loss", "reduc", "decreas", "decline", "fall", "fell", "drop", "lower", "improve",
    ];
    let summary = finding.summary.as_ref().map_or("", |text| text.as_str());
    [concepts.label(&finding.outcome), key.as_str(), summary]
        .iter()
        .any(|name| {
            let name = name.to_lowercase();
            FALLS.iter().any(|fall| name.contains(fall))
        })
}

//! The numbers that the records of a set hold, each with its place.

use std::collections::BTreeMap;

use grounds_evidence::Concepts;
use grounds_load::{ContentSet, Document, child};
use grounds_model::{AgeRange, Claim, Count, Decimal, Derivation, Finding, Key, Measure, Study};
use grounds_numbers::quantity::{Kind, quantities};
use grounds_numbers::{Exact, Unit};
use rayon::prelude::*;

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
    /// The finding and the arm, where it is the value of an arm.
    pub(crate) of_arm: Option<(Key, Key)>,
}

/// The numbers of all studies, and of the claims' derivations.
#[derive(Debug)]
pub(crate) struct Numbers<'a> {
    studies: BTreeMap<&'a str, Vec<Known>>,
    claims: BTreeMap<&'a Key, Vec<Known>>,
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
        reader.finding(key, finding);
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
            let pointer = format!("{pointer}/interventions/{i}");
            reader.words(concepts.label(intervention), &pointer);
        }
    }
    if let Some(people) = &study.population {
        let counts = [
            ("enrolled", people.enrolled),
            ("analysed", people.analysed),
            ("female", people.female),
            ("male", people.male),
        ];
        for (name, count) in counts {
            reader.count(count, &format!("`{name}`"), format!("/population/{name}"));
        }
        reader.age(people.age.as_ref());
        if let Some(severity) = &people.severity {
            reader.decimal(
                &severity.from,
                None,
                "the severity",
                "/population/severity/from".into(),
            );
            reader.decimal(
                &severity.to,
                None,
                "the severity",
                "/population/severity/to".into(),
            );
        }
        reader.text(people.description.as_ref(), "/population/description");
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
    fn finding(&mut self, key: &Key, finding: &Finding) {
        let first = self.known.len();
        let pointer = child("/findings", key.as_str());
        let what = format!("finding `{key}`");
        let unit = match (&finding.unit, finding.measure) {
            (Some(unit), _) => Some(Unit::read_or_name(unit.as_str())),
            (None, Measure::Percentage | Measure::Sucra) => Some(Unit::percent()),
            (None, _) => None,
        };
        for (name, numbers) in [("values", &finding.values), ("sd", &finding.sd)] {
            for (arm, number) in numbers {
                let at = child(&format!("{pointer}/{name}"), arm.as_str());
                let what = format!("{what}, arm `{arm}`");
                let before = self.known.len();
                self.decimal(number, unit.clone(), &what, at);
                if let Some(known) = self.known.get_mut(before).filter(|_| name == "values") {
                    known.of_arm = Some((key.clone(), arm.clone()));
                }
            }
        }
        if let Some(estimate) = &finding.estimate {
            self.decimal(estimate, unit.clone(), &what, format!("{pointer}/estimate"));
        }
        if let Some(interval) = &finding.interval {
            let what = format!("the interval of {what}");
            for (name, bound) in [("low", &interval.low), ("high", &interval.high)] {
                self.decimal(
                    bound,
                    unit.clone(),
                    &what,
                    format!("{pointer}/interval/{name}"),
                );
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
        for (name, counts) in [("n", &finding.n), ("events", &finding.events)] {
            for (arm, count) in counts {
                let at = child(&format!("{pointer}/{name}"), arm.as_str());
                self.count(Some(*count), &format!("{what}, arm `{arm}`"), at);
            }
        }
        for known in &mut self.known[first..] {
            let written = finding.unit.as_ref().map(ToString::to_string);
            known.unit_in_words = written.filter(|_| known.unit == unit);
        }
        self.text(finding.at.as_ref(), &format!("{pointer}/at"));
        self.text(finding.summary.as_ref(), &format!("{pointer}/summary"));
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
                self.known.push(Known {
                    value,
                    unit: Unit::read("years"),
                    what: "the age".to_owned(),
                    pointer: format!("/population/age/{name}"),
                    unit_in_words: None,
                    in_words: false,
                    of_arm: None,
                });
            }
        }
    }

    fn count(&mut self, count: Option<Count>, what: &str, pointer: String) {
        if let Some(value) = count.and_then(|count| Exact::read(&count.to_string())) {
            self.known.push(Known {
                value,
                unit: Some(Unit::people()),
                what: what.to_owned(),
                pointer,
                unit_in_words: None,
                in_words: false,
                of_arm: None,
            });
        }
    }

    fn decimal(&mut self, number: &Decimal, unit: Option<Unit>, what: &str, pointer: String) {
        if let Some(value) = Exact::read(number.as_str()) {
            self.known.push(Known {
                value,
                unit,
                what: what.to_owned(),
                pointer,
                unit_in_words: None,
                in_words: false,
                of_arm: None,
            });
        }
    }

    fn text(&mut self, text: Option<&grounds_model::Text>, pointer: &str) {
        if let Some(text) = text {
            self.words(text.as_str(), pointer);
        }
    }

    /// The numbers in the words of a record.
    fn words(&mut self, text: &str, pointer: &str) {
        for quantity in quantities(text) {
            if matches!(quantity.kind, Kind::P(_)) {
                continue;
            }
            self.known.push(Known {
                value: quantity.value,
                unit: quantity.unit,
                what: "the record's words".to_owned(),
                pointer: pointer.to_owned(),
                unit_in_words: None,
                in_words: true,
                of_arm: None,
            });
        }
    }
}

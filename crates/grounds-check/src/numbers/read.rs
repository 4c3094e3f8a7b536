//! Reading the numbers of a record, those in its words as well.

use grounds_evidence::Concepts;
use grounds_model::{
    AgeRange, Claim, Count, Decimal, Derivation, DerivationMethod, Finding, Key, Measure, Named,
    Operand, OperandNumber, Population, Study,
};
use grounds_numbers::quantity::quantities;
use grounds_numbers::{Exact, Unit};

use super::known::{self, Field, Known, OutcomeKind, Part};
use super::outcome_kinds::{kind_of, names};
use super::spreads::Spread;
use super::whom::whom_of;

/// The numbers that a claim derives.
pub(super) fn of_claim(claim: &Claim) -> Vec<Known> {
    let mut reader = Reader::default();
    reader.derivations(&claim.derivations);
    reader.known
}

/// The numbers of a study.
pub(super) fn of_study(study: &Study, concepts: &Concepts<'_>) -> Vec<Known> {
    let mut reader = Reader {
        whom: Some(whom_of(study, concepts)),
        ..Reader::default()
    };
    for (key, finding) in &study.findings {
        reader.finding(study, key, finding, concepts);
        reader.part(key, finding, concepts);
    }
    reader.derivations(&study.derivations);
    for (key, arm) in &study.arms {
        reader.count(arm.n, || Field::ArmSize(key.clone()));
        reader.text(arm.description.as_ref(), || Field::ArmWords(key.clone()));
        for (i, intervention) in arm.interventions.iter().enumerate() {
            reader.names(concepts, intervention, || {
                Field::Intervention(key.clone(), i)
            });
        }
    }
    if let Some(people) = &study.population {
        reader.people(people, concepts);
    }
    for (i, limitation) in study.limitations.iter().enumerate() {
        reader.text(Some(limitation), || Field::Limitation(i));
    }
    for (key, quote) in &study.quotes {
        reader.text(Some(&quote.text), || Field::Quote(key.clone()));
    }
    reader.text(study.note.as_deref(), || Field::Note);
    reader.known
}

/// Collects numbers.
#[derive(Default)]
struct Reader {
    known: Vec<Known>,
    /// The unit of those who took part; none is people.
    whom: Option<Unit>,
}

impl Reader {
    /// The ages and numbers in the names of those of whom a finding is.
    fn part(&mut self, key: &Key, finding: &Finding, concepts: &Concepts<'_>) {
        for part in &finding.among {
            self.names(concepts, part, || Field::FindingWords(key.clone(), "among"));
        }
    }

    fn finding(&mut self, study: &Study, key: &Key, finding: &Finding, concepts: &Concepts<'_>) {
        let first = self.known.len();
        let unit = unit_of(finding);
        for (arm, number) in &finding.values {
            self.result(key, number, unit.as_ref(), || Part::Value(arm.clone()));
        }
        for (arm, number) in &finding.sd {
            self.result(key, number, unit.as_ref(), || Part::Sd(arm.clone()));
        }
        for (spread, arms) in [(Spread::Iqr, &finding.iqr), (Spread::Range, &finding.range)] {
            for (arm, ends) in arms {
                for (end, number) in [("low", &ends.low), ("high", &ends.high)] {
                    let part = || Part::End(spread, arm.clone(), end);
                    self.result(key, number, unit.as_ref(), part);
                }
            }
        }
        self.estimate(key, finding, unit.as_ref());
        let told = self.known.len() > first || !finding.events.is_empty();
        let names = told.then(|| names(concepts, key, finding));
        let outcome = names.map_or_else(OutcomeKind::default, |names| kind_of(&names));
        for known in &mut self.known[first..] {
            known.outcome = outcome;
            known.has_unit_of_finding = finding.unit.is_some() && known.unit == unit;
            let of_another_kind = matches!(
                known.field,
                Field::Result(_, Part::I2 | Part::Level | Part::Sd(_))
            );
            known.is_change = (is_change(finding.measure) && !of_another_kind)
                || known.value.value().is_sign_negative();
        }
        for (arm, count) in &finding.n {
            let field = || Field::Result(key.clone(), Part::N(arm.clone()));
            self.count(Some(*count), field);
        }
        for (arm, count) in &finding.events {
            let before = self.known.len();
            let field = || Field::Result(key.clone(), Part::Events(arm.clone()));
            self.count(Some(*count), field);
            let of_finding = finding.n.get(arm).copied();
            let among = of_finding.or_else(|| study.arms.get(arm)?.n);
            if let Some(known) = self.known.get_mut(before) {
                known.among = among.and_then(exact);
                known.outcome.ends = outcome.ends;
            }
        }
        if let Some(test) = &finding.test {
            self.result(key, &test.value, None, || Part::Test);
            for (i, df) in test.df.iter().enumerate() {
                self.result(key, df, None, || Part::Df(i));
            }
        }
        let outcome = || Field::FindingWords(key.clone(), "outcome");
        self.names(concepts, &finding.outcome, outcome);
        for (name, text) in [("at", &finding.at), ("summary", &finding.summary)] {
            self.text(text.as_ref(), || Field::FindingWords(key.clone(), name));
        }
    }

    fn estimate(&mut self, key: &Key, finding: &Finding, unit: Option<&Unit>) {
        if let Some(estimate) = &finding.estimate {
            self.result(key, estimate, unit, || Part::Estimate);
        }
        let percent = Unit::percent;
        if let Some(interval) = &finding.interval {
            for (end, bound) in [("low", &interval.low), ("high", &interval.high)] {
                self.result(key, bound, unit, || Part::Bound(end));
            }
            if let Some(level) = &interval.level {
                self.result(key, level, Some(&percent()), || Part::Level);
            }
        }
        if let Some(i2) = &finding.i2 {
            self.result(key, i2, Some(&percent()), || Part::I2);
        }
    }

    fn people(&mut self, people: &Population, concepts: &Concepts<'_>) {
        for (i, concept) in people.concepts.iter().enumerate() {
            self.names(concepts, concept, || Field::PopulationConcept(i));
        }
        let counts = [
            ("enrolled", people.enrolled),
            ("analysed", people.analysed),
            ("female", people.female),
            ("male", people.male),
        ];
        for (name, count) in counts {
            self.count(count, || Field::People(name));
        }
        self.age(people.age.as_ref());
        if let Some(severity) = &people.severity {
            for (end, number) in [("from", &severity.from), ("to", &severity.to)] {
                self.decimal(number, None, || Field::Severity(end));
            }
        }
        self.text(people.description.as_ref(), || Field::PopulationWords);
    }

    fn derivations(&mut self, derivations: &Named<Derivation>) {
        for (key, derivation) in derivations {
            let unit = derivation.unit.as_ref();
            let unit = unit.map(|unit| Unit::read_or_name(unit.as_str()));
            let unit = unit.or_else(|| unit_of_method(derivation));
            let first = self.known.len();
            self.decimal(&derivation.value, unit, || Field::Derivation(key.clone()));
            for known in &mut self.known[first..] {
                known.is_change = known.value.value().is_sign_negative();
            }
        }
    }

    fn age(&mut self, age: Option<&AgeRange>) {
        let Some(age) = age else { return };
        for (end, count) in [("from", age.from), ("to", age.to)] {
            if let Some(value) = count.and_then(exact) {
                let field = Field::Age(end);
                self.known
                    .push(Known::new(value, Unit::read("years"), field));
            }
        }
    }

    fn count(&mut self, count: Option<Count>, field: impl FnOnce() -> Field) {
        if let Some(value) = count.and_then(exact) {
            let whom = self.whom.clone().unwrap_or_else(Unit::people);
            let known = Known::new(value, Some(whom), field());
            self.known.push(known);
        }
    }

    /// A number of a finding's result.
    fn result(
        &mut self,
        finding: &Key,
        number: &Decimal,
        unit: Option<&Unit>,
        part: impl FnOnce() -> Part,
    ) {
        let field = || Field::Result(finding.clone(), part());
        self.decimal(number, unit.cloned(), field);
    }

    fn decimal(&mut self, number: &Decimal, unit: Option<Unit>, field: impl FnOnce() -> Field) {
        if let Some(value) = Exact::read(number.as_str()) {
            self.known.push(Known::new(value, unit, field()));
        }
    }

    fn text(&mut self, text: Option<&grounds_model::Text>, field: impl Fn() -> Field) {
        if let Some(text) = text {
            self.words(text.as_str(), field);
        }
    }

    /// The numbers in the names of a concept and of all that it is a case of: `adults over 65`,
    /// `30-day mortality`.
    fn names(&mut self, concepts: &Concepts<'_>, key: &Key, field: impl Fn() -> Field) {
        for concept in concepts.lineage(key) {
            if let Some(age) = &concept.age {
                self.ages(age, &field);
            }
            for name in std::iter::once(&concept.label).chain(&concept.synonyms) {
                if name.as_str().contains(|c: char| c.is_ascii_digit()) {
                    self.words(name.as_str(), &field);
                }
            }
        }
    }

    /// The ages of a concept, as `over 65` and `under 65 years` have them.
    fn ages(&mut self, age: &AgeRange, field: &impl Fn() -> Field) {
        let [from, to] = [age.from, age.to].map(|end| end.map(Count::get));
        let ends = [from, to, to.map(|to| to + 1)];
        for end in ends.into_iter().flatten() {
            let Some(value) = Exact::read(&end.to_string()) else {
                continue;
            };
            for unit in [None, Unit::read("years")] {
                self.known.push(Known::new(value, unit, field()));
            }
        }
    }

    /// The numbers in the words of a record.
    fn words(&mut self, text: &str, field: impl Fn() -> Field) {
        let found = quantities(text).into_iter();
        let found = found.filter(|quantity| !quantity.is_p());
        self.known
            .extend(found.map(|found| Known::new(found.value, found.unit, field())));
    }
}

/// The unit of what is derived without one: a sum or a difference of people is one of people.
fn unit_of_method(derivation: &Derivation) -> Option<Unit> {
    use DerivationMethod as Method;
    let counted = |of: &Operand| {
        !matches!(
            of.number,
            OperandNumber::Value
                | OperandNumber::Sd
                | OperandNumber::Estimate
                | OperandNumber::Low
                | OperandNumber::High
        )
    };
    match derivation.method {
        Method::Sum | Method::Difference => derivation.of.iter().all(counted).then(Unit::people),
        Method::RiskRatio | Method::OddsRatio => Some(Unit::fold()),
        Method::NumberNeededToTreat => Some(known::needed_to_treat().clone()),
        _ => None,
    }
}

fn exact(count: Count) -> Option<Exact> {
    Exact::read(&count.to_string())
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

//! A number that a record holds: its value, what it is, and where it stands.
//!
//! What is shown of a number is made only when it is shown: a set has a great many of them, and nearly
//! none is ever reported.

use std::sync::LazyLock;

use grounds_load::child;
use grounds_model::Key;
use grounds_numbers::{Exact, Unit};

use super::spreads::Spread;

/// A number of a record.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    /// The number.
    pub(crate) value: Exact,
    /// Its unit, where the record has one.
    pub(crate) unit: Option<Unit>,
    /// The field that holds it.
    pub(crate) field: Field,
    /// Whether the unit is the one that its finding is written in.
    pub(crate) has_unit_of_finding: bool,
    /// Whether it is a change or a difference: its sign says which way.
    pub(crate) is_change: bool,
    /// What kind of outcome it is of.
    pub(crate) outcome: OutcomeKind,
    /// Of events, among how many people they are.
    pub(crate) among: Option<Exact>,
}

/// What kind of outcome a number is of.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct OutcomeKind {
    /// Whether it is itself a fall, such as weight loss: a positive number is then one.
    pub(crate) is_fall: bool,
    /// Whether it is itself a rise or another change, such as hair growth.
    pub(crate) is_rise: bool,
    /// What ends with it.
    pub(crate) ends: Ending,
}

/// What ends with an outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Nothing that is known.
    #[default]
    Nothing,
    /// Lives: it is that people die, or that they live.
    Lives,
    /// Something else: people stopped smoking, or were cured.
    Something,
    /// The doubt whether healthy people have something: a test is right about them.
    Doubt,
}

/// A field of a record that holds numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Field {
    /// A part of the result of a finding.
    Result(Key, Part),
    /// Words of a finding: `at`, `summary`, the names of the outcome.
    FindingWords(Key, &'static str),
    /// The value of a derivation.
    Derivation(Key),
    /// How many were in an arm.
    ArmSize(Key),
    /// The description of an arm.
    ArmWords(Key),
    /// The names of an intervention that an arm had.
    Intervention(Key, usize),
    /// How many people there were, by the name of the field.
    People(&'static str),
    /// One end of the range of ages.
    Age(&'static str),
    /// One end of the range of severities.
    Severity(&'static str),
    /// The names of a concept of the population.
    PopulationConcept(usize),
    /// The description of the population.
    PopulationWords,
    /// A limitation.
    Limitation(usize),
    /// The text of a quote.
    Quote(Key),
    /// The note.
    Note,
}

/// A part of a finding's result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// The value of an arm.
    Value(Key),
    /// The standard deviation of an arm.
    Sd(Key),
    /// An end of what the values of an arm lie between: `low`, `high`.
    End(Spread, Key, &'static str),
    /// The estimate.
    Estimate,
    /// A bound of the interval: `low`, `high`.
    Bound(&'static str),
    /// The level of the interval.
    Level,
    /// The share of the variation that is between studies.
    I2,
    /// How many were in an arm.
    N(Key),
    /// The events of an arm.
    Events(Key),
    /// The value of the test.
    Test,
    /// One of the test's degrees of freedom.
    Df(usize),
}

/// The unit of a number needed to treat, or to harm: people, but none who were counted.
pub(super) fn needed_to_treat() -> &'static Unit {
    static UNIT: LazyLock<Unit> = LazyLock::new(|| Unit::read_or_name("needed to treat"));
    &UNIT
}

impl OutcomeKind {
    /// Whether it is that people die, or that they live.
    pub(crate) fn is_death(self) -> bool {
        self.ends == Ending::Lives
    }
}

impl Known {
    pub(crate) fn new(value: Exact, unit: Option<Unit>, field: Field) -> Self {
        Self {
            value,
            unit,
            field,
            has_unit_of_finding: false,
            is_change: false,
            outcome: OutcomeKind::default(),
            among: None,
        }
    }

    /// The finding of which it is a result.
    pub(crate) fn finding(&self) -> Option<&Key> {
        self.result().map(|(finding, _)| finding)
    }

    /// The arm of which it is a result.
    pub(crate) fn arm(&self) -> Option<&Key> {
        match self.result()?.1 {
            Part::Value(arm)
            | Part::Sd(arm)
            | Part::End(_, arm, _)
            | Part::N(arm)
            | Part::Events(arm) => Some(arm),
            _ => None,
        }
    }

    /// Whether it is what was measured in an arm, and not how many took part or how they varied.
    pub(crate) fn is_result_of_arm(&self) -> bool {
        matches!(
            self.field,
            Field::Result(_, Part::Value(_) | Part::Events(_))
        )
    }

    /// Whether it is how many were in an arm.
    pub(crate) fn is_size(&self) -> bool {
        matches!(self.field, Field::ArmSize(_) | Field::Result(_, Part::N(_)))
    }

    /// Whether it says how many of some people had something, in people or in per cent.
    pub(crate) fn is_share_of_people(&self) -> bool {
        self.among.is_some() || self.unit.as_ref() == Some(&Unit::percent())
    }

    /// Whether it is how many of an arm had an event.
    pub(crate) fn is_of_events(&self) -> bool {
        matches!(self.field, Field::Result(_, Part::Events(_)))
    }

    /// Whether it is an end of the range of ages of those who took part.
    pub(crate) fn is_age(&self) -> bool {
        matches!(self.field, Field::Age(_))
    }

    /// The finding of which it is the time at which it was measured.
    pub(super) fn measured(&self) -> Option<&Key> {
        match &self.field {
            Field::FindingWords(finding, "at") => Some(finding),
            _ => None,
        }
    }

    /// Whether so many people are a group of the study.
    pub(super) fn counts(&self, people: Exact) -> bool {
        let of_group = matches!(
            self.field,
            Field::ArmSize(_) | Field::People(_) | Field::Result(_, Part::N(_))
        ) || (self.is_in_words() && self.unit.as_ref() == Some(&Unit::people()));
        let is = |number: Exact| number.value() == people.value();
        (of_group && is(self.value)) || self.among.is_some_and(is)
    }

    /// Whether it is how many studies there were: `12 trials`.
    pub(crate) fn is_of_studies(&self) -> bool {
        let names = ["trials", "studies"].into_iter();
        let mut units = names.filter_map(Unit::read);
        units.any(|unit| self.unit.as_ref() == Some(&unit))
    }

    /// Whether it is a number needed to treat, or to harm.
    pub(crate) fn is_needed_to_treat(&self) -> bool {
        self.derivation().is_some() && self.unit.as_ref() == Some(needed_to_treat())
    }

    /// Whether it is a bound of an interval.
    pub(crate) fn is_bound(&self) -> bool {
        matches!(self.field, Field::Result(_, Part::Bound(_)))
    }

    /// Whether it is a standard deviation.
    pub(crate) fn is_sd(&self) -> bool {
        matches!(self.field, Field::Result(_, Part::Sd(_)))
    }

    /// What it is an end of.
    pub(crate) fn spread(&self) -> Option<Spread> {
        match self.result()?.1 {
            Part::End(spread, ..) => Some(*spread),
            _ => None,
        }
    }

    /// Whether it is the value of an arm or the estimate of a finding.
    pub(crate) fn is_main_result(&self) -> bool {
        matches!(
            self.field,
            Field::Result(_, Part::Value(_) | Part::Estimate)
        )
    }

    /// Whether it is the value of a test, or one of its degrees of freedom.
    pub(crate) fn is_of_test(&self) -> bool {
        matches!(self.field, Field::Result(_, Part::Test | Part::Df(_)))
    }

    /// The derivation of which it is the value.
    pub(crate) fn derivation(&self) -> Option<&Key> {
        match &self.field {
            Field::Derivation(key) => Some(key),
            _ => None,
        }
    }

    /// Of a number of those who took part, the field of it: `enrolled`, `male`.
    pub(crate) fn people(&self) -> Option<&'static str> {
        match self.field {
            Field::People(name) => Some(name),
            _ => None,
        }
    }

    /// Whether it is the level of an interval.
    pub(crate) fn is_level(&self) -> bool {
        matches!(self.field, Field::Result(_, Part::Level))
    }

    /// Whether it stands in the words of the record, and not in a field of its own.
    pub(crate) fn is_in_words(&self) -> bool {
        match self.field {
            Field::FindingWords(..)
            | Field::ArmWords(_)
            | Field::Intervention(..)
            | Field::PopulationConcept(_)
            | Field::PopulationWords
            | Field::Limitation(_)
            | Field::Quote(_)
            | Field::Note => true,
            Field::Result(..)
            | Field::Derivation(_)
            | Field::ArmSize(_)
            | Field::People(_)
            | Field::Age(_)
            | Field::Severity(_) => false,
        }
    }

    /// What it is, for messages: the finding, the arm.
    pub(crate) fn what(&self) -> String {
        match &self.field {
            Field::Result(finding, part) => part.what(finding),
            Field::Derivation(key) => format!("derivation `{key}`"),
            Field::ArmSize(arm) => format!("the size of arm `{arm}`"),
            Field::People(name) => format!("`{name}`"),
            Field::Age(_) => "the age".to_owned(),
            Field::Severity(_) => "the severity".to_owned(),
            Field::FindingWords(finding, "at") => format!("the time of finding `{finding}`"),
            _ => "the words of the record".to_owned(),
        }
    }

    /// Where it stands in the record, as a JSON Pointer.
    pub(crate) fn pointer(&self) -> String {
        let arm = |arm: &Key| child("/arms", arm.as_str());
        match &self.field {
            Field::Result(finding, part) => part.pointer(&child("/findings", finding.as_str())),
            Field::FindingWords(finding, field) => {
                format!("{}/{field}", child("/findings", finding.as_str()))
            }
            Field::Derivation(key) => format!("{}/value", child("/derivations", key.as_str())),
            Field::ArmSize(key) => format!("{}/n", arm(key)),
            Field::ArmWords(key) => format!("{}/description", arm(key)),
            Field::Intervention(key, i) => format!("{}/interventions/{i}", arm(key)),
            Field::People(name) => format!("/population/{name}"),
            Field::Age(end) => format!("/population/age/{end}"),
            Field::Severity(end) => format!("/population/severity/{end}"),
            Field::PopulationConcept(i) => format!("/population/concepts/{i}"),
            Field::PopulationWords => "/population/description".to_owned(),
            Field::Limitation(i) => format!("/limitations/{i}"),
            Field::Quote(key) => format!("{}/text", child("/quotes", key.as_str())),
            Field::Note => "/note".to_owned(),
        }
    }

    fn result(&self) -> Option<(&Key, &Part)> {
        match &self.field {
            Field::Result(finding, part) => Some((finding, part)),
            _ => None,
        }
    }
}

impl Part {
    fn what(&self, finding: &Key) -> String {
        match self {
            Self::Value(arm) | Self::Sd(arm) | Self::N(arm) | Self::Events(arm) => {
                format!("finding `{finding}`, arm `{arm}`")
            }
            Self::End(spread, arm, _) => {
                format!(
                    "the {} of finding `{finding}`, arm `{arm}`",
                    spread.in_words()
                )
            }
            Self::Estimate => format!("finding `{finding}`"),
            Self::Bound(_) | Self::Level => format!("the interval of finding `{finding}`"),
            Self::I2 => format!("I² of finding `{finding}`"),
            Self::Test | Self::Df(_) => format!("the test of finding `{finding}`"),
        }
    }

    fn pointer(&self, finding: &str) -> String {
        match self {
            Self::Value(arm) => child(&format!("{finding}/values"), arm.as_str()),
            Self::Sd(arm) => child(&format!("{finding}/sd"), arm.as_str()),
            Self::End(spread, arm, end) => {
                let arms = format!("{finding}/{}", spread.field());
                format!("{}/{end}", child(&arms, arm.as_str()))
            }
            Self::N(arm) => child(&format!("{finding}/n"), arm.as_str()),
            Self::Events(arm) => child(&format!("{finding}/events"), arm.as_str()),
            Self::Estimate => format!("{finding}/estimate"),
            Self::Bound(end) => format!("{finding}/interval/{end}"),
            Self::Level => format!("{finding}/interval/level"),
            Self::I2 => format!("{finding}/i2"),
            Self::Test => format!("{finding}/test/value"),
            Self::Df(i) => format!("{finding}/test/df/{i}"),
        }
    }
}

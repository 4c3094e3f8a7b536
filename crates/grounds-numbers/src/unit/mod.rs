//! Units, from the words of prose and records to dimensions and an exact factor.
//!
//! Written as words (`hairs per square inch`, `ml per 100 g per minute`), with signs (`hairs/cm²`,
//! `mg/kg`) or as codes of UCUM, the Unified Code for Units of Measure (`{hairs}/cm2`, `[sin_i]`).
//! What is counted is a unit as well: hairs are not patients. Factors are exact: an inch is 0.0254
//! metres (international yard and pound agreement, 1959).

mod grammar;
mod names;
mod words;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use rust_decimal::Decimal;

use grammar::{divided, prefix};
use names::{is_animal, is_thing};
use words::Words;

/// A unit: how many of its base units it is, and what these are to which power.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    factor: Decimal,
    /// Shared: a record has many numbers and few units.
    dimensions: Arc<BTreeMap<String, i32>>,
}

impl Unit {
    /// Reads a unit that is the whole of a text.
    pub fn read(text: &str) -> Option<Self> {
        let (unit, after) = prefix(&Words::of(text))?;
        after.first().is_none().then_some(unit)
    }

    /// Reads a unit with what it is of (`points on the scale`, `mg of iron`), and if it is none that
    /// is known, takes the text as the name of one.
    pub fn read_or_name(text: &str) -> Self {
        let of = |rest: &str| {
            let word = rest.split_whitespace().next().unwrap_or_default();
            rest.trim_start().starts_with(['(', ','])
                || ["of", "on", "in", "from", "for", "above", "below", "at"].contains(&word)
        };
        let per = |text: &str| text.replace(" a ", " per ").replace(" each ", " per ");
        Self::read(text)
            // `days a month`
            .or_else(|| Self::read(&per(text)))
            .or_else(|| {
                let (unit, length) = Self::at_start(text)?;
                of(&text[length..]).then_some(unit)
            })
            .unwrap_or_else(|| Self::named(&text.trim().to_lowercase()))
    }

    /// The unit of people.
    pub fn people() -> Self {
        static UNIT: LazyLock<Unit> = LazyLock::new(|| Unit::named("person"));
        UNIT.clone()
    }

    /// Per cent.
    pub fn percent() -> Self {
        static UNIT: LazyLock<Unit> = LazyLock::new(|| Unit::named("%"));
        UNIT.clone()
    }

    /// Percentage points: the difference of two per cents.
    pub fn percentage_points() -> Self {
        static UNIT: LazyLock<Unit> = LazyLock::new(|| Unit::named("percentage point"));
        UNIT.clone()
    }

    /// A multiple of another value: `3-fold`.
    pub fn fold() -> Self {
        static UNIT: LazyLock<Unit> = LazyLock::new(|| Unit::named("fold"));
        UNIT.clone()
    }

    /// The longest unit at the beginning of a text, with the number of bytes that it takes.
    pub fn at_start(text: &str) -> Option<(Self, usize)> {
        let (unit, after) = prefix(&Words::of(text))?;
        Some((unit, after.start()))
    }

    fn named(name: &str) -> Self {
        Self::of(name, 1, Decimal::ONE)
    }

    /// So much of a base unit, to a power.
    fn of(base: &str, power: i32, factor: Decimal) -> Self {
        Self {
            factor,
            dimensions: Arc::new(BTreeMap::from([(base.to_owned(), power)])),
        }
    }

    /// A pure number.
    fn number(factor: Decimal) -> Self {
        Self {
            factor,
            dimensions: Arc::default(),
        }
    }

    /// Whether it is things that are counted: `12 strokes`.
    pub fn is_of_things(&self) -> bool {
        let mut all = self.dimensions.iter();
        matches!((all.next(), all.next()), (Some((name, 1)), None) if is_thing(name))
    }

    /// Whether it is animals that are counted: `40 mice`.
    pub fn is_of_animals(&self) -> bool {
        let mut all = self.dimensions.iter();
        matches!((all.next(), all.next()), (Some((name, 1)), None) if is_animal(name))
    }

    /// Whether it is those who take part in a study that are counted: people or animals.
    pub fn is_of_participants(&self) -> bool {
        *self == Self::people() || self.is_of_animals()
    }

    /// Whether animals that are counted may be those of another unit: mice are mice, and animals.
    pub fn may_be_animals_of(&self, other: &Self) -> bool {
        let any = |unit: &Self| unit.dimensions.contains_key("animal");
        let rodents = |unit: &Self| unit.dimensions.contains_key("rodent");
        let small = |unit: &Self| {
            let mut names = ["mouse", "rat", "hamster", "gerbil"].iter();
            names.any(|name| unit.dimensions.contains_key(*name))
        };
        self.is_of_animals()
            && other.is_of_animals()
            && (self == other
                || any(self)
                || any(other)
                || (rodents(self) && small(other))
                || (small(self) && rodents(other)))
    }

    /// Whether it is a length of time.
    pub fn is_time(&self) -> bool {
        let mut all = self.dimensions.iter();
        let is = |name: &String| ["second", "month"].contains(&name.as_str());
        matches!((all.next(), all.next()), (Some((name, 1)), None) if is(name))
    }

    /// Whether the two have a base unit in common: mg per day and mg per week.
    pub fn shares_a_base(&self, other: &Self) -> bool {
        let mut names = self.dimensions.keys();
        names.any(|name| other.dimensions.contains_key(name))
    }

    /// Whether amounts in the two units can be compared.
    pub fn is_like(&self, other: &Self) -> bool {
        self.dimensions == other.dimensions
    }

    /// Whether the two are the same but for what is counted, which one of them does not name: cells per
    /// litre, and per litre.
    pub fn differs_by_a_thing(&self, other: &Self) -> bool {
        self.factor == other.factor && self.is_like_but_for_a_thing(other)
    }

    /// Whether amounts in the two units can be compared where only one of them names what is counted.
    fn is_like_but_for_a_thing(&self, other: &Self) -> bool {
        let without = |more: &Self, less: &Self| {
            let extra: Vec<_> = more
                .dimensions
                .iter()
                .filter(|(name, _)| !less.dimensions.contains_key(*name))
                .collect();
            let rest = less
                .dimensions
                .iter()
                .all(|(name, power)| more.dimensions.get(name) == Some(power));
            rest && !less.dimensions.is_empty()
                && matches!(extra.as_slice(), [(name, 1)] if is_thing(name))
        };
        without(self, other) || without(other, self)
    }

    /// So much of this unit in another; `None` where they measure different things. Cells per litre are so many per
    /// microlitre.
    pub fn convert(&self, amount: Decimal, to: &Self) -> Option<Decimal> {
        if !self.is_like(to) && !self.is_like_but_for_a_thing(to) {
            return None;
        }
        amount.checked_mul(self.factor)?.checked_div(to.factor)
    }

    /// A unit of what is counted in what the words at the beginning of a text are per, with the bytes that these take: of
    /// deaths that `occurred per 1,000 person-years` the last three.
    pub fn over(&self, text: &str) -> Option<(Self, usize)> {
        let (unit, after) = divided(self, &Words::of(text))?;
        Some((unit, after.start()))
    }

    /// Of a unit of people, or of things that happen, in so many people, how many these are: 1,000 of `strokes per
    /// 1,000 people`.
    pub fn people_below(&self) -> Option<Decimal> {
        let mut all = self.dimensions.iter();
        let below = |(name, power): (&String, &i32)| name == "person" && *power == -1;
        let above = |(name, power): (&String, &i32)| *power == 1 && is_thing(name);
        let is_share = match (all.next(), all.next(), all.next()) {
            (Some(one), Some(other), None) => {
                (below(one) && above(other)) || (above(one) && below(other))
            }
            _ => false,
        };
        let people = Decimal::ONE.checked_div(self.factor)?;
        (is_share && people > Decimal::ONE).then(|| people.round())
    }

    fn times(mut self, other: &Self, power: i32) -> Option<Self> {
        for _ in 0..power.abs() {
            self.factor = if power > 0 {
                self.factor.checked_mul(other.factor)?
            } else {
                self.factor.checked_div(other.factor)?
            };
        }
        let dimensions = Arc::make_mut(&mut self.dimensions);
        for (name, of_other) in other.dimensions.iter() {
            let sum = dimensions.get(name).copied().unwrap_or(0) + of_other * power;
            if sum == 0 {
                dimensions.remove(name);
            } else {
                dimensions.insert(name.clone(), sum);
            }
        }
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(text: &str) -> Unit {
        Unit::read(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn words_signs_and_codes_are_the_same_unit() {
        for (one, other) in [
            ("hairs per square inch", "hairs/in²"),
            ("hairs per square inch", "{hairs}/[sin_i]"),
            ("hairs per square centimetre", "hairs/cm2"),
            ("ml per 100 g per minute", "ml/100 g/min"),
            ("per cent", "%"),
            ("patients", "men"),
            ("mm Hg", "mm[Hg]"),
            ("mg kg⁻¹", "mg/kg"),
            ("mL·min-1", "mL/min"),
            ("mL/min/1.73 m²", "mL per minute per 1.73 m2"),
            ("µg/mL", "mcg per ml"),
            ("× 10⁹/L", "10*9/L"),
            ("beats per minute", "bpm"),
            ("percentage points", "%-points"),
            ("events per 1,000 person-years", "events/1000 patient-years"),
            ("per 1000 person-years", "/1,000 patient-years"),
            ("cases per 1000 person years", "per 1000 person-years"),
            ("millimetres of mercury", "mmHg"),
            ("degrees Celsius", "°C"),
            ("G/L", "10^9/L"),
            ("/µL", "per microlitre"),
            ("micromoles per litre", "µmol/L"),
        ] {
            assert_eq!(unit(one), unit(other), "{one}, {other}");
        }
    }

    #[test]
    fn hairs_per_square_inch_are_not_hairs_per_square_centimetre() {
        let (inch, centimetre) = (unit("hairs per square inch"), unit("hairs/cm²"));
        assert_ne!(inch, centimetre);
        let converted = inch.convert("12.52".parse().unwrap(), &centimetre).unwrap();
        assert_eq!(converted.round_dp(2), "1.94".parse().unwrap());
        assert_eq!(inch.convert(Decimal::ONE, &unit("patients")), None);
        let litre = unit("10^9/L").convert("5.4".parse().unwrap(), &unit("cells/mm³"));
        assert_eq!(litre.unwrap().round_dp(9), Decimal::from(5400));
    }

    #[test]
    fn units_of_the_laboratory_and_the_ward() {
        for (one, other) in [
            ("mmol/L", "mg/dL"),
            ("%", "percentage points"),
            ("IU/L", "mg/L"),
            ("°C", "°F"),
            ("U/L", "IU/L"),
            ("events", "patients"),
        ] {
            assert!(!unit(one).is_like(&unit(other)), "{one}, {other}");
        }
        for (amount, from, to, expected) in [
            ("1", "kPa", "mmHg", "7.5006"),
            ("1", "g/L", "mg/dL", "100"),
            ("4500", "cells/µL", "10⁹ cells/L", "4.5"),
            ("1", "kcal", "kJ", "4.184"),
            ("5", "µg", "ng", "5000"),
            ("2", "years", "months", "24"),
        ] {
            let converted = unit(from).convert(amount.parse().unwrap(), &unit(to));
            let expected: Decimal = expected.parse().unwrap();
            assert_eq!(
                converted.unwrap().round_dp(4).normalize(),
                expected,
                "{from} {to}"
            );
        }
    }

    #[test]
    fn the_unit_of_a_record_can_say_of_what() {
        assert_eq!(Unit::read_or_name("points on the IPSS"), unit("points"));
        assert_eq!(Unit::read_or_name("mg of iron"), unit("mg"));
        assert_ne!(Unit::read_or_name("hair shafts"), unit("hairs"));
    }

    #[test]
    fn a_unit_ends_where_the_sentence_goes_on() {
        let (found, length) = Unit::at_start(" hairs per square inch with minoxidil").unwrap();
        assert_eq!((found, length), (unit("hairs/in2"), 22));
        assert_eq!(Unit::at_start(" people per group").unwrap().1, 7);
        assert_eq!(Unit::at_start(" lovely people"), None);
        let tiny = format!("kg per 0.{}1 g", "0".repeat(26));
        assert!(Unit::at_start(&tiny).is_some());
    }
}

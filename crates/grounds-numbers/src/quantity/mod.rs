//! Quantities in a sentence: numbers with what stands around them.
//!
//! What is no quantity is left out: years, ordinals, numbers within names (`COVID-19`), numbers of
//! tables, grades and phases. Spelt numbers count before people (`four men`) and in shares (`one in
//! eight`).

mod apart;
mod bounds;
mod carried;
mod frequencies;
mod heading_base;
mod measure_name;
mod naming;
mod neighbours;
mod number;
mod p_value;
mod pace;
mod power;
mod precision;
mod prevention;
mod proportion;
mod sense;
mod shared_senses;
mod shares;
mod spelling;
mod spelt;
mod supposed;

use std::ops::Range;

pub use carried::carried;
pub use heading_base::{HeadingBase, base_of_heading, begins_with_people, read_as_out_of};
pub use measure_name::{MeasureName, measure_before, measure_of_heading};
pub use p_value::{is_heading_of_p, read_as_p_values};
pub use proportion::{Meaning, Proportion, proportions};
pub use supposed::suppose;

use crate::{Exact, Unit};

/// A number in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The bytes of the number, with its sign.
    pub number: Range<usize>,
    /// The bytes of the number and its unit.
    pub whole: Range<usize>,
    /// The number.
    pub value: Exact,
    /// The unit, if one is there; of several numbers in a row the last one's.
    pub unit: Option<Unit>,
    /// What kind of number it is, as far as the words before it say.
    pub kind: Kind,
    /// How exact the words beside it say that it is.
    pub precision: Precision,
    /// Which way the words beside it say that something changed by so much.
    pub sense: Option<Sense>,
    /// Whether other words of its sentence tell of a fall or an improvement, so that it may stand without its sign.
    pub may_be_a_fall: bool,
}

/// What kind of number a quantity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A value.
    Value,
    /// A p-value, with its operator.
    P(Operator),
    /// So many in so many: `1 in 8`, `18 fewer per 1,000`. The value is the first number, and this is the second.
    In(Exact),
    /// A number without a unit that can be anything: too small to be told from a counting word.
    Bare,
}

/// An operator before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// Equal to.
    Equal,
    /// Less than.
    Less,
    /// At most.
    AtMost,
    /// More than.
    More,
    /// At least.
    AtLeast,
}

/// How exact a number is meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// As it stands.
    Exact,
    /// Rounded: `about 13`.
    Rounded,
    /// Rounded from somewhat less: `nearly 13`.
    Nearly,
    /// Somewhat more: `more than 12`.
    Above,
    /// Somewhat less: `under 13`.
    Below,
}

/// Which way something changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// It rose by so much, or is so much more.
    Up,
    /// It fell by so much, or is so much less.
    Down,
    /// It differs by so much, and the words do not say which way, or name what it favours.
    Apart,
}

impl Quantity {
    /// Whether it is a p-value.
    pub fn is_p(&self) -> bool {
        matches!(self.kind, Kind::P(_))
    }

    /// The same as a share, with what it is a share of, where its unit is one of things or people in so many people:
    /// `prevented 20 strokes per 1,000 people`.
    pub fn as_share(&self, text: &str) -> Option<(Self, Exact)> {
        let of = self.unit.as_ref()?.people_below()?;
        let of = Exact::read(&of.to_string())?;
        let sense = self
            .sense
            .or_else(|| shares::prevented_before(text, self.number.start));
        let share = Self {
            kind: Kind::In(of),
            unit: None,
            sense,
            ..self.clone()
        };
        Some((share, of))
    }

    /// Which way the words before `from` say that something went from this number: `rose from 7.1%`.
    pub fn sense_of_from(&self, text: &str) -> Option<Sense> {
        sense::of_from(text, self.number.start)
    }
}

/// Which way the heading of a column or a row of a table says that something went: `Fall in blood pressure, mmHg`.
pub fn change_in_heading(heading: &str) -> Option<Sense> {
    if heading.is_empty() {
        return None;
    }
    let end = heading.find([',', '(', '[', ';', ':']);
    sense::change_before(heading, end.unwrap_or(heading.len()))
}

/// The quantities of a sentence, in order.
pub fn quantities(text: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(number) = number::next(text, at) {
        at = number.end;
        if let Some(mut quantity) = number::read(text, number) {
            p_value::read(text, &mut quantity);
            at = quantity.whole.end;
            found.push(quantity);
        }
    }
    found.extend(spelt::quantities(text));
    if found.is_empty() {
        return found;
    }
    found.sort_by_key(|quantity| quantity.number.start);
    // `2.5 times higher` is a proportion, and no value.
    let proportions = proportions(text);
    let is_part = |quantity: &Quantity| {
        let mut all = proportions.iter().map(|proportion| &proportion.words);
        all.any(|words| words.contains(&quantity.number.start))
    };
    found.retain(|quantity| quantity.unit.is_some() || !is_part(quantity));
    shares::join(text, &mut found);
    neighbours::share_units(text, &mut found);
    frequencies::join_frequencies(text, &mut found);
    frequencies::join_sides(text, &mut found);
    let may_be_a_fall = sense::tells_of_a_fall(text);
    for quantity in &mut found {
        let before = precision::words_before(text, quantity.number.start);
        quantity.precision = precision::precision(&before);
        quantity.sense = sense::sense_after(text, quantity, &before);
        quantity.may_be_a_fall = may_be_a_fall;
    }
    shared_senses::share_senses(text, &mut found);
    bounds::join_bounds(text, &mut found);
    shares::share_precisions(text, &mut found);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        quantities(text)
            .into_iter()
            .filter(|quantity| quantity.kind != Kind::Bare)
            .map(|quantity| text[quantity.whole].to_owned())
            .collect()
    }

    #[test]
    fn quantities_are_found_with_their_units() {
        for (text, expected) in [
            (
                "a mean rise of 12.52 hairs per square inch, against 1.89 with minoxidil alone",
                vec!["12.52 hairs per square inch", "1.89"],
            ),
            (
                "1.32 (interval 0.73 to 1.92) with an I² of 88%",
                vec!["1.32", "0.73", "1.92", "88%"],
            ),
            ("found −0.21 and no difference", vec!["−0.21"]),
            ("p = 0.017, β = 12.29", vec!["0.017", "12.29"]),
            (
                "20 of 480 people for 12 weeks",
                vec!["20", "480 people", "12 weeks"],
            ),
            ("Four men and none without", vec!["Four men"]),
            (
                "Ninety-two per cent of twenty-one women",
                vec!["Ninety-two per cent", "twenty-one women"],
            ),
            ("a 24-week trial with a 7-point scale", vec!["24-week"]),
            (
                "13.7 against 35.7 ml per 100 g per minute",
                vec!["13.7", "35.7 ml per 100 g per minute"],
            ),
            ("0.5 to 2.5 mm deep", vec!["0.5", "2.5 mm"]),
            (
                "OR 0.72 (95% CI 0.55-0.94)",
                vec!["0.72", "95%", "0.55", "0.94"],
            ),
            ("HR, 0·72; P=.02", vec!["0·72", ".02"]),
            ("an NNT of 5, and n = 7", vec!["5", "7"]),
            (
                "1 in 8 adults, and one in ten",
                vec!["1 in 8 adults", "one in ten"],
            ),
            ("142/88 mmHg", vec!["142", "88 mmHg"]),
            ("14/68 (21%)", vec!["14", "68", "21%"]),
            ("3 of 8 men", vec!["3", "8 men"]),
            (
                "for every 1,000 people, 120 were cured and 40 were not",
                vec!["120", "40"],
            ),
            ("85 per 1,000 women", vec!["85 per 1,000 women"]),
            ("1.5 million people", vec!["1.5 million people"]),
            ("6.2 × 10⁹/L and 3-fold", vec!["6.2 × 10⁹/L", "3-fold"]),
            (
                "1.2e5 copies/mL, p < 5 × 10⁻⁸ (1.2·10⁵)",
                vec!["1.2e5 copies/mL", "5 × 10⁻⁸", "1.2·10⁵"],
            ),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn names_years_and_ordinals_are_no_quantities() {
        for text in [
            "COVID-19 and SARS-CoV-2 in 2019",
            "Table 5 of the 3rd edition, phase 3",
            "IL-6, 5HT and H1N1",
            "two trials and three sessions",
            "by November 2021",
            "on December 29, 2019, and 16 March 2020",
            "in the 2000s and 1990s already",
            "type 2 diabetes",
            "on 2020-01-12, in 2018-19 and by 12/31/2020",
            "24/7 care and a 1-2-3 rule",
        ] {
            assert_eq!(shown(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn numbers_in_a_row_share_a_unit() {
        let found = quantities("85% of 20 women against 45");
        assert_eq!(found[0].unit, Some(Unit::percent()));
        let found = quantities("95.6 against 52.4 hairs/cm²");
        assert_eq!(found[0].unit, found[1].unit);
    }

    #[test]
    fn words_beside_a_number_say_how_exact_it_is_and_which_way_it_went() {
        for (text, precision, sense) in [
            (
                "rose by about 13 hairs",
                Precision::Rounded,
                Some(Sense::Up),
            ),
            (
                "fell by more than 8 mmHg",
                Precision::Above,
                Some(Sense::Down),
            ),
            (
                "a mean reduction in LDL of 0.8 mmol/L",
                Precision::Exact,
                Some(Sense::Down),
            ),
            ("was 8.2 mmHg lower", Precision::Exact, Some(Sense::Down)),
            (
                "a mean difference of 8.2 mmHg in favour of it",
                Precision::Exact,
                Some(Sense::Apart),
            ),
            ("was 8.2 mmHg at the start", Precision::Exact, None),
            ("had fallen, and was 8.2 mmHg", Precision::Exact, None),
            ("up to 40 men", Precision::Below, None),
        ] {
            let found = quantities(text);
            assert_eq!(
                (found[0].precision, found[0].sense),
                (precision, sense),
                "{text}"
            );
        }
    }

    #[test]
    fn hostile_text_is_read_without_a_panic() {
        for text in [
            "",
            "−",
            "1.",
            "1,2,3",
            "٣",
            "9999999999999999999999999999999999 mg",
            "5%%%",
            "é5é",
            "p<",
            "1/0/0",
            "1 in 0",
            "0·",
            "·5",
            "5 in",
            "10^99/L",
            "9 billion billion",
            "é.5-.5é",
            "1e99 5e-99 9999999999999999999999999e9",
            "1·10⁹⁹ × 10⁻⁻",
            "for every 0 people 5",
        ] {
            let _ = quantities(text);
        }
    }
}

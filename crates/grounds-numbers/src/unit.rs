//! Units, from the words of prose and records to dimensions and an exact factor.
//!
//! Written as words (`hairs per square inch`, `ml per 100 g per minute`), with signs (`hairs/cm²`,
//! `mg/kg`) or as codes of UCUM, the Unified Code for Units of Measure (`{hairs}/cm2`, `[sin_i]`).
//! What is counted is a unit as well: hairs are not patients. Factors are exact: an inch is 0.0254
//! metres (international yard and pound agreement, 1959).

use std::collections::BTreeMap;

use rust_decimal::Decimal;

/// A unit: how many of its base units it is, and what these are to which power.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    factor: Decimal,
    dimensions: BTreeMap<String, i32>,
}

/// Words that mean people, whoever they are.
const PEOPLE: &[&str] = &[
    "people",
    "person",
    "persons",
    "patients",
    "patient",
    "men",
    "man",
    "women",
    "woman",
    "adults",
    "adult",
    "participants",
    "participant",
    "subjects",
    "subject",
    "volunteers",
    "volunteer",
    "children",
    "child",
    "cases",
    "controls",
    "individuals",
    "individual",
    "clients",
    "boys",
    "girls",
];

/// Names and symbols: their base unit, its power, and how many of it, as digits and decimals.
const NAMES: &[(&[&str], &str, i32, i64, u32)] = &[
    (
        &["m", "metre", "metres", "meter", "meters"],
        "metre",
        1,
        1,
        0,
    ),
    (
        &[
            "cm",
            "centimetre",
            "centimetres",
            "centimeter",
            "centimeters",
        ],
        "metre",
        1,
        1,
        2,
    ),
    (
        &[
            "mm",
            "millimetre",
            "millimetres",
            "millimeter",
            "millimeters",
        ],
        "metre",
        1,
        1,
        3,
    ),
    (
        &[
            "um",
            "µm",
            "μm",
            "micrometre",
            "micrometres",
            "micrometer",
            "micrometers",
            "micron",
            "microns",
        ],
        "metre",
        1,
        1,
        6,
    ),
    (
        &["nm", "nanometre", "nanometres", "nanometer", "nanometers"],
        "metre",
        1,
        1,
        9,
    ),
    (&["inch", "inches", "[in_i]"], "metre", 1, 254, 4),
    (&["cm2", "cm²", "sqcm"], "metre", 2, 1, 4),
    (&["mm2", "mm²"], "metre", 2, 1, 6),
    (&["m2", "m²"], "metre", 2, 1, 0),
    (
        &["in2", "in²", "inch2", "inch²", "[sin_i]", "sqin"],
        "metre",
        2,
        64516,
        8,
    ),
    (
        &["l", "litre", "litres", "liter", "liters"],
        "metre",
        3,
        1,
        3,
    ),
    (
        &[
            "ml",
            "millilitre",
            "millilitres",
            "milliliter",
            "milliliters",
            "cc",
        ],
        "metre",
        3,
        1,
        6,
    ),
    (&["kg", "kilogram", "kilograms"], "gram", 1, 1000, 0),
    (&["g", "gram", "grams"], "gram", 1, 1, 0),
    (&["mg", "milligram", "milligrams"], "gram", 1, 1, 3),
    (
        &["ug", "µg", "μg", "mcg", "microgram", "micrograms"],
        "gram",
        1,
        1,
        6,
    ),
    (&["second", "seconds", "sec", "s"], "second", 1, 1, 0),
    (&["minute", "minutes", "min"], "second", 1, 60, 0),
    (&["hour", "hours", "h", "hr", "hrs"], "second", 1, 3600, 0),
    (&["day", "days", "d"], "second", 1, 86_400, 0),
    (&["week", "weeks", "wk", "wks"], "second", 1, 604_800, 0),
    (&["month", "months", "mo"], "month", 1, 1, 0),
    (&["year", "years", "yr", "yrs"], "month", 1, 12, 0),
    (&["mmhg"], "mmhg", 1, 1, 0),
    (&["%", "percent"], "%", 1, 1, 0),
    (&["point", "points"], "point", 1, 1, 0),
];

/// Things that are counted in articles on health, besides people; each is a unit of its own.
const COUNTED: &[(&str, &str)] = &[
    ("hairs", "hair"),
    ("hair", "hair"),
    ("events", "event"),
    ("event", "event"),
    ("studies", "study"),
    ("study", "study"),
    ("trials", "trial"),
    ("trial", "trial"),
    ("articles", "article"),
    ("article", "article"),
    ("deaths", "death"),
    ("death", "death"),
    ("follicles", "follicle"),
    ("sessions", "session"),
    ("doses", "dose"),
    ("mice", "mouse"),
    ("rats", "rat"),
    ("biopsies", "biopsy"),
    ("records", "record"),
];

impl Unit {
    /// Reads a unit that is the whole of a text.
    pub fn read(text: &str) -> Option<Self> {
        let words = words(text);
        let (unit, used) = prefix(&words)?;
        (used == words.len()).then_some(unit)
    }

    /// Reads a unit, and if it is none that is known, takes the text as the name of one.
    pub fn read_or_name(text: &str) -> Self {
        Self::read(text).unwrap_or_else(|| Self::named(&text.trim().to_lowercase()))
    }

    /// The unit of people.
    pub fn people() -> Self {
        Self::named("person")
    }

    /// Per cent.
    pub fn percent() -> Self {
        Self::named("%")
    }

    /// The longest unit at the beginning of a text, with the number of bytes that it takes.
    pub fn at_start(text: &str) -> Option<(Self, usize)> {
        let spans = spans(text);
        let words: Vec<String> = spans.iter().map(|(word, _)| word.clone()).collect();
        let (unit, used) = prefix(&words)?;
        Some((unit, spans[used - 1].1))
    }

    fn named(name: &str) -> Self {
        Self {
            factor: Decimal::ONE,
            dimensions: BTreeMap::from([(name.to_owned(), 1)]),
        }
    }

    /// Whether it is a length of time.
    pub fn is_time(&self) -> bool {
        let names: Vec<&str> = self.dimensions.keys().map(String::as_str).collect();
        matches!(names.as_slice(), ["second" | "month"])
    }

    /// Whether amounts in the two units can be compared.
    pub fn is_like(&self, other: &Self) -> bool {
        self.dimensions == other.dimensions
    }

    /// So much of this unit in another; `None` where they measure different things.
    pub fn convert(&self, amount: Decimal, to: &Self) -> Option<Decimal> {
        if !self.is_like(to) {
            return None;
        }
        amount.checked_mul(self.factor)?.checked_div(to.factor)
    }

    fn times(mut self, other: &Self, power: i32) -> Option<Self> {
        for _ in 0..power.abs() {
            self.factor = if power > 0 {
                self.factor.checked_mul(other.factor)?
            } else {
                self.factor.checked_div(other.factor)?
            };
        }
        for (name, of_other) in &other.dimensions {
            let sum = self.dimensions.get(name).copied().unwrap_or(0) + of_other * power;
            if sum == 0 {
                self.dimensions.remove(name);
            } else {
                self.dimensions.insert(name.clone(), sum);
            }
        }
        Some(self)
    }
}

/// The words and signs of a text, in small letters, with the byte at which each ends. A unit has
/// few: only the first twelve are looked at.
fn spans(text: &str) -> Vec<(String, usize)> {
    let mut spans: Vec<(String, usize)> = Vec::new();
    let mut word = String::new();
    let close = |word: &mut String, end: usize, spans: &mut Vec<(String, usize)>| {
        if !word.is_empty() {
            spans.push((std::mem::take(word), end));
        }
    };
    for (at, c) in text.char_indices() {
        if spans.len() > 12 {
            break;
        }
        match c {
            _ if c.is_whitespace() => close(&mut word, at, &mut spans),
            '/' | '%' | ',' | ';' | ':' | '(' | ')' | '\u{2013}' => {
                close(&mut word, at, &mut spans);
                spans.push((c.to_string(), at + c.len_utf8()));
            }
            '{' | '}' => {}
            '.' | '!' | '?' => {
                close(&mut word, at, &mut spans);
                // A full stop ends a sentence: what follows is no part of a unit.
                return spans;
            }
            _ => word.extend(c.to_lowercase()),
        }
    }
    close(&mut word, text.len(), &mut spans);
    spans
}

fn words(text: &str) -> Vec<String> {
    spans(text).into_iter().map(|(word, _)| word).collect()
}

/// The unit at the beginning of some words, and how many of them it is.
fn prefix(words: &[String]) -> Option<(Unit, usize)> {
    let (mut unit, mut used) = factor(words)?;
    loop {
        let rest = &words[used..];
        let divided = match rest.first().map(String::as_str) {
            Some("per" | "/") => 1,
            _ => break,
        };
        let amount = rest
            .get(divided)
            .and_then(|word| word.parse::<Decimal>().ok());
        let skipped = divided + usize::from(amount.is_some());
        let Some((below, length)) = factor(rest.get(skipped..).unwrap_or_default()) else {
            break;
        };
        let Some(mut whole) = unit.clone().times(&below, -1) else {
            break;
        };
        if let Some(amount) = amount.filter(|amount| !amount.is_zero()) {
            let Some(factor) = whole.factor.checked_div(amount) else {
                break;
            };
            whole.factor = factor;
        }
        (unit, used) = (whole, used + skipped + length);
    }
    Some((unit, used))
}

/// One factor of a unit: `square inch`, `mg`, `hairs`, `per cent`.
fn factor(words: &[String]) -> Option<(Unit, usize)> {
    let first = words.first()?.as_str();
    match (first, words.get(1).map(String::as_str)) {
        ("per", Some("cent")) => return Some((Unit::percent(), 2)),
        ("square", Some(next)) => return power(next, 2).map(|unit| (unit, 2)),
        ("cubic", Some(next)) => return power(next, 3).map(|unit| (unit, 2)),
        _ => {}
    }
    simple(first).map(|unit| (unit, 1))
}

fn power(word: &str, power: i32) -> Option<Unit> {
    let unit = simple(word)?;
    let one = Unit {
        factor: Decimal::ONE,
        dimensions: BTreeMap::new(),
    };
    one.times(&unit, power)
}

fn simple(word: &str) -> Option<Unit> {
    if let Some((_, base, power, digits, places)) =
        NAMES.iter().find(|(names, ..)| names.contains(&word))
    {
        return Some(Unit {
            factor: Decimal::new(*digits, *places),
            dimensions: BTreeMap::from([((*base).to_owned(), *power)]),
        });
    }
    if PEOPLE.contains(&word) {
        return Some(Unit::people());
    }
    let counted = COUNTED.iter().find(|(name, _)| *name == word);
    counted.map(|(_, name)| Unit::named(name))
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

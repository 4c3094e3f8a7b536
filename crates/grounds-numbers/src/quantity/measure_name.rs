//! The name of a measure beside a number: `odds ratio of`, `HR`, `median survival was`.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

/// A measure, as words name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasureName {
    /// `risk ratio`, `relative risk`, `RR`. Ratios of rates are called so as well.
    RiskRatio,
    /// `odds ratio`, `OR`.
    OddsRatio,
    /// `hazard ratio`, `HR`.
    HazardRatio,
    /// `rate ratio`, `IRR`.
    RateRatio,
    /// `standardised mean difference`, `SMD`.
    StandardisedMeanDifference,
    /// `mean difference`, `MD`.
    MeanDifference,
    /// `risk difference`, `RD`.
    RiskDifference,
    /// `mean`.
    Mean,
    /// `median`.
    Median,
    /// `SD`.
    StandardDeviation,
    /// `SE`, `SEM`.
    StandardError,
    /// `number needed to treat`, `NNT`.
    NumberNeededToTreat,
    /// `number needed to harm`, `NNH`.
    NumberNeededToHarm,
}

impl MeasureName {
    /// Its name in a sentence.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::RiskRatio => "risk ratio",
            Self::OddsRatio => "odds ratio",
            Self::HazardRatio => "hazard ratio",
            Self::RateRatio => "rate ratio",
            Self::StandardisedMeanDifference => "standardised mean difference",
            Self::MeanDifference => "mean difference",
            Self::RiskDifference => "risk difference",
            Self::Mean => "mean",
            Self::Median => "median",
            Self::StandardDeviation => "standard deviation",
            Self::StandardError => "standard error",
            Self::NumberNeededToTreat => "number needed to treat",
            Self::NumberNeededToHarm => "number needed to harm",
        }
    }
}

/// Names in words, in small letters; what contains another stands before it.
const WORDS: &[(&str, MeasureName)] = &[
    (
        "standardised mean difference",
        MeasureName::StandardisedMeanDifference,
    ),
    (
        "standardized mean difference",
        MeasureName::StandardisedMeanDifference,
    ),
    ("mean difference", MeasureName::MeanDifference),
    ("difference in means", MeasureName::MeanDifference),
    ("incidence rate ratio", MeasureName::RateRatio),
    ("rate ratio", MeasureName::RateRatio),
    ("risk ratio", MeasureName::RiskRatio),
    ("relative risk", MeasureName::RiskRatio),
    ("odds ratio", MeasureName::OddsRatio),
    ("hazard ratio", MeasureName::HazardRatio),
    ("hazards ratio", MeasureName::HazardRatio),
    ("risk difference", MeasureName::RiskDifference),
    ("standard deviation", MeasureName::StandardDeviation),
    ("standard error", MeasureName::StandardError),
    ("number needed to treat", MeasureName::NumberNeededToTreat),
    ("number needed to harm", MeasureName::NumberNeededToHarm),
    ("median", MeasureName::Median),
    ("mean", MeasureName::Mean),
];

/// Abbreviations, which have their capitals.
const LETTERS: &[(&str, MeasureName)] = &[
    ("RR", MeasureName::RiskRatio),
    ("aRR", MeasureName::RiskRatio),
    ("OR", MeasureName::OddsRatio),
    ("aOR", MeasureName::OddsRatio),
    ("HR", MeasureName::HazardRatio),
    ("aHR", MeasureName::HazardRatio),
    ("IRR", MeasureName::RateRatio),
    ("SMD", MeasureName::StandardisedMeanDifference),
    ("MD", MeasureName::MeanDifference),
    ("WMD", MeasureName::MeanDifference),
    ("RD", MeasureName::RiskDifference),
    ("SD", MeasureName::StandardDeviation),
    ("SE", MeasureName::StandardError),
    ("SEM", MeasureName::StandardError),
    ("NNT", MeasureName::NumberNeededToTreat),
    ("NNTB", MeasureName::NumberNeededToTreat),
    ("NNH", MeasureName::NumberNeededToHarm),
    ("NNTH", MeasureName::NumberNeededToHarm),
];

/// How far before a number its name may stand, in bytes.
const REACH: usize = 80;

/// The name of a measure that the words before a number give it. None where another number stands between, where a
/// clause ends, or where two names are joined (`the risk and odds ratios were`).
pub fn measure_before(text: &str, number: usize) -> Option<MeasureName> {
    let far = number.saturating_sub(REACH);
    let near = (far..=number).find_map(|at| text.get(at..number))?;
    let start = near.rfind(|c: char| c.is_ascii_digit() || ";.!?".contains(c));
    let clause = &near[start.map_or(0, |at| at + 1)..];
    let (at, end, name) = last_name(clause)?;
    let (before, between) = (&clause[..at], &clause[end..]);
    let ends = [" and ", " but ", " while ", " whereas ", ", the ", ")"];
    let parted = ends.iter().any(|mark| between.contains(mark));
    let joined = last_name(before).is_some_and(|(_, end, _)| {
        ["and", "and the", "or", "or the", "/", ","].contains(&before[end..].trim_end().trim())
    });
    // `The median and the mean`, `mean or median`.
    (!parted && !joined).then_some(name)
}

/// The name in the heading of a column or a row: `HR (95% CI)`.
pub fn measure_of_heading(heading: &str) -> Option<MeasureName> {
    let heading = heading.split(['(', '[', ',', ';']).next()?;
    let (_, end, name) = last_name(heading)?;
    heading[end..].trim().is_empty().then_some(name)
}

/// The last name in a text, with its bytes.
fn last_name(text: &str) -> Option<(usize, usize, MeasureName)> {
    static SEEKERS: LazyLock<[Option<AhoCorasick>; 2]> = LazyLock::new(|| {
        let names = [WORDS, LETTERS].map(|names| names.iter().map(|(name, _)| *name));
        // The clauses are short: it would take longer to make a faster one.
        let mut seeker = AhoCorasick::builder();
        seeker.kind(Some(AhoCorasickKind::NoncontiguousNFA));
        names.map(|names| seeker.build(names).ok())
    });
    let lower = text.to_ascii_lowercase();
    let texts = [(lower.as_str(), WORDS), (text, LETTERS)];
    let found = SEEKERS
        .iter()
        .zip(texts)
        .flat_map(|(seeker, (text, names))| {
            let found = seeker
                .iter()
                .flat_map(move |seeker| seeker.find_overlapping_iter(text));
            let apart = found.filter(move |found| is_apart(text, found.start(), found.end()));
            apart.map(move |found| {
                (
                    found.start(),
                    found.end(),
                    names[found.pattern().as_usize()].1,
                )
            })
        });
    // Of names that end together the longest counts: `mean difference` within `standardised mean difference`.
    found.max_by_key(|(at, end, _)| (*end, std::cmp::Reverse(*at)))
}

fn is_apart(text: &str, start: usize, end: usize) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '-';
    !text[..start].ends_with(part) && !text[end..].starts_with(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Option<MeasureName> {
        let number = text.find(|c: char| c.is_ascii_digit()).unwrap();
        measure_before(text, number)
    }

    #[test]
    fn the_name_before_a_number_is_read() {
        for (text, name) in [
            ("The odds ratio for stroke was 0.69", MeasureName::OddsRatio),
            ("(HR 0.69", MeasureName::HazardRatio),
            ("RR = 0.69", MeasureName::RiskRatio),
            ("aOR, 0.69", MeasureName::OddsRatio),
            (
                "a standardised mean difference of 0.4",
                MeasureName::StandardisedMeanDifference,
            ),
            ("Mean survival was 14.2 months", MeasureName::Mean),
            ("kg (SE 4.1", MeasureName::StandardError),
            (
                "The number needed to harm was 50",
                MeasureName::NumberNeededToHarm,
            ),
        ] {
            assert_eq!(named(text), Some(name), "{text}");
        }
        assert_eq!(
            measure_of_heading("HR (95% CI)"),
            Some(MeasureName::HazardRatio)
        );
        assert_eq!(measure_of_heading("Mean age"), None);
    }

    #[test]
    fn a_name_of_something_else_is_none() {
        for text in [
            "The risk ratio and the odds ratio were 0.69",
            "The median is given. Then 14.2",
            "meaning 14.2",
            "one or 14.2",
            "The mean fell and 14.2",
        ] {
            assert_eq!(named(text), None, "{text}");
        }
    }
}

//! Odds ratios that are told as ratios of risks: `2.5 times as likely`, `60% lower risk`.
//!
//! Where an outcome is common an odds ratio is farther from 1 than the ratio of the risks is. Zhang J, Yu KF (JAMA
//! 1998;280:1690–1691) draw the line at an incidence of 10 % in the study population.

use std::ops::Range;

use grounds_load::child;
use grounds_model::{Design, Finding, Key, Measure, Study};
use grounds_numbers::quantity::{Kind, Meaning, Proportion, Quantity, Sense, proportions};
use grounds_numbers::{Exact, Unit};

use super::proportions::{Candidate, candidates};

/// Up to which share of people with an outcome its odds ratio is as good as a ratio of risks.
const RARE: f64 = 0.1;
/// How far what is said of a ratio may be from it, as a share of it.
const NEAR: f64 = 0.05;
/// The same, of words, which round.
const WORDS_NEAR: f64 = 0.1;
/// The same, for a ratio of risks that makes what is said right.
const AGREES: f64 = 0.1;

/// How much more or less likely something is said to be.
#[derive(Debug, Clone)]
pub(crate) struct Likelihood {
    /// The bytes of the words.
    pub(crate) words: Range<usize>,
    /// The ratios that they may mean.
    ratios: Vec<f64>,
    /// How far these may be from what they are said of, as a share of it.
    near: f64,
}

/// What the records say of an odds ratio that is told as a risk.
#[derive(Debug)]
pub(crate) enum Told<'a> {
    /// The outcome is common: the odds ratio, and the ratio of risks where the record has these.
    Common {
        /// The finding of the odds ratio.
        finding: &'a Key,
        /// The share of people who had the outcome.
        incidence: f64,
        /// What the risks come to.
        risk_ratio: Option<f64>,
    },
    /// How common the outcome is, the record does not say.
    Unknown,
}

/// What a sentence says of how likely something is, in times or in per cents; nothing where it speaks of odds.
pub(crate) fn likelihoods(text: &str, quantities: &[&Quantity]) -> Vec<Likelihood> {
    let lower = text.to_lowercase();
    if lower.contains("odds") || lower.len() != text.len() {
        return Vec::new();
    }
    let of_words = proportions(text).into_iter().filter_map(|said| {
        let ratios = ratios_of(&said)?;
        tells_of_risk(&lower, &said.words).then_some(Likelihood {
            words: said.words,
            ratios,
            near: WORDS_NEAR,
        })
    });
    let of_factors = factors(&lower)
        .into_iter()
        .filter(|(words, _)| tells_of_risk(&lower, words))
        .map(|(words, factor)| Likelihood {
            words,
            ratios: vec![factor],
            near: NEAR,
        });
    let of_numbers = quantities.iter().filter_map(|quantity| {
        let percent = quantity.unit.as_ref() == Some(&Unit::percent());
        let share = quantity.value.to_f64() / 100.0;
        let ratio = match quantity.sense? {
            Sense::Up => 1.0 + share,
            Sense::Down => 1.0 - share,
            Sense::Apart => return None,
        };
        let said = percent && quantity.kind == Kind::Value && ratio > 0.0;
        (said && tells_of_risk(&lower, &quantity.whole)).then(|| Likelihood {
            words: quantity.whole.clone(),
            ratios: vec![ratio],
            near: NEAR,
        })
    });
    let mut all: Vec<Likelihood> = of_words.collect();
    for other in of_factors.chain(of_numbers) {
        let apart = |of: &Likelihood| {
            of.words.end <= other.words.start || other.words.end <= of.words.start
        };
        if all.iter().all(apart) {
            all.push(other);
        }
    }
    all
}

/// The factors of a text in small letters, with their words: `a factor of 2.45`, `2.61-fold`, `2.61 times that of`.
fn factors(lower: &str) -> Vec<(Range<usize>, f64)> {
    let number = |text: &str| {
        let end = text
            .find(|c: char| !(c.is_ascii_digit() || c == '.'))
            .unwrap_or(text.len());
        let digits = text[..end].trim_end_matches('.');
        Some((digits.len(), digits.parse::<f64>().ok()?))
    };
    let named = lower.match_indices("factor of ").filter_map(|(at, name)| {
        let from = at + name.len();
        let (long, factor) = number(&lower[from..])?;
        Some((from..from + long, factor))
    });
    let folded = ["-fold", " fold", "fold", " times that "];
    let folded = folded.into_iter().flat_map(|name| {
        lower.match_indices(name).filter_map(move |(at, _)| {
            let before = &lower[..at];
            let is_part = |c: char| c.is_ascii_digit() || c == '.';
            let from = before.trim_end_matches(is_part).len();
            let (long, factor) = number(&before[from..])?;
            (from + long == at)
                .then_some((from..at + name.trim_end_matches(" that ").len(), factor))
        })
    });
    named
        .chain(folded)
        .filter(|(_, factor)| *factor > 0.0)
        .collect()
}

fn ratios_of(said: &Proportion) -> Option<Vec<f64>> {
    match (said.meaning, said.sense) {
        (Meaning::Times(times), _) => Some(vec![times]),
        (Meaning::TimesMore(times), _) => Some(vec![times, times + 1.0]),
        (Meaning::Changed(share), Some(Sense::Up)) => Some(vec![1.0 + share]),
        (Meaning::Changed(share), Some(Sense::Down)) => Some(vec![1.0 - share]),
        _ => None,
    }
}

/// Whether the words right beside others speak of risk: `2.5 times as likely`, `lowered the risk by 60%`.
fn tells_of_risk(lower: &str, words: &Range<usize>) -> bool {
    const RISK: [&str; 13] = [
        "risk",
        "risks",
        "likely",
        "likelier",
        "chance",
        "chances",
        "probability",
        "likelihood",
        "common",
        "commoner",
        "rarer",
        "often",
        "frequent",
    ];
    let is_risk = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        RISK.contains(&word)
    };
    let (before, after) = (&lower[..words.start], &lower[words.end..]);
    let before = before.rsplit([',', ';', '(']).next().unwrap_or_default();
    let after = after.split([',', ';', '(', ')']).next().unwrap_or_default();
    let of_risk = || before.split_whitespace().rev().take(FAR).any(is_risk);
    let last = before.split_whitespace().next_back().unwrap_or_default();
    after.split_whitespace().take(4).any(is_risk)
        || lower[words.clone()].split_whitespace().any(is_risk)
        || (matches!(last, "by" | "of") && of_risk())
        || (BEING.contains(&last) && is_of_height(&lower[words.start..]) && of_risk())
}

/// How many words before a ratio the risk may stand that it is of.
const FAR: usize = 12;

/// Words with which something is said of a risk: `the risk of a cough was 2.6 times as high`.
const BEING: [&str; 9] = [
    "about", "almost", "are", "be", "is", "nearly", "some", "was", "were",
];

/// Whether words of a ratio say how high something is: `2.6 times as high as in others`, `161% higher`, `2.6 times that of`.
fn is_of_height(words: &str) -> bool {
    const HEIGHT: [&str; 8] = [
        "great", "greater", "high", "higher", "large", "larger", "lower", "that",
    ];
    words
        .split([',', ';', '(', ')'])
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .take(5)
        .any(|word| HEIGHT.contains(&word))
}

/// Whether a study has what is said as an odds ratio of a common outcome, and as nothing else.
pub(crate) fn told_as_risk<'a>(said: &Likelihood, study: &'a Study) -> Option<Told<'a>> {
    // Of cases and controls there are no risks, and where controls are drawn as cases arise an odds ratio is one of rates.
    if study.design == Design::CaseControl {
        return None;
    }
    let is = |ratio: f64, other: f64, near: f64| {
        let apart = |other: f64| (ratio / other - 1.0).abs();
        apart(other) <= near || apart(1.0 / other) <= near
    };
    let (finding, _, measured) = study.findings.iter().find_map(|(key, finding)| {
        let of_odds = finding.measure == Measure::OddsRatio;
        let estimate = finding.estimate.as_ref().filter(|_| of_odds)?;
        let odds = Exact::read(estimate.as_str())?.to_f64();
        let mut ratios = said.ratios.iter();
        let told = ratios.any(|ratio| is(*ratio, odds, said.near));
        told.then_some((key, odds, finding))
    })?;
    let all = candidates(study);
    let of_risk = |candidate: &&Candidate| !candidate.is_share && !is_of_odds(study, candidate);
    let agrees = all.iter().filter(of_risk).any(|candidate| {
        let mut ratios = said.ratios.iter();
        ratios.any(|ratio| is(*ratio, candidate.value, AGREES))
    });
    if agrees {
        return None;
    }
    let Some(incidence) = incidence(study, &all, measured) else {
        return Some(Told::Unknown);
    };
    let risk_ratio = all.iter().find(|candidate| {
        candidate.is_of_risks() && is_of_outcome(study, candidate, &measured.outcome)
    });
    (incidence > RARE).then(|| Told::Common {
        finding,
        incidence,
        risk_ratio: risk_ratio.map(|candidate| candidate.value),
    })
}

/// Whether a ratio is one of odds, by its finding or its derivation.
fn is_of_odds(study: &Study, candidate: &Candidate) -> bool {
    let of_finding = finding_of(study, candidate).is_some_and(|finding| {
        finding.measure == Measure::OddsRatio && candidate.pointer.ends_with("/estimate")
    });
    let of_derivation = study.derivations.iter().any(|(key, derivation)| {
        derivation.method == grounds_model::DerivationMethod::OddsRatio
            && candidate
                .pointer
                .starts_with(&child("/derivations", key.as_str()))
    });
    of_finding || of_derivation
}

fn is_of_outcome(study: &Study, candidate: &Candidate, outcome: &Key) -> bool {
    finding_of(study, candidate).is_some_and(|finding| finding.outcome == *outcome)
}

fn finding_of<'a>(study: &'a Study, candidate: &Candidate) -> Option<&'a Finding> {
    let rest = candidate.pointer.strip_prefix("/findings/")?;
    study.findings.get(rest.split('/').next()?)
}

/// The share of people who had an outcome, over the arms of which the record tells it.
fn incidence(study: &Study, all: &[Candidate], measured: &Finding) -> Option<f64> {
    let shares = all.iter().filter(|candidate| {
        candidate.is_share
            && is_of_outcome(study, candidate, &measured.outcome)
            && ["/values/", "/events/"]
                .iter()
                .any(|field| candidate.pointer.contains(field))
    });
    let shares: Vec<f64> = shares.map(|candidate| candidate.value).collect();
    let count = u32::try_from(shares.len())
        .ok()
        .filter(|count| *count > 0)?;
    Some(shares.iter().sum::<f64>() / f64::from(count))
}

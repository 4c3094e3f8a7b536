//! A proportion in words that the cited studies do not bear out.

use grounds_model::{Finding, Key, Level, Measure};
use grounds_numbers::quantity::{Meaning, Proportion, proportions};

use crate::context::Context;
use crate::numbers::proportions::{Candidate, candidates, is_said_of, nearest};
use crate::numbers::{self, Heads, Judged, Known, Said, Without, is_of_those_enrolled, narrowed};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/other-proportion",
    level: Level::Error,
    summary: "a proportion in words, such as “halved” or “two thirds of the men”, is not in the record",
    docs: include_str!("other_proportion.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let Some(compared) = at.compared() else {
        return;
    };
    // Proportions may stand on a record that has no other number to compare.
    let said = Said::of_sentence(&at).unwrap_or(Said {
        text: &at.sentence.text,
        whole: at.place(),
        judged: &[],
        grounds: &compared.grounds,
        heads: Heads::default(),
    });
    check_said(cx, &said);
}

pub(super) fn check_said(cx: &mut Context<'_>, said: &Said<'_, '_>) {
    let text = said.text;
    let all = proportions(text);
    if all.is_empty() {
        return;
    }
    let studies: Vec<(&str, Vec<Candidate>)> = said
        .grounds
        .studies
        .iter()
        .filter_map(|key| Some((*key, candidates(&cx.set().studies.get(key)?.value))))
        .collect();
    for proportion in all {
        if is_median_in_words(cx, said, &proportion) || is_of_a_name(cx, said, &proportion) {
            continue;
        }
        let of_sex = sex_after(text, &proportion);
        let of_enrolled = is_of_those_enrolled(text, &proportion);
        let studies: Vec<(&str, Vec<&Candidate>)> = studies
            .iter()
            .map(|(key, all)| {
                let all = (*key, of_whom(all, of_sex, of_enrolled));
                let concepts = cx.appraiser().concepts();
                (
                    *key,
                    narrowed(said, &proportion, all, cx.numbers(), concepts),
                )
            })
            .collect();
        let without = Without::said(text);
        let fits = |study: &str, candidate: &Candidate| {
            let denied = match without {
                Without::Nobody | Without::TheEnded | Without::TheJudged => false,
                Without::TheDead => is_of_death(cx, study, candidate),
                Without::Spared | Without::Anyone => true,
            };
            is_said_of(&proportion, candidate, denied)
        };
        let of_study = |(key, all): &(&str, Vec<&Candidate>)| all.iter().any(|one| fits(key, one));
        if studies.iter().any(of_study) {
            continue;
        }
        let near = studies
            .iter()
            .filter_map(|(key, all)| {
                let named: Vec<&Candidate> = all
                    .iter()
                    .copied()
                    .filter(|candidate| is_named(cx, text, key, candidate))
                    .collect();
                let near = nearest(&proportion, &named).or_else(|| nearest(&proportion, all));
                Some((*key, near?))
            })
            .min_by(|a, b| apart(&proportion, a.1).total_cmp(&apart(&proportion, b.1)));
        match near {
            Some(near) => report(cx, said, &proportion, near),
            // The record has nothing of which such a proportion could be said.
            None => cx.indeterminate(),
        }
    }
}

/// Whether half of some people are those on one side of a median: `half of them lived longer than 14.2 months`.
fn is_median_in_words(cx: &Context<'_>, said: &Said<'_, '_>, proportion: &Proportion) -> bool {
    let is_median = |(study, known): &(Option<&str>, Known)| {
        let study = study.and_then(|study| cx.set().studies.get(study));
        let finding = study.zip(known.finding());
        let finding = finding.and_then(|(study, key)| study.value.findings.get(key));
        finding.is_some_and(|finding| finding.measure == Measure::Median)
    };
    matches!(proportion.meaning, Meaning::Share(share) if (share - 0.5).abs() < f64::EPSILON)
        && said.judged.iter().any(
            |(_, judged)| matches!(judged, Judged::Found(sources) if sources.iter().any(is_median)),
        )
}

/// Whether a proportion is a part of what was counted, and no result: `creatinine doubled in 3%`, where that it doubled is the
/// outcome.
fn is_of_a_name(cx: &Context<'_>, said: &Said<'_, '_>, proportion: &Proportion) -> bool {
    const STEMS: [&str; 8] = [
        "doubl", "halv", "half", "tripl", "trebl", "third", "quarter", "twofold",
    ];
    let words = said.text[proportion.words.clone()].to_lowercase();
    let Some(stem) = STEMS.iter().find(|stem| words.contains(**stem)) else {
        return false;
    };
    let lower = said.text.to_lowercase();
    let is_named = |name: &str| {
        let is_half = ["halv", "half"].contains(stem) && name.contains("50%");
        name.contains(stem) || is_half
    };
    let counts = |key: &str, finding: &Finding| {
        let is_source = |(study, known): &(Option<&str>, Known)| {
            let of = known.finding().filter(|_| known.is_share_of_people());
            let of = study.and_then(|study| cx.set().studies.get(study)?.value.findings.get(of?));
            *study == Some(key) && of.is_some_and(|of| of.outcome == finding.outcome)
        };
        said.judged.iter().any(
            |(_, judged)| matches!(judged, Judged::Found(sources) if sources.iter().any(is_source)),
        )
    };
    let studies = said.grounds.studies.iter();
    let mut findings = studies.flat_map(|key| {
        let study = cx.set().studies.get(key);
        let findings = study
            .into_iter()
            .flat_map(|study| study.value.findings.values());
        findings.map(move |finding| (*key, finding))
    });
    findings.any(|(key, finding)| {
        let concept = cx.appraiser().concepts().entry(&finding.outcome);
        concept.is_some_and(|(_, concept)| {
            let mut names = std::iter::once(&concept.label).chain(&concept.synonyms);
            names.any(|name| {
                let name = name.as_str().to_lowercase();
                is_named(&name) && (lower.contains(&name) || counts(key, finding))
            })
        })
    })
}

fn report(
    cx: &mut Context<'_>,
    said: &Said<'_, '_>,
    proportion: &Proportion,
    (study, candidate): (&str, &Candidate),
) {
    let words = &said.text[proportion.words.clone()];
    let names = said.grounds.names();
    let value = shown(proportion, candidate);
    let mut diagnostic = cx
        .at(
            said.place(cx, &proportion.words),
            format!("`{words}` is not what {names} found: the nearest is {value}"),
        )
        .label("not this proportion");
    if let Some(document) = cx.set().studies.get(study) {
        let text = format!("`{study}` has {value} ({})", candidate.what);
        diagnostic = diagnostic.with(document.place(&candidate.pointer), text);
    }
    let diagnostic = diagnostic.help(format!(
        "the nearest that the record has is {value}: say that, or declare how the number follows under `derivations`"
    ));
    cx.report(diagnostic);
}

/// Whether the words after a proportion make it one of the men or the women: `a third of the participants were men`.
fn sex_after(text: &str, proportion: &Proportion) -> Option<&'static str> {
    let after = text.get(proportion.words.end..)?.to_lowercase();
    let clause = after.split([',', ';', '.', '(']).next()?;
    let words: Vec<&str> = clause.split_whitespace().take(7).collect();
    words.windows(2).find_map(|pair| match pair {
        ["were" | "are" | "was", "men" | "male" | "boys"] => Some("/population/male"),
        ["were" | "are" | "was", "women" | "female" | "girls"] => Some("/population/female"),
        _ => None,
    })
}

/// The candidates that are shares of a sex, where the words name one and the record counts it; those that say how large an
/// arm was, where the words tell what those enrolled were given; else all others.
fn of_whom<'c>(all: &'c [Candidate], sex: Option<&str>, enrolled: bool) -> Vec<&'c Candidate> {
    let is_size = |one: &&Candidate| one.pointer.starts_with("/arms/");
    let of_sex = all.iter().filter(|one| Some(one.pointer.as_str()) == sex);
    let of_sex: Vec<&Candidate> = of_sex.collect();
    let sizes: Vec<&Candidate> = all.iter().filter(is_size).collect();
    if !of_sex.is_empty() {
        of_sex
    } else if enrolled && !sizes.is_empty() {
        sizes
    } else {
        all.iter().filter(|one| !is_size(one)).collect()
    }
}

/// The finding that a candidate comes from.
fn finding_of<'a>(cx: &Context<'a>, study: &str, of: &Candidate) -> Option<(&'a Key, &'a Finding)> {
    let key = of.pointer.strip_prefix("/findings/")?.split('/').next()?;
    cx.set()
        .studies
        .get(study)?
        .value
        .findings
        .get_key_value(key)
}

/// Whether a candidate is the share of those who died, or of those who lived.
fn is_of_death(cx: &Context<'_>, study: &str, candidate: &Candidate) -> bool {
    finding_of(cx, study, candidate)
        .is_some_and(|(key, finding)| numbers::is_of_death(cx.appraiser().concepts(), key, finding))
}

/// Whether words name the outcome of the finding that a candidate comes from.
fn is_named(cx: &Context<'_>, text: &str, study: &str, candidate: &Candidate) -> bool {
    let text = text.to_lowercase();
    finding_of(cx, study, candidate).is_some_and(|(_, finding)| {
        let concepts = cx.appraiser().concepts();
        let concept = concepts.entry(&finding.outcome).map(|(_, concept)| concept);
        concept.is_some_and(|concept| {
            let mut names = std::iter::once(&concept.label).chain(&concept.synonyms);
            names.any(|name| text.contains(&name.as_str().to_lowercase()))
        })
    })
}

fn apart(proportion: &Proportion, candidate: &Candidate) -> f64 {
    let wanted = match proportion.meaning {
        Meaning::Share(share) => share,
        Meaning::Times(times) | Meaning::TimesMore(times) => times,
        Meaning::Changed(share) => 1.0 - share,
    };
    (candidate.value / wanted).ln().abs()
}

/// The value of the record, in the form in which the words have it.
fn shown(proportion: &Proportion, candidate: &Candidate) -> String {
    let value = candidate.value;
    match proportion.meaning {
        Meaning::Share(_) => format!("{}%", digits(value * 100.0)),
        Meaning::Times(_) | Meaning::TimesMore(_) => format!("{} times as much", digits(value)),
        Meaning::Changed(_) if value < 1.0 => format!("{}% less", digits((1.0 - value) * 100.0)),
        Meaning::Changed(_) => format!("{}% more", digits((value - 1.0) * 100.0)),
    }
}

fn digits(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

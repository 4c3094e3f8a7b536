//! A relative effect without absolute numbers.

use std::collections::BTreeSet;

use grounds_load::{Sentence, Setting};
use grounds_model::{Finding, Key, Level, Measure, Study};

use crate::classify::locate::words_in;
use crate::context::Context;
use crate::numbers::{Compared, Judged};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;
use crate::wording::gives_absolute;

pub(crate) static RULE: Rule = Rule {
    id: "wording/relative-without-absolute",
    level: Level::Warn,
    summary: "a relative effect is given without absolute numbers",
    docs: include_str!("relative_without_absolute.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let prose = &at.of.article.prose;
    if at.sentence.quoted {
        return;
    }
    let text = at.sentence.text.as_str();
    // "Could not show whether the risk changes (risk ratio 0.96)" states none.
    let asks = || {
        text.split(|c: char| !c.is_alphanumeric())
            .any(|word| word == "whether")
    };
    let Some(found) = cx.lexicon().relative(at.tokens()) else {
        return;
    };
    if asks() || is_told_beside(&prose.sentences, at.index) {
        return;
    }
    // What no record has cannot be asked for.
    if at
        .compared()
        .is_some_and(|compared| has_only_ratios(cx, compared))
    {
        cx.indeterminate();
        return;
    }
    let words = text.get(found).unwrap_or(text);
    let place = words_in(&at, words, cx.sources()).unwrap_or_else(|| at.place());
    let diagnostic = cx
        .at(place, "a relative effect stands here without absolute numbers")
        .note("half of a rare thing is nothing, half of a common one is much: readers cannot tell which")
        .help("add how many of so many people it is, with and without");
    cx.report(diagnostic);
}

/// Whether absolute numbers stand in a sentence or in one beside it; of a cell of a table, in its row.
fn is_told_beside(sentences: &[Sentence], at: usize) -> bool {
    let near = |reach: usize| at.saturating_sub(reach)..(at + reach + 1).min(sentences.len());
    if sentences[at].setting == Setting::TableCell {
        let cells = sentences[near(CELLS)].iter();
        let row: Vec<&str> = cells.map(|cell| cell.text.as_str()).collect();
        return gives_absolute(&row.join(" ; "));
    }
    let mut sentences = sentences[near(1)].iter();
    sentences.any(|sentence| gives_absolute(&sentence.text))
}

/// Whether the studies that a sentence stands on have ratios of what it tells of, and no absolute numbers.
fn has_only_ratios<'a>(cx: &Context<'a>, compared: &Compared<'a>) -> bool {
    let studies = compared.grounds.studies.iter();
    let studies: Vec<&Study> = studies
        .filter_map(|key| Some(&cx.set().studies.get(key)?.value))
        .collect();
    let findings = || studies.iter().flat_map(|study| study.findings.values());
    let told = outcomes_told(cx, compared);
    let is_told = |finding: &&Finding| told.is_empty() || told.contains(&finding.outcome);
    findings().filter(is_told).any(is_ratio) && !findings().filter(is_told).any(is_absolute)
}

/// The outcomes of the ratios whose numbers a sentence tells, or else of the evidence of the claims that it states.
fn outcomes_told<'a>(cx: &Context<'a>, compared: &Compared<'a>) -> BTreeSet<&'a Key> {
    let judged = compared.quantities.iter().flatten();
    let sources = judged.filter_map(|(_, judged)| match judged {
        Judged::Found(sources) => Some(sources),
        _ => None,
    });
    let told = sources.flatten().filter_map(|(key, known)| {
        let study = &cx.set().studies.get((*key)?)?.value;
        let finding = study.findings.get(known.finding()?)?;
        is_ratio(finding).then_some(&finding.outcome)
    });
    let told: BTreeSet<&Key> = told.collect();
    if !told.is_empty() {
        return told;
    }
    let claims = compared.grounds.claims.iter();
    let claims = claims.filter_map(|key| cx.set().claims.sound.get(key.as_str()));
    let lines = claims.flat_map(|claim| claim.value.evidence.iter());
    let of_line = |line: &'a grounds_model::EvidenceLine| {
        let study = &cx.set().studies.get(line.study.as_str())?.value;
        Some(&study.findings.get(line.finding.as_ref()?)?.outcome)
    };
    lines.filter_map(of_line).collect()
}

fn is_ratio(finding: &Finding) -> bool {
    use Measure::{HazardRatio, OddsRatio, RateRatio, RiskRatio};
    matches!(
        finding.measure,
        RiskRatio | OddsRatio | HazardRatio | RateRatio
    )
}

/// Whether a finding says how many have an outcome, or when half of them do.
fn is_absolute(finding: &Finding) -> bool {
    use Measure::{Count, Median, Percentage, Rate, RiskDifference};
    let measured = matches!(
        finding.measure,
        Count | Median | Percentage | Rate | RiskDifference
    );
    measured || !finding.events.is_empty()
}

/// How many cells before and after one count as its row.
const CELLS: usize = 4;

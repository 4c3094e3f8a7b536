//! A passage whose words have moved away from every approved wording of its claim.

use grounds_diagnostics::Diagnostic;
use grounds_load::{ContentSet, Document, Lookup};
use grounds_model::{Claim, Finding, Level, Study};
use grounds_numbers::quantity::Kind;

use crate::classify::likeness::{Allowed, Departure, LEAST_OVERLAP, Wording, departures};
use crate::context::Context;
use crate::numbers::Judged;
use crate::rule::{Check, Rule};
use crate::subject::PassageAt;
use crate::wording::levels::says_the_level;

pub(crate) static RULE: Rule = Rule {
    id: "claim/passage-drift",
    level: Level::Warn,
    summary: "a passage no longer says what its claim says",
    docs: include_str!("passage_drift.md"),
    check: Check::Passage(check),
};

/// How many strange words are named.
const NAMED: usize = 8;

fn check(cx: &mut Context<'_>, at: PassageAt<'_>) {
    let Some(written) = &at.passage.claim else {
        return;
    };
    let claim = match cx.set().claims.look_up(&written.text) {
        Lookup::Found(claim) => claim,
        Lookup::Broken(_) => return cx.indeterminate(),
        Lookup::Absent => return,
    };
    let wordings = || std::iter::once(&claim.value.statement).chain(&claim.value.variations);
    if wordings().any(|text| is_said(&at.passage.text, text.as_str())) {
        return;
    }
    let passage = Wording::new(&at.passage.text);
    // What is allowed besides can only take departures away, so it is seldom asked for.
    let nothing = Allowed::default();
    if wordings()
        .any(|text| departures(&passage, &Wording::new(text.as_str()), &[], &nothing).is_empty())
    {
        return;
    }
    let mut allowed = allowed(cx.set(), claim);
    allow_found(&mut allowed, at);
    let context = context(at);
    let unreadable = is_any_unreadable(cx.set(), &claim.value);
    let says_its_level = || {
        let certainty = claim.value.certainty.as_ref();
        certainty.is_some_and(|certainty| says_the_level(&at.passage.text, certainty.level))
    };
    let nearest = wordings()
        .enumerate()
        .map(|(i, text)| {
            let wording = Wording::new(text.as_str());
            let mut found = departures(&passage, &wording, &context, &allowed);
            // What a record that cannot be read has is not known; that is told at the record.
            found.retain(|it| !(unreadable && matches!(it, Departure::Number(_))));
            // The level of certainty that is said outright stands for the hedge.
            found.retain(|it| !(matches!(it, Departure::Certainty(_)) && says_its_level()));
            (i, found)
        })
        .min_by_key(|(_, departures)| departures.len());
    let Some((wording, departures)) = nearest.filter(|(_, departures)| !departures.is_empty())
    else {
        return;
    };
    let pointer = match wording {
        0 => "/statement".to_owned(),
        i => format!("/variations/{}", i - 1),
    };
    let message = format!(
        "this passage does not say what claim `{}` says",
        written.text
    );
    let diagnostic = cx
        .at(at.place(), message)
        .label(label(&departures[0]))
        .with(claim.place(&pointer), "the nearest approved wording");
    let diagnostic = departures.iter().fold(diagnostic, explain).help(
        "say what the claim says, or add this wording to the claim's `variations` once it is approved",
    );
    cx.report(diagnostic);
}

/// Whether a passage is a wording, letter by letter, or all of it but its last mark.
fn is_said(passage: &str, wording: &str) -> bool {
    let bare = |text: &'_ str| text.trim_end_matches(['.', ' ']).len();
    passage[..bare(passage)].eq_ignore_ascii_case(&wording[..bare(wording)])
}

fn label(departure: &Departure) -> String {
    match departure {
        Departure::Negation { added: true, word } => format!("`{word}` is not in the claim"),
        Departure::Direction { passage, .. } => format!("`{passage}` is the other direction"),
        Departure::Number(number) => format!("`{number}` is not in the claim or its studies"),
        Departure::Negation { added: false, word } | Departure::Certainty(word) => {
            format!("the claim's `{word}` is not here")
        }
        Departure::Words { .. } => "these are other words".to_owned(),
    }
}

fn explain(diagnostic: Diagnostic, departure: &Departure) -> Diagnostic {
    diagnostic.note(match departure {
        Departure::Negation { word, added: true } => {
            format!("the passage negates (`{word}`), and no approved wording does")
        }
        Departure::Negation { word, added: false } => {
            format!("the approved wording negates (`{word}`), and the passage does not")
        }
        Departure::Direction { passage, wording } => {
            format!("the passage says `{passage}` where the approved wording says `{wording}`")
        }
        Departure::Number(number) => format!(
            "`{number}` is in no approved wording, nor in the findings of the claim's studies"
        ),
        Departure::Certainty(word) => format!(
            "the approved wording says `{word}`, and the passage says nothing of how sure we are"
        ),
        Departure::Words { unshared, overlap } => {
            let named: Vec<String> = unshared
                .iter()
                .take(NAMED)
                .map(|word| format!("`{word}`"))
                .collect();
            let most = if unshared.len() > NAMED { ", …" } else { "" };
            format!(
                "only {:.0} % of the words agree (at least {:.0} % are asked for); \
                 not in the approved wording: {}{most}",
                overlap * 100.0,
                LEAST_OVERLAP * 100.0,
                named.join(", "),
            )
        }
    })
}

/// The sentences around the passage, which may say how sure we are in its stead; and its label.
fn context(at: PassageAt<'_>) -> Vec<Wording> {
    let sentences = at.of.article.prose.sentences.iter();
    let around = sentences.filter(|sentence| sentence.passages.contains(&at.index));
    let label = at.passage.labels.speculative.then_some("speculative");
    around
        .map(|sentence| sentence.text.as_str())
        .chain(label)
        .map(Wording::new)
        .collect()
}

/// Allows the numbers that the records have, as the comparison of quantities found: counted events, shares of
/// so many people, what follows from a derivation.
fn allow_found(allowed: &mut Allowed, at: PassageAt<'_>) {
    let sentences = at.of.article.prose.sentences.iter().zip(at.of.compared);
    let around = sentences.filter(|(sentence, _)| sentence.passages.contains(&at.index));
    for (sentence, compared) in around {
        let quantities = compared.as_ref().and_then(|it| it.quantities.as_ref());
        for (quantity, judged) in quantities.into_iter().flatten() {
            if !matches!(judged, Judged::Found(_)) {
                continue;
            }
            if let Some(words) = sentence.text.get(quantity.whole.clone()) {
                allowed.numbers_of(words);
            }
            if let Kind::In(of) = quantity.kind {
                allowed.numbers_of(&of.to_string());
            }
        }
    }
}

/// Whether the record of a study behind a claim is there and cannot be read.
fn is_any_unreadable(set: &ContentSet, claim: &Claim) -> bool {
    let mut studies = claim.evidence.iter().map(|line| line.study.as_str());
    studies.any(|key| matches!(set.studies.look_up(key), Lookup::Broken(_)))
}

/// What a passage may say beyond the wordings: numbers that are in the records, and the names of
/// the concepts in the claim's scope.
fn allowed(set: &ContentSet, claim: &Document<Claim>) -> Allowed {
    let mut allowed = Allowed::default();
    if let Some(scope) = &claim.value.scope {
        if let Some(at) = &scope.at {
            allowed.numbers_of(at.as_str());
        }
        let ages = scope.age.iter().flat_map(|age| [age.from, age.to]);
        for age in ages.flatten() {
            allowed.numbers_of(&age.to_string());
        }
        let concepts = &set.vocabulary.value.concepts;
        for concept in scope.concepts().filter_map(|(_, key)| concepts.get(key)) {
            for name in std::iter::once(&concept.label).chain(&concept.synonyms) {
                allowed.words_of(name.as_str());
                // A score has one in its name: HIT-6.
                allowed.numbers_of(name.as_str());
            }
        }
    }
    for line in &claim.value.evidence {
        if let Some(explanation) = &line.explanation {
            allowed.numbers_of(explanation.as_str());
        }
        if let Some(study) = set.studies.get(line.study.as_str()) {
            allow_study(&mut allowed, &study.value);
        }
    }
    allowed
}

fn allow_study(allowed: &mut Allowed, study: &Study) {
    if let Some(issued) = study.report.issued {
        allowed.numbers_of(&issued.year().to_string());
    }
    if let Some(population) = &study.population {
        for count in [population.enrolled, population.analysed]
            .into_iter()
            .flatten()
        {
            allowed.numbers_of(&count.to_string());
        }
        population
            .description
            .iter()
            .for_each(|text| allowed.numbers_of(text.as_str()));
    }
    for arm in study.arms.values() {
        arm.n
            .iter()
            .for_each(|n| allowed.numbers_of(&n.to_string()));
        arm.description
            .iter()
            .for_each(|text| allowed.numbers_of(text.as_str()));
    }
    study
        .findings
        .values()
        .for_each(|finding| allow_finding(allowed, finding));
    study
        .quotes
        .values()
        .for_each(|quote| allowed.numbers_of(quote.text.as_str()));
}

fn allow_finding(allowed: &mut Allowed, finding: &Finding) {
    for text in [&finding.summary, &finding.at, &finding.unit]
        .into_iter()
        .flatten()
    {
        allowed.numbers_of(text.as_str());
    }
    let spreads = finding.iqr.values().chain(finding.range.values());
    let decimals = finding
        .values
        .values()
        .chain(finding.sd.values())
        .chain(spreads.flat_map(|spread| [&spread.low, &spread.high]))
        .chain(&finding.estimate);
    decimals.for_each(|decimal| allowed.numbers_of(&decimal.to_string()));
    if let Some(interval) = &finding.interval {
        for decimal in [&interval.low, &interval.high]
            .into_iter()
            .chain(&interval.level)
        {
            allowed.numbers_of(&decimal.to_string());
        }
    }
    finding
        .p
        .iter()
        .for_each(|p| allowed.numbers_of(&p.to_string()));
    finding
        .i2
        .iter()
        .for_each(|i2| allowed.numbers_of(&i2.to_string()));
}

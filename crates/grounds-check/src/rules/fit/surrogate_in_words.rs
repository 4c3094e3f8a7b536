//! A sentence about what matters to people that cites only studies of a surrogate for it.

use grounds_evidence::{Concepts, Relation, in_sentence};
use grounds_load::{Document, child};
use grounds_model::{ConceptKind, Key, Level, Study};

use crate::cited::carrying;
use crate::classify::locate::words_in;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;
use crate::words::names::{ConceptNames, Named, Stemmed};
use crate::words::places::is_acted_upon;

pub(crate) static RULE: Rule = Rule {
    id: "fit/surrogate-in-words",
    level: Level::Warn,
    summary: "a sentence tells of an outcome, and the studies that it cites measured a surrogate for it",
    docs: include_str!("surrogate_in_words.md"),
    check: Check::Sentence(check),
};

/// Words that say that something was not measured, or is only hoped for.
const OPEN: &[&str] = &[
    "advise",
    "advised",
    "advises",
    "could",
    "expect",
    "expected",
    "guideline",
    "guidelines",
    "hope",
    "hoped",
    "indirect",
    "indirectly",
    "marker",
    "markers",
    "measure",
    "measured",
    "might",
    "not",
    "predict",
    "predicted",
    "predicts",
    "proxy",
    "should",
    "surrogate",
    "surrogates",
    "theory",
    "too",
    "unclear",
    "unknown",
    "whether",
    "would",
];

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let concepts = cx.appraiser().concepts();
    let studies = carrying(cx, at, |study| measured_a_surrogate(concepts, study));
    if studies.is_empty() {
        return;
    }
    let text = Stemmed::of(&at.sentence.text);
    if text.tokens.iter().any(|token| token.is_any(OPEN)) || is_a_purpose(&text) {
        return;
    }
    let names = cx.concept_names();
    let told = names.named(&text);
    if !names_what_was_done(concepts, &told, &studies) {
        return;
    }
    let strange = told.iter().find_map(|it| {
        let wanted = outcome_of(concepts, &text, it)?;
        let measured = surrogates(concepts, &studies, wanted)?;
        (!are_named(concepts, names, &text, &told, it, &measured)).then_some((it, wanted, measured))
    });
    let Some((it, wanted, measured)) = strange else {
        return;
    };
    let (_, _, surrogate) = measured[0];
    let words = &at.sentence.text[text.bytes(&it.tokens)];
    let (wanted, surrogate) = (concepts.label(wanted), concepts.label(surrogate));
    let (wanted, surrogate) = (in_sentence(wanted), in_sentence(surrogate));
    let message = format!("this tells of {wanted}, and what it cites measured {surrogate}");
    let place = words_in(&at, words, cx.sources()).unwrap_or_else(|| at.place());
    let mut diagnostic = cx.at(place, message).label("no finding is of this");
    for (study, finding, _) in &measured {
        let pointer = child("/findings", finding.as_str()) + "/outcome";
        diagnostic = diagnostic.with(study.place(&pointer), "a surrogate was measured");
    }
    let diagnostic = diagnostic
        .note("a change in a surrogate need not mean a change in what matters to people")
        .help(format!("write what happened to {surrogate}, or cite a study that counted {wanted}, with its finding"));
    cx.report(diagnostic);
}

/// Whether a text says what something is for: `is taken to prevent fractures`.
fn is_a_purpose(text: &Stemmed) -> bool {
    const FOR: &[&str] = &[
        "aimed",
        "aims",
        "approved",
        "designed",
        "given",
        "intended",
        "licensed",
        "meant",
        "prescribed",
        "recommended",
        "taken",
        "used",
    ];
    let mut pairs = text.tokens.windows(2);
    pairs.any(|pair| pair[0].is_any(FOR) && pair[1].is_any(&["for", "to"]))
}

/// Whether a text names a treatment that was tried in one of the studies: else it may be about what is known already.
fn names_what_was_done(
    concepts: &Concepts<'_>,
    named: &[Named<'_>],
    studies: &[(&str, &Document<Study>)],
) -> bool {
    let arms = studies
        .iter()
        .flat_map(|(_, study)| study.value.arms.values());
    let mut done = arms.flat_map(|arm| &arm.interventions);
    done.any(|done| {
        let is = |key: &&Key| concepts.relation(done, key) != Relation::Apart;
        !concepts.is_inert(done) && named.iter().any(|it| it.concepts.iter().any(is))
    })
}

/// Whether a study has findings, and one of them is of a surrogate.
fn measured_a_surrogate(concepts: &Concepts<'_>, study: &Study) -> bool {
    study.findings.values().any(|finding| {
        let mut lineage = concepts.lineage(&finding.outcome);
        lineage.any(|concept| !concept.surrogate_for.is_empty())
    })
}

/// The outcome that a name in a text names, if it is what something happens to.
fn outcome_of<'n>(concepts: &Concepts<'_>, text: &Stemmed, it: &Named<'n>) -> Option<&'n Key> {
    let happens = |key: &&Key| {
        let concept = concepts.get(key);
        concept.is_some_and(|it| matches!(it.kind, ConceptKind::Outcome | ConceptKind::Condition))
    };
    let [key] = it.concepts.as_slice() else {
        return None;
    };
    Some(*key)
        .filter(happens)
        .filter(|_| is_acted_upon(text, &it.tokens) && !is_a_risk_of_people(text, it))
}

/// Whether a name says what people were in danger of: `with a high risk of fracture`, `at risk of stroke`.
fn is_a_risk_of_people(text: &Stemmed, it: &Named<'_>) -> bool {
    const OF_RISKS: &[&str] = &[
        "a",
        "an",
        "high",
        "higher",
        "increased",
        "low",
        "of",
        "raised",
        "risk",
        "the",
    ];
    let before = text.tokens[..it.tokens.start].iter().rev();
    let mut before = before.skip_while(|token| token.is_any(OF_RISKS));
    let phrase = before.next();
    let right_before = it.tokens.start.checked_sub(1).map(|at| &text.tokens[at]);
    phrase.is_some_and(|token| token.is_any(&["at", "with"]))
        && right_before.is_some_and(|token| token.is("of"))
}

/// A finding of a surrogate: the study, the finding and its outcome.
type OfSurrogate<'a> = (&'a Document<Study>, &'a Key, &'a Key);

/// The findings of some studies that stand for an outcome; `None` where one study has none, or a finding of the outcome.
fn surrogates<'a>(
    concepts: &Concepts<'_>,
    studies: &[(&str, &'a Document<Study>)],
    wanted: &Key,
) -> Option<Vec<OfSurrogate<'a>>> {
    let stands_for = |measured: &Key| {
        let mut important = concepts
            .lineage(measured)
            .flat_map(|concept| &concept.surrogate_for);
        important.any(|key| concepts.is_a(wanted, key) || concepts.is_a(key, wanted))
    };
    let of_study = |study: &'a Document<Study>| {
        let mut findings = study.value.findings.iter();
        let is_own =
            |of: &Key| concepts.relation(of, wanted) != Relation::Apart || !concepts.has(of);
        if findings
            .clone()
            .any(|(_, finding)| is_own(&finding.outcome))
        {
            return None;
        }
        let (key, finding) = findings.find(|(_, finding)| stands_for(&finding.outcome))?;
        Some((study, key, &finding.outcome))
    };
    studies.iter().map(|(_, study)| of_study(study)).collect()
}

/// Whether a text names a surrogate that was measured as well, in whatever words.
fn are_named(
    concepts: &Concepts<'_>,
    names: &ConceptNames,
    text: &Stemmed,
    told: &[Named<'_>],
    strange: &Named<'_>,
    measured: &[OfSurrogate<'_>],
) -> bool {
    measured.iter().any(|(.., surrogate)| {
        let by_name = |it: &Named<'_>| {
            let mut meant = it.concepts.iter();
            meant.any(|key| concepts.relation(surrogate, key) != Relation::Apart)
        };
        let telling = names.telling(surrogate);
        let mut others = (0..text.stems.len()).filter(|at| !strange.tokens.contains(at));
        told.iter().any(by_name) || others.any(|at| telling.contains(&text.stems[at]))
    })
}

//! The figures of the sentence classifier: causal strength, kind, hedging, and whether it fires.

use std::fmt::Write as _;
use std::path::Path;

use grounds_check::classify::{self, SentenceKind, Strength};

use super::counts::Counts;
use super::labels::{self, Table};
use super::pages::shown;
use crate::hedging::{self, Lesson};

/// What the labels of this tree give.
pub(super) fn on_own_labels() -> String {
    let table = labels::sentences();
    let strengths = [
        Strength::None,
        Strength::Correlational,
        Strength::ConditionalCausal,
        Strength::DirectCausal,
    ];
    let strength = table
        .columns("strength", "text")
        .map(|[label, text]| (label, classify::causal_strength(text).0.name()));
    let mut text = classes(
        "causal strength",
        &strengths.map(Strength::name),
        &strength.collect::<Vec<_>>(),
    );
    let kind = table
        .columns("kind", "text")
        .filter(|[label, _]| *label != "-")
        .map(|[label, text]| {
            let labelled = match label {
                "claim" => "finding",
                "advice" => "advice",
                _ => "neither",
            };
            let found = match classify::classify(text).kind {
                SentenceKind::Claim => "finding",
                SentenceKind::Advice => "advice",
                _ => "neither",
            };
            (labelled, found)
        });
    text.push_str(&classes(
        "kind",
        &["finding", "advice", "neither"],
        &kind.collect::<Vec<_>>(),
    ));
    let mut fires = Counts::default();
    for [label, sentence] in table.columns("health-claim", "text") {
        if label != "-" {
            fires.add(classify::classify(sentence).fires(), label == "yes");
        }
    }
    text.push_str(&row("fires on claims about health", fires));
    text.push_str(&false_alarms(&table));
    format!("Classifier, on tests/labels\n\n{HEAD}{text}")
}

/// How often a rule that looks for claims fires on what states nothing, by what it is.
fn false_alarms(table: &Table<'_>) -> String {
    let kinds = table.columns("kind", "health-claim");
    let sentences: Vec<(&str, &str)> = kinds
        .zip(table.columns("kind", "text"))
        .filter(|([_, label], _)| *label == "no")
        .map(|(_, [kind, text])| (kind, text))
        .collect();
    let of = |wanted: &str| {
        let all = sentences.iter().filter(|(kind, _)| *kind == wanted);
        let fires = all
            .clone()
            .filter(|(_, text)| classify::classify(text).fires())
            .count();
        format!("{wanted} {fires} of {}", all.count())
    };
    let kinds = ["advice", "heading", "method", "research-call"].map(of);
    format!("fires on what states nothing: {}\n", kinds.join(", "))
}

const HEAD: &str = "verdict                               n   TP   FP   FN  precision         recall            F1    false alarms\n";

/// A row for each class, and the macro-average of their F1.
fn classes(what: &str, names: &[&str], pairs: &[(&str, &str)]) -> String {
    let mut text = String::new();
    let mut sum = 0.0;
    for name in names {
        let mut counts = Counts::default();
        for (labelled, found) in pairs.iter().filter(|(label, _)| names.contains(label)) {
            counts.add(found == name, labelled == name);
        }
        sum += counts.f1();
        text.push_str(&row(&format!("{what}: {name}"), counts));
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful of classes")]
    let macro_f1 = sum / names.len() as f64;
    let _ = writeln!(text, "{what}: macro-F1 {macro_f1:.3}");
    text
}

fn row(name: &str, counts: Counts) -> String {
    format!(
        "{name:34} {:4} {:4} {:4} {:4}  {:17} {:17} {:.3} {}\n",
        counts.labelled(),
        counts.hits,
        counts.false_alarms,
        counts.misses,
        shown(counts.precision()),
        shown(counts.recall()),
        counts.f1(),
        shown(counts.false_alarm_rate()),
    )
}

/// What the sets of a folder give.
pub(super) fn on_sets(folder: &Path) -> anyhow::Result<String> {
    let read = |name| labels::read(folder, name);
    let (bioscope, aspect, covid) = (
        read("bioscope-abstracts-hedge.tsv")?,
        read("certainty-aspect.tsv")?,
        read("covid19-review-sentences.tsv")?,
    );
    let hedged = |text: &str| classify::hedge(text).is_some();
    let advice = |text: &str| classify::classify(text).kind == SentenceKind::Advice;
    let fires = |text: &str| classify::classify(text).fires();
    let count =
        |table: &str, found: &dyn Fn(&str) -> bool, labelled: &dyn Fn(&str) -> Option<bool>| {
            let mut counts = Counts::default();
            for [label, text] in Table::parse(table).columns("label", "text") {
                if let Some(labelled) = labelled(label) {
                    counts.add(found(text), labelled);
                }
            }
            counts
        };
    let probability = |label: &str| {
        let uncertain = label.contains("Probability=Uncertain");
        (uncertain || label.contains("Probability=Certain")).then_some(uncertain)
    };
    let suggestion = |label: &str| {
        let present = !label.contains("Suggestion=NotPresent");
        label.contains("Suggestion=").then_some(present)
    };
    let lesson = learned_from(&bioscope);
    let mut text = format!("Classifier, on other sets\n\n{HEAD}");
    for (name, counts) in [
        ("hedged: BioScope, cross-validated", lesson.cross_validated),
        (
            "hedged: BioScope, as learned from it",
            count(&bioscope, &hedged, &|label| Some(label == "hedged")),
        ),
        (
            "hedged: Certainty, probability",
            count(&aspect, &hedged, &probability),
        ),
        (
            "advice: Certainty, suggestion",
            count(&aspect, &advice, &suggestion),
        ),
        (
            "fires: covid19-review, cited (proxy)",
            count(&covid, &fires, &|label| Some(label == "cite")),
        ),
    ] {
        text.push_str(&row(name, counts));
    }
    let _ = writeln!(text, "{}", hedging_figures(&lesson));
    Ok(text)
}

/// What the abstracts of BioScope in a folder teach of hedging.
///
/// # Errors
///
/// If the set cannot be read.
pub fn hedging_lesson(folder: &Path) -> anyhow::Result<Lesson> {
    labels::read(folder, "bioscope-abstracts-hedge.tsv").map(|bioscope| learned_from(&bioscope))
}

fn learned_from(bioscope: &str) -> Lesson {
    let table = Table::parse(bioscope);
    let texts = table.columns("group", "text");
    hedging::learn(
        table
            .columns("label", "group")
            .zip(texts)
            .map(|([label, document], [_, text])| [label, document, text]),
    )
}

/// What a lesson in hedging gave, as a line.
pub fn hedging_figures(lesson: &Lesson) -> String {
    let counts = lesson.cross_validated;
    let tree = if lesson.is_in_the_tree() {
        "are those in the tree"
    } else {
        "are not yet those that were compiled in"
    };
    format!(
        "hedged: in five-fold cross-validation by document F1 {:.3}; the weights learned from all {tree}",
        counts.f1()
    )
}

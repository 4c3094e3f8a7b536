//! The rules that hold the words of a sentence against records, measured on sentences about invented records that were
//! written and labelled without knowledge of the rules: `tests/labels/records`.
//!
//! Each sentence is an article by itself: it states its claim, or cites its study.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use grounds_check::Options;
use grounds_diagnostics::Severity;
use grounds_load::{RawFile, assemble};

use super::counts::{Counts, Share};
use super::labels::{self, Table};
use super::pages::shown;

/// The label of a sentence that says what its record says.
const SOUND: &str = "honest";

/// The kinds of errors that are labelled, each with the rules that are there to find it.
const KINDS: &[(&str, &[&str])] = &[
    (
        "absolute",
        &[
            "wording/absolute",
            "wording/absolute-claim",
            "wording/too-certain",
        ],
    ),
    (
        "causal",
        &["wording/causal-on-association", "wording/cited-as-cause"],
    ),
    ("certainty-stated", &["certainty/misstated"]),
    (
        "comparator",
        &[
            "claim/other-comparator-in-words",
            "claim/outside-scope",
            "claim/words-against-scope",
            "fit/words-against-study",
            "number/other-arm",
        ],
    ),
    (
        "count",
        &[
            "independence/overcounted",
            "independence/undercounted",
            "number/not-in-evidence",
            "number/not-in-study",
            "number/other-count",
        ],
    ),
    (
        "direction",
        &[
            "claim/words-against-effect",
            "fit/direction-against-study",
            "number/other-arm",
            "number/other-sign",
            "number/swapped-arms",
        ],
    ),
    (
        "follow-up",
        &[
            "claim/longer-in-words",
            "number/not-in-evidence",
            "number/not-in-study",
            "number/other-time",
        ],
    ),
    ("hanging", &["wording/hanging-comparison"]),
    (
        "intervention",
        &[
            "claim/outside-scope",
            "claim/words-against-scope",
            "fit/alone-in-words",
            "fit/unsaid-partner",
            "fit/words-against-study",
            "number/other-arm",
        ],
    ),
    ("needless-hedge", &["wording/needless-hedge"]),
    (
        "number",
        &[
            "number/not-in-evidence",
            "number/not-in-study",
            "number/other-count",
            "number/other-interval",
            "number/other-proportion",
            "number/other-sign",
            "number/other-unit",
            "number/unmarked-rounding",
        ],
    ),
    (
        "number-arm",
        &[
            "number/not-in-evidence",
            "number/not-in-study",
            "number/other-arm",
            "number/other-outcome",
            "number/other-proportion",
            "number/other-time",
            "number/swapped-arms",
        ],
    ),
    ("odds-as-risk", &["number/odds-as-risk"]),
    (
        "outcome",
        &[
            "claim/outside-scope",
            "claim/words-against-scope",
            "fit/surrogate-in-words",
            "fit/words-against-study",
            "number/other-outcome",
        ],
    ),
    (
        "population",
        &[
            "claim/outside-scope",
            "claim/words-against-scope",
            "fit/unsaid-species",
            "fit/words-against-study",
        ],
    ),
    ("relative-only", &["wording/relative-without-absolute"]),
    (
        "significance",
        &["wording/no-effect", "wording/significance-against-interval"],
    ),
    (
        "spread",
        &[
            "number/not-in-evidence",
            "number/not-in-study",
            "number/other-interval",
            "number/other-measure",
            "number/other-spread",
        ],
    ),
    (
        "too-certain",
        &["wording/speculation-stated", "wording/too-certain"],
    ),
    (
        "uncited-part",
        &[
            "citation/labelled-claim",
            "citation/unaccounted-heading",
            "citation/unaccounted-sentence",
            "citation/unaccounted-statement",
            "claim/outside-scope",
            "fit/words-against-study",
        ],
    ),
    ("unnamed-research", &["citation/unnamed-research"]),
];

/// Rules that say of any passage that it says something else than its claim.
const OF_EVERY_KIND: &[&str] = &["claim/passage-drift"];

/// A sentence with its label, and the rules that found something in it.
struct Judged {
    label: String,
    /// Whether it states a claim; the others cite a study.
    states: bool,
    found: BTreeSet<&'static str>,
}

/// The set of which nothing but counts was seen, and the one with which the rules were developed.
const SETS: [(&str, &str); 2] = [
    ("bodies-and-minds", "held out"),
    (
        "hearts-lungs-screening",
        "seen while the rules were written",
    ),
];

/// The figures as text.
///
/// # Errors
///
/// If a file of the sets cannot be read, or a set is not sound without its sentences.
pub(super) fn measure() -> anyhow::Result<String> {
    let mut text = "Rules that hold words against records, on tests/labels/records. right: found in a sentence with an error that the rule\n\
        is for; false: in a sentence without one; besides: in one with another error. Recall is of all errors that the rule is for.\n"
        .to_owned();
    for (set, how) in SETS {
        let all = judged(set)?;
        let sound = all.iter().filter(|it| it.label == SOUND).count();
        let _ = writeln!(
            text,
            "\n{set} ({how}): {} sentences, of which {sound} say what their record says; the others have one labelled error\n",
            all.len()
        );
        text.push_str(&of_rules(&all));
        text.push('\n');
        text.push_str(&of_kinds(&all));
        text.push_str(&of_sound(&all));
    }
    Ok(text)
}

/// In how many sentences without an error anything was found.
fn of_sound(all: &[Judged]) -> String {
    let flagged = |states: bool| {
        let rows = all
            .iter()
            .filter(|it| it.label == SOUND && it.states == states);
        let (flagged, rows): (Vec<_>, Vec<_>) = rows.partition(|it| !it.found.is_empty());
        format!("{} of {}", flagged.len(), flagged.len() + rows.len())
    };
    format!(
        "\nsentences without an error in which any rule finds something: {} that state a claim, {} that cite a study\n",
        flagged(true),
        flagged(false)
    )
}

/// How each rule did.
fn of_rules(all: &[Judged]) -> String {
    let mut text = String::new();
    let _ = writeln!(
        text,
        "{:38} {:>5} {:>5} {:>7}  {:17} recall",
        "rule", "right", "false", "besides", "precision"
    );
    for (rule, (counts, besides)) in by_rule(all) {
        let _ = writeln!(
            text,
            "{rule:38} {:5} {:5} {besides:7}  {:17} {}",
            counts.hits,
            counts.false_alarms,
            shown(counts.precision()),
            shown(counts.recall()),
        );
    }
    text
}

/// How much of each kind of error was found by any rule that is for it.
fn of_kinds(all: &[Judged]) -> String {
    let mut text = String::new();
    let _ = writeln!(
        text,
        "{:38} {:>5} {:>5}  {:17} of claims  of studies",
        "error", "n", "found", "recall"
    );
    for (kind, rules) in KINDS {
        let of = |states: Option<bool>| {
            let rows = all.iter().filter(|it| it.label == *kind);
            let rows: Vec<&Judged> = rows
                .filter(|it| states.is_none_or(|states| states == it.states))
                .collect();
            let found = |it: &&&Judged| {
                let mut found = it.found.iter();
                found.any(|rule| rules.contains(rule) || OF_EVERY_KIND.contains(rule))
            };
            (rows.iter().filter(found).count(), rows.len())
        };
        let ((found, rows), claims, studies) = (of(None), of(Some(true)), of(Some(false)));
        let _ = writeln!(
            text,
            "{kind:38} {rows:5} {found:5}  {:17} {:9}  {}",
            shown(Share::of(found, rows)),
            format!("{} of {}", claims.0, claims.1),
            format_args!("{} of {}", studies.0, studies.1),
        );
    }
    text
}

/// The rules that are for a kind of error, with how each did, and in how many sentences with another error it found something.
fn by_rule(all: &[Judged]) -> BTreeMap<&'static str, (Counts, usize)> {
    let mut rules: BTreeSet<&'static str> = OF_EVERY_KIND.iter().copied().collect();
    rules.extend(KINDS.iter().flat_map(|(_, rules)| rules.iter().copied()));
    let is_for = |rule: &str, label: &str| {
        label != SOUND
            && (OF_EVERY_KIND.contains(&rule)
                || KINDS
                    .iter()
                    .any(|(kind, rules)| *kind == label && rules.contains(&rule)))
    };
    let figures = rules.into_iter().map(|rule| {
        let (mut counts, mut besides) = (Counts::default(), 0);
        for it in all {
            let found = it.found.contains(rule);
            if it.label == SOUND || is_for(rule, &it.label) {
                counts.add(found, it.label != SOUND);
            } else if found {
                besides += 1;
            }
        }
        (rule, (counts, besides))
    });
    figures.collect()
}

/// The sentences of a set, each with what was found in it.
fn judged(set: &str) -> anyhow::Result<Vec<Judged>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/labels/records");
    let set = &folder.join(set);
    let mut files = grounds_load::read(set)?;
    files.retain(|file| file.path != "sentences.tsv");
    let rows = labels::read(set, "sentences.tsv")?;
    let rows = Table::parse(&rows);
    let mut all = Vec::new();
    let named = rows
        .columns("cites", "label")
        .zip(rows.columns("id", "sentence"));
    for ([cites, label], [id, sentence]) in named {
        files.push(RawFile::new(
            format!("articles/{id}.md"),
            article(id, cites, sentence),
        ));
        all.push(Judged {
            label: label.to_owned(),
            states: cites.starts_with("claim:"),
            found: BTreeSet::new(),
        });
    }
    let ids: BTreeMap<String, usize> = rows
        .columns("id", "id")
        .enumerate()
        .map(|(at, [id, _])| (format!("articles/{id}.md"), at))
        .collect();
    let mut loaded = assemble(files, "");
    let reading = std::mem::take(&mut loaded.diagnostics);
    let options = Options {
        as_of: "2026-11-27".parse().map_err(anyhow::Error::msg)?,
        policy: None,
        retractions: None,
        levels: Vec::new(),
    };
    let outcome = grounds_check::check(&loaded.set, &loaded.sources, reading, &options);
    for entry in &outcome.entries {
        let diagnostic = &entry.diagnostic;
        let file = loaded.sources.get(diagnostic.primary.place.file).path();
        match ids.get(file) {
            Some(&at) => {
                all[at].found.insert(diagnostic.rule);
            }
            None => anyhow::ensure!(
                entry.severity != Severity::Error,
                "{file}: {}: {}",
                diagnostic.rule,
                diagnostic.message
            ),
        }
    }
    Ok(all)
}

/// An article that is one sentence.
fn article(id: &str, cites: &str, sentence: &str) -> String {
    let sentence = sentence.trim().replace('[', "\\[").replace(']', "\\]");
    let body = match cites.split_once(':') {
        Some(("claim", key)) => format!("[{sentence}]{{claim={key}}}"),
        Some((_, key)) => {
            let bare = sentence.trim_end_matches('.');
            format!("{bare} [@{key}].")
        }
        None => sentence,
    };
    format!("---\ntitle: Sentence {id}\n---\n\n{body}\n")
}

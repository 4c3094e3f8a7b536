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
use super::kinds::{KINDS, OF_EVERY_KIND, SOUND};
use super::labels::{self, Table};
use super::pages::shown;

/// A sentence with its label, and the rules that found something in it.
struct Judged {
    label: String,
    stands: Stands,
    found: BTreeSet<&'static str>,
}

/// On what a sentence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// It states a claim.
    Claim,
    /// It cites a study.
    Study,
    /// It is a heading, or has a label that says that it states nothing.
    Neither,
}

/// The set of which nothing but counts was seen, and the one with which the rules were developed.
const SETS: [(&str, &str); 2] = [
    ("bodies-and-minds", "held out"),
    (
        "hearts-lungs-screening",
        "seen while the rules were written",
    ),
];

/// How the rules do that hold words against records, on the sentences that are held out, and how many these are.
///
/// # Errors
///
/// If a file of the set cannot be read, or it is not sound without its sentences.
pub(crate) fn held_out() -> anyhow::Result<(usize, BTreeMap<&'static str, Counts>)> {
    let all = judged(SETS[0].0)?;
    let rules = by_rule(&all).into_iter();
    let rules = rules.filter(|(rule, _)| grounds_check::HEURISTICS_ON_RECORDS.contains(rule));
    Ok((
        all.len(),
        rules.map(|(rule, (counts, _))| (rule, counts)).collect(),
    ))
}

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
    let flagged = |stands: Stands| {
        let rows = all
            .iter()
            .filter(|it| it.label == SOUND && it.stands == stands);
        let (flagged, rows): (Vec<_>, Vec<_>) = rows.partition(|it| !it.found.is_empty());
        format!("{} of {}", flagged.len(), flagged.len() + rows.len())
    };
    format!(
        "\nsentences without an error in which any rule finds something: {} that state a claim, {} that cite a study, \
         {} that are headings or labelled\n",
        flagged(Stands::Claim),
        flagged(Stands::Study),
        flagged(Stands::Neither)
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
        let of = |stands: Option<Stands>| {
            let rows = all.iter().filter(|it| it.label == *kind);
            let rows: Vec<&Judged> = rows
                .filter(|it| stands.is_none_or(|stands| stands == it.stands))
                .collect();
            let found = |it: &&&Judged| {
                let mut found = it.found.iter();
                found.any(|rule| rules.contains(rule) || OF_EVERY_KIND.contains(rule))
            };
            (rows.iter().filter(found).count(), rows.len())
        };
        let ((found, rows), claims, studies) =
            (of(None), of(Some(Stands::Claim)), of(Some(Stands::Study)));
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
    files.retain(|file| !["forms.tsv", "sentences.tsv"].contains(&file.path.as_str()));
    let sentences = labels::read(set, "sentences.tsv")?;
    let forms = labels::read(set, "forms.tsv").unwrap_or_default();
    let mut rows = rows(&sentences, false);
    rows.extend(self::rows(&forms, true));
    let records = assemble(files.clone(), "");
    let claims = records.set.claims.iter();
    let statements: BTreeMap<String, String> = claims
        .map(|(key, claim)| (key.to_string(), claim.value.statement.as_str().to_owned()))
        .collect();
    let mut all = Vec::new();
    let mut ids = BTreeMap::new();
    for row in &rows {
        let path = format!("articles/{}.md", row.id);
        files.push(RawFile::new(path.clone(), article(row, &statements)));
        ids.insert(path, all.len());
        all.push(Judged {
            label: row.label.to_owned(),
            stands: row.stands(),
            found: BTreeSet::new(),
        });
    }
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

/// A labelled sentence.
struct Row<'a> {
    id: &'a str,
    /// The record on which it stands: `claim:KEY`, `study:KEY`.
    cites: &'a str,
    /// `plain`, `heading`, or the label that it has in its article.
    form: &'a str,
    label: &'a str,
    sentence: &'a str,
}

impl Row<'_> {
    fn stands(&self) -> Stands {
        if self.form != "plain" {
            Stands::Neither
        } else if self.cites.starts_with("claim:") {
            Stands::Claim
        } else {
            Stands::Study
        }
    }
}

/// The rows of a table; without a column `form` all are plain.
fn rows(text: &str, has_form: bool) -> Vec<Row<'_>> {
    if text.is_empty() {
        return Vec::new();
    }
    let table = Table::parse(text);
    let records = table
        .columns("id", "cites")
        .zip(table.columns("label", "sentence"));
    let forms: Vec<&str> = if has_form {
        table
            .columns("form", "form")
            .map(|[form, _]| form)
            .collect()
    } else {
        Vec::new()
    };
    let rows = records
        .enumerate()
        .map(|(at, ([id, cites], [label, sentence]))| Row {
            id,
            cites,
            form: forms.get(at).copied().unwrap_or("plain"),
            label,
            sentence,
        });
    rows.collect()
}

/// An article that is one sentence; under a heading stands the claim that it is about.
fn article(row: &Row<'_>, statements: &BTreeMap<String, String>) -> String {
    let escaped = |text: &str| text.trim().replace('[', "\\[").replace(']', "\\]");
    let sentence = escaped(row.sentence);
    let (kind, key) = row.cites.split_once(':').unwrap_or(("", ""));
    let body = match row.form {
        "heading" => {
            let statement = statements.get(key).map(String::as_str).unwrap_or_default();
            format!("## {sentence}\n\n[{}]{{claim={key}}}", escaped(statement))
        }
        "plain" if kind == "claim" => format!("[{sentence}]{{claim={key}}}"),
        "plain" => format!("{} [@{key}].", sentence.trim_end_matches('.')),
        label => format!("[{sentence}]{{.{label}}}"),
    };
    format!("---\ntitle: Sentence {}\n---\n\n{body}\n", row.id)
}

#[cfg(test)]
mod tests {
    use grounds_model::Level;

    #[test]
    fn every_rule_that_holds_words_against_records_is_measured_and_a_warning() {
        let (_, measured) = super::held_out().unwrap();
        let rules: Vec<&str> = measured.keys().copied().collect();
        assert_eq!(rules, grounds_check::HEURISTICS_ON_RECORDS);
        for rule in grounds_check::RULES {
            assert!(
                !rules.contains(&rule.id) || rule.level != Level::Error,
                "{} is an error, and its figures are of few findings",
                rule.id
            );
        }
    }
}

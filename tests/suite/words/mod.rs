//! Words against the record of their claim or of the study that they cite: sentences of our own that say what the claim's scope and effect say pass, and those
//! about other people, another treatment, another outcome or the other direction are found.

mod surrogates;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use grounds_check::Options;
use grounds_load::RawFile;

const OF_CLAIMS: &[&str] = &[
    "claim/longer-in-words",
    "claim/outside-scope",
    "claim/words-against-effect",
    "claim/words-against-scope",
];

const OF_STUDIES: &[&str] = &["fit/direction-against-study", "fit/words-against-study"];

/// A sentence, and whether its words fit its claim or its study.
struct Sentence {
    fits: &'static str,
    record: &'static str,
    text: &'static str,
}

fn sentences(table: &'static str) -> Vec<Sentence> {
    let lines = table.lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let mut parts = line.splitn(3, '\t');
            let mut next = || parts.next().unwrap();
            Sentence {
                fits: next(),
                record: next(),
                text: next(),
            }
        })
        .collect()
}

/// The set in which each sentence is a paragraph that states its claim, or cites its study.
fn set(sentences: &[Sentence], cited: bool) -> (Vec<RawFile>, String) {
    let mut article = "---\ntitle: T\n---".to_owned();
    for Sentence { record, text, .. } in sentences {
        if cited {
            write!(article, "\n\n{text} [@{record}].").unwrap();
            continue;
        }
        let (lead, passage) = text.split_once('[').unwrap_or(("", text));
        write!(article, "\n\n{lead}[{passage}]{{claim={record}}}.").unwrap();
    }
    let mut files = vec![
        RawFile::new("grounds.toml", "title = \"T\"\n"),
        RawFile::new("vocabulary.yaml", include_str!("vocabulary.yaml")),
        RawFile::new("articles/article.md", article.clone()),
    ];
    let claims = include_str!("claims.txt").split("== ").skip(1);
    for claim in claims {
        let (name, record) = claim.split_once('\n').unwrap();
        let record = format!("{record}basis: speculative\n");
        files.push(RawFile::new(format!("claims/{name}.yaml"), record));
    }
    let studies = include_str!("studies.txt").split("== ").skip(1);
    for study in studies {
        let (name, record) = study.split_once('\n').unwrap();
        files.push(RawFile::new(format!("studies/{name}.yaml"), record));
    }
    (files, article)
}

/// The numbers of the sentences in which something was found.
fn found(sentences: &[Sentence], cited: bool) -> BTreeSet<usize> {
    let rules = if cited { OF_STUDIES } else { OF_CLAIMS };
    let (files, article) = set(sentences, cited);
    let loaded = grounds_load::assemble(files, "");
    let options = Options {
        as_of: "2026-11-22".parse().unwrap(),
        policy: None,
        retractions: None,
        levels: Vec::new(),
    };
    let outcome = grounds_check::check(&loaded.set, &loaded.sources, loaded.diagnostics, &options);
    let diagnostics = outcome.entries.iter().map(|entry| &entry.diagnostic);
    let ours = diagnostics.filter(|found| rules.contains(&found.rule));
    ours.map(|found| {
        let place = found.primary.place;
        let path = loaded.sources.get(place.file).path();
        assert!(path.starts_with("articles/"), "{path}: {}", found.message);
        article[..place.start].matches("\n\n").count() - 1
    })
    .collect()
}

/// Checks that something is found in the sentences that do not fit, and nothing in the others.
fn is_told(table: &'static str, cited: bool) {
    let sentences = sentences(table);
    let found = found(&sentences, cited);
    let mut wrong = String::new();
    for (at, Sentence { fits, text, .. }) in sentences.iter().enumerate() {
        let expected = *fits == "no";
        if found.contains(&at) != expected {
            writeln!(wrong, "{fits}: {text}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn words_that_fit_their_claim_pass_and_others_are_found() {
    is_told(include_str!("sentences.tsv"), false);
}

#[test]
fn words_that_fit_the_study_that_they_cite_pass_and_others_are_found() {
    is_told(include_str!("cited.tsv"), true);
}

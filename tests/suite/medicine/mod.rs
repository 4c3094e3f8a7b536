//! Sentences of other fields of medicine, over invented records: those that say what the records say
//! pass, and each altered digit, unit, sign, arm or time point is found by exactly its rule.

mod arms;
mod chance;
mod differences;
mod fields;
mod fit;
pub(crate) use fit::found_in;
mod mechanical;
mod offers;
mod outcomes;
mod parts;
mod plain;
mod tables;

use grounds_check::{Options, Selector};
use grounds_load::{Loaded, RawFile};
use grounds_model::Level;

const VOCABULARY: &str = include_str!("vocabulary.yaml");
const STUDIES: [(&str, &str); 11] = [
    ("pressure", include_str!("pressure.yaml")),
    ("lipids", include_str!("lipids.yaml")),
    ("stroke", include_str!("stroke.yaml")),
    ("apnoea", include_str!("apnoea.yaml")),
    ("kidney", include_str!("kidney.yaml")),
    ("forms", include_str!("forms.yaml")),
    ("hiv", include_str!("hiv.yaml")),
    ("knee", include_str!("knee.yaml")),
    ("gene", include_str!("gene.yaml")),
    ("ward", include_str!("ward.yaml")),
    ("lung", include_str!("lung.yaml")),
];

/// What the rules of numbers find in the sentences: the number of the sentence, rule and words.
fn found(sentences: &[String]) -> Vec<(usize, String, String)> {
    found_over(VOCABULARY, &STUDIES, sentences)
}

/// The same, over other studies.
fn found_over(
    vocabulary: &str,
    studies: &[(&str, &str)],
    sentences: &[String],
) -> Vec<(usize, String, String)> {
    let body = sentences.join("\n\n");
    let article = format!("---\ntitle: T\n---\n{body}\n");
    let mut files = vec![
        RawFile::new("grounds.toml", "title = \"T\"\n"),
        RawFile::new("vocabulary.yaml", vocabulary),
        RawFile::new("articles/article.md", article.clone()),
    ];
    for (key, record) in studies {
        files.push(RawFile::new(format!("studies/{key}.yaml"), *record));
    }
    let loaded: Loaded = grounds_load::assemble(files, "");
    let options = Options {
        as_of: "2026-11-22".parse().unwrap(),
        policy: None,
        retractions: None,
        levels: vec![(Selector::All, Level::Error)],
    };
    let outcome = grounds_check::check(&loaded.set, &loaded.sources, loaded.diagnostics, &options);
    let unread: Vec<String> = outcome
        .entries
        .iter()
        .filter(|entry| entry.diagnostic.rule.starts_with("structure/"))
        .filter(|entry| entry.diagnostic.rule != "structure/unused-record")
        .map(|entry| entry.diagnostic.message.clone())
        .collect();
    assert_eq!(unread, Vec::<String>::new());
    let of_numbers = outcome
        .entries
        .iter()
        .map(|entry| &entry.diagnostic)
        .filter(|found| {
            found.rule.starts_with("number/")
                || found.rule == "wording/significance-against-interval"
        });
    of_numbers
        .map(|found| {
            let before = article.get(..found.primary.place.start).unwrap_or_default();
            let paragraph = before.matches("\n\n").count();
            let words = loaded.sources.text(found.primary.place).to_owned();
            (paragraph, found.rule.to_owned(), words)
        })
        .collect()
}

fn cases(text: &str) -> Vec<(&str, &str)> {
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| line.split_once('\t').expect("two columns"))
        .collect()
}

#[test]
fn what_the_records_say_passes() {
    passes(include_str!("right.tsv"), found);
}

/// Checks that nothing is found in sentences that are right.
fn passes(right: &str, found: impl Fn(&[String]) -> Vec<(usize, String, String)>) {
    let right = cases(right);
    let sentences: Vec<String> = right
        .iter()
        .map(|(study, sentence)| format!("{} [@{study}].", sentence.trim_end_matches('.')))
        .collect();
    let wrong: Vec<String> = found(&sentences)
        .into_iter()
        .map(|(at, rule, words)| format!("{rule} `{words}`: {}", sentences[at]))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_altered_number_is_found() {
    is_found(include_str!("altered.tsv"), found);
}

/// Checks that each altered thing is found by its rule, at its words, and nothing else.
fn is_found(altered: &str, found: impl Fn(&[String]) -> Vec<(usize, String, String)>) {
    let altered = cases(altered);
    let sentences: Vec<String> = altered
        .iter()
        .map(|(heads, sentence)| {
            let study = heads.split(' ').next().expect("a study");
            format!("{} [@{study}].", sentence.trim_end_matches('.'))
        })
        .collect();
    let found = found(&sentences);
    let mut wrong = Vec::new();
    for (at, (heads, sentence)) in altered.iter().enumerate() {
        let mut heads = heads.splitn(3, ' ').skip(1);
        let (rule, words) = (heads.next().unwrap_or(""), heads.next().unwrap_or(""));
        let here: Vec<_> = found.iter().filter(|found| found.0 == at).collect();
        let one = matches!(here.as_slice(), [(_, r, w)] if r == rule && w == words);
        if !one {
            wrong.push(format!(
                "{rule} `{words}` expected in: {sentence}\n  found {here:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

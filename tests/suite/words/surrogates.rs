//! Sentences that stand on their own citations, and whether what they tell of was measured or a surrogate for it.

use std::fmt::Write as _;

use grounds_check::Options;
use grounds_load::RawFile;

/// The studies: what each tried, and what it measured.
const STUDIES: [(&str, &str, &str); 6] = [
    ("bone", "drug", "bone-density"),
    ("frac", "drug", "hip-fracture"),
    ("ldl", "statin", "ldl"),
    ("pfs", "drug", "pfs"),
    ("sugar", "glit", "hba1c"),
    ("virus", "drug", "viral-load"),
];

fn study(done: &str, outcome: &str) -> String {
    format!(
        "report: {{type: article-journal, title: T}}\ndesign: rct\nspecies: human\n\
         population: {{concepts: [adults], enrolled: 400}}\n\
         arms: {{a: {{interventions: [{done}]}}, b: {{interventions: [placebo]}}}}\n\
         findings: {{x: {{outcome: {outcome}, measure: mean-change, unit: \"%\", values: {{a: \"5.1\", b: \"1.0\"}}}}}}\n"
    )
}

#[test]
fn who_tells_of_what_a_surrogate_stands_for_is_found() {
    let rows: Vec<(&str, &str)> = include_str!("surrogates.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .collect();
    let mut article = "---\ntitle: T\n---".to_owned();
    for (_, text) in &rows {
        write!(article, "\n\n{text}").unwrap();
    }
    let mut files = vec![
        RawFile::new("grounds.toml", "title = \"T\"\n"),
        RawFile::new("vocabulary.yaml", include_str!("surrogates.yaml")),
        RawFile::new("articles/article.md", article.clone()),
    ];
    for (name, done, outcome) in STUDIES {
        files.push(RawFile::new(
            format!("studies/{name}.yaml"),
            study(done, outcome),
        ));
    }
    let loaded = grounds_load::assemble(files, "");
    let options = Options {
        as_of: "2026-11-22".parse().unwrap(),
        policy: None,
        retractions: None,
        levels: Vec::new(),
    };
    let outcome = grounds_check::check(&loaded.set, &loaded.sources, loaded.diagnostics, &options);
    let ours = outcome.entries.iter().map(|entry| &entry.diagnostic);
    let ours = ours.filter(|found| found.rule == "fit/surrogate-in-words");
    let found: Vec<usize> = ours
        .map(|found| article[..found.primary.place.start].matches("\n\n").count() - 1)
        .collect();
    let mut wrong = String::new();
    for (at, (fits, text)) in rows.iter().enumerate() {
        if found.contains(&at) != (*fits == "no") {
            writeln!(wrong, "{fits}: {text}").unwrap();
        }
    }
    assert!(rows.len() > 40 && wrong.is_empty(), "{wrong}");
}

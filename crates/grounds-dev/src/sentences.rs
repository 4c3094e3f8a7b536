//! Measures the sentence splitter against labelled data.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Context as _;
use grounds_load::sentences::measure::{self, GoldenCase, Mismatch, Score};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A case of the golden rules of the `pragmatic_segmenter`.
#[derive(Debug, Deserialize)]
struct Case {
    name: String,
    text: String,
    expect: Vec<String>,
}

/// How the splitter does on a data set.
#[derive(Debug)]
pub struct Figures {
    /// The golden rules that it does not keep.
    pub broken: Vec<Mismatch>,
    /// How many golden rules there are.
    pub rules: usize,
    /// The boundaries between sentences, without the ends of sections.
    pub inner: Score,
    /// All ends of sentences.
    pub ends: Score,
    /// Whole sentences.
    pub spans: Score,
}

/// Measures on `golden-rules-en.json` and `bioscope-abstracts-sentences.json` in `folder`.
pub fn measure(folder: &Path) -> anyhow::Result<Figures> {
    let cases: Vec<Case> = read(folder, "golden-rules-en.json")?;
    let golden: Vec<GoldenCase<'_>> = cases
        .iter()
        .map(|case| GoldenCase {
            name: &case.name,
            text: &case.text,
            expected: case.expect.iter().map(String::as_str).collect(),
        })
        .collect();
    let sections: Vec<(String, Vec<String>)> = read(folder, "bioscope-abstracts-sentences.json")?;
    let sections: Vec<Vec<String>> = sections
        .into_iter()
        .map(|(_, sentences)| sentences)
        .collect();
    Ok(Figures {
        broken: measure::golden(&golden),
        rules: golden.len(),
        inner: measure::boundary_f1(&sections),
        ends: measure::boundary_f1_with_final_ends(&sections),
        spans: measure::span_f1(&sections),
    })
}

impl Figures {
    /// The figures as text.
    pub fn text(&self) -> String {
        let kept = self.rules - self.broken.len();
        let mut text = format!("golden rules: {kept} of {}\n", self.rules);
        for mismatch in &self.broken {
            let _ = writeln!(text, "  not kept: {}", mismatch.name);
            let _ = writeln!(text, "    expected {:?}", mismatch.expected);
            let _ = writeln!(text, "    found    {:?}", mismatch.found);
        }
        for (name, score) in [
            ("boundaries within sections", self.inner),
            ("all ends of sentences", self.ends),
            ("whole sentences", self.spans),
        ] {
            let Score {
                precision,
                recall,
                f1,
                ..
            } = score;
            let _ = writeln!(
                text,
                "BioScope abstracts, {name}: precision {precision:.4}, recall {recall:.4}, F1 {f1:.4}"
            );
        }
        text
    }
}

fn read<T: DeserializeOwned>(folder: &Path, name: &str) -> anyhow::Result<T> {
    let path = folder.join(name);
    let text = fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{}", path.display()))
}

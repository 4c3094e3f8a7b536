//! Measures the heuristics on labelled sentences that were not written for them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Context as _;
use grounds_check::classify::{self, SentenceKind};

/// How a heuristic does on a set of sentences.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    hits: usize,
    false_alarms: usize,
    misses: usize,
    quiet: usize,
}

impl Counts {
    fn add(&mut self, found: bool, labelled: bool) {
        match (found, labelled) {
            (true, true) => self.hits += 1,
            (true, false) => self.false_alarms += 1,
            (false, true) => self.misses += 1,
            (false, false) => self.quiet += 1,
        }
    }

    /// The share of what was found that is right.
    pub fn precision(self) -> f64 {
        share(self.hits, self.hits + self.false_alarms)
    }

    /// The share of what is labelled that was found.
    pub fn recall(self) -> f64 {
        share(self.hits, self.hits + self.misses)
    }

    /// The harmonic mean of the two.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r == 0.0 {
            0.0
        } else {
            2.0 * p * r / (p + r)
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of sentences are below 2^52"
)]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

/// The figures of every heuristic that the data can measure.
#[derive(Debug)]
pub struct Figures {
    rows: Vec<(&'static str, &'static str, Counts)>,
    declared: String,
}

/// Measures on the sets in `folder`.
pub fn measure(folder: &Path) -> anyhow::Result<Figures> {
    let bioscope = rows(folder, "bioscope-abstracts-hedge.tsv")?;
    let aspect = rows(folder, "certainty-aspect.tsv")?;
    let covid = rows(folder, "covid19-review-sentences.tsv")?;
    let hedged = |text: &str| classify::hedge(text).is_some();
    let count = |rows: &[(String, String)],
                 found: &dyn Fn(&str) -> bool,
                 labelled: &dyn Fn(&str) -> Option<bool>| {
        let mut counts = Counts::default();
        for (label, text) in rows {
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
    let is_advice = |text: &str| classify::classify(text).kind == SentenceKind::Advice;
    Ok(Figures {
        rows: vec![
            (
                "hedged",
                "BioScope abstracts, the weights’ own data (see below)",
                count(&bioscope, &hedged, &|label| Some(label == "hedged")),
            ),
            (
                "hedged",
                "Certainty in Science Communication, probability uncertain or certain",
                count(&aspect, &hedged, &probability),
            ),
            (
                "advice",
                "Certainty in Science Communication, suggestion present or not",
                count(&aspect, &is_advice, &suggestion),
            ),
            (
                "fires",
                "covid19-review, sentence with a citation or without (a proxy: no model beats “always”)",
                count(&covid, &|text| classify::classify(text).fires(), &|label| {
                    Some(label == "cite")
                }),
            ),
        ],
        declared: classify::hedging_figures().to_owned(),
    })
}

impl Figures {
    /// The figures as a table.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (name, data, counts) in &self.rows {
            let _ = writeln!(
                text,
                "{name:8} precision {:.3}  recall {:.3}  F1 {:.3}  false alarms {:.3}  n {}  {data}",
                counts.precision(),
                counts.recall(),
                counts.f1(),
                share(counts.false_alarms, counts.false_alarms + counts.quiet),
                counts.hits + counts.misses + counts.false_alarms + counts.quiet,
            );
        }
        let _ = writeln!(text, "\nhedged, as learned: {}", self.declared);
        text.push_str(
            "not measured, for want of labelled sentences here: causal strength, absolute words, hanging \
             comparisons,\nrelative effects, drift of passages. `grounds classify --format json` gives the \
             verdicts for other data.\n",
        );
        text
    }
}

/// The label and the text of each row of a table.
fn rows(folder: &Path, name: &str) -> anyhow::Result<Vec<(String, String)>> {
    let path = folder.join(name);
    let text = fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
    let cells = text.lines().skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        let (_, label, _, text) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
        Some((label.to_owned(), text.to_owned()))
    });
    Ok(cells.collect())
}

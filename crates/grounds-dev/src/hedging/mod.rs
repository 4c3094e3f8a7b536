//! Learns how words hedge from labelled sentences, and says how well by cross-validation.
//!
//! The same labels give the same weights, to the last digit written: nothing is drawn at random, and
//! sums are made in one order.

mod learner;

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context as _;
use grounds_check::classify::hedging::{LEARNED, Sentence, THRESHOLD, Tokens, Weights};

use crate::heuristics::Counts;
use learner::Example;

/// In how many parts the documents are put, each of which is judged by what was learned from the others.
const FOLDS: usize = 5;

/// How often a feature must occur to be weighed.
const LEAST: usize = 4;

/// The least weight that is kept.
const SMALLEST: f64 = 0.05;

/// The weights in the tree.
const PATH: &str = "crates/grounds-check/src/classify/hedging/weights.tsv";

/// A labelled sentence.
struct Labelled<'a> {
    text: &'a str,
    document: usize,
    hedged: bool,
}

/// What labelled sentences teach.
#[derive(Debug)]
pub struct Lesson {
    /// The file of weights that is learned from all of them.
    pub weights: String,
    /// How the verdicts on each document are, by what was learned from others.
    pub cross_validated: Counts,
}

impl Lesson {
    /// Whether the weights in the tree are the ones learned.
    pub fn is_in_the_tree(&self) -> bool {
        self.weights == LEARNED
    }
}

/// Learns from rows of a label (`hedged` or another), a document and a text.
pub fn learn<'a>(rows: impl Iterator<Item = [&'a str; 3]>) -> Lesson {
    let mut documents: HashMap<&str, usize> = HashMap::new();
    let sentences: Vec<Labelled<'_>> = rows
        .map(|[label, document, text]| {
            let next = documents.len();
            Labelled {
                text,
                document: *documents.entry(document).or_insert(next),
                hedged: label == "hedged",
            }
        })
        .collect();
    let mut cross_validated = Counts::default();
    for fold in 0..FOLDS {
        let (others, held): (Vec<&Labelled<'_>>, Vec<_>) = sentences
            .iter()
            .partition(|sentence| sentence.document % FOLDS != fold);
        let weights = Weights::parse(&weights(&others));
        for sentence in held {
            let tokens = Tokens::of(sentence.text);
            let (probability, _) = weights.judge(&Sentence::of(&tokens));
            cross_validated.add(probability > THRESHOLD, sentence.hedged);
        }
    }
    Lesson {
        weights: weights(&sentences.iter().collect::<Vec<_>>()),
        cross_validated,
    }
}

/// Learns from the abstracts of BioScope in a folder, and writes the weights into the workspace at `root`.
///
/// # Errors
///
/// If the set cannot be read, or the weights not written.
pub fn write(folder: &Path, root: &Path) -> anyhow::Result<Lesson> {
    let lesson = crate::heuristics::hedging_lesson(folder)?;
    let path = root.join(PATH);
    std::fs::write(&path, &lesson.weights).with_context(|| format!("{}", path.display()))?;
    Ok(lesson)
}

/// The weights that sentences teach, as a file.
fn weights(sentences: &[&Labelled<'_>]) -> String {
    let mut count: HashMap<String, usize> = HashMap::new();
    for sentence in sentences {
        each_cue(sentence.text, |features| {
            for feature in features {
                *count.entry(feature).or_default() += 1;
            }
        });
    }
    let frequent: BTreeMap<String, usize> =
        count.into_iter().filter(|(_, n)| *n >= LEAST).collect();
    let places: HashMap<&str, usize> = frequent.keys().map(String::as_str).zip(0..).collect();
    let examples: Vec<Example> = sentences
        .iter()
        .map(|sentence| {
            let mut cues = Vec::new();
            each_cue(sentence.text, |features| {
                let known = features.iter().filter_map(|it| places.get(it.as_str()));
                cues.push(known.copied().collect());
            });
            Example {
                cues,
                hedged: sentence.hedged,
            }
        })
        .collect();
    let learned = learner::fit(&examples, frequent.len());
    let mut text = "# Weights of cues in their context, learned by `grounds-dev hedging` from the abstracts of the \
         BioScope corpus (CC BY 2.0).\n"
        .to_owned();
    for (feature, weight) in frequent.keys().zip(learned) {
        if weight.abs() >= SMALLEST {
            let _ = writeln!(text, "{feature}\t{weight:.2}");
        }
    }
    text
}

/// Calls for each cue of a text, with its features.
fn each_cue(text: &str, mut each: impl FnMut(Vec<String>)) {
    let tokens = Tokens::of(text);
    let sentence = Sentence::of(&tokens);
    for cue in sentence.cues() {
        let mut features = Vec::new();
        sentence.features(&cue, &mut |feature| features.push(feature.to_owned()));
        each(features);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_learned_tells_by_the_neighbours() {
        let rows: Vec<[String; 3]> = (0..40)
            .flat_map(|at| {
                let row =
                    |label: &str, text: &str| [label.to_owned(), at.to_string(), text.to_owned()];
                [
                    row("hedged", "Needling could explain it."),
                    row("certain", "Needling could be measured."),
                    row("certain", "It was measured."),
                ]
            })
            .collect();
        let rows = || rows.iter().map(|row| row.each_ref().map(String::as_str));
        let lesson = learn(rows());
        assert_eq!(lesson.cross_validated.hits, 40);
        assert_eq!(lesson.cross_validated.quiet, 80);
        assert_eq!(lesson.weights, learn(rows()).weights);
        let weights = Weights::parse(&lesson.weights);
        let judged = |text: &str| weights.judge(&Sentence::of(&Tokens::of(text))).0 > THRESHOLD;
        assert!(judged("Salt could explain it."));
        assert!(!judged("Salt could be measured."));
    }
}

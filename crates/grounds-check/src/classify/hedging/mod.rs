//! Hedging: whether a sentence says that it is not sure, and which words say so.
//!
//! Certain words can hedge (`cues.txt`): *may*, *suggest*, *or*. Whether one does depends on what stands
//! beside it: *could be detected* reports, *could explain* hedges. So each cue is weighed by its
//! neighbours (`weights.tsv`), by logistic regression, and a sentence is hedged as surely as not every
//! cue in it fails to hedge (a noisy or: Pearl J. Probabilistic reasoning in intelligent systems. Morgan
//! Kaufmann 1988, chapter 4.3). Topics weigh nothing: of words that are neither cues nor words of grammar
//! only the ending counts.
//!
//! The weights are learned by `grounds-dev hedging` from the abstracts of the BioScope corpus (Vincze V,
//! Szarvas G, Farkas R, Móra G, Csirik J. BMC Bioinformatics 2008;9(Suppl 11):S9; CC BY 2.0).

mod cue;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::lexicon::Phrases;
use super::token;
pub use cue::{Sentence, Tokens};

/// The log-odds that a cue hedges, before anything is known of it.
pub const PRIOR: f64 = -2.0;

/// How probable it must be that a sentence is hedged.
pub const THRESHOLD: f64 = 0.4;

/// What each feature of a cue adds to the log-odds that it hedges.
#[derive(Debug, Default)]
pub struct Weights(HashMap<Box<str>, f64, FixedState>);

impl Weights {
    /// Reads weights: a line each, the feature and its weight after a tab; `#` begins a comment.
    pub fn parse(text: &str) -> Self {
        let rows = text.lines().filter(|line| !line.starts_with('#'));
        let cells = rows.filter_map(|line| line.split_once('\t'));
        Self(
            cells
                .filter_map(|(feature, weight)| Some((feature.into(), weight.parse().ok()?)))
                .collect(),
        )
    }

    /// How probable it is that a sentence is hedged, and the bytes of the cue that is most so.
    pub fn judge(&self, sentence: &Sentence<'_>) -> (f64, Option<Range<usize>>) {
        let mut plain = 1.0;
        let mut surest: Option<(f64, Range<usize>)> = None;
        for cue in sentence.cues() {
            let mut odds = PRIOR;
            sentence.features(&cue, &mut |feature| {
                odds += self.0.get(feature).copied().unwrap_or_default();
            });
            let hedges = 1.0 / (1.0 + (-odds).exp());
            plain *= 1.0 - hedges;
            if surest.as_ref().is_none_or(|(most, _)| hedges > *most) {
                surest = Some((hedges, sentence.bytes(&cue)));
            }
        }
        (1.0 - plain, surest.map(|(_, range)| range))
    }
}

/// The learned weights as they are written in the tree.
pub const LEARNED: &str = include_str!("weights.tsv");

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(include_str!("phrases.txt")));

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::parse(LEARNED));

/// The word that hedges a sentence, as bytes of its text; `None` where it is not hedged.
pub fn hedge(text: &str) -> Option<Range<usize>> {
    let tokens = Tokens::of(text);
    let (probability, cue) = WEIGHTS.judge(&Sentence::of(&tokens));
    cue.filter(|_| probability > THRESHOLD)
        .or_else(|| set_phrase(text))
}

/// What hedges in news and leaflets, and not in the abstracts of which the weights were learned: `in theory`.
fn set_phrase(text: &str) -> Option<Range<usize>> {
    let tokens = token::tokens(text);
    (0..tokens.len()).find_map(|at| {
        let length = PHRASES.length_at(&tokens, at)?;
        Some(tokens[at].range.start..tokens[at + length - 1].range.end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hedged(text: &str) -> Option<&str> {
        hedge(text).map(|range| &text[range])
    }

    #[test]
    fn the_word_that_hedges_is_named() {
        for (text, word) in [
            (
                "These results suggest that needling wakes follicles.",
                "suggest",
            ),
            ("Needling may wake follicles.", "may"),
            (
                "It is possible that the protein binds to the receptor.",
                "possible",
            ),
            ("Whether it helps is unknown.", "Whether"),
            ("Ärzte sagen: it might help.", "might"),
        ] {
            assert_eq!(hedged(text), Some(word), "{text}");
        }
    }

    #[test]
    fn the_month_of_may_is_no_hedge() {
        for text in [
            "The clinic opened in May 2023.",
            "May 4 was a Sunday.",
            "Dr May measured it.",
        ] {
            assert_eq!(hedged(text), None, "{text}");
        }
        assert_eq!(hedged("May it help?"), Some("May"));
        assert_eq!(
            hedged("In theory, the drug breaks it down."),
            Some("In theory")
        );
    }

    #[test]
    fn a_cue_hedges_by_what_stands_beside_it() {
        for text in [
            "Cells were incubated for 24 hours at 37 degrees.",
            "Cells were treated with saline or insulin.",
            "The antibody did not bind to serum or plasma.",
            "",
        ] {
            assert_eq!(hedged(text), None, "{text}");
        }
    }

    #[test]
    fn the_list_of_weights_is_read_and_each_weight_is_of_a_cue() {
        assert!(Weights::parse(LEARNED).0.len() > 500);
        for line in LEARNED.lines().filter(|line| !line.starts_with('#')) {
            let cue = line.split([' ', '\t']).next().unwrap();
            assert!(cue::is_cue(cue), "{line}");
        }
    }
}

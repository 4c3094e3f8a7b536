//! Logistic regression of cues when only the labels of whole sentences are known: a sentence is hedged if
//! any of its cues hedges it (a noisy or).
//!
//! What is minimised is the negative log-likelihood and a penalty on large weights. The step of each
//! weight grows while its slope keeps its sign and shrinks when it turns: iRprop⁻ of Igel C, Hüsken M.
//! Empirical evaluation of the improved Rprop learning algorithms. Neurocomputing 2003;50:105–123.

use grounds_check::classify::hedging::PRIOR;

/// A sentence to learn from.
#[derive(Debug)]
pub(super) struct Example {
    /// For each cue its features, as places in the list of weights.
    pub(super) cues: Vec<Vec<usize>>,
    /// Whether it is hedged.
    pub(super) hedged: bool,
}

/// How much the likelihood counts against the penalty.
const TRUST: f64 = 0.5;

/// How probable it is that a sentence is hedged by none of its cues: labels err.
const LEAK: f64 = 0.02;

/// How often all examples are read.
const ROUNDS: usize = 150;

/// The first step, the least and the greatest.
const STEPS: (f64, f64, f64) = (0.05, 1e-6, 1.0);

/// The weights that explain the examples best.
pub(super) fn fit(examples: &[Example], features: usize) -> Vec<f64> {
    let mut weights = vec![0.0; features];
    let mut steps = vec![STEPS.0; features];
    let mut last = vec![0.0; features];
    for _ in 0..ROUNDS {
        let mut slopes = slopes(examples, &weights);
        for at in 0..features {
            let turn = slopes[at] * last[at];
            if turn > 0.0 {
                steps[at] = (steps[at] * 1.2).min(STEPS.2);
            } else if turn < 0.0 {
                steps[at] = (steps[at] * 0.5).max(STEPS.1);
                slopes[at] = 0.0;
            }
            if slopes[at] != 0.0 {
                weights[at] -= steps[at] * slopes[at].signum();
            }
        }
        last = slopes;
    }
    weights
}

/// How what is minimised grows with each weight.
fn slopes(examples: &[Example], weights: &[f64]) -> Vec<f64> {
    let mut slopes = weights.to_vec();
    let mut hedging = Vec::new();
    for example in examples {
        hedging.clear();
        hedging.extend(example.cues.iter().map(|features| {
            let odds: f64 = PRIOR + features.iter().map(|&at| weights[at]).sum::<f64>();
            1.0 / (1.0 + (-odds).exp())
        }));
        let none: f64 = (1.0 - LEAK) * hedging.iter().map(|hedges| 1.0 - hedges).product::<f64>();
        // The slope with the logarithm of the probability that nothing hedges.
        let pull = if example.hedged {
            none / (1.0 - none).max(1e-9)
        } else {
            -1.0
        };
        for (features, hedges) in example.cues.iter().zip(&hedging) {
            let slope = -TRUST * pull * hedges;
            for &at in features {
                slopes[at] += slope;
            }
        }
    }
    slopes
}

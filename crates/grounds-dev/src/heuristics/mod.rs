//! Measures the heuristics on labelled sentences that were not written for them.
//!
//! `rules` measures every heuristic rule on the labels of this tree, `classifier` the verdicts of
//! `grounds classify` on these and on the sets of a folder; `pages` puts the figures on the rules' pages.

mod classifier;
mod counts;
mod kinds;
mod labels;
mod pages;
mod records;
mod rules;

use std::fmt::Write as _;
use std::path::Path;

use grounds_model::Level;

pub use classifier::{hedging_figures, hedging_lesson};
pub use counts::{Counts, Share};
pub(crate) use pages::{Figures, pages};
pub use rules::{EXCEPTION, LEAST_FOUND, LEAST_PRECISION, Measured, measured};

/// Every figure as text: first what the labels of this tree give, then, with a folder of labelled
/// sets, what these give.
///
/// # Errors
///
/// If a set of the folder cannot be read.
pub fn measure(folder: Option<&Path>) -> anyhow::Result<String> {
    let mut text = table(&measured());
    text.push('\n');
    text.push_str(&classifier::on_own_labels());
    text.push('\n');
    text.push_str(&records::measure()?);
    if let Some(folder) = folder {
        text.push('\n');
        text.push_str(&classifier::on_sets(folder)?);
    }
    Ok(text)
}

fn table(measured: &[Measured]) -> String {
    let mut text = format!(
        "Heuristic rules, on tests/labels. A rule may be an error by default if its precision is at least \
         {LEAST_PRECISION}\non at least {LEAST_FOUND} findings.\n\n{:34} {:>4} {:>4} {:>4} {:>4}  {:17} {:17} {:5} {:6} {}\n",
        "rule", "n", "TP", "FP", "FN", "precision", "recall", "F1", "level", "house rule"
    );
    for it in measured {
        let counts = it.counts;
        let level = match it.rule.level {
            Level::Error => "error",
            Level::Warn => "warn",
            Level::Allow => "allow",
        };
        let holds = if it.rule.level != Level::Error || it.may_be_an_error() {
            "holds"
        } else if it.rule.id == EXCEPTION {
            "excepted"
        } else {
            "BROKEN"
        };
        let _ = writeln!(
            text,
            "{:34} {:4} {:4} {:4} {:4}  {:17} {:17} {:.3} {level:6} {holds}",
            it.rule.id,
            counts.labelled(),
            counts.hits,
            counts.false_alarms,
            counts.misses,
            pages::shown(counts.precision()),
            pages::shown(counts.recall()),
            counts.f1(),
        );
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_figures_in_the_book_are_those_of_the_labels_of_this_tree() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/heuristics.txt");
        let book = std::fs::read_to_string(path).unwrap();
        let figures = super::measure(None).unwrap();
        assert!(
            book.starts_with(&figures),
            "`cargo run -p grounds-dev -- heuristics FOLDER > docs/heuristics.txt` mends this:\n{figures}"
        );
    }
}

//! The figures on the pages of heuristic rules. They are written by `grounds-dev write`.

use std::collections::BTreeMap;

use grounds_check::{RULES, Rule};

use super::counts::{Counts, Share};
use super::records;
use super::rules::{EXCEPTION, Measured, measured};

/// How the paragraph of the figures begins, on a page.
const BEGINNING: &str = "The rule is a heuristic";

/// The width of a page, in characters.
const WIDTH: usize = 100;

/// The paragraph of figures of each heuristic rule.
pub(crate) struct Figures(BTreeMap<&'static str, String>);

impl Figures {
    /// Measures all of them.
    ///
    /// # Panics
    ///
    /// If the labelled sentences of this tree cannot be read.
    pub(crate) fn today() -> Self {
        let mut all: BTreeMap<&'static str, String> = measured()
            .iter()
            .map(|it| (it.rule.id, figures(it)))
            .collect();
        let (sentences, on_records) =
            records::held_out().expect("the labelled sentences of this tree can be read");
        let on_records = on_records.into_iter();
        all.extend(on_records.map(|(rule, counts)| (rule, figures_on_records(sentences, counts))));
        Self(all)
    }

    /// The page of a rule, with today's figures at the end of what it does if it is heuristic.
    pub(crate) fn page(&self, rule: &Rule) -> String {
        let figures = self.0.get(rule.id);
        figures.map_or_else(|| rule.docs.to_owned(), |it| with_figures(rule, it))
    }
}

/// The pages of heuristic rules, each with its path in the workspace and its text.
pub(crate) fn pages() -> Vec<(String, String)> {
    let figures = Figures::today();
    let heuristic = RULES.iter().filter(|rule| figures.0.contains_key(rule.id));
    heuristic
        .map(|rule| (path(rule), figures.page(rule)))
        .collect()
}

fn path(rule: &Rule) -> String {
    let file = rule.id.replace('-', "_");
    format!("crates/grounds-check/src/rules/{file}.md")
}

/// The page with the paragraph of figures at the end of what the rule does.
fn with_figures(rule: &Rule, figures: &str) -> String {
    let paragraph = wrapped(figures);
    let (does, rest) = rule
        .docs
        .split_once("\n## Why it matters")
        .unwrap_or((rule.docs, ""));
    let kept: Vec<&str> = does
        .split("\n\n")
        .filter(|part| !part.starts_with(BEGINNING))
        .map(|part| part.trim_end_matches('\n'))
        .collect();
    format!(
        "{}\n\n{paragraph}\n\n## Why it matters{rest}",
        kept.join("\n\n")
    )
}

fn figures_on_records(sentences: usize, counts: Counts) -> String {
    format!(
        "{BEGINNING}, in English, and a warning at most. Of {sentences} sentences about records, half of them with an error, it finds {}, \
         rightly {}: precision {}. Of the {} with an error that it is there for it finds {}: recall {}. They were written by somebody \
         who did not know it; `tests/labels/README.md` says how.",
        counts.found(),
        counts.hits,
        shown(counts.precision()),
        counts.hits + counts.misses,
        counts.hits,
        shown(counts.recall()),
    )
}

fn figures(it: &Measured) -> String {
    let counts = it.counts;
    let unit = if it.rule.id == "claim/passage-drift" {
        "passages"
    } else {
        "sentences"
    };
    let level = if it.may_be_an_error() {
        ""
    } else if it.rule.id == EXCEPTION {
        " It is an error all the same: that a page says on what ground it stands is what the tool is for."
    } else {
        " A heuristic that is not shown to be right in 95 % of its findings is a warning at most."
    };
    format!(
        "{BEGINNING}, in English. Of {} labelled {unit} it finds {}, and {} of these {}: precision {}. Of the \
         {} that do it finds {}: recall {}. In parentheses are 95 % intervals; `tests/labels/README.md` says \
         how the labels were given.{level}",
        counts.labelled(),
        counts.found(),
        counts.hits,
        it.labels,
        shown(counts.precision()),
        counts.hits + counts.misses,
        counts.hits,
        shown(counts.recall()),
    )
}

/// `0.93 (0.81–0.98)`
pub(super) fn shown(share: Share) -> String {
    let (low, high) = share.interval;
    share.value.map_or_else(
        || "unknown".to_owned(),
        |value| format!("{value:.2} ({low:.2}–{high:.2})"),
    )
}

fn wrapped(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().filter(|line| {
            line.is_empty() || line.chars().count() + 1 + word.chars().count() <= WIDTH
        });
        match line {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

//! The heuristic rules, each with the labels that it is measured by.
//!
//! A rule is measured as it decides on the words of one sentence. What it asks of records besides
//! (a certainty, a design) is taken as given: so `wording/too-certain` is measured at low certainty.

use grounds_check::classify::{self, Strength};
use grounds_check::wording::{self, Tier};
use grounds_check::{RULES, Rule};
use grounds_load::Setting;

use super::counts::Counts;
use super::labels;

/// The least precision of a heuristic rule that is an error without settings.
pub const LEAST_PRECISION: f64 = 0.95;

/// The least number of findings by which that is shown.
pub const LEAST_FOUND: usize = 20;

/// The rule that is an error whatever its figures are: that a claim says on what ground it stands is what
/// the tool is for, and its label is one word.
pub const EXCEPTION: &str = "citation/unaccounted-sentence";

/// A heuristic rule, measured.
#[derive(Debug)]
pub struct Measured {
    /// The rule.
    pub rule: &'static Rule,
    /// What is labelled: “sentences that …”.
    pub labels: &'static str,
    /// How it did.
    pub counts: Counts,
}

impl Measured {
    /// Whether the rule may be an error without settings: the house rule for heuristics.
    pub fn may_be_an_error(&self) -> bool {
        let precise = self.counts.precision().value.unwrap_or(0.0) >= LEAST_PRECISION;
        precise && self.counts.found() >= LEAST_FOUND
    }
}

/// A rule's name, what is labelled, and how it did.
type Row = (&'static str, &'static str, Counts);

/// Every heuristic rule, in order of its name.
pub fn measured() -> Vec<Measured> {
    let mut rows = of_coverage();
    rows.extend(of_words());
    rows.extend(of_strength());
    rows.sort_unstable_by_key(|(id, ..)| *id);
    let rule = |id| RULES.iter().find(|rule| rule.id == id);
    rows.into_iter()
        .filter_map(|(id, labels, counts)| {
            Some(Measured {
                rule: rule(id)?,
                labels,
                counts,
            })
        })
        .collect()
}

/// The rules that ask whether a sentence states something.
fn of_coverage() -> Vec<Row> {
    let evident = |text: &str| classify::evident_in(text, Setting::Paragraph).is_some();
    let worthy = |text: &str| classify::check_worthy(text).is_some();
    // How often a rule is right depends on how common claims are, so only the random draw counts.
    let sentences = labels::sentences().drawn("random");
    let sentence = count(sentences.columns("health-claim", "text"), "yes", |text| {
        !evident(text) && worthy(text)
    });
    let without_words = sentences
        .columns("kind", "text")
        .filter(|[_, text]| !worthy(text));
    let statement = count(without_words, "claim", |text| !evident(text));
    vec![
        (
            "citation/unaccounted-sentence",
            "state something about health or the life sciences that can be checked",
            sentence,
        ),
        (
            "citation/unaccounted-statement",
            "state something, of those in which no word asks for a check",
            statement,
        ),
    ]
}

/// The rules that look for certain words.
fn of_words() -> Vec<Row> {
    let table = labels::wording();
    let column =
        |name, found: &dyn Fn(&str) -> bool| count(table.columns(name, "text"), "yes", found);
    let absolute = column("absolute", &|text| wording::absolute(text).is_some());
    let leaves = "leave no doubt and no exception";
    let pairs = labels::pairs();
    let mut drift = Counts::default();
    let statements = pairs.columns("statement", "label");
    for ([label, passage], [statement, _]) in pairs.columns("label", "passage").zip(statements) {
        drift.add(classify::drifts(passage, statement), label == "drift");
    }
    vec![
        ("wording/absolute", leaves, absolute),
        ("wording/absolute-claim", leaves, absolute),
        (
            "wording/hanging-comparison",
            "compare and do not say with what",
            column("hanging", &|text| {
                wording::hanging_comparison(text).is_some()
            }),
        ),
        (
            "wording/no-effect",
            "say that something has no effect, or that groups do not differ",
            column("no-effect", &|text| wording::no_effect(text).is_some()),
        ),
        (
            "wording/relative-without-absolute",
            "give a relative effect and no absolute numbers",
            column("relative", &|text| {
                wording::relative_effect(text).is_some() && !wording::gives_absolute(text)
            }),
        ),
        (
            "citation/unnamed-research",
            "appeal to research and do not name it",
            column("research", &|text| {
                wording::appeal_to_research(text).is_some()
            }),
        ),
        (
            "claim/passage-drift",
            "say something else than their statement does",
            drift,
        ),
    ]
}

/// The rules that ask how sure, or how causal, words are.
fn of_strength() -> Vec<Row> {
    let table = labels::sentences();
    let of = |positive: &str, among: &[&str], found: &dyn Fn(&str) -> bool| {
        let rows = table
            .columns("strength", "text")
            .filter(|[label, _]| among.contains(label));
        count(rows, positive, found)
    };
    let direct = Strength::DirectCausal.name();
    let conditional = Strength::ConditionalCausal.name();
    let causes = [direct, conditional];
    let sure = |text: &str| wording::tier(text).is_some_and(|tier| tier >= Tier::Probably);
    let all = [direct, conditional, "correlational", "none"];
    vec![
        (
            "wording/causal-on-association",
            "say that one thing brings about another",
            of(direct, &all, &|text| {
                classify::causal_strength(text).0 == Strength::DirectCausal
                    && wording::tier(text).is_none_or(|tier| tier > Tier::May)
            }),
        ),
        (
            "wording/needless-hedge",
            "hold an effect possible, of those that state one or hold it possible",
            of(conditional, &causes, &|text| {
                wording::hedges_needlessly(text)
            }),
        ),
        (
            "wording/speculation-stated",
            "state an effect, of those that state one or hold it possible",
            of(direct, &causes, &sure),
        ),
        (
            "wording/too-certain",
            "state an effect, of those that state one or hold it possible",
            of(direct, &causes, &sure),
        ),
    ]
}

/// Counts over rows of a label and a text; `-` is no label.
fn count<'a>(
    rows: impl Iterator<Item = [&'a str; 2]>,
    positive: &str,
    found: impl Fn(&str) -> bool,
) -> Counts {
    let mut counts = Counts::default();
    for [label, text] in rows.filter(|[label, _]| *label != "-") {
        counts.add(found(text), label == positive);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heuristic_rule_is_measured() {
        let measured: Vec<&str> = measured().iter().map(|it| it.rule.id).collect();
        assert_eq!(measured, grounds_check::HEURISTICS);
    }

    #[test]
    fn a_heuristic_rule_is_an_error_only_where_it_is_nearly_always_right() {
        for it in measured() {
            assert!(
                it.rule.level != grounds_model::Level::Error
                    || it.may_be_an_error()
                    || it.rule.id == EXCEPTION,
                "{} is an error: {:?}",
                it.rule.id,
                it.counts
            );
        }
    }
}

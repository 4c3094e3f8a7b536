//! A claim: what one finding says, in the words that its certainty allows; or an idea.

use std::fmt::Write as _;

use super::fault::Fault;
use super::study::{Study, capital, name};
use super::topic::{Outcome, Topic};
use super::{Stream, Synthetic};

/// The facts of a claim.
#[derive(Debug)]
pub(super) struct Claim {
    index: usize,
    pub(super) key: String,
    pub(super) speculative: bool,
    sure: bool,
    pub(super) study: Study,
    /// Which of the study's findings it states.
    pub(super) finding: usize,
}

impl Claim {
    pub(super) fn new(set: &Synthetic, index: usize) -> Self {
        let mut draw = set.draw(Stream::Claim, index);
        let number = set.study_of_claim(index);
        let study = set.study(number);
        let finding = index - set.claims_of_study(number).start;
        let speculative = draw.share() < 0.2 && !set.is_first_of_study(index);
        let outcome = study.findings[finding].outcome.concept.id();
        Self {
            index,
            key: format!("{}-{outcome}-{index}", study.topic.intervention.id()),
            speculative,
            sure: draw.share() < 0.3,
            study,
            finding,
        }
    }

    fn outcome(&self) -> Outcome {
        self.study.findings[self.finding].outcome
    }

    /// What it says, without a full stop.
    pub(super) fn statement(&self) -> String {
        let Topic {
            condition,
            intervention,
            comparator,
        } = self.study.topic;
        let Outcome { concept, verb } = self.outcome();
        let (intervention, outcome) = (intervention.label(), concept.label());
        if self.speculative {
            return format!(
                "{} might change {outcome} in {} by way of the nerves",
                capital(&intervention),
                condition.label()
            );
        }
        let hedge = if self.sure { "probably" } else { "may" };
        let verb = if self.sure {
            format!("{verb}s")
        } else {
            verb.to_owned()
        };
        format!(
            "In adults with {}, the use of {intervention} {hedge} {verb} {outcome} more than {}",
            condition.label(),
            comparator.label()
        )
    }

    /// `claims/<key>.yaml`.
    pub(super) fn text(&self, set: &Synthetic, fault: Option<Fault>) -> String {
        let mut text =
            "# yaml-language-server: $schema=../../schemas/claim.schema.json\n".to_owned();
        let field = match fault {
            Some(Fault::MisspeltField) => "statment",
            _ => "statement",
        };
        let _ = writeln!(text, "{field}: {}.", self.statement());
        text.push_str(if self.speculative {
            "kind: mechanism\nbasis: speculative\n"
        } else {
            "kind: efficacy\nbasis: evidence\n"
        });
        self.scope(&mut text);
        if !self.speculative {
            self.evidence(set, fault, &mut text);
        }
        text.push_str("review: {by: A. Reviewer, on: 2026-06-01, due: 2036-06-01}\n");
        if let Some(Fault::Syntax) = fault {
            text.push_str("note: [a list that nobody closes\n");
        }
        text
    }

    fn scope(&self, text: &mut String) {
        let Topic {
            condition,
            intervention,
            comparator,
        } = self.study.topic;
        let Outcome { concept, verb } = self.outcome();
        let _ = write!(
            text,
            "scope:\n  population: [adults, {}]\n  intervention: [{}]\n",
            condition.id(),
            intervention.id()
        );
        if !self.speculative {
            let _ = writeln!(text, "  comparator: [{}]", comparator.id());
        }
        let _ = writeln!(text, "  outcome: {}", concept.id());
        if !self.speculative {
            let effect = if verb == "lower" {
                "decrease"
            } else {
                "increase"
            };
            let _ = writeln!(text, "  at: {}\neffect: {effect}", self.study.at());
        }
    }

    fn evidence(&self, set: &Synthetic, fault: Option<Fault>, text: &mut String) {
        let level = match (fault, self.sure) {
            (Some(Fault::Level), _) => "high",
            (_, true) => "moderate",
            (_, false) => "low",
        };
        let _ = write!(
            text,
            "certainty:\n  level: {level}\n  start: high\n  downgrades:\n    - domain: risk-of-bias\n      \
             steps: 1\n      reason: Nobody could be blinded to the treatment.\n"
        );
        if !self.sure {
            text.push_str(
                "    - domain: imprecision\n      steps: 1\n      reason: It is one trial, and a small one.\n",
            );
        }
        let study = match fault {
            Some(Fault::DanglingStudy) => "nobody-1900",
            _ => &self.study.key,
        };
        let _ = write!(
            text,
            "evidence:\n  - study: {study}\n    relation: supports\n    finding: {}\n",
            name(self.finding)
        );
        let other = (set.study_of_claim(self.index) + 1) % set.shape.studies;
        if self.index.is_multiple_of(3) && set.shape.studies > 1 {
            let _ = write!(
                text,
                "  - study: {}\n    relation: background\n    explanation: It describes the same kind of clinic.\n",
                set.study(other).key
            );
        }
    }
}

//! A study: a trial with two arms, and one finding for each claim that stands on it.

use std::fmt::Write as _;

use super::fault::Fault;
use super::lists::LISTS;
use super::topic::{Outcome, Topic, slug};
use super::{Stream, Synthetic};

/// The facts of a study.
#[derive(Debug)]
pub(super) struct Study {
    index: usize,
    pub(super) key: String,
    pub(super) topic: Topic,
    authors: Vec<(&'static str, &'static str)>,
    year: u32,
    treated: u32,
    control: u32,
    weeks: u32,
    pub(super) findings: Vec<Finding>,
}

/// A difference between the arms, in tenths of a point, with half the width of its interval.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) outcome: Outcome,
    difference: u32,
    half: u32,
}

impl Finding {
    /// The difference with its sign: `-4.2`.
    pub(super) fn size(&self) -> String {
        format!("{}{}", self.sign(), tenths(self.difference))
    }

    /// The limits of its interval, the lower first.
    pub(super) fn limits(&self) -> (String, String) {
        let sign = self.sign();
        let near = format!("{sign}{}", tenths(self.difference - self.half));
        let far = format!("{sign}{}", tenths(self.difference + self.half));
        if sign.is_empty() {
            (near, far)
        } else {
            (far, near)
        }
    }

    fn sign(&self) -> &'static str {
        match self.outcome.verb {
            "lower" => "-",
            _ => "",
        }
    }
}

fn tenths(value: u32) -> String {
    format!("{}.{}", value / 10, value % 10)
}

impl Study {
    pub(super) fn new(set: &Synthetic, index: usize) -> Self {
        let mut draw = set.draw(Stream::Study, index);
        let topic = set.topics.topic(&mut draw);
        let count = draw.within(1..=6);
        let authors: Vec<_> = (0..count)
            .map(|_| (LISTS.families.draw(&mut draw), LISTS.givens.draw(&mut draw)))
            .collect();
        let year = draw.within(1990..=2025);
        let claims = set.claims_of_study(index);
        let count = u32::try_from(claims.len()).unwrap_or(1);
        let findings = (0..count)
            .map(|number| {
                // No two findings of a study have the same numbers.
                let half = 3 + number + count * draw.within(1..=9);
                Finding {
                    outcome: set.topics.outcome(&mut draw),
                    difference: half * draw.within(25..=32) / 10,
                    half,
                }
            })
            .collect();
        Self {
            index,
            key: format!("{}-{year}-{index}", slug(authors[0].0)),
            topic,
            authors,
            year,
            treated: draw.within(30..=400),
            control: draw.within(30..=400),
            weeks: draw.within(4..=52),
            findings,
        }
    }

    /// The follow-up: `12 weeks`.
    pub(super) fn at(&self) -> String {
        format!("{} weeks", self.weeks)
    }

    /// How many people took part.
    pub(super) fn people(&self) -> u32 {
        self.treated + self.control
    }

    /// `studies/<key>.yaml`.
    pub(super) fn text(&self, set: &Synthetic, fault: Option<Fault>) -> String {
        let mut text =
            "# yaml-language-server: $schema=../../schemas/study.schema.json\n".to_owned();
        self.report(set, fault, &mut text);
        let Topic {
            condition,
            intervention,
            comparator,
        } = self.topic;
        let _ = write!(
            text,
            "design: rct\nspecies: human\nregistration: NCT{:08}\npopulation:\n  concepts: [adults, {}]\n  \
             enrolled: {}\ngroups: parallel\narms:\n  treated:\n    interventions: [{}]\n    n: {}\n  \
             control:\n    interventions: [{}]\n    n: {}\nfindings:\n",
            self.index + 1,
            condition.id(),
            self.people(),
            intervention.id(),
            self.treated,
            comparator.id(),
            self.control
        );
        for (i, finding) in self.findings.iter().enumerate() {
            self.finding(i, finding, fault, &mut text);
        }
        let _ = write!(
            text,
            "limitations:\n  - Nobody could be blinded to {}.\nsources:\n  - https://doi.org/{}\n",
            intervention.label(),
            self.doi(set)
        );
        match fault {
            Some(Fault::Retracted) => text.push_str(
                "standing:\n  - {event: retracted, on: 2026-01-15, reason: Invented for a measurement.}\n",
            ),
            Some(Fault::Syntax) => text.push_str("note: \"a quotation mark that nobody closes\n"),
            _ => {}
        }
        text
    }

    fn doi(&self, set: &Synthetic) -> String {
        format!("10.5555/synthetic.{}.{}", set.shape.seed, self.index)
    }

    fn report(&self, set: &Synthetic, fault: Option<Fault>, text: &mut String) {
        let mut draw = set.draw(Stream::Study, self.index ^ 1 << 40);
        let _ = write!(
            text,
            "report:\n  type: article-journal\n  title: \"{} against {} in adults with {}: a randomised trial\"\n  author:\n",
            capital(&self.topic.intervention.label()),
            self.topic.comparator.label(),
            self.topic.condition.label()
        );
        for (family, given) in &self.authors {
            let _ = writeln!(text, "    - {{family: {family}, given: {given}}}");
        }
        let first = draw.within(1..=900);
        let doi = match fault {
            Some(Fault::Identifier) => format!("doi {}", self.doi(set)),
            _ => self.doi(set),
        };
        let _ = write!(
            text,
            "  issued: {}\n  container-title: {}\n  volume: \"{}\"\n  page: {first}-{}\n  DOI: {doi}\n  PMID: \"{}\"\n",
            self.year,
            LISTS.journals.draw(&mut draw),
            draw.within(1..=80),
            first + draw.within(3..=14),
            10_000_000 + self.index
        );
    }

    fn finding(&self, number: usize, finding: &Finding, fault: Option<Fault>, text: &mut String) {
        let Finding { outcome, .. } = finding;
        let (low, high) = finding.limits();
        let (low, high) = match fault {
            Some(Fault::Interval) => (format!("{high}9"), high),
            _ => (low, high),
        };
        let _ = write!(
            text,
            "  {}:\n    outcome: {}\n    at: {}\n    measure: mean-difference\n    unit: points\n    \
             contrast: {{arm: treated, against: control}}\n    estimate: \"{}\"\n    \
             interval: {{level: \"95\", low: \"{low}\", high: \"{high}\"}}\n    p: \"<0.001\"\n    locator: Table {}\n",
            name(number),
            outcome.concept.id(),
            self.at(),
            finding.size(),
            number + 1
        );
    }
}

/// The name of a study's finding, by its number.
pub(super) fn name(finding: usize) -> String {
    format!("result-{}", finding + 1)
}

/// With a capital letter.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}

//! Forest plots: the effects that a claim's studies report, one under the other.
//!
//! Effects share a plot only where they are the same measure of the same outcome in the same unit.
//! They are never pooled here, and no weights are drawn, for the bundle holds none.

use std::collections::{BTreeMap, BTreeSet};

use super::scale::{Scale, tick_label};
use super::{WIDTH, cut, line, open, polygon, words};
use crate::bundle::terms::{Design, Dimension, Directness, Measure, Relation};
use crate::bundle::{Claim, EvidenceLine, Finding};
use crate::site::html::Html;
use crate::site::index::Index;
use crate::site::words as terms;

const ROW: f64 = 42.0;
const AXIS: f64 = 44.0;
const MARGIN: f64 = 8.0;

/// Half the side of the square of an estimate.
const HALF: f64 = 4.5;

/// One effect.
#[derive(Debug)]
struct Effect<'a> {
    label: &'a str,
    /// Whether it is of a meta-analysis.
    pooled: bool,
    retracted: bool,
    relation: Relation,
    finding: &'a Finding,
    estimate: f64,
    interval: Option<(f64, f64)>,
}

impl Effect<'_> {
    /// `1.32 (0.73 to 1.92)`.
    fn numbers(&self) -> String {
        let number = |text: &str| text.replace('-', "−");
        let estimate = number(self.finding.estimate.as_deref().unwrap_or_default());
        match &self.finding.interval {
            Some(interval) => format!(
                "{estimate} ({} to {})",
                number(&interval.low),
                number(&interval.high)
            ),
            None => format!("{estimate} (no interval)"),
        }
    }

    /// The ends of the interval, in order; the estimate where there is none.
    fn reach(&self) -> (f64, f64) {
        let (a, b) = self.interval.unwrap_or((self.estimate, self.estimate));
        (a.min(b), a.max(b))
    }

    /// `Kumar et al. 2018 (against)`.
    fn name(&self) -> String {
        let mut name = cut(self.label, 24);
        if self.relation == Relation::Disputes {
            name.push_str(" (against)");
        }
        if self.retracted {
            name.push_str(" (retracted)");
        }
        name
    }
}

/// The plots of a claim, as HTML: one for each measure of an outcome that two studies report.
pub(in crate::site) fn forest_plots(index: &Index, claim: &Claim) -> String {
    let mut html = Html::default();
    for (number, effects) in comparable(index, claim).into_values().enumerate() {
        if effects.len() > 1 && effects.iter().any(|effect| effect.interval.is_some()) {
            let id = format!("forest-{}-{}", claim.id, number + 1);
            draw(&mut html, &id, index, &effects);
        }
    }
    html.into_string()
}

type Comparable<'a> = BTreeMap<(&'a str, &'static str, &'a str), Vec<Effect<'a>>>;

/// The effects of the claim's evidence by outcome, measure and unit.
fn comparable<'a>(index: &'a Index, claim: &'a Claim) -> Comparable<'a> {
    let mut groups = Comparable::new();
    let mut seen = BTreeSet::new();
    for evidence in &claim.evidence {
        let named = (evidence.study.as_str(), evidence.finding.as_deref());
        if !bears(evidence) || !seen.insert(named) {
            continue;
        }
        let study = index.study(&evidence.study);
        let found = study.and_then(|study| {
            let id = evidence.finding.as_deref()?;
            let finding = study.findings.iter().find(|finding| finding.id == id)?;
            Some((study, finding))
        });
        let Some((study, finding)) = found else {
            continue;
        };
        let Some(measure) = measure(finding.measure) else {
            continue;
        };
        let ratio = is_ratio(finding.measure);
        let number = |text: &String| text.parse::<f64>().ok().filter(|n| n.is_finite());
        let Some(estimate) = finding.estimate.as_ref().and_then(number) else {
            continue;
        };
        // No ratio is zero or less: such a number has no place on the axis.
        if ratio && estimate <= 0.0 {
            continue;
        }
        let interval = finding
            .interval
            .as_ref()
            .and_then(|interval| Some((number(&interval.low)?, number(&interval.high)?)));
        let unit = finding.unit.as_deref().unwrap_or_default();
        groups
            .entry((finding.outcome.as_str(), measure, unit))
            .or_default()
            .push(Effect {
                label: &study.label,
                pooled: matches!(
                    study.design,
                    Design::MetaAnalysis | Design::SystematicReview
                ),
                retracted: study.standing.retracted,
                relation: evidence.relation,
                finding,
                estimate,
                interval,
            });
    }
    groups
}

/// Whether a line's finding can stand beside those of others: it is evidence, and of no other comparison
/// or outcome than the claim's.
fn bears(evidence: &EvidenceLine) -> bool {
    let other = evidence.directness.iter().any(|part| {
        let compared = [
            Dimension::Intervention,
            Dimension::Comparator,
            Dimension::Outcome,
        ];
        part.judgement == Directness::Different && compared.contains(&part.dimension)
    });
    evidence.relation != Relation::Background && !other
}

/// The measures that can be compared between studies, with their names.
fn measure(measure: Measure) -> Option<&'static str> {
    match measure {
        Measure::MeanDifference => Some("mean difference"),
        Measure::StandardisedMeanDifference => Some("standardised mean difference"),
        Measure::RiskDifference => Some("risk difference"),
        Measure::RiskRatio => Some("risk ratio"),
        Measure::OddsRatio => Some("odds ratio"),
        Measure::HazardRatio => Some("hazard ratio"),
        Measure::RateRatio => Some("rate ratio"),
        _ => None,
    }
}

fn is_ratio(measure: Measure) -> bool {
    matches!(
        measure,
        Measure::RiskRatio | Measure::OddsRatio | Measure::HazardRatio | Measure::RateRatio
    )
}

fn draw(html: &mut Html, id: &str, index: &Index, effects: &[Effect<'_>]) {
    let first = effects[0].finding;
    let ratio = is_ratio(first.measure);
    let Some(scale) = Scale::of(
        &shown_numbers(effects, ratio),
        ratio,
        MARGIN,
        WIDTH - MARGIN,
    ) else {
        return;
    };
    let rows = effects.iter().map(|_| ROW).sum::<f64>();
    let name = measure(first.measure).unwrap_or_default();
    let outcome = index.concept_label(&first.outcome);
    let unit = first.unit.as_deref();
    let unit = unit.map(|unit| format!(", {unit}")).unwrap_or_default();
    let title = format!("{}: {name}{unit}", terms::capitalised(outcome));
    html.raw("<figure class=\"forest\"><figcaption>");
    html.text(&title);
    html.raw("</figcaption>");
    let description = describe(effects);
    open(html, id, "img", rows + AXIS, (&title, &description));
    let no_effect = scale.position(if ratio { 1.0 } else { 0.0 });
    line(
        html,
        "no-effect",
        (no_effect, 20.0),
        (no_effect, rows + 8.0),
    );
    let mut top = 0.0;
    for effect in effects {
        row(html, &scale, effect, top);
        top += ROW;
    }
    axis(html, &scale, rows + 8.0);
    html.close("svg");
    html.raw("</figure>");
}

/// The numbers that decide how long the axis is.
///
/// A result far from all others does not count, nor does the end of an interval far from all results:
/// these are drawn as arrows, and the rest can be read.
fn shown_numbers(effects: &[Effect<'_>], ratio: bool) -> Vec<f64> {
    let along = |number: f64| if ratio { number.ln() } else { number };
    let estimates: Vec<f64> = effects
        .iter()
        .map(|effect| along(effect.estimate))
        .collect();
    let near: Vec<&Effect<'_>> = effects
        .iter()
        .enumerate()
        .filter(|(at, _)| !is_far(&estimates, *at))
        .map(|(_, effect)| effect)
        .collect();
    let core = near.iter().map(|effect| along(effect.estimate));
    let (low, high) = range(core.chain([0.0]));
    let room = 3.0 * (high - low);
    let ends = near.iter().flat_map(|effect| {
        let (low, high) = effect.reach();
        [low, high]
    });
    let kept = ends.filter(|end| {
        let at = along(*end);
        // Where all results are no effect, only the intervals say how long the axis is.
        room == 0.0 || (low - room..=high + room).contains(&at)
    });
    kept.chain(near.iter().map(|effect| effect.estimate))
        .collect()
}

/// Whether a result lies farther from the others than twice their whole range; two have no range.
fn is_far(estimates: &[f64], at: usize) -> bool {
    let others = estimates
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != at);
    let (low, high) = range(others.map(|(_, estimate)| *estimate));
    let room = 2.0 * (high - low);
    estimates.len() > 2 && room > 0.0 && (estimates[at] > high + room || estimates[at] < low - room)
}

fn range(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), number| {
        (low.min(number), high.max(number))
    })
}

fn row(html: &mut Html, scale: &Scale, effect: &Effect<'_>, top: f64) {
    let middle = top + 29.0;
    let (left, right) = scale.ends();
    words(html, "name", "start", (left, top + 15.0), &effect.name());
    words(html, "value", "end", (right, top + 15.0), &effect.numbers());
    let (low, high) = effect.reach();
    let (from, to) = (scale.position(low), scale.position(high));
    let x = scale.position(effect.estimate);
    let whole = from >= left && to <= right;
    if effect.pooled && whole && to - from > 2.0 * HALF && (from..=to).contains(&x) {
        let corners = [
            (from, middle),
            (x, middle - 6.0),
            (to, middle),
            (x, middle + 6.0),
        ];
        polygon(html, "estimate", &corners);
        return;
    }
    if from <= right && to >= left {
        let inside = |position: f64| position.clamp(left, right);
        line(
            html,
            "interval",
            (inside(from), middle),
            (inside(to), middle),
        );
    }
    if to > right {
        arrow(html, (right, middle), -8.0);
    }
    if from < left {
        arrow(html, (left, middle), 8.0);
    }
    if (left..=right).contains(&x) {
        let square = [(-HALF, -HALF), (HALF, -HALF), (HALF, HALF), (-HALF, HALF)];
        let diamond = [(-6.0, 0.0), (0.0, -6.0), (6.0, 0.0), (0.0, 6.0)];
        let corners = if effect.pooled { diamond } else { square };
        let corners = corners.map(|(right, down)| (x + right, middle + down));
        polygon(html, "estimate", &corners);
    }
}

/// An arrow whose point is at `(x, y)` and whose foot is `back` from it.
fn arrow(html: &mut Html, (x, y): (f64, f64), back: f64) {
    let corners = [(x, y), (x + back, y - 5.0), (x + back, y + 5.0)];
    polygon(html, "estimate", &corners);
}

fn axis(html: &mut Html, scale: &Scale, y: f64) {
    let (left, right) = scale.ends();
    line(html, "axis", (left, y), (right, y));
    for tick in scale.ticks() {
        let x = scale.position(tick);
        line(html, "axis", (x, y), (x, y + 4.0));
        words(html, "tick", "middle", (x, y + 16.0), &tick_label(tick));
    }
    words(html, "tick", "start", (left, y + 32.0), "← lower");
    words(html, "tick", "end", (right, y + 32.0), "higher →");
}

fn describe(effects: &[Effect<'_>]) -> String {
    let rows: Vec<String> = effects
        .iter()
        .map(|effect| format!("{}: {}", effect.name(), effect.numbers()))
        .collect();
    format!("{}. The results are not pooled.", rows.join("; "))
}

#[cfg(test)]
mod tests;

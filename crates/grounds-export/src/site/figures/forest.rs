//! Forest plots: the effects that a claim's studies report, one under the other.
//!
//! Effects share a plot only where they are the same measure of the same outcome in the same unit.
//! They are never pooled here, and no weights are drawn, for the bundle holds none.

use std::collections::BTreeMap;

use super::scale::{Scale, tick_label};
use super::{WIDTH, cut, line, open, polygon, words};
use crate::bundle::terms::{Measure, Relation};
use crate::bundle::{Claim, Finding};
use crate::site::html::Html;
use crate::site::index::Index;
use crate::site::words as terms;

const ROW: f64 = 42.0;
const AXIS: f64 = 44.0;
const MARGIN: f64 = 8.0;

/// One effect.
#[derive(Debug)]
struct Effect<'a> {
    label: &'a str,
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

    fn reach(&self) -> (f64, f64) {
        self.interval.unwrap_or((self.estimate, self.estimate))
    }
}

/// The plots of a claim, as HTML: one for each measure of an outcome that two studies report.
pub(in crate::site) fn forest_plots(index: &Index<'_>, claim: &Claim) -> String {
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
fn comparable<'a>(index: &Index<'a>, claim: &'a Claim) -> Comparable<'a> {
    let mut groups = Comparable::new();
    for evidence in &claim.evidence {
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
        let number = |text: &String| text.parse::<f64>().ok().filter(|n| n.is_finite());
        let Some(estimate) = finding.estimate.as_ref().and_then(number) else {
            continue;
        };
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
                relation: evidence.relation,
                finding,
                estimate,
                interval,
            });
    }
    groups
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

fn draw(html: &mut Html, id: &str, index: &Index<'_>, effects: &[Effect<'_>]) {
    let first = effects[0].finding;
    let ratio = is_ratio(first.measure);
    let Some(scale) = Scale::of(&shown_numbers(effects), ratio, MARGIN, WIDTH - MARGIN) else {
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

/// The numbers that decide how long the axis is: those of an effect that lies far from all others
/// are left out, and it is drawn as an arrow.
fn shown_numbers(effects: &[Effect<'_>]) -> Vec<f64> {
    let reach = |effects: &[&Effect<'_>]| {
        let ends = effects.iter().map(|effect| effect.reach());
        ends.fold((f64::MAX, f64::MIN), |(low, high), (l, h)| {
            (low.min(l), high.max(h))
        })
    };
    let far = |effect: &&Effect<'_>| {
        let others: Vec<&Effect<'_>> = effects
            .iter()
            .filter(|other| !std::ptr::eq(*other, *effect))
            .collect();
        let (low, high) = reach(&others);
        let room = 2.0 * (high - low);
        effects.len() > 2
            && room > 0.0
            && (effect.estimate > high + room || effect.estimate < low - room)
    };
    let near: Vec<&Effect<'_>> = effects.iter().filter(|effect| !far(effect)).collect();
    let near = if near.is_empty() {
        effects.iter().collect()
    } else {
        near
    };
    near.iter()
        .flat_map(|effect| {
            let (low, high) = effect.reach();
            [low, high]
        })
        .collect()
}

fn row(html: &mut Html, scale: &Scale, effect: &Effect<'_>, top: f64) {
    let middle = top + 29.0;
    let (left, right) = scale.ends();
    let against = match effect.relation {
        Relation::Disputes => " (against)",
        _ => "",
    };
    let label = format!("{}{against}", cut(effect.label, 26));
    words(html, "name", "start", (left, top + 15.0), &label);
    words(html, "value", "end", (right, top + 15.0), &effect.numbers());
    let (low, high) = effect.reach();
    let (from, to) = (scale.position(low), scale.position(high));
    let inside = |position: f64| position.clamp(left, right);
    if from <= right && to >= left {
        line(
            html,
            "interval",
            (inside(from), middle),
            (inside(to), middle),
        );
    }
    if to > right {
        polygon(
            html,
            "estimate",
            &[
                (right, middle),
                (right - 8.0, middle - 5.0),
                (right - 8.0, middle + 5.0),
            ],
        );
    }
    if from < left {
        polygon(
            html,
            "estimate",
            &[
                (left, middle),
                (left + 8.0, middle - 5.0),
                (left + 8.0, middle + 5.0),
            ],
        );
    }
    let x = scale.position(effect.estimate);
    if (left..=right).contains(&x) {
        let half = 4.5;
        let corners = [(-half, -half), (half, -half), (half, half), (-half, half)];
        let corners = corners.map(|(right, down)| (x + right, middle + down));
        polygon(html, "estimate", &corners);
    }
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
        .map(|effect| format!("{}: {}", effect.label, effect.numbers()))
        .collect();
    format!("{}. The results are not pooled.", rows.join("; "))
}

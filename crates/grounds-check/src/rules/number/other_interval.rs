//! The bounds of an interval, or its estimate, that belong to different results.

use grounds_load::Document;
use grounds_model::{Key, Level, Study};
use grounds_numbers::quantity::{Kind, Quantity};
use grounds_numbers::{Exact, Unit};

use super::in_finding;
use crate::context::Context;
use crate::numbers::{Judged, Known, Said, with_known};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/other-interval",
    level: Level::Error,
    summary: "the bounds of an interval, or the estimate before it, are not of one result",
    docs: include_str!("other_interval.md"),
    check: Check::Sentence(check),
};

type Found<'a> = (&'a Quantity, Vec<(&'a str, &'a Known)>);

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    if let Some(said) = Said::of_sentence(&at) {
        check_said(cx, &said);
    }
}

pub(super) fn check_said(cx: &mut Context<'_>, said: &Said<'_, '_>) {
    let text = said.text;
    let found: Vec<Found<'_>> = said.judged.iter().filter_map(found).collect();
    for (i, pair) in found.windows(2).enumerate() {
        let [low, high] = pair else { continue };
        if !is_interval(text, low.0, high.0) {
            continue;
        }
        let bounds: Vec<(&str, &Key)> = results(low, Part::Bound);
        let others = results(high, Part::Bound);
        let both: Vec<_> = bounds
            .iter()
            .copied()
            .filter(|of| others.contains(of))
            .collect();
        if both.is_empty() {
            if !(bounds.is_empty() && others.is_empty()) {
                let (stray, known_end) = if bounds.is_empty() {
                    (low, high)
                } else {
                    (high, low)
                };
                let what = "is no bound of the interval that the other belongs to";
                report(cx, said, stray, known_end, what);
            }
            continue;
        }
        if low.0.value > high.0.value {
            let what = "is the upper bound of the interval, and stands before the lower one";
            report(cx, said, low, high, what);
            continue;
        }
        if let Some((level, source)) = other_level(cx, said, low.0, &both) {
            let words = &text[level.whole.clone()];
            let message = format!("`{words}` is not the level of this interval");
            let diagnostic = cx.at(said.place(cx, &level.whole), message);
            let diagnostic = diagnostic.label("of another interval");
            let (study, own) = source;
            let place = in_finding(study, own, "/interval/level");
            let diagnostic = diagnostic.with(place, "this interval has another level");
            cx.report(diagnostic.help(
                "write the level that the record has for these bounds, or the bounds of this level",
            ));
        }
        let estimate = found[..i].iter().rev().find(|found| !is_time(found.0));
        if let Some(estimate) = estimate.filter(|of| stands_before(text, of.0, low.0))
            && let Some(what) = fault_of_estimate(cx, text, estimate, low, &both)
        {
            report(cx, said, estimate, low, what);
        }
    }
}

/// The level that stands before the bounds of an interval, with the finding of the interval, where that has another one.
fn other_level<'s, 'a>(
    cx: &Context<'a>,
    said: &'s Said<'_, 'a>,
    low: &Quantity,
    interval: &[(&str, &Key)],
) -> Option<(&'s Quantity, (&'a Document<Study>, &'a Key))> {
    let before = said.judged.iter().rev();
    let (level, judged) = before
        .filter(|(quantity, _)| quantity.whole.end <= low.number.start)
        .find(|(quantity, _)| quantity.unit.as_ref() == Some(&Unit::percent()))?;
    let is_level = |(_, known): &(Option<&str>, Known)| known.is_level();
    let between = said.text.get(level.whole.end..low.number.start)?;
    let beside = between.len() < 40 && !between.contains(['(', ')', ';', '.']);
    let named = between.contains("CI") || between.contains("CrI") || between.contains("interval");
    if !matches!(judged, Judged::Found(all) if all.iter().any(is_level)) || !beside || !named {
        return None;
    }
    let mut other = None;
    for (study, key) in interval {
        let document = cx.set().studies.get(study)?;
        let (key, finding) = document.value.findings.get_key_value(*key)?;
        let own = finding.interval.as_ref()?.level.as_ref()?;
        if Exact::read(own.as_str())?.value() == level.value.value() {
            return None;
        }
        other = Some((document, key));
    }
    Some((level, other?))
}

/// What is wrong with the number before an interval, if it is a result and cannot be the interval's estimate.
fn fault_of_estimate(
    cx: &Context<'_>,
    text: &str,
    estimate: &Found<'_>,
    low: &Found<'_>,
    interval: &[(&str, &Key)],
) -> Option<&'static str> {
    let own = results(estimate, Part::Other);
    if own.is_empty() {
        let is_bound = !results(estimate, Part::Bound).is_empty();
        return is_bound.then_some("is a bound of the interval, and not its estimate");
    }
    let all_results = own.len() == estimate.1.len();
    let between = text.get(estimate.0.whole.end..low.0.number.start);
    let goes_with = |of: &(&str, &Key), arm: bool| {
        interval.iter().any(|other| {
            of == other || (arm && of.0 == other.0 && are_beside(cx, of.0, of.1, other.1))
        })
    };
    let fits = estimate.1.iter().any(|(study, known)| {
        let of = known.finding().map(|finding| (*study, finding));
        // `4.5% against 6.5% (RR 0.69; …)`: after the values of arms comes the interval of what compares them.
        of.is_some_and(|of| goes_with(&of, known.arm().is_some()))
    });
    // `94% (95% CI of the rate ratio …)`: another measure is named.
    let other_measure = names_measure(between.unwrap_or_default());
    (all_results && !fits && !other_measure)
        .then_some("is not the estimate that the interval after it belongs to")
}

/// Whether two findings of a study are of one outcome at one time.
fn are_beside(cx: &Context<'_>, study: &str, one: &Key, other: &Key) -> bool {
    let findings = cx.set().studies.get(study).map(|of| &of.value.findings);
    let both = findings.and_then(|all| Some((all.get(one)?, all.get(other)?)));
    both.is_some_and(|(one, other)| {
        let times = one.at.as_ref().zip(other.at.as_ref());
        one.outcome == other.outcome && times.is_none_or(|(one, other)| one == other)
    })
}

/// Whether words name a measure that an interval may be of.
fn names_measure(words: &str) -> bool {
    let mut words = words.split(|c: char| !c.is_alphanumeric());
    let measures = [
        "ratio",
        "difference",
        "RR",
        "OR",
        "HR",
        "IRR",
        "SMD",
        "MD",
        "reduction",
    ];
    words.any(|word| measures.contains(&word))
}

fn is_time(quantity: &Quantity) -> bool {
    quantity.unit.as_ref().is_some_and(Unit::is_time)
}

fn report(
    cx: &mut Context<'_>,
    said: &Said<'_, '_>,
    stray: &Found<'_>,
    of: &Found<'_>,
    what: &str,
) {
    let words = &said.text[stray.0.whole.clone()];
    let diagnostic = cx
        .at(said.place(cx, &stray.0.whole), format!("`{words}` {what}"))
        .label("not of this interval");
    let (study, known) =
        of.1.iter()
            .find(|(_, known)| known.is_bound())
            .unwrap_or(&of.1[0]);
    let diagnostic = with_known(cx, diagnostic, Some(study), known)
        .help("write the estimate and both bounds of one finding, the lower bound first");
    cx.report(diagnostic);
}

fn found<'s>((quantity, judged): &'s (Quantity, Judged<'_>)) -> Option<Found<'s>> {
    let Judged::Found(sources) = judged else {
        return None;
    };
    // The level of the interval stands between the estimate and its bounds.
    let level = quantity.unit.as_ref() == Some(&Unit::percent())
        && sources.iter().any(|(_, known)| known.is_level());
    let of_studies: Vec<_> = sources
        .iter()
        .filter_map(|(study, known)| Some(((*study)?, known)))
        .collect();
    let plain = quantity.kind == Kind::Value && !level && of_studies.len() == sources.len();
    (plain && !of_studies.is_empty()).then_some((quantity, of_studies))
}

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Bound,
    Other,
}

/// The results of which a quantity is a bound, or anything else.
fn results<'a>(found: &Found<'a>, part: Part) -> Vec<(&'a str, &'a Key)> {
    let all = found
        .1
        .iter()
        .filter(|(_, known)| known.is_bound() == (part == Part::Bound));
    all.filter_map(|(study, known)| Some((*study, known.finding()?)))
        .collect()
}

/// Whether two quantities stand as the bounds of an interval: `95% CI 1.2 to 3.4`, `[1.2, 3.4]`.
fn is_interval(text: &str, low: &Quantity, high: &Quantity) -> bool {
    let between = text
        .get(low.whole.end..high.number.start)
        .unwrap_or_default()
        .trim();
    let joined = ["to", "\u{2013}", "-", ",", ";", "and", "through"].contains(&between);
    let before = text[..low.number.start].trim_end();
    let is_range = between != "," && between != "and";
    // `(HR 1.24, 0.31–0.81)`.
    let listed = before.ends_with([',', ';']) && before.rfind('(') > before.rfind(')');
    let in_brackets = is_range && (before.ends_with('(') || listed);
    joined && !is_time(high) && (in_brackets || before.ends_with('[') || is_named(before))
}

/// Whether words that end before a number name an interval: `95% CI:`, `confidence interval was`.
pub(super) fn is_named(before: &str) -> bool {
    const LINKS: [&str; 9] = [
        "of", "from", "was", "is", "between", "ranged", "=", ":", ",",
    ];
    let mut rest = before;
    while let Some(shorter) = LINKS.iter().find_map(|link| rest.strip_suffix(link)) {
        rest = shorter.trim_end();
    }
    let rest = rest.trim_end_matches([')', ']', '(', '[', ' ', '%', '9', '5']);
    ["CI", "CIs", "CrI", "interval", "limits"]
        .iter()
        .any(|name| rest.ends_with(name))
}

/// Whether nothing but words and the level stand between an estimate and its interval.
fn stands_before(text: &str, estimate: &Quantity, low: &Quantity) -> bool {
    let between = text
        .get(estimate.whole.end..low.number.start)
        .unwrap_or_default();
    let between = between.trim_start_matches('%');
    let open = between.matches(['(', '[']).count();
    let begins_another = [" and ", " but "].iter().any(|mark| between.contains(mark));
    let parted = between.contains(['.', ')']) || (open > 0 && between.contains(';'));
    between.len() < 48 && open <= 1 && !begins_another && !parted
}

//! The bounds of an interval, or its estimate, that belong to different results.

use grounds_model::{Key, Level};
use grounds_numbers::Unit;
use grounds_numbers::quantity::{Kind, Quantity};

use super::{place_of, with_known};
use crate::context::Context;
use crate::numbers::{Judged, Known};
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
    let Some(judged) = at.compared().and_then(|c| c.quantities.as_ref()) else {
        return;
    };
    let text = &at.sentence.text;
    let found: Vec<Found<'_>> = judged.iter().filter_map(found).collect();
    for (i, pair) in found.windows(2).enumerate() {
        let [low, high] = pair else { continue };
        if !is_interval(text, low.0, high.0) {
            continue;
        }
        let bounds: Vec<(&str, &Key)> = results(low, Part::Bound);
        let others = results(high, Part::Bound);
        let both: Vec<_> = bounds.iter().filter(|of| others.contains(of)).collect();
        if both.is_empty() && !(bounds.is_empty() && others.is_empty()) {
            let (stray, known_end) = if bounds.is_empty() {
                (low, high)
            } else {
                (high, low)
            };
            report(
                cx,
                &at,
                stray,
                known_end,
                "is no bound of the interval that the other belongs to",
            );
        } else if let Some(estimate) = i.checked_sub(1).map(|before| &found[before])
            && stands_before(text, estimate.0, low.0)
            && !both.is_empty()
            && !results(estimate, Part::Bound).is_empty()
            && results(estimate, Part::Other).is_empty()
        {
            report(
                cx,
                &at,
                estimate,
                low,
                "is a bound of the interval, and not its estimate",
            );
        }
    }
}

fn report(
    cx: &mut Context<'_>,
    at: &SentenceAt<'_>,
    stray: &Found<'_>,
    of: &Found<'_>,
    what: &str,
) {
    let words = &at.sentence.text[stray.0.whole.clone()];
    let diagnostic = cx
        .at(place_of(cx, at, stray.0), format!("`{words}` {what}"))
        .label("of another result");
    let (study, known) =
        of.1.iter()
            .find(|(_, known)| known.is_bound())
            .unwrap_or(&of.1[0]);
    let diagnostic = with_known(cx, diagnostic, Some(study), known)
        .help("write the estimate and both bounds of one finding");
    cx.report(diagnostic);
}

fn found<'a>((quantity, judged): &'a (Quantity, Judged<'a>)) -> Option<Found<'a>> {
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
    let joined = ["to", "\u{2013}", "-", ",", ";", "and"].contains(&between);
    let before = text[..low.number.start].trim_end();
    let named = [
        "CI",
        "CI,",
        "CI:",
        "interval",
        "interval:",
        "interval,",
        "interval of",
        "CrI",
    ];
    let in_brackets = before.ends_with('(') && between != "," && between != "and";
    let is_time = high.unit.as_ref().is_some_and(Unit::is_time);
    joined
        && !is_time
        && (in_brackets || named.iter().any(|name| before.ends_with(name)) || before.ends_with('['))
}

/// Whether nothing but words and the level stand between an estimate and its interval.
fn stands_before(text: &str, estimate: &Quantity, low: &Quantity) -> bool {
    let between = text
        .get(estimate.whole.end..low.number.start)
        .unwrap_or_default();
    between.len() < 40 && between.matches(['(', '[']).count() == 1 && !between.contains(['.', ';'])
}

//! An interquartile range or a range that its own arm's values exclude.

use grounds_load::child;
use grounds_model::{Finding, Key, Level, Measure, Spread};
use rust_decimal::Decimal;

use super::{exact, findings, in_finding};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/impossible-spread",
    level: Level::Error,
    summary: "an interquartile range or a range cannot be that of its arm",
    docs: include_str!("impossible_spread.md"),
    check: Check::Study(check),
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    for (key, finding) in findings(&at) {
        for (field, spreads) in [("iqr", &finding.iqr), ("range", &finding.range)] {
            for (arm, spread) in spreads {
                let Some(ends) = ends(spread) else {
                    cx.indeterminate();
                    continue;
                };
                let pointer = child(&format!("/{field}"), arm.as_str());
                if let Some((what, other)) = fault(finding, field, arm, ends) {
                    let place = in_finding(at.document, key, &pointer);
                    let mut diagnostic = cx.at(place, what).label(format!("of arm `{arm}`"));
                    if let Some((pointer, text)) = other {
                        diagnostic = diagnostic.with(in_finding(at.document, key, &pointer), text);
                    }
                    cx.report(
                        diagnostic.help(
                            "look all of them up in the report; a digit or an arm may be wrong",
                        ),
                    );
                }
            }
        }
    }
}

/// The least lower and the greatest upper end that are printed so, if they are in order.
type Ends = (Decimal, Decimal);

/// What is wrong with a spread, and the number that says so.
type Fault = (String, Option<(String, &'static str)>);

fn ends(spread: &Spread) -> Option<Ends> {
    Some((
        exact(&spread.low)?.bounds().0,
        exact(&spread.high)?.bounds().1,
    ))
}

fn fault(finding: &Finding, field: &str, arm: &Key, (low, high): Ends) -> Option<Fault> {
    if low > high {
        return Some(("the spread ends before it begins".to_owned(), None));
    }
    let value = finding
        .values
        .get(arm)
        .and_then(exact)
        .map(grounds_numbers::Exact::bounds);
    let outside = value.is_some_and(|(least, most)| most < low || least > high);
    // A mean of skewed values can lie beyond the middle half of them; no value lies beyond all of them.
    let must_be_within = match finding.measure {
        Measure::Median => true,
        Measure::Mean => field == "range",
        _ => false,
    };
    if outside && must_be_within {
        let what = if field == "iqr" {
            "interquartile range"
        } else {
            "range"
        };
        let value = child("/values", arm.as_str());
        return Some((
            format!("the value of arm `{arm}` lies outside its {what}"),
            Some((value, "the value")),
        ));
    }
    if field != "range" {
        return None;
    }
    let (least, most) = ends(finding.iqr.get(arm)?)?;
    let step = |number: &grounds_model::Decimal| {
        exact(number).map(|number| number.half_unit() * Decimal::TWO)
    };
    let iqr = finding.iqr.get(arm)?;
    let beyond = least + step(&iqr.low)? <= low || most - step(&iqr.high)? >= high;
    beyond.then(|| {
        let place = child("/iqr", arm.as_str());
        let what = format!("the interquartile range of arm `{arm}` is not within its range");
        (what, Some((place, "the middle half of the values")))
    })
}

//! A number outside what its kind of number can be.

use grounds_load::child;
use grounds_model::{Decimal, Finding, Key, Level, Measure, TestStatistic};

use super::{axis, exact, findings, in_finding, is_percentage};
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::StudyAt;
use grounds_numbers::statistics::Axis;

pub(crate) static RULE: Rule = Rule {
    id: "number/impossible-value",
    level: Level::Error,
    summary: "a number lies outside what its kind of number can be",
    docs: include_str!("impossible_value.md"),
    check: Check::Study(check),
};

/// What a kind of number can be.
#[derive(Debug, Clone, Copy)]
struct Kind {
    what: &'static str,
    low: f64,
    high: f64,
    /// Whether it may be its lowest number, and its highest.
    closed: bool,
}

impl Kind {
    const fn from(low: f64, high: f64, what: &'static str) -> Self {
        Self {
            what,
            low,
            high,
            closed: true,
        }
    }

    fn admits(self, value: f64) -> bool {
        if self.closed {
            (self.low..=self.high).contains(&value)
        } else {
            value > self.low && value < self.high
        }
    }

    fn range(self) -> String {
        match (self.high.is_finite(), self.closed) {
            (true, true) => format!("from {} to {}", self.low, self.high),
            (true, false) => format!("between {} and {}", self.low, self.high),
            (false, true) => "not negative".to_owned(),
            (false, false) => "above 0".to_owned(),
        }
    }
}

const SD: Kind = Kind::from(0.0, f64::INFINITY, "a standard deviation");
const NUMBER: Kind = Kind::from(0.0, f64::INFINITY, "a number of things");
const RATIO: Kind = Kind::from(0.0, f64::INFINITY, "a ratio");
const RATIO_BOUND: Kind = Kind::from(0.0, f64::INFINITY, "a bound of a ratio's interval");
const SHARE: Kind = Kind::from(0.0, 100.0, "a share in per cent");
const SUCRA: Kind = Kind::from(0.0, 100.0, "a SUCRA in per cent");
const I2: Kind = Kind::from(0.0, 100.0, "an I² in per cent");
const CORRELATION: Kind = Kind::from(-1.0, 1.0, "a correlation");
const CORRELATION_BOUND: Kind = Kind::from(-1.0, 1.0, "a bound of a correlation's interval");
const LEVEL: Kind = Kind {
    closed: false,
    ..Kind::from(50.0, 100.0, "the level of an interval in per cent")
};
const F: Kind = Kind::from(0.0, f64::INFINITY, "a value of F");
const CHI_SQUARED: Kind = Kind::from(0.0, f64::INFINITY, "a value of χ²");
const DF: Kind = Kind {
    closed: false,
    ..Kind::from(0.0, f64::INFINITY, "degrees of freedom")
};

fn check(cx: &mut Context<'_>, at: StudyAt<'_>) {
    for (key, finding) in findings(&at) {
        no_chance(cx, at, key, finding);
        let share = is_percentage(finding) && !is_of_a_change(cx, key, finding);
        for (pointer, number, kind) in bounded(finding, share) {
            let Some(value) = exact(number).map(grounds_numbers::Exact::to_f64) else {
                cx.indeterminate();
                continue;
            };
            if kind.admits(value) {
                continue;
            }
            let place = in_finding(at.document, key, &pointer);
            let diagnostic = cx
                .at(place, format!("{number} cannot be {}", kind.what))
                .label(kind.range())
                .help("look the number, its unit and its kind of measure up in the report");
            let diagnostic = if kind.what == SHARE.what {
                diagnostic.note("`percentage` is a share of a whole; a change in per cent is a `mean-change` with the unit %")
            } else {
                diagnostic
            };
            cx.report(diagnostic);
        }
    }
}

/// Reports a p-value of nought: programs print so what is too small for their decimals.
fn no_chance(cx: &mut Context<'_>, at: StudyAt<'_>, key: &Key, finding: &Finding) {
    let Some(p) = &finding.p else { return };
    let digits = p.as_str().trim_start_matches(['=', '<', ' ']);
    let is_nought = digits.parse::<f64>().is_ok_and(|number| number == 0.0);
    if !is_nought {
        return;
    }
    let places = digits
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    let least = match places {
        0 => "<0.001".to_owned(),
        places => format!("<0.{}1", "0".repeat(places - 1)),
    };
    let diagnostic = cx
        .at(
            in_finding(at.document, key, "/p"),
            format!("`{p}` cannot be a p-value"),
        )
        .label("above 0")
        .note("a program prints 0.000 for a number below 0.0005: what it was is not known")
        .help(format!("write `\"{least}\"`, or the number itself"));
    cx.report(diagnostic);
}

/// Whether a per cent is of a change or of an efficacy, which can be negative, by the names of the finding and of its
/// outcome, or by its summary.
fn is_of_a_change(cx: &Context<'_>, key: &Key, finding: &Finding) -> bool {
    const CHANGES: [&str; 16] = [
        "chang",
        "increas",
        "decreas",
        "reduc",
        "rise",
        "fall",
        "loss",
        "gain",
        "growth",
        "improve",
        "differ",
        "efficacy",
        "effective",
        "relative",
        "of baseline",
        "predicted",
    ];
    let concepts = cx.appraiser().concepts();
    let summary = finding.summary.as_ref().map_or("", |text| text.as_str());
    let names = [concepts.label(&finding.outcome), key.as_str(), summary];
    names.iter().any(|name| {
        let name = name.to_lowercase();
        CHANGES.iter().any(|change| name.contains(change))
    })
}

type Bounded<'a> = (String, &'a Decimal, Kind);

/// The numbers of a finding that have bounds, with their pointers within it.
fn bounded(finding: &Finding, share: bool) -> Vec<Bounded<'_>> {
    let of = |name: &str, arm: &Key| child(&format!("/{name}"), arm.as_str());
    let mut numbers: Vec<Bounded<'_>> = Vec::new();
    let ratio = axis(finding.measure) == Some(Axis::Logarithmic);
    let of_measure = match finding.measure {
        Measure::Count => Some((NUMBER, NUMBER)),
        Measure::Sucra => Some((SUCRA, SUCRA)),
        Measure::Correlation => Some((CORRELATION, CORRELATION_BOUND)),
        _ if ratio => Some((RATIO, RATIO_BOUND)),
        _ if share => Some((SHARE, SHARE)),
        _ => None,
    };
    numbers.extend(finding.sd.iter().map(|(arm, sd)| (of("sd", arm), sd, SD)));
    if let Some((kind, of_bound)) = of_measure {
        let values = finding.values.iter();
        numbers.extend(values.map(|(arm, value)| (of("values", arm), value, kind)));
        let estimate = finding.estimate.iter();
        numbers.extend(estimate.map(|estimate| ("/estimate".to_owned(), estimate, kind)));
        if let Some(interval) = &finding.interval {
            numbers.push(("/interval/low".to_owned(), &interval.low, of_bound));
            numbers.push(("/interval/high".to_owned(), &interval.high, of_bound));
        }
    }
    if let Some(i2) = &finding.i2 {
        numbers.push(("/i2".to_owned(), i2, I2));
    }
    let level = finding
        .interval
        .as_ref()
        .and_then(|interval| interval.level.as_ref());
    numbers.extend(level.map(|level| ("/interval/level".to_owned(), level, LEVEL)));
    numbers.extend(of_test(finding));
    numbers
}

/// The numbers of a test that have bounds.
fn of_test(finding: &Finding) -> impl Iterator<Item = Bounded<'_>> {
    finding.test.iter().flat_map(|test| {
        let kind = match test.statistic {
            TestStatistic::F => Some(F),
            TestStatistic::ChiSquared => Some(CHI_SQUARED),
            TestStatistic::R => Some(CORRELATION),
            TestStatistic::T | TestStatistic::Z => None,
        };
        let value = kind.map(|kind| ("/test/value".to_owned(), &test.value, kind));
        let df = test.df.iter().enumerate();
        value
            .into_iter()
            .chain(df.map(|(i, df)| (format!("/test/df/{i}"), df, DF)))
    })
}

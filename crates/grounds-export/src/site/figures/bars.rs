//! Bars: how sure some claims are, from high certainty to speculative; and how many statements are
//! accounted for.

use super::{WIDTH, at, open};
use crate::bundle::Coverage;
use crate::site::html::Html;

/// How high the bar of certainty is, and that of coverage.
const HEIGHTS: (f64, f64) = (12.0, 5.0);

/// A part of the bar: its class, its words and how many claims it stands for.
pub(in crate::site) type Part<'a> = (&'static str, &'a str, usize);

/// How sure claims are, as HTML; nothing where there are no claims.
pub(in crate::site) fn standings(id: &str, parts: &[Part<'_>]) -> String {
    bar(id, HEIGHTS.0, ("Certainty of claims", "Certainty:"), parts)
}

/// How many statements are accounted for, as HTML; nothing where none was looked at.
pub(in crate::site) fn coverage(id: &str, coverage: Coverage) -> String {
    let count = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    let rest = coverage.whole.saturating_sub(coverage.part);
    let parts = [
        (
            "accounted",
            "statements accounted for",
            count(coverage.part),
        ),
        ("unaccounted", "not accounted for", count(rest)),
    ];
    bar(id, HEIGHTS.1, ("Claim coverage", "Coverage:"), &parts)
}

/// A bar with its parts as a list of words beneath.
fn bar(id: &str, height: f64, (title, label): (&str, &str), parts: &[Part<'_>]) -> String {
    let whole: usize = parts.iter().map(|(_, _, count)| count).sum();
    let mut html = Html::default();
    if whole == 0 {
        return html.into_string();
    }
    let shown: Vec<&Part<'_>> = parts.iter().filter(|(_, _, count)| *count > 0).collect();
    let said: Vec<String> = shown
        .iter()
        .map(|(_, words, count)| format!("{count} {words}"))
        .collect();
    html.raw("<figure class=\"bar\">");
    open(&mut html, id, "img", height, (title, &said.join(", ")));
    let mut left = 0.0;
    for (class, _, count) in &shown {
        let width = WIDTH * share(*count, whole);
        html.open(
            "rect",
            &[
                ("class", class),
                ("x", &at(left)),
                ("y", "0"),
                ("width", &at((width - 1.5).max(1.0))),
                ("height", &at(height)),
            ],
        );
        html.close("rect");
        left += width;
    }
    html.close("svg");
    html.raw("<figcaption>");
    html.element("span", &[], label);
    html.raw("<ul class=\"legend\">");
    for ((class, ..), words) in shown.iter().zip(&said) {
        html.open("li", &[]);
        html.open(
            "svg",
            &[
                ("class", "key"),
                ("viewBox", "0 0 10 10"),
                ("aria-hidden", "true"),
            ],
        );
        html.open(
            "rect",
            &[("class", class), ("width", "10"), ("height", "10")],
        );
        html.close("rect");
        html.close("svg");
        html.text(words);
        html.close("li");
    }
    html.raw("</ul></figcaption></figure>");
    html.into_string()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of claims are far below 2^52"
)]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

//! A bar of how sure the claims of a page are, from high certainty to speculative.

use super::{WIDTH, at, open};
use crate::site::html::Html;

const HEIGHT: f64 = 14.0;

/// A part of the bar: its class, its words and how many claims it stands for.
pub(in crate::site) type Part<'a> = (&'static str, &'a str, usize);

/// The bar as HTML, with its parts as a list of words beneath; nothing where there are no claims.
pub(in crate::site) fn standings(id: &str, parts: &[Part<'_>]) -> String {
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
    open(
        &mut html,
        id,
        "img",
        HEIGHT,
        ("How sure the claims of this page are", &said.join(", ")),
    );
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
                ("height", &at(HEIGHT)),
            ],
        );
        html.close("rect");
        left += width;
    }
    html.close("svg");
    html.raw("<figcaption><ul class=\"legend\">");
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

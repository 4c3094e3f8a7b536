//! Pictures drawn from the bundle, as inline SVG with a text alternative.
//!
//! Colours come from the stylesheet; shapes and words say the same as they do. Nothing is pooled,
//! weighted or computed here that the bundle does not hold.

mod bars;
mod forest;
mod map;
mod scale;

pub(super) use bars::{Part, coverage as bar_of_coverage, standings as bar_of_standings};
pub(super) use forest::forest_plots;
pub(super) use map::evidence_map;

use super::html::Html;

/// How wide every picture is, in its own units: a phone's screen.
const WIDTH: f64 = 360.0;

/// A length or position for an attribute, in tenths.
fn at(position: f64) -> String {
    let tenths = (position * 10.0).round() / 10.0;
    // No "-0".
    format!("{}", if tenths == 0.0 { 0.0 } else { tenths })
}

/// Begins a picture; its title names it, and its description says in words what it shows. The role
/// is `img`, or `group` where it holds links.
fn open(html: &mut Html, id: &str, role: &str, height: f64, (title, description): (&str, &str)) {
    let (title_id, description_id) = (format!("{id}-title"), format!("{id}-description"));
    html.open(
        "svg",
        &[
            ("class", "figure"),
            ("viewBox", &format!("0 0 {} {}", at(WIDTH), at(height))),
            ("role", role),
            ("aria-labelledby", &format!("{title_id} {description_id}")),
        ],
    );
    html.element("title", &[("id", &title_id)], title);
    html.element("desc", &[("id", &description_id)], description);
}

/// A straight line.
fn line(html: &mut Html, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
    let ends = [at(x1), at(y1), at(x2), at(y2)];
    html.open(
        "line",
        &[
            ("class", class),
            ("x1", &ends[0]),
            ("y1", &ends[1]),
            ("x2", &ends[2]),
            ("y2", &ends[3]),
        ],
    );
    html.close("line");
}

/// A shape with these corners.
fn polygon(html: &mut Html, class: &str, corners: &[(f64, f64)]) {
    let points: Vec<String> = corners
        .iter()
        .map(|(x, y)| format!("{},{}", at(*x), at(*y)))
        .collect();
    html.open(
        "polygon",
        &[("class", class), ("points", &points.join(" "))],
    );
    html.close("polygon");
}

/// Words; `anchor` is `start`, `middle` or `end`.
fn words(html: &mut Html, class: &str, anchor: &str, (x, y): (f64, f64), text: &str) {
    html.element(
        "text",
        &[
            ("class", class),
            ("x", &at(x)),
            ("y", &at(y)),
            ("text-anchor", anchor),
        ],
        text,
    );
}

/// At most so many characters of a text, with a mark where it was cut.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A bundle with nothing in it, for tests of pictures that need none of its records.
#[cfg(test)]
fn empty_bundle() -> crate::bundle::Bundle {
    use crate::bundle::{Bundle, CitationStyle, Format, Generator, RunSummary, VERSION};
    let text = String::new;
    Bundle {
        format: Format::GroundsBundle,
        version: VERSION,
        generator: Generator {
            name: text(),
            version: text(),
        },
        digest: text(),
        title: text(),
        description: None,
        language: "en".to_owned(),
        base_url: None,
        citation_style: CitationStyle {
            name: text(),
            title: text(),
        },
        run: RunSummary::default(),
        concepts: Vec::new(),
        articles: Vec::new(),
        claims: Vec::new(),
        studies: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_short_and_never_minus_zero() {
        assert_eq!(at(-0.01), "0");
        assert_eq!(at(12.34), "12.3");
        assert_eq!(at(120.0), "120");
    }

    #[test]
    fn a_long_name_is_cut_between_characters() {
        assert_eq!(cut("Köhler und Müller", 8), "Köhler…");
        assert_eq!(cut("short", 8), "short");
    }
}

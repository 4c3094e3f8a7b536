//! What forest plots draw of results that are usual, extreme or broken.

use super::*;

fn finding(measure: Measure, estimate: &str, interval: Option<(&str, &str)>) -> Finding {
    let mut fields = serde_json::json!({
        "id": "f", "outcome": "hair-count", "measure": measure, "values": [], "estimate": estimate,
    });
    if let Some((low, high)) = interval {
        fields["interval"] = serde_json::json!({ "low": low, "high": high });
    }
    serde_json::from_value(fields).expect("a finding")
}

/// A plot of effects, each its estimate and its interval, as HTML.
fn plot(measure: Measure, numbers: &[(f64, Option<(f64, f64)>)]) -> String {
    let findings: Vec<Finding> = numbers
        .iter()
        .map(|(estimate, interval)| {
            let ends = interval.map(|(low, high)| (low.to_string(), high.to_string()));
            let ends = ends
                .as_ref()
                .map(|(low, high)| (low.as_str(), high.as_str()));
            finding(measure, &estimate.to_string(), ends)
        })
        .collect();
    let effects: Vec<Effect<'_>> = numbers
        .iter()
        .zip(&findings)
        .map(|((estimate, interval), finding)| Effect {
            label: "Someone 2020",
            pooled: false,
            retracted: false,
            relation: Relation::Supports,
            finding,
            estimate: *estimate,
            interval: *interval,
        })
        .collect();
    let bundle = std::sync::Arc::new(crate::site::figures::empty_bundle());
    let mut html = Html::default();
    draw(&mut html, "forest", &Index::of(&bundle), &effects);
    html.into_string()
}

/// The numbers of an attribute in the plot.
fn values(html: &str, attribute: &str) -> Vec<f64> {
    let start = format!(" {attribute}=\"");
    let parts = html.split(&start).skip(1);
    let texts = parts.filter_map(|part| part.split('"').next());
    let numbers = texts.flat_map(|text| text.split([' ', ',']));
    numbers
        .map(|number| number.parse().expect("a number"))
        .collect()
}

fn ticks(html: &str) -> Vec<&str> {
    let parts = html.split("text-anchor=\"middle\">").skip(1);
    parts.filter_map(|part| part.split('<').next()).collect()
}

#[test]
fn nothing_is_drawn_outside_the_frame() {
    let wild = [
        (1.2, Some((0.000_001, 4_000_000.0))),
        (0.8, Some((0.0, 3.0))),
        (1.1, Some((1.3, 0.9))),
        (250.0, None),
        (0.9, None),
    ];
    let html = plot(Measure::OddsRatio, &wild);
    for attribute in ["x", "x1", "x2", "points"] {
        for value in values(&html, attribute) {
            assert!(value.is_finite() && value >= -8.0, "{attribute}: {value}");
        }
        let most = values(&html, attribute).into_iter().fold(0.0, f64::max);
        assert!(
            attribute == "points" || most <= WIDTH,
            "{attribute}: {most}"
        );
    }
    assert!(html.contains("0.8 (0 to 3)"), "as reported: {html}");
}

#[test]
fn an_interval_that_is_very_long_does_not_hide_the_others() {
    let html = plot(
        Measure::RiskRatio,
        &[(1.5, Some((0.001, 2000.0))), (0.7, Some((0.5, 0.98)))],
    );
    assert_eq!(ticks(&html), ["0.6", "0.8", "1", "1.2", "1.4", "1.6"]);
}

#[test]
fn negative_differences_lie_left_of_no_effect() {
    let html = plot(
        Measure::MeanDifference,
        &[(-8.2, Some((-10.0, -6.4))), (-3.0, Some((-9.0, 3.0)))],
    );
    assert_eq!(ticks(&html), ["−10", "−5", "0"]);
    assert!(html.contains("−8.2 (−10 to −6.4)"), "{html}");
}

#[test]
fn thirty_studies_have_thirty_rows() {
    let many: Vec<_> = (0..30_u32)
        .map(|i| (f64::from(i) / 10.0, Some((0.0, 3.0))))
        .collect();
    let html = plot(Measure::MeanDifference, &many);
    assert_eq!(html.matches("class=\"interval\"").count(), 30);
    assert!(
        html.contains(&format!("viewBox=\"0 0 360 {}\"", 30.0 * ROW + AXIS)),
        "{html}"
    );
}

#[test]
fn results_of_no_effect_alone_have_an_axis_only_by_their_intervals() {
    assert!(plot(Measure::MeanDifference, &[(0.0, None), (0.0, None)]).is_empty());
    let html = plot(
        Measure::MeanDifference,
        &[(0.0, Some((-1.0, 1.0))), (0.0, None)],
    );
    assert!(
        html.contains("0 (no interval)") && ticks(&html).contains(&"0"),
        "{html}"
    );
}

//! Tables: what the head of a column or the first cell of a row says of a number in a cell.

use super::found;

const TABLE: &str = "\
| Outcome | Virovir (n=100) | Placebo (n=100) | P value (two-sided) |
| --- | --- | --- | --- |
| Cure, no. (%) [@hiv] | 12 (12) | 4 (4) | 0.037 |
| Cure [@hiv] | 12% | 4% | .037 |
| Death [@hiv] | | | p = 0.005 |
| Viral load [@hiv] | 12000 copies/mL | 240000 copies/mL | <0.001 |";

#[test]
fn numbers_under_a_heading_of_p_are_p_values() {
    assert_eq!(found(&[TABLE.to_owned()]), []);
}

#[test]
fn a_p_value_of_another_row_or_with_another_operator_is_found() {
    for (right, wrong) in [
        ("| .037 |", "| 0.005 |"),
        ("<0.001", "0.001"),
        ("p = 0.005", "<0.005"),
    ] {
        let table = TABLE.replace(right, wrong);
        let found = found(&[table]);
        assert!(
            matches!(found.as_slice(), [(0, rule, _)] if rule == "number/not-in-study"),
            "{wrong}: {found:?}"
        );
    }
}

#[test]
fn a_heading_may_say_which_way_something_went() {
    let table = |head: &str, value: &str| {
        format!("| {head} | At 12 weeks |\n| --- | --- |\n| {head} [@pressure] | {value} |")
    };
    assert_eq!(
        found(&[table("Fall in systolic pressure, mmHg", "8.2")]),
        []
    );
    assert_eq!(found(&[table("Systolic pressure, mmHg", "−8.2")]), []);
    let rise = found(&[table("Rise in systolic pressure, mmHg", "8.2")]);
    assert_eq!(rise.len(), 1, "{rise:?}");
}

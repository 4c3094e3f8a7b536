//! Differences that have no direction, rates of time, times in words, and values told by what they lie between.

use super::{found_over, is_found, passes};

const VOCABULARY: &str = include_str!("differences/vocabulary.yaml");
const STUDIES: [(&str, &str); 1] = [("mood", include_str!("differences/mood.yaml"))];

fn found(sentences: &[String]) -> Vec<(usize, String, String)> {
    found_over(VOCABULARY, &STUDIES, sentences)
}

#[test]
fn a_difference_may_be_told_without_a_direction() {
    passes(include_str!("differences/right.tsv"), found);
}

#[test]
fn a_difference_of_another_size_way_or_time_is_found() {
    is_found(include_str!("differences/altered.tsv"), found);
}

#[test]
fn a_table_may_say_in_its_heads_that_a_cell_has_quartiles() {
    let table = |head: &str, cell: &str| {
        format!(
            "| Measure | Talking online | Waiting list |\n| --- | --- | --- |\n| {head} [@mood] | {cell} | 34 minutes (24–50) |"
        )
    };
    let head = "Median time to fall asleep (interquartile range)";
    assert_eq!(found(&[table(head, "22 minutes (15–35)")]), []);
    assert_eq!(found(&[table("Time, median [IQR]", "22 (15 to 35)")]), []);
    let wrong = found(&[table(head, "22 minutes (15–37)")]);
    assert!(
        matches!(wrong.as_slice(), [(0, rule, words)] if rule == "number/not-in-study" && words == "37"),
        "{wrong:?}"
    );
}

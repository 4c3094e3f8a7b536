//! What is said to have differed, or not to have differed, against the interval or the p-value of the record.

use super::{found_over, is_found, passes};

const VOCABULARY: &str = include_str!("chance/vocabulary.yaml");
const STUDIES: [(&str, &str); 3] = [
    ("pressure", include_str!("chance/pressure.yaml")),
    ("walking", include_str!("chance/walking.yaml")),
    ("mood", include_str!("chance/mood.yaml")),
];

fn found(sentences: &[String]) -> Vec<(usize, String, String)> {
    found_over(VOCABULARY, &STUDIES, sentences)
}

#[test]
fn what_the_record_shows_may_be_called_so_in_many_words() {
    passes(include_str!("chance/right.tsv"), found);
}

#[test]
fn what_the_record_does_not_show_is_found() {
    is_found(include_str!("chance/altered.tsv"), found);
}

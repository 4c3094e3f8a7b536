//! Results of parts of those who took part: a value is said of the women, of people with diabetes, of the old.

use super::{found_over, is_found, passes};

const VOCABULARY: &str = include_str!("parts/vocabulary.yaml");
const STUDIES: [(&str, &str); 1] = [("heart", include_str!("parts/heart.yaml"))];

fn found(sentences: &[String]) -> Vec<(usize, String, String)> {
    found_over(VOCABULARY, &STUDIES, sentences)
}

#[test]
fn a_value_is_said_of_its_part_in_many_words() {
    passes(include_str!("parts/right.tsv"), found);
}

#[test]
fn a_value_said_of_another_part_is_found() {
    is_found(include_str!("parts/altered.tsv"), found);
}

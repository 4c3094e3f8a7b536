//! Sentences of leaflets about teeth, knees, pregnancy, gout, epilepsy and a test: values in parentheses behind a comparison,
//! changes told backwards, people who are supposed, those whom the record does not count, outcomes that have a number.

use super::{found_over, is_found, passes};

const VOCABULARY: &str = include_str!("fields/vocabulary.yaml");
const STUDIES: [(&str, &str); 7] = [
    ("gdm", include_str!("fields/gdm.yaml")),
    ("gout", include_str!("fields/gout.yaml")),
    ("knee", include_str!("fields/knee.yaml")),
    ("scan", include_str!("fields/scan.yaml")),
    ("seizure", include_str!("fields/seizure.yaml")),
    ("varnish", include_str!("fields/varnish.yaml")),
    ("weight", include_str!("fields/weight.yaml")),
];

fn found(sentences: &[String]) -> Vec<(usize, String, String)> {
    found_over(VOCABULARY, &STUDIES, sentences)
}

#[test]
fn what_leaflets_say_of_their_records_passes() {
    passes(include_str!("fields/right.tsv"), found);
}

#[test]
fn what_leaflets_say_wrongly_is_found() {
    is_found(include_str!("fields/altered.tsv"), found);
}

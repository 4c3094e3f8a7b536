//! Numbers as writers of plain language put them: shares in words, counts set against one another, what did not happen, and
//! the sentences of summaries of findings.

use super::{found_over, is_found, passes};

const VOCABULARY: &str = include_str!("plain/vocabulary.yaml");
const STUDIES: [(&str, &str); 11] = [
    ("clots", include_str!("plain/clots.yaml")),
    ("strokes", include_str!("plain/strokes.yaml")),
    ("jab", include_str!("plain/jab.yaml")),
    ("cancer", include_str!("plain/cancer.yaml")),
    ("swab", include_str!("plain/swab.yaml")),
    ("days", include_str!("plain/days.yaml")),
    ("steroid", include_str!("plain/steroid.yaml")),
    ("teeth", include_str!("plain/teeth.yaml")),
    ("ears", include_str!("plain/ears.yaml")),
    ("quit", include_str!("plain/quit.yaml")),
    ("review", include_str!("plain/review.yaml")),
];

fn found(sentences: &[String]) -> Vec<(usize, String, String)> {
    found_over(VOCABULARY, &STUDIES, sentences)
}

#[test]
fn numbers_in_plain_words_pass_where_the_records_bear_them_out() {
    passes(include_str!("plain/right.tsv"), found);
}

#[test]
fn numbers_in_plain_words_are_found_where_one_thing_is_altered() {
    is_found(include_str!("plain/altered.tsv"), found);
}

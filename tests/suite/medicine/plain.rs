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

/// What is found in a table with a row of one outcome.
fn in_table(heads: [&str; 3], row: [&str; 3]) -> Vec<String> {
    let line = |cells: [&str; 3]| format!("| {} |", cells.join(" | "));
    let table = format!("{}\n| --- | --- | --- |\n{}", line(heads), line(row));
    let rules = found(&[table]).into_iter();
    rules
        .map(|(_, rule, words)| format!("{rule} {words}"))
        .collect()
}

#[test]
fn the_heads_of_a_table_say_of_how_many_people_its_counts_are() {
    for (heads, row) in [
        (
            ["Out of 1,000 women", "With enoxarel", "Without"],
            ["Had a blood clot [@clots]", "3", "5"],
        ),
        (
            ["Per 1,000 people", "Rivaril", "Usual care"],
            ["Had a stroke [@strokes]", "22", "34"],
        ),
        (
            [
                "",
                "Per 1,000 women on enoxarel",
                "Per 1,000 women on usual care",
            ],
            ["Had no blood clot [@clots]", "997", "995"],
        ),
        (
            [
                "What happened",
                "With the vaccine (out of 100 people)",
                "With placebo (out of 100 people)",
            ],
            ["Had a sore arm [@jab]", "32", "10"],
        ),
        (
            ["Of every 100 people", "on cytorel", "on usual care"],
            ["were alive after 5 years [@cancer]", "70", "60"],
        ),
        (
            ["", "Rivaril", "Usual care"],
            ["Strokes in every 1,000 people [@strokes]", "22", "34"],
        ),
        (
            [
                "Group",
                "Strokes per 1,000 people",
                "Bleeds per 1,000 people",
            ],
            ["Rivaril [@strokes]", "22", "17"],
        ),
    ] {
        assert_eq!(in_table(heads, row), Vec::<String>::new(), "{heads:?}");
        // The counts of two columns change places.
        let wrong = in_table(heads, [row[0], row[2], row[1]]);
        assert!(!wrong.is_empty(), "{heads:?} {row:?}");
    }
    let heads = ["Out of 1,000 women", "With enoxarel", "Without"];
    assert_eq!(
        in_table(heads, ["Had a blood clot [@clots]", "5", "3"]),
        ["number/other-arm 5", "number/other-arm 3"]
    );
    let hundred = ["Per 100 people", "Rivaril", "Usual care"];
    assert_eq!(
        in_table(hundred, ["Had a stroke [@strokes]", "22", "34"]),
        ["number/not-in-study 22", "number/not-in-study 34"]
    );
}

#[test]
fn the_words_before_a_list_say_of_how_many_people_its_counts_are() {
    let list = |lead: &str, items: [&str; 2]| {
        let items = items.map(|item| format!("- {item} [@strokes]"));
        let found = found(&[format!("{lead}\n\n{}", items.join("\n"))]).into_iter();
        found
            .map(|(_, rule, words)| format!("{rule} {words}"))
            .collect::<Vec<_>>()
    };
    let every = "Of every 1,000 people:";
    for (lead, items, rules) in [
        (
            every,
            [
                "22 had a stroke with rivaril",
                "34 had a stroke with usual care",
            ],
            &[][..],
        ),
        (
            every,
            [
                "27 had a stroke with rivaril",
                "22 had a stroke with usual care",
            ],
            &["number/not-in-study 27", "number/other-arm 22"],
        ),
        (
            "Out of 1,000 people on rivaril:",
            ["about 22 have a stroke", "978 have no stroke"],
            &[],
        ),
        (
            "Out of 1,000 people on rivaril:",
            ["34 have a stroke", "17 have a bleed"],
            &["number/other-arm 34"],
        ),
        (
            "Of every 100 people:",
            [
                "22 had a stroke with rivaril",
                "34 had a stroke with usual care",
            ],
            &["number/not-in-study 22", "number/not-in-study 34"],
        ),
    ] {
        assert_eq!(list(lead, items), rules, "{lead}");
    }
}

//! Studies with several outcomes, as newspapers, leaflets, guidelines, abstracts and summaries in plain language tell of
//! them: a value must be said of its own outcome, arm and direction, in a table as well.

use super::{found_over, is_found, passes};

const VOCABULARY: &str = include_str!("outcomes/vocabulary.yaml");
const STUDIES: [(&str, &str); 6] = [
    ("bones", include_str!("outcomes/bones.yaml")),
    ("migraine", include_str!("outcomes/migraine.yaml")),
    ("mood", include_str!("outcomes/mood.yaml")),
    ("heart", include_str!("outcomes/heart.yaml")),
    ("breast", include_str!("outcomes/breast.yaml")),
    ("asthma", include_str!("outcomes/asthma.yaml")),
];

fn found(sentences: &[String]) -> Vec<(usize, String, String)> {
    found_over(VOCABULARY, &STUDIES, sentences)
}

#[test]
fn what_the_records_say_passes() {
    passes(include_str!("outcomes/right.tsv"), found);
}

#[test]
fn each_altered_number_is_found() {
    is_found(include_str!("outcomes/altered.tsv"), found);
}

/// A table with its head.
fn table(head: &str, rows: &[&str]) -> String {
    let columns = head.matches('|').count() - 1;
    let rule = "| --- ".repeat(columns);
    format!("{head}\n{rule}|\n{}", rows.join("\n"))
}

#[test]
fn a_table_names_arms_and_outcomes_in_its_heads() {
    let right = [
        table(
            "| Outcome | Ossedrone (n = 2000) | Placebo (n = 2000) |",
            &[
                "| Hip fracture, n (%) [@bones] | 36 (1.8%) | 60 (3.0%) |",
                "| Change in bone density [@bones] | +6.2% | −1.1% |",
                "| Heartburn [@bones] | 8.7% | 7.9% |",
            ],
        ),
        table(
            "| | Mammolimus + letrozole | Letrozole |",
            &[
                "| Progression-free survival, months [@breast] | 11.2 | 7.6 |",
                "| Overall survival, months [@breast] | 31.0 | 26.6 |",
            ],
        ),
        table(
            "| Arm | Nausea | Dizziness |",
            &[
                "| Cephalin [@migraine] | 14.0% | 9.7% |",
                "| Placebo [@migraine] | 6.3% | 4.0% |",
            ],
        ),
        table(
            "| Outcome | Combined | Talking | Difference |",
            &["| Remission [@mood] | 66/120 (55%) | 48/120 (40%) | OR 1.83 (1.10 to 3.06) |"],
        ),
        table(
            "| Outcome | Effect |",
            &["| Stroke [@heart] | 150 v 192 events |"],
        ),
    ];
    assert_eq!(found(&right), []);
}

#[test]
fn columns_and_rows_that_changed_places_are_found() {
    for (head, row, rule) in [
        (
            "| Outcome | Placebo | Ossedrone |",
            "| Spine fracture [@bones] | 5.4% | 9.8% |",
            "number/other-arm",
        ),
        (
            "| | Letrozole | Mammolimus + letrozole |",
            "| Progression-free survival, months [@breast] | 11.2 | 7.6 |",
            "number/other-arm",
        ),
        (
            "| Side effect | Talking | Combined |",
            "| Insomnia [@mood] | 22% | 11% |",
            "number/other-arm",
        ),
        (
            "| Arm | Dizziness | Nausea |",
            "| Cephalin [@migraine] | 14.0% | 9.7% |",
            "number/other-outcome",
        ),
    ] {
        let found = found(&[table(head, &[row])]);
        let rules: Vec<&str> = found.iter().map(|(_, rule, _)| rule.as_str()).collect();
        assert_eq!(rules, [rule, rule], "{head}: {found:?}");
    }
}

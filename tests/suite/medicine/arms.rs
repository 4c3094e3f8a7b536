//! Of whom a number is said: the arm, those who were not in it, the women, the rats, as many words as there are for them.

use super::{found_over, is_found, passes};

const VOCABULARY: &str = include_str!("arms/vocabulary.yaml");
const STUDIES: [(&str, &str); 16] = [
    ("headache", include_str!("arms/headache.yaml")),
    ("tea", include_str!("arms/tea.yaml")),
    ("stockings", include_str!("arms/stockings.yaml")),
    ("rats", include_str!("arms/rats.yaml")),
    ("drops", include_str!("arms/drops.yaml")),
    ("drops-one", include_str!("arms/drops-one.yaml")),
    ("drops-two", include_str!("arms/drops-two.yaml")),
    ("honey", include_str!("arms/honey.yaml")),
    ("dose", include_str!("arms/dose.yaml")),
    ("birth", include_str!("arms/birth.yaml")),
    ("home", include_str!("arms/home.yaml")),
    ("wound", include_str!("arms/wound.yaml")),
    ("vaccine", include_str!("arms/vaccine.yaml")),
    ("gallstones", include_str!("arms/gallstones.yaml")),
    ("prevention", include_str!("arms/prevention.yaml")),
    ("smoking", include_str!("arms/smoking.yaml")),
];

fn found(sentences: &[String]) -> Vec<(usize, String, String)> {
    found_over(VOCABULARY, &STUDIES, sentences)
}

#[test]
fn a_number_may_be_said_of_its_people_in_many_words() {
    passes(include_str!("arms/right.tsv"), found);
}

#[test]
fn a_number_said_of_others_is_found() {
    is_found(include_str!("arms/altered.tsv"), found);
}

/// A summary of findings, as GRADE heads its columns.
fn summary(control: &str, treated: &str, cells: [&str; 2]) -> String {
    format!(
        "| Outcome | {control} | {treated} |\n| --- | --- | --- |\n| Nausea [@headache] | {} | {} |",
        cells[0], cells[1]
    )
}

#[test]
fn the_columns_of_a_summary_of_findings_name_the_arms() {
    for (control, treated) in [
        ("Risk with placebo", "Risk with velarin"),
        ("With placebo", "With velarin"),
        ("Without velarin", "With velarin"),
        ("Assumed risk: placebo", "Corresponding risk: velarin"),
        (
            "Anticipated absolute effects: risk with placebo",
            "Anticipated absolute effects: risk with velarin",
        ),
        ("People who took placebo", "People who took velarin"),
        ("Placebo group (n = 320)", "Velarin group (n = 320)"),
    ] {
        let right = summary(control, treated, ["50 per 1,000", "150 per 1,000"]);
        assert_eq!(found(&[right]), [], "{control}");
        let wrong = found(&[summary(control, treated, ["150 per 1,000", "50 per 1,000"])]);
        let rules: Vec<&str> = wrong.iter().map(|(_, rule, _)| rule.as_str()).collect();
        assert_eq!(rules, ["number/other-arm"; 2], "{control}: {wrong:?}");
    }
}

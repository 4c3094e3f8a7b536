//! Sound records in great number, or of great length: what they cost grows with them and not with their square.

use std::fmt::Write as _;

use super::Set;

const TOO_LARGE: &str = "structure/too-large";

const VOCABULARY: &str = "concepts:\n  people: {label: People, kind: population}\n  pain: {label: Pain, kind: outcome}\n  needling: {label: Needling, kind: intervention}\n  oil: {label: Oil, kind: intervention}\n";

/// A set with four concepts of its own.
fn crowd() -> Set {
    Set::new().write("vocabulary.yaml", VOCABULARY)
}

fn claim(says: &str, effect: &str) -> String {
    format!(
        "statement: Needling {says} pain.\nkind: efficacy\nbasis: evidence\n\
         scope: {{population: [people], intervention: [needling], comparator: [oil], outcome: pain}}\n\
         effect: {effect}\ncertainty: {{level: low}}\nevidence: []\nreview: {{by: A, on: 2026-06-01, due: 2027-06-01}}\n"
    )
}

fn article(text: &str) -> String {
    format!("---\ntitle: A\n---\n\n{text}\n")
}

#[test]
fn claims_that_contradict_one_another_are_not_told_pair_by_pair() {
    let mut set = crowd();
    for at in 0..600 {
        let (says, effect) = if at % 2 == 0 {
            ("reduces", "decrease")
        } else {
            ("raises", "increase")
        };
        set = set.write(&format!("claims/claim-{at}.yaml"), claim(says, effect));
    }
    let ran = set.check();
    let lines = ran.stdout.lines();
    let told = lines.filter(|line| line.contains("claim/contradictory"));
    assert!((600..7_000).contains(&told.count()));
    assert!(ran.stdout.contains("more claims of the set"));
}

#[test]
fn a_vocabulary_may_be_flat_and_wide_but_not_without_end_deep() {
    let mut wide = VOCABULARY.to_owned();
    let mut deep = VOCABULARY.to_owned();
    for at in 0..10_000 {
        let below = match at {
            0 => "people".to_owned(),
            _ => format!("level-{}", at - 1),
        };
        writeln!(
            wide,
            "  sort-{at}: {{label: Sort {at}, kind: population, broader: [people]}}"
        )
        .unwrap();
        writeln!(
            deep,
            "  level-{at}: {{label: Level {at}, kind: population, broader: [{below}]}}"
        )
        .unwrap();
    }
    let rows = 5 + 10_000;
    crowd().write("vocabulary.yaml", &wide).must_find(&[(
        &format!("vocabulary.yaml:{rows}:"),
        "structure/unused-record",
    )]);
    // The first that is a case of more than 200.
    crowd()
        .write("vocabulary.yaml", &deep)
        .must_find(&[("vocabulary.yaml:206:", TOO_LARGE)]);
}

#[test]
fn a_sentence_without_an_end_is_not_checked_word_by_word() {
    let clause = "pain fell by 3.7 mm with needling compared with oil";
    let endless = vec![clause; 20_000].join(", and ");
    let long = vec![clause; 150].join(", and ");
    crowd()
        .write("articles/endless.md", article(&endless))
        .write("articles/long.md", article(&long))
        .must_find(&[
            ("articles/endless.md:5:1", TOO_LARGE),
            ("articles/long.md:5:1", "citation/unaccounted-sentence"),
        ]);
    let text = claim(&endless, "decrease");
    crowd()
        .write("claims/endless.yaml", text)
        .must_find(&[("claims/endless.yaml:1:", "structure/invalid-value")]);
}

#[test]
fn a_study_of_many_arms_and_findings_is_read() {
    let mut study = "report:\n  type: article-journal\n  title: A trial\n  author: [{family: Smith, given: A}]\n  issued: 2018\ndesign: rct\nspecies: human\npopulation: {concepts: [people], enrolled: 9000}\narms:\n".to_owned();
    for at in 0..400 {
        writeln!(
            study,
            "  arm-{at}: {{interventions: [needling], description: Needles {at}}}"
        )
        .unwrap();
    }
    study.push_str("findings:\n");
    for at in 1..400 {
        writeln!(
            study,
            "  pain-{at}: {{outcome: pain, summary: Pain, at: {} weeks, measure: mean-change, unit: mm, values: {{arm-{at}: \"-{at}.5\", arm-0: \"-7.25\"}}, locator: Table 1}}",
            at + 1
        )
        .unwrap();
    }
    let sentences: Vec<String> = (0..60)
        .map(|at| format!("Pain fell by {at}.31 mm with needling [@many-2018]."))
        .collect();
    crowd()
        .write("studies/many-2018.yaml", study)
        .write("articles/many.md", article(&sentences.join("\n\n")))
        .must_find(&[("articles/many.md:5:", "number/not-in-study")]);
}

//! Where a number follows from a finding, what to declare is offered; and who declares it passes.

use grounds_load::RawFile;

use super::{VOCABULARY, found_in};

const STUDY: &str = r#"
report: {type: article-journal, title: An invented trial of statinol}
design: rct
population: {concepts: [adults], enrolled: 3000}
arms:
  statinol: {interventions: [statinol], n: 1500}
  placebo: {interventions: [placebo], n: 1500}
findings:
  stroke:
    outcome: stroke
    measure: count
    events: {statinol: 120, placebo: 147}
  ldl:
    outcome: ldl
    measure: mean
    unit: mmol/L
    values: {statinol: "2.14", placebo: "3.52"}
"#;

/// What is found in a sentence that cites the study, which may declare derivations: the advice of each.
fn advice(sentence: &str, derivations: &[&str]) -> Vec<String> {
    let study = match derivations {
        [] => STUDY.to_owned(),
        _ => format!("{STUDY}derivations:\n  {}\n", derivations.join("\n  ")),
    };
    let article = format!("---\ntitle: T\n---\n{sentence} [@trial-2020].\n");
    let (found, _) = found_in(vec![
        RawFile::new("grounds.toml", "title = \"T\"\n"),
        RawFile::new("vocabulary.yaml", VOCABULARY),
        RawFile::new("articles/article.md", article),
        RawFile::new("studies/trial-2020.yaml", study),
    ]);
    let of_numbers = found
        .into_iter()
        .filter(|found| found.rule.starts_with("number/"));
    of_numbers.flat_map(|found| found.help).collect()
}

#[test]
fn what_is_offered_passes_once_it_is_declared() {
    for (sentence, method) in [
        (
            "The absolute difference was 1.8%",
            "absolute-risk-reduction",
        ),
        (
            "The relative risk reduction was 18.4%",
            "relative-risk-reduction",
        ),
        (
            "The number needed to treat was 56",
            "number-needed-to-treat",
        ),
        ("The risk ratio was 0.82", "risk-ratio"),
        ("The odds ratio was 0.80", "odds-ratio"),
        ("Strokes struck 267 of the 3,000 people", "sum"),
        ("LDL was 1.38 mmol/L lower", "difference"),
        ("LDL was 0.61 of that with placebo", "ratio"),
    ] {
        let offered = advice(sentence, &[]);
        let [offer] = offered.as_slice() else {
            panic!("{sentence}: {offered:#?}");
        };
        let declaration = offer
            .rsplit('`')
            .nth(1)
            .expect("a declaration in backticks");
        let named = format!("method: {method},");
        assert!(declaration.contains(&named), "{sentence}: {offer}");
        assert_eq!(
            advice(sentence, &[declaration]),
            Vec::<String>::new(),
            "{sentence}"
        );
    }
}

#[test]
fn what_the_shares_of_two_arms_are_apart_needs_no_declaration() {
    for sentence in [
        "There were 18 fewer strokes in every 1,000 people",
        "Eighteen strokes were avoided per 1,000 people",
        "The risk was 1.8 percentage points lower",
        "There were 18 more strokes per 1,000 people with placebo than with statinol",
    ] {
        assert_eq!(advice(sentence, &[]), Vec::<String>::new(), "{sentence}");
    }
    for sentence in [
        "There were 18 more strokes in every 1,000 people",
        "The risk was 1.8 percentage points higher",
        "There were 18 fewer strokes per 1,000 people with placebo than with statinol",
    ] {
        assert!(!advice(sentence, &[]).is_empty(), "{sentence}");
    }
}

#[test]
fn what_follows_from_nothing_gets_no_offer() {
    for sentence in [
        "The risk was 2.8 percentage points lower",
        "The number needed to treat was 65",
        "There were 28 fewer strokes in every 1,000 people",
        "LDL was 2.41 mmol/L with statinol",
    ] {
        let advice = advice(sentence, &[]);
        assert!(!advice.is_empty(), "{sentence}");
        let offered = advice.iter().any(|help| help.starts_with("if it is"));
        assert!(!offered, "{sentence}: {advice:#?}");
    }
}

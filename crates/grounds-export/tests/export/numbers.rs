//! Who took part, how many had what was measured, and what follows from it, on the pages of sets of medicine.

use std::path::Path;
use std::sync::Arc;

use grounds_export::bundle::{Ages, Bundle, ClaimNumber, FormerReview, Review};
use grounds_export::site;

use super::{build, fixture, set};

type Pages = Vec<(String, String)>;

/// Each set's bundle, with its pages.
fn sets() -> Vec<(Bundle, Pages)> {
    let sets = ["cardiology", "diagnosis", "psychiatry", "vaccines"];
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/medicine");
    let read = |name: &str| {
        let bundle = build(&set(&all.join(name)));
        let pages = pages(&bundle);
        (bundle, pages)
    };
    sets.into_iter().map(read).collect()
}

/// The pages of a bundle by their paths: tags left out, blanks made one.
fn pages(bundle: &Bundle) -> Pages {
    let files = site::render(bundle).expect("a site").into_iter();
    let pages = files.filter(|(path, _)| path.rsplit('.').next() == Some("html"));
    let pages = pages.map(|(path, bytes)| (path, words(&String::from_utf8(bytes).expect("UTF-8"))));
    pages.collect()
}

fn words(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn page<'a>(pages: &'a [(String, String)], path: &str) -> &'a str {
    let found = pages.iter().find(|(known, _)| known == path);
    &found.unwrap_or_else(|| panic!("no {path}")).1
}

fn said(ages: &Ages) -> String {
    match (ages.from, ages.to) {
        (Some(from), Some(to)) if from == to => format!("{from} years"),
        (Some(from), Some(to)) => format!("{from} to {to} years"),
        (Some(from), None) => format!("{from} years and older"),
        (None, Some(to)) => format!("to {to} years"),
        (None, None) => String::new(),
    }
}

#[test]
fn a_study_says_who_took_part_and_how_many_had_what_was_measured() {
    let (mut ages, mut counts, mut tests, mut derived) = (0, 0, 0, 0);
    for (bundle, pages) in sets() {
        for study in &bundle.studies {
            let text = page(&pages, &site::page_of_study(&study.key));
            let has = |words: &str| assert!(text.contains(words), "{}: {words}\n{text}", study.key);
            let people = study.population.as_ref();
            if let Some(age) = people.and_then(|people| people.age.as_ref()) {
                ages += 1;
                has(&said(age));
            }
            if let Some(female) = people.and_then(|people| people.female) {
                has(&format!("{female} female"));
            }
            if let Some(severity) = people.and_then(|people| people.severity.as_ref()) {
                has(&format!("{}: {}", severity.scale, severity.from));
            }
            for finding in &study.findings {
                for count in &finding.counts {
                    counts += 1;
                    match (count.events, count.n) {
                        (Some(events), Some(n)) => has(&format!(": {events} of {n}")),
                        (Some(events), None) => has(&format!(": {events}")),
                        (None, Some(n)) => has(&format!(": {n} analysed")),
                        (None, None) => {}
                    }
                }
                if let Some(test) = &finding.test {
                    tests += 1;
                    has(&format!("= {}", test.value));
                }
            }
            for number in &study.derivations {
                derived += 1;
                has(&number.value);
            }
        }
    }
    assert!(
        ages > 0 && counts > 0 && derived > 0,
        "{ages} {counts} {tests} {derived}"
    );
}

#[test]
fn a_claim_says_whom_it_is_limited_to() {
    let mut limits = 0;
    for (bundle, pages) in sets() {
        for claim in &bundle.claims {
            let text = page(&pages, &site::page_of_claim(&claim.id));
            let has = |words: &str| assert!(text.contains(words), "{}: {words}\n{text}", claim.id);
            let scope = claim.scope.as_ref();
            if let Some(age) = scope.and_then(|scope| scope.age.as_ref()) {
                limits += 1;
                has(&said(age));
            }
            if let Some(severity) = scope.and_then(|scope| scope.severity.as_ref()) {
                limits += 1;
                has(&format!("{}: {}", severity.scale, severity.from));
            }
        }
    }
    assert!(limits > 0);
}

#[test]
fn a_claim_has_its_history_and_says_how_its_numbers_follow() {
    let mut bundle = build(&fixture("rich"));
    let claim = Arc::make_mut(bundle.claims.first_mut().expect("a claim"));
    claim.derivations = vec![ClaimNumber {
        id: "nnt".to_owned(),
        method: "number-needed-to-treat".to_owned(),
        value: "17".to_owned(),
        unit: Some("people".to_owned()),
        studies: claim
            .evidence
            .iter()
            .map(|line| line.study.clone())
            .collect(),
    }];
    claim.former_reviews = vec![FormerReview {
        by: "A. Editor".to_owned(),
        on: "2024-03-02".to_owned(),
        change: Some("The wording became weaker.".to_owned()),
    }];
    claim.review = Some(Review {
        by: "B. Editor".to_owned(),
        on: "2026-03-02".to_owned(),
        due: "2027-03-02".to_owned(),
        change: None,
    });
    let path = site::page_of_claim(&claim.id);
    let pages = pages(&bundle);
    let text = page(&pages, &path);
    for words in [
        "Number needed to treat",
        "17 people from",
        "Reviewed, 2 March 2024, by A. Editor: The wording became weaker. Reviewed, 2 March 2026, by B. Editor \
         Due again 2 March 2027.",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

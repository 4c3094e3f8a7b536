//! `grounds impact` and `grounds used`, over the real set.

use std::collections::BTreeSet;
use std::fs;

use insta::assert_snapshot;

use crate::program::{copy_folder, grounds};
use crate::workspace;

#[test]
fn every_sentence_that_stood_on_a_study_is_listed() {
    let ran = grounds(&["impact", "kumar-2018", "--format", "json"]).run();
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    let found: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let listed: Vec<&str> = found["sentences"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|sentence| sentence["loss"] != "pooled-citation")
        .map(|sentence| sentence["text"].as_str().unwrap())
        .collect();
    // What is listed is compared with what the set itself says, sentence by sentence.
    let files = grounds_load::read(&workspace().join("content")).unwrap();
    let set = grounds_load::assemble(files, "").set;
    let claims: BTreeSet<&str> = set
        .claims
        .iter()
        .filter(|(_, claim)| {
            claim
                .value
                .evidence
                .iter()
                .any(|line| line.study.as_str() == "kumar-2018")
        })
        .map(|(key, _)| key.as_str())
        .collect();
    let mut expected = 0;
    for article in set.articles.values() {
        let prose = &article.prose;
        for sentence in &prose.sentences {
            let cites = sentence
                .citations
                .iter()
                .any(|&i| prose.citations[i].key == "kumar-2018");
            let states = sentence.passages.iter().any(|&i| {
                let claim = prose.passages[i].claim.as_ref();
                claim.is_some_and(|claim| claims.contains(claim.text.as_str()))
            });
            if cites || states {
                expected += 1;
                assert!(
                    listed.contains(&sentence.text.as_str()),
                    "{}",
                    sentence.text
                );
            }
        }
    }
    assert_eq!(listed.len(), expected);
    assert!(expected > 8, "{expected}");
}

#[test]
fn a_sentence_that_cites_a_review_which_pooled_the_study_is_listed_after_those_that_cite_it() {
    let folder = tempfile::tempdir().unwrap();
    let set = folder.path().join("set");
    copy_folder(&workspace().join("tests/rules/base"), &set);
    let review = set.join("studies/chu-2021.yaml");
    let text = fs::read_to_string(&review).unwrap();
    fs::write(&review, format!("{text}includes: [kumar-2018]\n")).unwrap();
    let article = set.join("articles/other-studies.md");
    let text = fs::read_to_string(&article).unwrap();
    let more = "Both reactions were told of [@chu-2021].\n\nThe first trial was small [@kumar-2018; @dhurat-2013].\n";
    fs::write(&article, format!("{text}\n{more}")).unwrap();
    let set = set.to_str().unwrap();
    let losses = |event: &str| {
        let ran = grounds(&[
            "impact",
            "kumar-2018",
            "--set",
            set,
            "--if",
            event,
            "--format",
            "json",
        ])
        .run();
        let found: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let sentences = found["sentences"].as_array().unwrap().iter();
        let of_other = sentences.filter(|sentence| sentence["article"] == "other-studies");
        of_other
            .map(|sentence| sentence["loss"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(losses("retracted"), ["citation", "pooled-citation"]);
    assert_eq!(losses("removed"), ["citation"]);
}

#[test]
fn what_falls_with_the_trial_of_2018() {
    assert_snapshot!(grounds(&["impact", "kumar-2018"]).run().stdout);
    assert_snapshot!(
        grounds(&[
            "impact",
            "kumar-2018",
            "--if",
            "removed",
            "--format",
            "markdown"
        ])
        .run()
        .stdout
    );
}

#[test]
fn studies_that_are_retracted_are_the_default() {
    let folder = tempfile::tempdir().unwrap();
    let set = folder.path().join("set");
    copy_folder(&workspace().join("content"), &set);
    let study = set.join("studies/bal-2008.yaml");
    let text = fs::read_to_string(&study).unwrap();
    fs::write(
        &study,
        format!("{text}standing:\n  - {{event: retracted, on: 2026-11-01}}\n"),
    )
    .unwrap();
    let ran = grounds(&["impact", "--set", set.to_str().unwrap()]).run();
    assert!(
        ran.stdout
            .contains("forearm-blood-flow: its last support is gone"),
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.contains("yousaf-2021"), "{}", ran.stdout);
    assert!(
        ran.stdout
            .contains("cites the study as retracted, and may go on to"),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_name_that_is_not_there_is_misuse() {
    let ran = grounds(&["impact", "kumar-2019"]).run();
    assert_eq!(ran.status, Some(2));
    assert!(
        ran.stderr.contains("did you mean `kumar-2018`?"),
        "{}",
        ran.stderr
    );
    assert_eq!(grounds(&["used", "nothing"]).run().status, Some(2));
}

#[test]
fn where_records_are_used() {
    assert_snapshot!(grounds(&["used", "klemp-1989"]).run().stdout);
    assert_snapshot!(
        grounds(&["used", "scarring", "--format", "json"])
            .run()
            .stdout
    );
}

#[test]
fn each_line_gets_a_verdict() {
    let sentences = "Needling reduced hair loss in men.\n\nDoes it work?\n";
    let ran = grounds(&["classify", "--format", "json"])
        .with_input(sentences.as_bytes())
        .run();
    let verdicts: Vec<serde_json::Value> = ran
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(verdicts.len(), 3);
    assert_eq!(verdicts[0]["strength"], "direct-causal");
    assert_eq!(verdicts[0]["fires"], true);
    assert_eq!(verdicts[2]["kind"], "question");
    let odd = grounds(&["classify", "--format", "json"])
        .with_input(b"\xff\nA line.\n")
        .run();
    assert_eq!(odd.stdout.lines().count(), 2, "{}", odd.stdout);
}

/// The published schema of an answer, as a validator.
fn schema(name: &str) -> jsonschema::Validator {
    let path = workspace().join(format!("schemas/{name}.schema.json"));
    let schema: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn answers_are_valid_by_their_published_schemas() {
    for (name, arguments) in [
        (
            "impact",
            vec!["impact", "kumar-2018", "chu-2021", "--format", "json"],
        ),
        (
            "impact",
            vec![
                "impact",
                "ahmed-2025",
                "--if",
                "removed",
                "--format",
                "json",
            ],
        ),
        ("impact", vec!["impact", "--format", "json"]),
        ("used", vec!["used", "klemp-1989", "--format", "json"]),
        ("used", vec!["used", "hair-count", "--format", "json"]),
        ("used", vec!["used", "scarring", "--format", "json"]),
    ] {
        let ran = grounds(&arguments).run();
        assert_eq!(ran.status, Some(0), "{}", ran.stderr);
        let answer: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let schema = schema(name);
        let errors: Vec<String> = schema
            .iter_errors(&answer)
            .map(|error| error.to_string())
            .collect();
        assert_eq!(errors, Vec::<String>::new(), "{arguments:?}");
        let mut other = answer;
        other
            .as_object_mut()
            .unwrap()
            .remove(if name == "used" { "uses" } else { "claims" });
        assert!(!schema.is_valid(&other), "{arguments:?}");
    }
}

#[test]
fn a_claim_that_only_derives_a_number_from_a_study_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    let set = folder.path().join("set");
    copy_folder(&workspace().join("content"), &set);
    let claim = set.join("claims/scarring.yaml");
    let text = fs::read_to_string(&claim).unwrap();
    let derivation = "derivations:\n  apart:\n    method: difference\n    of: [{study: kumar-2018, finding: hair-count-12w, arm: combined}, \
                      {study: kumar-2018, finding: hair-count-12w, arm: minoxidil}]\n    value: \"10.63\"\n";
    fs::write(&claim, format!("{text}{derivation}")).unwrap();
    let ran = grounds(&["impact", "kumar-2018", "--set", set.to_str().unwrap()]).run();
    assert!(
        ran.stdout
            .contains("scarring: a number that it derives comes from the study (as before)"),
        "{}",
        ran.stdout
    );
}

#[test]
fn odd_lines_get_a_verdict_too_with_every_field_that_is_documented() {
    let mut input = b"\n\0\n  \t\n\xe2\x80\x9c\xe2\x80\x9d?!(\n".to_vec();
    input.extend("The drug may reduce pain. ".repeat(4000).bytes());
    let ran = grounds(&["classify", "--format", "json"])
        .with_input(&input)
        .run();
    let verdicts: Vec<serde_json::Value> = ran
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(verdicts.len(), 5);
    let page = fs::read_to_string(workspace().join("docs/classify.md")).unwrap();
    for verdict in &verdicts {
        for field in verdict.as_object().unwrap().keys() {
            assert!(
                page.contains(&format!("`{field}`")),
                "{field} is not documented"
            );
        }
    }
}

//! That claims about health fire, and that questions, advice, headings and aims do not.

use crate::classify::classify;

#[test]
fn claims_fire_and_what_claims_nothing_does_not() {
    let mut wrong = Vec::new();
    for line in include_str!("firing.tsv").lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [kind, fires, text] = cells[..] else {
            panic!("{line}");
        };
        let verdict = classify(text);
        if verdict.fires() != (fires == "yes") {
            wrong.push(format!("{kind}: {text}: {}", verdict.kind.name()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

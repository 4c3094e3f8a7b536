//! Laws that hold of every text, tried on texts that `proptest` makes up, and makes smaller when one
//! breaks a law.

use std::fmt::Write as _;

use grounds_load::{RawFile, assemble, sentences};
use grounds_model::{Claim, Decimal};
use grounds_numbers::{Exact, quantity};
use grounds_tests::laws;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Text of a record: anything that can be printed, with what YAML treats specially often in it.
fn text() -> impl Strategy<Value = String> {
    let special = prop::sample::select(vec![
        ": ",
        " #",
        "- ",
        "? ",
        "'",
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "~",
        "null",
        "true",
        "1.10",
        "2026-11-22",
        "\n",
        "  ",
        "é",
        "🩺",
        "\u{a0}",
        "=",
        "<<",
    ]);
    let piece = prop_oneof![special.prop_map(str::to_owned), "[a-zA-Z0-9 .,;%]{1,8}"];
    let pieces = prop::collection::vec(piece, 1..8);
    // The model takes no blank text.
    pieces.prop_map(|pieces| format!("x{}x", pieces.concat()))
}

/// The claim that a text of YAML is, as JSON.
fn claim(yaml: &str) -> Value {
    let loaded = assemble(vec![RawFile::new("claims/a.yaml", yaml)], "");
    assert_eq!(loaded.diagnostics, [], "{yaml}");
    let claim: &Claim = &loaded.set.claims.get("a").expect("the claim").value;
    serde_json::to_value(claim).expect("a claim is JSON")
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("text is JSON")
}

/// A text as a literal block, where one can hold it.
fn literal(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| format!("    {line}")).collect();
    format!("|-\n{}", lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_record_is_the_same_in_block_and_in_flow(statement in text(), variations in prop::collection::vec(text(), 0..4)) {
        let record = json!({"statement": statement, "kind": "harm", "basis": "evidence", "variations": variations});
        let flow = claim(&record.to_string());
        let mut block = format!("statement: {}\nkind: harm\nbasis: evidence\n", quoted(&statement));
        if !variations.is_empty() {
            block += "variations:\n";
        }
        for variation in &variations {
            let _ = writeln!(block, "  - {}", quoted(variation));
        }
        prop_assert_eq!(&claim(&block), &flow);
        let single = format!("statement: '{}'\n", statement.replace('\'', "''"));
        if !statement.contains('\n') {
            let others = block.split_once("kind:").expect("it is there").1;
            prop_assert_eq!(&claim(&format!("{single}kind:{others}")), &flow);
        }
    }

    #[test]
    fn a_literal_block_keeps_every_letter(note in text()) {
        let yaml = format!("statement: S.\nkind: harm\nbasis: evidence\nnote: {}\n", literal(&note));
        prop_assert_eq!(&claim(&yaml)["note"], &Value::from(note));
    }

    #[test]
    fn sentences_tile_any_paragraph(text in "([A-Za-z]{1,6}[ .!?\"“”()\\[\\]0-9%–,;:é\n]{1,3}){0,40}") {
        laws::tile(&sentences::split(&text), &text);
    }

    #[test]
    fn sentences_tile_any_text(text in any::<String>()) {
        laws::tile(&sentences::split(&text), &text);
    }

    #[test]
    fn quantities_stand_in_the_text_in_order(text in "([0-9]{1,4}[.,]?[0-9]{0,3}[ %]?(mg|cm²|per cent|weeks|to|–|±|in|p <)? ?){0,20}") {
        let found = quantity::quantities(&text);
        let numbers: Vec<_> = found.iter().map(|it| it.number.clone()).collect();
        laws::in_order(&numbers, &text);
        for quantity in &found {
            laws::inside(&quantity.whole, &text);
            prop_assert!(quantity.whole.start <= quantity.number.start);
        }
    }

    #[test]
    fn a_decimal_keeps_its_digits(text in "[+-]?[0-9]{1,12}(\\.[0-9]{1,9})?") {
        let decimal = Decimal::try_from(text.clone()).expect("a decimal");
        prop_assert_eq!(decimal.to_string(), text.as_str());
        let json = serde_json::to_string(&decimal).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<Decimal>(&json).expect("reads back"), decimal);
        let exact = Exact::read(&text).expect("a number");
        let again = Exact::read(&exact.value().to_string()).expect("reads back");
        prop_assert_eq!(again.value(), exact.value());
        prop_assert_eq!(again.places(), exact.places());
        let (low, high) = exact.bounds();
        prop_assert!(low <= exact.value() && exact.value() <= high);
    }

    #[test]
    fn a_citation_has_its_key_and_its_place(key in "[a-z]{1,8}(-[0-9]{1,4})?", before in "[A-Za-zé ]{0,20}", page in "[0-9]{1,3}") {
        let text = format!("---\ntitle: T\n---\nx{before} [@{key}, p. {page}].\n");
        let loaded = assemble(vec![RawFile::new("articles/a.md", text.as_str())], "");
        laws::read_soundly(&loaded);
        let article = loaded.set.articles.get("a").expect("the article");
        let keys: Vec<&str> = article.prose.citations.iter().map(|it| it.key.as_str()).collect();
        prop_assert_eq!(keys, [key.as_str()]);
        prop_assert_eq!(article.prose.citations[0].sentence, Some(0));
    }
}

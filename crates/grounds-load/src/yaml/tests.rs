//! What the profile reads, and that nothing brings it down.

use std::fmt::Write as _;

use grounds_diagnostics::Sources;
use serde_json::{Value, json};

use super::*;
use crate::tree::{Node, NodeKind};

pub(super) fn read(text: &str) -> (Parsed, Sources) {
    let mut sources = Sources::new("");
    let file = sources.add("claims/a.yaml", text);
    let mut parsed = parse(Stretch::new(file, text, 0..text.len()));
    if let Some(tree) = &parsed.tree {
        check_scalars(file, text, tree, &mut parsed.diagnostics);
    }
    (parsed, sources)
}

/// Each diagnostic as `line:column rule: message`.
pub(super) fn complaints(text: &str) -> Vec<String> {
    let (parsed, sources) = read(text);
    parsed
        .diagnostics
        .iter()
        .map(|d| {
            let at = sources
                .get(d.primary.place.file)
                .line_column(d.primary.place.start);
            let rule = d.rule.trim_start_matches("structure/");
            let mut line = format!("{}:{} {rule}: {}", at.line, at.column, d.message);
            for label in &d.secondary {
                let at = sources.get(label.place.file).line_column(label.place.start);
                let _ = write!(line, " ({}:{} {})", at.line, at.column, label.text);
            }
            line
        })
        .collect()
}

fn value(text: &str) -> Value {
    let (parsed, _) = read(text);
    assert_eq!(parsed.diagnostics, [], "{text}");
    assert!(parsed.complete);
    parsed.tree.expect("sound").to_json()
}

/// Every part with the source that it stands on: `pointer = source`.
fn parts(text: &str) -> Vec<String> {
    fn add(node: &Node, text: &str, pointer: &str, parts: &mut Vec<String>) {
        parts.push(format!("{pointer} = {}", &text[node.range.clone()]));
        if let NodeKind::Sequence(items) = &node.kind {
            for (i, item) in items.iter().enumerate() {
                add(item, text, &format!("{pointer}/{i}"), parts);
            }
        }
        for entry in node.entries() {
            assert!(
                text[entry.key_range.clone()].contains(entry.key.as_str()),
                "{}",
                entry.key
            );
            add(
                &entry.value,
                text,
                &format!("{pointer}/{}", entry.key),
                parts,
            );
        }
    }
    let (parsed, _) = read(text);
    let mut parts_found = Vec::new();
    add(&parsed.tree.expect("sound"), text, "", &mut parts_found);
    parts_found
}

#[test]
fn a_record_is_read_with_its_places() {
    let text = "# note\na: \"x\" # b\nlist:\n  - 1.10\n  - {k: [p, q]}\nnone:\nblock: |\n  one\n  two\n\nend: é\n";
    assert_eq!(
        value(text),
        json!({"a": "x", "list": [1.1, {"k": ["p", "q"]}], "none": null, "block": "one\ntwo\n", "end": "é"})
    );
    assert_eq!(
        parts(text)[1..],
        [
            "/a = \"x\"",
            "/list = - 1.10\n  - {k: [p, q]}",
            "/list/0 = 1.10",
            "/list/1 = {k: [p, q]}",
            "/list/1/k = [p, q]",
            "/list/1/k/0 = p",
            "/list/1/k/1 = q",
            "/none = none",
            "/block = one\n  two",
            "/end = é",
        ]
    );
}

#[test]
fn places_hold_after_a_byte_order_mark_and_crlf() {
    let text = "\u{feff}größe: ä\r\nliste:\r\n- ü\r\n-\r\nletzte: ja\r\n";
    assert_eq!(
        parts(text)[1..],
        [
            "/größe = ä",
            "/liste = - ü\r\n-",
            "/liste/0 = ü",
            "/liste/1 = -",
            "/letzte = ja"
        ]
    );
}

#[test]
fn a_text_without_content_is_nothing() {
    for text in [
        "",
        "\n",
        "# only a comment\n",
        "\u{feff}",
        "---\n",
        "---\n...\n",
        "null\n",
        "~",
    ] {
        assert_eq!(value(text), Value::Null, "{text:?}");
    }
    assert_eq!(value("just text\n"), json!("just text"));
    assert_eq!(value("- 1\n- 2\n"), json!([1, 2]));
}

#[test]
fn what_is_too_much_is_refused_at_once() {
    let cases = [
        "[".repeat(100_000),
        "{a: ".repeat(100_000),
        "- ".repeat(100_000),
        (0..2000).fold(String::new(), |text, depth| {
            text + &" ".repeat(depth) + "a:\n"
        }),
    ];
    for text in cases {
        let complaints = complaints(&text);
        assert_eq!(complaints.len(), 1);
        assert!(
            complaints[0].contains("too-large: nests deeper than 64 levels"),
            "{complaints:?}"
        );
    }
    let wide = format!("[{}]", "1,".repeat(200_000));
    assert!(complaints(&wide)[0].contains("too-large: more than 100000 values"));
    let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n";
    assert!(
        complaints(bomb)
            .iter()
            .all(|line| line.contains("yaml-feature"))
    );
}

#[test]
fn long_lines_and_odd_line_ends_are_read() {
    let long = "word ".repeat(200_000);
    assert_eq!(value(&format!("a: {long}\n")), json!({"a": long.trim()}));
    assert_eq!(value(&format!("a: \"{long}\"\n")), json!({"a": long}));
    assert_eq!(value("a: 1\rb: 2\r"), json!({"a": 1, "b": 2}));
    let keys = (0..40_000).fold(String::new(), |text, i| {
        text + "k" + &i.to_string() + ": x\n"
    });
    assert_eq!(
        value(&keys).as_object().map(serde_json::Map::len),
        Some(40_000)
    );
}

#[test]
fn no_text_brings_it_down() {
    let pieces = [
        "a", ":", " ", "\n", "- ", "[", "]", "{", "}", ",", "'", "\"", "|", ">", "&x ", "*x",
        "!t ", "%", "---\n", "...\n", "# ", "\t", "\r\n", "\u{feff}", "é", "\u{2028}", "? ", "<<",
        "1.10",
    ];
    // A fixed sequence of numbers (Knuth's MMIX generator), so that a failure is seen again.
    let mut state: u64 = 42;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..12 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let choice = usize::try_from(state >> 33).unwrap() % pieces.len();
            text.push_str(pieces[choice]);
        }
        let (parsed, sources) = read(&text);
        for diagnostic in &parsed.diagnostics {
            let range = diagnostic.primary.place.range();
            assert!(
                range.start <= range.end && text.get(range).is_some(),
                "{text:?}"
            );
        }
        if let Some(tree) = &parsed.tree {
            assert!(text.get(tree.range.clone()).is_some(), "{text:?}");
            let (file, _) = sources.iter().next().unwrap();
            let _ = tree.places(file);
        } else {
            assert!(!parsed.diagnostics.is_empty(), "{text:?}");
        }
    }
}

//! What the profile reads, what it refuses, and that nothing brings it down.

use std::fmt::Write as _;

use grounds_diagnostics::Sources;
use serde_json::{Value, json};

use super::*;
use crate::tree::{Node, NodeKind};

fn read(text: &str) -> (Parsed, Sources) {
    let mut sources = Sources::new("");
    let file = sources.add("claims/a.yaml", text);
    let mut parsed = parse(Stretch::new(file, text, 0..text.len()));
    if let Some(tree) = &parsed.tree {
        check_scalars(file, text, tree, &mut parsed.diagnostics);
    }
    (parsed, sources)
}

/// Each diagnostic as `line:column rule: message`.
fn complaints(text: &str) -> Vec<String> {
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
fn a_second_key_of_one_name_is_told_with_both_places() {
    assert_eq!(
        complaints("a: 1\nb: {c: 1, c: 2}\na: 3\n"),
        [
            "2:11 duplicate-key: `c` stands twice (2:5 first here)",
            "3:1 duplicate-key: `a` stands twice (1:1 first here)"
        ]
    );
}

#[test]
fn what_makes_yaml_surprising_is_refused_where_it_stands() {
    let cases = [
        (
            "a: &x 1\nb: 2\n",
            "1:4 yaml-feature: an anchor is not allowed in records",
        ),
        (
            "a: 1\nb: *x\n",
            "2:4 yaml-feature: an alias is not allowed in records",
        ),
        (
            "a: !!str 1\n",
            "1:4 yaml-feature: a tag is not allowed in records",
        ),
        (
            "a: !e!x 1\n",
            "1:4 yaml-feature: a tag is not allowed in records",
        ),
        (
            "<<: {a: 1}\n",
            "1:1 yaml-feature: a merge key is not allowed in records",
        ),
        (
            "a: 1\n---\nb: 2\n",
            "2:1 yaml-feature: a second document is not allowed in records",
        ),
        (
            "%YAML 1.2\n---\na: 1\n",
            "1:1 yaml-feature: a directive is not allowed in records",
        ),
        (
            "[a]: 1\n",
            "1:1 yaml-feature: a key that is no text is not allowed in records",
        ),
        (
            "? {a: b}\n: 1\n",
            "1:3 yaml-feature: a key that is no text is not allowed in records",
        ),
        (
            "2018: x\n",
            "1:1 yaml-feature: a key that is no text is not allowed in records",
        ),
        (
            "true: x\n",
            "1:1 yaml-feature: a key that is no text is not allowed in records",
        ),
        (
            ": x\n",
            "1:1 yaml-feature: a key that is no text is not allowed in records",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(complaints(text), [expected], "{text}");
    }
}

#[test]
fn reading_goes_on_after_a_refusal() {
    assert_eq!(
        complaints("a: &x [1, !t 2]\nb: *x\nc: {<<: *x}\n"),
        [
            "1:4 yaml-feature: an anchor is not allowed in records",
            "1:11 yaml-feature: a tag is not allowed in records",
            "2:4 yaml-feature: an alias is not allowed in records",
            "3:5 yaml-feature: a merge key is not allowed in records",
            "3:9 yaml-feature: an alias is not allowed in records",
        ]
    );
    let (parsed, _) = read("a: &x 1\nb: !!int 2\n");
    assert!(
        parsed.complete,
        "an anchor or a tag leaves no doubt about the value"
    );
    let (parsed, _) = read("a: *x\n");
    assert!(!parsed.complete);
}

/// Texts that are no YAML, and what is said of them.
const UNREADABLE: &[(&str, &str)] = &[
    (
        "a: b: c\n",
        "1:5 syntax: a second `:` on one line, or a field that is indented too far",
    ),
    (
        "a: 1\n  b: 2\n",
        "2:4 syntax: a second `:` on one line, or a field that is indented too far",
    ),
    (
        "a:\n  b: 1\n c: 2\n",
        "3:2 syntax: this line is not indented like the fields around it",
    ),
    ("a: 1\nb\nc: 2\n", "2:1 syntax: a line without a `:`"),
    (
        "a:\n\tb: 1\n",
        "2:1 syntax: a tab where only spaces are allowed",
    ),
    (
        "a: \"x\nb: 1\n",
        "1:4 syntax: a quotation mark is not closed",
    ),
    (
        "a: 'Men's hair'\n",
        "1:9 syntax: text after the closing `'`",
    ),
    ("a: \"x\" y\n", "1:8 syntax: text after the closing `\"`"),
    (
        "unit: %\n",
        "1:7 syntax: text cannot begin with this character",
    ),
    (
        "a: & b\n",
        "1:4 syntax: text cannot begin with this character",
    ),
    (
        "a: [x]{.c} y\n",
        "1:7 syntax: text after the end of a value",
    ),
    ("a: - x\n", "1:4 syntax: a list item on the line of a field"),
    (
        "- a\nb: c\n",
        "2:1 syntax: this line is not indented like the fields around it",
    ),
    (
        "a: 1\n- b\n",
        "2:3 syntax: this line is not indented like the fields around it",
    ),
    (
        "a: \"x\nb: \"y\"\n",
        "2:5 syntax: text after the closing `\"` (1:4 this is perhaps not closed)",
    ),
    ("a: {b}}\n", "1:7 syntax: a `]` or `}` that closes nothing"),
    ("a: , b\n", "1:4 syntax: a value cannot begin here"),
    ("a: \"\\ud800\"\n", "1:4 syntax: no such escape after `\\`"),
    (
        "by: @me\n",
        "1:5 syntax: text cannot begin with this character",
    ),
    ("p: >0.05\n", "1:4 syntax: text on the line of a `|` or `>`"),
    (
        "a: [1, 2\nb: 3\n",
        "2:2 syntax: a `:` that has no place inside brackets",
    ),
    ("a: {b: 1\n", "1:4 syntax: a `[` or `{` is not closed"),
    ("a: \"\\d\"\n", "1:4 syntax: no such escape after `\\`"),
];

#[test]
fn what_cannot_be_read_is_told_in_words_of_authors() {
    for (text, expected) in UNREADABLE {
        assert_eq!(complaints(text), [*expected], "{text}");
    }
}

#[test]
fn characters_that_cannot_be_seen_are_refused() {
    assert_eq!(
        complaints("a: x\0y\n"),
        ["1:5 syntax: control character `U+0000` in the text"]
    );
    assert_eq!(
        complaints("# \u{7}\na: x\n"),
        ["1:3 syntax: control character `U+0007` in the text"]
    );
    assert_eq!(
        complaints("a: \"x\\0y\"\n"),
        ["1:4 invalid-value: control character, `U+0000`"]
    );
    assert_eq!(
        complaints("a: [x, yes\u{202e}on]\n"),
        [""; 0],
        "what is written as such is found in the text, whatever it is"
    );
    assert_eq!(
        complaints("\"k\\u2066\": x\n"),
        ["1:1 bidi-control: character that turns the text around, `U+2066`"]
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

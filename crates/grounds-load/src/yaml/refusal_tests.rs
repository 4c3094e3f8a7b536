//! What the profile refuses, and in which words.

use super::tests::{complaints, read};

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

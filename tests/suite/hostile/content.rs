//! Bytes that are no text, and text that is not what it seems.

use super::Set;

const CLAIM: &str = "statement: S.\nkind: harm\nbasis: evidence\n";

#[test]
fn nul_bytes_are_told_where_they_stand() {
    Set::new()
        .write("claims/nul.yaml", format!("{CLAIM}note: \"a\0b\"\n"))
        .must_find(&[("claims/nul.yaml:4:9:", "structure/syntax")]);
    Set::new()
        .write("grounds.toml", "title = \"a\0b\"\n")
        .must_find(&[("grounds.toml:1:11:", "structure/syntax")]);
    Set::new()
        .write("articles/nul.md", "---\ntitle: a\0b\n---\nProse.\n")
        .must_find(&[("articles/nul.md:2:9:", "structure/syntax")]);
    // CommonMark reads one in prose as U+FFFD.
    Set::new()
        .write("articles/nul.md", "---\ntitle: A\n---\nPro\0se.\n")
        .must_find(&[]);
    Set::new()
        .write("claims/nul.yaml", vec![0; 100_000])
        .must_find(&[("claims/nul.yaml:1:1:", "structure/syntax")]);
}

#[test]
fn bytes_that_are_not_utf_8() {
    for path in [
        "articles/bytes.md",
        "claims/bytes.yaml",
        "studies/bytes.yaml",
        "grounds.toml",
        "vocabulary.yaml",
    ] {
        for bytes in [
            &b"a: \xff\n"[..],
            b"a: \xc3",
            b"a: \xed\xa0\x80\n",
            b"a: \xf5\x80\x80\x80",
        ] {
            Set::new()
                .write(path, bytes)
                .must_find(&[(&format!("{path}:1:4:"), "structure/invalid-utf8")]);
        }
    }
    Set::new()
        .write("claims/wide.yaml", b"\xff\xfea\0:\0 \0b\0")
        .must_find(&[("claims/wide.yaml:1:1:", "structure/invalid-utf8")]);
}

#[test]
fn lone_surrogates_in_escapes() {
    for escape in [
        "\\ud800",
        "\\udfff",
        "\\ud83d",
        "\\ud800\\u0041",
        "\\U00110000",
    ] {
        Set::new()
            .write("claims/half.yaml", format!("{CLAIM}note: \"a{escape}\"\n"))
            .must_find(&[("claims/half.yaml:4:", "structure/syntax")]);
        Set::new()
            .write("grounds.toml", format!("title = \"a{escape}\"\n"))
            .must_find(&[("grounds.toml:1:", "structure/syntax")]);
    }
    // In prose, a number that is no character is U+FFFD.
    Set::new()
        .write(
            "articles/half.md",
            "---\ntitle: A\n---\nWhat is &#xD800;?\n",
        )
        .must_find(&[]);
}

#[test]
fn characters_that_turn_the_text_around() {
    for control in [
        '\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}',
    ] {
        let set = Set::new()
            .write(
                "claims/turn.yaml",
                format!("{CLAIM}# {control}note: x\nno{control}te: y\n"),
            )
            .write("studies/turn.yaml", format!("design: \"r{control}ct\"\n"))
            .write(
                "articles/turn.md",
                format!("---\ntitle: A{control}\n---\nIs {control}it?\n"),
            )
            .append("grounds.toml", &format!("# {control}\n"))
            .append("vocabulary.yaml", &format!("# {control}\n"));
        set.must_find(&[
            ("claims/turn.yaml:4:3:", "structure/bidi-control"),
            ("claims/turn.yaml:5:3:", "structure/bidi-control"),
            ("studies/turn.yaml:1:11:", "structure/bidi-control"),
            ("articles/turn.md:2:9:", "structure/bidi-control"),
            ("articles/turn.md:4:4:", "structure/bidi-in-prose"),
            ("grounds.toml:4:3:", "structure/bidi-control"),
            ("vocabulary.yaml:", "structure/bidi-control"),
        ]);
    }
}

#[test]
fn empty_files() {
    for (path, rule) in [
        ("articles/empty.md", "structure/missing-front-matter"),
        ("claims/empty.yaml", "structure/wrong-type"),
        ("studies/empty.yaml", "structure/wrong-type"),
        ("grounds.toml", "structure/missing-field"),
        ("vocabulary.yaml", "structure/wrong-type"),
    ] {
        for text in ["", "\n", "\u{feff}"] {
            Set::new().write(path, text).must_find(&[(path, rule)]);
        }
    }
}

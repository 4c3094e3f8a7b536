//! What is read line by line is read just so by the general parser.

use std::fs;
use std::path::Path;

use grounds_diagnostics::Sources;

use super::{Stretch, build, plain};

/// Whether a text is read line by line. If it is, the general parser must make the same of it.
fn is_plain(text: &str) -> bool {
    let file = Sources::new("").add("claims/a.yaml", text);
    let stretch = Stretch::new(file, text, 0..text.len());
    let Some(tree) = plain::read(stretch) else {
        return false;
    };
    let parsed = build::build(stretch);
    assert_eq!(parsed.tree, Some(tree), "{text}");
    assert!(parsed.complete && parsed.diagnostics.is_empty(), "{text}");
    true
}

/// A record with everything that is read line by line.
const RECORD: &str = "\
# yaml-language-server: $schema=claim.schema.json
statement: In men, 5 % or -4.2 (of 12) may be “more”.
empty:
list: [a, \"b, c\", 'd', -1.5, 2, {x: y, n: null}]

scope:
  population: [men, 12]
  # a comment
  at: 12 weeks
items:
  - {by: A. Editor, on: 2026-06-01}
  -   plain: 1
      more:
        - deep
        - \"x: # y\"
same:
- one
- key: <0.05
  other: ~
after: true
";

#[test]
fn a_plain_record_is_read_so() {
    assert!(is_plain(RECORD));
    assert!(is_plain("a: 1"));
    assert!(is_plain("- a\n- b: c\n  d: e\n"));
    assert!(!is_plain(""));
    assert!(!is_plain("a: b\n  c\n"));
    assert!(!is_plain("a: |\n  b\n"));
    assert!(!is_plain("a: b # c\n"));
    assert!(!is_plain("a: 1\na: 2\n"));
    assert!(!is_plain("a: \"\\n\"\n"));
}

/// What is put into a record, at every place.
const MARKS: &[&str] = &[
    " ", "  ", "\n", "\n ", ":", ": ", " #", "#", "-", "- ", ",", "[", "]", "{", "}", "\"", "'",
    "&", "*", "!", "|", ">", "%", "@", "`", "?", "~", "\\", "\t", "\r\n", "0", "null", "ä",
    "\u{feff}", "\u{85}", "---\n", "...\n", "<<", "a: b\n",
];

#[test]
fn a_record_with_a_mark_anywhere_is_read_the_same() {
    let mut plain = 0;
    for at in (0..=RECORD.len()).filter(|&at| RECORD.is_char_boundary(at)) {
        let (before, after) = RECORD.split_at(at);
        for mark in MARKS {
            plain += usize::from(is_plain(&format!("{before}{mark}{after}")));
        }
        let mut rest = after.chars();
        rest.next();
        plain += usize::from(is_plain(&format!("{before}{}", rest.as_str())));
        // A text that ends here.
        plain += usize::from(is_plain(before));
    }
    assert!(plain > 4000, "{plain}");
}

#[test]
fn real_records_are_read_the_same() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut plain = 0;
    for folder in ["claims", "studies"] {
        for entry in fs::read_dir(content.join(folder)).unwrap() {
            let text = fs::read_to_string(entry.unwrap().path()).unwrap();
            plain += usize::from(is_plain(&text));
        }
    }
    assert!(plain > 10, "{plain}");
}

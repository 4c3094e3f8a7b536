//! Keys that look like others.

use super::Set;

/// A Cyrillic `а`, a zero-width space, an en dash, a full-width letter, a mathematical one.
const LOOKALIKES: [&str; 5] = [
    "kum\u{430}r-2018",
    "ku\u{200b}mar-2018",
    "kumar\u{2013}2018",
    "\u{ff4b}umar-2018",
    "\u{1d424}umar-2018",
];

const RULE: &str = "structure/confusable-key";

#[test]
fn in_the_names_of_files() {
    for name in LOOKALIKES {
        let path = format!("studies/{name}.yaml");
        let text = "report: {type: book, title: T}\ndesign: rct\n";
        Set::new().write(&path, text).must_find(&[(&path, RULE)]);
    }
}

#[test]
fn in_references_and_names_of_records() {
    for name in LOOKALIKES {
        let claim = format!(
            "statement: S.\nkind: harm\nbasis: evidence\n\
             evidence:\n  - {{study: {name}, relation: supports}}\n"
        );
        let study = format!(
            "report: {{type: book, title: T}}\ndesign: rct\n\
             arms:\n  {name}: {{interventions: [microneedling]}}\n"
        );
        Set::new()
            .write("claims/other.yaml", claim)
            .write("studies/other.yaml", study)
            .must_find(&[
                ("claims/other.yaml:5:", RULE),
                ("studies/other.yaml:4:", RULE),
            ]);
    }
}

#[test]
fn in_the_names_of_fields() {
    let field = "st\u{430}tement";
    Set::new()
        .write(
            "claims/other.yaml",
            format!("{field}: S.\nkind: harm\nbasis: evidence\n"),
        )
        .append("grounds.toml", "l\u{430}nguage = \"en\"\n")
        .must_find(&[
            ("claims/other.yaml:1:1:", RULE),
            ("grounds.toml:4:1:", RULE),
        ]);
}

#[test]
fn in_citations_and_passages() {
    let text = "---\ntitle: Other\n---\n[It works]{claim=w\u{430}kes-follicles} [@kum\u{430}r-2018].\n\
                As @kum\u{430}r-2018 found, it works.\n";
    Set::new().write("articles/other.md", text).must_find(&[
        ("articles/other.md:4:", RULE),
        ("articles/other.md:5:5:", RULE),
    ]);
}

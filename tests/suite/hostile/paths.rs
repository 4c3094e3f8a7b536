//! Names and paths that lead elsewhere.

use std::fs;

use super::{Set, bounded, tree};

const WAYS_OUT: [&str; 6] = [
    "../../etc/passwd",
    "/etc/passwd",
    "..",
    "a/../../b",
    "..\\\\..\\\\b",
    "C:b",
];

#[test]
fn ids_are_never_paths() {
    for way in WAYS_OUT {
        let claim = format!(
            "statement: S.\nkind: harm\nbasis: evidence\n\
             evidence:\n  - {{study: \"{way}\", relation: supports, finding: \"{way}\"}}\n"
        );
        let study = format!(
            "report: {{type: book, title: T}}\ndesign: rct\npart-of: \"{way}\"\nincludes: [\"{way}\"]\n"
        );
        Set::new()
            .write("claims/out.yaml", claim)
            .write("studies/out.yaml", study)
            .must_find(&[
                ("claims/out.yaml:5:", "structure/invalid-value"),
                ("studies/out.yaml:3:", "structure/invalid-value"),
                ("studies/out.yaml:4:", "structure/invalid-value"),
            ]);
    }
}

#[test]
fn settings_do_not_lead_out_of_the_set() {
    for way in WAYS_OUT {
        for setting in ["csl-style", "retractions"] {
            let set = Set::new().append("grounds.toml", &format!("{setting} = \"{way}\"\n"));
            let ran = set.check();
            assert!(
                matches!(ran.status, Some(1..=3)),
                "{setting} {way}: {ran:?}"
            );
            let said = ran.stdout + &ran.stderr;
            assert!(
                said.contains("grounds.toml") || said.contains("retraction list"),
                "{setting} {way}: {said}"
            );
            assert!(!said.contains("root:"), "{setting} {way}: {said}");
        }
    }
}

#[test]
fn front_matter_does_not_name_where_a_page_stands() {
    for field in ["slug", "path", "url", "permalink", "id"] {
        let text = format!("---\ntitle: Out\n{field}: ../../out\n---\nIs it?\n");
        Set::new()
            .write("articles/out.md", text)
            .must_find(&[("articles/out.md:3:", "structure/unknown-field")]);
    }
}

/// What a set with every way out writes stands in the target.
#[test]
fn an_export_writes_nothing_outside_its_target() {
    let set = Set::new()
        .write("articles/..md", "---\ntitle: A\n---\nIs it?\n")
        .write("articles/...md", "---\ntitle: A\n---\nIs it?\n")
        .write("articles/a\\..\\b.md", "---\ntitle: A\n---\nIs it?\n")
        .write(
            "articles/links.md",
            "---\ntitle: A\n---\nSee [a](../../../x), [b](file:///etc/passwd) and ![c](/etc/passwd).\n\
             Look [@../../etc] and [it]{#../../x claim=../../y}.\n\n# Is it {#../../z}\n",
        );
    let outside = set.folder.path().join("outside");
    fs::create_dir(&outside).unwrap();
    let before = tree(&set.root());
    let arguments = ["export", "../set", "--allow-errors", "--out", "site"];
    let ran = bounded::run(&outside, &arguments);
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    assert_eq!(tree(&set.root()), before, "the set was changed");
    let made: Vec<_> = fs::read_dir(&outside)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(
        made.iter()
            .all(|name| name == "site" || name == ".site.lock"),
        "{made:?}"
    );
    let beside: Vec<_> = fs::read_dir(set.folder.path()).unwrap().collect();
    assert_eq!(beside.len(), 2, "{beside:?}");
}

#[test]
fn names_that_differ_only_in_case() {
    let study = "report: {type: book, title: T}\ndesign: rct\n";
    let set = Set::new().write("studies/KUMAR-2018.yaml", study);
    if fs::read_dir(set.path("studies")).unwrap().count() == 8 {
        // This file system tells no more apart.
        return;
    }
    set.must_find(&[("studies/KUMAR-2018.yaml:1:1:", "structure/duplicate-id")]);
}

#[test]
fn names_that_are_no_keys() {
    let long = "a".repeat(240);
    for name in [
        "with\nnewline",
        "with space",
        long.as_str(),
        "\u{1b}[31mred",
        "-",
        "$(touch x)",
        "a;b",
    ] {
        let set = Set::new().write(&format!("claims/{name}.yaml"), "statement: S.\n");
        let ran = set.check();
        assert_eq!(ran.status, Some(1), "{name:?} {}", ran.stderr);
        let rule = "[structure/record-name]";
        let line = ran.stdout.lines().find(|line| line.contains(rule));
        assert!(line.is_some(), "{name:?} {}", ran.stdout);
        assert!(!ran.stdout.contains('\u{1b}'), "{name:?} {}", ran.stdout);
        set.must_find(&[]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_utf_8() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let set = Set::new();
    let name = OsStr::from_bytes(b"claims/\xff\xfe.yaml");
    fs::write(set.root().join(name), "statement: S.\n").unwrap();
    set.must_find(&[("claims/", "structure/record-name")]);
}

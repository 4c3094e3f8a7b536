//! Too much: files of 100 MB, nesting a million deep, lines of 10 MB, bombs.

use std::fmt::Write as _;
use std::fs::File;

use super::Set;

const HUGE: u64 = 100_000_000;

/// A file of 100 MB; where the file system can, it takes no room.
fn huge(set: &Set, path: &str) {
    std::fs::create_dir_all(set.path(path).parent().unwrap()).unwrap();
    File::create(set.path(path)).unwrap().set_len(HUGE).unwrap();
}

#[test]
fn a_file_of_100_megabytes_is_not_read() {
    for path in [
        "articles/huge.md",
        "claims/huge.yaml",
        "studies/huge.yaml",
        "vocabulary.yaml",
        "grounds.toml",
        "sources/kumar-2018.txt",
        "styles/huge.csl",
    ] {
        let set = Set::new();
        huge(&set, path);
        set.must_find(&[(path, "structure/too-large")]);
    }
}

/// A field of 100 MB is no field; the rows before and after it are read.
#[test]
fn a_retraction_list_of_100_megabytes_is_bounded() {
    let set = Set::new().append("grounds.toml", "retractions = \"list.csv\"\n");
    huge(&set, "list.csv");
    let ran = set.check();
    // NUL bytes are no header: the run ends with a clear error.
    assert!(matches!(ran.status, Some(1..=3)), "{ran:?}");
    assert!(
        (ran.stdout + &ran.stderr).contains("list.csv"),
        "{}",
        ran.stderr
    );
}

#[test]
fn yaml_nested_a_million_deep() {
    let deep = 1_000_000;
    for text in [
        format!("statement: {}", "[".repeat(deep)),
        format!("statement: {}", "{a: ".repeat(deep)),
        format!("statement:\n{}", "- ".repeat(deep)),
        format!("{}x", "? ".repeat(deep)),
        "- - ".repeat(deep),
    ] {
        let set = Set::new().write("claims/deep.yaml", &text);
        set.must_find(&[("claims/deep.yaml:", "structure/too-large")]);
    }
}

#[test]
fn front_matter_nested_a_million_deep() {
    let text = format!("---\ntitle: {}\n---\nProse.\n", "[".repeat(1_000_000));
    let set = Set::new().write("articles/deep.md", text);
    set.must_find(&[("articles/deep.md:", "structure/too-large")]);
}

#[test]
fn toml_nested_a_million_deep() {
    let deep = 1_000_000;
    for text in [
        format!("title = {}", "[".repeat(deep)),
        format!("title = {}", "{a = ".repeat(deep)),
        format!("{}title = 1", "a.".repeat(deep)),
        format!("[{}a]", "a.".repeat(deep)),
    ] {
        let set = Set::new().write("grounds.toml", text);
        let ran = set.check();
        assert_eq!(ran.status, Some(1), "{}", ran.stderr);
        assert!(ran.stdout.contains("set/grounds.toml:1:"), "{}", ran.stdout);
        set.must_find(&[]);
    }
}

#[test]
fn markdown_nested_a_million_deep() {
    let deep = 1_000_000;
    for prose in [
        ">".repeat(deep),
        "> ".repeat(deep),
        "- ".repeat(deep),
        "[".repeat(deep),
        "![".repeat(deep),
        "[a](".repeat(deep),
        "*a **a ".repeat(deep / 4),
        "`".repeat(deep) + "a",
        "<".repeat(deep),
        "^[".repeat(deep),
        "[@".repeat(deep),
        "[@a; see [".repeat(deep / 8),
        "::: {.advice}\n".repeat(deep / 8),
        "{".repeat(deep),
        "[a]{".repeat(deep / 4),
        format!("{}a{}", "[".repeat(deep), "]{.advice}".repeat(deep / 8)),
        "(".repeat(deep),
        "“".repeat(deep / 2),
        "| a ".repeat(deep / 4) + "\n" + &"|---".repeat(deep / 4),
        "~~a ^b ".repeat(deep / 8),
    ] {
        let text = format!("---\ntitle: Deep\n---\n{prose}\n");
        let set = Set::new().write("articles/deep.md", text);
        set.must_find(&[]);
    }
}

/// A report of the Markdown reader: what is too deep is told.
#[test]
fn quotes_beyond_the_depth_are_reported() {
    let text = format!("---\ntitle: Deep\n---\n{} Is it safe?\n", ">".repeat(9_000));
    let set = Set::new().write("articles/deep.md", text);
    set.must_find(&[("articles/deep.md:4:", "structure/deep-nesting")]);
}

#[test]
fn a_yaml_bomb_is_refused_at_its_first_alias() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..40 {
        let nine = vec![format!("*a{}", level - 1); 9].join(", ");
        let _ = writeln!(text, "a{level}: &a{level} [{nine}]");
    }
    let bombs = [
        ("claims/bomb.yaml", text.clone()),
        ("studies/bomb.yaml", text.clone()),
        ("vocabulary.yaml", text.clone()),
        ("articles/bomb.md", format!("---\n{text}---\nProse.\n")),
    ];
    for (path, text) in bombs {
        let set = Set::new().write(path, text);
        set.must_find(&[(path, "structure/yaml-feature")]);
    }
}

/// Ten megabytes are more than is read; four are not.
#[test]
fn lines_of_megabytes() {
    for size in [10_000_000, 4_000_000] {
        let rule = (size > 5_000_000).then_some("structure/too-large");
        let line = "word ".repeat(size / 5);
        for (path, text) in [
            (
                "articles/long.md",
                format!("---\ntitle: Long\n---\n{line}\n"),
            ),
            ("claims/long.yaml", format!("note: {line}\n")),
            ("studies/long.yaml", format!("report: \"{line}\"\n")),
        ] {
            let set = Set::new().write(path, text);
            let expected = rule.map(|rule| (path, rule));
            set.must_find(expected.as_slice());
        }
    }
}

/// One file can hold no more mistakes than the memory takes.
#[test]
fn a_flood_of_mistakes() {
    for (path, text) in [
        (
            "articles/flood.md",
            "---\ntitle: F\n---\n".to_owned() + &"[@x] ".repeat(900_000),
        ),
        (
            "articles/flood.md",
            "---\ntitle: F\n---\n".to_owned() + &"<b>\n\n".repeat(700_000),
        ),
        (
            "articles/flood.md",
            "---\ntitle: F\n---\n".to_owned() + &"\u{202e}".repeat(1_600_000),
        ),
        (
            "articles/flood.md",
            "---\ntitle: F\n---\n".to_owned() + &"[]{#a}\n\n".repeat(90_000),
        ),
        ("claims/flood.yaml", "x: 1\n".repeat(900_000)),
        (
            "claims/flood.yaml",
            (0..90_000).fold(String::new(), |mut text, i| {
                let _ = writeln!(text, "x{i}: 1");
                text
            }),
        ),
        ("claims/flood.yaml", "\u{202e}".repeat(1_600_000)),
    ] {
        let set = Set::new().write(path, text);
        set.must_find(&[(path, "")]);
    }
}

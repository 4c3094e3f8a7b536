//! Content sets put together from files, sound and otherwise.

use super::*;
use crate::files::Content;

const CLAIM: &str = "statement: S.\nkind: harm\nbasis: evidence\n";
const STUDY: &str = "report: {type: book, title: T}\ndesign: rct\n";

fn assembled(files: &[(&str, &str)]) -> Loaded {
    assemble(
        files
            .iter()
            .map(|(path, text)| RawFile::new(*path, *text))
            .collect(),
        "",
    )
}

/// Each diagnostic as `path:line:column rule: message`, with the paths of other places.
fn complaints(loaded: &Loaded) -> Vec<String> {
    let sources = &loaded.sources;
    loaded
        .diagnostics
        .iter()
        .map(|d| {
            let source = sources.get(d.primary.place.file);
            let at = source.line_column(d.primary.place.start);
            let others: Vec<String> = d
                .secondary
                .iter()
                .map(|label| format!(" ({} {})", sources.get(label.place.file).path(), label.text))
                .collect();
            let rule = d.rule.trim_start_matches("structure/");
            format!(
                "{}:{}:{} {rule}: {}{}",
                source.path(),
                at.line,
                at.column,
                d.message,
                others.concat()
            )
        })
        .collect()
}

fn unread(loaded: &Loaded) -> Vec<String> {
    let path = |file| loaded.sources.get(file).path();
    loaded
        .unread
        .iter()
        .map(|unread| format!("{} {}", path(unread.file), unread.why))
        .collect()
}

fn keys<'a>(keys: impl Iterator<Item = &'a Key>) -> Vec<&'a str> {
    keys.map(Key::as_str).collect()
}

#[test]
fn a_sound_set_is_read_whole() {
    let loaded = assembled(&[
        ("grounds.toml", "title = \"Needling\"\n"),
        (
            "vocabulary.yaml",
            "concepts: {hair-count: {label: hair count, kind: outcome}}\n",
        ),
        ("articles/hair.md", "---\ntitle: Hair\n---\nText.\n"),
        (
            "claims/adds.yaml",
            &format!("{CLAIM}evidence: [{{study: kumar-2018, relation: supports}}]\n"),
        ),
        ("studies/kumar-2018.yaml", STUDY),
        ("styles/ama.csl", "<style/>"),
    ]);
    assert_eq!(complaints(&loaded), [""; 0]);
    assert_eq!(unread(&loaded), [""; 0]);
    let set = &loaded.set;
    assert_eq!(set.settings.value.title.as_str(), "Needling");
    assert_eq!(keys(set.articles.keys()), ["hair"]);
    assert_eq!(keys(set.claims.keys()), ["adds"]);
    assert_eq!(keys(set.uses.evidence.keys()), ["kumar-2018"]);
    assert!(!set.unparsed && set.mentioned_in_broken.is_empty() && !set.vocabulary_broken);
    let claim = set.claims.get("adds").unwrap();
    assert_eq!(
        loaded.sources.text(claim.place("/evidence/0/study")),
        "kumar-2018"
    );
    assert_eq!(
        loaded.sources.text(claim.key_place("/evidence/0/study")),
        "study"
    );
    let style = loaded.sources.by_path("styles/ama.csl").unwrap();
    assert_eq!(loaded.sources.get(style).text(), "<style/>");
}

#[test]
fn a_broken_record_hides_nothing_in_other_files() {
    let loaded = assembled(&[
        ("grounds.toml", "title = \n"),
        ("vocabulary.yaml", "concepts: []\n"),
        (
            "claims/a.yaml",
            &format!("{CLAIM}evidence: [{{study: kumar-2018, relation: suports}}]\n"),
        ),
        ("claims/b.yaml", "statement: \"x\n"),
        ("claims/c.yaml", CLAIM),
        ("studies/kumar-2018.yaml", STUDY),
    ]);
    assert_eq!(
        complaints(&loaded),
        [
            "claims/a.yaml:4:42 invalid-value: `relation` must be one of `supports`, `disputes`, `qualifies` or \
             `background`, but is `suports`",
            "claims/b.yaml:1:12 syntax: a quotation mark is not closed",
            "grounds.toml:1:9 syntax: string values must be quoted, expected literal string",
            "vocabulary.yaml:1:11 wrong-type: `concepts` must be a mapping of fields, but is a list",
        ]
    );
    let set = &loaded.set;
    assert_eq!(keys(set.claims.sound.keys()), ["c"]);
    assert_eq!(keys(set.claims.broken.keys()), ["a", "b"]);
    assert!(set.vocabulary_broken && set.unparsed);
    assert!(set.mentioned_in_broken.contains("kumar-2018"));
    assert_eq!(set.settings.value, Settings::default());
    assert_eq!(
        unread(&loaded),
        [
            "claims/a.yaml does not have the form of its kind",
            "claims/b.yaml could not be parsed",
            "grounds.toml could not be parsed",
            "vocabulary.yaml does not have the form of its kind",
        ]
    );
}

#[test]
fn what_an_ambiguous_record_means_is_not_guessed() {
    let loaded = assembled(&[
        ("claims/a.yaml", &format!("{CLAIM}kind: efficacy\n")),
        (
            "claims/b.yaml",
            "statement: &s S.\nkind: harm\nbasis: !!str evidence\n",
        ),
        ("claims/c.yaml", "<<: *base\nkind: harm\n"),
    ]);
    assert_eq!(
        complaints(&loaded),
        [
            "claims/a.yaml:4:1 duplicate-key: `kind` stands twice (claims/a.yaml first here)",
            "claims/b.yaml:1:12 yaml-feature: an anchor is not allowed in records",
            "claims/b.yaml:3:8 yaml-feature: a tag is not allowed in records",
            "claims/c.yaml:1:1 yaml-feature: a merge key is not allowed in records",
            "claims/c.yaml:1:5 yaml-feature: an alias is not allowed in records",
        ]
    );
    assert_eq!(keys(loaded.set.claims.sound.keys()), ["b"]);
    assert_eq!(keys(loaded.set.claims.broken.keys()), ["a", "c"]);
}

#[test]
fn an_article_without_sound_front_matter_still_has_prose() {
    let loaded = assembled(&[
        ("articles/bare.md", "# Hair\n"),
        ("articles/late.md", "\n---\ntitle: T\n---\nText.\n"),
        ("articles/open.md", "---\ntitle: T\n\nText.\n"),
        ("articles/wrong.md", "---\r\ntitel: T\r\n---\r\nText.\r\n"),
    ]);
    assert_eq!(
        complaints(&loaded),
        [
            "articles/bare.md:1:1 missing-front-matter: the article does not begin with front matter",
            "articles/late.md:2:1 missing-front-matter: the article does not begin with front matter",
            "articles/open.md:1:1 syntax: the front matter is not closed",
            "articles/wrong.md:2:1 unknown-field: unknown field `titel`",
        ]
    );
    assert_eq!(loaded.set.articles.len(), 4);
    assert!(
        loaded
            .set
            .articles
            .values()
            .all(|article| article.front.is_none())
    );
    assert!(loaded.set.unparsed, "the prose of open.md is not known");
}

#[test]
fn two_files_cannot_be_one_record() {
    let loaded = assembled(&[
        ("claims/hair/x.yaml", CLAIM),
        ("claims/x.yaml", CLAIM),
        ("claims/x.yml", CLAIM),
        ("claims/Y.yaml", CLAIM),
        ("claims/y.yaml", CLAIM),
        ("studies/x.yaml", STUDY),
    ]);
    assert_eq!(
        complaints(&loaded),
        [
            "claims/Y.yaml:1:1 duplicate-id: `Y` is the name of two files in `claims/` (claims/y.yaml this one is read)",
            "claims/x.yaml:1:1 duplicate-id: `x` is the name of two files in `claims/` (claims/hair/x.yaml this one is read)",
            "claims/x.yml:1:1 duplicate-id: `x` is the name of two files in `claims/` (claims/hair/x.yaml this one is read)",
        ]
    );
    assert_eq!(keys(loaded.set.claims.sound.keys()), ["x", "y"]);
    assert_eq!(unread(&loaded).len(), 3);
}

#[test]
fn files_where_none_is_expected_are_told() {
    let mut files = vec![
        RawFile::new("articles/Was_ist.md", "---\ntitle: T\n---\n"),
        RawFile::new("claims/a.yml", CLAIM),
        RawFile::new("claims/größe.yaml", CLAIM),
        RawFile::new("claims/figure.png", "x"),
        RawFile::new("kumar-2018.yaml", STUDY),
        RawFile::new("studies/García_2017.yaml", STUDY),
        RawFile::new("vocabulary.yml", ""),
    ];
    files.push(RawFile {
        path: "study".to_owned(),
        content: Content::StrayFolder,
    });
    let loaded = assemble(files, "");
    assert_eq!(
        complaints(&loaded),
        [
            "articles/Was_ist.md:1:1 record-name: `Was_ist` is not a key",
            "claims/a.yml:1:1 record-name: `claims/a.yml` is not read",
            "claims/figure.png:1:1 stray-file: `claims/figure.png` is not read",
            "claims/größe.yaml:1:1 record-name: `größe` is not a key",
            "kumar-2018.yaml:1:1 stray-file: `kumar-2018.yaml` is not read",
            "studies/García_2017.yaml:1:1 record-name: `García_2017` is not a key",
            "study:1:1 stray-file: the folder `study/` is not read",
            "vocabulary.yml:1:1 record-name: `vocabulary.yml` is not read",
        ]
    );
    let help: Vec<&str> = loaded
        .diagnostics
        .iter()
        .flat_map(|d| &d.help)
        .map(String::as_str)
        .collect();
    assert_eq!(help[0], "give the file the name `was-ist`");
    assert_eq!(help[1], "rename it to `a.yaml`");
    assert_eq!(help[6], "did you mean `studies/`?");
    assert_eq!(
        keys(loaded.set.claims.broken.keys()),
        ["a"],
        "what refers to it is not dangling"
    );
    assert_eq!(
        keys(loaded.set.studies.broken.keys()),
        ["garcia-2017"],
        "nor what refers to a record by the key that it is meant to have"
    );
    assert!(loaded.set.vocabulary_broken, "nor are concepts");
}

#[test]
fn files_that_cannot_be_read_are_told_and_known_to_be_there() {
    let file = |path: &str, content| RawFile {
        path: path.to_owned(),
        content,
    };
    let loaded = assemble(
        vec![
            file(
                "claims",
                Content::Unreadable("permission denied".to_owned()),
            ),
            file(
                "claims/a.yaml",
                Content::Bytes(b"statement: gr\xfcn\n  bad: [".to_vec()),
            ),
            file("claims/b.yaml", Content::TooLarge(6_000_000)),
            file("claims/c.yaml", Content::NotAFile("a named pipe")),
            file(
                "claims/sub",
                Content::Unreadable("leads to a folder that is read under another name".to_owned()),
            ),
            file("articles/d.md", Content::Bytes(b"\xff\xfe-\0".to_vec())),
            file("vocabulary.yaml", Content::Bytes(vec![b' '; 5_000_001])),
        ],
        "",
    );
    assert_eq!(
        complaints(&loaded),
        [
            "articles/d.md:1:1 invalid-utf8: bytes that are not UTF-8",
            "claims:1:1 unreadable-file: `claims` could not be read: permission denied",
            "claims/a.yaml:1:14 invalid-utf8: bytes that are not UTF-8",
            "claims/b.yaml:1:1 too-large: `claims/b.yaml` has 6000000 bytes",
            "claims/c.yaml:1:1 unreadable-file: `claims/c.yaml` is a named pipe",
            "claims/sub:1:1 unreadable-file: `claims/sub` leads to a folder that is read under another name",
            "vocabulary.yaml:1:1 too-large: `vocabulary.yaml` has 5000001 bytes",
        ]
    );
    let set = &loaded.set;
    assert_eq!(keys(set.claims.broken.keys()), ["a", "b", "c"]);
    assert_eq!(keys(set.articles.keys()), ["d"]);
    assert!(set.unparsed && set.vocabulary_broken);
    assert_eq!(loaded.unread.len(), 7);
}

#[test]
fn the_order_of_files_does_not_matter() {
    let files = [
        ("claims/x.yaml", "a: [\n"),
        ("claims/hair/x.yaml", CLAIM),
        ("studies/s.yaml", "n: 1\n"),
        ("articles/a.md", "Text.\n"),
        ("grounds.toml", "title = 3\n"),
    ];
    let forwards = assembled(&files);
    let mut turned = files;
    turned.reverse();
    let backwards = assembled(&turned);
    assert_eq!(
        format!("{:?}", forwards.diagnostics),
        format!("{:?}", backwards.diagnostics)
    );
    assert_eq!(
        format!("{:?}", forwards.set),
        format!("{:?}", backwards.set)
    );
}

#[test]
fn nothing_at_all_is_an_empty_set() {
    let loaded = assemble(Vec::new(), "");
    assert!(loaded.diagnostics.is_empty() && loaded.unread.is_empty());
    assert_eq!(
        loaded.sources.get(loaded.set.settings.file()).path(),
        "grounds.toml"
    );
    assert_eq!(loaded.set.vocabulary.value, Vocabulary::default());
}

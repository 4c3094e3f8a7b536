//! The processor on the style tests of the CSL project, which come with a Debian package of sources:
//!
//!     apt-get source haskell-citeproc
//!     GROUNDS_CSL_SUITE=citeproc-0.6.0.1/test/csl cargo test -p grounds-export csl::suite -- --ignored --nocapture
//!
//! Tried are those that ask for a bibliography and for no more than that. Each reference is made alone, as an export
//! does, without its number, and stands where the article cites it: what is compared is the text of each, in any order.
//! Those that differ are in `differing.txt`, each with the reason, and any other difference fails.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs};

use citationberg::Style as AnyStyle;
use citationberg::json::Item;

use super::style::Style;

/// What a test file asks for beyond a bibliography of some works.
const BEYOND: [&str; 7] = [
    "BIBSECTION",
    "BIBENTRIES",
    "CITATION-ITEMS",
    "CITATIONS",
    "OPTIONS",
    "ABBREVIATIONS",
    "LANGPARAMS",
];

#[test]
#[ignore = "`.ci/run` fetches the suite, which is not part of this repository, and runs this"]
fn references_are_as_wanted_but_for_what_is_known() {
    let folder = env::var_os("GROUNDS_CSL_SUITE").expect("GROUNDS_CSL_SUITE names the folder");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("the folder of the suite")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort_unstable();
    let known: BTreeMap<&str, &str> = include_str!("differing.txt")
        .lines()
        .filter_map(|line| line.split_once(": "))
        .collect();
    let (mut tried, mut passed, mut wrong) = (0, 0, Vec::new());
    for file in files {
        let text = fs::read_to_string(&file).unwrap_or_default();
        let asks = section(&text, "MODE") == Some("bibliography")
            && BEYOND.iter().all(|name| section(&text, name).is_none());
        if !asks {
            continue;
        }
        tried += 1;
        let mut wanted = plain(section(&text, "RESULT").unwrap_or_default());
        wanted.sort_unstable();
        let made = made(&text);
        let same = made.as_ref() == Some(&wanted);
        passed += usize::from(same);
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        if same == known.contains_key(&*name) {
            wrong.push(format!("{name}\n  wanted {wanted:?}\n  made   {made:?}"));
        }
    }
    println!(
        "{tried} tests of a bibliography: {passed} as wanted, {} differ for a reason that is known",
        tried - passed
    );
    assert!(wrong.is_empty(), "not as known:\n{}", wrong.join("\n"));
    assert!(tried > 100, "{tried}");
}

/// The text of the bibliography that a test asks for; `None` where its style or a work cannot be read.
fn made(test: &str) -> Option<Vec<String>> {
    let AnyStyle::Independent(style) = AnyStyle::from_xml(section(test, "CSL")?).ok()? else {
        return None;
    };
    let items: Vec<Item> = serde_json::from_str(section(test, "INPUT")?).ok()?;
    let language = style
        .default_locale
        .as_ref()
        .map_or("en-US", |code| &code.0);
    let language = language.to_owned();
    let style = Style::untried(style, &language);
    let made = items.iter().map(|item| {
        let reference = style.format_item(item).ok()?;
        Some(blanks(&reference.text))
    });
    let mut made: Vec<String> = made.collect::<Option<_>>()?;
    made.sort_unstable();
    Some(made)
}

/// What stands between the marks of a section.
fn section<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let mut start = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim().trim_matches(['=', '>', '<']).trim();
        let is_mark = line.contains("===") && words == name;
        match start {
            None if is_mark && line.starts_with(">>") => start = Some(at + line.len()),
            Some(start) if is_mark && line.starts_with("<<") => {
                return Some(text[start..at].trim());
            }
            _ => {}
        }
        at += line.len();
    }
    None
}

/// The entries of a bibliography in HTML as plain text, without the number in the margin.
fn plain(html: &str) -> Vec<String> {
    let entries = html.split("<div class=\"csl-entry\">").skip(1);
    let entries = entries.map(|entry| {
        let entry = match entry.split_once("<div class=\"csl-right-inline\">") {
            Some((_, right)) => right,
            None => entry,
        };
        let mut text = String::new();
        for (at, piece) in entry.split('<').enumerate() {
            let piece = match piece.split_once('>') {
                Some((_, words)) if at > 0 => words,
                _ => piece,
            };
            text.push_str(piece);
        }
        let entities = [
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&#60;", "<"),
            ("&#62;", ">"),
            ("&#38;", "&"),
            ("&amp;", "&"),
        ];
        let text = entities
            .iter()
            .fold(text, |text, (entity, sign)| text.replace(entity, sign));
        blanks(&text)
    });
    entries.collect()
}

fn blanks(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

//! Makes a large set of a small one: so many copies of its articles, claims and studies, each
//! copy with names of its own, so that a sound set stays sound.
//!
//! What a copy must not share with the others is renamed or left out: keys, and the identifiers
//! of reports. Everything else is the text as it is.

use std::fmt::Write as _;

use grounds_load::{Content, RawFile};

/// So many copies of the articles, claims and studies of a set, with its settings and its
/// vocabulary once. The first copy keeps its names.
pub fn multiply(files: &[RawFile], copies: usize) -> Vec<RawFile> {
    let names: Vec<&str> = files.iter().filter_map(|file| record_name(file)).collect();
    let mut all = files.to_vec();
    for copy in 1..copies {
        all.extend(files.iter().filter_map(|file| {
            let name = record_name(file)?;
            let Content::Bytes(bytes) = &file.content else {
                return None;
            };
            let path = file.path.replacen(name, &renamed(name, copy), 1);
            let text = rename_in(&String::from_utf8_lossy(bytes), &names, copy);
            Some(RawFile::new(path, text))
        }));
    }
    all.sort_by(|a, b| a.path.cmp(&b.path));
    all
}

/// The name of an article, a claim or a study: its file's name without its ending.
fn record_name(file: &RawFile) -> Option<&str> {
    let (folder, name) = file.path.split_once('/')?;
    let name = match folder {
        "articles" => name.strip_suffix(".md"),
        "claims" | "studies" => name.strip_suffix(".yaml"),
        _ => None,
    }?;
    (!name.contains('/')).then_some(name)
}

fn renamed(name: &str, copy: usize) -> String {
    format!("{name}-copy-{copy}")
}

/// Renames what refers to a record, and sets identifiers apart.
fn rename_in(text: &str, names: &[&str], copy: usize) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for line in text.split_inclusive('\n') {
        let field = line.trim_start();
        if let Some(doi) = field.strip_prefix("DOI: ") {
            let _ = writeln!(out, "  DOI: {}.copy{copy}", doi.trim_end());
        } else if ["PMID: ", "PMCID: ", "registration: "]
            .iter()
            .all(|identifier| !field.starts_with(identifier))
        {
            rename_references(&mut out, line, names, copy);
        }
    }
    out
}

/// What stands before the name of a record wherever one is referred to.
const BEFORE_NAMES: &[&str] = &["@", "claim=", "study: ", "part-of: ", "by: ", "includes: ["];

fn rename_references(out: &mut String, line: &str, names: &[&str], copy: usize) {
    let in_list = line.trim_start().starts_with("includes: [");
    let mut rest = line;
    while let Some(start) = next_name(rest, in_list) {
        let (before, after) = rest.split_at(start);
        out.push_str(before);
        let end = after
            .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
            .unwrap_or(after.len());
        let name = &after[..end];
        if names.contains(&name) {
            out.push_str(&renamed(name, copy));
        } else {
            out.push_str(name);
        }
        rest = &after[end..];
    }
    out.push_str(rest);
}

/// Where the next name could begin.
fn next_name(text: &str, in_list: bool) -> Option<usize> {
    let list = in_list.then(|| text.find(", ").map(|at| at + 2)).flatten();
    BEFORE_NAMES
        .iter()
        .filter_map(|before| text.find(before).map(|at| at + before.len()))
        .chain(list)
        .min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_refer_to_copies() {
        let names = ["kumar-2018", "infection"];
        let line = "It helps [@kumar-2018, p. 3; @kumar-2018], so [infection]{claim=infection}.";
        assert_eq!(
            rename_in(line, &names, 2),
            "It helps [@kumar-2018-copy-2, p. 3; @kumar-2018-copy-2], so [infection]{claim=infection-copy-2}."
        );
        assert_eq!(
            rename_in("  outcome: infection\n  - study: kumar-2018\n", &names, 1),
            "  outcome: infection\n  - study: kumar-2018-copy-1\n"
        );
        assert_eq!(
            rename_in(
                "includes: [kumar-2018, other]\n  PMID: \"1\"\n  DOI: 10.1/x\n",
                &names,
                1
            ),
            "includes: [kumar-2018-copy-1, other]\n  DOI: 10.1/x.copy1\n"
        );
    }
}

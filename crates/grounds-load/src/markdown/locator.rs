//! The place in a cited work, read from a citation's suffix as Pandoc's citeproc does.
//!
//! `, p. 3-5, 7, for one` is the pages `3-5, 7` and the rest `, for one`; `{…}` delimits a locator
//! that has other words in it. The labels are the English terms of CSL 1.0.2, which knows figures,
//! tables and appendices; Pandoc 2.17 leaves the newer ones (from `appendix` to `table`) in the rest.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::tree::Locator;

/// Terms of CSL and their English forms, as in its `locales-en-US.xml`.
const LABELS: &[(&str, &[&str])] = &[
    ("appendix", &["appendix", "appendices", "app.", "apps."]),
    ("book", &["book", "books", "bk.", "bks."]),
    ("chapter", &["chapter", "chapters", "chap.", "chaps."]),
    ("column", &["column", "columns", "col.", "cols."]),
    ("equation", &["equation", "equations", "eq.", "eqs."]),
    ("figure", &["figure", "figures", "fig.", "figs."]),
    ("folio", &["folio", "folios", "fol.", "fols."]),
    (
        "issue",
        &["issue", "issues", "number", "numbers", "no.", "nos."],
    ),
    ("line", &["line", "lines", "l.", "ll."]),
    ("note", &["note", "notes", "n.", "nn."]),
    ("opus", &["opus", "opera", "op.", "opp."]),
    ("page", &["page", "pages", "p.", "pp."]),
    (
        "paragraph",
        &["paragraph", "paragraphs", "para.", "paras.", "¶", "¶¶"],
    ),
    ("part", &["part", "parts", "pt.", "pts."]),
    (
        "section",
        &["section", "sections", "sec.", "secs.", "§", "§§"],
    ),
    ("sub-verbo", &["sub verbo", "sub verbis", "s.v.", "s.vv."]),
    (
        "supplement",
        &["supplement", "supplements", "supp.", "supps."],
    ),
    ("table", &["table", "tables", "tbl.", "tbls."]),
    ("verse", &["verse", "verses", "v.", "vv."]),
    ("volume", &["volume", "volumes", "vol.", "vols."]),
];

/// The forms, each with its term, by their first bytes.
static FORMS: LazyLock<BTreeMap<u8, Vec<(&str, &str)>>> = LazyLock::new(|| {
    let mut by_first: BTreeMap<u8, Vec<_>> = BTreeMap::new();
    for (term, forms) in LABELS {
        for form in *forms {
            let of_first = by_first.entry(form.as_bytes()[0]).or_default();
            of_first.push((*term, *form));
        }
    }
    by_first
});

/// Splits a suffix into its locator and the rest.
pub(super) fn parse(suffix: &str) -> (Option<Locator>, String) {
    let text = suffix.strip_prefix(',').unwrap_or(suffix).trim_start();
    let found = match text.strip_prefix('{') {
        Some(inside) => delimited(inside),
        None => integrated(text),
    };
    match found {
        Some((locator, rest)) => (Some(locator), rest.trim_end().to_owned()),
        None => (None, suffix.to_owned()),
    }
}

/// `{p. 3 and 4}`: anything up to the closing brace, a page where it says nothing else.
fn delimited(inside: &str) -> Option<(Locator, &str)> {
    let mut depth = 1;
    let close = inside.char_indices().find_map(|(at, char)| {
        depth += i32::from(char == '{') - i32::from(char == '}');
        (depth == 0).then_some(at)
    })?;
    let content = inside[..close].trim();
    let (label, value) = label(content).unwrap_or(("page", content));
    let value = value.trim().to_owned();
    (!value.is_empty()).then(|| (Locator { label, value }, &inside[close + 1..]))
}

/// `p. 3-5, 7`: a label, then words that are numbers; or digits alone.
fn integrated(text: &str) -> Option<(Locator, &str)> {
    let (label, value, explicit) = match label(text) {
        Some((label, rest)) => (label, rest.trim_start(), true),
        None => ("page", text, false),
    };
    let mut end = word(value, explicit)?;
    loop {
        let rest = &value[end..];
        let separated = rest.strip_prefix([',', ';']).unwrap_or(rest).trim_start();
        let gap = rest.len() - separated.len();
        match word(separated, explicit) {
            Some(length) if gap > 0 => end += gap + length,
            _ => break,
        }
    }
    let locator = Locator {
        label,
        value: value[..end].to_owned(),
    };
    Some((locator, &value[end..]))
}

/// The longest label at the start of `text`, and what follows it.
fn label(text: &str) -> Option<(&'static str, &str)> {
    let first = text.as_bytes().first()?.to_ascii_lowercase();
    let (term, form) = FORMS
        .get(&first)?
        .iter()
        .filter(|(_, form)| {
            let start = text.get(..form.len());
            // A word ends where no letter follows; `p.3` needs no blank.
            let ends = || {
                let after = text[form.len()..].chars().next();
                !form.ends_with(char::is_alphabetic)
                    || after.is_none_or(|char| !char.is_alphabetic() && char != '.')
            };
            let same = |start: &str| {
                start.eq_ignore_ascii_case(form)
                    || (!start.is_ascii() && start.to_lowercase() == *form)
            };
            start.is_some_and(same) && ends()
        })
        .max_by_key(|(_, form)| form.len())?;
    Some((term, &text[form.len()..]))
}

/// The length of a number-like word at the start of `text`: it has a digit, or, after a label, is
/// a Roman numeral. Brackets in pairs belong to it: `34(1)`, `[17]-[18]`.
fn word(text: &str, explicit: bool) -> Option<usize> {
    let mut depth = 0_i32;
    let mut end = 0;
    for (at, char) in text.char_indices() {
        let next = text[at + char.len_utf8()..].chars().next();
        match char {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth > 0 => depth -= 1,
            '-' | '–' | ':' => {}
            // A full stop belongs to a number only within it.
            '.' if next.is_some_and(char::is_alphanumeric) => {}
            _ if char.is_alphanumeric() => {}
            _ => break,
        }
        if depth == 0 {
            end = at + char.len_utf8();
        }
    }
    let word = &text[..end];
    let digits = word.contains(|char: char| char.is_numeric());
    (digits || (explicit && is_roman(word))).then_some(end)
}

fn is_roman(word: &str) -> bool {
    let mut parts = word
        .split(['-', '–', '(', ')'])
        .filter(|part| !part.is_empty())
        .peekable();
    let roman = |part: &str| {
        part.to_lowercase()
            .chars()
            .all(|char| "ivxlcdm".contains(char))
    };
    parts.peek().is_some() && parts.all(roman)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(suffix: &str) -> String {
        let (locator, rest) = parse(suffix);
        let locator = locator.map_or("none".to_owned(), |l| format!("{} {}", l.label, l.value));
        format!("{locator}|{rest}")
    }

    #[test]
    fn reads_what_citeproc_reads() {
        assert_eq!(shown(", p. 3-5, 7, for one"), "page 3-5, 7|, for one");
        assert_eq!(shown("33"), "page 33|");
        assert_eq!(
            shown(", pp. iv, vi-xi, (xv)-(xvii) with suffix"),
            "page iv, vi-xi, (xv)-(xvii)| with suffix"
        );
        assert_eq!(shown(", {pp. iv, vi} with"), "page iv, vi| with");
        assert_eq!(shown(", chap. 3"), "chapter 3|");
        assert_eq!(shown(", p.3"), "page 3|");
        assert_eq!(shown(", Fig. 2b."), "figure 2b|.");
        assert_eq!(shown(", table 2"), "table 2|");
        assert_eq!(shown("§ 4.2"), "section 4.2|");
        assert_eq!(shown(", 34(1)(i) and more"), "page 34(1)(i)| and more");
        assert_eq!(shown(", see also p. 4"), "none|, see also p. 4");
        assert_eq!(shown(", passim"), "none|, passim");
        assert_eq!(shown(""), "none|");
    }
}

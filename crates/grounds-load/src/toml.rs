//! Settings: TOML to a tree with places.

use std::ops::Range;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};
use grounds_diagnostics::{Diagnostic, Place};
use grounds_model::Key;
use serde_json::Number;

use crate::lookalike;
use crate::rule;
use crate::tree::{Entry, Node, NodeKind, Scalar, Style};
use crate::yaml::{MAX_NODES, Parsed, Stretch, control_character, first_control};

/// Reads a stretch of TOML; no settings nest deep enough to need a limit of our own, since the
/// parser has one.
pub(crate) fn parse(stretch: Stretch<'_>) -> Parsed {
    if let Some(at) = first_control(stretch.text) {
        return Parsed::failed(control_character(stretch, at));
    }
    // The parser takes a byte order mark but does not count it.
    let skipped = stretch.text.len() - stretch.text.trim_start_matches('\u{feff}').len();
    let stretch = Stretch {
        text: &stretch.text[skipped..],
        base: stretch.base + skipped,
        ..stretch
    };
    let (table, errors) = DeTable::parse_recoverable(stretch.text);
    // What follows the first error is often a consequence of it.
    if let Some(error) = errors.first() {
        let span = error.span().unwrap_or_default();
        return Parsed::failed(explain(stretch, table.get_ref(), error.message(), &span));
    }
    let nodes: usize = table.get_ref().iter().map(|(_, value)| nodes(value)).sum();
    if nodes > MAX_NODES {
        let message = format!("more than {MAX_NODES} values in one file");
        let start = Place::new(stretch.file, stretch.base..stretch.base);
        return Parsed::failed(Diagnostic::new(rule::TOO_LARGE, start, message));
    }
    let range = stretch.base..stretch.base + stretch.text.trim_end().len();
    let kind = mapping(table.into_inner(), stretch.base);
    Parsed {
        tree: Some(Node { range, kind }),
        complete: true,
        diagnostics: Vec::new(),
    }
}

fn explain(
    stretch: Stretch<'_>,
    table: &DeTable<'_>,
    message: &str,
    span: &Range<usize>,
) -> Diagnostic {
    let place = |range: &Range<usize>| Place::new(stretch.file, shift(range, stretch.base));
    if let Some((range, key)) = lookalike_at(stretch.text, span.start) {
        let word = &stretch.text[range.clone()];
        return lookalike::say(place(&range), word, &key);
    }
    if !message.starts_with("duplicate key") {
        return Diagnostic::new(rule::SYNTAX, place(span), message.to_owned())
            .help("settings are TOML: `name = \"text\"`, with quotes around text");
    }
    let written = stretch.text.get(span.clone()).unwrap_or_default();
    let name = written.trim_matches(['"', '\'']);
    let diagnostic = Diagnostic::new(
        rule::DUPLICATE_KEY,
        place(span),
        format!("`{name}` stands twice"),
    )
    .label("again here")
    .help("keep one of the two");
    let mut earlier = Vec::new();
    keys_named(table, name, &mut earlier);
    earlier.retain(|range| range.end <= span.start);
    match earlier.as_slice() {
        [first] => diagnostic.with(place(first), "first here"),
        // Which of several it repeats, the parser does not say.
        _ => diagnostic,
    }
}

/// The word around a byte, if it looks like a key.
fn lookalike_at(text: &str, at: usize) -> Option<(Range<usize>, Key)> {
    let ends = |c: char| c.is_whitespace() || "=.[]{}\"',#".contains(c);
    let at = text.floor_char_boundary(at);
    let start = text[..at].rfind(ends).map_or(0, |end| end + 1);
    // What ends a word is ASCII or white space.
    let start = text.ceil_char_boundary(start);
    let end = text[at..]
        .find(ends)
        .map_or(text.len(), |length| at + length);
    let key = lookalike::lookalike(&text[start..end])?;
    Some((start..end, key))
}

fn keys_named(table: &DeTable<'_>, name: &str, ranges: &mut Vec<Range<usize>>) {
    for (key, value) in table {
        if key.get_ref() == name {
            ranges.push(key.span());
        }
        if let DeValue::Table(inner) = value.get_ref() {
            keys_named(inner, name, ranges);
        }
    }
}

/// How many values a value is and holds.
fn nodes(value: &Spanned<DeValue<'_>>) -> usize {
    1 + match value.get_ref() {
        DeValue::Array(items) => items.iter().map(nodes).sum(),
        DeValue::Table(table) => table.iter().map(|(_, value)| nodes(value)).sum(),
        _ => 0,
    }
}

fn mapping(table: DeTable<'_>, base: usize) -> NodeKind {
    let mut entries: Vec<Entry> = table
        .into_iter()
        .map(|(key, value)| Entry {
            key_range: shift(&key.span(), base),
            key: key.into_inner().into_owned().into(),
            value: node(value, base),
        })
        .collect();
    // The parser sorts by name.
    entries.sort_by_key(|entry| entry.key_range.start);
    NodeKind::Mapping(entries)
}

fn node(value: Spanned<DeValue<'_>>, base: usize) -> Node {
    let range = shift(&value.span(), base);
    let kind = match value.into_inner() {
        DeValue::String(text) => {
            NodeKind::Scalar(Scalar::Text(text.into_owned().into()), Style::Quoted)
        }
        DeValue::Integer(integer) => {
            let number = i64::from_str_radix(integer.as_str(), integer.radix());
            plain(number.map_or_else(|_| text_of(&integer), |it| Scalar::Number(it.into())))
        }
        DeValue::Float(float) => {
            let number = float.as_str().parse().ok().and_then(Number::from_f64);
            plain(number.map_or_else(|| text_of(&float), Scalar::Number))
        }
        DeValue::Boolean(truth) => plain(Scalar::Bool(truth)),
        // JSON has no dates; the model reads them from text.
        DeValue::Datetime(date) => plain(text_of(&date)),
        DeValue::Array(items) => {
            NodeKind::Sequence(items.into_iter().map(|item| node(item, base)).collect())
        }
        DeValue::Table(table) => mapping(table, base),
    };
    Node { range, kind }
}

fn plain(value: Scalar) -> NodeKind {
    NodeKind::Scalar(value, Style::Plain)
}

fn text_of(value: &impl ToString) -> Scalar {
    Scalar::Text(value.to_string().into())
}

fn shift(range: &Range<usize>, base: usize) -> Range<usize> {
    base + range.start..base + range.end
}

#[cfg(test)]
mod tests {
    use grounds_diagnostics::Sources;
    use serde_json::json;

    use super::*;

    fn read(text: &str) -> (Parsed, Sources) {
        let mut sources = Sources::new("");
        let file = sources.add("grounds.toml", text);
        (parse(Stretch::new(file, text, 0..text.len())), sources)
    }

    fn complaints(text: &str) -> Vec<String> {
        let (parsed, sources) = read(text);
        parsed
            .diagnostics
            .iter()
            .map(|d| {
                let shown = |place: Place| {
                    let at = sources.get(place.file).line_column(place.start);
                    format!("{}:{}", at.line, at.column)
                };
                let also: Vec<String> = d
                    .secondary
                    .iter()
                    .map(|label| format!(" {} {}", shown(label.place), label.text))
                    .collect();
                format!(
                    "{} {}: {}{}",
                    shown(d.primary.place),
                    d.rule,
                    d.message,
                    also.concat()
                )
            })
            .collect()
    }

    #[test]
    fn settings_are_read_with_their_places() {
        let text = "\u{feff}title = \"Ä\"\r\n[levels]\r\n\"claim/x\" = \"warn\"\r\nday = 2026-11-22\r\n[coverage]\r\nfloor = 95\r\n";
        let (parsed, _) = read(text);
        let tree = parsed.tree.expect("sound");
        assert_eq!(
            tree.to_json(),
            json!({"title": "Ä", "levels": {"claim/x": "warn", "day": "2026-11-22"}, "coverage": {"floor": 95}})
        );
        let keys: Vec<&str> = tree
            .entries()
            .iter()
            .map(|e| &text[e.key_range.clone()])
            .collect();
        assert_eq!(keys, ["title", "levels", "coverage"]);
        let level = tree.parts()["/levels/claim~1x"];
        assert_eq!(&text[level.range.clone()], "\"warn\"");
    }

    #[test]
    fn what_is_no_toml_is_told_once() {
        assert_eq!(
            complaints("title = \"x\"\ntitle = \"y\"\n"),
            ["2:1 structure/duplicate-key: `title` stands twice 1:1 first here"]
        );
        assert_eq!(
            complaints("title = x\nother = y\n"),
            ["1:9 structure/syntax: string values must be quoted, expected literal string"]
        );
        assert_eq!(
            complaints("a = \"\0\"\n"),
            ["1:6 structure/syntax: control character `U+0000` in the text"]
        );
    }

    #[test]
    fn settings_with_too_many_values_are_refused() {
        let many = "[x],".repeat(MAX_NODES).replace('x', "");
        assert_eq!(
            complaints(&format!("a = [{many}]\n")),
            ["1:1 structure/too-large: more than 100000 values in one file"]
        );
    }

    #[test]
    fn deep_nesting_is_refused_and_does_not_bring_it_down() {
        for text in [
            format!("a = {}", "[".repeat(100_000)),
            format!("a = {}", "{a = ".repeat(100_000)),
            format!("{}a = 1", "a.".repeat(100_000)),
            format!("[{}a]", "a.".repeat(100_000)),
        ] {
            let (parsed, _) = read(&text);
            assert!(!parsed.diagnostics.is_empty() || parsed.tree.is_some());
        }
        assert_eq!(read("").0.tree.map(|tree| tree.to_json()), Some(json!({})));
    }
}

//! How shapes and values are called in messages.

use jsonschema::JsonType;
use serde_json::Value;

use super::Kind;
use crate::tree::last_step;

/// The record itself: `the claim`.
pub(super) fn record(kind: Kind) -> &'static str {
    match kind {
        Kind::Settings => "the settings",
        Kind::Vocabulary => "the vocabulary",
        Kind::Article => "the front matter",
        Kind::Claim => "the claim",
        Kind::Study => "the study",
    }
}

/// The part at a pointer into a record: `` `basis` ``, `` item 2 of `variations` ``, or the record itself.
pub(super) fn part(kind: Kind, record_as_json: &Value, pointer: &str) -> String {
    let Some(step) = last_step(pointer) else {
        return record(kind).to_owned();
    };
    // Keys, too, may be numbers: `2020` of a mapping is no item.
    let parent = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
    let in_list = record_as_json.pointer(parent).is_some_and(Value::is_array);
    let position = step.parse::<usize>().ok().filter(|_| in_list);
    match (position, last_step(parent)) {
        (Some(index), Some(list)) => format!("item {} of `{list}`", index + 1),
        _ => format!("`{step}`"),
    }
}

/// What a value is: `a number`.
pub(super) fn found(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(true) => "`true`",
        Value::Bool(false) => "`false`",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a mapping",
    }
}

/// What a value of a JSON type is called.
pub(super) fn type_name(json_type: JsonType) -> &'static str {
    match json_type {
        JsonType::Null => "nothing",
        JsonType::Boolean => "`true` or `false`",
        JsonType::Integer => "a whole number",
        JsonType::Number => "a number",
        JsonType::String => "text",
        JsonType::Array => "a list",
        JsonType::Object => "a mapping of fields",
    }
}

/// A noun with its article: `a key`, `an interval`.
pub(super) fn a(noun: &str) -> String {
    let vowel = noun.starts_with(|c: char| "aeiouAEIOU".contains(c));
    format!("{} {noun}", if vowel { "an" } else { "a" })
}

/// `` `a`, `b` or `c` ``
pub(super) fn one_of<S: AsRef<str>>(words: &[S]) -> String {
    listed(words, "or")
}

/// `` `a`, `b` and `c` ``
pub(super) fn all_of<S: AsRef<str>>(words: &[S]) -> String {
    listed(words, "and")
}

fn listed<S: AsRef<str>>(words: &[S], conjunction: &str) -> String {
    let quoted: Vec<String> = words
        .iter()
        .map(|word| format!("`{}`", word.as_ref()))
        .collect();
    joined(&quoted, conjunction)
}

/// `a, b or c`
pub(super) fn joined(words: &[String], conjunction: &str) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} {conjunction} {last}", most.join(", ")),
    }
}

/// The longest value that a message repeats, in characters.
const SHOWN: usize = 60;

/// A value as a message repeats it, shortened: `` `2018-13` ``.
pub(super) fn shown(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let mut short: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(SHOWN)
        .collect();
    if text.chars().nth(SHOWN).is_some() {
        short.push('…');
    }
    format!("`{short}`")
}

/// The first sentence of a description, on one line and without its full stop.
pub(super) fn first_sentence(description: &str) -> String {
    let line = description.split_whitespace().collect::<Vec<_>>().join(" ");
    let end = line.find(". ").unwrap_or(line.len());
    line[..end].trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn parts_are_called_what_authors_call_them() {
        let claim = json!({ "evidence": [{ "study": "a" }], "variations": ["b", "c"] });
        let called = |pointer| part(Kind::Claim, &claim, pointer);
        assert_eq!(called(""), "the claim");
        assert_eq!(called("/evidence/0/study"), "`study`");
        assert_eq!(called("/variations/1"), "item 2 of `variations`");
    }

    #[test]
    fn a_key_that_is_a_number_is_no_item() {
        let vocabulary = json!({ "concepts": { "2020": [], "18446744073709551615": [] } });
        for year in ["2020", "18446744073709551615"] {
            let called = part(Kind::Vocabulary, &vocabulary, &format!("/concepts/{year}"));
            assert_eq!(called, format!("`{year}`"));
        }
    }

    #[test]
    fn lists_read_well() {
        assert_eq!(one_of(&["a", "b", "c"]), "`a`, `b` or `c`");
        assert_eq!(all_of(&["a"]), "`a`");
        assert_eq!(a("interval"), "an interval");
        assert_eq!(
            first_sentence("The level\nin per cent. More: `95`."),
            "The level in per cent"
        );
        assert_eq!(shown(&json!("x".repeat(100))).chars().count(), SHOWN + 3);
    }
}

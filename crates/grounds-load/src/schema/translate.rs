//! Errors of the schema validator, in the words of an author.
//!
//! The validator speaks of keywords (`anyOf`, `required`); an author wrote a field. Each error
//! becomes one problem: what the field is, what it must be, and what would mend it.

use std::cell::Cell;
use std::collections::BTreeMap;

use grounds_model::Key;
use jsonschema::error::{TypeKind, ValidationErrorKind as E};
use jsonschema::{JsonType, ValidationError};
use serde_json::Value;

use super::problem::{Problem, Spot};
use super::{Compiled, Kind, compiled, suggest, words};
use crate::files::as_key;
use crate::lookalike::lookalike;
use crate::rule;
use crate::tree::Node;

/// What errors are translated with.
pub(super) struct Translator<'a> {
    pub(super) kind: Kind,
    pub(super) compiled: &'static Compiled,
    /// The source of the record.
    pub(super) text: &'a str,
    /// Every part of the record by its pointer.
    pub(super) parts: &'a BTreeMap<String, &'a Node>,
    /// The record as JSON.
    pub(super) root: &'a Value,
    /// How many more parts may be judged again to see what would mend the record.
    pub(super) budget: Cell<usize>,
}

/// Enough for some thousand mistakes in a record of usual size, and for little more than one look
/// at a record of a hundred thousand parts.
const BUDGET: usize = 1_000_000;

impl<'a> Translator<'a> {
    pub(super) fn new(
        kind: Kind,
        text: &'a str,
        parts: &'a BTreeMap<String, &'a Node>,
        root: &'a Value,
    ) -> Self {
        let budget = Cell::new(BUDGET);
        Self {
            kind,
            compiled: compiled(kind),
            text,
            parts,
            root,
            budget,
        }
    }

    /// Adds the problem, or the problems, that an error stands for.
    pub(super) fn translate(&self, error: &ValidationError<'_>, problems: &mut Vec<Problem>) {
        let pointer = error.instance_path().as_str();
        let schema = self.schema_of(error);
        match error.kind() {
            E::AdditionalProperties { unexpected } => {
                problems.extend(
                    unexpected
                        .iter()
                        .map(|name| self.unknown(pointer, name, schema)),
                );
            }
            E::Required { property } => {
                let name = property.as_str().unwrap_or_default();
                problems.push(self.missing(pointer, name, schema));
            }
            E::Type { kind } => problems.push(self.wrong_type(pointer, &types(kind), schema)),
            E::AnyOf { context } => self.any_of(pointer, schema, context, problems),
            E::OneOfNotValid { .. } | E::Enum { .. } | E::Constant { .. } => {
                problems.push(self.choice(pointer, schema));
            }
            E::PropertyNames { error } => problems.push(bad_key(pointer, error)),
            _ => problems.push(self.invalid(pointer, error, schema)),
        }
    }

    /// The schema that holds the keyword which an error is about.
    fn schema_of(&self, error: &ValidationError<'_>) -> &'static Value {
        let keyword = error.schema_path().as_str();
        let parent = keyword.rsplit_once('/').map_or("", |(parent, _)| parent);
        self.compiled.schema.pointer(parent).unwrap_or(&Value::Null)
    }

    /// The value that is judged at a pointer.
    pub(super) fn value(&self, pointer: &str) -> &Value {
        self.root.pointer(pointer).unwrap_or(&Value::Null)
    }

    /// What the part at a pointer is called.
    pub(super) fn part(&self, pointer: &str) -> String {
        words::part(self.kind, self.root, pointer)
    }

    pub(super) fn wrong_type(&self, pointer: &str, types: &[JsonType], schema: &Value) -> Problem {
        let expected = title(schema).map_or_else(|| type_names(types), words::a);
        self.mistyped(pointer, &expected, schema)
    }

    /// A value that is something else than `expected`.
    pub(super) fn mistyped(&self, pointer: &str, expected: &str, schema: &Value) -> Problem {
        let value = self.value(pointer);
        let part = self.part(pointer);
        let message = match value {
            Value::Null if pointer.is_empty() => format!("there is nothing in {part}"),
            Value::Null => format!("{part} has no value: it must be {expected}"),
            _ => format!(
                "{part} must be {expected}, but is {}",
                self.found(pointer, value)
            ),
        };
        let problem = Problem::new(rule::WRONG_TYPE, pointer, Spot::Value, message);
        let problem = self.with_type_mend(problem, schema);
        if problem.mend.is_some() {
            return problem;
        }
        match (value, examples(schema)) {
            (Value::Null, _) if !pointer.is_empty() => {
                problem.help("give it a value, or delete the field")
            }
            (_, Some(examples)) => problem.help(format!("write it like {examples}")),
            (Value::String(text), None) if allows(schema, "array") => match as_key(text) {
                Some(key) => problem.help(format!("write a list of keys, in brackets: `[{key}]`")),
                None => problem.help("write it as a list, in brackets"),
            },
            (Value::Object(_), None) if allows(schema, "array") => {
                problem.help("begin each item with `- `")
            }
            (_, None) if allows(schema, "object") => match Self::some_fields(schema) {
                Some(fields) => problem.help(format!("write its fields: {fields}")),
                None => problem,
            },
            _ => problem,
        }
    }

    /// What a value is, a number digit for digit.
    fn found(&self, pointer: &str, value: &Value) -> String {
        match (value, self.written(pointer)) {
            (Value::Number(_), Some(digits)) => format!("the number `{digits}`"),
            _ => words::found(value).to_owned(),
        }
    }

    /// The source of the part at a pointer.
    fn written(&self, pointer: &str) -> Option<&str> {
        self.text.get(self.parts.get(pointer)?.range.clone())
    }

    /// A word that is none of those which are allowed.
    fn choice(&self, pointer: &str, schema: &Value) -> Problem {
        let choices = choices(schema);
        let expected = match choices.as_slice() {
            [only] => format!("`{only}`"),
            several => format!("one of {}", words::one_of(several)),
        };
        let Value::String(written) = self.value(pointer) else {
            return self.mistyped(pointer, &expected, schema);
        };
        let part = self.part(pointer);
        let shown = words::shown(self.value(pointer));
        let message = format!("{part} must be {expected}, but is {shown}");
        let problem = Problem::new(rule::INVALID_VALUE, pointer, Spot::Value, message);
        match suggest::nearest(written, choices.iter().copied()) {
            Some(word) => problem
                .help(format!("did you mean `{word}`?"))
                .mend(format!("write `{word}`"), self.word(word)),
            None => problem,
        }
    }

    /// A word as the file writes it: TOML has no text without quotes.
    fn word(&self, word: &str) -> String {
        if self.kind == Kind::Settings {
            format!("\"{word}\"")
        } else {
            word.to_owned()
        }
    }

    /// A value of the right type that is not allowed.
    pub(super) fn invalid(
        &self,
        pointer: &str,
        error: &ValidationError<'_>,
        schema: &Value,
    ) -> Problem {
        let part = self.part(pointer);
        let value = self.value(pointer);
        let shown = match (value, self.written(pointer)) {
            (Value::Number(_), Some(digits)) => format!("`{digits}`"),
            _ => words::shown(value),
        };
        let is_blank = value.as_str().is_some_and(|text| text.trim().is_empty());
        let message = match (error.kind(), title(schema)) {
            _ if is_blank => format!("{part} is blank"),
            (E::Format { format }, _) if format == "date" => {
                format!("{shown} is no day of the calendar")
            }
            (_, Some(title)) => {
                // It may well be in quotes, but it is no number.
                let noun = title.strip_suffix(" in quotes").unwrap_or(title);
                format!("{shown} is not {}", words::a(noun))
            }
            (E::Minimum { limit }, _) => format!("{part} must be at least {limit}, but is {shown}"),
            (E::Maximum { limit }, _) => format!("{part} must be at most {limit}, but is {shown}"),
            (E::MaxLength { limit }, _) => format!("{part} is longer than {limit} characters"),
            _ => format!("{shown} is not allowed as {part}"),
        };
        let problem = Problem::new(rule::INVALID_VALUE, pointer, Spot::Value, message);
        if title(schema) == Some("key")
            && let Some(key) = value.as_str().and_then(lookalike)
        {
            return confusable(problem, &key);
        }
        match (title(schema), examples(schema)) {
            _ if is_blank => problem.help("write something, or delete the field"),
            (Some("key"), _) => problem.help(KEY_HELP),
            (_, Some(examples)) => problem.help(format!("write it like {examples}")),
            _ => problem,
        }
    }

    /// A schema, or the one that it refers to.
    pub(super) fn resolved(&self, schema: &'static Value) -> &'static Value {
        schema
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|reference| self.compiled.schema.pointer(reference.strip_prefix('#')?))
            .unwrap_or(schema)
    }
}

const KEY_HELP: &str = "a key is lower-case letters and digits in words joined by single hyphens, such as `kumar-2018`";

/// The name of a map's entry that is no key.
fn bad_key(pointer: &str, error: &ValidationError<'_>) -> Problem {
    let name = error.instance().as_str().unwrap_or_default();
    let message = format!("{} is not a key", words::shown(error.instance()));
    let spot = Spot::Key(name.to_owned());
    if let Some(key) = lookalike(name) {
        return confusable(
            Problem::new(rule::CONFUSABLE_KEY, pointer, spot, message),
            &key,
        );
    }
    Problem::new(rule::INVALID_VALUE, pointer, spot, message).help(KEY_HELP)
}

/// A key with a letter that looks like another: which, and what it looks like.
pub(super) fn confusable(mut problem: Problem, key: &Key) -> Problem {
    problem.rule = rule::CONFUSABLE_KEY;
    problem.help(format!(
        "it looks like `{key}`, but has another letter or one that cannot be seen: type it anew"
    ))
}

fn types(kind: &TypeKind) -> Vec<JsonType> {
    match kind {
        TypeKind::Single(only) => vec![*only],
        TypeKind::Multiple(several) => several
            .iter()
            .filter(|&json_type| json_type != JsonType::Null)
            .collect(),
    }
}

/// What values of these types are called: `text or a whole number`.
fn type_names(types: &[JsonType]) -> String {
    let mut types = types.to_vec();
    // Where text and a number will do, text is what is meant.
    types.sort_by_key(|&json_type| json_type != JsonType::String);
    let names: Vec<String> = types
        .into_iter()
        .map(|json_type| words::type_name(json_type).to_owned())
        .collect();
    words::joined(&names, "or")
}

/// What a value of this shape is called; records have titles in capitals.
pub(super) fn title(schema: &Value) -> Option<&str> {
    let title = schema.get("title")?.as_str()?;
    title.starts_with(char::is_lowercase).then_some(title)
}

pub(super) fn required(schema: &Value) -> impl Iterator<Item = &str> {
    schema
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
}

/// Whether a shape allows values of a JSON type.
fn allows(schema: &Value, json_type: &str) -> bool {
    match schema.get("type") {
        Some(Value::Array(several)) => several.iter().any(|one| one == json_type),
        Some(one) => one == json_type,
        None => false,
    }
}

/// The words that an enumeration allows.
fn choices(schema: &Value) -> Vec<&str> {
    if let Some(only) = schema.get("const").and_then(Value::as_str) {
        return vec![only];
    }
    let list = schema
        .get("enum")
        .or_else(|| schema.get("oneOf"))
        .and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .flat_map(|choice| match choice {
            Value::String(word) => vec![word.as_str()],
            shape => choices(shape),
        })
        .collect()
}

fn examples(schema: &Value) -> Option<String> {
    let examples = schema.get("examples")?.as_array()?;
    let words: Vec<&str> = examples.iter().filter_map(Value::as_str).collect();
    (!words.is_empty()).then(|| words::one_of(&words))
}

//! The schema and the model agree on every record: what one takes, the other takes.

use grounds_model::{Claim, FrontMatter, Settings, Study, Vocabulary};
use serde::Deserialize as _;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::samples::sample;
use crate::document::child;
use crate::schema::{Kind, compiled};
use crate::tree::{Entry, Node, NodeKind, Scalar, Style};

fn model_takes(kind: Kind, value: &Value) -> bool {
    fn takes<T: DeserializeOwned>(value: &Value) -> bool {
        serde_json::from_value::<T>(value.clone()).is_ok()
    }
    match kind {
        Kind::Settings => takes::<Settings>(value),
        Kind::Vocabulary => takes::<Vocabulary>(value),
        Kind::Article => takes::<FrontMatter>(value),
        Kind::Claim => takes::<Claim>(value),
        Kind::Study => takes::<Study>(value),
    }
}

fn tree_is_taken(kind: Kind, value: &Value) -> bool {
    let tree = tree(value);
    match kind {
        Kind::Settings => Settings::deserialize(&tree).is_ok(),
        Kind::Vocabulary => Vocabulary::deserialize(&tree).is_ok(),
        Kind::Article => FrontMatter::deserialize(&tree).is_ok(),
        Kind::Claim => Claim::deserialize(&tree).is_ok(),
        Kind::Study => Study::deserialize(&tree).is_ok(),
    }
}

/// A value as a tree without places.
fn tree(value: &Value) -> Node {
    let kind = match value {
        Value::Array(items) => NodeKind::Sequence(items.iter().map(tree).collect()),
        Value::Object(fields) => {
            let entry = |(key, value): (&String, &Value)| Entry {
                key: key.clone().into(),
                key_range: 0..0,
                value: tree(value),
            };
            NodeKind::Mapping(fields.iter().map(entry).collect())
        }
        Value::Null => NodeKind::Scalar(Scalar::Null, Style::Plain),
        Value::Bool(truth) => NodeKind::Scalar(Scalar::Bool(*truth), Style::Plain),
        Value::Number(number) => NodeKind::Scalar(Scalar::Number(number.clone()), Style::Plain),
        Value::String(text) => NodeKind::Scalar(Scalar::Text(text.into()), Style::Plain),
    };
    Node { range: 0..0, kind }
}

/// Texts that stand in the place of each part of a sample, one after the other.
const TEXTS: &str = r#"["", " ", "\n", "\ufeff", "\u0085", "\u00a0", "\u200b", "x", "X y", "a-b",
    "a--b", "-a", "a\n", "ä", "0", "1", "-1", "+2", "12.5", "12.50", ".5", "5.", "1e3", "1,5", "−1",
    "٣", "<0.05", "<=0.05", "p<0.05", "1.0", "1.5", "< 0.05", "2018", "18", "0000", "2018-13",
    "2018-12", "2018-1", "2018-12-31", "2018-02-29", "2020-02-29", "2023-02-30",
    "2018-10-15T00:00:00Z", "20181015", " 2018", "2018\n", "2018-10-15\n", "true", "null",
    "retracted", "high", "human", "NONE", "12.52\n", "0.5\n"]"#;

/// The same, of other types.
const OTHERS: &str = r#"[null, true, false, 0, -1, 1, 3, 1.0, 1.5, -0.0, 100, 100.5, 101, 999, 1000,
    2018, 2018.0, 9999, 10000, 9007199254740991, 9007199254740992, 18446744073709551615,
    -9223372036854775808, 1e300, [], {}, [null], ["a"], ["a", "a"], [""], [1], ["A"], [[]], [{}],
    {"a": 1}, {"a": "1"}, {"A b": "1"}, {"literal": "x"}, {"family": "x"},
    {"family": "x", "literal": "y"}, {"a": "warn"}, {"A b": "warn"}, {"a": null}]"#;

fn substitutes() -> Vec<Value> {
    let mut values: Vec<Value> = Vec::new();
    for list in [TEXTS, OTHERS] {
        let list: Vec<Value> = serde_json::from_str(list).unwrap();
        values.extend(list);
    }
    values.extend(["a".repeat(100), "a".repeat(101)].map(Value::from));
    values
}

fn pointers(value: &Value) -> Vec<String> {
    fn add(value: &Value, pointer: String, all: &mut Vec<String>) {
        match value {
            Value::Array(items) => {
                items
                    .iter()
                    .enumerate()
                    .for_each(|(i, v)| add(v, format!("{pointer}/{i}"), all));
            }
            Value::Object(fields) => {
                fields
                    .iter()
                    .for_each(|(key, v)| add(v, child(&pointer, key), all));
            }
            _ => {}
        }
        all.push(pointer);
    }
    let mut all = Vec::new();
    add(value, String::new(), &mut all);
    all
}

/// The sample with each part replaced, left out, renamed or added to.
fn variants(sample: &Value) -> Vec<(String, Value)> {
    let mut variants = Vec::new();
    let mut vary = |what: String, pointer: &str, change: &dyn Fn(&mut Value)| {
        let mut varied = sample.clone();
        change(varied.pointer_mut(pointer).unwrap());
        variants.push((what, varied));
    };
    for pointer in pointers(sample) {
        for substitute in substitutes() {
            let what = format!("{pointer} = {substitute}");
            vary(what, &pointer, &|part| *part = substitute.clone());
        }
        let Some(fields) = sample.pointer(&pointer).and_then(Value::as_object) else {
            continue;
        };
        vary(format!("{pointer} + extra"), &pointer, &|part| {
            part["extra"] = json!("x");
        });
        for key in fields.keys() {
            vary(format!("{pointer} - {key}"), &pointer, &|part| {
                part.as_object_mut().unwrap().shift_remove(key);
            });
            for name in [
                "Bad Name",
                "",
                "a_b",
                "a-b",
                &"a".repeat(100),
                &"a".repeat(101),
                "a\n",
            ] {
                vary(format!("{pointer}/{key} -> {name:?}"), &pointer, &|part| {
                    let fields = part.as_object_mut().unwrap();
                    let value = fields.shift_remove(key).unwrap();
                    fields.insert(name.to_owned(), value);
                });
            }
        }
    }
    variants
}

#[test]
fn the_schema_takes_what_the_model_takes() {
    let mut disagreements = Vec::new();
    for kind in Kind::ALL {
        let sample = sample(kind);
        assert!(model_takes(kind, &sample), "{kind:?}");
        let (mut good, mut bad) = (0, 0);
        for (what, value) in variants(&sample) {
            let by_schema = compiled(kind).validator.is_valid(&value);
            *if by_schema { &mut good } else { &mut bad } += 1;
            // Serde also reads a struct from a list of its fields' values; the schema and the
            // reading of trees do not.
            let list_for_record = what.ends_with(']') && !by_schema;
            if by_schema != model_takes(kind, &value) && !list_for_record {
                disagreements.push(format!("{}: {what}: schema {by_schema}", kind.name()));
            }
            if by_schema != tree_is_taken(kind, &value) {
                disagreements.push(format!("{}: {what}: schema {by_schema}, tree", kind.name()));
            }
        }
        assert!(
            good > 100 && bad > 100,
            "{kind:?}: {good} good and {bad} bad samples"
        );
    }
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n"));
}

#[test]
fn every_word_of_every_enumeration_is_taken_by_both() {
    for kind in Kind::ALL {
        let sample = sample(kind);
        let words = words(&compiled(kind).schema);
        assert!(kind == Kind::Settings || words.len() > 2, "{kind:?}");
        let texts = pointers(&sample);
        let texts = texts
            .iter()
            .filter(|path| sample.pointer(path).is_some_and(Value::is_string));
        for pointer in texts {
            for word in &words {
                let mut varied = sample.clone();
                *varied.pointer_mut(pointer).unwrap() = Value::from(word.as_str());
                let by_schema = compiled(kind).validator.is_valid(&varied);
                assert_eq!(
                    by_schema,
                    model_takes(kind, &varied),
                    "{kind:?}: {pointer} = {word}"
                );
            }
        }
    }
}

fn words(schema: &Value) -> Vec<String> {
    match schema {
        Value::Object(fields) => {
            let own = fields
                .get("const")
                .and_then(Value::as_str)
                .map(str::to_owned);
            own.into_iter()
                .chain(fields.values().flat_map(words))
                .collect()
        }
        Value::Array(items) => items.iter().flat_map(words).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn the_samples_have_every_field() {
    for kind in Kind::ALL {
        let schema = &compiled(kind).schema;
        assert_whole(schema, schema, &sample(kind), kind.name());
    }
}

/// Fails where `value` lacks a field that its schema has.
fn assert_whole(schema: &Value, root: &Value, value: &Value, at: &str) {
    let reference = schema["$ref"].as_str().or_else(|| {
        // What is optional is an alternative to nothing.
        let branches = schema["anyOf"].as_array()?;
        branches
            .iter()
            .any(|branch| branch["type"] == "null")
            .then(|| branches[0]["$ref"].as_str())?
    });
    let schema = reference
        .and_then(|path| root.pointer(&path[1..]))
        .unwrap_or(schema);
    for (field, shape) in schema["properties"].as_object().into_iter().flatten() {
        let value = value
            .get(field)
            .unwrap_or_else(|| panic!("{at} has no {field}"));
        assert_whole(shape, root, value, &format!("{at}/{field}"));
    }
    let (items, values) = (&schema["items"], &schema["additionalProperties"]);
    for item in value
        .as_array()
        .into_iter()
        .flatten()
        .filter(|_| items.is_object())
    {
        assert_whole(items, root, item, at);
    }
    for (key, value) in value
        .as_object()
        .into_iter()
        .flatten()
        .filter(|_| values.is_object())
    {
        assert_whole(values, root, value, &format!("{at}/{key}"));
    }
}

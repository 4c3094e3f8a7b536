//! JSON Schemas from the model: the one place where their form is decided.

use grounds_model::{Claim, FrontMatter, Key, Settings, Study, Vocabulary};
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value};

use super::Kind;

/// Where the schemas say that they are. Nothing fetches it: editors take the relative path of a
/// record's first line.
const HOME: &str = "https://grounds.example/schemas";

/// Every schema with its name: `claim` for `schemas/claim.schema.json`.
pub fn all() -> Vec<(&'static str, Value)> {
    Kind::ALL.map(|kind| (kind.name(), of(kind))).into()
}

/// The schema of a kind of record.
pub(super) fn of(kind: Kind) -> Value {
    match kind {
        Kind::Settings => generate::<Settings>(kind.name()),
        Kind::Vocabulary => generate::<Vocabulary>(kind.name()),
        Kind::Article => generate::<FrontMatter>(kind.name()),
        Kind::Claim => generate::<Claim>(kind.name()),
        Kind::Study => generate::<Study>(kind.name()),
    }
}

/// The schema (JSON Schema, draft 2020-12) of `T`, under the name `<name>.schema.json`.
pub fn generate<T: JsonSchema>(name: &str) -> Value {
    let settings = SchemaSettings::draft2020_12()
        .with_transform(NameKeys)
        .with_transform(JoinLines);
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    schema.insert(
        "$id".to_owned(),
        format!("{HOME}/{name}.schema.json").into(),
    );
    // What a schema is comes first, for those who open the file.
    let mut ordered = Map::new();
    for key in ["$schema", "$id", "title", "description"] {
        ordered.extend(schema.remove(key).map(|value| (key.to_owned(), value)));
    }
    if let Value::Object(rest) = schema.to_value() {
        ordered.extend(rest);
    }
    Value::Object(ordered)
}

/// Maps by key: `patternProperties` would forget how long a key may be, and report a bad key as
/// a field that the record does not have.
#[derive(Debug, Clone)]
struct NameKeys;

impl Transform for NameKeys {
    fn transform(&mut self, schema: &mut Schema) {
        let key = Key::json_schema(&mut SchemaGenerator::default());
        let pattern = key
            .get("pattern")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let values = schema
            .get_mut("patternProperties")
            .and_then(|patterns| patterns.get_mut(pattern))
            .map(Value::take);
        if let Some(values) = values {
            schema.remove("patternProperties");
            schema.insert("additionalProperties".to_owned(), values);
            schema.insert("propertyNames".to_owned(), key.to_value());
        }
        transform_subschemas(self, schema);
    }
}

/// Documentation is wrapped where the source is; editors wrap for themselves.
#[derive(Debug, Clone)]
struct JoinLines;

impl Transform for JoinLines {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(Value::String(description)) = schema.get_mut("description") {
            let paragraphs: Vec<String> = description
                .split("\n\n")
                .map(|text| text.replace('\n', " "))
                .collect();
            *description = paragraphs.join("\n\n");
        }
        transform_subschemas(self, schema);
    }
}

//! Schemas, and what is said of records that break them.

mod agreement;
mod messages;
mod samples;

use serde_json::Value;

use super::{Kind, all, compiled};

#[test]
fn every_schema_says_what_it_is() {
    let schemas = all();
    assert_eq!(schemas.len(), Kind::ALL.len());
    for (name, schema) in schemas {
        let fields: Vec<&str> = schema
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .take(4)
            .collect();
        assert_eq!(fields, ["$schema", "$id", "title", "description"], "{name}");
        assert_eq!(
            schema["$id"],
            format!("https://grounds.example/schemas/{name}.schema.json")
        );
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
    }
}

#[test]
fn every_field_of_every_record_is_described() {
    fn visit(name: &str, value: &Value) {
        let Some(object) = value.as_object() else {
            return;
        };
        if let Some(fields) = object.get("properties").and_then(Value::as_object) {
            for (field, schema) in fields {
                let text = schema["description"].as_str().unwrap_or_default();
                assert!(!text.is_empty() && !text.contains('\n'), "{name}: {field}");
            }
        }
        object.values().for_each(|value| visit(name, value));
    }
    for (name, schema) in all() {
        visit(name, &schema);
    }
}

#[test]
fn schemas_are_compiled_for_all_kinds() {
    for kind in Kind::ALL {
        assert!(
            !compiled(kind).validator.is_valid(&Value::from(1)),
            "{kind:?}"
        );
    }
}

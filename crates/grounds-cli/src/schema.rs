//! `grounds schema`: the JSON Schemas of the content format and of the outputs.

use anyhow::anyhow;
use grounds_diagnostics::render::json::Document;
use grounds_export::bundle::Bundle;
use serde_json::Value;

use crate::answers::{ImpactAnswer, UsedAnswer};
use crate::args::SchemaArgs;
use crate::session::print;
use crate::{Ending, Stop};

/// The names of the schemas, in order, and what each is of.
pub(crate) const NAMES: &[(&str, &str)] = &[
    ("article", "the front matter of articles/<slug>.md"),
    ("bundle", "bundle.json, what `grounds export` writes"),
    ("claim", "claims/<claim-id>.yaml"),
    ("impact", "the answer of `grounds impact --format json`"),
    ("report", "the report of `grounds check --format json`"),
    ("settings", "grounds.toml"),
    ("study", "studies/<citation-key>.yaml"),
    ("used", "the answer of `grounds used --format json`"),
    ("vocabulary", "vocabulary.yaml"),
];

/// Every schema by its name, in order: JSON Schema, draft 2020-12.
pub fn schemas() -> Vec<(&'static str, Value)> {
    let mut schemas = grounds_load::schema::all();
    schemas.push(("bundle", grounds_load::schema::generate::<Bundle>("bundle")));
    schemas.push((
        "report",
        grounds_load::schema::generate::<Document>("report"),
    ));
    let generate = grounds_load::schema::generate::<ImpactAnswer>;
    schemas.push(("impact", generate("impact")));
    schemas.push(("used", grounds_load::schema::generate::<UsedAnswer>("used")));
    schemas.sort_unstable_by_key(|(name, _)| *name);
    schemas
}

pub(crate) fn run(args: &SchemaArgs) -> Result<Ending, Stop> {
    let text = match &args.name {
        None => {
            let lines = NAMES.iter().map(|(name, of)| format!("{name:11} {of}\n"));
            lines.collect()
        }
        Some(name) => {
            let (_, schema) = schemas()
                .into_iter()
                .find(|(known, _)| known == name)
                .ok_or_else(|| Stop::Usage(anyhow!("no schema is named `{name}`")))?;
            format!("{schema:#}\n")
        }
    };
    print(&text)?;
    Ok(Ending::Clean)
}

//! The JSON Schema of the bundle.

use schemars::Schema;
use schemars::generate::SchemaSettings;

use super::Bundle;

/// The JSON Schema (draft 2020-12) of a bundle.
pub fn schema() -> Schema {
    SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<Bundle>()
}

//! The part of SARIF 2.1.0 that a report needs, in the order of its sections.

use serde::Serialize;

use crate::render::json::{Measure, Omitted};
use crate::{Tally, Verdict};

/// The base of relative paths: where `grounds` ran.
pub(super) const BASE: &str = "%SRCROOT%";

/// Section 3.13.
#[derive(Serialize)]
pub(super) struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

impl<'a> Log<'a> {
    pub(super) fn new(run: Run<'a>) -> Self {
        Self {
            schema: "https://json.schemastore.org/sarif-2.1.0.json",
            version: "2.1.0",
            runs: [run],
        }
    }
}

/// Section 3.14.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Run<'a> {
    pub(super) tool: Tool<'a>,
    pub(super) invocations: [Invocation; 1],
    pub(super) original_uri_base_ids: BaseIds,
    pub(super) results: Vec<Result<'a>>,
    pub(super) column_kind: &'static str,
    pub(super) properties: RunProperties,
}

/// What SARIF has no field for.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RunProperties {
    pub(super) as_of: String,
    pub(super) verdict: Verdict,
    pub(super) checks: Tally,
    pub(super) measures: Vec<Measure>,
    pub(super) suppressed: usize,
    pub(super) omitted: Omitted,
}

/// Section 3.14.14. The base has no URI of its own: whoever reads the log knows the checkout.
#[derive(Serialize)]
pub(super) struct BaseIds {
    #[serde(rename = "%SRCROOT%")]
    here: Base,
}

#[derive(Serialize)]
struct Base {
    description: Text,
}

impl BaseIds {
    pub(super) fn here() -> Self {
        let text = "The directory in which grounds ran.".to_owned();
        Self {
            here: Base {
                description: Text { text },
            },
        }
    }
}

/// Section 3.18.
#[derive(Serialize)]
pub(super) struct Tool<'a> {
    pub(super) driver: Driver<'a>,
}

/// Section 3.19.
#[derive(Serialize)]
pub(super) struct Driver<'a> {
    pub(super) name: &'static str,
    pub(super) version: &'static str,
    pub(super) rules: Vec<Descriptor<'a>>,
}

/// Section 3.20.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Invocation {
    pub(super) execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) tool_execution_notifications: Vec<Notification>,
}

/// Section 3.58.
#[derive(Serialize)]
pub(super) struct Notification {
    pub(super) level: &'static str,
    pub(super) message: Text,
}

/// Section 3.49.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Descriptor<'a> {
    pub(super) id: &'a str,
    pub(super) name: String,
    pub(super) short_description: Text,
    pub(super) full_description: Text,
    pub(super) help: MultiformatText<'a>,
    pub(super) default_configuration: Configuration,
    pub(super) properties: Tags<'a>,
}

/// Section 3.50.
#[derive(Serialize)]
pub(super) struct Configuration {
    pub(super) enabled: bool,
    pub(super) level: &'static str,
}

/// Section 3.8.2.
#[derive(Serialize)]
pub(super) struct Tags<'a> {
    pub(super) tags: [&'a str; 1],
}

/// Section 3.27.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Result<'a> {
    pub(super) rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) rule_index: Option<usize>,
    pub(super) level: &'static str,
    pub(super) message: Text,
    pub(super) locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) related_locations: Vec<Location<'a>>,
    pub(super) partial_fingerprints: Fingerprints,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) fixes: Vec<Fix<'a>>,
}

/// Section 3.27.17.
#[derive(Serialize)]
pub(super) struct Fingerprints {
    #[serde(rename = "groundsFingerprint/v1")]
    pub(super) v1: String,
}

/// Section 3.28.
#[derive(Serialize)]
pub(super) struct Location<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<usize>,
    #[serde(rename = "physicalLocation")]
    pub(super) physical: PhysicalLocation<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) message: Option<Message<'a>>,
}

/// Section 3.29.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PhysicalLocation<'a> {
    pub(super) artifact_location: ArtifactLocation,
    pub(super) region: Region<'a>,
}

/// Section 3.4.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ArtifactLocation {
    pub(super) uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) uri_base_id: Option<&'static str>,
}

/// Section 3.30.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Region<'a> {
    pub(super) start_line: usize,
    pub(super) start_column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
    pub(super) byte_offset: usize,
    pub(super) byte_length: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) snippet: Option<Message<'a>>,
}

/// Section 3.55.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Fix<'a> {
    pub(super) description: Message<'a>,
    pub(super) artifact_changes: [ArtifactChange<'a>; 1],
}

/// Section 3.56.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ArtifactChange<'a> {
    pub(super) artifact_location: ArtifactLocation,
    pub(super) replacements: Vec<Replacement<'a>>,
}

/// Section 3.57.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Replacement<'a> {
    pub(super) deleted_region: Region<'a>,
    pub(super) inserted_content: Message<'a>,
}

/// A message or content as it is in the report (sections 3.3 and 3.11).
#[derive(Serialize)]
pub(super) struct Message<'a> {
    pub(super) text: &'a str,
}

/// A message that is put together here (section 3.11).
#[derive(Serialize)]
pub(super) struct Text {
    pub(super) text: String,
}

/// Section 3.12.
#[derive(Serialize)]
pub(super) struct MultiformatText<'a> {
    pub(super) text: &'a str,
    pub(super) markdown: &'a str,
}

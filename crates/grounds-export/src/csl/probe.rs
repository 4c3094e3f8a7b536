//! A style is tried on a reference before it is used.
//!
//! In `hayagriva` 0.10.1 the built-in Vancouver and NLM styles drop all authors (issue 519 of
//! `typst/hayagriva`), and nothing says so. A reference list without authors is wrong in a way
//! that nobody sees before it is published.

use grounds_model::Report;
use serde_json::json;

use super::item;
use super::style::{Style, StyleError};

/// The style's answer to a reference whose author is known.
pub(super) fn try_out(style: &Style) -> Result<(), StyleError> {
    let report: Report = serde_json::from_value(json!({
        "type": "article-journal",
        "title": "A probe",
        "author": [{ "family": "Probewright", "given": "Quentin" }],
        "issued": "2018",
        "container-title": "Journal of Probes",
        "volume": "11",
        "issue": "4",
        "page": "211-216"
    }))
    .expect("the probe is a report");
    let reference = style.format_item(&item::item("probe", &report))?;
    if reference.text.trim().is_empty() {
        Err(StyleError::NoBibliography)
    } else if reference.text.to_lowercase().contains("probewright") {
        Ok(())
    } else {
        Err(StyleError::DropsAuthors)
    }
}

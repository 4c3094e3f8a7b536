//! What each claim stands on, as HTML for a page in a folder: made when it is first asked for, and then
//! shown on every page that states the claim.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use minijinja::{Value, context};

use super::index::Index;
use super::page_path::page_of_claim;
use super::templates::Templates;
use crate::error::ExportError;

/// The evidence of one claim as HTML.
#[derive(Debug)]
pub(super) struct EvidenceBlock {
    /// How certain it makes the claim, and why, and the studies that bear on it.
    pub(super) whole: Value,
    /// The studies alone.
    pub(super) lines: Value,
}

/// The evidence of each claim as HTML, in the order of the claims.
#[derive(Debug)]
pub(super) struct EvidenceBlocks {
    templates: Arc<Templates>,
    blocks: Vec<OnceLock<EvidenceBlock>>,
    failure: Mutex<Option<ExportError>>,
}

impl EvidenceBlocks {
    pub(super) fn of(index: &Index, templates: Arc<Templates>) -> Self {
        let claims = index.bundle.claims.iter();
        Self {
            templates,
            blocks: claims.map(|_| OnceLock::new()).collect(),
            failure: Mutex::new(None),
        }
    }

    /// The evidence of a claim, if there is such a claim.
    pub(super) fn get(&self, index: &Index, id: &str) -> Option<&EvidenceBlock> {
        let block = self.blocks.get(index.position_of_claim(id)?)?;
        Some(block.get_or_init(|| {
            let page = page_of_claim(id);
            let fill = |template: &str| {
                let context = context! { id, root => "../" };
                let html = self.templates.fill(template, &page, context);
                html.unwrap_or_else(|failure| {
                    let mut first = self.failure.lock().unwrap_or_else(PoisonError::into_inner);
                    first.get_or_insert(failure);
                    String::new()
                })
            };
            let certainty = fill("_certainty.html");
            let lines = fill("_evidence.html");
            EvidenceBlock {
                whole: Value::from_safe_string(certainty + &lines),
                lines: Value::from_safe_string(lines),
            }
        }))
    }

    /// Why a claim's evidence could not be made, if that happened since it was last asked.
    pub(super) fn failure(&self) -> Option<ExportError> {
        let mut failure = self.failure.lock().unwrap_or_else(PoisonError::into_inner);
        failure.take()
    }
}

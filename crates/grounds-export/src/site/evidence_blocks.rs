//! What each claim stands on, as HTML for a page in a folder: made when it is first asked for, and then
//! shown on every page that states the claim.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use minijinja::context;

use super::page_path::page_of_claim;
use super::templates::Templates;
use crate::bundle::Bundle;
use crate::error::ExportError;

/// The evidence of one claim as HTML.
#[derive(Debug)]
pub(super) struct EvidenceBlock {
    /// How certain it makes the claim, and why.
    certainty: String,
    /// The studies that bear on the claim.
    pub(super) lines: String,
}

impl EvidenceBlock {
    /// All of it.
    pub(super) fn whole(&self) -> String {
        [self.certainty.as_str(), self.lines.as_str()].concat()
    }
}

/// The evidence of each claim as HTML.
#[derive(Debug)]
pub(super) struct EvidenceBlocks<'a> {
    templates: Arc<Templates>,
    blocks: BTreeMap<&'a str, OnceLock<EvidenceBlock>>,
    failure: Mutex<Option<ExportError>>,
}

impl<'a> EvidenceBlocks<'a> {
    pub(super) fn of(bundle: &'a Bundle, templates: Arc<Templates>) -> Self {
        let claims = bundle.claims.iter();
        Self {
            templates,
            blocks: claims
                .map(|claim| (claim.id.as_str(), OnceLock::new()))
                .collect(),
            failure: Mutex::new(None),
        }
    }

    /// The evidence of a claim, if there is such a claim.
    pub(super) fn get(&self, id: &str) -> Option<&EvidenceBlock> {
        let block = self.blocks.get(id)?;
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
            EvidenceBlock {
                certainty: fill("_certainty.html"),
                lines: fill("_evidence.html"),
            }
        }))
    }

    /// Why a claim's evidence could not be made, if that happened since it was last asked.
    pub(super) fn failure(&self) -> Option<ExportError> {
        let mut failure = self.failure.lock().unwrap_or_else(PoisonError::into_inner);
        failure.take()
    }
}

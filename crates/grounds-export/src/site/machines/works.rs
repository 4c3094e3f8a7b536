//! The work that reports a study, as formats for machines have it: written when it is first asked for, and then put
//! into every page and file of those who cite it.

use std::sync::OnceLock;

use super::{bibtex, csl_json, json_ld, ris};
use crate::bundle::Study;
use crate::site::index::Index;

/// A format that describes works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::site) enum Format {
    JsonLd,
    CslJson,
    BibTex,
    Ris,
}

impl Format {
    const COUNT: usize = 4;

    fn of(self, study: &Study) -> String {
        match self {
            Self::JsonLd => json_ld::work(study),
            Self::CslJson => csl_json::item(study),
            Self::BibTex => bibtex::entry(study),
            Self::Ris => ris::entry(study),
        }
    }
}

/// The works of all studies, in the order of the studies.
#[derive(Debug)]
pub(in crate::site) struct Works(Vec<[OnceLock<Box<str>>; Format::COUNT]>);

impl Works {
    pub(in crate::site) fn of(index: &Index) -> Self {
        let studies = index.bundle.studies.iter();
        Self(studies.map(|_| Default::default()).collect())
    }

    /// The work that reports the study with a key, if there is such a study.
    pub(super) fn get(&self, index: &Index, format: Format, key: &str) -> Option<&str> {
        let position = index.position_of_study(key)?;
        let written = self.0.get(position)?;
        let study = index.bundle.studies.get(position)?;
        Some(written[format as usize].get_or_init(|| format.of(study).into()))
    }
}

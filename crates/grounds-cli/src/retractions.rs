//! The retraction list of a run: that of the command line, or that of the settings.

use std::fs::File;
use std::path::{Component, Path, PathBuf};

use anyhow::Context as _;
use grounds_load::{ContentSet, RetractionList, read_retractions, retraction_doi};

use crate::Stop;

/// Reads the list, and keeps what it says about the studies of the set.
pub(crate) fn read(
    set: &ContentSet,
    root: &Path,
    named: Option<&Path>,
) -> Result<Option<RetractionList>, Stop> {
    let of_settings = set.settings.value.retractions.as_ref();
    let (path, name): (PathBuf, String) = match (named, of_settings) {
        (Some(path), _) => (path.to_owned(), path.display().to_string()),
        (None, Some(inside)) => {
            let path = Path::new(inside.as_str());
            let within = path
                .components()
                .all(|part| matches!(part, Component::Normal(_)));
            if !within {
                return Err(Stop::Usage(anyhow::anyhow!(
                    "`retractions` of grounds.toml is a path within the set, not `{inside}`"
                )));
            }
            (root.join(path), inside.to_string())
        }
        (None, None) => return Ok(None),
    };
    let studies = set.studies.sound.values().map(|study| &study.value.report);
    let dois: std::collections::BTreeSet<String> = studies
        .clone()
        .filter_map(|report| retraction_doi(report.doi.as_ref()?.as_str()))
        .collect();
    let pmids: std::collections::BTreeSet<String> = studies
        .filter_map(|report| Some(report.pmid.as_ref()?.to_string()))
        .collect();
    let wanted = |doi: Option<&str>, pmid: Option<&str>| {
        doi.is_some_and(|doi| dois.contains(doi)) || pmid.is_some_and(|pmid| pmids.contains(pmid))
    };
    let list = File::open(&path)
        .with_context(|| format!("the retraction list `{name}` cannot be opened"))?;
    let list = read_retractions(list, &name, &wanted)
        .with_context(|| format!("the retraction list `{name}` cannot be used"))?;
    Ok(Some(list))
}

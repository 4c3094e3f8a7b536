//! The retraction list of a run: that of the command line, or that of the settings.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Component, Path, PathBuf};

use anyhow::Context as _;
use grounds_load::{ContentSet, Loaded, RetractionList, read_retractions, retraction_doi};

use crate::Stop;

/// Reads the list, keeps what it says about the studies of the set, and adds to their standing what the records do not
/// have.
pub(crate) fn read(
    loaded: &mut Loaded,
    root: &Path,
    named: Option<&Path>,
) -> Result<Option<RetractionList>, Stop> {
    let of_settings = loaded.set.settings.value.retractions.as_ref();
    let (path, name): (PathBuf, String) = match (named, of_settings) {
        (Some(path), _) => (path.to_owned(), path.display().to_string()),
        (None, Some(inside)) => (in_set(root, inside.as_str())?, inside.to_string()),
        (None, None) => return Ok(None),
    };
    let set = &mut loaded.set;
    let file = File::open(&path)
        .with_context(|| format!("the retraction list `{name}` cannot be opened"))?;
    let (dois, pmids) = identifiers(set);
    let wanted = |doi: Option<&str>, pmid: Option<&str>| {
        doi.is_some_and(|doi| dois.contains(doi)) || pmid.is_some_and(|pmid| pmids.contains(pmid))
    };
    let mut list = read_retractions(file, &name, &wanted)
        .with_context(|| format!("the retraction list `{name}` cannot be used"))?;
    list.apply(set);
    if !list.broken.is_empty() {
        // Of a list within the set the path in the set is shown, of another its own.
        let shown = match named {
            None => name,
            Some(_) => std::path::absolute(&path)
                .unwrap_or(path)
                .display()
                .to_string(),
        };
        list.file = Some(loaded.sources.add(shown, list.excerpt.clone()));
    }
    Ok(Some(list))
}

/// The DOIs, in small letters, and the PubMed numbers of the studies.
fn identifiers(set: &ContentSet) -> (BTreeSet<String>, BTreeSet<String>) {
    let studies = set.studies.sound.values().map(|study| &study.value.report);
    let dois = studies
        .clone()
        .filter_map(|report| retraction_doi(report.doi.as_ref()?.as_str()));
    let pmids = studies.filter_map(|report| Some(report.pmid.as_ref()?.to_string()));
    (dois.collect(), pmids.collect())
}

/// The path that the settings name: a plain file within the set, also where links lead elsewhere. A pipe or a device
/// would be read for ever.
fn in_set(root: &Path, inside: &str) -> Result<PathBuf, Stop> {
    let refuse = |why: &str| {
        Stop::Usage(anyhow::anyhow!(
            "`retractions` of grounds.toml is a file within the set: `{inside}` {why}"
        ))
    };
    let path = Path::new(inside);
    let within = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if !within {
        return Err(refuse("is a path out of it"));
    }
    let path = root.join(path);
    let (Ok(real), Ok(root)) = (path.canonicalize(), root.canonicalize()) else {
        // What is not there is told when it is opened.
        return Ok(path);
    };
    if !real.starts_with(root) {
        return Err(refuse("is a link that leads out of it"));
    }
    let plain = std::fs::metadata(&real).is_ok_and(|metadata| metadata.is_file());
    if plain {
        Ok(real)
    } else {
        Err(refuse("is no plain file"))
    }
}

//! The retraction list of a run: that of the command line, or that of the settings.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::path::{Component, Path, PathBuf};

use anyhow::Context as _;
use grounds_load::{ContentSet, Loaded, RetractionList, known_by, read_retractions};

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
    let file = File::open(&path).map_err(|error| {
        let is_missing = error.kind() == io::ErrorKind::NotFound;
        let error = anyhow::Error::from(error)
            .context(format!("the retraction list `{name}` cannot be opened"));
        if is_missing {
            Stop::Usage(error)
        } else {
            Stop::World(error)
        }
    })?;
    let (dois, pmids) = identifiers(set);
    let wanted = |doi: Option<&str>, pmid: Option<&str>| {
        doi.is_some_and(|doi| dois.contains(doi)) || pmid.is_some_and(|pmid| pmids.contains(pmid))
    };
    let mut list = read_retractions(file, &name, &wanted)
        .with_context(|| format!("the retraction list `{name}` cannot be used"))?;
    list.apply(set);
    if !list.broken.is_empty() {
        let text = list.excerpt.clone();
        list.file = Some(match named {
            Some(_) => loaded.sources.add_outside(name, text),
            None => loaded.sources.add(name, text),
        });
    }
    Ok(Some(list))
}

/// The DOIs, in small letters, and the PubMed numbers of the studies.
fn identifiers(set: &ContentSet) -> (BTreeSet<String>, BTreeSet<String>) {
    let known = set
        .studies
        .sound
        .values()
        .map(|study| known_by(&study.value));
    let (dois, pmids): (Vec<_>, Vec<_>) = known.unzip();
    let flat = |all: Vec<Option<String>>| all.into_iter().flatten().collect();
    (flat(dois), flat(pmids))
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

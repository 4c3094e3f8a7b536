//! The bare parse: what a check is measured against.
//!
//! Every file of a set is read; of an article every Markdown event is taken, of a record every YAML
//! event, on as many threads as a check uses. Nothing is kept, resolved or judged.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use granit_parser::Parser as Yaml;
use pulldown_cmark::{Options, Parser as Markdown};
use rayon::prelude::*;

/// Reads and parses every file of a set; how many events there were.
///
/// # Errors
/// A folder or a file cannot be read.
pub fn parse(set: &Path) -> anyhow::Result<usize> {
    let mut files = vec![set.join("vocabulary.yaml")];
    for folder in ["articles", "claims", "studies"] {
        let folder = set.join(folder);
        for entry in fs::read_dir(&folder).with_context(|| format!("{}", folder.display()))? {
            files.push(entry?.path());
        }
    }
    files.par_iter().map(events).sum()
}

fn events(path: &PathBuf) -> anyhow::Result<usize> {
    let text = fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
    if path.extension().is_some_and(|extension| extension == "md") {
        let prose = text.splitn(3, "---\n").nth(2).unwrap_or(&text);
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        return Ok(Markdown::new_ext(prose, options).into_offset_iter().count());
    }
    let mut yaml = Yaml::new_from_str(&text);
    let mut events = 0;
    while let Some(event) = yaml.next_event() {
        event.with_context(|| format!("{}", path.display()))?;
        events += 1;
    }
    Ok(events)
}

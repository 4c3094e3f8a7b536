//! The bare parse: what a check and an export are measured against.
//!
//! Every file of a set is read; of an article every Markdown event is taken, of a record every YAML
//! event, on as many threads as a check uses. Nothing is kept, resolved or judged. To measure an export
//! against it, each article is also rendered by Markdown's own renderer and written to a page.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use granit_parser::Parser as Yaml;
use pulldown_cmark::{Options, Parser as Markdown};
use rayon::prelude::*;

/// Reads and parses every file of a set; how many events there were. With a folder `out`, each article is
/// written there as a page, and so many bytes are counted instead of its events.
///
/// # Errors
/// A folder or a file cannot be read or written.
pub fn parse(set: &Path, out: Option<&Path>) -> anyhow::Result<usize> {
    if let Some(out) = out {
        fs::create_dir_all(out).with_context(|| format!("{}", out.display()))?;
    }
    let mut files = vec![set.join("vocabulary.yaml")];
    for folder in ["articles", "claims", "studies"] {
        let folder = set.join(folder);
        for entry in fs::read_dir(&folder).with_context(|| format!("{}", folder.display()))? {
            files.push(entry?.path());
        }
    }
    files.par_iter().map(|path| events(path, out)).sum()
}

fn events(path: &Path, out: Option<&Path>) -> anyhow::Result<usize> {
    let text = fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
    if path.extension().is_some_and(|extension| extension == "md") {
        let prose = text.splitn(3, "---\n").nth(2).unwrap_or(&text);
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        let parser = Markdown::new_ext(prose, options);
        return match (out, path.file_stem()) {
            (Some(out), Some(name)) => write(parser, &out.join(name).with_extension("html")),
            _ => Ok(parser.into_offset_iter().count()),
        };
    }
    let mut yaml = Yaml::new_from_str(&text);
    let mut events = 0;
    while let Some(event) = yaml.next_event() {
        event.with_context(|| format!("{}", path.display()))?;
        events += 1;
    }
    Ok(events)
}

fn write(parser: Markdown<'_>, page: &Path) -> anyhow::Result<usize> {
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, parser);
    fs::write(page, &html).with_context(|| format!("{}", page.display()))?;
    Ok(html.len())
}

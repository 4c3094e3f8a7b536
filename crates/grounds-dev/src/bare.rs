//! The bare parse: what a check and an export are measured against.
//!
//! Every file of a set is read; of an article every Markdown event is taken, of a record every YAML
//! event, on as many threads as a check uses. Nothing is kept, resolved or judged. To measure an export
//! against it, each article is also rendered by Markdown's own renderer and written to a page; or, where a
//! list of the files of an export is given, so many files of those names and sizes are written.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use granit_parser::Parser as Yaml;
use pulldown_cmark::{Options, Parser as Markdown};
use rayon::prelude::*;

/// What becomes of the articles of a set.
#[derive(Debug, Clone, Copy)]
pub enum Articles<'a> {
    /// Their events are counted.
    Parsed,
    /// They are rendered, and their bytes counted.
    Rendered,
    /// They are rendered, and each is written to a page in this folder.
    Written(&'a Path),
}

/// Reads and parses every file of a set; how many events there were, or bytes of rendered articles.
///
/// # Errors
/// A folder or a file cannot be read or written.
pub fn parse(set: &Path, articles: Articles<'_>) -> anyhow::Result<usize> {
    if let Articles::Written(out) = articles {
        fs::create_dir_all(out).with_context(|| format!("{}", out.display()))?;
    }
    let mut files = vec![set.join("vocabulary.yaml")];
    for folder in ["articles", "claims", "studies"] {
        let folder = set.join(folder);
        for entry in fs::read_dir(&folder).with_context(|| format!("{}", folder.display()))? {
            files.push(entry?.path());
        }
    }
    files.par_iter().map(|path| events(path, articles)).sum()
}

fn events(path: &Path, articles: Articles<'_>) -> anyhow::Result<usize> {
    let text = fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
    if path.extension().is_some_and(|extension| extension == "md") {
        let prose = text.splitn(3, "---\n").nth(2).unwrap_or(&text);
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        let parser = Markdown::new_ext(prose, options);
        if matches!(articles, Articles::Parsed) {
            return Ok(parser.into_offset_iter().count());
        }
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, parser);
        if let (Articles::Written(out), Some(name)) = (articles, path.file_stem()) {
            let page = out.join(name).with_extension("html");
            fs::write(&page, &html).with_context(|| format!("{}", page.display()))?;
        }
        return Ok(html.len());
    }
    let mut yaml = Yaml::new_from_str(&text);
    let mut events = 0;
    while let Some(event) = yaml.next_event() {
        event.with_context(|| format!("{}", path.display()))?;
        events += 1;
    }
    Ok(events)
}

/// How many bytes are written at once, at most.
const BLOCK: usize = 1 << 16;

/// Writes into `out` as many files of the same names and sizes as a list has: lines of a size in bytes, a blank
/// and a path, as `find SITE -type f -printf '%s %P\n'` prints them. How many bytes that were.
///
/// # Errors
/// The list cannot be read, or a file cannot be written.
pub fn write_like(list: &Path, out: &Path) -> anyhow::Result<usize> {
    let text = fs::read_to_string(list).with_context(|| format!("{}", list.display()))?;
    let mut files: Vec<(usize, PathBuf)> = Vec::new();
    for line in text.lines() {
        let (size, path) = line
            .split_once(' ')
            .context("a line has a size and a path")?;
        files.push((size.parse()?, out.join(path)));
    }
    let mut folders: Vec<&Path> = files.iter().filter_map(|(_, path)| path.parent()).collect();
    folders.sort_unstable();
    folders.dedup();
    for folder in folders {
        fs::create_dir_all(folder).with_context(|| format!("{}", folder.display()))?;
    }
    let words = b"<p>Any text will do: it is written as it is.</p>\n";
    let block: Vec<u8> = words.iter().copied().cycle().take(BLOCK).collect();
    files
        .par_iter()
        .map(|(size, path)| {
            write_bytes(path, *size, &block).with_context(|| format!("{}", path.display()))
        })
        .sum()
}

fn write_bytes(path: &Path, size: usize, block: &[u8]) -> std::io::Result<usize> {
    let mut file = File::create_new(path)?;
    let mut left = size;
    while left > 0 {
        let part = left.min(block.len());
        file.write_all(&block[..part])?;
        left -= part;
    }
    Ok(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_a_list_have_its_names_and_sizes() {
        let folder = std::env::temp_dir().join(format!("grounds-bare-{}", std::process::id()));
        let list = folder.join("list");
        fs::create_dir_all(&folder).unwrap();
        fs::write(&list, "3 a.html\n150000 claims/deep/b.html\n0 c\n").unwrap();
        let out = folder.join("out");
        assert_eq!(write_like(&list, &out).unwrap(), 150_003);
        let size = |path: &str| fs::metadata(out.join(path)).unwrap().len();
        assert_eq!(
            [size("a.html"), size("claims/deep/b.html"), size("c")],
            [3, 150_000, 0]
        );
        fs::remove_dir_all(folder).unwrap();
    }
}

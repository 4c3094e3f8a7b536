//! The search of the site: an inverted index as static files, loaded only by those who search.
//!
//! `search.html` has the field and `search.js` the script. The words of articles, claims and studies
//! are in `search/words-<prefix>.js`, a file for each beginning of words and small enough for a
//! telephone; what is shown of a hit is in `search/entries-<block>.js`. They are scripts, and no data
//! to be fetched, since only these load from a folder as they do from a server.

mod entries;
mod terms;
mod words;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rayon::prelude::*;

use super::File;
use super::index::Index;
use entries::Entry;
use words::Postings;

/// How many entries are in one file.
const BLOCK: usize = 128;

/// How many bytes of postings a file of words may have before it is split by one more letter.
const SHARD_BYTES: usize = 48 * 1024;

/// How many entries one thread reads at a time.
const BATCH: usize = 256;

/// The files of the index by their paths. Which there are depends on the words, so they are made at once.
pub(super) fn files(index: &Index) -> BTreeMap<String, Vec<u8>> {
    let entries = entries::of(&index.bundle);
    let postings = postings(index, &entries);
    let shards = words::shards(&postings, SHARD_BYTES);
    let names: Vec<&str> = shards.iter().map(|(prefix, _)| prefix.as_str()).collect();
    let summary = serde_json::json!({
        "entries": entries.len(),
        "block": BLOCK,
        "unindexed": terms::UNINDEXED,
        "shards": names,
    });
    let mut files = BTreeMap::from([script(
        "search/index.js".to_owned(),
        "index",
        &summary.to_string(),
    )]);
    files.extend(entries.chunks(BLOCK).enumerate().map(|(block, chunk)| {
        let shown: Vec<_> = chunk.iter().map(|entry| entry.shown(index)).collect();
        let shown = serde_json::to_string(&shown).expect("entries are plain JSON");
        let path = format!("search/entries-{block}.js");
        script(path, "entries", &format!("{block},{shown}"))
    }));
    files.extend(shards.iter().map(|(prefix, shard)| {
        let prefix_json = serde_json::to_string(prefix).expect("a text is plain JSON");
        let path = format!("search/words-{}.js", file_name(prefix));
        script(path, "words", &format!("{prefix_json},{shard}"))
    }));
    files
}

/// Which entries each word is in: read in batches, and put together in the order of entries.
fn postings(index: &Index, entries: &[Entry<'_>]) -> BTreeMap<String, Postings> {
    let batches: Vec<BTreeMap<String, Postings>> = entries
        .par_chunks(BATCH)
        .enumerate()
        .map(|(batch, chunk)| {
            let mut read = words::Read::default();
            for (i, entry) in chunk.iter().enumerate() {
                words::read(&mut read, batch * BATCH + i, entry, index);
            }
            read.into_iter().collect()
        })
        .collect();
    let mut all: BTreeMap<String, Postings> = BTreeMap::new();
    for batch in batches {
        for (word, postings) in batch {
            all.entry(word).or_default().append(postings);
        }
    }
    all
}

fn script(path: String, function: &str, arguments: &str) -> File {
    (
        path,
        format!("groundsSearch.{function}({arguments});\n").into_bytes(),
    )
}

/// A prefix as part of a file's name on every system: its letters and digits of ASCII, and the
/// numbers of other characters. `search.js` makes the same.
fn file_name(prefix: &str) -> String {
    if prefix.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return prefix.to_owned();
    }
    let mut name = String::from("u");
    for c in prefix.chars() {
        write!(name, "-{:x}", u32::from(c)).expect("writing to a string does not fail");
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_names_of_files() {
        assert_eq!(file_name("mi"), "mi");
        assert_eq!(file_name("é5"), "u-e9-35");
    }
}

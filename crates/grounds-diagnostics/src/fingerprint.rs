//! Fingerprints: names of diagnostics that survive edits elsewhere in the file.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::{Entry, FileId, Sources};

/// A fingerprint for each entry, in order: 16 hexadecimal digits of a hash over the rule, the
/// path, the text of the line and the message, and a counter where two would be the same.
///
/// Line numbers are left out on purpose, so that a paragraph added above changes nothing
/// (SARIF 2.1.0, section 3.27.17).
pub fn fingerprints(entries: &[Entry], sources: &Sources) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut line = HashedLine::default();
    entries
        .iter()
        .map(|entry| {
            let mut hash = line.begun(entry, sources);
            update(&mut hash, &entry.diagnostic.message);
            let first_bytes = hash.finalize().into_iter().take(8);
            let number = first_bytes.fold(0_u64, |number, byte| number << 8 | u64::from(byte));
            let digest = format!("{number:016x}");
            let count = seen
                .entry(digest.clone())
                .and_modify(|n| *n += 1)
                .or_insert(1);
            format!("{digest}:{count}")
        })
        .collect()
}

/// The hashes that were begun on one line, by rule. A line may be as long as its file and have a
/// diagnostic on each of its words; so it is not read again for each.
#[derive(Default)]
struct HashedLine<'a> {
    line: Option<(FileId, usize)>,
    by_rule: BTreeMap<&'a str, Sha256>,
}

impl<'a> HashedLine<'a> {
    /// A hash of the rule, the path and the text of the line.
    fn begun(&mut self, entry: &'a Entry, sources: &Sources) -> Sha256 {
        let place = entry.diagnostic.primary.place;
        let source = sources.get(place.file);
        let line = source.line_column(place.start).line;
        if self.line != Some((place.file, line)) {
            self.line = Some((place.file, line));
            self.by_rule.clear();
        }
        let rule = entry.diagnostic.rule;
        let begin = || {
            let mut hash = Sha256::new();
            for part in [rule, source.path(), source.text()[source.line(line)].trim()] {
                update(&mut hash, part);
            }
            hash
        };
        self.by_rule.entry(rule).or_insert_with(begin).clone()
    }
}

fn update(hash: &mut Sha256, part: &str) {
    hash.update(part.as_bytes());
    hash.update([0]);
}

//! Fingerprints: names of diagnostics that survive edits elsewhere in the file.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::{Entry, Sources};

/// A fingerprint for each entry, in order: 16 hexadecimal digits of a hash over the rule, the
/// path, the text of the line and the message, and a counter where two would be the same.
///
/// Line numbers are left out on purpose, so that a paragraph added above changes nothing
/// (SARIF 2.1.0, section 3.27.17).
pub fn fingerprints(entries: &[Entry], sources: &Sources) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    entries
        .iter()
        .map(|entry| {
            let diagnostic = &entry.diagnostic;
            let place = diagnostic.primary.place;
            let source = sources.get(place.file);
            let line = source.line(source.line_column(place.start).line);
            let mut hash = Sha256::new();
            for part in [
                diagnostic.rule,
                source.path(),
                source.text()[line].trim(),
                &diagnostic.message,
            ] {
                hash.update(part.as_bytes());
                hash.update([0]);
            }
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

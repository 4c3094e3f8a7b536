//! The digest of a bundle: SHA-256 over its canonical JSON.

use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::{Bundle, canonical};

/// How many records are written at once: enough for all threads, and little against the bundle.
const AT_ONCE: usize = 256;

impl Bundle {
    /// The digest of the bundle without its `digest` field, as that field has it.
    ///
    /// The canonical form is that of RFC 8785. It is hashed as it is written, record by record, and
    /// is never whole in memory.
    pub fn compute_digest(&self) -> String {
        let mut hasher = Sha256::new();
        let mut before = "{";
        for (name, value) in self.without_records() {
            hasher.update(before);
            hasher.update(canonical::to_vec(&name));
            hasher.update(":");
            match name.as_str() {
                "articles" => hash_list(&mut hasher, &self.articles),
                "claims" => hash_list(&mut hasher, &self.claims),
                "studies" => hash_list(&mut hasher, &self.studies),
                _ => hasher.update(canonical::to_vec(&value)),
            }
            before = ",";
        }
        hasher.update("}");
        let digest = hasher.finalize();
        let hex: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("sha256:{}", hex.concat())
    }

    /// The fields of the bundle in the order of their names, without the digest and with no records.
    fn without_records(&self) -> serde_json::Map<String, serde_json::Value> {
        let frame = Self {
            format: self.format,
            version: self.version,
            generator: self.generator.clone(),
            digest: String::new(),
            title: self.title.clone(),
            description: self.description.clone(),
            language: self.language.clone(),
            base_url: self.base_url.clone(),
            citation_style: self.citation_style.clone(),
            run: self.run.clone(),
            concepts: self.concepts.clone(),
            articles: Vec::new(),
            claims: Vec::new(),
            studies: Vec::new(),
        };
        let frame = serde_json::to_value(frame).expect("a bundle is plain JSON");
        let serde_json::Value::Object(mut fields) = frame else {
            unreachable!("a bundle is an object");
        };
        fields.remove("digest");
        fields.sort_keys();
        fields
    }
}

fn hash_list<T: Serialize + Send + Sync>(hasher: &mut Sha256, records: &[Arc<T>]) {
    let mut before = "[";
    for records in records.chunks(AT_ONCE) {
        let written = records.par_iter();
        let written: Vec<Vec<u8>> = written
            .map(|record| canonical::to_vec(record.as_ref()))
            .collect();
        for record in written {
            hasher.update(before);
            hasher.update(record);
            before = ",";
        }
    }
    hasher.update(if before == "[" { "[]" } else { "]" });
}

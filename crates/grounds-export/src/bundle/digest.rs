//! The digest of a bundle: SHA-256 over its canonical JSON.

use sha2::{Digest as _, Sha256};

use super::Bundle;

impl Bundle {
    /// The digest of the bundle without its `digest` field, as that field has it.
    pub fn compute_digest(&self) -> String {
        let mut value = serde_json::to_value(self).expect("a bundle is plain JSON");
        if let Some(fields) = value.as_object_mut() {
            fields.remove("digest");
        }
        // RFC 8785. Serde writes strings as it asks (section 3.2.2.2), all numbers are whole, and
        // all keys are ASCII, so that their order is the same in UTF-8 as in UTF-16.
        value.sort_all_objects();
        let canonical = serde_json::to_string(&value).expect("a bundle is plain JSON");
        let digest = Sha256::digest(canonical.as_bytes());
        let hex: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("sha256:{}", hex.concat())
    }
}

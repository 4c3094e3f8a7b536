//! The footnotes of an article: each once, numbered where its first mark stands.

use std::collections::BTreeMap;

/// The footnotes that were met, by label.
///
/// A note is shown once however often it is marked, so that notes which mark one another do not
/// grow the page.
#[derive(Debug, Default)]
pub(super) struct Notes {
    numbers: BTreeMap<String, u64>,
    labels: Vec<String>,
}

impl Notes {
    /// The number of the note with this label.
    pub(super) fn number(&mut self, label: &str) -> u64 {
        if let Some(&number) = self.numbers.get(label) {
            return number;
        }
        self.labels.push(label.to_owned());
        let number = self.labels.len() as u64;
        self.numbers.insert(label.to_owned(), number);
        number
    }

    /// The label of the note at a position, from 0.
    pub(super) fn label(&self, position: usize) -> Option<String> {
        self.labels.get(position).cloned()
    }
}

//! Tables of labelled sentences: those of this tree, compiled in, and those of a folder.

use std::fs;
use std::path::Path;

use anyhow::Context as _;

/// Rows of cells under a row of names; cells are parted by tabs.
#[derive(Debug, Clone)]
pub(super) struct Table<'a> {
    names: Vec<&'a str>,
    rows: Vec<Vec<&'a str>>,
}

/// The file `tests/labels/sentences.tsv`.
pub(super) fn sentences() -> Table<'static> {
    Table::parse(include_str!("../../../../tests/labels/sentences.tsv"))
}

/// The file `tests/labels/wording.tsv`.
pub(super) fn wording() -> Table<'static> {
    Table::parse(include_str!("../../../../tests/labels/wording.tsv"))
}

/// The file `tests/labels/pairs.tsv`.
pub(super) fn pairs() -> Table<'static> {
    Table::parse(include_str!("../../../../tests/labels/pairs.tsv"))
}

/// The text of a table in a folder.
pub(super) fn read(folder: &Path, name: &str) -> anyhow::Result<String> {
    let path = folder.join(name);
    fs::read_to_string(&path).with_context(|| format!("{}", path.display()))
}

impl<'a> Table<'a> {
    /// Reads a table. Rows that are too short are left out.
    pub(super) fn parse(text: &'a str) -> Self {
        let mut lines = text.lines().map(|line| line.split('\t').collect());
        let names: Vec<&str> = lines.next().unwrap_or_default();
        let rows = lines
            .filter(|row: &Vec<&str>| row.len() >= names.len())
            .collect();
        Self { names, rows }
    }

    /// The rows that were drawn in this way: their `sample` says so.
    pub(super) fn drawn(mut self, sample: &str) -> Self {
        if let Some(at) = self.names.iter().position(|name| *name == "sample") {
            self.rows.retain(|row| row[at] == sample);
        }
        self
    }

    /// Two cells of each row.
    ///
    /// # Panics
    ///
    /// If the table has no such column.
    pub(super) fn columns(&self, first: &str, second: &str) -> impl Iterator<Item = [&'a str; 2]> {
        let at = |name| {
            self.names
                .iter()
                .position(|it| *it == name)
                .unwrap_or_else(|| panic!("no column `{name}`"))
        };
        let (first, second) = (at(first), at(second));
        self.rows.iter().map(move |row| [row[first], row[second]])
    }
}

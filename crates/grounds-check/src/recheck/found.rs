//! What was found, file by file, and by whom: so that what one record's checks found can be taken out again, and only
//! the files in which something changed are put in order anew.

use std::collections::{BTreeMap, BTreeSet};

use grounds_diagnostics::{Diagnostic, Entry, FileId, Sources};

use super::Owner;
use crate::levels::Levels;
use crate::policy::{self, Suppressions};

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    files: BTreeMap<FileId, InFile>,
    /// The files in which each owner found something.
    places: BTreeMap<Owner, BTreeSet<FileId>>,
    /// The suppressions, of files that have any.
    suppressions: BTreeMap<FileId, Suppressions>,
    /// The files in which something is other than when they were last put in order.
    unsettled: BTreeSet<FileId>,
}

/// What was found in one file.
#[derive(Debug, Default)]
struct InFile {
    found: Vec<(Owner, Diagnostic)>,
    /// What of it is shown, in order.
    entries: Vec<Entry>,
    /// How many are suppressed.
    suppressed: usize,
}

impl Found {
    /// Puts what an owner found in the place of what it found before.
    pub(super) fn replace(&mut self, owner: &Owner, found: impl IntoIterator<Item = Diagnostic>) {
        for file in self.places.remove(owner).into_iter().flatten() {
            if let Some(of_file) = self.files.get_mut(&file) {
                of_file.found.retain(|(other, _)| other != owner);
                self.unsettled.insert(file);
            }
        }
        let mut files = BTreeSet::new();
        for diagnostic in found {
            let file = diagnostic.primary.place.file;
            let of_file = self.files.entry(file).or_default();
            of_file.found.push((owner.clone(), diagnostic));
            files.insert(file);
        }
        if !files.is_empty() {
            self.unsettled.extend(&files);
            self.places.insert(owner.clone(), files);
        }
    }

    /// Puts the suppressions of a file in the place of those that it had.
    pub(super) fn suppress(&mut self, file: FileId, suppressions: Suppressions) {
        let former = if suppressions.is_empty() {
            self.suppressions.remove(&file)
        } else {
            self.unsettled.insert(file);
            self.suppressions.insert(file, suppressions)
        };
        if former.is_some() {
            self.unsettled.insert(file);
        }
    }

    /// Those who point at a place in a file.
    pub(super) fn pointing_into(&self, file: FileId) -> BTreeSet<Owner> {
        let all = self.files.values().flat_map(|of_file| &of_file.found);
        let pointing = all.filter(|(_, diagnostic)| {
            let mut secondary = diagnostic.secondary.iter();
            let fix = diagnostic.fix.as_ref().map(|fix| fix.file);
            diagnostic.primary.place.file == file
                || fix == Some(file)
                || secondary.any(|label| label.place.file == file)
        });
        pointing.map(|(owner, _)| owner.clone()).collect()
    }

    /// What the reader and the policy found.
    pub(super) fn of_form(&self) -> impl Iterator<Item = &Diagnostic> {
        let all = self.files.values().flat_map(|of_file| &of_file.found);
        all.filter_map(|(owner, diagnostic)| {
            matches!(owner, Owner::Reading(_)).then_some(diagnostic)
        })
    }

    /// Puts the files in order in which something has changed. What is shown of a file is what a run over the whole
    /// set shows of it: suppressions are applied, levels given, and the rest sorted.
    pub(super) fn settle(&mut self, levels: &Levels, sources: &Sources) {
        for file in std::mem::take(&mut self.unsettled) {
            let of_file = self.files.entry(file).or_default();
            // As a run goes through them: of what cannot be told apart in order, the owners' order counts.
            of_file.found.sort_by(|(one, _), (other, _)| one.cmp(other));
            let mut suppressions = self.suppressions.get(&file).cloned().unwrap_or_default();
            let found = of_file.found.iter().map(|(_, diagnostic)| diagnostic);
            let mut left: Vec<Diagnostic> = found
                .filter(|diagnostic| !suppressions.cover(diagnostic))
                .cloned()
                .collect();
            of_file.suppressed = of_file.found.len() - left.len();
            left.extend(suppressions.faults(levels));
            of_file.entries = policy::judge(left, levels);
            grounds_diagnostics::Report::sort(&mut of_file.entries, sources);
            if of_file.found.is_empty() && of_file.entries.is_empty() {
                self.files.remove(&file);
            }
        }
    }

    /// What is shown, in the order of reports.
    pub(super) fn entries(&self, sources: &Sources) -> Vec<Entry> {
        let mut files: Vec<_> = self.files.iter().collect();
        files.sort_by(|(one, _), (other, _)| {
            let path = |file: &FileId| sources.get(*file).path();
            path(one).cmp(path(other))
        });
        let entries = files.into_iter().flat_map(|(_, of_file)| &of_file.entries);
        entries.cloned().collect()
    }

    /// How many are suppressed.
    pub(super) fn suppressed(&self) -> usize {
        self.files.values().map(|of_file| of_file.suppressed).sum()
    }
}

//! A bundle and a site that are kept from edit to edit are those of an export of the edited set, byte for byte.
//!
//! After each edit every page of the renewed site is compared with the same page of a site that is made of the files as
//! they are then, and so is the bundle. A page that counts as made of the same as before is not made again: the one
//! that was made for an earlier edit must be right.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use grounds_dev::synthetic::{Shape, Synthetic};
use grounds_export::bundle::RunSummary;
use grounds_export::site::Site;
use grounds_export::{Edited, KeptBundle};
use grounds_load::{ContentSet, Former, RawFile};
use grounds_tests::whole::summary;

use super::edits::Edits;
use super::{Desk, number, options, parting, read};

/// A set, its check, its bundle and its site, all kept.
struct Preview {
    desk: Desk,
    bundle: KeptBundle,
    site: Site,
    /// The files that were made, and the edition of the site since which each is what it is.
    made: BTreeMap<String, (u64, Vec<u8>)>,
}

fn no_style(_: &str) -> std::io::Result<String> {
    Err(std::io::ErrorKind::NotFound.into())
}

fn run_of(desk: &Desk) -> RunSummary {
    let mut run = summary(&desk.loaded, &desk.outcome());
    let coverage = desk.outcome().coverage;
    for (shown, (_, share)) in run.articles.iter_mut().zip(coverage.articles()) {
        shown.coverage.part = share.part as u64;
        shown.coverage.whole = share.whole as u64;
    }
    run
}

impl Preview {
    fn of(desk: Desk) -> Self {
        let bundle = KeptBundle::of(&desk.loaded.set, &run_of(&desk), &no_style).unwrap();
        Self {
            site: Site::of(bundle.bundle()).unwrap(),
            desk,
            bundle,
            made: BTreeMap::new(),
        }
    }

    /// Takes over the edit of one file, or of the set; says whether the bundle was renewed.
    fn edit(&mut self, files: &[RawFile], edited: Option<&RawFile>) -> bool {
        let replaced = edited.and_then(|file| self.desk.loaded.replace(file));
        let Some(replaced) = replaced else {
            *self = Self::of(Desk::of(files, &self.desk.options));
            return false;
        };
        let key = replaced.key.clone();
        let record = match replaced.former {
            Former::Article(_) => Edited::Article(key),
            Former::Claim(_) => Edited::Claim(key),
            Former::Study(_) => Edited::Study(key),
        };
        let Desk { loaded, kept, .. } = &mut self.desk;
        kept.edit(&loaded.set, &loaded.sources, replaced);
        let run = run_of(&self.desk);
        let edited = BTreeSet::from([record]);
        self.bundle
            .renew(&self.desk.loaded.set, &edited, run)
            .unwrap();
        self.site = self.site.renewed(self.bundle.bundle());
        true
    }

    /// The file at a path, which is made only if it counts as another than the one that was made before.
    fn file(&mut self, path: &str) -> &[u8] {
        let since = self.site.since(path).unwrap();
        let made = self.made.get(path).filter(|(made, _)| *made == since);
        if made.is_none() {
            let bytes = self.site.file(path).unwrap().unwrap();
            self.made.insert(path.to_owned(), (since, bytes));
        }
        &self.made[path].1
    }

    /// Compares all with a bundle and a site that are made of the set anew.
    fn compare(&mut self, set: &ContentSet, said: &str) {
        let run = run_of(&self.desk);
        let bundle = Arc::new(grounds_export::build(set, &run, &no_style).unwrap());
        let (kept, fresh) = (
            self.bundle.bundle().with_digest().to_json(),
            bundle.to_json(),
        );
        assert!(
            kept == fresh,
            "{said}: the bundle\n{}",
            parting(&kept, &fresh)
        );
        let site = Site::of(&bundle).unwrap();
        assert_eq!(self.site.paths(), site.paths(), "{said}");
        for path in site.paths() {
            let fresh = site.file(&path).unwrap().unwrap();
            let kept = self.file(&path);
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            assert!(
                kept == fresh,
                "{said}: {path}\n{}",
                parting(&text(kept), &text(&fresh))
            );
        }
    }
}

/// Makes a row of edits, and compares after each.
fn compare(name: &str, files: Vec<RawFile>, row: usize) {
    let row = number("GROUNDS_EDITS", row);
    let mut edits = Edits::of(files, number("GROUNDS_SEED", 7) as u64);
    let mut preview = Preview::of(Desk::of(edits.files(), &options(Vec::new())));
    let mut renewed = 0;
    for at in 0..row {
        let (said, edited) = edits.next();
        renewed += usize::from(preview.edit(edits.files(), edited.as_ref()));
        let fresh = grounds_load::assemble(edits.files().to_vec(), "").set;
        preview.compare(&fresh, &format!("{name}, edit {at}: {said}"));
    }
    assert!(
        renewed * 3 > row,
        "{name}: only in {renewed} of {row} edits the bundle was renewed"
    );
}

#[test]
fn of_the_rich_set() {
    compare("rich", read("tests/fixtures/rich"), 40);
}

#[test]
fn of_the_base_of_the_rule_pages() {
    compare("base", read("tests/rules/base"), 60);
}

#[test]
fn of_the_real_set() {
    compare("content", read("content"), 12);
}

#[test]
fn of_an_invented_set() {
    let mut shape = Shape::of(8, 5);
    shape.faults = 0.1;
    let files = Synthetic::new(shape).unwrap().files();
    compare("invented", files, 20);
}

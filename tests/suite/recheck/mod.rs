//! A check that is kept from edit to edit finds what a check of the edited set finds, whatever the edits.
//!
//! So is the site that is kept with it what an export of the edited set would be (`site.rs`).
//!
//! Each run makes a long row of edits from a seed: words, lines and keys of articles and records are exchanged, front
//! matter and YAML are broken and mended, files are added, removed and renamed. After each edit all that is kept
//! is compared with what a check of the files as they are then comes to: the diagnostics in their order, the counts of
//! every rule, the coverage, and the set itself. `GROUNDS_EDITS` asks for longer rows, and `GROUNDS_SEED` for others.

mod edits;
mod site;

use grounds_check::{Kept, Options, Outcome, Selector};
use grounds_dev::synthetic::{Shape, Synthetic};
use grounds_diagnostics::render::{self, Format};
use grounds_load::{Content, Loaded, RawFile, assemble};
use grounds_model::Level;
use grounds_tests::whole::report;

use crate::workspace;
use edits::Edits;

const AS_OF: &str = "2026-11-22";

/// All that a check came to, to be compared as text.
fn told(loaded: &Loaded, outcome: Outcome) -> String {
    let Loaded {
        set,
        sources,
        unread,
        ..
    } = loaded;
    let details = format!("{outcome:#?}\n{unread:#?}\n{set:#?}");
    let report = report(outcome);
    let options = render::Options::default();
    let human = render::human::render(&report, sources, options);
    let json = render::render(Format::Json, &report, sources, options);
    format!("{human}\n{json}\n{details}")
}

/// A set with a check that is kept.
struct Desk {
    loaded: Loaded,
    kept: Kept,
    options: Options,
}

impl Desk {
    fn of(files: &[RawFile], options: &Options) -> Self {
        let mut loaded = assemble(files.to_vec(), "");
        let reading = std::mem::take(&mut loaded.diagnostics);
        let kept = Kept::of(&loaded.set, &loaded.sources, reading, options);
        Self {
            loaded,
            kept,
            options: options.clone(),
        }
    }

    /// Takes over the edit of one file, or of the set; says whether one record was checked by itself.
    fn edit(&mut self, files: &[RawFile], edited: Option<&RawFile>) -> bool {
        if let Some(replaced) = edited.and_then(|file| self.loaded.replace(file)) {
            let Loaded { set, sources, .. } = &self.loaded;
            self.kept.edit(set, sources, replaced);
            return true;
        }
        *self = Self::of(files, &self.options);
        false
    }

    fn outcome(&self) -> Outcome {
        let Loaded { set, sources, .. } = &self.loaded;
        self.kept.outcome(set, sources)
    }

    fn told(&self) -> String {
        told(&self.loaded, self.outcome())
    }
}

fn fresh(files: &[RawFile], options: &Options) -> String {
    let mut loaded = assemble(files.to_vec(), "");
    let reading = std::mem::take(&mut loaded.diagnostics);
    let outcome = grounds_check::check(&loaded.set, &loaded.sources, reading, options);
    told(&loaded, outcome)
}

/// Where two texts part, with some lines before.
fn parting(one: &str, other: &str) -> String {
    let mut lines = one.lines().zip(other.lines());
    let at = lines
        .position(|(one, other)| one != other)
        .unwrap_or_default();
    let around = |text: &str| {
        let lines = text.lines().skip(at.saturating_sub(12)).take(40);
        lines.collect::<Vec<_>>().join("\n")
    };
    format!(
        "line {at}\n--- kept\n{}\n--- fresh\n{}",
        around(one),
        around(other)
    )
}

/// A number that somebody asks for, or else the usual one.
fn number(name: &str, usual: usize) -> usize {
    let asked = std::env::var(name).ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(usual)
}

fn options(levels: Vec<(Selector, Level)>) -> Options {
    Options {
        as_of: AS_OF.parse().unwrap(),
        policy: None,
        retractions: None,
        levels,
    }
}

/// Makes a row of edits, and compares after each.
fn compare(name: &str, files: Vec<RawFile>, levels: Vec<(Selector, Level)>, row: usize) {
    let row = number("GROUNDS_EDITS", row);
    let options = options(levels);
    let mut edits = Edits::of(files, number("GROUNDS_SEED", 1) as u64);
    let mut desk = Desk::of(edits.files(), &options);
    assert_eq!(desk.told(), fresh(edits.files(), &options), "{name}");
    let mut alone = 0;
    for at in 0..row {
        let (said, edited) = edits.next();
        alone += usize::from(desk.edit(edits.files(), edited.as_ref()));
        let (kept, fresh) = (desk.told(), fresh(edits.files(), &options));
        assert!(
            kept == fresh,
            "{name}, edit {at}: {said}\n{}",
            parting(&kept, &fresh)
        );
    }
    assert!(
        alone * 3 > row,
        "{name}: only {alone} of {row} edits were checked by themselves"
    );
}

/// Files with another text in the place of one.
fn exchanged(files: &[RawFile], path: &str, old: &str, new: &str) -> RawFile {
    let mut file = files.iter().find(|file| file.path == path).unwrap().clone();
    let Content::Bytes(bytes) = &file.content else {
        panic!("{path} has no text");
    };
    let text = String::from_utf8_lossy(bytes);
    assert!(text.contains(old), "{path} has no {old}");
    file.content = Content::Bytes(text.replace(old, new).into_bytes());
    file
}

fn read(set: &str) -> Vec<RawFile> {
    grounds_load::read(&workspace().join(set)).unwrap()
}

fn everything() -> Vec<(Selector, Level)> {
    vec![(Selector::All, Level::Error)]
}

#[test]
fn of_the_rich_set_with_its_own_levels() {
    compare("rich", read("tests/fixtures/rich"), Vec::new(), 50);
}

#[test]
fn of_the_rich_set_with_every_rule() {
    compare("rich", read("tests/fixtures/rich"), everything(), 60);
}

#[test]
fn of_the_base_of_the_rule_pages() {
    compare("base", read("tests/rules/base"), everything(), 60);
}

#[test]
fn of_the_real_set() {
    compare("content", read("content"), everything(), 16);
}

#[test]
fn of_studies_whose_doi_an_article_cites() {
    let mut files = read("tests/rules/base");
    let options = options(everything());
    let article = "articles/needling.md";
    let (kumar, dhurat) = ("studies/kumar-2018.yaml", "studies/dhurat-2013.yaml");
    let cited = "doi:10.4103/jcas.JCAS%5F130%5F17";
    let mut desk = Desk::of(&files, &options);
    for (path, old, new, told_of) in [
        (
            article,
            "@kumar-2018",
            &*format!("@{cited}"),
            Some("kumar-2018"),
        ),
        (kumar, "10.4103/JCAS.JCAS_130_17", "10.4103/other", None),
        (
            dhurat,
            "10.4103/0974-7753.114700",
            "doi:10.4103/JCAS.jcas_130_17",
            Some("dhurat-2013"),
        ),
        // Two that have it: neither is meant.
        (
            kumar,
            "10.4103/other",
            "https://doi.org/10.4103/JCAS.JCAS_130_17",
            None,
        ),
        (dhurat, "report:", "report: [", Some("kumar-2018")),
    ] {
        let edited = exchanged(&files, path, old, new);
        let file = files.iter_mut().find(|file| file.path == path).unwrap();
        *file = edited.clone();
        assert!(desk.edit(&files, Some(&edited)), "{path} is no record");
        let (kept, fresh) = (desk.told(), fresh(&files, &options));
        assert!(kept == fresh, "{path}: {new}\n{}", parting(&kept, &fresh));
        let named = |study: &str| kept.contains(&format!("the study `{study}` has this DOI"));
        for study in ["kumar-2018", "dhurat-2013"] {
            assert_eq!(
                named(study),
                told_of == Some(study),
                "{path}: {new}: {study}"
            );
        }
    }
}

#[test]
fn of_an_invented_set() {
    let mut shape = Shape::of(8, 3);
    shape.faults = 0.1;
    let files = Synthetic::new(shape).unwrap().files();
    compare("invented", files, everything(), 24);
}

//! A check article by article, of which nothing is kept, finds what a check of the whole set finds.

use std::fs;
use std::path::{Component, Path};

use grounds_check::{Options, Outcome};
use grounds_diagnostics::Sources;
use grounds_load::{Content, RawFile, Unread};

/// Checks a set on the disk both ways; how many articles it has.
///
/// # Panics
/// If the two do not find the same, or if there is no set.
pub fn agree(root: &Path) -> usize {
    let mut whole = grounds_load::load(root).expect("a set");
    let reading = std::mem::take(&mut whole.diagnostics);
    let found = grounds_check::check(&whole.set, &whole.sources, reading, &options());

    let mut opened = grounds_load::open(root, &root.display().to_string()).expect("a set");
    let reading = std::mem::take(&mut opened.loaded.diagnostics);
    let by_article = grounds_check::check_opened(&opened, reading, &options(), &|_, _| {});
    assert!(opened.loaded.set.articles.is_empty(), "articles are kept");
    let mut unread = opened.loaded.unread;
    unread.extend(by_article.unread.iter().cloned());
    unread.sort_by_key(|unread| unread.file);

    let one = shown(&found, &whole.sources, &whole.unread);
    let other = shown(&by_article, &opened.loaded.sources, &unread);
    assert!(
        one == other,
        "as a whole:\n{one}\narticle by article:\n{other}"
    );
    found.articles
}

/// Writes files into an empty folder, and checks them both ways. What cannot be written there is left out: a path
/// that leads out of it, or that is a file and a folder.
///
/// # Panics
/// As [`agree`].
pub fn agree_on(files: &[RawFile], root: &Path) {
    fs::write(root.join("grounds.toml"), "title = \"T\"\n").expect("an empty folder");
    for file in files {
        let path = Path::new(&file.path);
        let plain = path
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let (true, Content::Bytes(bytes)) = (plain && !file.path.is_empty(), &file.content) else {
            continue;
        };
        let path = root.join(path);
        let made = path.parent().map(fs::create_dir_all);
        if made.is_some_and(|made| made.is_ok()) {
            // Such as a name that is too long.
            let _ = fs::write(path, bytes);
        }
    }
    agree(root);
}

fn options() -> Options {
    Options {
        as_of: "2026-11-22".parse().expect("a day"),
        policy: None,
        retractions: None,
        levels: Vec::new(),
    }
}

/// All that a run comes to, with the places as people see them.
fn shown(outcome: &Outcome, sources: &Sources, unread: &[Unread]) -> String {
    let entries: Vec<String> = outcome
        .entries
        .iter()
        .map(|entry| {
            let place = entry.diagnostic.primary.place;
            let at = sources.get(place.file).line_column(place.start);
            format!("{:?} {:?} {}", entry, at, sources.text(place))
        })
        .collect();
    let tallies: Vec<_> = outcome
        .tallies
        .iter()
        .map(|(rule, tally)| (rule.id, tally))
        .collect();
    format!(
        "{entries:#?}\n{tallies:#?}\n{} {:?} {:?} {} {unread:?}",
        outcome.suppressed, outcome.coverage, outcome.direct, outcome.articles
    )
}

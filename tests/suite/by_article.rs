//! A check article by article, of which nothing is kept, finds what a check of the whole set finds.

use grounds_check::{Options, Outcome};
use grounds_diagnostics::Sources;
use grounds_load::Unread;

use crate::workspace;

fn options() -> Options {
    Options {
        as_of: "2026-11-22".parse().unwrap(),
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

#[test]
fn article_by_article_nothing_else_is_found() {
    for set in ["content", "tests/fixtures/rich", "tests/fixtures/hostile"] {
        let root = workspace().join(set);
        let mut whole = grounds_load::load(&root).unwrap();
        let reading = std::mem::take(&mut whole.diagnostics);
        let found = grounds_check::check(&whole.set, &whole.sources, reading, &options());

        let mut opened = grounds_load::open(&root, &root.display().to_string()).unwrap();
        let reading = std::mem::take(&mut opened.loaded.diagnostics);
        let by_article = grounds_check::check_opened(&opened, reading, &options(), &|_, _| {});
        assert!(opened.loaded.set.articles.is_empty());
        let mut unread = opened.loaded.unread;
        unread.extend(by_article.unread.iter().cloned());
        unread.sort_by_key(|unread| unread.file);

        assert!(found.articles > 0);
        assert_eq!(
            shown(&found, &whole.sources, &whole.unread),
            shown(&by_article, &opened.loaded.sources, &unread),
            "{set}"
        );
    }
}

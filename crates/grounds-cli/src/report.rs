//! From the outcome of a run to its report.

use std::collections::BTreeSet;

use grounds_diagnostics::{Entry, FileId, Measure, Report, Severity, Unchecked};
use grounds_load::{Loaded, known_by};

use crate::VERSION;
use crate::session::Session;

/// The report of a session, with at most `most` diagnostics, errors first; 0 shows all.
pub(crate) fn of(session: &Session, most: usize) -> Report {
    let Session {
        root: _,
        loaded,
        outcome,
        as_of,
        ..
    } = session;
    let set = &loaded.set;
    let (entries, omitted) = shorten(&outcome.entries, most);
    let share = outcome.coverage.share();
    Report {
        version: VERSION,
        as_of: as_of.to_string(),
        read: vec![
            ("articles", outcome.articles),
            ("claims", set.claims.keys().count()),
            ("studies", set.studies.keys().count()),
            ("concepts", set.vocabulary.value.concepts.len()),
        ],
        entries,
        omitted,
        suppressed: outcome.suppressed,
        rules: outcome
            .tallies
            .iter()
            .map(|(rule, tally)| (rule.info(), *tally))
            .collect(),
        measures: measures(session, share),
        unchecked: unchecked(session, &|file| session.loaded.sources.shown_path(file)),
    }
}

/// What the run measured.
fn measures(session: &Session, share: grounds_check::Share) -> Vec<Measure> {
    let mut measures = vec![Measure {
        name: "claim coverage",
        part: share.part,
        whole: share.whole,
        unit: "sentences accounted for".to_owned(),
    }];
    let direct = session.outcome.direct;
    if direct.whole > 0 {
        measures.push(Measure {
            name: "directness",
            part: direct.part,
            whole: direct.whole,
            unit: "evidence lines are direct in every dimension".to_owned(),
        });
    }
    if let Some(list) = &session.retractions {
        let age = list.newest(session.as_of).map(|newest| {
            let days = newest.days_until(session.as_of);
            format!(" of {newest}, {days} days old")
        });
        let named: BTreeSet<_> = list
            .notices
            .iter()
            .map(|notice| notice.doi.as_ref().or(notice.pmid.as_ref()))
            .collect();
        let studies = session.loaded.set.studies.sound.len();
        measures.push(Measure {
            name: "retraction list",
            part: named.len(),
            whole: studies - not_comparable(session),
            unit: format!(
                "studies have a notice in the list{} ({} rows)",
                age.unwrap_or_default(),
                list.rows
            ),
        });
    }
    measures
}

/// How many studies no list can know: their records have neither a DOI nor a PubMed number.
fn not_comparable(session: &Session) -> usize {
    let studies = session.loaded.set.studies.sound.values();
    let unknown = studies.filter(|study| known_by(&study.value) == (None, None));
    unknown.count()
}

/// The first `most` entries, errors before warnings, in the order in which they were; and how
/// many errors and warnings are left out.
fn shorten(entries: &[Entry], most: usize) -> (Vec<Entry>, (usize, usize)) {
    let of = |severity| {
        entries
            .iter()
            .filter(move |entry| entry.severity == severity)
    };
    if most == 0 || entries.len() <= most {
        return (entries.to_vec(), (0, 0));
    }
    let errors = of(Severity::Error).count();
    let (shown_errors, shown_warnings) = (errors.min(most), most.saturating_sub(errors));
    let warnings = entries.len() - errors;
    let (mut left_errors, mut left_warnings) = (shown_errors, shown_warnings);
    let shown = entries.iter().filter(|entry| {
        let left = if entry.severity == Severity::Error {
            &mut left_errors
        } else {
            &mut left_warnings
        };
        let show = *left > 0;
        *left = left.saturating_sub(1);
        show
    });
    let shown = shown.cloned().collect();
    (
        shown,
        (
            errors - shown_errors,
            warnings - shown_warnings.min(warnings),
        ),
    )
}

/// What the run did not check, and why; `shown` is how a file is called.
pub(crate) fn unchecked(session: &Session, shown: &dyn Fn(FileId) -> String) -> Vec<Unchecked> {
    let Loaded { unread, .. } = &session.loaded;
    let mut unchecked: Vec<Unchecked> = unread
        .iter()
        .map(|unread| Unchecked {
            what: shown(unread.file),
            why: unread.why.to_owned(),
        })
        .collect();
    let off = session.outcome.levels.turned_off();
    if !off.is_empty() {
        let what = match off.as_slice() {
            [one] => (*one).to_owned(),
            [one, two] => format!("{one} and {two}"),
            several => format!("{} rules", several.len()),
        };
        unchecked.push(Unchecked {
            what,
            why: "turned off".to_owned(),
        });
    }
    match (&session.retractions, not_comparable(session)) {
        (None, _) => unchecked.push(Unchecked {
            what: "retractions since the records were written".to_owned(),
            why: "no list was given (`--retractions`)".to_owned(),
        }),
        (Some(_), 0) => {}
        (Some(_), number) => unchecked.push(Unchecked {
            what: match number {
                1 => "1 study against the retraction list".to_owned(),
                n => format!("{n} studies against the retraction list"),
            },
            why: "without a DOI and a PubMed number".to_owned(),
        }),
    }
    unchecked
}

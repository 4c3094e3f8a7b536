//! What the studies that a review includes allow it.
//!
//! GRADE rates the studies of a body of evidence, not the paper that pools them (Balshem H and others, J Clin
//! Epidemiol 2011;64:401-406): a review of case series does not start high, and nor does a review of such a review.

use std::collections::BTreeMap;

use grounds_load::ContentSet;
use grounds_model::{CertaintyLevel, ClaimKind, Key};

use super::{Ceiling, ceiling};
use crate::standing::withdrawn;

/// How deep reviews of reviews are followed; what lies deeper counts by its own design.
const DEPTH: usize = 8;

/// The level from which the best study that a review includes can start. What was retracted, or is `gone`, does not
/// count, and where nothing is left a review has nothing that it could be sure of. `None` where its record names no
/// study, or one whose record is not there.
pub(super) fn best(
    set: &ContentSet,
    kind: ClaimKind,
    review: &Key,
    gone: &dyn Fn(&Key) -> bool,
) -> Option<CertaintyLevel> {
    let mut levels = Levels {
        set,
        kind,
        gone,
        known: BTreeMap::new(),
    };
    levels.of_included(review, 0)
}

/// The levels from which studies can start, each found once.
struct Levels<'a> {
    set: &'a ContentSet,
    kind: ClaimKind,
    gone: &'a dyn Fn(&Key) -> bool,
    /// `None` within for what is being looked at: a review that includes itself, by whatever way round, says nothing by
    /// that.
    known: BTreeMap<&'a Key, Option<CertaintyLevel>>,
}

impl Levels<'_> {
    fn of_included(&mut self, review: &Key, depth: usize) -> Option<CertaintyLevel> {
        let (own, review) = self.set.studies.sound.get_key_value(review)?;
        self.known.insert(own, None);
        // A retraction never makes anything surer: what is left of a review without its studies is not its design.
        let mut best = None;
        for key in &review.value.includes {
            self.set.studies.get(key.as_str())?;
            if (self.gone)(key) || withdrawn(self.set, key).is_some() {
                best = best.max(Some(CertaintyLevel::VeryLow));
                continue;
            }
            let level = match self.known.get(key) {
                Some(known) => *known,
                None => Some(self.of_study(key, depth + 1)?),
            };
            best = best.max(level);
        }
        best
    }

    fn of_study(&mut self, key: &Key, depth: usize) -> Option<CertaintyLevel> {
        let (key, study) = self.set.studies.sound.get_key_value(key)?;
        let level = match ceiling(self.kind, study.value.design) {
            Ceiling::CannotCarry => CertaintyLevel::VeryLow,
            Ceiling::NotRated => return None,
            Ceiling::Level(level) if depth >= DEPTH => level,
            Ceiling::Level(level) => {
                let of_included = self.of_included(key, depth);
                of_included.map_or(level, |of| of.min(level))
            }
        };
        self.known.insert(key, Some(level));
        Some(level)
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use grounds_load::RawFile;

    use super::*;

    /// The level that the review `top` has from these records: design, and more lines.
    fn level(records: &[(&str, &str)]) -> Option<CertaintyLevel> {
        let mut files = vec![RawFile::new("grounds.toml", "title = \"T\"\n")];
        for (key, more) in records {
            let record = format!("report: {{type: article-journal, title: T}}\ndesign: {more}\n");
            files.push(RawFile::new(format!("studies/{key}.yaml"), record));
        }
        let set = grounds_load::assemble(files, "").set;
        best(
            &set,
            ClaimKind::Efficacy,
            &Key::try_from("top".to_owned()).expect("a key"),
            &|_| false,
        )
    }

    #[test]
    fn a_review_starts_no_higher_than_the_best_that_it_includes() {
        use CertaintyLevel::{High, Low, VeryLow};
        const TOP: &str = "meta-analysis\nincludes: [one, two]";
        let retracted = "rct\nstanding: [{event: retracted, on: 2020}]";
        for (one, two, expected) in [
            ("rct", "case-series", Some(High)),
            ("cohort", "case-series", Some(Low)),
            ("case-series", "case-report", Some(VeryLow)),
            ("animal", "in-vitro", Some(VeryLow)),
            (retracted, "cohort", Some(Low)),
            ("systematic-review", "cohort", Some(High)),
            (
                "systematic-review\nincludes: [two]",
                "case-series",
                Some(VeryLow),
            ),
            (
                "systematic-review\nincludes: [top, two]",
                "cohort",
                Some(Low),
            ),
        ] {
            assert_eq!(
                level(&[("top", TOP), ("one", one), ("two", two)]),
                expected,
                "{one}, {two}"
            );
        }
        assert_eq!(level(&[("top", TOP), ("one", "case-series")]), None);
        assert_eq!(level(&[("top", "meta-analysis")]), None);
        assert_eq!(
            level(&[("top", TOP), ("one", retracted), ("two", retracted)]),
            Some(VeryLow)
        );
    }

    #[test]
    fn reviews_of_reviews_without_end_are_not_followed_without_end() {
        let mut records: Vec<(String, String)> = Vec::new();
        let name = |at: usize| {
            if at == 0 {
                "top".to_owned()
            } else {
                format!("review-{at}")
            }
        };
        for at in 0..2000 {
            let mut more = "systematic-review\nincludes: [".to_owned();
            for next in 1..4 {
                let _ = write!(more, "{}, ", name((at + next) % 2000));
            }
            records.push((name(at), more + "]"));
        }
        let records: Vec<(&str, &str)> = records
            .iter()
            .map(|(key, more)| (key.as_str(), more.as_str()))
            .collect();
        assert_eq!(level(&records), Some(CertaintyLevel::High));
    }
}

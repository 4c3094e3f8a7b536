//! Certainty: from which level a claim's evidence starts, and what its declared steps allow.
//!
//! The start is that of the best design among the supporting studies that bear on the claim and
//! still stand; the table of kinds and designs is data, `ceilings.tsv`, with its sources.

mod included;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use grounds_load::ContentSet;
use grounds_model::{
    Certainty, CertaintyLevel, Claim, ClaimKind, Design, EvidenceLine, Key, Relation,
};

use crate::directness::Appraiser;
use crate::standing::withdrawn;

/// From which level evidence of a design starts for a kind of claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ceiling {
    /// It can start from this level.
    Level(CertaintyLevel),
    /// A study of this design cannot carry a claim of this kind.
    CannotCarry,
    /// Claims of this kind are not about effects, and GRADE says nothing of them.
    NotRated,
}

/// The levels, the least certain first.
const LEVELS: [CertaintyLevel; 4] = [
    CertaintyLevel::VeryLow,
    CertaintyLevel::Low,
    CertaintyLevel::Moderate,
    CertaintyLevel::High,
];

static CEILINGS: LazyLock<BTreeMap<(&str, &str), Ceiling>> = LazyLock::new(|| {
    let rows = TABLE.lines();
    let rows = rows.filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        let (kind, design, level) = (cells.next()?, cells.next()?, cells.next()?);
        let ceiling = match level {
            "high" => Ceiling::Level(CertaintyLevel::High),
            "moderate" => Ceiling::Level(CertaintyLevel::Moderate),
            "low" => Ceiling::Level(CertaintyLevel::Low),
            "very-low" => Ceiling::Level(CertaintyLevel::VeryLow),
            _ => Ceiling::CannotCarry,
        };
        Some(((kind, design), ceiling))
    })
    .collect()
});

/// The table as it is written, with its sources in the lines that begin with `#`.
pub const TABLE: &str = include_str!("ceilings.tsv");

/// From which level evidence of a design starts for a kind of claim.
pub fn ceiling(kind: ClaimKind, design: Design) -> Ceiling {
    let found = CEILINGS.get(&(name_of_kind(kind), name_of_design(design)));
    found.copied().unwrap_or(Ceiling::NotRated)
}

/// What the evidence of a claim allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed<'a> {
    /// The level from which the evidence starts, and the study whose design that is; `None` where
    /// no study that bears on the claim can carry it.
    pub start: Option<(CertaintyLevel, &'a Key)>,
    /// Whether any supporting study is of a design that cannot carry such a claim.
    pub cannot_carry: bool,
}

/// What the evidence of a claim allows. `None` for kinds that GRADE says nothing of.
pub fn allowed<'a>(
    set: &'a ContentSet,
    appraiser: &Appraiser<'a>,
    claim: &'a Claim,
) -> Option<Allowed<'a>> {
    allowed_without(set, appraiser, claim, &|_| false)
}

/// The same, as if some studies were not there.
pub fn allowed_without<'a>(
    set: &'a ContentSet,
    appraiser: &Appraiser<'a>,
    claim: &'a Claim,
    gone: &dyn Fn(&Key) -> bool,
) -> Option<Allowed<'a>> {
    allowed_where(set, claim, gone, &|_, line| {
        let appraisal = appraiser.line(claim, line);
        appraisal.is_some_and(|appraisal| appraisal.bears())
    })
}

/// The same, where `bears` knows of each evidence line, by its position, whether its study bears on the
/// claim.
pub fn allowed_where<'a>(
    set: &'a ContentSet,
    claim: &'a Claim,
    gone: &dyn Fn(&Key) -> bool,
    bears: &dyn Fn(usize, &'a EvidenceLine) -> bool,
) -> Option<Allowed<'a>> {
    let supports = |line: &EvidenceLine| line.relation == Relation::Supports && !gone(&line.study);
    let mut allowed = Allowed {
        start: None,
        cannot_carry: false,
    };
    if name_of_kind(claim.kind).is_empty() {
        return None;
    }
    for (position, line) in claim.evidence.iter().enumerate() {
        if !supports(line) {
            continue;
        }
        let Some(study) = set.studies.get(line.study.as_str()) else {
            continue;
        };
        if withdrawn(set, &line.study).is_some() {
            continue;
        }
        match ceiling(claim.kind, study.value.design) {
            Ceiling::Level(level) => {
                let level = included::best(set, claim.kind, &line.study, gone)
                    .map_or(level, |of| of.min(level));
                if allowed.start.is_none_or(|(best, _)| best < level) && bears(position, line) {
                    allowed.start = Some((level, &line.study));
                }
            }
            Ceiling::CannotCarry => allowed.cannot_carry = true,
            Ceiling::NotRated => return None,
        }
    }
    Some(allowed)
}

/// The level that a start and the declared steps come to.
pub fn after_steps(start: CertaintyLevel, certainty: &Certainty) -> CertaintyLevel {
    let down: u64 = certainty
        .downgrades
        .iter()
        .map(|step| step.steps.get().min(9))
        .sum();
    let up: u64 = certainty
        .upgrades
        .iter()
        .map(|step| step.steps.get().min(9))
        .sum();
    let start = LEVELS.iter().position(|level| *level == start).unwrap_or(0);
    let reached = (start + usize::try_from(up).unwrap_or(9))
        .min(LEVELS.len() - 1 + usize::try_from(down).unwrap_or(9))
        .saturating_sub(usize::try_from(down).unwrap_or(9));
    LEVELS[reached.min(LEVELS.len() - 1)]
}

/// What a level is called.
pub fn level_name(level: CertaintyLevel) -> &'static str {
    match level {
        CertaintyLevel::VeryLow => "very low",
        CertaintyLevel::Low => "low",
        CertaintyLevel::Moderate => "moderate",
        CertaintyLevel::High => "high",
    }
}

/// The name of a kind in the table; empty for those that are not in it.
fn name_of_kind(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Efficacy => "efficacy",
        ClaimKind::Harm => "harm",
        ClaimKind::Mechanism => "mechanism",
        ClaimKind::Association => "association",
        ClaimKind::Prevalence => "prevalence",
        ClaimKind::Diagnosis => "diagnosis",
        ClaimKind::Prognosis => "prognosis",
        ClaimKind::Practice | ClaimKind::StateOfEvidence => "",
    }
}

fn name_of_design(design: Design) -> &'static str {
    match design {
        Design::Guideline => "guideline",
        Design::SystematicReview => "systematic-review",
        Design::MetaAnalysis => "meta-analysis",
        Design::Rct => "rct",
        Design::ControlledTrial => "controlled-trial",
        Design::Cohort => "cohort",
        Design::CaseControl => "case-control",
        Design::CrossSectional => "cross-sectional",
        Design::CaseSeries => "case-series",
        Design::CaseReport => "case-report",
        Design::NarrativeReview => "narrative-review",
        Design::Opinion => "opinion",
        Design::Animal => "animal",
        Design::InVitro => "in-vitro",
        Design::InSilico => "in-silico",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_every_kind_and_design_once() {
        let kinds: std::collections::BTreeSet<&str> =
            CEILINGS.keys().map(|(kind, _)| *kind).collect();
        let designs: std::collections::BTreeSet<&str> = CEILINGS.keys().map(|(_, d)| *d).collect();
        assert_eq!((kinds.len(), designs.len()), (7, 15));
        let rows = TABLE.lines();
        let rows = rows.filter(|line| !line.starts_with('#')).skip(1).count();
        assert_eq!(rows, 7 * 15);
        assert_eq!(CEILINGS.len(), rows);
    }

    #[test]
    fn trials_start_high_and_observation_low() {
        let level = |kind, design| ceiling(kind, design);
        assert_eq!(
            level(ClaimKind::Efficacy, Design::Rct),
            Ceiling::Level(CertaintyLevel::High)
        );
        assert_eq!(
            level(ClaimKind::Efficacy, Design::Cohort),
            Ceiling::Level(CertaintyLevel::Low)
        );
        assert_eq!(
            level(ClaimKind::Prognosis, Design::Cohort),
            Ceiling::Level(CertaintyLevel::High)
        );
        assert_eq!(
            level(ClaimKind::Efficacy, Design::Animal),
            Ceiling::CannotCarry
        );
        assert_eq!(level(ClaimKind::Practice, Design::Rct), Ceiling::NotRated);
    }
}

//! A study: the unit of independence (a trial, a cohort, a review).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    AgeRange, Count, Derivation, Finding, Key, Named, Report, SeverityRange, Standing,
    StandingEvent, Suppression, Text,
};

/// A study, with the report that describes it, who took part, what was done and what was found.
///
/// One study a file, `studies/<citation-key>.yaml`; prose cites it with `[@<citation-key>]`.
/// Record only what was read in the source; what is unknown is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Study")]
pub struct Study {
    /// The citable work that reports the study, with the field names of CSL-JSON.
    pub report: Report,
    /// How the study was made.
    pub design: Design,
    /// Whom or what it was made on.
    pub species: Option<Species>,
    /// The number under which it was registered: an NCT or ISRCTN number, a PROSPERO number.
    pub registration: Option<Text>,
    /// The study of which this is a second report.
    pub part_of: Option<Box<Key>>,
    /// The name of the cohort, register or data set whose people it studied: two studies of one
    /// cohort are not independent.
    pub cohort: Option<Box<Text>>,
    /// The studies that a review includes, as far as they are in this set. Where it names any, claims that rest on the
    /// review start no higher than the best of these allows: name one of the best.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub includes: Box<[Key]>,
    /// Who took part.
    pub population: Option<Population>,
    /// How the groups relate: different people, or the same people twice.
    pub groups: Option<Groups>,
    /// The groups that were compared, by a name of your own.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub arms: Named<Arm>,
    /// The results, by a name of your own.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub findings: Named<Finding>,
    /// Numbers that prose states and no finding holds, by a name of your own: how they follow.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub derivations: Named<Derivation>,
    /// Short verbatim extracts, by a name of your own.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub quotes: Named<Quote>,
    /// What limits the study, a sentence each.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub limitations: Box<[Text]>,
    /// Who paid for it, and conflicts of interest as declared.
    pub funding: Option<Box<Text>>,
    /// What has happened to the report since, in order: corrections, concerns, retraction.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standing: Vec<StandingEvent>,
    /// The addresses at which these facts were read.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub sources: Box<[Text]>,
    /// A note for other authors; readers do not see it.
    pub note: Option<Box<Text>>,
    /// Diagnostics of this record that are accepted, each with its reason.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub suppress: Box<[Suppression]>,
}

impl Study {
    /// How the report stands now.
    pub fn standing(&self) -> Standing {
        Standing::after(&self.standing)
    }
}

/// How a study was made.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Design {
    /// A clinical guideline.
    Guideline,
    /// A review that searched and selected systematically.
    SystematicReview,
    /// A systematic review that pools results.
    MetaAnalysis,
    /// A randomised controlled trial.
    Rct,
    /// A controlled trial without randomisation.
    ControlledTrial,
    /// A cohort study.
    Cohort,
    /// A case-control study.
    CaseControl,
    /// A cross-sectional study.
    CrossSectional,
    /// People treated and described, without a control group.
    CaseSeries,
    /// One person treated and described.
    CaseReport,
    /// A review of selected literature.
    NarrativeReview,
    /// An opinion, editorial or letter without data of its own.
    Opinion,
    /// An experiment on animals.
    Animal,
    /// An experiment on cells or excised tissue.
    InVitro,
    /// A simulation.
    InSilico,
}

/// Whom or what a study was made on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Species {
    /// People, or human tissue.
    Human,
    /// Mice.
    Mouse,
    /// Rats.
    Rat,
    /// Pigs, or porcine tissue.
    Pig,
    /// Another animal, or its tissue.
    OtherAnimal,
    /// No living matter.
    None,
}

/// Who took part in a study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Population {
    /// Who they were, as concepts of the vocabulary: all of these hold for each person.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub concepts: Box<[Key]>,
    /// Who they were, in words.
    pub description: Option<Text>,
    /// Their ages, as the report gives them.
    pub age: Option<AgeRange>,
    /// How severe their condition was.
    pub severity: Option<Box<SeverityRange>>,
    /// How many were female.
    pub female: Option<Count>,
    /// How many were male.
    pub male: Option<Count>,
    /// How many were enrolled (for a review: in all included studies).
    pub enrolled: Option<Count>,
    /// How many were analysed.
    pub analysed: Option<Count>,
}

/// A group of a study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Arm {
    /// What was done in this group, all of it together, as concepts of the vocabulary. An empty
    /// list is a group in which nothing was done.
    pub interventions: Box<[Key]>,
    /// Dose, device, schedule, in words.
    pub description: Option<Text>,
    /// How many were in the group.
    pub n: Option<Count>,
}

/// How the groups of a study relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Groups {
    /// Different people in each group.
    Parallel,
    /// The same people, one treatment after the other.
    CrossOver,
    /// The same people at the same time: split scalp, split face, one eye and the other.
    WithinPerson,
}

/// A short verbatim extract of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Quote {
    /// The words, exactly as they are in the report.
    pub text: Text,
    /// Where they stand: a page, a section, a table.
    pub locator: Option<Text>,
}

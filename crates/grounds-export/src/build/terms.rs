//! The model's terms as the bundle's.
//!
//! One arm a term: a term that is added to the model does not compile until it is published.

use grounds_model as model;

use crate::bundle::terms;

impl From<model::Audience> for terms::Audience {
    fn from(term: model::Audience) -> Self {
        match term {
            model::Audience::Patients => Self::Patients,
            model::Audience::Clinicians => Self::Clinicians,
            model::Audience::Public => Self::Public,
        }
    }
}

impl From<model::NonClaim> for terms::NonClaim {
    fn from(term: model::NonClaim) -> Self {
        match term {
            model::NonClaim::Definition => Self::Definition,
            model::NonClaim::Advice => Self::Advice,
            model::NonClaim::Opinion => Self::Opinion,
            model::NonClaim::Context => Self::Context,
        }
    }
}

impl From<model::ClaimKind> for terms::ClaimKind {
    fn from(term: model::ClaimKind) -> Self {
        match term {
            model::ClaimKind::Efficacy => Self::Efficacy,
            model::ClaimKind::Harm => Self::Harm,
            model::ClaimKind::Mechanism => Self::Mechanism,
            model::ClaimKind::Association => Self::Association,
            model::ClaimKind::Prevalence => Self::Prevalence,
            model::ClaimKind::Diagnosis => Self::Diagnosis,
            model::ClaimKind::Prognosis => Self::Prognosis,
            model::ClaimKind::Practice => Self::Practice,
            model::ClaimKind::StateOfEvidence => Self::StateOfEvidence,
        }
    }
}

impl From<model::Basis> for terms::Basis {
    fn from(term: model::Basis) -> Self {
        match term {
            model::Basis::Evidence => Self::Evidence,
            model::Basis::Speculative => Self::Speculative,
        }
    }
}

impl From<model::Effect> for terms::Effect {
    fn from(term: model::Effect) -> Self {
        match term {
            model::Effect::Increase => Self::Increase,
            model::Effect::Decrease => Self::Decrease,
            model::Effect::NoDifference => Self::NoDifference,
            model::Effect::Unclear => Self::Unclear,
        }
    }
}

impl From<model::CertaintyLevel> for terms::CertaintyLevel {
    fn from(term: model::CertaintyLevel) -> Self {
        match term {
            model::CertaintyLevel::VeryLow => Self::VeryLow,
            model::CertaintyLevel::Low => Self::Low,
            model::CertaintyLevel::Moderate => Self::Moderate,
            model::CertaintyLevel::High => Self::High,
        }
    }
}

impl From<model::DowngradeDomain> for terms::DowngradeDomain {
    fn from(term: model::DowngradeDomain) -> Self {
        match term {
            model::DowngradeDomain::RiskOfBias => Self::RiskOfBias,
            model::DowngradeDomain::Inconsistency => Self::Inconsistency,
            model::DowngradeDomain::Indirectness => Self::Indirectness,
            model::DowngradeDomain::Imprecision => Self::Imprecision,
            model::DowngradeDomain::PublicationBias => Self::PublicationBias,
        }
    }
}

impl From<model::UpgradeDomain> for terms::UpgradeDomain {
    fn from(term: model::UpgradeDomain) -> Self {
        match term {
            model::UpgradeDomain::LargeEffect => Self::LargeEffect,
            model::UpgradeDomain::DoseResponse => Self::DoseResponse,
            model::UpgradeDomain::PlausibleConfounding => Self::PlausibleConfounding,
        }
    }
}

impl From<model::Relation> for terms::Relation {
    fn from(term: model::Relation) -> Self {
        match term {
            model::Relation::Supports => Self::Supports,
            model::Relation::Disputes => Self::Disputes,
            model::Relation::Qualifies => Self::Qualifies,
            model::Relation::Background => Self::Background,
        }
    }
}

impl From<model::CitedAs> for terms::CitedAs {
    fn from(term: model::CitedAs) -> Self {
        match term {
            model::CitedAs::Retracted => Self::Retracted,
        }
    }
}

impl From<model::Measure> for terms::Measure {
    fn from(term: model::Measure) -> Self {
        match term {
            model::Measure::Mean => Self::Mean,
            model::Measure::MeanChange => Self::MeanChange,
            model::Measure::MeanDifference => Self::MeanDifference,
            model::Measure::StandardisedMeanDifference => Self::StandardisedMeanDifference,
            model::Measure::Median => Self::Median,
            model::Measure::Count => Self::Count,
            model::Measure::Percentage => Self::Percentage,
            model::Measure::Rate => Self::Rate,
            model::Measure::RiskDifference => Self::RiskDifference,
            model::Measure::RiskRatio => Self::RiskRatio,
            model::Measure::RateRatio => Self::RateRatio,
            model::Measure::Correlation => Self::Correlation,
            model::Measure::OddsRatio => Self::OddsRatio,
            model::Measure::HazardRatio => Self::HazardRatio,
            model::Measure::RegressionCoefficient => Self::RegressionCoefficient,
            model::Measure::FoldChange => Self::FoldChange,
            model::Measure::Sucra => Self::Sucra,
            model::Measure::Qualitative => Self::Qualitative,
        }
    }
}

impl From<model::ReportType> for terms::ReportType {
    fn from(term: model::ReportType) -> Self {
        match term {
            model::ReportType::ArticleJournal => Self::ArticleJournal,
            model::ReportType::Article => Self::Article,
            model::ReportType::Book => Self::Book,
            model::ReportType::Chapter => Self::Chapter,
            model::ReportType::PaperConference => Self::PaperConference,
            model::ReportType::Report => Self::Report,
            model::ReportType::Thesis => Self::Thesis,
            model::ReportType::Dataset => Self::Dataset,
            model::ReportType::Webpage => Self::Webpage,
        }
    }
}

impl From<model::Design> for terms::Design {
    fn from(term: model::Design) -> Self {
        match term {
            model::Design::Guideline => Self::Guideline,
            model::Design::SystematicReview => Self::SystematicReview,
            model::Design::MetaAnalysis => Self::MetaAnalysis,
            model::Design::Rct => Self::Rct,
            model::Design::ControlledTrial => Self::ControlledTrial,
            model::Design::Cohort => Self::Cohort,
            model::Design::CaseControl => Self::CaseControl,
            model::Design::CrossSectional => Self::CrossSectional,
            model::Design::CaseSeries => Self::CaseSeries,
            model::Design::CaseReport => Self::CaseReport,
            model::Design::NarrativeReview => Self::NarrativeReview,
            model::Design::Opinion => Self::Opinion,
            model::Design::Animal => Self::Animal,
            model::Design::InVitro => Self::InVitro,
            model::Design::InSilico => Self::InSilico,
        }
    }
}

impl From<model::Species> for terms::Species {
    fn from(term: model::Species) -> Self {
        match term {
            model::Species::Human => Self::Human,
            model::Species::Mouse => Self::Mouse,
            model::Species::Rat => Self::Rat,
            model::Species::Pig => Self::Pig,
            model::Species::OtherAnimal => Self::OtherAnimal,
            model::Species::None => Self::None,
        }
    }
}

impl From<model::StandingKind> for terms::StandingKind {
    fn from(term: model::StandingKind) -> Self {
        match term {
            model::StandingKind::Retracted => Self::Retracted,
            model::StandingKind::Concern => Self::Concern,
            model::StandingKind::Corrected => Self::Corrected,
            model::StandingKind::Reinstated => Self::Reinstated,
            model::StandingKind::Replaced => Self::Replaced,
            model::StandingKind::Superseded => Self::Superseded,
            model::StandingKind::VersionOfRecord => Self::VersionOfRecord,
        }
    }
}

impl From<model::ConceptKind> for terms::ConceptKind {
    fn from(term: model::ConceptKind) -> Self {
        match term {
            model::ConceptKind::Population => Self::Population,
            model::ConceptKind::Condition => Self::Condition,
            model::ConceptKind::Intervention => Self::Intervention,
            model::ConceptKind::Outcome => Self::Outcome,
        }
    }
}

impl From<model::Dimension> for terms::Dimension {
    fn from(term: model::Dimension) -> Self {
        match term {
            model::Dimension::Population => Self::Population,
            model::Dimension::Intervention => Self::Intervention,
            model::Dimension::Comparator => Self::Comparator,
            model::Dimension::Outcome => Self::Outcome,
            model::Dimension::Species => Self::Species,
            model::Dimension::FollowUp => Self::FollowUp,
        }
    }
}

impl From<model::Directness> for terms::Directness {
    fn from(term: model::Directness) -> Self {
        match term {
            model::Directness::Direct => Self::Direct,
            model::Directness::Narrower => Self::Narrower,
            model::Directness::Broader => Self::Broader,
            model::Directness::Different => Self::Different,
            model::Directness::Unknown => Self::Unknown,
        }
    }
}

//! How hard a claim or a sentence is hit when studies fall.

use grounds_model::CertaintyLevel;

use crate::certainty;

/// How hard something is hit, the hardest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Loss {
    /// Its last support is gone.
    LastSupport,
    /// Every study that it cites is gone.
    OnlyCitation,
    /// Its evidence can no longer start from the level from which its certainty starts.
    Certainty {
        /// The level that is left.
        left: CertaintyLevel,
    },
    /// One of several supports is gone.
    Support,
    /// A review that it stands on pooled the study.
    Pooled,
    /// Evidence against it, or that limits it, is gone.
    Counterweight,
    /// A number that it derives is computed from it.
    Derivation,
    /// One of several citations is gone.
    Citation,
    /// It names the study as background.
    Background,
    /// A review that it cites pooled the study.
    PooledCitation,
    /// It cites the study as retracted, and may go on to.
    CitedAsRetracted,
}

impl Loss {
    /// What happens, as a clause.
    pub fn describe(self) -> String {
        match self {
            Self::LastSupport => "its last support is gone".to_owned(),
            Self::OnlyCitation => "every study that it cites is gone".to_owned(),
            Self::Certainty { left } => format!(
                "its evidence can start from {} certainty at most",
                certainty::level_name(left)
            ),
            Self::Support => "one of several supports is gone".to_owned(),
            Self::Pooled => "a review that it stands on pooled the study".to_owned(),
            Self::Counterweight => "evidence against it, or that limits it, is gone".to_owned(),
            Self::Derivation => "a number that it derives comes from the study".to_owned(),
            Self::Citation => "one of several citations is gone".to_owned(),
            Self::PooledCitation => "a review that it cites pooled the study".to_owned(),
            Self::Background => "it names the study as background".to_owned(),
            Self::CitedAsRetracted => {
                "it cites the study as retracted, and may go on to".to_owned()
            }
        }
    }

    /// The name of it in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Self::LastSupport => "last-support",
            Self::OnlyCitation => "only-citation",
            Self::Certainty { .. } => "certainty",
            Self::Support => "support",
            Self::Pooled => "pooled",
            Self::Counterweight => "counterweight",
            Self::Derivation => "derivation",
            Self::Citation => "citation",
            Self::Background => "background",
            Self::PooledCitation => "pooled-citation",
            Self::CitedAsRetracted => "cited-as-retracted",
        }
    }
}

//! How sure words are of an effect, from "very uncertain" to a plain verb.

use grounds_model::CertaintyLevel;

/// How sure words are, the least sure first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// `the evidence is very uncertain`
    VeryUncertain,
    /// `may`
    May,
    /// `probably`
    Probably,
    /// A plain verb.
    Plain,
}

impl Tier {
    /// The surest words that a certainty allows.
    pub(crate) fn allowed(level: CertaintyLevel) -> Self {
        match level {
            CertaintyLevel::VeryLow => Self::VeryUncertain,
            CertaintyLevel::Low => Self::May,
            CertaintyLevel::Moderate => Self::Probably,
            CertaintyLevel::High => Self::Plain,
        }
    }

    /// How such words are: `plain`.
    pub(crate) fn describe(self) -> &'static str {
        match self {
            Self::VeryUncertain => "very uncertain",
            Self::May => "“may”",
            Self::Probably => "“probably”",
            Self::Plain => "plain, without a hedge",
        }
    }

    /// What would be right.
    pub(crate) fn example(self) -> &'static str {
        match self {
            Self::VeryUncertain => "“may …, but the evidence is very uncertain”",
            Self::May => "“may …”",
            Self::Probably => "“probably …”",
            Self::Plain => "the plain verb",
        }
    }
}

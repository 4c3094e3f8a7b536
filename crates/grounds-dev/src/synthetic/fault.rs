//! Faults that a set can be given: one in a file, each of a kind that `grounds check` finds.

use super::lists::Draw;

/// What is wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// A record that is no YAML.
    Syntax,
    /// A study was retracted.
    Retracted,
    /// A DOI is none.
    Identifier,
    /// An estimate lies outside its interval.
    Interval,
    /// A field of a claim is misspelt.
    MisspeltField,
    /// A claim is called more certain than its steps allow.
    Level,
    /// A claim stands on a study that is not there.
    DanglingStudy,
    /// An article cites a study that is not there.
    UndefinedKey,
    /// A sentence states a cure, and nothing says on what ground.
    Unaccounted,
    /// A number is not the study's.
    Number,
    /// A citation without its closing bracket.
    Malformed,
}

impl Fault {
    pub(super) const OF_STUDIES: &[Self] = &[
        Self::Syntax,
        Self::Retracted,
        Self::Identifier,
        Self::Interval,
    ];
    pub(super) const OF_CLAIMS: &[Self] = &[
        Self::Syntax,
        Self::MisspeltField,
        Self::Level,
        Self::DanglingStudy,
    ];
    pub(super) const OF_ARTICLES: &[Self] = &[
        Self::UndefinedKey,
        Self::Unaccounted,
        Self::Number,
        Self::Malformed,
    ];

    /// One of these kinds.
    pub(super) fn any(kinds: &[Self], draw: &mut Draw) -> Self {
        let last = u32::try_from(kinds.len().saturating_sub(1)).unwrap_or_default();
        kinds[draw.within(0..=last) as usize]
    }
}

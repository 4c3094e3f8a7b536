//! Whether a sentence is about those who did not have or do something: a share is then that of the others.

use super::Known;
use super::known::Ending;

/// Of whom a share may be that of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Without {
    /// Of nobody.
    Nobody,
    /// Of those for whom something ended: the words tell of others, for whom it went on.
    TheEnded,
    /// Of those who died: the words tell of those who lived, and say nothing else that would turn a share round.
    TheDead,
    /// Of any.
    Anyone,
}

/// Words that tell of those who live.
const ALIVE: [&str; 6] = ["survived", "survival", "survive", "alive", "lived", "live"];
/// Words that tell of those for whom nothing ended.
const STILL: [&str; 5] = ["still", "kept", "went", "continued", "carried"];
const WORDS: [&str; 29] = [
    // The false positives are those whom the specificity leaves, and those who are missed whom the sensitivity leaves.
    "false",
    "falsely",
    "wrongly",
    "mistakenly",
    "miss",
    "misses",
    "slip",
    "slips",
    "slipped",
    "overlooked",
    "not",
    "no",
    "nor",
    "neither",
    "non",
    "without",
    "never",
    "none",
    "missed",
    "failed",
    "fail",
    "free",
    "lost",
    "remained",
    "stayed",
    "avoided",
    "rest",
    "others",
    "remaining",
];

impl Without {
    /// What the words of a sentence say.
    pub(crate) fn said(text: &str) -> Self {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
        let mut said = Self::Nobody;
        for word in words {
            if WORDS.contains(&word) || word.ends_with("n't") || word.ends_with("n’t") {
                return Self::Anyone;
            }
            if ALIVE.contains(&word) {
                said = Self::TheDead;
            } else if STILL.contains(&word) && said == Self::Nobody {
                said = Self::TheEnded;
            }
        }
        said
    }

    /// Whether a share of a record may be told as that of the others.
    pub(super) fn is_of(self, known: &Known) -> bool {
        match self {
            Self::Nobody => false,
            Self::TheEnded => known.outcome.ends == Ending::Something,
            Self::TheDead => known.outcome.is_death(),
            Self::Anyone => true,
        }
    }
}

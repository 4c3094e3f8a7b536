//! Whether a sentence is about those who did not have or do something: a share is then that of the others.

use grounds_model::{Key, Study};
use grounds_numbers::quantity::{Kind, Quantity};
use grounds_numbers::{Exact, Unit};
use rust_decimal::Decimal;

use super::Known;
use super::known::Ending;

/// Of whom a share may be that of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Without {
    /// Of nobody.
    Nobody,
    /// Of those for whom something ended: the words tell of others, for whom it went on.
    TheEnded,
    /// Of the healthy whom a test judged rightly: the words tell of others.
    TheJudged,
    /// Of those who died: the words tell of those who lived, and say nothing else that would turn a share round.
    TheDead,
    /// Of any, though no word denies: `spared`, `above target`.
    Spared,
    /// Of any.
    Anyone,
}

/// Words that tell of those who live.
const ALIVE: [&str; 6] = ["survived", "survival", "survive", "alive", "lived", "live"];
/// Words that tell of those for whom nothing ended.
const STILL: [&str; 5] = ["still", "kept", "went", "continued", "carried"];
/// Words that tell of the healthy whom a test judged wrongly.
const MISJUDGED: [&str; 5] = ["alarm", "alarms", "alarmed", "healthy", "unaffected"];
/// Words that tell of those who were kept from something.
const SPARED: [&str; 12] = [
    "spare",
    "spares",
    "spared",
    "stop",
    "stops",
    "prevent",
    "prevents",
    "prevented",
    "escape",
    "escaped",
    "protect",
    "protects",
];
/// Words before a target that was missed.
const BEYOND: [&str; 7] = [
    "above", "over", "below", "under", "beyond", "outside", "off",
];
const TARGETS: [&str; 6] = ["target", "targets", "goal", "goals", "range", "limit"];
/// How many words after those it is named.
const NEAR: usize = 4;
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
        let words = || lower.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
        let mut said = Self::Nobody;
        let mut may_miss = false;
        for word in words() {
            may_miss |= word == "too" || TARGETS.contains(&word);
            if WORDS.contains(&word) || word.ends_with("n't") || word.ends_with("n’t") {
                return Self::Anyone;
            }
            let own = if ALIVE.contains(&word) {
                Self::TheDead
            } else if SPARED.contains(&word) {
                Self::Spared
            } else if MISJUDGED.contains(&word) {
                Self::TheJudged
            } else if STILL.contains(&word) {
                Self::TheEnded
            } else {
                Self::Nobody
            };
            said = said.max(own);
        }
        if may_miss && said < Self::Spared && misses_a_target(words()) {
            return Self::Spared;
        }
        said
    }

    /// Whether a share of a record may be told as that of the others.
    pub(super) fn is_of(self, known: &Known) -> bool {
        match self {
            Self::Nobody => false,
            Self::TheEnded => known.outcome.ends == Ending::Something,
            Self::TheJudged => known.outcome.ends == Ending::Doubt,
            Self::TheDead => known.outcome.is_death(),
            Self::Spared | Self::Anyone => true,
        }
    }
}

/// `above the target`, `too high`
fn misses_a_target<'t>(mut words: impl Iterator<Item = &'t str> + Clone) -> bool {
    while let Some(word) = words.next() {
        let mut after = words.clone();
        let missed = if word == "too" {
            after
                .next()
                .is_some_and(|next| ["high", "low"].contains(&next))
        } else {
            BEYOND.contains(&word) && after.take(NEAR).any(|next| TARGETS.contains(&next))
        };
        if missed {
            return true;
        }
    }
    false
}

/// Words for those without an outcome that may as well be for those of another arm.
const OTHERS: [&str; 4] = ["other", "others", "rest", "remaining"];

/// Whether a quantity is how many people of an arm did not have an outcome, where its words tell of such.
pub(super) fn is_rest_of_arm(
    text: &str,
    (quantity, known): (&Quantity, &Known),
    arm: &Key,
    study: &Study,
) -> bool {
    let of = known.finding().filter(|_| known.arm() != Some(arm));
    let Some(finding) = of.and_then(|key| study.findings.get(key)) else {
        return false;
    };
    let n = finding.n.get(arm).copied();
    let n = n
        .or_else(|| study.arms.get(arm)?.n)
        .map(|n| Decimal::from(n.get()));
    let events = finding.events.get(arm).map(|had| Decimal::from(had.get()));
    let said = quantity.value;
    let whole = match quantity.kind {
        Kind::In(of) => Some(of.value()),
        _ if quantity.unit.as_ref() == Some(&Unit::percent()) => Some(Decimal::ONE_HUNDRED),
        _ => None,
    };
    let counted = events.zip(n).and_then(|(had, n)| match whole {
        Some(whole) => (n - had).checked_mul(whole)?.checked_div(n),
        None => Some(n - had),
    });
    let percent = finding
        .values
        .get(arm)
        .and_then(|of| Exact::read(of.as_str()));
    let stated = percent.zip(whole).and_then(|(percent, whole)| {
        let rest = Decimal::ONE_HUNDRED - percent.value();
        rest.checked_mul(whole)?.checked_div(Decimal::ONE_HUNDRED)
    });
    let mut rests = counted
        .into_iter()
        .chain(stated.filter(|_| known.is_share_of_people()));
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    let without = || {
        let own: Vec<&str> = words.filter(|word| !OTHERS.contains(word)).collect();
        Without::said(&own.join(" "))
    };
    rests.any(|rest| said.value() == rest || said.is_rounded_from(rest)) && without().is_of(known)
}

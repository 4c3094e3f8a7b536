//! What the values of an arm lie between: all of them, or the middle half; and the words that say so.

use grounds_numbers::lists::PartList;
use grounds_numbers::quantity::Quantity;

use super::compare::{Compared, Judged, kept};

/// What values lie between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spread {
    /// The middle half of them.
    Iqr,
    /// All of them.
    Range,
}

impl Spread {
    /// The field of a finding that holds it.
    pub(crate) fn field(self) -> &'static str {
        match self {
            Self::Iqr => "iqr",
            Self::Range => "range",
        }
    }

    /// Its name in a sentence.
    pub(crate) fn in_words(self) -> &'static str {
        match self {
            Self::Iqr => "interquartile range",
            Self::Range => "range",
        }
    }

    /// What the words that end before a number call what begins with it: `(IQR 4`, `range 2`.
    fn named_before(before: &str) -> Option<Self> {
        const LINKS: [&str; 10] = [
            "of", "from", "was", "is", "between", "=", ":", ",", "(", "[",
        ];
        const NAMES: [(&str, Spread); 6] = [
            ("iqr", Spread::Iqr),
            ("interquartile range", Spread::Iqr),
            ("inter-quartile range", Spread::Iqr),
            ("quartiles", Spread::Iqr),
            ("percentiles", Spread::Iqr),
            ("range", Spread::Range),
        ];
        let mut rest = before.trim_end();
        while let Some(shorter) = LINKS.iter().find_map(|link| rest.strip_suffix(link)) {
            rest = shorter.trim_end();
        }
        let rest = rest.to_lowercase();
        let name = NAMES.into_iter().find(|(name, _)| rest.ends_with(name));
        name.map(|(_, spread)| spread)
    }
}

/// Whether a text speaks of how far values spread: else a number that is an end of a spread is there by chance.
pub(super) fn are_spoken_of(text: &str) -> bool {
    static PARTS: PartList = PartList::new(&[
        "between",
        "fewest",
        "from",
        "greatest",
        "highest",
        "iqr",
        "least",
        "longest",
        "lowest",
        "maximum",
        "middle half",
        "minimum",
        "most",
        "percentile",
        "quartile",
        "rang",
        "shortest",
        "up to",
    ]);
    PARTS.is_in(text)
}

/// Accepts the ends of a spread in a cell of a table whose heads speak of one: `22 minutes (15–35)` under `Median
/// (interquartile range)`.
pub(super) fn accept<'a>(
    heads: &[&str],
    judged: &mut [(Quantity, Judged<'a>)],
    known: &[Compared<'a, '_>],
) {
    if !heads.iter().any(|head| are_spoken_of(head)) {
        return;
    }
    for (quantity, judged) in judged {
        let is_end = |source: &&Compared<'a, '_>| {
            let known = source.1;
            known.spread().is_some()
                && quantity.value.states(known.value)
                && (quantity.unit.is_none() || quantity.unit == known.unit)
        };
        let found: Vec<_> = known.iter().filter(is_end).map(kept).collect();
        if matches!(judged, Judged::Fault(_)) && !found.is_empty() {
            *judged = Judged::Found(found);
        }
    }
}

/// What two numbers of a text are called the ends of: `IQR 4 to 9`, `range 2–31`.
pub(crate) fn spread_named(text: &str, low: &Quantity, high: &Quantity) -> Option<Spread> {
    let between = text.get(low.whole.end..high.number.start)?.trim();
    let joined = ["to", "\u{2013}", "-", ",", "and", "through"].contains(&between);
    let before = text.get(..low.number.start).filter(|_| joined)?;
    Spread::named_before(before)
}

//! What the words beside a number say of it: how exact it is, and which way something went.

use super::{Kind, Precision, Quantity, Sense, shares};

const ROUNDED: &[&str] = &[
    "about",
    "around",
    "nearly",
    "almost",
    "roughly",
    "approximately",
    "some",
    "circa",
    "~",
    "≈",
    "ca",
];
const ABOVE: &[&str] = &["over", "above", "exceeding", ">", "≥"];
const BELOW: &[&str] = &["under", "below", "<", "≤"];
/// Words before `than`, and before `least` and `most`.
const MORE: &[&str] = &[
    "more", "greater", "higher", "larger", "longer", "commoner", "likelier",
];
const LESS: &[&str] = &["less", "fewer", "lower", "smaller", "shorter", "rarer"];

/// Verbs and nouns of change, as they stand before `by` and `of`.
const UP: &[&str] = &[
    "rose",
    "rise",
    "rises",
    "risen",
    "increase",
    "increased",
    "increases",
    "increasing",
    "grew",
    "growth",
    "gain",
    "gained",
    "gains",
    "raised",
    "raises",
    "raise",
    "up",
];
const DOWN: &[&str] = &[
    "fell",
    "fall",
    "falls",
    "fallen",
    "decrease",
    "decreased",
    "decreases",
    "decreasing",
    "dropped",
    "drop",
    "drops",
    "declined",
    "decline",
    "declines",
    "reduced",
    "reduces",
    "reduce",
    "reducing",
    "reduction",
    "lower",
    "lowered",
    "lowers",
    "lowering",
    "cut",
    "cuts",
    "shrank",
    "loss",
    "down",
];
const APART: &[&str] = &["difference", "differed", "differ", "differs"];
/// Nouns of change, as they stand before `was`.
const NOUNS: &[&str] = &[
    "rise",
    "increase",
    "gain",
    "fall",
    "decrease",
    "drop",
    "decline",
    "reduction",
    "loss",
    "difference",
];

/// How far before a number the word of change may stand, in words: `a reduction in mean LDL of`.
const REACH: usize = 7;

/// How exact the words before a number say that it is.
pub(super) fn precision(text: &str, quantity: &Quantity) -> Precision {
    precision_before(text, quantity.number.start)
}

/// How exact the words before a byte say that what stands there is.
pub(super) fn precision_before(text: &str, at: usize) -> Precision {
    let before = words_before(text, at);
    let word = |at: usize| before.get(at).map_or("", String::as_str);
    match word(0) {
        first if ROUNDED.contains(&first) => Precision::Rounded,
        "to" if word(1) == "close" => Precision::Rounded,
        "to" if word(1) == "up" => Precision::Below,
        "than" if MORE.contains(&word(1)) => Precision::Above,
        "than" if LESS.contains(&word(1)) => Precision::Below,
        "least" if word(1) == "at" => Precision::Above,
        "most" if word(1) == "at" => Precision::Below,
        first if ABOVE.contains(&first) => Precision::Above,
        first if BELOW.contains(&first) => Precision::Below,
        _ => Precision::Exact,
    }
}

/// Gives numbers the sense of one before them that they are set against, or whose interval they are:
/// `fell by 8.2 mmHg (95% CI 6.3 to 10.1), against 2.1`.
pub(super) fn share_senses(text: &str, quantities: &mut [Quantity]) {
    const CONTRASTS: [&str; 6] = [
        " against ",
        " versus ",
        " vs ",
        " compared with ",
        " and ",
        " than ",
    ];
    let mut last: Option<(usize, Sense)> = None;
    for at in 0..quantities.len() {
        if let Some(sense) = quantities[at].sense {
            last = Some((at, sense));
            continue;
        }
        let Some((from, sense)) = last else { continue };
        // A share says itself whether it is a difference.
        if matches!(quantities[at].kind, Kind::In(_)) {
            continue;
        }
        let between = text.get(quantities[from].whole.end..quantities[at].number.start);
        let between = between.unwrap_or_default();
        // The 95% of an interval has no sense; its bounds may be per cents.
        let after = text.get(quantities[at].whole.end..).unwrap_or_default();
        let level = ["CI", "CrI", "confidence", "credible"];
        let interval = (between.contains("CI") || between.contains("interval"))
            && !between.contains(')')
            && !level
                .iter()
                .any(|word| after.trim_start().starts_with(word));
        let unit = |at: usize| quantities[at].unit.as_ref();
        // `by 11.2 points with one, 10.9 points with another and 8.7 points with none`.
        let listed = between.contains(", ") && between.split_whitespace().count() <= 6;
        let contrast = (listed || CONTRASTS.iter().any(|word| between.contains(word)))
            && (unit(at).is_none() || unit(at) == unit(from));
        if interval || contrast {
            quantities[at].sense = Some(sense);
        }
    }
}

/// Which way the words beside a number say that something changed by so much.
pub(super) fn sense(text: &str, quantity: &Quantity) -> Option<Sense> {
    if let Kind::In(_) = quantity.kind {
        return shares::sense(text.get(quantity.whole.clone())?);
    }
    let before = words_before(text, quantity.number.start);
    let hedges = [
        "than", "least", "most", "at", "to", "up", "close", "just", "only", "slightly", "well",
    ];
    let mut words = before.iter().map(String::as_str).peekable();
    while words
        .next_if(|word| {
            [ROUNDED, ABOVE, BELOW, MORE, LESS, &hedges]
                .iter()
                .any(|all| all.contains(word))
        })
        .is_some()
    {}
    let found = match words.next() {
        Some("by" | "of") => words.take(REACH).find_map(sense_of),
        Some("was" | "is" | "were") => words
            .take(REACH)
            .find(|word| NOUNS.contains(word))
            .and_then(sense_of),
        _ => None,
    };
    // Only where the words say whom it favours does a difference need no sign.
    let favours = || ["favour", "favor"].iter().any(|word| text.contains(word));
    if found.is_some() {
        return found.filter(|sense| *sense != Sense::Apart || favours());
    }
    let after = text.get(quantity.whole.end..)?.strip_prefix(' ')?;
    let adjectives = [
        "relative", "absolute", "overall", "further", "mean", "average",
    ];
    let word = after
        .split(' ')
        .map(|word| {
            word.trim_end_matches(|c: char| !c.is_alphabetic())
                .to_lowercase()
        })
        .find(|word| !adjectives.contains(&word.as_str()))?;
    let noun = ["reduction", "decrease", "fall", "drop", "decline", "loss"];
    if LESS.contains(&word.as_str()) || noun.contains(&word.as_str()) {
        Some(Sense::Down)
    } else if MORE.contains(&word.as_str()) || ["increase", "rise", "gain"].contains(&word.as_str())
    {
        Some(Sense::Up)
    } else {
        (word == "difference" && favours()).then_some(Sense::Apart)
    }
}

/// Which way the words of change before a byte say that something went.
pub(super) fn change_before(text: &str, at: usize) -> Option<Sense> {
    let before = words_before(text, at);
    let mut words = before.iter().map(String::as_str).take(REACH);
    let sense = words.find_map(sense_of);
    sense.filter(|sense| *sense != Sense::Apart)
}

fn sense_of(word: &str) -> Option<Sense> {
    if DOWN.contains(&word) {
        Some(Sense::Down)
    } else if UP.contains(&word) {
        Some(Sense::Up)
    } else {
        APART.contains(&word).then_some(Sense::Apart)
    }
}

/// The words before a byte, the nearest first, in small letters, up to a mark between clauses.
fn words_before(text: &str, at: usize) -> Vec<String> {
    let before = &text[..at];
    let clause = before
        .rsplit([',', ';', ':', '(', '.'])
        .next()
        .unwrap_or(before);
    let words = clause.split_whitespace().rev();
    let words = words.map(|word| word.trim_matches(['“', '”', '"', '=']).to_lowercase());
    words.take(REACH + 6).collect()
}

//! Numbers that have their direction from another one: `fell by 8.2 mmHg (95% CI 6.3 to 10.1), against 2.1`.

use super::{Kind, Quantity, Sense};

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
        let contrast = sense != Sense::Apart
            && (listed || CONTRASTS.iter().any(|word| between.contains(word)))
            && (unit(at).is_none() || unit(at) == unit(from));
        // `The difference was 4.1 points (2.6 to 5.6)`
        let bound =
            sense == Sense::Apart && ["(", "to", "\u{2013}", "-", "and"].contains(&between.trim());
        if interval || contrast || bound {
            quantities[at].sense = Some(sense);
            if bound {
                last = Some((at, sense));
            }
        }
    }
    share_back(text, quantities);
}

/// Gives the first of two ends the sense of the last: `anything from a 21% to a 68% lower risk`.
fn share_back(text: &str, quantities: &mut [Quantity]) {
    for at in 1..quantities.len() {
        let (before, after) = quantities.split_at_mut(at);
        let (Some(low), Some(high)) = (before.last_mut(), after.first()) else {
            continue;
        };
        let between = text.get(low.whole.end..high.number.start);
        let joint = between.map(without_article);
        let joined = joint.is_some_and(|joint| ["to", "and"].contains(&joint));
        let begin = without_article(&text[..low.number.start]);
        let opened = begin.ends_with("from") || begin.ends_with("between");
        let directed = matches!(high.sense, Some(Sense::Up | Sense::Down));
        if joined && opened && directed && low.sense.is_none() && low.unit == high.unit {
            low.sense = high.sense;
        }
    }
}

fn without_article(words: &str) -> &str {
    let words = words.trim();
    let short = words
        .strip_suffix(" a")
        .or_else(|| words.strip_suffix(" an"));
    short.unwrap_or(words)
}

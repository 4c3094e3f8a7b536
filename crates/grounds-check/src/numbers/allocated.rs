//! Shares of all who took part: `half of those enrolled got the drug`, and not `half of those who took it recovered`.

use grounds_model::Study;
use grounds_numbers::quantity::Proportion;
use rust_decimal::Decimal;

/// Words that only name those who took part.
const WHOM: [&str; 20] = [
    "of",
    "the",
    "those",
    "all",
    "them",
    "people",
    "participants",
    "patients",
    "adults",
    "children",
    "men",
    "women",
    "volunteers",
    "in",
    "this",
    "were",
    "was",
    "randomly",
    "then",
    "group",
];
/// Words that say that they are all of them.
const ENROLLED: [&str; 6] = [
    "enrolled",
    "randomised",
    "randomized",
    "recruited",
    "trial",
    "study",
];
/// Verbs for what was given to them.
const GOT: [&str; 7] = [
    "got",
    "received",
    "took",
    "given",
    "assigned",
    "allocated",
    "offered",
];

/// Whether the words after a proportion make it one of all who took part, of whom they say what these were given.
pub(crate) fn is_of_those_enrolled(text: &str, proportion: &Proportion) -> bool {
    are_enrolled(text.get(proportion.words.end..).unwrap_or_default())
}

/// Whether a share lies within a range that is that of an arm among all who took part, where the words after it say what these
/// were given: `one in two people was given velapril`.
pub(super) fn is_share_of_an_arm(
    after: &str,
    (least, most): (Decimal, Decimal),
    study: &Study,
) -> bool {
    let people = study.population.as_ref();
    let whole = people.and_then(|people| people.enrolled.or(people.analysed));
    let share = |n: u64| Decimal::from(n).checked_div(Decimal::from(whole?.get()));
    let mut sizes = study.arms.values().filter_map(|arm| share(arm.n?.get()));
    sizes.any(|share| least <= share && share <= most) && are_enrolled(after)
}

/// Whether words after a share tell what those who took part were given.
fn are_enrolled(after: &str) -> bool {
    let after = without_counts(&after.to_lowercase());
    let mut words = after.split_whitespace().take(12).peekable();
    let mut enrolled = false;
    while let Some(word) = words.next() {
        let plain = word.trim_end_matches([',', ';', ':', '.', ')']);
        if GOT.contains(&plain) {
            return words.peek() != Some(&"part");
        }
        enrolled |= ENROLLED.contains(&plain);
        if enrolled && plain.len() < word.len() {
            return true;
        }
        let whom = plain == "who" && words.peek().is_some_and(|next| *next == "were");
        // `Half of the 160 people got`
        let counted = plain.starts_with(|c: char| c.is_ascii_digit());
        if !(whom || counted || WHOM.contains(&plain) || ENROLLED.contains(&plain)) {
            return false;
        }
        if plain.len() < word.len() {
            return false;
        }
    }
    enrolled
}

/// Words without the numbers that are set beside them: `half of them, 2,000 women, got it`, `half of them (1,500)`.
fn without_counts(words: &str) -> String {
    for (opens, closes) in [(" (", ")"), (", ", ", ")] {
        let Some((before, rest)) = words.split_once(opens) else {
            continue;
        };
        let Some((count, after)) = rest.split_once(closes) else {
            continue;
        };
        let short = count.split_whitespace().count() <= 3;
        if short && count.starts_with(|c: char| c.is_ascii_digit()) {
            return format!("{before} {after}");
        }
    }
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use grounds_numbers::quantity::proportions;

    #[test]
    fn all_who_took_part_are_told_from_an_arm() {
        let is = |text: &str| is_of_those_enrolled(text, &proportions(text)[0]);
        for text in [
            "Half of those enrolled got velapril",
            "600 people, half of those enrolled, took velapril",
            "Half the people in the trial were given velapril",
            "Two thirds of those who were randomised received it",
            "Half of them, 2,000 women, got velapril",
            "Half of them (1,500) were given velapril",
        ] {
            assert!(is(text), "{text}");
        }
        for text in [
            "Half of those who took velapril recovered",
            "Half the people recovered",
            "Half the people took part",
            "A third of the women had a rash",
        ] {
            assert!(!is(text), "{text}");
        }
    }
}

//! Shares of all who took part: `half of those enrolled got the drug`, and not `half of those who took it recovered`.

use grounds_numbers::quantity::Proportion;

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
    let after = text.get(proportion.words.end..).unwrap_or_default();
    let after = after.to_lowercase();
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

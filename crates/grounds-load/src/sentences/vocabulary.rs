//! Ordinary words that tell where sentences begin, and what a letter or number belongs to.

use super::abbreviations::contains;

/// Whether the word often opens a sentence and is hardly ever a name.
pub(super) fn opens_sentences(word: &str) -> bool {
    contains(STARTERS, word)
}

/// Whether the word is the name of a Greek letter.
pub(super) fn is_greek_letter(word: &str) -> bool {
    contains(GREEK_LETTERS, word)
}

/// Whether the word (in lower case) binds what follows it: "by A. Smith", "from 1 to 2.".
pub(super) fn is_function_word(word: &str) -> bool {
    contains(FUNCTION_WORDS, word)
}

/// Whether a letter or number after the word is a label: "vitamin D", "grade 2".
pub(super) fn is_label_noun(word: &str) -> bool {
    contains(LABEL_NOUNS, word) || contains(GREEK_LETTERS, word)
}

/// Whether the word is a preposition with which a sentence may open.
pub(super) fn is_opening_preposition(word: &str) -> bool {
    contains(OPENING_PREPOSITIONS, word)
}

#[rustfmt::skip]
const FUNCTION_WORDS: &[&str] = &[
    "a", "an", "and", "as", "at", "between", "by", "for", "from", "in", "into", "is", "of", "on",
    "or", "than", "the", "to", "versus", "via", "vs", "was", "were", "with", "without",
];

#[rustfmt::skip]
const GREEK_LETTERS: &[&str] = &[
    "alpha", "beta", "chi", "delta", "epsilon", "eta", "gamma", "iota", "kappa", "lambda", "mu",
    "nu", "omega", "phi", "psi", "rho", "sigma", "tau", "theta", "upsilon", "zeta",
];

#[rustfmt::skip]
const LABEL_NOUNS: &[&str] = &[
    "age", "appendix", "arm", "box", "case", "chain", "chapter", "class", "cohort", "complex",
    "day", "dose", "experiment", "factor", "figure", "form", "grade", "group", "hepatitis",
    "influenza", "level", "month", "panel", "part", "patient", "period", "phase", "plan", "point",
    "protein", "region", "sample", "section", "site", "stage", "step", "study", "subtype", "table",
    "trial", "type", "vitamin", "week", "year",
];

#[rustfmt::skip]
const OPENING_PREPOSITIONS: &[&str] = &[
    "after", "around", "at", "before", "by", "during", "from", "in", "on", "since", "until",
];

#[rustfmt::skip]
const STARTERS: &[&str] = &[
    "a", "after", "all", "also", "although", "among", "an", "and", "another", "any", "are", "as",
    "at", "because", "before", "both", "but", "by", "can", "consequently", "could", "despite",
    "did", "do", "does", "during", "each", "either", "every", "few", "finally", "first", "for",
    "from", "further", "furthermore", "given", "had", "has", "have", "he", "hence", "her", "here",
    "his", "how", "however", "i", "if", "in", "indeed", "instead", "interestingly", "is", "it",
    "its", "let", "likewise", "many", "may", "might", "moreover", "most", "my", "neither",
    "nevertheless", "next", "no", "none", "not", "now", "on", "once", "one", "only", "or", "other",
    "our", "overall", "perhaps", "please", "previous", "recently", "second", "several", "she",
    "should", "similarly", "since", "so", "some", "subsequently", "such", "taken", "than", "that",
    "the", "their", "then", "there", "therefore", "these", "they", "third", "this", "those",
    "though", "three", "through", "thus", "to", "together", "two", "under", "unfortunately",
    "unlike", "until", "upon", "us", "using", "was", "we", "were", "what", "when", "whereas",
    "whether", "which", "while", "who", "whose", "why", "will", "with", "within", "without",
    "would", "yes", "yet", "you", "your",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_lower_case_and_without_duplicates() {
        for table in [
            FUNCTION_WORDS,
            GREEK_LETTERS,
            LABEL_NOUNS,
            OPENING_PREPOSITIONS,
            STARTERS,
        ] {
            let mut tidy: Vec<String> = table.iter().map(|word| word.to_lowercase()).collect();
            tidy.sort_unstable();
            tidy.dedup();
            assert_eq!(table, tidy, "the table should read as on the right");
        }
    }
}

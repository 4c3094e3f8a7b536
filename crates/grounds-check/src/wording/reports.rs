//! Sentences that report what one study found: "in a small Danish trial, children coughed less".

/// What people do to find something out.
const STUDIES: &[&str] = &[
    "cohort",
    "experiment",
    "review",
    "study",
    "studies",
    "survey",
    "trial",
    "trials",
];

/// Words with which one study, or so many of them, are singled out.
const SINGLED_OUT: &[&str] = &[
    "a", "an", "another", "four", "one", "our", "that", "the", "their", "these", "this", "those",
    "three", "two",
];

/// How studies speak.
const FINDING: &[&str] = &[
    "detected", "found", "noted", "observed", "recorded", "reported", "saw", "showed",
];

/// How many words may stand between: "one small randomised double-blind trial".
const BETWEEN: usize = 4;

/// Whether a folded text reports what one study, or some that it singles out, found.
pub(super) fn one_study(folded: &str) -> bool {
    let words: Vec<&str> = folded
        .split(|char: char| !char.is_alphanumeric() && char != '-')
        .filter(|word| !word.is_empty())
        .collect();
    (0..words.len()).any(|at| {
        let first = at.saturating_sub(BETWEEN + 1);
        let Some(singled) = (first..at).rfind(|i| SINGLED_OUT.contains(&words[*i])) else {
            return false;
        };
        let within = singled > 0 && matches!(words[singled - 1], "in" | "within");
        let next = words.get(at + 1..).unwrap_or_default();
        let speaks = next
            .iter()
            .take(BETWEEN + 4)
            .any(|word| FINDING.contains(word));
        STUDIES.contains(&words[at]) && (within || speaks)
    })
}

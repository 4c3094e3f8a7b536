//! What a set is about: its vocabulary, which grows with the set, and the topics of its studies.

use std::fmt::Write as _;

use super::lists::{Draw, LISTS, List, Zipf};

/// What makes more concepts of the words of a list.
const CONDITIONS: &[&str] = &[
    "",
    "early ",
    "severe ",
    "recurrent ",
    "mild ",
    "seasonal ",
    "inherited ",
    "long-standing ",
    "late-onset ",
    "untreated ",
];
const INTERVENTIONS: &[&str] = &[
    "",
    "weekly ",
    "supervised ",
    "home ",
    "evening ",
    "daily ",
    "early ",
    "hospital ",
    "combined ",
    "stepwise ",
];
const OUTCOMES: &[&str] = &[
    "",
    "morning ",
    "evening ",
    "daily ",
    "weekly ",
    "night-time ",
    "weekend ",
    "workday ",
    "summer ",
    "winter ",
    "self-rated ",
    "nurse-rated ",
    "total ",
    "usual ",
    "worst ",
];
const COMPARATORS: &[&str] = &["usual care", "placebo", "no treatment"];

/// A concept: the word of a list, and what narrows it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Concept {
    narrowed: &'static str,
    word: &'static str,
}

impl Concept {
    /// How prose calls it: `early asthma`.
    pub(super) fn label(self) -> String {
        format!("{}{}", self.narrowed, self.word)
    }

    /// Its id: `early-asthma`.
    pub(super) fn id(self) -> String {
        slug(&self.label())
    }
}

/// What an effective treatment does to an outcome, as a verb: `lower`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outcome {
    pub(super) concept: Concept,
    pub(super) verb: &'static str,
}

/// What a study is about.
#[derive(Debug, Clone, Copy)]
pub(super) struct Topic {
    pub(super) condition: Concept,
    pub(super) intervention: Concept,
    pub(super) comparator: Concept,
}

/// The concepts of a set, the commonest first.
#[derive(Debug)]
pub(super) struct Topics {
    conditions: Vec<Concept>,
    interventions: Vec<Concept>,
    outcomes: Vec<Outcome>,
    zipf: [Zipf; 3],
}

impl Topics {
    /// By Heaps' law, the vocabulary grows as the root of the number of claims.
    pub(super) fn for_claims(claims: usize) -> Self {
        let size = claims.isqrt().max(8);
        let conditions = concepts(&LISTS.conditions, CONDITIONS, size);
        let interventions = concepts(&LISTS.interventions, INTERVENTIONS, size);
        let outcomes: Vec<Outcome> = concepts(&LISTS.outcomes, OUTCOMES, size)
            .into_iter()
            .filter_map(|concept| {
                let (verb, word) = concept.word.split_once('\t')?;
                let concept = Concept { word, ..concept };
                Some(Outcome { concept, verb })
            })
            .collect();
        Self {
            zipf: [conditions.len(), interventions.len(), outcomes.len()].map(Zipf::new),
            conditions,
            interventions,
            outcomes,
        }
    }

    pub(super) fn topic(&self, draw: &mut Draw) -> Topic {
        let comparator = COMPARATORS[draw.within(0..=2) as usize];
        Topic {
            condition: self.conditions[self.zipf[0].draw(draw)],
            intervention: self.interventions[self.zipf[1].draw(draw)],
            comparator: Concept {
                narrowed: "",
                word: comparator,
            },
        }
    }

    pub(super) fn outcome(&self, draw: &mut Draw) -> Outcome {
        self.outcomes[self.zipf[2].draw(draw)]
    }

    /// `vocabulary.yaml`.
    pub(super) fn vocabulary(&self) -> String {
        let mut text = "concepts:\n  adults:\n    label: adults\n    kind: population\n    \
                        age: {from: 18}\n"
            .to_owned();
        for word in COMPARATORS {
            let concept = Concept { narrowed: "", word };
            add(&mut text, concept, "intervention");
        }
        for &concept in &self.conditions {
            add(&mut text, concept, "condition");
        }
        for &concept in &self.interventions {
            add(&mut text, concept, "intervention");
        }
        for outcome in &self.outcomes {
            add(&mut text, outcome.concept, "outcome");
        }
        text
    }
}

/// So many concepts: every word as it is, then every word narrowed.
fn concepts(list: &List, narrowed: &[&'static str], size: usize) -> Vec<Concept> {
    let all = narrowed.iter().flat_map(|narrowed| {
        let words = list.entries.iter();
        words.map(move |word| Concept { narrowed, word })
    });
    all.take(size).collect()
}

fn add(text: &mut String, concept: Concept, kind: &str) {
    let Concept { narrowed, word } = concept;
    let _ = write!(
        text,
        "  {}:\n    label: {}\n    kind: {kind}\n",
        concept.id(),
        concept.label()
    );
    if !narrowed.is_empty() {
        let _ = writeln!(text, "    broader: [{}]", slug(word));
    }
}

/// A key made of words: `O'Brien` is `o-brien`.
pub(super) fn slug(words: &str) -> String {
    let ascii = |c: char| match c {
        'ü' => 'u',
        'ã' => 'a',
        c => c.to_ascii_lowercase(),
    };
    let parts = words.split(|c: char| !c.is_alphanumeric());
    let parts = parts.filter(|part| !part.is_empty());
    let parts: Vec<String> = parts
        .map(|part| part.chars().map(ascii).collect())
        .collect();
    parts.join("-")
}

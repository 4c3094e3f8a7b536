//! Health: whether a sentence is about health, by its words and by the endings of medical ones.

use std::sync::LazyLock;

use crate::classify::lexicon::Words;
use crate::classify::token::{Kind, Token};

static HEALTH: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("words.txt")));

/// Endings that only words of medicine have.
const ENDINGS: &[&str] = &[
    "aemia",
    "aemic",
    "algia",
    "caine",
    "carcinoma",
    "cillin",
    "cyte",
    "cytes",
    "ectomy",
    "emia",
    "emic",
    "itis",
    "mab",
    "mycin",
    "oma",
    "omas",
    "opathy",
    "opathic",
    "oscopy",
    "osis",
    "otomy",
    "plasty",
    "prazole",
    "statin",
    "therapy",
    "thyroid",
    "toxic",
    "toxicity",
    "uria",
    "vir",
    "virus",
    "viruses",
];

/// The first word of health in a sentence.
pub(in crate::classify) fn find(tokens: &[Token]) -> Option<usize> {
    tokens.iter().position(is_of_health)
}

fn is_of_health(token: &Token) -> bool {
    let text = token.text.trim_end_matches("'s");
    let listed = |word: &str| HEALTH.has_text(word);
    let singular = text.strip_suffix("ies").map(|stem| format!("{stem}y"));
    token.kind == Kind::Word
        && (listed(text)
            || text.strip_suffix('s').is_some_and(listed)
            || text.strip_suffix("es").is_some_and(listed)
            || singular.is_some_and(|word| listed(&word))
            || text.len() > 6 && ENDINGS.iter().any(|ending| text.ends_with(ending)))
}

//! Closed classes of words, by which a clause is taken apart.

use crate::classify::token::{Gap, Kind, Token};

/// Forms of *be*.
pub(in crate::classify) const BE: &[&str] = &[
    "am", "are", "be", "been", "being", "is", "isn't", "aren't", "was", "wasn't", "were",
    "weren't", "it's", "that's", "there's", "he's", "she's", "they're", "we're", "you're",
];

/// Forms of *have*.
pub(super) const HAVE: &[&str] = &[
    "had", "hadn't", "has", "hasn't", "have", "haven't", "having", "we've", "they've", "you've",
];

/// Forms of *do*.
pub(super) const DO: &[&str] = &["did", "didn't", "do", "does", "doesn't", "don't"];

/// Modal verbs.
pub(super) const MODALS: &[&str] = &[
    "can",
    "can't",
    "cannot",
    "could",
    "couldn't",
    "may",
    "might",
    "must",
    "mustn't",
    "ought",
    "shall",
    "should",
    "shouldn't",
    "will",
    "won't",
    "would",
    "wouldn't",
    "we'll",
    "you'll",
    "it'll",
];

const PREPOSITIONS: &[&str] = &[
    "about",
    "above",
    "across",
    "after",
    "against",
    "along",
    "among",
    "amongst",
    "around",
    "as",
    "at",
    "before",
    "behind",
    "below",
    "beneath",
    "between",
    "beyond",
    "by",
    "concerning",
    "despite",
    "during",
    "except",
    "following",
    "for",
    "from",
    "in",
    "including",
    "inside",
    "into",
    "like",
    "near",
    "of",
    "off",
    "on",
    "onto",
    "out",
    "outside",
    "over",
    "per",
    "regarding",
    "than",
    "through",
    "throughout",
    "to",
    "toward",
    "towards",
    "under",
    "until",
    "up",
    "upon",
    "versus",
    "via",
    "vs",
    "when",
    "while",
    "with",
    "within",
    "without",
];

const DETERMINERS: &[&str] = &[
    "a", "an", "another", "any", "both", "each", "every", "her", "his", "its", "my", "no", "our",
    "some", "such", "that", "the", "their", "these", "this", "those", "your",
];

const CONJUNCTIONS: &[&str] = &["and", "but", "nor", "or", "whereas", "while", "yet"];

const PRONOUNS: &[&str] = &[
    "he", "i", "it", "she", "they", "we", "which", "who", "you", "that", "what",
];

/// Adverbs that do not end in -ly, and words that may stand between the parts of a verb.
const ADVERBS: &[&str] = &[
    "also",
    "alone",
    "here",
    "already",
    "always",
    "both",
    "either",
    "even",
    "ever",
    "further",
    "indeed",
    "just",
    "more",
    "most",
    "much",
    "n't",
    "never",
    "not",
    "now",
    "often",
    "only",
    "rather",
    "seldom",
    "so",
    "sometimes",
    "soon",
    "still",
    "then",
    "therefore",
    "thereby",
    "thus",
    "too",
    "well",
    "yet",
    "better",
    "longer",
    "no",
    "less",
    "all",
];

/// Nouns and adjectives that end as adverbs do.
const NO_ADVERBS: &[&str] = &[
    "anomaly",
    "assembly",
    "butterfly",
    "daily",
    "early",
    "elderly",
    "family",
    "friendly",
    "july",
    "likely",
    "monthly",
    "only",
    "supply",
    "reply",
    "unlikely",
    "weekly",
    "yearly",
    "costly",
    "deadly",
];

pub(in crate::classify) fn is_be(token: &Token) -> bool {
    token.is_any(BE)
}

pub(in crate::classify) fn is_preposition(token: &Token) -> bool {
    token.is_any(PREPOSITIONS)
}

pub(in crate::classify) fn is_determiner(token: &Token) -> bool {
    token.is_any(DETERMINERS)
}

pub(in crate::classify) fn is_conjunction(token: &Token) -> bool {
    token.is_any(CONJUNCTIONS)
}

/// Whether it is an adverb, or another word that may stand within a verb group.
pub(in crate::classify) fn is_adverb(token: &Token) -> bool {
    let by_form = token.text.len() > 4 && token.text.ends_with("ly") && !token.is_any(NO_ADVERBS);
    by_form || token.is_any(ADVERBS)
}

/// Whether it denies the verb group in which it stands.
pub(in crate::classify) fn negates(token: &Token) -> bool {
    token.is_any(&[
        "not", "never", "cannot", "neither", "nor", "hardly", "scarcely", "n't",
    ]) || token.text.ends_with("n't")
}

/// Whether a verb may follow it as its subject: a noun, a pronoun, a number.
pub(in crate::classify) fn may_be_subject(token: &Token) -> bool {
    if token.is_any(PRONOUNS) || token.is_any(&["these", "this", "those"]) {
        return true;
    }
    match token.kind {
        Kind::Number => true,
        Kind::Sign => token.is("%"),
        Kind::Word => {
            !is_preposition(token)
                && !is_determiner(token)
                && !is_conjunction(token)
                && !is_adverb(token)
                && !is_be(token)
                && !token.is_any(HAVE)
                && !token.is_any(DO)
                && !token.is_any(MODALS)
        }
    }
}

/// The most adverbs that may stand together.
const ADVERBS_TOGETHER: usize = 4;

/// Whether a noun phrase begins here, as the object of the verb before it; adverbs may come first:
/// `caused just two`.
pub(in crate::classify) fn begins_object(tokens: &[Token], at: usize) -> bool {
    let quantifies =
        |token: &Token| token.is_any(&["all", "both", "less", "more", "most", "much", "no"]);
    let near = tokens.iter().enumerate().skip(at).take(ADVERBS_TOGETHER);
    let first = near
        .take_while(|(_, token)| token.gap < Gap::Comma)
        .find(|(_, token)| !is_adverb(token) || quantifies(token));
    let Some((at, token)) = first.filter(|(_, token)| !negates(token)) else {
        return false;
    };
    match token.kind {
        Kind::Number => tokens
            .get(at + 1)
            .is_some_and(|next| next.gap == Gap::Hyphen),
        Kind::Sign => false,
        Kind::Word => {
            !is_preposition(token)
                && !is_conjunction(token)
                && !is_be(token)
                && !token.is_any(HAVE)
                && !token.is_any(DO)
                && !token.is_any(MODALS)
                && !token.is_any(&["if", "because"])
        }
    }
}

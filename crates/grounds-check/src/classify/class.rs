//! What a word is by itself: the closed class of grammar that it belongs to, and the form of the verb that it can be.
//!
//! Every word of a text is asked for it again and again, so it is looked up once, when the text is taken apart.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::lexicon::{Form, Mark, Sieve, Verbs};

/// The classes of a word, one bit each, and above them the form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class(u16);

impl Class {
    /// A form of *be*.
    pub(crate) const BE: Self = Self(1);
    /// A form of *have*.
    pub(crate) const HAVE: Self = Self(1 << 1);
    /// A form of *do*.
    pub(crate) const DO: Self = Self(1 << 2);
    /// A modal verb.
    pub(crate) const MODAL: Self = Self(1 << 3);
    pub(crate) const PREPOSITION: Self = Self(1 << 4);
    pub(crate) const DETERMINER: Self = Self(1 << 5);
    pub(crate) const CONJUNCTION: Self = Self(1 << 6);
    /// A pronoun that can be a subject.
    pub(crate) const PRONOUN: Self = Self(1 << 7);
    /// An adverb, or another word that may stand within a verb group.
    pub(crate) const ADVERB: Self = Self(1 << 8);
    /// A word that denies the verb group in which it stands.
    pub(crate) const NEGATION: Self = Self(1 << 9);
    /// A noun or an adjective that ends as adverbs do.
    const NO_ADVERB: Self = Self(1 << 10);
    /// A verb that helps another one.
    pub(crate) const AUXILIARY: Self = Self(Self::BE.0 | Self::HAVE.0 | Self::DO.0);
    /// What no subject and no object begins with.
    pub(crate) const VERBAL: Self = Self(Self::AUXILIARY.0 | Self::MODAL.0);

    const FORM: u32 = 12;

    /// What a word in small letters is.
    pub(super) fn of(word: &str, mark: Mark) -> Self {
        let mut class = CLASSES.of(word, mark);
        if word.len() > 4 && word.ends_with("ly") && !class.is(Self::NO_ADVERB) {
            class.0 |= Self::ADVERB.0;
        }
        if word.ends_with("n't") {
            class.0 |= Self::NEGATION.0;
        }
        class
    }

    /// Whether it is in this class, or in one of several.
    pub(crate) fn is(self, class: Self) -> bool {
        self.0 & class.0 != 0
    }

    /// The form of the verb that the word can be.
    pub(crate) fn form(self) -> Option<Form> {
        match self.0 >> Self::FORM {
            1 => Some(Form::Base),
            2 => Some(Form::Third),
            3 => Some(Form::Past),
            4 => Some(Form::Participle),
            _ => None,
        }
    }

    fn of_form(form: Form) -> Self {
        let number = match form {
            Form::Base => 1,
            Form::Third => 2,
            Form::Past => 3,
            Form::Participle => 4,
        };
        Self(number << Self::FORM)
    }
}

/// Words with their classes.
struct Known {
    classes: HashMap<String, Class, FixedState>,
    sieve: Sieve,
}

impl Known {
    fn of(&self, word: &str, mark: Mark) -> Class {
        if !self.sieve.may_have(mark) {
            return Class::default();
        }
        self.classes.get(word).copied().unwrap_or_default()
    }
}

static CLASSES: LazyLock<Known> = LazyLock::new(|| {
    let mut classes: HashMap<String, Class, FixedState> = HashMap::default();
    // What several lists have has the form that the first gives it.
    let verbs = [
        include_str!("verbs.txt"),
        include_str!("effect-verbs.txt"),
        include_str!("clause/verbs.txt"),
        include_str!("causality/causal-verbs.txt"),
    ];
    for (word, form) in verbs
        .into_iter()
        .flat_map(|data| Verbs::parse(data).into_forms())
    {
        classes.entry(word).or_insert(Class::of_form(form));
    }
    let closed: [(&[&str], Class); 11] = [
        (BE, Class::BE),
        (HAVE, Class::HAVE),
        (DO, Class::DO),
        (MODALS, Class::MODAL),
        (PREPOSITIONS, Class::PREPOSITION),
        (DETERMINERS, Class::DETERMINER),
        (CONJUNCTIONS, Class::CONJUNCTION),
        (PRONOUNS, Class::PRONOUN),
        (ADVERBS, Class::ADVERB),
        (NEGATIONS, Class::NEGATION),
        (NO_ADVERBS, Class::NO_ADVERB),
    ];
    for (words, class) in closed {
        for word in words {
            classes.entry((*word).to_owned()).or_default().0 |= class.0;
        }
    }
    Known {
        sieve: Sieve::of(classes.keys()),
        classes,
    }
});

/// Forms of *be*.
const BE: &[&str] = &[
    "am", "are", "be", "been", "being", "is", "isn't", "aren't", "was", "wasn't", "were",
    "weren't", "it's", "that's", "there's", "he's", "she's", "they're", "we're", "you're",
];

/// Forms of *have*.
const HAVE: &[&str] = &[
    "had", "hadn't", "has", "hasn't", "have", "haven't", "having", "we've", "they've", "you've",
];

/// Forms of *do*.
const DO: &[&str] = &["did", "didn't", "do", "does", "doesn't", "don't"];

/// Modal verbs.
const MODALS: &[&str] = &[
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

/// Words that deny.
const NEGATIONS: &[&str] = &[
    "not", "never", "cannot", "neither", "nor", "hardly", "scarcely", "n't",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn class(word: &str) -> Class {
        Class::of(word, Mark::of(word))
    }

    #[test]
    fn a_word_can_be_several_things() {
        assert!(class("that").is(Class::DETERMINER) && class("that").is(Class::PRONOUN));
        assert!(class("cannot").is(Class::MODAL) && class("cannot").is(Class::NEGATION));
        assert!(class("wasn't").is(Class::VERBAL) && class("ain't").is(Class::NEGATION));
        assert_eq!(class("reduced").form(), Some(Form::Past));
        assert_eq!(class("needling"), Class::default());
    }

    #[test]
    fn adverbs_are_known_by_their_form_but_for_some() {
        assert!(class("markedly").is(Class::ADVERB) && class("often").is(Class::ADVERB));
        for word in ["weekly", "family", "fly", "july"] {
            assert!(!class(word).is(Class::ADVERB), "{word}");
        }
    }
}

//! What a word is by itself: the closed class of grammar that it belongs to, and the form of the verb that it can be.
//!
//! Every word of a text is asked for it again and again, so it is looked up once, when the text is taken apart.

use std::sync::LazyLock;

use smol_str::SmolStr;

use super::lexicon::{Form, Listed, Mark, forms};

/// The classes of a word, one bit each, and among them the form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class(u32);

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

    /// Where the form of a verb stands, and its bits there.
    const FORM: u32 = 12;
    const FORMS: u32 = 7;

    /// A verb of benefit, harm or cause in the present.
    pub(crate) const ACTS: Self = Self(1 << 16);
    /// The same in any form.
    pub(crate) const AFFECTS: Self = Self(1 << 17);
    /// A word with which it can be said that one thing brings about another.
    pub(crate) const CAUSES: Self = Self(1 << 18);
    /// A word with which a frame can begin in which nothing is stated.
    pub(crate) const FRAMES: Self = Self(1 << 19);
    /// A word with which an appeal to research can begin.
    pub(crate) const APPEALS: Self = Self(1 << 20);
    /// A word of a pair that can leave no doubt.
    pub(crate) const SURE: Self = Self(1 << 21);
    /// A word with which something can be said of every case.
    pub(crate) const EVERY: Self = Self(1 << 22);
    /// A word with which something can be said of all cases at once.
    pub(crate) const ALL: Self = Self(1 << 23);
    /// A word that compares, and can leave the other side out.
    pub(crate) const COMPARES: Self = Self(1 << 24);
    /// A word for more, fewer or better.
    pub(crate) const MORE: Self = Self(1 << 25);
    /// A word with which a relative effect can be given.
    pub(crate) const RELATES: Self = Self(1 << 26);

    /// A number.
    pub(crate) const NUMBER: Self = Self(1 << 27);
    /// A word with which the certainty of evidence is named.
    pub(crate) const CERTAINTY: Self = Self(1 << 28);
    /// A word with which a phrase of benefit, harm or cause begins.
    pub(crate) const PROMISES: Self = Self(1 << 29);
    /// A word with which a comparison begins.
    pub(crate) const COMPARATIVE: Self = Self(1 << 30);

    /// What a word in small letters is.
    pub(super) fn of(word: &str, mark: Mark) -> Self {
        let class = CLASSES.get(word, mark).copied().unwrap_or_default();
        let by_ending = match word.as_bytes().last() {
            Some(b'y') if word.len() > 4 && word.ends_with("ly") && !class.is(Self::NO_ADVERB) => {
                Self::ADVERB
            }
            Some(b't') if word.ends_with("n't") => Self::NEGATION,
            Some(b'd') if word.ends_with("fold") => Self::RELATES,
            _ => Self::default(),
        };
        class.or(by_ending)
    }

    /// Whether it is in this class, or in one of several.
    pub(crate) fn is(self, class: Self) -> bool {
        self.0 & class.0 != 0
    }

    /// The form of the verb that the word can be.
    pub(crate) fn form(self) -> Option<Form> {
        match self.0 >> Self::FORM & Self::FORMS {
            1 => Some(Form::Base),
            2 => Some(Form::Third),
            3 => Some(Form::Past),
            4 => Some(Form::Participle),
            _ => None,
        }
    }

    /// What is in either.
    pub(crate) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
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

static CLASSES: LazyLock<Listed<Class>> = LazyLock::new(|| {
    // What several lists have has the form that the last gives it.
    let verbs = [
        include_str!("causality/causal-verbs.txt"),
        include_str!("clause/verbs.txt"),
        include_str!("effect-verbs.txt"),
        include_str!("verbs.txt"),
    ];
    let verbs = verbs.into_iter().flat_map(forms);
    let verbs = verbs.map(|(word, form)| (word, Class::of_form(form)));
    let closed: [(&[&'static str], Class); 11] = [
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
    let closed = closed.into_iter().flat_map(|(words, class)| {
        let words = words.iter().copied().map(SmolStr::new_static);
        words.map(move |word| (word, class))
    });
    let telling = super::telling_words().map(|(word, class)| (SmolStr::new(word), class));
    let all = verbs.chain(closed).chain(telling);
    Listed::of(all, |known: &mut Class, class| {
        if class.form().is_some() {
            *known = class;
        } else {
            known.0 |= class.0;
        }
    })
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

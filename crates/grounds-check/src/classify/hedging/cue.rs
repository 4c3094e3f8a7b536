//! The cues of a sentence and their features: the words beside each, as they are read by the model.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use crate::classify::lexicon::{self, Words};
use crate::classify::month;

/// For each word that can hedge, the one with which it is weighed.
static CUES: LazyLock<HashMap<&'static str, &'static str, FixedState>> = LazyLock::new(|| {
    lexicon::entries(include_str!("cues.txt"))
        .flat_map(|(base, forms)| {
            let forms = forms.split_whitespace().map(move |form| (form, base));
            forms.chain([(base, base)])
        })
        .collect()
});

static FUNCTION: LazyLock<Words> =
    LazyLock::new(|| Words::parse(include_str!("../function-words.txt")));
static CONTEXT: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("context-words.txt")));

/// Words that tell something of a cue also from a distance.
const DISTANT: &[&str] = &[
    "also",
    "analyses",
    "analysis",
    "been",
    "both",
    "by",
    "data",
    "either",
    "evidence",
    "experiments",
    "finding",
    "findings",
    "here",
    "investigations",
    "it",
    "no",
    "not",
    "observation",
    "observations",
    "only",
    "our",
    "report",
    "reports",
    "result",
    "results",
    "studies",
    "study",
    "than",
    "that",
    "these",
    "this",
    "to",
    "we",
    "whether",
];

/// How far that is, in words.
const DISTANCE: usize = 10;

/// The endings by which other words are told apart.
const ENDINGS: &[&str] = &[
    "ing", "ed", "ly", "tion", "ity", "ment", "ive", "al", "ic", "ous", "able", "s",
];

/// Whether cues are weighed with this word.
#[cfg(test)]
pub(super) fn is_cue(base: &str) -> bool {
    CUES.get(base) == Some(&base)
}

/// The words, numbers and signs of a text, with their bytes.
#[derive(Debug)]
pub struct Tokens<'a> {
    text: &'a str,
    words: Vec<(&'a str, String, Range<usize>)>,
}

impl<'a> Tokens<'a> {
    /// Takes a text apart: runs of Latin letters, runs of digits, and every other sign by itself.
    pub fn of(text: &'a str) -> Self {
        let mut tokens = Vec::new();
        let mut chars = text.char_indices().peekable();
        while let Some((start, first)) = chars.next() {
            if first.is_whitespace() {
                continue;
            }
            let same = |other: char| {
                first.is_ascii_alphabetic() && other.is_ascii_alphabetic()
                    || first.is_ascii_digit() && other.is_ascii_digit()
            };
            let mut end = start + first.len_utf8();
            while let Some((at, _)) = chars.next_if(|(_, other)| same(*other)) {
                end = at + 1;
            }
            let word = &text[start..end];
            tokens.push((word, word.to_ascii_lowercase(), start..end));
        }
        Self {
            text,
            words: tokens,
        }
    }
}

/// A sentence as the model reads it.
#[derive(Debug)]
pub struct Sentence<'a> {
    tokens: &'a Tokens<'a>,
    /// For each token, what its neighbours see of it.
    shapes: Vec<&'a str>,
    /// For each token, whether it stands in parentheses.
    enclosed: Vec<bool>,
}

/// A word of a sentence that can hedge it.
#[derive(Debug)]
pub struct Cue {
    at: usize,
    base: &'static str,
}

impl<'a> Sentence<'a> {
    /// Reads the tokens of a sentence.
    pub fn of(tokens: &'a Tokens<'a>) -> Self {
        let shapes = tokens
            .words
            .iter()
            .map(|(word, small, _)| shape(word, small));
        let mut depth = 0_i32;
        let enclosed = tokens.words.iter().map(|(word, ..)| {
            depth += match *word {
                "(" => 1,
                ")" => -1,
                _ => 0,
            };
            depth > 0
        });
        Self {
            tokens,
            shapes: shapes.collect(),
            enclosed: enclosed.collect(),
        }
    }

    /// The cues of the sentence, in order.
    pub fn cues(&self) -> impl Iterator<Item = Cue> {
        let words = self.tokens.words.iter().enumerate();
        words.filter_map(|(at, (_, small, range))| {
            let base = CUES.get(small.as_str())?;
            (!month::is_may(self.tokens.text, range)).then_some(Cue { at, base })
        })
    }

    /// The bytes of a cue in the text.
    pub(super) fn bytes(&self, cue: &Cue) -> Range<usize> {
        self.tokens.words[cue.at].2.clone()
    }

    /// Hands over every feature of a cue, each once: `could +1 be`.
    pub fn features(&self, cue: &Cue, each: &mut impl FnMut(&str)) {
        let Cue { at, base } = *cue;
        let mut feature = String::with_capacity(48);
        let mut give = |parts: std::fmt::Arguments<'_>| {
            feature.clear();
            let _ = write!(feature, "{base}{parts}");
            each(&feature);
        };
        let [before, last, next, after] = [-2, -1, 1, 2].map(|by| self.beside(at, by));
        give(format_args!(""));
        give(format_args!(" = {}", self.small(at)));
        give(format_args!(" -2 {before}"));
        give(format_args!(" -1 {last}"));
        give(format_args!(" +1 {next}"));
        give(format_args!(" +2 {after}"));
        give(format_args!(" .. {before} {last}"));
        give(format_args!(" ++ {next} {after}"));
        give(format_args!(" <> {last} {next}"));
        let left = at.saturating_sub(DISTANCE)..at;
        let right = at + 1..(at + 1 + DISTANCE).min(self.shapes.len());
        for (sign, window) in [('<', left), ('>', right.clone())] {
            for other in window.clone() {
                let Some(word) = self.distant(other) else {
                    continue;
                };
                // Each word once, however often it stands there.
                let known = (window.start..other).any(|it| self.distant(it) == Some(word));
                if !known {
                    give(format_args!(" {sign} {word}"));
                }
            }
        }
        if self.enclosed[at] {
            give(format_args!(" ()"));
        }
        if right.into_iter().any(|other| self.small(other) == "(") {
            give(format_args!(" > ("));
        }
    }

    fn small(&self, at: usize) -> &str {
        &self.tokens.words[at].1
    }

    /// What stands so many words beside; `^` and `$` are the ends of the sentence.
    fn beside(&self, at: usize, by: isize) -> &str {
        match at.checked_add_signed(by) {
            None => "^",
            Some(at) => self.shapes.get(at).copied().unwrap_or("$"),
        }
    }

    /// The word at a place, if it tells something from a distance; of cues the one with which they are
    /// weighed.
    fn distant(&self, at: usize) -> Option<&str> {
        let word = self.small(at);
        let cue = CUES.get(word).copied();
        cue.or_else(|| DISTANT.contains(&word).then_some(word))
    }
}

/// What the neighbours of a word see of it: a cue and a word of grammar as they are, else the ending;
/// `@` for names, `#` for numbers.
fn shape<'a>(word: &'a str, small: &'a str) -> &'a str {
    let grammar = CUES.contains_key(small) || FUNCTION.has_text(small) || CONTEXT.has_text(small);
    let Some(first) = word.chars().next().filter(|_| !grammar) else {
        return small;
    };
    if first.is_ascii_digit() {
        "#"
    } else if !first.is_alphabetic() {
        word
    } else if word != small {
        "@"
    } else {
        let ending = |ending: &&&str| small.ends_with(**ending) && small.len() > ending.len() + 2;
        ENDINGS.iter().find(ending).copied().unwrap_or("~")
    }
}

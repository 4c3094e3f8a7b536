//! Tokens: the words, numbers and signs of a sentence, in lower case, with their bytes.

use std::cell::{OnceCell, RefCell};
use std::hash::BuildHasher as _;
use std::ops::{Deref, Range};
use std::rc::Rc;

use foldhash::fast::FixedState;
use smol_str::{SmolStr, StrExt as _};

use super::class::Class;
use super::clause::Parts;
use super::folded::Folded;
use super::lexicon::{Mark, Sieve, Words};
use super::stem::stem;

/// A word, a number or a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// It, in lower case, with straight apostrophes.
    pub(crate) text: SmolStr,
    /// Its bytes in the sentence.
    pub(crate) range: Range<usize>,
    /// What it is.
    pub(crate) kind: Kind,
    /// What stands before it.
    pub(crate) gap: Gap,
    /// What the word is by itself.
    pub(crate) class: Class,
    /// By what lists of words know it.
    pub(crate) mark: Mark,
    /// Whether ASCII letters and digits are all that it is written with: no apostrophe, no point.
    pub(crate) plain: bool,
}

/// The tokens of a text, with what is found out about them for every rule that asks.
#[derive(Debug)]
pub(crate) struct Tokens {
    text: Box<str>,
    all: Vec<Token>,
    /// The classes that their words have.
    classes: Class,
    folded: OnceCell<Folded>,
    parts: OnceCell<Parts>,
    stems: OnceCell<Rc<[SmolStr]>>,
}

impl Deref for Tokens {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        &self.all
    }
}

impl Tokens {
    fn of(text: &str) -> Self {
        let all = parted(text);
        let classes = all.iter().map(|token| token.class);
        Self {
            text: text.into(),
            classes: classes.fold(Class::default(), Class::or),
            all,
            folded: OnceCell::new(),
            parts: OnceCell::new(),
            stems: OnceCell::new(),
        }
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The text, folded so that phrases can be found in it.
    pub(crate) fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| Folded::of(&self.text))
    }

    /// Whether one of them is of a class. Most lists have no word in most sentences, which is told by this.
    pub(crate) fn have(&self, class: Class) -> bool {
        self.classes.is(class)
    }

    /// The positions of those of a class.
    pub(crate) fn places_of(&self, class: Class) -> impl Iterator<Item = usize> {
        let all = if self.have(class) { &self.all[..] } else { &[] };
        let places = all.iter().enumerate();
        places.filter_map(move |(at, token)| token.class.is(class).then_some(at))
    }

    /// Whether one of them may be in a list.
    pub(crate) fn may_have(&self, list: &Sieve) -> bool {
        self.iter().any(|token| list.may_have(token.mark))
    }

    /// The stems of their words.
    pub(crate) fn stems(&self) -> Rc<[SmolStr]> {
        let stems = || self.iter().map(|token| stem(&token.text)).collect();
        Rc::clone(self.stems.get_or_init(stems))
    }

    /// Their clauses.
    pub(super) fn parts(&self) -> &Parts {
        self.parts.get_or_init(|| Parts::of(&self.all))
    }
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word: letters, and digits after them.
    Word,
    /// Digits, with what groups them and divides their decimals.
    Number,
    /// A sign that counts or compares: `%`, `<`, `=`, `½`.
    Sign,
}

/// What stands between a token and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing, or the token is the first.
    None,
    /// A hyphen or a dash without blanks.
    Hyphen,
    /// Blanks, quotation marks.
    Space,
    /// A comma or a bracket.
    Comma,
    /// A colon, a semicolon, a dash between blanks, a full stop: another clause begins.
    Break,
}

impl Token {
    /// Whether it is this word or sign.
    pub(crate) fn is(&self, text: &str) -> bool {
        self.text == text
    }

    /// Whether it is in a list of words.
    pub(crate) fn is_any_of(&self, words: &Words) -> bool {
        words.has(self)
    }

    /// Whether it is one of these words or signs.
    pub(crate) fn is_any(&self, texts: &[&str]) -> bool {
        let own = self.text.as_str();
        // Most words differ in their length or their first letter, which is told without a call.
        let first = own.as_bytes().first();
        texts
            .iter()
            .any(|text| text.len() == own.len() && text.as_bytes().first() == first && *text == own)
    }
}

/// How many sentences a thread remembers: those of an article, on which many rules run in turn.
const REMEMBERED: usize = 512;

thread_local! {
    static RECENT: RefCell<Vec<Option<Rc<Tokens>>>> = const { RefCell::new(Vec::new()) };
}

/// The tokens of a sentence. Hyphens part words, so that `side-effect` is found as `side effect`.
///
/// The same text has the same tokens; those of recent texts are remembered, for every rule of
/// language asks for them.
pub(crate) fn tokens(text: &str) -> Rc<Tokens> {
    let hash = FixedState::default().hash_one(text);
    let slot = usize::try_from(hash % REMEMBERED as u64).unwrap_or_default();
    RECENT.with_borrow_mut(|recent| {
        if recent.is_empty() {
            recent.resize(REMEMBERED, None);
        }
        match &recent[slot] {
            Some(known) if *known.text == *text => Rc::clone(known),
            _ => {
                let tokens = Rc::new(Tokens::of(text));
                recent[slot] = Some(Rc::clone(&tokens));
                tokens
            }
        }
    })
}

fn parted(text: &str) -> Vec<Token> {
    // A word and the blank behind it have six bytes on average.
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5 + 1);
    let mut end = 0;
    let mut at = 0;
    while at < text.len() {
        let first = match text.as_bytes()[at] {
            b' ' => {
                at += 1;
                continue;
            }
            byte if byte.is_ascii() => char::from(byte),
            _ => text[at..].chars().next().unwrap_or(' '),
        };
        let Some((length, kind, letters)) = measure(&text[at..], first) else {
            at += first.len_utf8();
            continue;
        };
        let gap = if tokens.is_empty() {
            Gap::None
        } else {
            gap(&text[end..at])
        };
        end = at + length;
        let written = &text[at..end];
        let word = match letters {
            Letters::Small => SmolStr::new(written),
            Letters::Plain => written.to_ascii_lowercase_smolstr(),
            Letters::Any => written.to_lowercase().replace('’', "'").into(),
        };
        let mark = Mark::of(&word);
        tokens.push(Token {
            class: match kind {
                Kind::Number => Class::of(&word, mark).or(Class::NUMBER),
                Kind::Word | Kind::Sign => Class::of(&word, mark),
            },
            text: word,
            range: at..end,
            kind,
            gap,
            mark,
            plain: letters != Letters::Any,
        });
        at = end;
    }
    tokens
}

/// What a token is written with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letters {
    /// Small ASCII letters and digits.
    Small,
    /// ASCII letters and digits.
    Plain,
    /// Anything.
    Any,
}

/// How many bytes a token has, what it is, and what it is written with.
fn measure(rest: &str, first: char) -> Option<(usize, Kind, Letters)> {
    if first.is_ascii_digit() {
        let (length, letters) = number_length(rest);
        Some((length, Kind::Number, letters))
    } else if first.is_alphabetic() {
        let (length, letters) = word_length(rest);
        Some((length, Kind::Word, letters))
    } else {
        let counts = match first {
            '%' | '<' | '>' | '=' | '~' => true,
            _ => !first.is_ascii() && "‰°×≤≥±≈½¼¾".contains(first),
        };
        let letters = if first.is_ascii() {
            Letters::Small
        } else {
            Letters::Any
        };
        counts.then_some((first.len_utf8(), Kind::Sign, letters))
    }
}

/// A point or comma belongs to a number where a digit follows it.
fn number_length(rest: &str) -> (usize, Letters) {
    let bytes = rest.as_bytes();
    let (mut length, mut letters) = (0, Letters::Small);
    while let Some(byte) = bytes.get(length) {
        let divides =
            matches!(byte, b'.' | b',') && bytes.get(length + 1).is_some_and(u8::is_ascii_digit);
        if divides {
            letters = Letters::Any;
        } else if !byte.is_ascii_digit() {
            break;
        }
        length += 1;
    }
    (length, letters)
}

/// For each byte, whether it is a small ASCII letter or a digit, or a capital.
static IN_WORDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        kinds[byte as usize] = match byte {
            b'a'..=b'z' | b'0'..=b'9' => SMALL,
            b'A'..=b'Z' => CAPITAL,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

const SMALL: u8 = 1;
const CAPITAL: u8 = 2;

/// An apostrophe belongs to a word where a letter follows it.
fn word_length(rest: &str) -> (usize, Letters) {
    let (mut plain, mut kinds) = (0, 0);
    for byte in rest.bytes() {
        let kind = IN_WORDS[usize::from(byte)];
        if kind == 0 {
            break;
        }
        kinds |= kind;
        plain += 1;
    }
    let letters = if kinds & CAPITAL == 0 {
        Letters::Small
    } else {
        Letters::Plain
    };
    match rest.as_bytes().get(plain) {
        None => return (plain, letters),
        Some(byte) if byte.is_ascii() && *byte != b'\'' => return (plain, letters),
        Some(_) => {}
    }
    let mut chars = rest.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let joins = "'’".contains(char) && next.is_some_and(char::is_alphabetic);
        if !char.is_alphanumeric() && !joins {
            return (at, Letters::Any);
        }
    }
    (rest.len(), Letters::Any)
}

fn gap(between: &str) -> Gap {
    match between {
        "" => return Gap::None,
        " " => return Gap::Space,
        _ => {}
    }
    let spaced = between.contains(char::is_whitespace);
    between
        .chars()
        .map(|char| match char {
            '-' | '‐' | '‑' | '–' | '—' if !spaced => Gap::Hyphen,
            '-' | '–' | '—' | ':' | ';' | '.' | '?' | '!' | '…' => Gap::Break,
            ',' | '(' | ')' | '[' | ']' => Gap::Comma,
            _ => Gap::Space,
        })
        .max()
        .unwrap_or(Gap::None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_words_numbers_and_signs() {
        let found: Vec<_> = tokens("It’s 1,000.5 mg/day (95% CI), side-effects – no.")
            .iter()
            .map(|token| (token.text.clone(), token.gap))
            .collect();
        let expected = [
            ("it's", Gap::None),
            ("1,000.5", Gap::Space),
            ("mg", Gap::Space),
            ("day", Gap::Space),
            ("95", Gap::Comma),
            ("%", Gap::None),
            ("ci", Gap::Space),
            ("side", Gap::Comma),
            ("effects", Gap::Hyphen),
            ("no", Gap::Break),
        ];
        assert_eq!(found, expected.map(|(text, gap)| (text.into(), gap)));
    }
}

//! The words on either side of a full stop, and what their spelling tells.

use super::atoms;
use super::vocabulary;

/// How far to look for the edge of a word, in bytes. Longer runs (addresses, sequences) are cut,
/// so that a text without spaces still takes linear time.
const LONGEST_WORD: usize = 64;

/// The word before a full stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordBefore<'a> {
    /// Its last part, without brackets, quotation marks and what a dash or slash joins to it.
    pub(super) core: &'a str,
    /// Whether a dash or slash joined something to it: "anti-E", "HLA-DR", "Fos/Jun".
    pub(super) joined: bool,
    /// Whether a bracket or quotation mark opens before it.
    pub(super) opened: bool,
    /// The text before the run of characters, between spaces, that the word is in.
    pub(super) rest: &'a str,
}

/// The last word of the text. Spaces after it ("asthma .", in tokenised text) are passed over.
pub(super) fn word_before(text: &str) -> WordBefore<'_> {
    let text = text.trim_end();
    let (rest, run) = text.split_at(run_start(text));
    let unopened = run.trim_start_matches(is_opening);
    let (cut, joined) = match unopened.rfind(is_joint) {
        Some(at) => (
            at + char_len(&unopened[at..]),
            !unopened[at..].starts_with(is_opening),
        ),
        None => (0, false),
    };
    let part = &unopened[cut..];
    let core = part.trim_start_matches(is_opening);
    WordBefore {
        core,
        joined,
        opened: (cut == 0 && unopened.len() < run.len())
            || (cut > 0 && !joined)
            || core.len() < part.len(),
        rest,
    }
}

/// Where the run of characters without white space at the end of the text begins.
pub(super) fn run_start(text: &str) -> usize {
    let end = text.len();
    text.char_indices()
        .rev()
        .take_while(|&(at, character)| !character.is_whitespace() && end - at <= LONGEST_WORD)
        .last()
        .map_or(end, |(at, _)| at)
}

/// The first byte at or after `at` that is not white space.
pub(super) fn skip_space(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start().len()
}

fn char_len(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// What stands between the parts of a run such as "(e.g", "anti-E" or "and/or".
fn is_joint(character: char) -> bool {
    matches!(
        character,
        '(' | '['
            | '{'
            | '<'
            | '/'
            | '-'
            | '‐'
            | '‑'
            | '–'
            | '—'
            | '='
            | ','
            | ';'
            | ':'
            | '+'
            | '~'
    ) || atoms::is_atom(character)
}

/// Brackets, quotation marks and emphasis that may open a word.
pub(super) fn is_opening(character: char) -> bool {
    matches!(
        character,
        '(' | '[' | '{' | '"' | '\'' | '“' | '‘' | '„' | '«' | '‹' | '*' | '_' | '¿' | '¡'
    )
}

/// Signs before a number at the head of a sentence: "~50% of", "$5 was".
fn is_sign(character: char) -> bool {
    matches!(character, '~' | '≈' | '$' | '€' | '£' | '#')
}

/// How the text after a full stop goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begins {
    /// Nothing follows.
    Nothing,
    /// A letter in upper case.
    Upper,
    /// A letter in lower case.
    Lower,
    /// A digit.
    Digit,
    /// An atom: a link, a citation in the text, a piece of code.
    Atom,
    /// A letter of a script without case, or a symbol.
    Other,
    /// Punctuation that continues a sentence: a comma, a closing bracket, an operator.
    Continuation,
}

/// The word after a full stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordAfter<'a> {
    pub(super) begins: Begins,
    /// Letters, digits, hyphens and apostrophes.
    pub(super) word: &'a str,
    /// Whether a full stop follows it.
    pub(super) stopped: bool,
    /// Whether a bracket opens before it.
    pub(super) bracketed: bool,
    /// Whether it is the marker of an item of a list: "(ii)", "b)".
    pub(super) marker: bool,
}

/// The word at byte `start`. Opening marks, and a dash or bullet with its space, are passed over.
pub(super) fn word_after(text: &str, start: usize) -> WordAfter<'_> {
    let after = &text[start..];
    let undashed = after
        .trim_start_matches(['-', '–', '—', '•', '⁃', '‣'])
        .trim_start_matches(' ');
    let rest = if undashed.len() + 5 >= after.len() {
        undashed
    } else {
        after
    };
    let opened = rest.trim_start_matches(|sign| is_opening(sign) || is_sign(sign));
    let bracketed = rest[..rest.len() - opened.len()].contains(['(', '[', '{']);
    let visible = opened.trim_start_matches(atoms::LOOSE);
    // "[text](address)": the atoms around the text of a link do not hide how it begins.
    let markup = visible.starts_with(char::is_alphanumeric) || visible.starts_with(is_opening);
    let rest = if markup {
        visible.trim_start_matches(is_opening)
    } else {
        opened
    };
    let word = word_at(rest);
    WordAfter {
        begins: begins(rest),
        word,
        stopped: rest[word.len()..].starts_with('.'),
        bracketed,
        marker: word.len() <= 4 && rest[word.len()..].starts_with(')') && is_label(word),
    }
}

/// One letter, a number, or a small Roman numeral.
fn is_label(word: &str) -> bool {
    let letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    letter || number || (!word.is_empty() && word.bytes().all(|byte| b"ivx".contains(&byte)))
}

fn word_at(text: &str) -> &str {
    let end = text
        .char_indices()
        .find(|&(at, character)| !is_word_character(character) || at > LONGEST_WORD)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}

fn is_word_character(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '\'' | '’')
}

fn begins(text: &str) -> Begins {
    match text.chars().next() {
        None => Begins::Nothing,
        Some(first) if first.is_uppercase() => Begins::Upper,
        Some(first) if first.is_lowercase() => Begins::Lower,
        Some(first) if first.is_numeric() => Begins::Digit,
        Some(first) if atoms::is_atom(first) || matches!(first, '@' | '`') => Begins::Atom,
        Some(
            ',' | ';' | ':' | ')' | ']' | '}' | '%' | '/' | '=' | '<' | '>' | '&' | '|' | '?' | '!',
        ) => Begins::Continuation,
        Some(_) => Begins::Other,
    }
}

/// Whether a word in lower case is a name that keeps its case at the head of a sentence: "p53",
/// "mRNA", "c-fos", "beta-catenin", "α-tocopherol".
pub(super) fn is_technical(word: &str) -> bool {
    let greek = word.starts_with(|first: char| matches!(first, 'α'..='ω' | 'µ'));
    let cased = word
        .chars()
        .skip(1)
        .any(|letter| letter.is_uppercase() || letter.is_numeric());
    let (prefix, hyphen) = word
        .split_once('-')
        .map_or((word, false), |(prefix, _)| (prefix, true));
    let prefixed = hyphen && prefix.chars().count() == 1;
    greek || cased || prefixed || vocabulary::is_greek_letter(prefix)
}

/// Whether the word often opens a sentence and is hardly ever a name.
pub(super) fn is_starter(after: &WordAfter<'_>) -> bool {
    let initial = after.stopped && after.word.chars().count() == 1;
    let unshortened = after.word.split(['\'', '’']).next().unwrap_or(after.word);
    !initial && vocabulary::opens_sentences(unshortened)
}

/// Whether an ordinary word is complete, so that its full stop is no sign of an abbreviation even
/// if the next word is in lower case. Abbreviations that no table knows are short, and are cut off
/// after a consonant: "undef.", "illustr.".
pub(super) fn is_surely_complete(core: &str) -> bool {
    if core.is_empty() {
        // An atom, or a bracket, stands before the stop.
        return true;
    }
    let letters = core.chars().all(char::is_alphabetic);
    let acronym = core.len() > 1 && letters && core.chars().all(char::is_uppercase);
    let closed = core.ends_with(|last: char| last.is_numeric() || matches!(last, ')' | ']' | '%'));
    let full_ending = core.ends_with(['a', 'e', 'i', 'o', 's', 'y']);
    acronym || closed || (letters && (core.len() > 5 || core.len() > 3 && full_ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_of_a_word_is_its_last_part() {
        let core = |text: &'static str| word_before(text).core;
        assert_eq!(core("mice (e.g"), "e.g");
        assert_eq!(core("against anti-E"), "E");
        assert_eq!(core("steroid-resistant asthma "), "asthma");
        assert_eq!(core("we don't"), "don't");
        assert_eq!(core(""), "");
    }

    #[test]
    fn genes_and_transcripts_keep_their_case() {
        for name in [
            "p53",
            "mRNA",
            "cAMP",
            "c-fos",
            "alpha-interferon",
            "β-catenin",
            "bcl-2",
        ] {
            assert!(is_technical(name), "{name}");
        }
        for word in ["coli", "the", "two-fold", "patients"] {
            assert!(!is_technical(word), "{word}");
        }
    }
}

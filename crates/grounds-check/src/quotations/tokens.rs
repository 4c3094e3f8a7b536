//! The words, numbers and signs of a text, as far as a quotation must keep them.

use std::ops::Range;

use grounds_numbers::Unit;

/// A word, a number with its sign, or an operator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// In small letters, with signs and hyphens of one kind.
    pub(crate) text: String,
    /// Where it stands.
    pub(crate) at: Range<usize>,
}

impl Token {
    /// Whether the sense hangs on it: a number, an operator, a unit, a negation.
    pub(crate) fn is_critical(&self) -> bool {
        let text = self.text.as_str();
        let negation = ["no", "not", "without", "never", "nor", "neither", "none"];
        text.chars().any(char::is_numeric)
            || text.chars().all(|c| !c.is_alphanumeric())
            || negation.contains(&text)
            || Unit::read(text).is_some_and(|unit| unit != Unit::people())
    }
}

/// Signs that count, besides words and numbers.
const OPERATORS: &str = "<>=≤≥±×%‰°/+";
const HYPHENS: &str = "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}\u{ad}";

/// The tokens of a text.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let end_of = |i: usize| chars.get(i).map_or(text.len(), |(at, _)| *at);
    let mut i = 0;
    while let Some(&(start, c)) = chars.get(i) {
        let next = chars.get(i + 1).map(|(_, c)| *c);
        let before = i.checked_sub(1).map(|i| chars[i].1);
        if c.is_alphanumeric() || is_sign(c, before, next) {
            let mut word = String::new();
            let from = i;
            i = push_word(&chars, i, &mut word);
            debug_assert!(i > from, "a word has a letter");
            let at = start..end_of(i);
            if let Some(verb) = denied(&word) {
                tokens.push(Token {
                    text: verb,
                    at: at.clone(),
                });
                "not".clone_into(&mut word);
            }
            tokens.push(Token { text: word, at });
        } else {
            if OPERATORS.contains(c) {
                operator(&mut tokens, c, start..end_of(i + 1));
            }
            i += 1;
        }
    }
    tokens
}

/// The verb that a word denies: of `cannot` and `can't` it is `can`.
fn denied(word: &str) -> Option<String> {
    let verb = match word {
        "cannot" | "cant" => "can",
        "wont" => "will",
        "shant" => "shall",
        _ => {
            let verbs = [
                "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "could",
                "would", "should", "must", "might", "need",
            ];
            let verb = word.strip_suffix("nt")?;
            verbs.into_iter().find(|known| *known == verb)?
        }
    };
    Some(verb.to_owned())
}

/// `<=` is `≤`, written with two signs.
fn operator(tokens: &mut Vec<Token>, c: char, at: Range<usize>) {
    let joined = match (c, tokens.last_mut()) {
        ('=', Some(last)) if last.at.end == at.start && last.text == "<" => Some((last, "≤")),
        ('=', Some(last)) if last.at.end == at.start && last.text == ">" => Some((last, "≥")),
        _ => None,
    };
    if let Some((last, text)) = joined {
        text.clone_into(&mut last.text);
        last.at.end = at.end;
    } else {
        tokens.push(Token {
            text: c.to_string(),
            at,
        });
    }
}

/// Whether a hyphen is the sign of a number: it stands before a digit and after no word.
fn is_sign(c: char, before: Option<char>, next: Option<char>) -> bool {
    HYPHENS.contains(c)
        && next.is_some_and(|c| c.is_ascii_digit())
        && before.is_none_or(|c| !c.is_alphanumeric() && c != '%' && c != ')')
}

/// Reads a word or a number; gives the position after it.
fn push_word(chars: &[(usize, char)], mut i: usize, word: &mut String) -> usize {
    if HYPHENS.contains(chars[i].1) {
        word.push('-');
        i += 1;
    }
    while let Some(&(_, c)) = chars.get(i) {
        let next = chars.get(i + 1).map(|(_, c)| *c);
        let digits = word.ends_with(|c: char| c.is_ascii_digit())
            && next.is_some_and(|c| c.is_ascii_digit());
        let letters = word.ends_with(char::is_alphabetic);
        if c.is_alphanumeric() {
            push_folded(c, word);
            i += 1;
        } else if matches!(c, '.' | '\u{b7}') && digits {
            word.push('.');
            i += 1;
        } else if (c == ',' && digits) || (matches!(c, '\'' | '\u{2019}') && letters) {
            i += 1;
        } else if HYPHENS.contains(c) && letters {
            // `follow-up`, also over the end of a line.
            let mut after = i + 1;
            if chars
                .get(after)
                .is_some_and(|(_, c)| matches!(c, '\n' | '\r'))
            {
                while chars.get(after).is_some_and(|(_, c)| c.is_whitespace()) {
                    after += 1;
                }
            }
            match chars.get(after) {
                Some((_, c)) if c.is_alphabetic() => i = after,
                _ => break,
            }
        } else {
            break;
        }
    }
    i
}

/// A letter as it is compared: small, ligatures taken apart, digits set high as digits.
fn push_folded(c: char, word: &mut String) {
    match c {
        'ﬀ' => word.push_str("ff"),
        'ﬁ' => word.push_str("fi"),
        'ﬂ' => word.push_str("fl"),
        'ﬃ' => word.push_str("ffi"),
        'ﬄ' => word.push_str("ffl"),
        '²' => word.push('2'),
        '³' => word.push('3'),
        'μ' => word.push('µ'),
        _ => word.extend(c.to_lowercase()),
    }
}

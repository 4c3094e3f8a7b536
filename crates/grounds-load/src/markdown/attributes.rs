//! `{#id .class key=value}`, with Pandoc's grammar.
//!
//! Pandoc 2.17: an identifier, a class or a key begins with a letter and goes on with letters,
//! digits and `-_:.`; blanks and single line breaks separate; anything else in the braces makes
//! them plain text.

use std::ops::Range;

use super::entities;
use super::tree::{Attributes, Name, Pair};
use crate::byte_set::{ByteSet, LETTERS_AND_DIGITS};

/// Why braces are no attributes, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Malformed {
    pub(super) range: Range<usize>,
    pub(super) reason: &'static str,
}

/// Reads the attributes whose `{` stands at `start`. Their `range` ends behind the `}`.
pub(super) fn parse(text: &str, start: usize) -> Result<Attributes, Malformed> {
    let mut reader = Reader {
        text,
        at: start + 1,
    };
    let mut attributes = Attributes::default();
    reader.skip_blanks();
    while !reader.eat('}') {
        let item = reader.at;
        reader
            .attribute(&mut attributes)
            .map_err(|reason| Malformed {
                range: item..reader.end_of_word(item),
                reason,
            })?;
        reader.skip_blanks();
    }
    attributes.range = start..reader.at;
    Ok(attributes)
}

/// How much of a mistake is shown: the rest may go on to the end of the text.
const LONGEST_SHOWN: usize = 64;

/// No value in quotes is longer than this, in bytes.
const LONGEST_VALUE: usize = 4096;

/// What ends a value without quotes, and what escapes the next character in it.
static ENDING: ByteSet = ByteSet::of(b" \t\r\n}\\");

/// All but what names of ASCII have.
static BESIDE_NAMES: ByteSet = LETTERS_AND_DIGITS.and(b"-_:.").inverted();

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    /// Blanks and at most one line break, which no empty line may follow.
    fn skip_blanks(&mut self) {
        self.skip_spaces();
        let before = self.at;
        if self.eat('\r') | self.eat('\n') {
            self.skip_spaces();
            if matches!(self.peek(), None | Some('\r' | '\n')) {
                self.at = before;
            }
        }
    }

    fn skip_spaces(&mut self) {
        while self.eat(' ') || self.eat('\t') {}
    }

    fn end_of_word(&self, start: usize) -> usize {
        let far = self.text.floor_char_boundary(start + LONGEST_SHOWN);
        let word = self.text[start..far].find([' ', '\t', '\r', '\n', '}']);
        let word = word.map_or(far, |length| start + length.max(1));
        self.text.ceil_char_boundary(word)
    }

    fn attribute(&mut self, into: &mut Attributes) -> Result<(), &'static str> {
        let start = self.at;
        match self.peek() {
            Some('#') => {
                self.at += 1;
                let name = self.name().ok_or("an identifier begins with a letter")?;
                into.id = Some(name);
            }
            Some('.') => {
                self.at += 1;
                let name = self.name().ok_or("a class begins with a letter")?;
                into.classes.push(name);
            }
            Some('-') => {
                self.at += 1;
                let text = "unnumbered".to_owned();
                into.classes.push(Name {
                    range: start..self.at,
                    text,
                });
            }
            Some(first) if first.is_alphabetic() => self.pair(into)?,
            Some('\r' | '\n') | None => return Err("the `}` is missing"),
            Some(_) => return Err("attributes are `#id`, `.class` and `key=value`"),
        }
        Ok(())
    }

    fn name(&mut self) -> Option<Name> {
        let start = self.at;
        let rest = &self.text[start..];
        if !rest.starts_with(char::is_alphabetic) {
            return None;
        }
        let plain = BESIDE_NAMES.position(rest.as_bytes()).unwrap_or(rest.len());
        let after = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'));
        let more = rest[plain..].find(after);
        let length = more.map_or(rest.len(), |more| plain + more);
        self.at += length;
        let text = rest[..length].to_owned();
        Some(Name {
            range: start..self.at,
            text,
        })
    }

    fn pair(&mut self, into: &mut Attributes) -> Result<(), &'static str> {
        let key = self.name().ok_or("a key begins with a letter")?;
        if !self.eat('=') {
            return Err("`=` and a value are missing, or the `.` of a class");
        }
        let (value, value_range) = self.value();
        match key.text.as_str() {
            "id" => {
                into.id = Some(Name {
                    range: value_range,
                    text: value,
                });
            }
            "class" => {
                let classes = value.split_whitespace();
                into.classes.extend(classes.map(|class| Name {
                    range: value_range.clone(),
                    text: class.to_owned(),
                }));
            }
            _ => into.pairs.push(Pair {
                range: key.range.start..self.at,
                value_range,
                key: key.text,
                value,
            }),
        }
        Ok(())
    }

    fn value(&mut self) -> (String, Range<usize>) {
        for quote in ['"', '\''] {
            if self.peek() == Some(quote)
                && let Some(found) = self.quoted(quote)
            {
                return found;
            }
        }
        let start = self.at;
        let rest = &self.text[start..];
        let plain = ENDING.position(rest.as_bytes()).unwrap_or(rest.len());
        let mut value = rest[..plain].to_owned();
        self.at += plain;
        while let Some(next) = self.peek().filter(|c| !" \t\r\n}".contains(*c)) {
            self.push_literal(next, &mut value);
        }
        (value, start..self.at)
    }

    /// A value in quotes, which Pandoc does not let begin with a blank.
    fn quoted(&mut self, quote: char) -> Option<(String, Range<usize>)> {
        let start = self.at;
        self.at += 1;
        let mut value = String::new();
        if self.eat(quote) {
            return Some((value, start + 1..start + 1));
        }
        let mut next = self.peek().filter(|c| !c.is_whitespace());
        while let Some(char) = next {
            if self.at - start > LONGEST_VALUE {
                break;
            }
            if char == quote {
                self.at += 1;
                return Some((value, start + 1..self.at - 1));
            }
            if char == '&'
                && let Some((decoded, length)) = entities::decode(&self.text[self.at..])
            {
                value.push_str(&decoded);
                self.at += length;
            } else if char == '\r' || char == '\n' {
                let before = self.at;
                self.skip_blanks();
                if self.at == before {
                    break;
                }
                value.push(' ');
            } else {
                self.push_literal(char, &mut value);
            }
            next = self.peek();
        }
        self.at = start;
        None
    }

    fn push_literal(&mut self, char: char, value: &mut String) {
        self.at += char.len_utf8();
        let escaped = self
            .peek()
            .filter(|c| char == '\\' && !c.is_alphanumeric() && *c != '\n' && *c != '\r');
        value.push(escaped.unwrap_or(char));
        self.at += escaped.map_or(0, char::len_utf8);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        match parse(text, 0) {
            Err(malformed) => format!("{:?}: {}", malformed.range, malformed.reason),
            Ok(found) => {
                let id = found
                    .id
                    .map_or(String::new(), |id| format!("#{} ", id.text));
                let classes = found
                    .classes
                    .iter()
                    .map(|class| format!(".{} ", class.text));
                let pairs = found
                    .pairs
                    .iter()
                    .map(|p| format!("{}={:?} ", p.key, p.value));
                id + &classes.chain(pairs).collect::<String>()
            }
        }
    }

    #[test]
    fn reads_all_kinds() {
        let written = "{#i .c-1 .é k=v, q=\"a \\\" &amp; b\" e= id=j class='m n' -}";
        assert_eq!(
            shown(written),
            "#j .c-1 .é .m .n .unnumbered k=\"v,\" q=\"a \\\" & b\" e=\"\" "
        );
        assert_eq!(shown("{.a.b\n #c}"), "#c .a.b ");
        assert_eq!(shown("{}"), "");
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(shown("{.1}"), "1..3: a class begins with a letter");
        assert!(shown("{claim needs}").contains("1..6: `=`"));
        assert!(shown("{.a\n\n.b}").contains("`}` is missing"));
        assert!(shown("{k=\" a\"}").contains("5..7"));
        assert!(shown("{.a").contains("missing"));
    }

    #[test]
    fn a_value_has_its_place() {
        let text = "x {k=\"v w\" j=u}";
        let found = parse(text, 2).expect("well-formed");
        let places: Vec<_> = found
            .pairs
            .iter()
            .map(|p| &text[p.value_range.clone()])
            .collect();
        assert_eq!(places, ["v w", "u"]);
        assert_eq!(&text[found.pairs[0].range.clone()], "k=\"v w\"");
    }
}

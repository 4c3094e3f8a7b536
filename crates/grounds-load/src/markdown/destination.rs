//! `(url "title")` after a link's brackets.

use super::entities;

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Destination {
    pub(super) url: String,
    pub(super) title: String,
}

/// An address is not longer than this, unless it carries its data.
const LONGEST: usize = 8192;

/// Reads the parenthesis at `at`: the destination, and where the parenthesis ends.
pub(super) fn parse(text: &str, at: usize) -> Option<(Destination, usize)> {
    let inside = text[at..]
        .strip_prefix('(')?
        .trim_start_matches([' ', '\t']);
    let (url, rest) = match inside
        .strip_prefix('<')
        .and_then(|rest| rest.split_once('>'))
    {
        Some((url, rest)) if !url.contains('\n') => (literal(url), rest),
        _ => {
            let length = url_length(inside)?;
            (literal(inside[..length].trim()), &inside[length..])
        }
    };
    let rest = rest.trim_start();
    let (title, rest) = title(rest).map_or((String::new(), rest), |(title, rest)| (title, rest));
    let rest = rest.trim_start_matches([' ', '\t']).strip_prefix(')')?;
    let url = url.split_whitespace().collect::<Vec<_>>().join("%20");
    Some((Destination { url, title }, text.len() - rest.len()))
}

/// How far the address goes: to the closing parenthesis, or to blanks and a quote.
fn url_length(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut escaped = false;
    let data = text.starts_with("data:");
    for (at, char) in text.char_indices() {
        if at > LONGEST && !data {
            return None;
        }
        match char {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            ' ' | '\t' if depth == 0 && text[at..].trim_start().starts_with(['"', '\'']) => {
                return Some(at);
            }
            '\n' if depth == 0 && title(text[at..].trim_start()).is_some() => return Some(at),
            _ => {}
        }
    }
    None
}

/// A title in quotes at the start of `text`, and what follows it.
fn title(text: &str) -> Option<(String, &str)> {
    let quote = text
        .chars()
        .next()
        .filter(|char| matches!(char, '"' | '\''))?;
    let mut escaped = false;
    for (at, char) in text.char_indices().skip(1).take(LONGEST) {
        let rest = &text[at + char.len_utf8()..];
        if char == quote && !escaped && !rest.starts_with(char::is_alphanumeric) {
            return Some((literal(&text[1..at]), rest));
        }
        escaped = char == '\\' && !escaped;
    }
    None
}

/// Text with its escapes and entities decoded.
pub(super) fn literal(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        let next = rest[char.len_utf8()..].chars().next();
        if char == '&'
            && let Some((entity, length)) = entities::decode(rest)
        {
            decoded.push_str(&entity);
            rest = &rest[length..];
        } else if let Some(next) = next.filter(|next| char == '\\' && !next.is_alphanumeric()) {
            decoded.push(next);
            rest = &rest[1 + next.len_utf8()..];
        } else {
            decoded.push(char);
            rest = &rest[char.len_utf8()..];
        }
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, String, usize)> {
        parse(text, 0).map(|(found, end)| (found.url, found.title, end))
    }

    #[test]
    fn reads_addresses_and_titles() {
        let found = |url: &str, title: &str, end| Some((url.to_owned(), title.to_owned(), end));
        assert_eq!(read("(u)x"), found("u", "", 3));
        assert_eq!(read("( u(b)c  'd' )"), found("u(b)c", "d", 14));
        assert_eq!(read("(<u v> \"t\")"), found("u%20v", "t", 11));
        assert_eq!(read("(a\\)b&amp;)"), found("a)b&", "", 11));
        assert_eq!(read("()"), found("", "", 2));
        assert_eq!(read("(a"), None);
    }
}

//! Stems: what is left of a word without its endings, so that contents can be compared.
//!
//! Light on purpose: two forms of one word must meet, two words must not. It takes off the
//! endings of inflection and `-ly`, as the S-stemmer of Harman (How effective is suffixing?
//! JASIS 1991;42:7–15) does for plurals, and leaves derivation alone.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use smol_str::SmolStr;

use super::lexicon::{Words, entries};
use super::token::{Kind, Token};

static IRREGULAR: LazyLock<HashMap<&'static str, &'static str, FixedState>> = LazyLock::new(|| {
    let entries = entries(include_str!("irregular.txt"));
    entries.map(|(form, base)| (form, base.trim())).collect()
});
static FUNCTION_WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::parse(include_str!("function-words.txt")));

/// The stem of a token; `None` for a word without content of its own.
pub(crate) fn content(token: &Token) -> Option<SmolStr> {
    match token.kind {
        Kind::Sign => None,
        Kind::Number => Some(token.text.chars().filter(|char| *char != ',').collect()),
        Kind::Word if FUNCTION_WORDS.has(token) => None,
        Kind::Word => Some(stem(&token.text)),
    }
}

/// The stem of a word in lower case.
pub(crate) fn stem(word: &str) -> SmolStr {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if let Some(base) = IRREGULAR.get(word) {
        return finish(base);
    }
    let singular = singular(word);
    let base = ["ing", "ed", "ly"]
        .iter()
        .filter_map(|ending| singular.strip_suffix(ending))
        .find(|base| base.len() >= 3 && base.contains(['a', 'e', 'i', 'o', 'u', 'y']))
        .map_or(&*singular, undouble);
    finish(base)
}

fn singular(word: &str) -> Cow<'_, str> {
    if word.len() > 4 && word.ends_with("ies") {
        Cow::Owned(format!("{}y", &word[..word.len() - 3]))
    } else if word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
    {
        Cow::Borrowed(&word[..word.len() - 1])
    } else {
        Cow::Borrowed(word)
    }
}

/// `stopp` is `stop`.
fn undouble(base: &str) -> &str {
    let mut ends = base.chars().rev();
    match (ends.next(), ends.next()) {
        (Some(last), Some(before)) if last == before && !"aeioulsz".contains(last) => {
            &base[..base.len() - last.len_utf8()]
        }
        _ => base,
    }
}

/// So that `improve` meets `improv-ing` and `therapy` meets `therapi-es`.
fn finish(base: &str) -> SmolStr {
    let base = base
        .strip_suffix('e')
        .filter(|rest| rest.len() > 2)
        .unwrap_or(base);
    match base.strip_suffix('y').filter(|rest| rest.len() > 2) {
        Some(rest) => [rest, "i"].into_iter().collect(),
        None => SmolStr::new(base),
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_one_word_meet() {
        for forms in [
            &["improve", "improves", "improved", "improving"][..],
            &["grow", "grew", "grown", "grows", "growth"],
            &["stop", "stops", "stopped", "stopping"],
            &["therapy", "therapies"],
            &["week", "weeks", "weekly"],
            &["needle", "needles", "needling"],
            &["woman", "women", "woman's"],
        ] {
            let first = stem(forms[0]);
            for form in forms {
                assert_eq!(stem(form), first, "{form}");
            }
        }
        assert_ne!(stem("hair"), stem("hairless"));
        assert_ne!(stem("his"), stem("hi"));
    }
}

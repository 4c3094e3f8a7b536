//! Word lists: sorted text files beside this one, an entry a line, `#` before a comment.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;

pub(crate) use super::sieve::{Mark, Sieve};
use super::token::{Gap, Kind, Token};

/// A set of words.
#[derive(Debug)]
pub(crate) struct Words {
    words: HashSet<&'static str, FixedState>,
    sieve: Sieve,
}

/// A set of phrases. In an entry, `a/b` stands for either word, `*` for any one word and `#` for
/// a number; the gap between two words may be a blank or a hyphen, but no mark.
#[derive(Debug)]
pub(crate) struct Phrases {
    by_first: HashMap<&'static str, Vec<Vec<Slot>>, FixedState>,
    sieve: Sieve,
}

type Slot = Vec<&'static str>;

/// The forms of a set of verbs. An entry is the base form; irregular forms, or those that double
/// a letter, follow it after a colon.
#[derive(Debug)]
pub(crate) struct Verbs {
    forms: HashMap<String, Form, FixedState>,
    sieve: Sieve,
}

/// A form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `reduce`
    Base,
    /// `reduces`
    Third,
    /// `reduced`
    Past,
    /// `reducing`
    Participle,
}

/// The entries of a word list, with what stands after a colon.
pub(crate) fn entries(data: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    data.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split_once(':').unwrap_or((line, "")))
}

impl Words {
    pub(crate) fn parse(data: &'static str) -> Self {
        let words: HashSet<&str, FixedState> = entries(data).map(|(word, _)| word).collect();
        Self {
            sieve: Sieve::of(words.iter()),
            words,
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &&'static str> {
        self.words.iter()
    }

    pub(crate) fn has(&self, token: &Token) -> bool {
        self.sieve.may_have(token.mark) && self.words.contains(token.text.as_str())
    }

    pub(crate) fn has_text(&self, word: &str) -> bool {
        self.words.contains(word)
    }
}

impl Phrases {
    pub(crate) fn parse(data: &'static str) -> Self {
        let mut by_first: HashMap<_, Vec<Vec<Slot>>, _> = HashMap::default();
        for (entry, _) in entries(data) {
            let slots: Vec<Slot> = entry
                .split_whitespace()
                .map(|slot| slot.split('/').collect())
                .collect();
            for first in &slots[0] {
                by_first.entry(*first).or_default().push(slots.clone());
            }
        }
        Self {
            sieve: Sieve::of(by_first.keys()),
            by_first,
        }
    }

    /// The words with which they begin.
    pub(crate) fn first_words(&self) -> impl Iterator<Item = &&'static str> {
        self.by_first.keys()
    }

    /// The number of tokens of the longest phrase that begins at `at`.
    pub(crate) fn length_at(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let first = tokens.get(at)?;
        if !self.sieve.may_have(first.mark) {
            return None;
        }
        let phrases = self.by_first.get(first.text.as_str())?;
        let fitting = phrases
            .iter()
            .filter(|slots| go_on(&slots[1..], &tokens[at + 1..]));
        fitting.map(Vec::len).max()
    }

    /// Whether a phrase holds the token at `at`.
    pub(crate) fn cover(&self, tokens: &[Token], at: usize) -> bool {
        (at.saturating_sub(5)..=at).any(|start| {
            self.length_at(tokens, start)
                .is_some_and(|n| start + n > at)
        })
    }
}

/// Whether a phrase goes on with these tokens behind its first word.
fn go_on(slots: &[Slot], tokens: &[Token]) -> bool {
    slots.len() <= tokens.len()
        && slots.iter().zip(tokens).all(|(slot, token)| {
            token.gap < Gap::Comma
                && slot.iter().any(|&word| match word {
                    "*" => token.kind == Kind::Word,
                    "#" => token.kind == Kind::Number,
                    _ => token.is(word),
                })
        })
}

impl Verbs {
    pub(crate) fn parse(data: &'static str) -> Self {
        let mut forms = HashMap::default();
        for (base, irregular) in entries(data) {
            let irregular: Vec<&str> = irregular.split_whitespace().collect();
            let (participles, pasts): (Vec<&str>, Vec<&str>) = irregular
                .into_iter()
                .partition(|form| form.ends_with("ing"));
            forms.insert(third(base), Form::Third);
            insert_or(&mut forms, pasts, past(base), Form::Past);
            insert_or(&mut forms, participles, participle(base), Form::Participle);
            // Last, so that `cut` and `read` count as the base form.
            forms.insert(base.to_owned(), Form::Base);
        }
        Self {
            sieve: Sieve::of(forms.keys()),
            forms,
        }
    }

    /// All forms, each with what it is.
    pub(super) fn into_forms(self) -> impl Iterator<Item = (String, Form)> {
        self.forms.into_iter()
    }

    pub(crate) fn form(&self, token: &Token) -> Option<Form> {
        if !self.sieve.may_have(token.mark) {
            return None;
        }
        self.forms.get(token.text.as_str()).copied()
    }
}

fn insert_or(
    forms: &mut HashMap<String, Form, FixedState>,
    written: Vec<&str>,
    made: String,
    form: Form,
) {
    if written.is_empty() {
        forms.insert(made, form);
    } else {
        forms.extend(written.into_iter().map(|word| (word.to_owned(), form)));
    }
}

fn third(base: &str) -> String {
    match changing_y(base) {
        Some(stem) => format!("{stem}ies"),
        None if base.ends_with(['s', 'x', 'z', 'o'])
            || base.ends_with("sh")
            || base.ends_with("ch") =>
        {
            format!("{base}es")
        }
        None => format!("{base}s"),
    }
}

fn past(base: &str) -> String {
    match changing_y(base) {
        Some(stem) => format!("{stem}ied"),
        None => format!("{}ed", base.strip_suffix('e').unwrap_or(base)),
    }
}

fn participle(base: &str) -> String {
    let mute = base.ends_with('e') && !base.ends_with("ee") && base.len() > 2;
    format!("{}ing", if mute { &base[..base.len() - 1] } else { base })
}

/// The stem of a verb whose `y` becomes `ie`: one after a consonant.
fn changing_y(base: &str) -> Option<&str> {
    base.strip_suffix('y')
        .filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']))
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[test]
    fn verbs_are_inflected() {
        let verbs = Verbs::parse("cut: cut cutting\ngrow: grew grown\nreduce\nremedy\nstretch\n");
        let form = |word: &str| verbs.form(&tokens(word)[0]);
        for base in ["cut", "grow", "reduce", "remedy", "stretch"] {
            assert_eq!(form(base), Some(Form::Base), "{base}");
        }
        for third in ["cuts", "grows", "reduces", "remedies", "stretches"] {
            assert_eq!(form(third), Some(Form::Third), "{third}");
        }
        for past in ["grew", "grown", "reduced", "remedied", "stretched"] {
            assert_eq!(form(past), Some(Form::Past), "{past}");
        }
        for participle in ["cutting", "growing", "reducing", "remedying"] {
            assert_eq!(form(participle), Some(Form::Participle), "{participle}");
        }
        assert_eq!(form("growed"), None);
    }

    #[test]
    fn phrases_keep_within_marks() {
        let phrases = Phrases::parse("as * as\nlead/leads to\nside effect/effects\n");
        let found = |text: &str| {
            let tokens = tokens(text);
            let at = |at| Some(at..at + phrases.length_at(&tokens, at)?);
            (0..tokens.len()).find_map(at)
        };
        assert_eq!(found("No side-effects."), Some(1..3));
        assert_eq!(found("It leads to harm."), Some(1..3));
        assert_eq!(found("By the side, effects"), None);
        assert_eq!(found("It is as safe as milk."), Some(2..5));
        assert!(phrases.cover(&tokens("as safe as"), 1));
    }
}

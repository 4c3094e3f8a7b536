//! Word lists: sorted text files beside this one, an entry a line, `#` before a comment.

use smol_str::SmolStr;

pub(crate) use super::listed::Listed;
pub(crate) use super::sieve::{Mark, Sieve};
use super::token::{Gap, Kind, Token};

/// A set of words.
#[derive(Debug)]
pub(crate) struct Words(Listed<()>);

/// A set of phrases. In an entry, `a/b` stands for either word, `*` for any one word and `#` for
/// a number; the gap between two words may be a blank or a hyphen, but no mark.
#[derive(Debug)]
pub(crate) struct Phrases {
    /// What may follow each word with which one begins.
    by_first: Listed<Following>,
}

/// The phrases that begin with a word, without it.
#[derive(Debug, Default)]
struct Following {
    phrases: Vec<Box<[Slot]>>,
    /// A bit for each word that may come next; all of them where any word may, or none need.
    next: u64,
}

impl Following {
    fn of(phrase: Box<[Slot]>) -> Self {
        let next = match phrase.first() {
            None => u64::MAX,
            Some(slot) => slot.iter().fold(0, |next, part| next | part.bits()),
        };
        Self {
            phrases: vec![phrase],
            next,
        }
    }

    fn add(&mut self, other: Self) {
        self.phrases.extend(other.phrases);
        self.next |= other.next;
    }

    /// Whether one of them may go on with these tokens. Most do not.
    fn may_go_on(&self, rest: &[Token]) -> bool {
        let next = rest.first().map_or(0, |token| token.mark.bit());
        self.next == u64::MAX || self.next & next != 0
    }
}

/// What may stand at one place of a phrase.
type Slot = Box<[Part]>;

/// A word of a phrase, or what stands for any.
#[derive(Debug, Clone)]
enum Part {
    AnyWord,
    AnyNumber,
    Word(Mark, &'static str),
}

impl Part {
    fn parse(part: &'static str) -> Self {
        match part {
            "*" => Self::AnyWord,
            "#" => Self::AnyNumber,
            word => Self::Word(Mark::of(word), word),
        }
    }

    /// The bits of the words that it may be.
    fn bits(&self) -> u64 {
        match self {
            Self::AnyWord | Self::AnyNumber => u64::MAX,
            Self::Word(mark, _) => mark.bit(),
        }
    }

    fn is(&self, token: &Token) -> bool {
        match self {
            Self::AnyWord => token.kind == Kind::Word,
            Self::AnyNumber => token.kind == Kind::Number,
            // Most words are told apart by their hashes.
            Self::Word(mark, word) => token.mark == *mark && token.is(word),
        }
    }
}

/// The forms of a set of verbs. An entry is the base form; irregular forms, or those that double
/// a letter, follow it after a colon.
#[derive(Debug)]
pub(crate) struct Verbs(Listed<Form>);

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
        let words = entries(data).map(|(word, _)| (SmolStr::new_static(word), ()));
        Self(Listed::of(words, |(), ()| {}))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.words()
    }

    pub(crate) fn has(&self, token: &Token) -> bool {
        self.0.of_token(token).is_some()
    }

    pub(crate) fn has_text(&self, word: &str) -> bool {
        self.0.get(word, Mark::of(word)).is_some()
    }
}

impl Phrases {
    pub(crate) fn parse(data: &'static str) -> Self {
        let by_first = entries(data).flat_map(|(entry, _)| {
            let mut slots = entry.split_whitespace();
            let firsts = slots.next().unwrap_or_default().split('/');
            let rest = slots.map(|slot| slot.split('/').map(Part::parse).collect());
            let rest: Box<[Slot]> = rest.collect();
            firsts.map(move |first| (SmolStr::new_static(first), Following::of(rest.clone())))
        });
        Self {
            by_first: Listed::of(by_first, Following::add),
        }
    }

    /// The words with which they begin.
    pub(crate) fn first_words(&self) -> impl Iterator<Item = &str> {
        self.by_first.words()
    }

    /// The number of tokens of the longest phrase that begins at `at`.
    pub(crate) fn length_at(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let following = self.by_first.of_token(tokens.get(at)?)?;
        let rest = &tokens[at + 1..];
        if !following.may_go_on(rest) {
            return None;
        }
        let phrases = following.phrases.iter();
        let fitting = phrases.filter(|slots| go_on(slots, rest));
        fitting.map(|slots| slots.len() + 1).max()
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
        && slots
            .iter()
            .zip(tokens)
            .all(|(slot, token)| token.gap < Gap::Comma && slot.iter().any(|part| part.is(token)))
}

impl Verbs {
    pub(crate) fn parse(data: &'static str) -> Self {
        Self(Listed::of(forms(data), |known, form| *known = form))
    }

    pub(crate) fn form(&self, token: &Token) -> Option<Form> {
        self.0.of_token(token).copied()
    }

    /// All forms.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, Form)> {
        self.0.iter().map(|(word, form)| (word, *form))
    }
}

/// The forms of the verbs of a list; of a word that comes several times, the last one counts.
pub(super) fn forms(data: &'static str) -> impl Iterator<Item = (SmolStr, Form)> {
    entries(data).flat_map(|(base, irregular)| {
        let written = irregular.split_whitespace();
        let is_participle = |form: &str| form.ends_with("ing");
        let past = written.clone().all(is_participle).then(|| past(base));
        let participle = !written.clone().any(is_participle);
        let participle = participle.then(|| participle_of(base));
        let written = written.map(move |form| {
            let of = if is_participle(form) {
                Form::Participle
            } else {
                Form::Past
            };
            (SmolStr::new_static(form), of)
        });
        std::iter::once((third(base), Form::Third))
            .chain(written)
            .chain(past.map(|form| (form, Form::Past)))
            .chain(participle.map(|form| (form, Form::Participle)))
            // Last, so that `cut` and `read` count as the base form.
            .chain([(SmolStr::new_static(base), Form::Base)])
    })
}

fn third(base: &str) -> SmolStr {
    match changing_y(base) {
        Some(stem) => joined(stem, "ies"),
        None if base.ends_with(['s', 'x', 'z', 'o'])
            || base.ends_with("sh")
            || base.ends_with("ch") =>
        {
            joined(base, "es")
        }
        None => joined(base, "s"),
    }
}

fn past(base: &str) -> SmolStr {
    match changing_y(base) {
        Some(stem) => joined(stem, "ied"),
        None => joined(base.strip_suffix('e').unwrap_or(base), "ed"),
    }
}

fn participle_of(base: &str) -> SmolStr {
    let mute = base.ends_with('e') && !base.ends_with("ee") && base.len() > 2;
    joined(if mute { &base[..base.len() - 1] } else { base }, "ing")
}

fn joined(stem: &str, ending: &str) -> SmolStr {
    [stem, ending].into_iter().collect()
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

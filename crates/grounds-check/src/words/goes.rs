//! The words that say which way an outcome goes: before its name, `lowers the risk of a stroke`, and behind it, `strokes are
//! rarer`, `blood pressure falls`.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use grounds_evidence::Direction;
use smol_str::SmolStr;

use super::direction::turn;
use super::ways::{BETWEEN, COUNTED};
use crate::classify::lexicon::{Listed, entries};
use crate::classify::token::{Gap, Token};

/// What a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Says {
    Rises,
    Falls,
    High,
    Low,
    Causes,
    Better,
    Eased,
    Worse,
    Good,
    Bad,
    Longer,
    Shorter,
    Rest,
}

/// The lists of words.
struct Lists {
    stems: HashMap<&'static str, Direction, FixedState>,
    words: Listed<Says>,
    wanted: Vec<&'static str>,
    lacking: Vec<&'static str>,
    measured: Vec<&'static str>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut said = Vec::new();
    let mut lists = Lists {
        stems: HashMap::default(),
        words: Listed::of([], |_, _| {}),
        wanted: Vec::new(),
        lacking: Vec::new(),
        measured: Vec::new(),
    };
    for (name, words) in entries(include_str!("ways.txt")) {
        let words = words.split(',').map(str::trim);
        let says = match name {
            "more" => {
                lists
                    .stems
                    .extend(words.map(|word| (word, Direction::More)));
                continue;
            }
            "less" => {
                lists
                    .stems
                    .extend(words.map(|word| (word, Direction::Less)));
                continue;
            }
            "wanted" => {
                lists.wanted.extend(words);
                continue;
            }
            "lacking" => {
                lists.lacking.extend(words);
                continue;
            }
            "measured" => {
                lists.measured.extend(words);
                continue;
            }
            "rises" => Says::Rises,
            "falls" => Says::Falls,
            "high" => Says::High,
            "low" => Says::Low,
            "causes" => Says::Causes,
            "better" => Says::Better,
            "eased" => Says::Eased,
            "worse" => Says::Worse,
            "good" => Says::Good,
            "bad" => Says::Bad,
            "longer" => Says::Longer,
            "shorter" => Says::Shorter,
            _ => Says::Rest,
        };
        said.extend(words.map(|word| (SmolStr::new_static(word), says)));
    }
    lists.words = Listed::of(said, |known, says| *known = says);
    lists
});

/// What may stand between an outcome and a word of direction behind it: `flares are probably less common`.
const BEHIND: &[&str] = &[
    "also", "are", "back", "be", "been", "come", "comes", "could", "gets", "get", "got", "had",
    "happen", "happens", "has", "have", "is", "may", "might", "occur", "occurs", "scores", "score",
    "symptoms", "levels", "level", "values", "was", "were", "will",
];

/// What may stand behind a verb that says that something goes up or down by itself.
const AFTER_RISING: &[&str] = &[
    "after", "again", "among", "and", "at", "but", "by", "during", "for", "from", "if", "in",
    "more", "on", "over", "than", "to", "under", "when", "while", "with", "within",
];

/// The most words between a word of direction and its outcome.
const REACH: usize = 9;

/// What the name of an outcome tells of it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Nature {
    /// Whether it is wanted, where that is known.
    pub(super) is_wanted: Option<bool>,
    /// Whether it is a time or a length.
    pub(super) is_measured: bool,
}

/// Whether everybody wants an outcome, by its name.
pub(super) fn is_wanted(label: &str) -> bool {
    has_word(label, &LISTS.wanted) && !has_word(label, &LISTS.lacking)
}

/// Whether an outcome is a time or a length, by its name.
pub(super) fn is_measured(label: &str) -> bool {
    has_word(label, &LISTS.measured)
}

fn has_word(label: &str, list: &[&str]) -> bool {
    let label = label.to_lowercase();
    let mut words = label.split(|c: char| !c.is_alphanumeric());
    words.any(|word| list.contains(&word))
}

/// Whether a word says which way something goes.
pub(super) fn is_of_way(token: &Token, stem: &str) -> bool {
    by_stem(stem).is_some() || is_of_way_as_written(token)
}

/// The same, where its stem is not known.
pub(super) fn is_of_way_as_written(token: &Token) -> bool {
    says(token).is_some_and(|says| says != Says::Rest)
        || token.is_any(&["down", "lead", "leads", "led", "up"])
}

/// A text whose words are asked.
#[derive(Clone, Copy)]
pub(super) struct Goes<'t> {
    pub(super) tokens: &'t [Token],
    pub(super) stems: &'t [SmolStr],
    /// Where it names only what is done.
    pub(super) done: &'t [Range<usize>],
    pub(super) nature: Nature,
}

impl Goes<'_> {
    /// The words of direction before an outcome: one, where what they say is plain.
    pub(super) fn before(&self, place: &Range<usize>) -> Vec<(Direction, usize)> {
        let tokens = self.tokens;
        let mut found = Vec::new();
        if tokens
            .get(place.end)
            .is_some_and(|next| next.gap < Gap::Comma && says(next) == Some(Says::Rest))
        {
            return found;
        }
        for at in (place.start.saturating_sub(REACH)..place.start).rev() {
            if tokens[at + 1].gap >= Gap::Comma {
                break;
            }
            let token = &tokens[at];
            match self.way(at) {
                Some(direction) => found.push((direction, at)),
                None if found.is_empty() && self.brings_about(at) => {
                    found.push((Direction::More, at));
                    break;
                }
                None if token.is_any(BETWEEN) || token.text.ends_with("ly") => {}
                None => break,
            }
        }
        found
    }

    /// What a word before an outcome says.
    fn way(&self, at: usize) -> Option<Direction> {
        if let Some(direction) = by_stem(&self.stems[at]) {
            return Some(direction);
        }
        match says(&self.tokens[at])? {
            Says::Better => self.good(),
            Says::Worse => Some(turn(self.eased())),
            Says::Eased => Some(self.eased()),
            Says::Longer if self.nature.is_measured => Some(Direction::More),
            Says::Shorter if self.nature.is_measured => Some(Direction::Less),
            _ => None,
        }
    }

    /// Whether what is done is said to bring about what follows: `the treatment probably causes`, `leads to`.
    pub(super) fn brings_about(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let leads = token.is_any(&["lead", "leads", "led"])
            && self.tokens.get(at + 1).is_some_and(|next| next.is("to"));
        if !leads && says(token) != Some(Says::Causes) {
            return false;
        }
        let mut verb = at;
        while verb > 0
            && self.tokens[verb].gap < Gap::Comma
            && (self.tokens[verb - 1].is_any(&["can", "could", "may", "might", "will"])
                || self.tokens[verb - 1].text.ends_with("ly"))
        {
            verb -= 1;
        }
        self.tokens[verb].gap < Gap::Comma && self.done.iter().any(|done| done.end == verb)
    }

    /// What the words behind an outcome say.
    pub(super) fn behind(&self, place: &Range<usize>) -> Option<(Direction, usize)> {
        let tokens = self.tokens;
        let mut at = place.end;
        while tokens.get(at)?.gap < Gap::Comma
            && (tokens[at].is_any(BEHIND) || tokens[at].text.ends_with("ly"))
        {
            at += 1;
        }
        let goes = tokens.get(at).filter(|token| token.gap < Gap::Comma)?;
        if at == place.end && goes.is_any(&["among", "in"]) {
            return self.in_how_many(at);
        }
        let next = tokens.get(at + 1).filter(|token| token.gap < Gap::Comma);
        let stands = at > place.end
            && tokens[place.end..at]
                .iter()
                .any(|token| token.is_any(BEHIND));
        let made = !stands && self.is_made(place);
        let followed = next.is_some_and(|next| {
            next.is_any(&["common", "frequent", "frequently", "likely", "often"])
        });
        if goes.is_any(&["less", "more"]) && followed && (stands || made) {
            return Some((by_stem(&self.stems[at])?, at));
        }
        if goes.is_any(&["go", "goes", "went", "gone"]) {
            let direction = next?;
            let way = if direction.is("up") {
                Direction::More
            } else if direction.is("down") {
                Direction::Less
            } else {
                return None;
            };
            return Some((way, at + 1));
        }
        // “Pain increases stress” says nothing of pain.
        let plain = next.is_none_or(|next| next.is_any(AFTER_RISING) || next.text.ends_with("ly"));
        let way = match says(goes)? {
            Says::Rises if plain => Direction::More,
            Says::Falls if plain => Direction::Less,
            Says::High if stands => Direction::More,
            Says::Low if stands => Direction::Less,
            Says::Good if stands || made => self.good()?,
            Says::Bad if stands || made => turn(self.good()?),
            Says::Longer if self.nature.is_measured && (stands || made) => Direction::More,
            Says::Shorter if self.nature.is_measured && (stands || made) => Direction::Less,
            _ => return None,
        };
        Some((way, at))
    }

    /// “Causes a cough in fewer adults.”
    fn in_how_many(&self, at: usize) -> Option<(Direction, usize)> {
        let counts = self
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.is_any(&["fewer", "more"]));
        let whom = self.tokens.get(at + 2)?.is_any(COUNTED);
        Some((by_stem(&self.stems[at + 1])?, at + 1)).filter(|_| counts && whom)
    }

    /// Whether something is said to make an outcome so: `makes a stroke less likely`.
    fn is_made(&self, place: &Range<usize>) -> bool {
        let mut back = self.tokens[..place.start].iter().rev();
        let made =
            back.find(|token| !token.is_any(&["a", "an", "the", "their", "your", "another"]));
        made.is_some_and(|token| token.is_any(&["make", "makes", "made", "making"]))
    }

    /// Which way it goes where it is eased, as symptoms are.
    fn eased(&self) -> Direction {
        self.good().unwrap_or(Direction::Less)
    }

    /// Which way it goes where it gets better.
    fn good(&self) -> Option<Direction> {
        let wanted = self.nature.is_wanted?;
        Some(if wanted {
            Direction::More
        } else {
            Direction::Less
        })
    }
}

/// What a stem of a word for more or less says.
pub(super) fn by_stem(stem: &str) -> Option<Direction> {
    LISTS.stems.get(stem).copied()
}

fn says(token: &Token) -> Option<Says> {
    LISTS.words.of_token(token).copied()
}

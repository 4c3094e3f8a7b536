//! Which way words say that an outcome goes: more of it, or less.

use std::ops::Range;

use grounds_evidence::{Concepts, Direction, Relation};
use grounds_model::{Key, Scope};
use smol_str::SmolStr;

use super::everyday::{EVERYDAY, Kind};
use super::goes::{Goes, Nature, by_stem, is_measured, is_of_way, is_of_way_as_written};
use super::names::{ConceptNames, Named, NamesIn, Stemmed};
use super::sides::{Order, Sides};
use super::ways::{BETWEEN, BLURRING, COUNTED, HAVING, OF_OTHERS, TURNING};
use crate::classify::negation_word;
use crate::classify::stem::{content, stem};
use crate::classify::token::{Gap, Token, Tokens, tokens};
use crate::numbers::is_unwanted;

/// The most words between `more` and whom it counts: `fewer of the pregnant women`.
const TO_COUNTED: usize = 4;

/// The most words between `more` and what those have whom it counts.
const TO_HAD: usize = 14;

/// Which way a text says that an outcome goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    /// More or less of it.
    pub(crate) direction: Direction,
    /// The word that says so, as bytes of the text.
    pub(crate) words: Range<usize>,
}

/// Whether a text has a word that says which way something goes.
pub(crate) fn may_say(tokens: &Tokens) -> bool {
    let as_written = tokens.iter().any(is_of_way_as_written);
    as_written || tokens.stems().iter().any(|stem| by_stem(stem).is_some())
}

/// Which way a text says that the outcome of a scope goes with what the scope says is done; `None` where it does not say
/// it plainly, or says both.
pub(crate) fn said(
    text: &str,
    scope: &Scope,
    vocabulary: &ConceptNames,
    concepts: &Concepts<'_>,
) -> Option<Said> {
    let outcome = scope.outcome.as_ref()?;
    let text = Stemmed::of(text);
    if is_denied_or_asked(&text.tokens) {
        return None;
    }
    let names = NamesIn::of(text, vocabulary);
    said_of(&names, scope, concepts, is_wanted(outcome, concepts))
}

fn is_denied_or_asked(tokens: &Tokens) -> bool {
    negation_word(tokens) || tokens.iter().any(|token| token.is("?"))
}

/// The same, where it is known otherwise than by its name whether the outcome is wanted.
pub(crate) fn said_of(
    read: &NamesIn<'_>,
    scope: &Scope,
    concepts: &Concepts<'_>,
    is_wanted: Option<bool>,
) -> Option<Said> {
    let outcome = scope.outcome.as_ref()?;
    let text = &read.text;
    let tokens = &text.tokens;
    if is_denied_or_asked(tokens) {
        return None;
    }
    let named = &read.found;
    let sides = Sides {
        named,
        scope,
        concepts,
    };
    let done = sides.places_of_done();
    let ways = Goes {
        tokens,
        stems: &text.stems,
        done: &done,
        nature: Nature {
            is_wanted,
            is_measured: is_measured(concepts.label(outcome)),
        },
    };
    let places = outcome_places(text, named, outcome, concepts);
    let (direction, at, subject) = way_of(&ways, &places, &done)?;
    if tokens[at + 1..].iter().any(|token| token.is("off"))
        && tokens
            .iter()
            .any(|token| token.is_any(&["take", "takes", "took"]))
    {
        // “Took more days off the count” takes away.
        return None;
    }
    let turned = tokens[..at].iter().any(|token| token.is_any(TURNING))
        || tokens.iter().any(|token| token.is_any(BLURRING))
        // “Raises it less than” is less, and “as much as” neither.
        || tokens[at + 1..]
            .iter()
            .any(|token| token.is_any(&["as", "less", "smaller", "weaker"]));
    if turned || is_taken_back(&tokens[at + 1..]) || sides.is_of_something_else(tokens, at) {
        return None;
    }
    let direction = match sides.order(tokens, at, subject) {
        Order::AsClaimed => direction,
        Order::OtherWayRound => turn(direction),
        Order::Unclear => return None,
    };
    Some(Said {
        direction,
        words: tokens[at].range.clone(),
    })
}

/// What the words around the names of an outcome say of it, the word that says so, and where it is known of whom.
fn way_of(
    ways: &Goes<'_>,
    places: &[Range<usize>],
    done: &[Range<usize>],
) -> Option<(Direction, usize, usize)> {
    let (tokens, stems) = (ways.tokens, ways.stems);
    let mut said: Option<(Direction, usize, usize)> = None;
    for place in places {
        let mut found = ways.before(place);
        let behind = ways.behind(place);
        let behind = behind.filter(|_| !speaks_of_others(tokens, done));
        // “Causes a cough in fewer adults” says how many.
        if behind.is_some() {
            found.retain(|(_, at)| !ways.brings_about(*at));
        }
        found.extend(behind);
        let mut found: Vec<_> = found.into_iter().map(|(way, at)| (way, at, at)).collect();
        if found.is_empty() {
            found.extend(counted(tokens, stems, place));
        }
        // “Prevents more cases” says two things at once.
        match (found.as_slice(), said) {
            ([], _) => {}
            ([(direction, ..)], Some((other, ..))) if *direction != other => return None,
            ([one], _) => said = Some(*one),
            ([near, far], None) => said = Some(prevented(tokens, *near, *far)?),
            _ => return None,
        }
    }
    said
}

/// What “prevents more cases than” and “prevents fewer cases than” say of the cases.
fn prevented(
    tokens: &[Token],
    near: (Direction, usize, usize),
    far: (Direction, usize, usize),
) -> Option<(Direction, usize, usize)> {
    let compares = tokens[near.1..].iter().any(|token| token.is("than"));
    let counts = tokens[near.1].is_any(&["fewer", "more"]);
    let prevents = far.1 < near.1 && far.0 == Direction::Less;
    (compares && counts && prevents).then(|| (turn(near.0), far.1, far.1))
}

pub(super) fn turn(direction: Direction) -> Direction {
    match direction {
        Direction::More => Direction::Less,
        Direction::Less => Direction::More,
        Direction::Level => Direction::Level,
    }
}

/// Where a text names an outcome: by a name of it, or by the last word of one whose other words it has as well.
fn outcome_places(
    text: &Stemmed,
    named: &[Named<'_>],
    outcome: &Key,
    concepts: &Concepts<'_>,
) -> Vec<Range<usize>> {
    let is_it = |key: &Key| {
        matches!(
            concepts.relation(outcome, key),
            Relation::Equal | Relation::Narrower
        )
    };
    let by_name = named
        .iter()
        .filter(|it| it.concepts.iter().any(|key| is_it(key)));
    let mut found: Vec<Range<usize>> = by_name.map(|it| it.tokens.clone()).collect();
    // “Have a stroke” is an everyday name, and has that of the outcome within it.
    let longer = named.iter().filter(|it| {
        let everyday = it.everyday.map(|at| EVERYDAY[at].kind);
        it.concepts.is_empty() && everyday == Some(Kind::Outcome)
    });
    let longer: Vec<Range<usize>> = longer.map(|it| it.tokens.clone()).collect();
    if let Some(concept) = concepts.get(outcome) {
        for name in std::iter::once(&concept.label).chain(&concept.synonyms) {
            let words = tokens(name.as_str());
            let stems: Vec<SmolStr> = words.iter().filter_map(content).collect();
            for it in &longer {
                let within = &text.stems[it.clone()];
                if !stems.is_empty() && within.ends_with(&stems) {
                    found.push(it.end - stems.len()..it.end);
                }
            }
            let graded = words
                .first()
                .is_some_and(|first| first.is_any(&["high", "low", "no", "poor", "time", "free"]));
            if let Some(last) = stems.last().filter(|_| stems.len() > 1 && !graded) {
                let has = |stem: &SmolStr| text.stems.contains(stem);
                if stems.iter().all(has) {
                    let at = (0..text.stems.len()).filter(|&at| text.stems[at] == *last);
                    let free = at.filter(|at| !named.iter().any(|it| it.tokens.contains(at)));
                    found.extend(free.map(|at| at..at + 1).collect::<Vec<_>>());
                }
            }
        }
    }
    found.retain(|place| {
        let next = text.tokens.get(place.end);
        !next.is_some_and(|next| next.is("free"))
    });
    found
}

fn speaks_of_others(tokens: &[Token], done: &[Range<usize>]) -> bool {
    let than = tokens
        .iter()
        .position(|token| token.is_any(&["against", "compared", "than", "versus"]));
    let mut words = tokens[..than.unwrap_or(tokens.len())].iter().enumerate();
    // `Flares rose when colchicine was added`
    let when_done = |at: usize| {
        done.iter()
            .any(|done| (at + 1..at + 3).contains(&done.start))
    };
    words.any(|(at, token)| {
        token.is_any(OF_OTHERS) && !(token.is_any(&["when", "once"]) && when_done(at))
    })
}

/// Whether later words say what becomes of it: `may make pain worse at first, but may reduce it in the end`.
fn is_taken_back(after: &[Token]) -> bool {
    let joint = after
        .iter()
        .position(|token| token.is_any(&["and", "before", "but", "then", "though"]));
    let rest = joint.map_or(&[][..], |joint| &after[joint..]);
    // “… but it reduces falls” takes nothing back.
    let turns = |pair: &[Token]| {
        is_of_way(&pair[0], &stem(&pair[0].text)) && pair[1].is_any(&["it", "them", "these"])
    };
    rest.windows(2).any(turns)
        || rest
            .iter()
            .zip(rest.iter().skip(1))
            .any(|(it, gets)| it.is("it") && gets.is_any(&["gets", "got", "eases", "falls"]))
}

/// The word that counts those who have an outcome, and where it is said that they have it: `fewer people who had the
/// vaccine caught flu`.
fn counted(
    tokens: &[Token],
    stems: &[SmolStr],
    place: &Range<usize>,
) -> Option<(Direction, usize, usize)> {
    let had = (0..place.start)
        .rev()
        .find(|&at| !tokens[at].is_any(BETWEEN) || tokens[at].is_any(HAVING))?;
    let within =
        |from: usize, to: usize| tokens[from + 1..=to].iter().all(|it| it.gap < Gap::Comma);
    if !tokens[had].is_any(HAVING) || !within(had, place.start) {
        return None;
    }
    let at = (had.saturating_sub(TO_HAD)..had)
        .rev()
        .find(|&at| tokens[at].is_any(&["fewer", "less", "more"]))?;
    let whom = tokens[at + 1..had].iter().take(TO_COUNTED);
    let counts = whom.clone().any(|token| token.is_any(COUNTED));
    if !counts || !within(at, had) {
        return None;
    }
    Some((by_stem(&stems[at])?, at, had))
}

/// Whether an outcome is wanted, as its name says; `None` where that depends.
pub(crate) fn is_wanted(outcome: &Key, concepts: &Concepts<'_>) -> Option<bool> {
    if is_unwanted(concepts, outcome) {
        return Some(false);
    }
    super::goes::is_wanted(concepts.label(outcome)).then_some(true)
}

//! Which way words say that an outcome goes: more of it, or less.

use std::ops::Range;

use grounds_evidence::{Concepts, Direction, Relation};
use grounds_model::{Key, Scope};

use super::names::{ConceptNames, Named, Stemmed};
use super::sides::{Order, Sides};
use super::ways::{
    BEHIND, BETWEEN, BLURRING, COUNTED, FALLING, HAVING, LESS, MORE, RISING, TURNING,
};
use crate::classify::negation_word;
use crate::classify::stem::content;
use crate::classify::token::{Gap, Token, Tokens, tokens};

/// The most words between `more` and whom it counts: `fewer of the pregnant women`.
const TO_COUNTED: usize = 4;

/// The most words between `more` and what those have whom it counts.
const TO_HAD: usize = 14;

/// The most words between a word of direction and its outcome.
const REACH: usize = 7;

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
    let goes = |stem: &String| {
        let stem = stem.as_str();
        direction_of(stem).is_some() || RISING.contains(&stem) || FALLING.contains(&stem)
    };
    tokens.stems().iter().any(goes) || tokens.iter().any(|token| token.is_any(&["down", "up"]))
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
    let tokens = &text.tokens;
    if negation_word(tokens) || tokens.iter().any(|token| token.is("?")) {
        return None;
    }
    let named = vocabulary.named(&text);
    let places = outcome_places(&text, &named, outcome, concepts);
    let mut said: Option<(Direction, usize, usize)> = None;
    for place in places {
        let mut found = before(tokens, &text.stems, &place);
        found.extend(behind(tokens, &text.stems, &place));
        let mut found: Vec<_> = found.into_iter().map(|(way, at)| (way, at, at)).collect();
        if found.is_empty() {
            found.extend(counted(tokens, &text.stems, &place));
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
    let (direction, at, subject) = said?;
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
    let sides = Sides {
        named: &named,
        scope,
        concepts,
    };
    if turned || sides.is_of_something_else(tokens, at) {
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

fn turn(direction: Direction) -> Direction {
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
    if let Some(concept) = concepts.get(outcome) {
        for name in std::iter::once(&concept.label).chain(&concept.synonyms) {
            let words = tokens(name.as_str());
            let stems: Vec<String> = words.iter().filter_map(content).collect();
            let graded = words
                .first()
                .is_some_and(|first| first.is_any(&["high", "low", "no", "poor", "time", "free"]));
            if let Some(last) = stems.last().filter(|_| stems.len() > 1 && !graded) {
                let has = |stem: &String| text.stems.contains(stem);
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

/// The words of direction before an outcome: one, where what they say is plain.
fn before(tokens: &[Token], stems: &[String], place: &Range<usize>) -> Vec<(Direction, usize)> {
    let mut found = Vec::new();
    for at in (place.start.saturating_sub(REACH)..place.start).rev() {
        if tokens[at + 1].gap >= Gap::Comma {
            break;
        }
        match direction_of(&stems[at]) {
            Some(direction) => found.push((direction, at)),
            None if tokens[at].is_any(BETWEEN) => {}
            None => break,
        }
    }
    found
}

/// What the words behind it say.
fn behind(tokens: &[Token], stems: &[String], place: &Range<usize>) -> Option<(Direction, usize)> {
    let mut at = place.end;
    while tokens.get(at)?.gap < Gap::Comma && tokens[at].is_any(BEHIND) {
        at += 1;
    }
    let goes = tokens.get(at).filter(|token| token.gap < Gap::Comma)?;
    let followed = tokens
        .get(at + 1)
        .is_some_and(|next| next.is_any(&["common", "frequent", "frequently", "likely", "often"]));
    if let Some(direction) = goes_by_itself(tokens, stems, at) {
        return Some((direction, at));
    }
    // “Causes a cough in fewer adults.”
    let in_how_many = |it: usize| {
        tokens
            .get(it + 1)
            .is_some_and(|next| next.is_any(&["fewer", "more"]))
            && tokens.get(it + 2).is_some_and(|next| next.is_any(COUNTED))
    };
    if at == place.end && goes.is_any(&["among", "in"]) && in_how_many(at) {
        return Some((direction_of(&stems[at + 1])?, at + 1));
    }
    let direction = direction_of(&stems[at])?;
    let compared = goes.is_any(&["greater", "higher", "lower", "rarer"])
        || goes.is_any(&["less", "more"]) && followed;
    (compared && at > place.end).then_some((direction, at))
}

/// `flu rose`, `pain went down`: but not what “pain increases stress” says.
fn goes_by_itself(tokens: &[Token], stems: &[String], at: usize) -> Option<Direction> {
    const WENT: &[&str] = &["go", "goes", "went"];
    let way = |token: Option<&Token>| {
        token.and_then(|token| match token.text.as_str() {
            "up" => Some(Direction::More),
            "down" => Some(Direction::Less),
            _ => None,
        })
    };
    if tokens[at].is_any(WENT) {
        return way(tokens.get(at + 1));
    }
    let stem = stems[at].as_str();
    let direction = if RISING.contains(&stem) {
        Direction::More
    } else if FALLING.contains(&stem) {
        Direction::Less
    } else {
        return None;
    };
    let alone = tokens.get(at + 1).is_none_or(|next| {
        next.gap >= Gap::Comma
            || next.is_any(&[
                "after", "among", "at", "by", "during", "from", "in", "more", "on", "over", "than",
                "to", "when", "with",
            ])
    });
    alone.then_some(direction)
}

/// The word that counts those who have an outcome, and where it is said that they have it: `fewer people who had the
/// vaccine caught flu`.
fn counted(
    tokens: &[Token],
    stems: &[String],
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
    Some((direction_of(&stems[at])?, at, had))
}

fn direction_of(stem: &str) -> Option<Direction> {
    if MORE.contains(&stem) {
        Some(Direction::More)
    } else if LESS.contains(&stem) {
        Some(Direction::Less)
    } else {
        None
    }
}

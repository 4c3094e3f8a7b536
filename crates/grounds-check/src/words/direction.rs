//! Which way words say that an outcome goes: more of it, or less.

use std::ops::Range;

use grounds_evidence::{Concepts, Direction, Relation};
use grounds_model::{Key, Scope};

use super::names::{ConceptNames, Named, Stemmed};
use crate::classify::negation_word;
use crate::classify::stem::content;
use crate::classify::token::{Gap, Token, tokens};

/// Stems of words for more.
const MORE: &[&str] = &[
    "boost", "doubl", "elevat", "greater", "higher", "increas", "mor", "more", "rais", "tripl",
];

/// Stems of words for less.
const LESS: &[&str] = &[
    "cut", "decreas", "diminish", "fewer", "halv", "less", "lessen", "lower", "prevent", "rarer",
    "reduc", "seldom",
];

/// What may stand between a word of direction and its outcome.
const BETWEEN: &[&str] = &[
    "a",
    "an",
    "another",
    "any",
    "babies",
    "be",
    "being",
    "cases",
    "catching",
    "chance",
    "chances",
    "develop",
    "developing",
    "diagnosed",
    "episodes",
    "from",
    "further",
    "future",
    "get",
    "getting",
    "have",
    "having",
    "her",
    "his",
    "incidence",
    "likelihood",
    "likely",
    "new",
    "number",
    "odds",
    "of",
    "people",
    "probability",
    "rate",
    "rates",
    "risk",
    "risks",
    "the",
    "their",
    "to",
    "with",
    "women",
    "your",
];

/// What may stand between an outcome and a word of direction behind it: `flares are probably less common`.
const BEHIND: &[&str] = &[
    "are", "be", "come", "comes", "happen", "happens", "is", "may", "might", "occur", "occurs",
    "probably", "was", "were", "will", "back",
];

/// Words that turn or blur which way it goes: `people without the vaccine have more flu`.
const TURNING: &[&str] = &[
    "avoiding",
    "deficiency",
    "if",
    "instead",
    "lack",
    "little",
    "low",
    "missing",
    "neither",
    "no",
    "nor",
    "not",
    "skipping",
    "slightly",
    "stopping",
    "than",
    "unlike",
    "unvaccinated",
    "whether",
    "while",
    "whereas",
    "without",
    "but",
    "although",
    "though",
    "however",
];

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
    let mut said: Option<(Direction, usize)> = None;
    for place in places {
        let mut found = before(tokens, &text.stems, &place);
        found.extend(behind(tokens, &text.stems, &place));
        // “Prevents more cases” says two things at once.
        match (found.as_slice(), said) {
            ([], _) => {}
            ([(direction, _)], Some((other, _))) if *direction != other => return None,
            ([one], _) => said = Some(*one),
            _ => return None,
        }
    }
    let (direction, at) = said?;
    let turned = tokens[..at].iter().any(|token| token.is_any(TURNING))
        || tokens
            .iter()
            .any(|token| token.is_any(&["slightly", "whether", "little"]))
        // “Raises it less than” is less, and “as much as” neither.
        || tokens[at + 1..]
            .iter()
            .any(|token| token.is_any(&["as", "less", "smaller", "weaker"]));
    (!turned && !is_other_way_round(tokens, &named, scope, concepts, at)).then(|| Said {
        direction,
        words: tokens[at].range.clone(),
    })
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
    let direction = direction_of(&stems[at])?;
    (goes.is_any(&["less", "more"]) && followed && at > place.end).then_some((direction, at))
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

/// Whether a text speaks of what the claim compares with: that stands before what happens, or what is done stands
/// behind `than`.
fn is_other_way_round(
    tokens: &[Token],
    named: &[Named<'_>],
    scope: &Scope,
    concepts: &Concepts<'_>,
    at: usize,
) -> bool {
    let is = |keys: &[Key], it: &Named<'_>| {
        it.concepts
            .iter()
            .any(|key| keys.iter().any(|own| concepts.is_a(key, own)))
    };
    let only = |keys: &[Key], others: &[Key], it: &Named<'_>| is(keys, it) && !is(others, it);
    // Of an add-on, what both sides have is named alone: “starting allopurinol raises …”.
    let compared = |it: &Named<'_>| it.tokens.end <= at && is(&scope.comparator, it);
    let done =
        |it: &Named<'_>| it.tokens.end <= at && only(&scope.intervention, &scope.comparator, it);
    let is_done = named.iter().any(done);
    let before = named.iter().any(compared) && !is_done;
    // “Living with children raises the chance of flu, and the vaccine lowers it”: the first clause is of something else.
    let later = named.iter().any(|it| {
        let start = it.tokens.start;
        start > at
            && only(&scope.intervention, &scope.comparator, it)
            && tokens[at + 1..=start]
                .iter()
                .any(|token| token.gap >= Gap::Comma)
    });
    let of_something_else = later && !is_done;
    let than = tokens
        .iter()
        .position(|token| token.is_any(&["against", "compared", "than", "versus"]));
    let behind = than.is_some_and(|than| {
        named
            .iter()
            .any(|it| it.tokens.start > than && only(&scope.intervention, &scope.comparator, it))
    });
    before || behind || of_something_else
}

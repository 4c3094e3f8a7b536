//! Frames: whether what a word says is stated, left open, set out to be studied, denied, or only
//! held possible, by what stands before it: `we studied whether`, `no evidence that`, `it is possible
//! that`.

use std::sync::LazyLock;

use super::group::{Group, Mood};
use super::word;
use crate::classify::class::Class;
use crate::classify::lexicon::{Phrases, Verbs};
use crate::classify::token::{Gap, Token};

static STUDYING: LazyLock<Verbs> = LazyLock::new(|| Verbs::parse(include_str!("studying.txt")));
static POSSIBLE: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(include_str!("possible.txt")));
static OPEN: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(include_str!("open.txt")));
static DENIED: LazyLock<Phrases> = LazyLock::new(|| Phrases::parse(include_str!("denied.txt")));
static RESULT: LazyLock<Verbs> = LazyLock::new(|| Verbs::parse(include_str!("result.txt")));

/// In which frame a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::classify) enum Frame {
    /// What is said is stated.
    Stated,
    /// It is held possible: `it is possible that`.
    Possible,
    /// It is the topic of a study: `we assessed the effect of`.
    Topic,
    /// It is left open: `whether`, `we hypothesised that`.
    Open,
    /// It is denied: `there is no evidence that`.
    Denied,
}

/// The words with which a phrase begins that opens a frame.
pub(in crate::classify) fn beginnings() -> impl Iterator<Item = &'static str> {
    let lists = [&DENIED, &OPEN, &POSSIBLE];
    lists.into_iter().flat_map(|list| list.first_words())
}

/// The frame of each token.
pub(super) fn frames(tokens: &[Token], groups: &[Group]) -> Vec<Frame> {
    let mut frames = Vec::with_capacity(tokens.len());
    let mut frame = Frame::Stated;
    let mut following = groups.iter().peekable();
    for (at, token) in tokens.iter().enumerate() {
        if token.gap >= Gap::Break || resumes(tokens, at) {
            frame = Frame::Stated;
        }
        if let Some(phrase) = opened_by_phrase(tokens, at) {
            frame = phrase;
        }
        if let Some(group) = following.next_if(|group| group.tokens.start == at)
            && frame != Frame::Denied
        {
            frame = opened_by_verb(tokens, group, frame);
        }
        frames.push(frame);
    }
    frames
}

fn opened_by_phrase(tokens: &[Token], at: usize) -> Option<Frame> {
    let begins = |phrases: &Phrases| phrases.length_at(tokens, at).is_some();
    if !tokens[at].class.is(Class::FRAMES) {
        None
    } else if begins(&DENIED) {
        Some(Frame::Denied)
    } else if begins(&OPEN) {
        Some(Frame::Open)
    } else if begins(&POSSIBLE) {
        Some(Frame::Possible)
    } else {
        None
    }
}

/// A verb of study makes a topic of what follows; a verb of results states it.
fn opened_by_verb(tokens: &[Token], group: &Group, frame: Frame) -> Frame {
    let head = &tokens[group.head()];
    if RESULT.form(head).is_some() && group.mood == Mood::Finite && frame == Frame::Topic {
        return Frame::Stated;
    }
    // "Future research should examine how": what it is to study.
    let modal = group.modal.as_deref();
    let to_do = modal.is_none_or(|modal| ["must", "should", "will"].contains(&modal));
    let studied = STUDYING.form(head).is_some() && !group.passive && to_do;
    if !studied || frame != Frame::Stated {
        return frame;
    }
    // "The drug identified by", "results compared with": only what someone does, or has to do.
    let acts = match group.mood {
        Mood::Infinitive => true,
        Mood::Finite => group
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|before| studies(&tokens[before])),
        Mood::Participle => tokens
            .get(group.tokens.end)
            .is_some_and(word::is_determiner),
    };
    if acts { Frame::Topic } else { frame }
}

/// Whether it is somebody or something that studies.
fn studies(token: &Token) -> bool {
    token.is_any(&[
        "analyses",
        "analysis",
        "article",
        "authors",
        "investigators",
        "paper",
        "research",
        "researchers",
        "review",
        "scientists",
        "studies",
        "study",
        "team",
        "they",
        "trial",
        "trials",
        "we",
        "who",
        "that",
        "which",
    ])
}

/// Whether another main clause begins: a comma and a new subject, or `and found that`.
fn resumes(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let subject = token.gap == Gap::Comma
        && token.is_any(&[
            "but", "however", "it", "our", "results", "the", "there", "these", "this", "we", "yet",
        ]);
    let found = token.is_any(&["and", "but"])
        && tokens[at + 1..]
            .iter()
            .take(3)
            .any(|next| RESULT.form(next).is_some());
    subject || found
}

//! Gaps: what is not known yet, where that is all that a sentence says: "little is known about", "has not yet
//! been determined", "a trial is under way". That an effect is unclear, or a cause unknown, is a statement.

use std::sync::LazyLock;

use super::research::is_done;
use super::{RESEARCH, subject};
use crate::classify::clause::{Clauses, Group, word};
use crate::classify::lexicon::Words;
use crate::classify::token::{Gap, Token};

/// What has not yet been done with it.
static FOUND_OUT: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("found-out.txt")));

/// How many words may stand between the verb and what it says.
const NEAR: usize = 5;

/// Whether a sentence only says that something is not known yet, or is being studied.
pub(super) fn is_gap(clauses: &Clauses<'_>) -> bool {
    let tokens = clauses.tokens;
    let share = tokens
        .windows(2)
        .any(|pair| pair[1].is_any(&["%", "percent"]) || pair[0].is("per") && pair[1].is("cent"));
    !share
        && (is_little_known(tokens)
            || calls_for_trials(tokens)
            || wants_research(tokens)
            || has_no_trials(tokens)
            || stays_open(tokens)
            || clauses.groups.iter().any(|group| {
                let main = !group.tokens.start.checked_sub(1).is_some_and(|before| {
                    tokens[before].is_any(&["that", "which", "who", "whose", "if"])
                });
                main && (is_not_yet_found_out(tokens, group) || goes_on_now(tokens, group))
            }))
}

/// `little is known about`, `not much is known of`
fn is_little_known(tokens: &[Token]) -> bool {
    let near = tokens.len().min(8);
    let little = tokens[..near]
        .iter()
        .position(|token| token.is_any(&["less", "little", "much", "nothing"]));
    let denied = |at: usize| !tokens[at].is("much") || at > 0 && word::negates(&tokens[at - 1]);
    little.is_some_and(|at| {
        denied(at)
            && tokens[at..tokens.len().min(at + NEAR + 1)]
                .iter()
                .any(|token| token.is_any(&["known", "understood"]))
    })
}

/// `we call for trials`, `questions remain about`, `trials in humans are the next step`
fn calls_for_trials(tokens: &[Token]) -> bool {
    let near = |from: usize, most: usize, words: &[&str]| {
        tokens[from..].iter().take(most).any(|it| it.is_any(words))
    };
    let calls = tokens
        .windows(2)
        .position(|pair| pair[0].is_any(&["call", "calls"]) && pair[1].is("for"));
    let research = |from: usize| tokens[from..].iter().take(5).any(|it| RESEARCH.has(it));
    let called = calls.is_some_and(|at| at < 6 && research(at + 2));
    let questions =
        near(0, 4, &["questions", "uncertainties"]) && near(0, 6, &["remain", "persist"]);
    let step = tokens
        .windows(2)
        .position(|pair| pair[0].is("next") && pair[1].is("step"));
    let next_step = step.is_some_and(|at| {
        tokens[at.saturating_sub(8)..at]
            .iter()
            .any(|it| RESEARCH.has(it))
    });
    called || questions || next_step
}

/// `there are no trials in children`
fn has_no_trials(tokens: &[Token]) -> bool {
    let there = tokens.first().is_some_and(|first| first.is("there"));
    let no = tokens.iter().take(4).position(|token| token.is("no"));
    let that = tokens.iter().any(|token| token.is_any(&["that", "which"]));
    there
        && !that
        && no.is_some_and(|no| {
            tokens[no..]
                .iter()
                .take(4)
                .any(|it| it.is_any(&["data", "research", "rcts", "reviews", "studies", "trials"]))
        })
}

/// `the question stays open`
fn stays_open(tokens: &[Token]) -> bool {
    tokens.windows(3).any(|three| {
        three[0].is_any(&["question", "questions", "matter"])
            && three[1].is_any(&["are", "is", "remain", "remains", "stay", "stays"])
            && three[2].is_any(&["open", "unanswered", "unsettled"])
    })
}

/// `we need better studies`, `we still need data`
fn wants_research(tokens: &[Token]) -> bool {
    let we = tokens.iter().position(|token| token.is("we"));
    let Some(verb) =
        we.and_then(|we| (we + 1..tokens.len()).find(|&at| !word::is_adverb(&tokens[at])))
    else {
        return false;
    };
    let object = tokens[verb + 1..]
        .iter()
        .take(NEAR + 1)
        .take_while(|token| !word::is_preposition(token) && token.gap < Gap::Break);
    // `we need to understand how`
    let to_find_out = tokens[verb].is("need")
        && tokens.get(verb + 1).is_some_and(|to| to.is("to"))
        && tokens[verb + 2..]
            .iter()
            .take(2)
            .any(|it| is_done(it) || it.is_any(&["find", "identify", "know", "learn", "tease"]));
    to_find_out
        || tokens[verb].is_any(&["lack", "need", "require"])
            && object.into_iter().any(|token| RESEARCH.has(token))
}

/// `has not yet been determined`, `has not been studied systematically`
fn is_not_yet_found_out(tokens: &[Token], group: &Group) -> bool {
    let perfect =
        tokens[group.tokens.start].is_any(&["has", "have", "is", "are", "hasn't", "haven't"]);
    let end = tokens.len().min(group.tokens.end + 2);
    let degree = tokens[group.tokens.start..end].iter().any(|token| {
        token.is_any(&[
            "adequately",
            "comprehensively",
            "extensively",
            "fully",
            "previously",
            "rigorously",
            "specifically",
            "sufficiently",
            "systematically",
            "thoroughly",
            "well",
            "yet",
        ])
    });
    // `its use in pregnancy has not been studied`; that something has not been shown is a finding.
    let studied = tokens[group.head()].is_any(&[
        "assessed",
        "compared",
        "determined",
        "established",
        "evaluated",
        "examined",
        "investigated",
        "settled",
        "studied",
        "tested",
    ]) && tokens[group.tokens.clone()].iter().any(|it| it.is("been"));
    group.denied
        && group.passive
        && perfect
        && (degree || studied)
        && FOUND_OUT.has(&tokens[group.head()])
}

/// `a trial is under way`, `results are awaited`
fn goes_on_now(tokens: &[Token], group: &Group) -> bool {
    let after = &tokens[group.head()..tokens.len().min(group.head() + NEAR)];
    let now = after.iter().enumerate().any(|(i, token)| {
        let next = |word: &str| after.get(i + 1).is_some_and(|next| next.is(word));
        token.is_any(&["awaited", "ongoing", "underway"])
            || token.is("under") && next("way")
            || token.is("in") && next("progress")
    });
    let be = tokens[group.tokens.clone()].iter().any(word::is_be);
    let studied = after.windows(2).any(|pair| {
        pair[0].is("under")
            && pair[1].is_any(&["evaluation", "investigation", "review", "scrutiny", "study"])
    });
    studied && be && !group.denied
        || now
            && be
            && !tokens[group.tokens.start].is_any(&["was", "were"])
            && subject(tokens, group).iter().any(|token| {
                RESEARCH.has(token) && !token.is("evidence")
                    || token.is_any(&["reviews", "review", "rcts"])
            })
}

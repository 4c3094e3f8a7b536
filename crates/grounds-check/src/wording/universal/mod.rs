//! Words that leave no exception by what they are said of: *all patients recover*, *nobody gets ill*, *the rash
//! never comes back*, *it removes hair permanently*. What was seen in a study, in the past, is no promise.

mod words;

use std::ops::Range;

use crate::classify::acts;
use crate::classify::class::Class;
use crate::classify::token::{Gap, Kind, Token, Tokens};
use words::{
    ALTOGETHER, BEFALLS, ENDS, EVERY, EVERYBODY, FEWER, FOLLOWS, HAPPENS, IS_ALWAYS, NEARLY,
    RETURNS, WHOM,
};

/// How many words may stand between such a verb and what makes it lasting: `removes unwanted hair permanently`.
const REACH: usize = 6;

/// The same, where the mark that follows tells that it is lasting: `ends attacks in adults with gout for good.`
const FAR: usize = 12;

/// How many words may describe those of whom it is said: `everyone who takes it`.
const CLAUSE: usize = 7;

/// The words at which one of these is found.
pub(super) fn leading() -> impl Iterator<Item = &'static str> {
    const OTHERS: &[&str] = &["always", "invariably", "never", "no", "nobody"];
    [ENDS, EVERY, EVERYBODY, OTHERS]
        .into_iter()
        .flatten()
        .copied()
}

/// The words that leave no exception, as bytes of the text.
pub(super) fn found_in(tokens: &Tokens) -> impl Iterator<Item = Range<usize>> {
    tokens.places_of(Class::EVERY).filter_map(|at| {
        let (from, to) = lasting(tokens, at)
            .or_else(|| never(tokens, at))
            .or_else(|| always(tokens, at))
            .or_else(|| of_every(tokens, at))
            .or_else(|| of_everybody(tokens, at))?;
        Some(tokens[from].range.start..tokens[to].range.end)
    })
}

fn near(tokens: &[Token], at: usize) -> Option<&Token> {
    tokens.get(at).filter(|token| token.gap < Gap::Comma)
}

fn is_said(tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens[at].gap < Gap::Comma
}

/// `always leads to`, `is always better`, `will always be necessary`
fn always(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let always = tokens[at].is_any(&["always", "invariably"]) && is_said(tokens, at);
    let before = at.checked_sub(1).map(|before| &tokens[before])?;
    let mut next = at + 1;
    if near(tokens, next)?.is("be") && before.is("will") {
        next += 1;
    }
    let what = near(tokens, next)?;
    let is = before.is_any(&["are", "is", "will"]) && what.is_any(IS_ALWAYS);
    // `have always led`, `should always come`: no present, or a duty.
    let plain = !before.is_any(&[
        "almost", "can", "could", "do", "does", "had", "has", "have", "may", "might", "must",
        "nearly", "not", "should", "to", "you",
    ]);
    let follows = plain && what.is_any(FOLLOWS);
    (always && (is || follows)).then_some((at, next))
}

/// `never comes back`, `will never get it again`
fn never(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    if !tokens[at].is("never") || !is_said(tokens, at) {
        return None;
    }
    let next = near(tokens, at + 1)?;
    let before = &tokens[at - 1];
    let present = !before.is_any(&[
        "can", "could", "had", "has", "have", "may", "might", "must", "should",
    ]);
    if present && next.is_any(RETURNS) {
        return Some((at, at + 1));
    }
    let will = before.is("will") || before.text.ends_with("'ll");
    let again = (at + 2..tokens.len().min(at + 2 + REACH))
        .take_while(|&i| tokens[i].gap < Gap::Comma)
        .find(|&i| tokens[i].is("again"));
    if let Some(again) = again.filter(|_| will) {
        return Some((at, again));
    }
    // `most of them will never get it` leaves some.
    let leaves_some =
        |token: &Token| token.is_any(FEWER) || token.kind == Kind::Number && !of_age(tokens, token);
    (will && next.is_any(BEFALLS) && !tokens[..at].iter().any(leaves_some)).then_some((at, at + 1))
}

/// Whether a number tells whom it is said of and not how many: `adults of 50 and over`, `12 weeks`.
fn of_age(tokens: &[Token], number: &Token) -> bool {
    let at = tokens.iter().position(|token| token.range == number.range);
    let next = at.and_then(|at| tokens.get(at + 1));
    next.is_some_and(|next| !next.is_any(&["%", "in", "of", "out", "people", "per", "percent"]))
}

/// `removes hair permanently`, `ends back pain for good`, `disappears instantly`
fn lasting(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    if !tokens[at].is_any(ENDS) || !is_said(tokens, at) {
        return None;
    }
    let before = &tokens[at - 1];
    // `to stop it permanently`: a purpose; `may`: a possibility.
    if before.is_any(&[
        "a", "and", "can", "could", "may", "might", "no", "not", "or", "should", "the", "to",
    ]) {
        return None;
    }
    let will = || before.is("will") || tokens[at].text.ends_with('s');
    (at + 1..tokens.len().min(at + 1 + FAR))
        .take_while(|&i| tokens[i].gap < Gap::Comma)
        .find_map(|i| {
            let ends = |i: usize| tokens.get(i).is_none_or(|next| next.gap >= Gap::Comma);
            let is_near = i <= at + REACH;
            let follows = |i: usize, word: &str| near(tokens, i).is_some_and(|next| next.is(word));
            let once = tokens[i].is("once")
                && follows(i + 1, "and")
                && follows(i + 2, "for")
                && follows(i + 3, "all");
            let for_good = tokens[i].is("for") && follows(i + 1, "good") && ends(i + 2);
            if once && is_near {
                Some((at, i + 3))
            } else if for_good {
                Some((at, i + 1))
            } else if is_near && tokens[i].is_any(&["forever", "instantly", "permanently"])
                || i > at + 1 && tokens[i].is_any(ALTOGETHER) && ends(i + 1) && will()
            {
                Some((at, i))
            } else {
                None
            }
        })
}

/// `all patients recover`, `every smoker gets`
fn of_every(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    if !tokens[at].is_any(EVERY) || at > 0 && tokens[at - 1].is_any(NEARLY) {
        return None;
    }
    let whom = (at + 1..=at + 2).find(|&i| near(tokens, i).is_some_and(|it| it.is_any(WHOM)))?;
    let verb = behind_a_clause(tokens, whom + 1)?;
    near(tokens, verb)?.is_any(HAPPENS).then_some((at, verb))
}

/// The verb that is said of somebody, from where it may begin: behind `who takes it`, if that stands there.
fn behind_a_clause(tokens: &[Token], at: usize) -> Option<usize> {
    if !near(tokens, at)?.is("who") {
        return Some(at);
    }
    (at + 2..tokens.len().min(at + CLAUSE))
        .take_while(|&i| tokens[i].gap < Gap::Comma && tokens[i].kind == Kind::Word)
        .find(|&i| tokens[i].is_any(HAPPENS))
}

/// `everyone who takes it loses weight`, `nobody gets ill`
fn of_everybody(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    if at > 0 && tokens[at - 1].is_any(NEARLY) {
        return None;
    }
    let no_one = tokens[at].is("no") && near(tokens, at + 1).is_some_and(|one| one.is("one"));
    let nobody = tokens[at].is("nobody") || no_one;
    if !nobody && !tokens[at].is_any(EVERYBODY) {
        return None;
    }
    let verb = behind_a_clause(tokens, at + 1 + usize::from(no_one))?;
    let found = near(tokens, verb)?;
    let ever = nobody
        && found.is_any(&["has", "is", "was"])
        && near(tokens, verb + 1).is_some_and(|next| next.is("ever"));
    let third = found.text.ends_with('s') && (found.is_any(HAPPENS) || !nobody && acts(found));
    if ever {
        Some((at, verb + 1))
    } else {
        third.then_some((at, verb))
    }
}

#[cfg(test)]
mod tests {
    use super::found_in;
    use crate::classify::token::tokens;

    #[test]
    fn what_holds_of_every_case_is_found() {
        for (text, words) in [
            ("Zoloprine is always better.", "always better"),
            ("Needling always leads to thicker hair.", "always leads"),
            (
                "It will always be necessary to operate.",
                "always be necessary",
            ),
            ("The rash never comes back.", "never comes"),
            (
                "You will never get the flu again.",
                "never get the flu again",
            ),
            ("It removes hair permanently.", "removes hair permanently"),
            (
                "The injection ends back pain for good.",
                "ends back pain for good",
            ),
            (
                "The diet reverses diabetes once and for all.",
                "reverses diabetes once and for all",
            ),
            (
                "Children who have had the jab will never catch measles.",
                "never catch",
            ),
            (
                "Colchicine ends attacks of gout in older men for good.",
                "ends attacks of gout in older men for good",
            ),
            (
                "The cream clears mild eczema altogether.",
                "clears mild eczema altogether",
            ),
            ("All patients recover.", "All patients recover"),
            ("Every patient benefits from it.", "Every patient benefits"),
            (
                "Everyone who takes it loses weight.",
                "Everyone who takes it loses",
            ),
            ("Nobody gets addicted to it.", "Nobody gets"),
            ("Nobody falls after the course.", "Nobody falls"),
            (
                "Every child who takes honey stops coughing.",
                "Every child who takes honey stops",
            ),
            ("No one has ever been harmed by it.", "No one has ever"),
        ] {
            let found = found_in(&tokens(text)).next();
            assert_eq!(found.map(|found| &text[found]), Some(words), "{text}");
        }
    }

    #[test]
    fn what_was_seen_told_or_nearly_so_is_not() {
        for text in [
            "Always better safe than sorry.",
            "It has always led to debate.",
            "You should always come early.",
            "It is always a good idea to ask.",
            "The patient never had a seizure again.",
            "All patients were given placebo.",
            "All patients recovered.",
            "Almost all patients recover.",
            "In all patients, blood was taken.",
            "Not every patient benefits.",
            "Every child who was asked answered.",
            "Everyone should wash their hands.",
            "Nobody knows why.",
            "It was removed permanently.",
            "The wound healed for good reasons.",
            "Surgery to stop it permanently is rare.",
            "It may clear permanently.",
            "Most carriers of the gene will never develop cancer.",
            "About 80% of them will never get symptoms.",
            "We will never know who was helped.",
            "It stops the trial completely unblinded.",
        ] {
            assert_eq!(found_in(&tokens(text)).next(), None, "{text}");
        }
    }
}

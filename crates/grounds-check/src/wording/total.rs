//! Words that leave no exception by what they say of all cases at once: *kills all bacteria*, *no diet works*,
//! *nothing works better than*, *all vaccines are safe*, *is certain to help*, *proves that*. What a study saw, in
//! the past, is none of it.

use std::ops::Range;
use std::sync::LazyLock;

use crate::classify::acts;
use crate::classify::class::Class;
use crate::classify::lexicon::Words;
use crate::classify::token::{Gap, Kind, Token, Tokens};

/// What is given or done against something.
static MEANS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("means.txt")));

/// What they all are, if no exception is left.
static QUALITIES: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("qualities.txt")));

/// Words for every case.
const EVERY: &[&str] = &["all", "any", "each", "every"];

/// Words after which what follows is said of fewer than all.
const FEWER: &[&str] = &[
    "all",
    "always",
    "alone",
    "anyone",
    "by",
    "every",
    "everybody",
    "everyone",
    "perfectly",
];

/// The words at which one of these is found, besides verbs of effect.
pub(super) fn leading() -> impl Iterator<Item = &'static str> {
    const WORDS: &[&str] = &[
        "all",
        "bound",
        "certain",
        "clears",
        "effective",
        "every",
        "guaranteed",
        "inevitably",
        "no",
        "nothing",
        "only",
        "prove",
        "proved",
        "proven",
        "proves",
        "resolves",
        "safe",
        "stops",
        "sure",
    ];
    WORDS.iter().chain(WORKING).copied()
}

/// What does what it is for, besides verbs of effect.
const WORKING: &[&str] = &["help", "helps", "work", "works", "detects", "finds"];

/// How many words a clause may have after its subject for its verb to be read.
const NEAR: usize = 6;

/// How many words before a verb are read for a denial.
const CLAUSE: usize = 20;

/// The words that leave no exception, as bytes of the text.
pub(super) fn found_in(tokens: &Tokens) -> impl Iterator<Item = Range<usize>> {
    tokens
        .places_of(Class::ALL.or(Class::ACTS))
        .filter_map(|at| {
            let to = does_all(tokens, at)
                .or_else(|| nothing(tokens, at))
                .or_else(|| none_of(tokens, at))
                .or_else(|| the_only(tokens, at))
                .or_else(|| all_are(tokens, at))
                .or_else(|| is_certain(tokens, at))
                .or_else(|| proves(tokens, at))
                .or_else(|| in_all(tokens, at))?;
            Some(tokens[at].range.start..tokens[to].range.end)
        })
}

fn near(tokens: &[Token], at: usize) -> Option<&Token> {
    tokens.get(at).filter(|token| token.gap < Gap::Comma)
}

/// Whether a word says in the present what something brings about.
fn works(token: &Token) -> bool {
    acts(token) || token.is_any(WORKING)
}

/// `kills all bacteria`, `helps every man`, `kills 100 % of germs`
fn does_all(tokens: &[Token], at: usize) -> Option<usize> {
    let verb = &tokens[at];
    let said = at > 0 && verb.gap < Gap::Comma && verb.text.ends_with('s');
    if !said
        || !(works(verb) || verb.is("stops"))
        || verb.is_any(&["affects", "alters", "increases", "mediates"])
    {
        return None;
    }
    let every = near(tokens, at + 1)?;
    if every.is("100") {
        return near(tokens, at + 2)
            .is_some_and(|it| it.is("%"))
            .then_some(at + 2);
    }
    let of = near(tokens, at + 2)?;
    let plain =
        of.gap != Gap::Hyphen && of.kind == Kind::Word && !of.is_any(&["kinds", "sorts", "the"]);
    let any = every.is("any") && verb.is_any(&["cures", "kills", "prevents", "stops"]);
    ((any || every.is_any(&["all", "every"])) && plain).then_some(at + 2)
}

/// `nothing works better than`, `nothing can stop`
fn nothing(tokens: &[Token], at: usize) -> Option<usize> {
    if !tokens[at].is("nothing") {
        return None;
    }
    let next = near(tokens, at + 1)?;
    if next.is_any(&["can", "will"]) {
        return near(tokens, at + 2)
            .filter(|verb| acts(verb) || verb.is("stop"))
            .map(|_| at + 2);
    }
    let than = (at + 1..tokens.len().min(at + NEAR)).find(|&i| tokens[i].is("than"))?;
    (works(next) || next.is("is") || next.text.ends_with("er") || next.is("more")).then_some(than)
}

/// `no diet works`, `no drug can stop`; "no drug works for everyone" leaves some.
fn none_of(tokens: &[Token], at: usize) -> Option<usize> {
    if !tokens[at].is("no") || !near(tokens, at + 1)?.is_any_of(&MEANS) {
        return None;
    }
    let mut verb = at + 2;
    if near(tokens, verb)?.is_any(&["can", "will"]) {
        verb += 1;
    }
    let does = near(tokens, verb).is_some_and(|it| works(it) || it.is_any(&["stop", "stops"]));
    let fewer = tokens[verb..].iter().any(|token| token.is_any(FEWER));
    (does && !fewer).then_some(verb)
}

/// `the only treatment that stops`, `only surgery can cure`
fn the_only(tokens: &[Token], at: usize) -> Option<usize> {
    if !tokens[at].is("only") {
        return None;
    }
    let stops = |token: &Token| works(token) || token.is_any(&["stop", "stops"]);
    if at == 0 {
        let can = (2..NEAR).find(|&i| near(tokens, i).is_some_and(|it| it.is("can")))?;
        return near(tokens, can + 1)
            .filter(|verb| acts(verb))
            .map(|_| can + 1);
    }
    let means = near(tokens, at + 1)?.is_any_of(&MEANS);
    let that = near(tokens, at + 2)?.is_any(&["that", "which"]);
    let verb = near(tokens, at + 3)?;
    (means && that && stops(verb) && verb.text.ends_with('s')).then_some(at + 3)
}

/// `all vaccines are safe`, `every diet fails`
fn all_are(tokens: &[Token], at: usize) -> Option<usize> {
    let limited =
        at > 0 && tokens[at - 1].is_any(&["almost", "for", "from", "nearly", "not", "of", "with"]);
    if !tokens[at].is_any(&["all", "every"]) || limited {
        return None;
    }
    let subject = near(tokens, at + 1)?;
    let verb = near(tokens, at + 2)?;
    let fails = subject.is_any_of(&MEANS) && verb.is_any(&["fail", "fails", "work", "works"]);
    if fails {
        return Some(at + 2);
    }
    let quality = near(tokens, at + 3)?;
    let is = verb.is_any(&["are", "is"]) && quality.is_any_of(&QUALITIES);
    let alike = tokens
        .get(at + 4)
        .is_none_or(|next| !next.is_any(&["if", "in", "when"]));
    (is && alike && subject.kind == Kind::Word).then_some(at + 3)
}

/// `is certain to work`, `is sure to help`, `will inevitably lead`
fn is_certain(tokens: &[Token], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|before| &tokens[before])?;
    let next = near(tokens, at + 1)?;
    let bound = tokens[at].is_any(&["bound", "certain", "guaranteed", "sure"])
        && before.is_any(&["are", "is"])
        && next.is("to");
    let inevitably = tokens[at].is("inevitably")
        && tokens[at].gap < Gap::Comma
        && !before.is_any(&["almost", "may", "might", "not"])
        && (acts(next) || next.is_any(&["lead", "leads", "result", "results", "follows"]));
    (bound || inevitably).then_some(at + 1)
}

/// `proves that`, `have proved that`; "aims to prove that" does not.
fn proves(tokens: &[Token], at: usize) -> Option<usize> {
    let verb = &tokens[at];
    let before = at.checked_sub(1).map(|before| &tokens[before])?;
    let that = near(tokens, at + 1)?;
    let third = verb.is("proves")
        && verb.gap < Gap::Comma
        && (that.is_any(&["a", "its", "that", "the"]) || that.text.ends_with("'s"));
    let base =
        verb.is("prove") && that.is("that") && before.text.ends_with('s') && !before.is("does");
    let perfect = verb.is_any(&["proved", "proven"])
        && that.is("that")
        && before.is_any(&["been", "has", "have"]);
    (third || base || perfect).then_some(at + 1)
}

/// `is effective in everyone`, `works for every patient`, `resolves insomnia in all patients`
fn in_all(tokens: &[Token], at: usize) -> Option<usize> {
    let verb = &tokens[at];
    let said = at > 0 && verb.gap < Gap::Comma;
    let present = verb.text.ends_with('s') && (works(verb) || verb.is_any(&["clears", "resolves"]))
        || verb.is_any(&["effective", "safe"])
            && tokens[at - usize::from(at > 0)].is_any(&["are", "is"]);
    // `no diet works for everyone`: it leaves some.
    let denied = || {
        tokens[at.saturating_sub(CLAUSE)..at]
            .iter()
            .any(|token| token.is_any(&["no", "none", "not", "nothing"]))
    };
    if !said || !present || denied() {
        return None;
    }
    let every = (at + 1..tokens.len().min(at + NEAR))
        .take_while(|&i| tokens[i].gap < Gap::Comma)
        .find(|&i| tokens[i].is_any(&["for", "in"]))
        .map(|i| i + 1)?;
    let whom = near(tokens, every)?;
    let everyone = whom.is_any(&["everybody", "everyone"]);
    let each = whom.is_any(EVERY)
        && !whom.is("any")
        && near(tokens, every + 1).is_some_and(|it| {
            it.is_any(&[
                "adults", "case", "cases", "children", "man", "men", "patient", "patients",
                "people", "woman", "women",
            ])
        });
    if everyone {
        Some(every)
    } else {
        each.then_some(every + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::found_in;
    use crate::classify::token::tokens;

    #[test]
    fn what_is_said_of_all_is_found() {
        for (text, words) in [
            ("It kills all bacteria.", "kills all bacteria"),
            (
                "Nothing works better than this cream.",
                "Nothing works better than",
            ),
            ("No diet works in the long run.", "No diet works"),
            ("No drug can stop ageing.", "No drug can stop"),
            (
                "It is the only treatment that stops hair loss.",
                "only treatment that stops",
            ),
            (
                "Only surgery can cure this cancer.",
                "Only surgery can cure",
            ),
            ("All opioids are addictive.", "All opioids are addictive"),
            ("Every diet fails in the end.", "Every diet fails"),
            ("It is certain to work.", "certain to"),
            (
                "The virus inevitably destroys the liver.",
                "inevitably destroys",
            ),
            (
                "Our results prove that coffee protects the heart.",
                "prove that",
            ),
            ("Doctors have proved that honey helps.", "proved that"),
            ("It works for every patient.", "works for every patient"),
        ] {
            let found = found_in(&tokens(text)).next();
            assert_eq!(found.map(|found| &text[found]), Some(words), "{text}");
        }
    }

    #[test]
    fn what_leaves_an_exception_is_not() {
        for text in [
            "It reduces all-cause mortality.",
            "Nothing is certain.",
            "No drug was given.",
            "No single diet works for everyone.",
            "No treatment works for everyone.",
            "The only treatment that was tested was minoxidil.",
            "Only surgery was studied.",
            "Not all vaccines are safe.",
            "All patients gave consent.",
            "We are not certain.",
            "The aim is to prove that it works.",
            "It was effective in all patients.",
        ] {
            assert_eq!(found_in(&tokens(text)).next(), None, "{text}");
        }
    }
}

//! Comparisons of groups: "was higher in smokers", "had fewer colds than", "differed between". They
//! say that two things go together.

use std::sync::LazyLock;

use super::effect;
use crate::classify::clause::{Clauses, Mood, REACH, word};
use crate::classify::lexicon::{Phrases, Verbs, Words};
use crate::classify::token::{Gap, Kind, Token};

static PEOPLE: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("people.txt")));
/// Verbs with which people are said to have something.
static SHOWN: LazyLock<Verbs> = LazyLock::new(|| {
    Verbs::parse(
        "demonstrate\ndisplay\nexhibit\nexperience\nface\ngain\nhave: has had having\nlive\nlose: lost\nperform\nreport\nscore\nshed: shed shedding\nshow: showed shown\nsleep: slept\nsuffer\nsurvive\n",
    )
});
static DIFFERENCE: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("differences.txt")));

/// Comparatives that do not end in -er.
static COMPARATIVES: LazyLock<Words> = LazyLock::new(|| {
    Words::parse(
        "better\nbest\nfewer\ngreater\ngreatest\nhigher\nhighest\nlarger\nless\nlonger\nlower\nlowest\nmore\nshorter\nsmaller\nstronger\nworse\npoorer\nfaster\nslower\nearlier\nlater\nolder\nyounger\nelevated\n",
    )
});

/// Whether it names people, or a group of them.
pub(in crate::classify) fn is_people(token: &Token) -> bool {
    PEOPLE.has(token)
}

/// The length of the words that compare groups.
pub(super) fn length_at(clauses: &Clauses<'_>, at: usize) -> Option<usize> {
    let tokens = clauses.tokens;
    // `differ from person to person`: there are all kinds.
    let all_kinds = || {
        tokens.get(at + 1).is_some_and(|it| it.is("from"))
            && tokens.get(at + 3).is_some_and(|it| it.is("to"))
            && tokens.get(at + 2).map(|it| &it.text) == tokens.get(at + 4).map(|it| &it.text)
    };
    if let Some(length) = DIFFERENCE.length_at(tokens, at).filter(|_| !all_kinds()) {
        return Some(length);
    }
    let listed = COMPARATIVES.has(&tokens[at]);
    // `more effective than`: the effect is what is stated.
    let of_effect = || tokens.get(at + 1).is_some_and(effect::is_effective);
    let comparative = listed && !of_effect() || follows_than(tokens, at) && is_er(&tokens[at]);
    let compares = clauses.elided == Some(at) && listed
        || comparative
            && (sides(clauses, at) || is_had_by_people(clauses, at) || answers(tokens, at))
        || sets_against(clauses, at);
    compares.then_some(1)
}

/// `drier than`
fn is_er(token: &Token) -> bool {
    token.text.len() > 4
        && token.text.ends_with("er")
        && !token.is_any(&["either", "never", "other", "rather", "whether"])
}

fn follows_than(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| next.is("than"))
}

/// The distance from the verb with a tense of which the comparative is said.
fn from_predicate(clauses: &Clauses<'_>, at: usize) -> Option<(usize, usize)> {
    let group = clauses.predicate_before(at)?;
    let distance = at - group.head();
    let unbroken = distance <= REACH
        && clauses.tokens[group.head() + 1..=at]
            .iter()
            .all(|token| token.gap < Gap::Break);
    unbroken.then_some((group.head(), distance))
}

/// Whether both sides are named: `than` a group, `compared with`, or `in` a group of people.
fn sides(clauses: &Clauses<'_>, at: usize) -> bool {
    let Some((verb, distance)) = from_predicate(clauses, at).filter(|&(_, distance)| distance <= 8)
    else {
        return false;
    };
    let rest = &clauses.tokens[at + 1..];
    let clause = rest
        .iter()
        .take(REACH)
        .take_while(|token| token.gap < Gap::Break)
        .count();
    let rest = &rest[..clause];
    let said = word::is_be(&clauses.tokens[verb]) || SHOWN.form(&clauses.tokens[verb]).is_some();
    let among = said
        && distance <= 3
        && (0..rest.len()).any(|i| {
            let near = &rest[i + 1..rest.len().min(i + 4)];
            rest[i].is_any(&["among", "for", "in"]) && near.iter().any(is_people)
        });
    than_something(rest) || is_compared(rest) || among
}

/// `than` another group or thing; not `than expected`, `than 5`.
fn than_something(rest: &[Token]) -> bool {
    let Some(than) = rest.iter().position(|token| token.is("than")) else {
        return false;
    };
    let unreal = ["ever", "expected", "previously", "thought"];
    rest.get(than + 1).is_some_and(|next| {
        let number = next.is_any(&[
            "half", "once", "one", "other", "others", "two", "usual", "a",
        ]) && rest
            .get(than + 2)
            .is_none_or(|next| !next.is_any(&["of", "the"]) && !next.is("control"));
        next.kind == Kind::Word && !next.is_any(&unreal) && (next.is("a") || !number)
    }) && rest.get(than + 2).is_none_or(|next| !next.is_any(&unreal))
}

fn is_compared(rest: &[Token]) -> bool {
    rest.windows(2).any(|pair| {
        pair[0].is_any(&["compared", "comparison", "relative"]) && pair[1].is_any(&["to", "with"])
    })
}

/// `women had worse survival`: people have more of something than others.
fn is_had_by_people(clauses: &Clauses<'_>, at: usize) -> bool {
    let tokens = clauses.tokens;
    let Some((verb, _)) = from_predicate(clauses, at).filter(|&(_, distance)| distance <= 3) else {
        return false;
    };
    let Some(group) = clauses.group_at(verb) else {
        return false;
    };
    let subject = &tokens[group.tokens.start.saturating_sub(8)..group.tokens.start];
    let amount = tokens
        .get(at + 1)
        .is_some_and(|next| next.is("than") || next.kind != Kind::Word);
    SHOWN.form(&tokens[verb]).is_some() && subject.iter().any(is_people) && !amount
}

/// `the more …, the more …`
fn answers(tokens: &[Token], at: usize) -> bool {
    let the = |at: usize| at > 0 && tokens[at - 1].is("the");
    let later = tokens[at + 1..]
        .iter()
        .take(REACH)
        .enumerate()
        .any(|(i, token)| {
            let other = at + 1 + i;
            the(other)
                && tokens[other - 1].gap == Gap::Comma
                && (COMPARATIVES.has(token) || is_er(token))
        });
    the(at) && later
}

/// `25 % had it, compared with 18 % of others`
fn sets_against(clauses: &Clauses<'_>, at: usize) -> bool {
    let tokens = clauses.tokens;
    let compared = tokens[at].is("compared")
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is_any(&["to", "with"]))
        || tokens[at].is_any(&["versus", "vs"]);
    let rest = &tokens[at + 1..tokens.len().min(at + 9)];
    let shares = rest
        .iter()
        .any(|token| token.kind == Kind::Number || token.is("%"))
        && rest.iter().any(is_people);
    compared
        && shares
        && clauses
            .group_before(at)
            .is_some_and(|group| group.mood == Mood::Finite)
}

//! Words that leave no doubt by the way in which they stand together: *completely* and *safe*, *always* and
//! *prevents*, *100 %* and *effective*.

use std::ops::Range;

use crate::classify::acts;
use crate::classify::class::Class;
use crate::classify::token::{Gap, Kind, Token, Tokens};

/// Adverbs that leave nothing out.
const FULLY: &[&str] = &[
    "absolutely",
    "completely",
    "entirely",
    "fully",
    "perfectly",
    "totally",
    "utterly",
];

/// What something fully is if no doubt is left.
const SURE: &[&str] = &[
    "effective",
    "guaranteed",
    "harmless",
    "painless",
    "reliable",
    "safe",
];

/// What something fully does if no doubt is left.
const ENDS: &[&str] = &[
    "cure",
    "cures",
    "eliminate",
    "eliminates",
    "eradicate",
    "eradicates",
    "fix",
    "fixes",
    "heal",
    "heals",
    "prevent",
    "prevents",
    "protect",
    "protects",
    "regrow",
    "regrows",
    "remove",
    "removes",
    "restore",
    "restores",
    "reverse",
    "reverses",
    "solve",
    "solves",
    "stop",
    "stops",
];

/// Adverbs that leave no exception.
const ALWAYS: &[&str] = &["always", "invariably", "unfailingly"];

/// Adverbs that leave no doubt.
const SURELY: &[&str] = &[
    "certainly",
    "definitely",
    "indisputably",
    "undeniably",
    "undoubtedly",
    "unquestionably",
];

/// What never happens, if no exception is left.
const FAILS: &[&str] = &[
    "cause", "causes", "damage", "damages", "fail", "fails", "harm", "harms", "hurt", "hurts",
];

/// What is promised of all cases, after `100 %`.
const OF_ALL: &[&str] = &[
    "cure",
    "effective",
    "effectiveness",
    "guaranteed",
    "harmless",
    "natural",
    "protection",
    "reliable",
    "safe",
    "success",
    "successful",
];

/// The first words of such pairs.
pub(super) fn leading() -> impl Iterator<Item = &'static str> {
    const OTHERS: &[&str] = &["100", "never", "permanently"];
    [FULLY, ALWAYS, SURELY, OTHERS]
        .into_iter()
        .flatten()
        .copied()
}

/// The pairs of words that leave no doubt, as bytes of the text.
pub(super) fn pairs(tokens: &Tokens) -> impl Iterator<Item = Range<usize>> {
    let bytes = |from: usize, to: usize| tokens[from].range.start..tokens[to].range.end;
    tokens.places_of(Class::SURE).filter_map(move |at| {
        let next = tokens.get(at + 1).filter(|next| next.gap < Gap::Comma)?;
        if leaves_no_doubt(tokens, at, next) {
            return Some(bytes(at, at + 1));
        }
        let end = of_all(tokens, at)?;
        Some(bytes(at, end))
    })
}

fn leaves_no_doubt(tokens: &[Token], at: usize, next: &Token) -> bool {
    let adverb = &tokens[at];
    // "Always protect your skin" tells, "it always protects" states: it has a subject.
    let said = at > 0 && tokens[at].gap < Gap::Comma;
    let fully = adverb.is_any(FULLY) && (next.is_any(SURE) || said && next.is_any(ENDS));
    let for_good = adverb.is("permanently") && said && next.is_any(ENDS);
    let always = adverb.is_any(ALWAYS) && said && (acts(next) || next.is_any(SURE) || works(next));
    let surely =
        adverb.is_any(SURELY) && (said && (acts(next) || works(next)) || next.is_any(SURE));
    let never = adverb.is("never") && said && next.is_any(FAILS);
    fully || for_good || always || surely || never
}

fn works(token: &Token) -> bool {
    token.is_any(&["help", "helps", "work", "works"])
}

/// `100 % effective`: the last token of it.
fn of_all(tokens: &[Token], at: usize) -> Option<usize> {
    if tokens[at].kind != Kind::Number || !tokens[at].is("100") {
        return None;
    }
    let sign = tokens.get(at + 1)?;
    let end = if sign.is_any(&["%", "percent"]) {
        at + 2
    } else if sign.is("per") && tokens.get(at + 2)?.is("cent") {
        at + 3
    } else {
        return None;
    };
    let what = tokens.get(end)?;
    // "A 100 % cure rate" counts.
    let counts = tokens
        .get(end + 1)
        .is_some_and(|next| next.is_any(&["rate", "rates"]));
    (what.gap < Gap::Comma && what.is_any(OF_ALL) && !counts).then_some(end)
}

//! What advice leaves to others to say: "until your surgeon says that it is safe", "ask which painkiller is safe".
//! It is a condition or a question, and states nothing.

use crate::classify::token::{Gap, Token};

/// Words that begin a condition.
const CONDITIONS: &[&str] = &["before", "if", "once", "unless", "until", "when"];

/// What those do of whom advice speaks.
const SAYING: &[&str] = &[
    "agree", "agrees", "confirm", "confirms", "decide", "decides", "feel", "find", "finds",
    "notice", "say", "says", "sure", "tell", "tells", "think", "thinks",
];

/// What the reader is told to find out.
const ASKING: &[&str] = &[
    "ask", "check", "choose", "decide", "discuss", "find", "know", "learn", "see", "tell",
];

/// Whether what follows a word such as *that* or *which* is said by somebody in a condition, or asked.
pub(super) fn leaves_it_open(tokens: &[Token], at: usize) -> bool {
    if tokens[at].gap >= Gap::Comma {
        return false;
    }
    let clause = || {
        let mut from = at;
        while from > 0 && tokens[from].gap < Gap::Comma {
            from -= 1;
        }
        &tokens[from..at]
    };
    let begins = clause().iter().position(|token| token.is_any(CONDITIONS));
    let said =
        begins.is_some_and(|begins| clause()[begins..].iter().any(|token| token.is_any(SAYING)));
    let asked = !tokens[at].is("that") && clause().iter().any(|token| token.is_any(ASKING));
    said || asked
}

//! What a word may be beside others: by their classes a clause is taken apart.

use crate::classify::class::Class;
use crate::classify::token::{Gap, Kind, Token};

pub(in crate::classify) fn is_be(token: &Token) -> bool {
    token.class.is(Class::BE)
}

pub(in crate::classify) fn is_preposition(token: &Token) -> bool {
    token.class.is(Class::PREPOSITION)
}

pub(in crate::classify) fn is_determiner(token: &Token) -> bool {
    token.class.is(Class::DETERMINER)
}

pub(in crate::classify) fn is_conjunction(token: &Token) -> bool {
    token.class.is(Class::CONJUNCTION)
}

/// Whether it is an adverb, or another word that may stand within a verb group.
pub(in crate::classify) fn is_adverb(token: &Token) -> bool {
    token.class.is(Class::ADVERB)
}

/// Whether it denies the verb group in which it stands.
pub(in crate::classify) fn negates(token: &Token) -> bool {
    token.class.is(Class::NEGATION)
}

/// Whether a verb may follow it as its subject: a noun, a pronoun, a number.
pub(in crate::classify) fn may_be_subject(token: &Token) -> bool {
    if token.class.is(Class::PRONOUN) || token.is_any(&["these", "this", "those"]) {
        return true;
    }
    match token.kind {
        Kind::Number => true,
        Kind::Sign => token.is("%"),
        Kind::Word => {
            !is_preposition(token)
                && !is_determiner(token)
                && !is_conjunction(token)
                && !is_adverb(token)
                && !token.class.is(Class::VERBAL)
        }
    }
}

/// The most adverbs that may stand together.
const ADVERBS_TOGETHER: usize = 4;

/// Whether a noun phrase begins here, as the object of the verb before it; adverbs may come first:
/// `caused just two`.
pub(in crate::classify) fn begins_object(tokens: &[Token], at: usize) -> bool {
    let quantifies =
        |token: &Token| token.is_any(&["all", "both", "less", "more", "most", "much", "no"]);
    let near = tokens.iter().enumerate().skip(at).take(ADVERBS_TOGETHER);
    let first = near
        .take_while(|(_, token)| token.gap < Gap::Comma)
        .find(|(_, token)| !is_adverb(token) || quantifies(token));
    let Some((at, token)) = first.filter(|(_, token)| !negates(token)) else {
        return false;
    };
    match token.kind {
        Kind::Number => tokens
            .get(at + 1)
            .is_some_and(|next| next.gap == Gap::Hyphen),
        Kind::Sign => false,
        Kind::Word => {
            !is_preposition(token)
                && !is_conjunction(token)
                && !token.class.is(Class::VERBAL)
                && !token.is_any(&["if", "because"])
        }
    }
}

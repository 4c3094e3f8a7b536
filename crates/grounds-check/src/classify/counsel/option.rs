//! Options: "clinicians may consider", "could be considered", "is a viable option". Weak advice.

use std::sync::LazyLock;

use super::{ACTIONS, addresses, after};
use crate::classify::clause::{Group, word};
use crate::classify::lexicon::{Form, Words};
use crate::classify::token::Token;

static CONSIDERED: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("considered.txt")));
static USING: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("using.txt")));
static FOR_PRACTICE: LazyLock<Words> =
    LazyLock::new(|| Words::parse(include_str!("for-practice.txt")));
static DOING: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("doing.txt")));
static GOOD: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("good.txt")));

/// `clinicians may consider`, `could be considered`, `may be used as first-line treatment`
pub(super) fn is_offered(tokens: &[Token], group: &Group) -> bool {
    let head = &tokens[group.head()];
    let not_recommended = group.passive && head.is_any(&["advised", "recommended"]);
    let considered = group.passive && CONSIDERED.has(head);
    let used = group.passive
        && USING.has(head)
        && after(tokens, group, 12)
            .iter()
            .any(|token| FOR_PRACTICE.has(token));
    let by_people = addresses(tokens, group) && DOING.has(head);
    // "You can take the tablets with food": leave for the reader.
    let yours = group.tokens.start > 0
        && tokens[group.tokens.start - 1].is("you")
        && ACTIONS.form(head) == Some(Form::Base)
        && tokens
            .get(group.tokens.end)
            .is_some_and(|next| next.is_any(&["it", "the", "them", "these", "this", "your"]));
    let option = head.is("be") && names_an_option(after(tokens, group, 10));
    not_recommended || !group.denied && (considered || used || by_people || yours || option)
}

/// `is a viable option`, `remains the treatment of choice`
pub(super) fn is_option(tokens: &[Token], group: &Group) -> bool {
    let head = &tokens[group.head()];
    let represents = head.is_any(&[
        "constitutes",
        "offers",
        "provides",
        "remains",
        "represent",
        "represents",
    ]);
    (word::is_be(head) || represents) && !group.denied && names_an_option(after(tokens, group, 10))
}

fn names_an_option(after: &[Token]) -> bool {
    let option =
        |token: &Token| token.is_any(&["alternative", "choice", "line", "option", "options"]);
    let of_choice = after
        .windows(2)
        .any(|pair| pair[0].is("of") && pair[1].is("choice"));
    of_choice
        || after.iter().take(5).any(|token| GOOD.has(token)) && after.iter().take(8).any(option)
}

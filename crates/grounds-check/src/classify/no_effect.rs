//! Statements that there is no effect or no difference, by the verb that is denied or the noun of which
//! there is none: "did not significantly improve", "had no clear benefit", "was not affected by".
//!
//! "No evidence of a difference" is another statement, and so is what is left open or held possible.

use std::ops::Range;
use std::sync::LazyLock;

use super::acts_in_any_form;
use super::clause::{Clauses, Frame, Group, Mood, word};
use super::lexicon::{Verbs, Words};
use super::token::{Gap, Tokens};

static NOUNS: LazyLock<Words> = LazyLock::new(|| Words::parse(include_str!("no-effect-nouns.txt")));
static ADJECTIVES: LazyLock<Words> =
    LazyLock::new(|| Words::parse(include_str!("no-effect-adjectives.txt")));
static VERBS: LazyLock<Verbs> = LazyLock::new(|| Verbs::parse(include_str!("no-effect-verbs.txt")));

/// How many words may describe the noun of which there is none.
const DESCRIBING: usize = 4;

/// The words that say that there is no effect, as bytes of the text.
pub(crate) fn find(tokens: &Tokens) -> Option<Range<usize>> {
    if !tokens
        .iter()
        .any(|token| word::negates(token) || token.is("no"))
    {
        return None;
    }
    let clauses = Clauses::of(tokens);
    let by_verb = clauses
        .groups
        .iter()
        .find_map(|group| denied(&clauses, group));
    let found = by_verb.or_else(|| (0..tokens.len()).find_map(|at| none(&clauses, at)))?;
    Some(tokens[found.start].range.start..tokens[found.end - 1].range.end)
}

/// `did not improve`, `was not affected`, `were not significantly different`
fn denied(clauses: &Clauses<'_>, group: &Group) -> Option<Range<usize>> {
    let tokens = clauses.tokens;
    let states = group.mood == Mood::Finite && clauses.frames[group.tokens.start] == Frame::Stated;
    let sure = group.modal.as_deref().is_none_or(|modal| modal == "will");
    let after = &tokens[group.tokens.end..tokens.len().min(group.tokens.end + 3)];
    let not = group.denied || after.first().is_some_and(word::negates);
    // `not only`, `not all`, `not yet`: less than a denial.
    let weakened = tokens[group.tokens.start..tokens.len().min(group.tokens.end + 3)]
        .iter()
        .any(|token| {
            token.is_any(&[
                "all",
                "always",
                "enough",
                "every",
                "everybody",
                "everyone",
                "fully",
                "just",
                "necessarily",
                "only",
                "yet",
            ])
        });
    if !states || !sure || !not || weakened {
        return None;
    }
    let head = &tokens[group.head()];
    let acts = acts_in_any_form(head) || VERBS.form(head).is_some();
    if acts && !word::is_be(head) {
        return Some(group.tokens.clone());
    }
    let described = after
        .iter()
        .take_while(|token| token.gap < Gap::Break)
        .position(|token| ADJECTIVES.has(token));
    described
        .filter(|_| word::is_be(head))
        .map(|i| group.tokens.start..group.tokens.end + i + 1)
}

/// `no significant difference`, `little or no effect`
fn none(clauses: &Clauses<'_>, at: usize) -> Option<Range<usize>> {
    let tokens = clauses.tokens;
    if !tokens[at].is("no") || clauses.frames[at] != Frame::Stated {
        return None;
    }
    let noun = (at + 1..tokens.len().min(at + 2 + DESCRIBING))
        .take_while(|&i| tokens[i].gap < Gap::Comma && !word::is_preposition(&tokens[i]))
        .find(|&i| NOUNS.has(&tokens[i]))?;
    // `no evidence of a difference`, `no side effects`: of other things there is none.
    let other = tokens[at + 1..noun].iter().any(|token| {
        token.is_any(&[
            "adverse", "evidence", "harmful", "long", "proof", "side", "sign", "such",
        ])
    });
    let hedged = clauses.group_before(at).is_some_and(|group| {
        group.modal.as_deref().is_some_and(|modal| modal != "will")
            && at - group.head() <= DESCRIBING
    });
    let asked = at > 0 && tokens[at - 1].is_any(&["if", "whether"]);
    (!other && !hedged && !asked).then_some(at..noun + 1)
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::find;

    #[test]
    fn effects_that_are_denied_are_found() {
        for (text, words) in [
            (
                "The drug did not significantly reduce pain.",
                "did not significantly reduce",
            ),
            (
                "There was no clinically relevant difference between the groups.",
                "no clinically relevant difference",
            ),
            (
                "Survival was not affected by the treatment.",
                "was not affected",
            ),
            (
                "Scores were not significantly different.",
                "were not significantly different",
            ),
            ("It has little or no effect on sleep.", "no effect"),
            ("The two doses did not differ.", "did not differ"),
        ] {
            assert_eq!(
                find(&tokens(text)).map(|found| &text[found]),
                Some(words),
                "{text}"
            );
        }
        for text in [
            "There is no evidence of a difference.",
            "We asked whether there is no effect.",
            "It may have no effect.",
            "It had no side effects.",
            "It does not only reduce pain.",
            "The dose was not recorded.",
            "It reduced pain.",
            "It is not known to reduce pain.",
        ] {
            assert_eq!(
                find(&tokens(text)).map(|found| &text[found]),
                None,
                "{text}"
            );
        }
    }
}

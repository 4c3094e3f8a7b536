//! Recommendations in the words of GRADE: "we suggest A rather than B", "we recommend against routine imaging", "we
//! suggest that women … be offered …" (Andrews and others, J Clin Epidemiol 2013;66:719–725).

use super::after;
use crate::classify::clause::Group;
use crate::classify::token::{Gap, Token};

/// How many words of what is suggested are read.
const REACH: usize = 16;

/// How many words a label may have: `Good practice statement:`.
const LABEL: usize = 3;

/// Whether a group suggests or recommends that something be done, or not be done.
pub(super) fn is_recommendation(tokens: &[Token], group: &Group) -> bool {
    let head = &tokens[group.head()];
    let by = group.tokens.start.checked_sub(1).is_some_and(|before| {
        tokens[before].is_any(&["committee", "group", "guideline", "panel", "we"])
    });
    if !by || !head.is_any(&["recommend", "recommends", "suggest", "suggests"]) {
        return false;
    }
    let what = after(tokens, group, REACH);
    let against = what
        .first()
        .is_some_and(|next| next.is_any(&["against", "either", "not"]));
    let that = what.first().is_some_and(|next| next.is("that"));
    // `that women be offered it`: what is to be done, not what is.
    let be_done = that
        && what.windows(3).any(|three| {
            let modal = three[0].is_any(&[
                "can", "could", "may", "might", "must", "should", "to", "will", "would",
            ]);
            three[1].is("be") && three[2].text.ends_with("ed") && !modal
        });
    let chosen = !that
        && what.windows(2).any(|pair| {
            pair[0].is("rather") && pair[1].is("than")
                || pair[0].is("instead") && pair[1].is("of")
                || pair[0].is("over") && !pair[1].is_any(&["half", "the"])
        });
    against || be_done || chosen
}

/// What a labelled recommendation says: `Good practice statement: confirm the diagnosis first`.
pub(in crate::classify) fn labelled(tokens: &[Token]) -> Option<&[Token]> {
    let [first, next, ..] = tokens else {
        return None;
    };
    let practice = first.is_any(&["best", "good"]) && next.is("practice") || first.is("practice");
    let colon = (1..tokens.len().min(LABEL + 1)).find(|&at| tokens[at].gap == Gap::Break)?;
    let label = &tokens[colon - 1];
    let named = label.is_any(&["point", "points", "practice", "statement", "statements"]);
    (practice && named).then(|| &tokens[colon..])
}

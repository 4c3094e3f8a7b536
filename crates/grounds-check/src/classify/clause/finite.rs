//! Finite verbs without an auxiliary: known by their form, their subject and their object, and told
//! from nouns (`increases in`) and adjectives (`the reduced dose`).

use super::group::form;
use super::{REACH, word};
use crate::classify::acts_in_any_form;
use crate::classify::class::Class;
use crate::classify::lexicon::Form;
use crate::classify::token::{Gap, Kind, Token};

/// Verbs of effect that are nouns as often.
const NOUNS: &[&str] = &[
    "aid",
    "benefit",
    "boost",
    "cause",
    "cure",
    "damage",
    "decrease",
    "fight",
    "fuel",
    "halt",
    "harm",
    "help",
    "hurt",
    "increase",
    "calm",
    "clear",
    "lower",
    "slow",
    "influence",
    "poison",
    "remedy",
    "repair",
    "speed",
    "treat",
    "trigger",
    "wake",
];

/// How far before a plural verb the `and` of its subject may stand.
const SUBJECT: usize = 8;

/// The last token before a verb that is no adverb.
pub(super) fn before_adverbs(tokens: &[Token], at: usize) -> Option<usize> {
    (at.saturating_sub(REACH)..at)
        .rev()
        .find(|&before| !word::is_adverb(&tokens[before]))
}

/// Whether a verb without auxiliary has a subject before it and does not read as a noun or an
/// adjective.
pub(super) fn is_finite(tokens: &[Token], at: usize, form: Form) -> bool {
    let Some(before) = before_adverbs(tokens, at) else {
        return false;
    };
    let subject = &tokens[before];
    if tokens[before + 1].gap >= Gap::Break || !word::may_be_subject(subject) {
        return false;
    }
    // `a threefold increased risk`, `10 times higher`
    if subject.text.ends_with("fold") {
        return false;
    }
    let object = word::begins_object(tokens, at + 1);
    let adverb_before = before + 1 < at;
    match form {
        Form::Third => {
            let pronoun = subject.is_any(&["he", "it", "she", "that", "this", "which", "who"]);
            // `increases in`, `benefits of`: a verb of effect without an object is a noun.
            let noun = tokens.get(at + 1).is_some_and(|next| next.is("of"))
                || acts_in_any_form(&tokens[at]);
            object || adverb_before || pronoun || !noun
        }
        Form::Past => is_finite_past(tokens, at, object),
        Form::Base => is_finite_base(tokens, at, subject, object),
        Form::Participle => false,
    }
}

/// Whether a past form has a tense: `fell by 5 %`, not `genes induced by stress`.
fn is_finite_past(tokens: &[Token], at: usize, object: bool) -> bool {
    // What is no participle too, or hardly ever one: `it led to a rise that was seen`.
    if tokens[at].is_any(&[
        "arose",
        "ate",
        "became",
        "began",
        "came",
        "chose",
        "drank",
        "drove",
        "fell",
        "gave",
        "grew",
        "led",
        "rose",
        "saw",
        "shrank",
        "took",
        "underwent",
        "went",
        "wore",
        "woke",
    ]) {
        return true;
    }
    // `mortality decreased from 5 to 3 while …`
    let changes = tokens[at].is_any(&[
        "declined",
        "decreased",
        "doubled",
        "dropped",
        "improved",
        "increased",
    ]) && tokens
        .get(at + 1)
        .is_some_and(|next| next.is_any(&["after", "by", "during", "from", "in", "over", "to"]));
    if changes && !is_adjective(tokens, at) && !tokens[at - 1].is_any(&["greatly", "markedly"]) {
        return true;
    }
    // `genes induced by stress`: no verb of its own; `fell by 5 %` is one.
    if has_agent(tokens, at) {
        return false;
    }
    // `patients treated with`: no verb of its own, where another one follows.
    let reduced = tokens.get(at + 1).is_some_and(|next| {
        next.is_any(&[
            "with", "by", "in", "for", "to", "at", "from", "as", "on", "using",
        ])
    });
    object && !is_adjective(tokens, at) || !reduced || !has_finite_after(tokens, at + 1)
}

/// Whether a base form has a plural for its subject.
fn is_finite_base(tokens: &[Token], at: usize, subject: &Token, object: bool) -> bool {
    // `a pharmacist on the team cut errors`: the past of these is as their base.
    if object && tokens[at].is_any(&["cut", "hit", "hurt", "put", "shed", "spread"]) {
        return true;
    }
    // `nets treated with insecticide reduce deaths`: the plural stands further before.
    let acts = acts_in_any_form(&tokens[at]) && !tokens[at].is_any(NOUNS);
    let further = tokens[at.saturating_sub(SUBJECT)..at].iter().any(|token| {
        token.text.len() > 3 && token.text.ends_with('s') && !token.text.ends_with("ss")
    });
    if object && acts && further && !word::is_preposition(subject) {
        return true;
    }
    // `this study`, `its use`, `the virus cause`: an `s` that makes no plural.
    let singular = ["ss", "us", "is"]
        .iter()
        .any(|end| subject.text.ends_with(end))
        || subject.is_any(&["as", "its", "plus", "has", "was", "does"]);
    let plural = subject.text.ends_with('s') && !singular
        || subject.is_any(&[
            "we", "they", "i", "you", "that", "which", "who", "people", "men", "women", "children",
            "data", "these", "mice", "bacteria", "media",
        ]);
    // `poor diet and little sleep increase the risk`
    let several = tokens[at.saturating_sub(SUBJECT)..at]
        .iter()
        .any(|token| token.is("and"))
        && tokens.get(at + 1).is_some_and(word::is_determiner);
    (plural || several) && (object || tokens.get(at + 1).is_none_or(|next| !next.is("of")))
}

/// `the increased risk`, `with reduced function`
fn is_adjective(tokens: &[Token], at: usize) -> bool {
    at > 0 && {
        let before = &tokens[at - 1];
        word::is_determiner(before) || word::is_preposition(before)
    }
}

/// Whether an auxiliary or a verb with a tense follows in the same clause.
fn has_finite_after(tokens: &[Token], from: usize) -> bool {
    tokens[from..]
        .iter()
        .take(REACH)
        .take_while(|token| token.gap < Gap::Break)
        .enumerate()
        .any(|(i, token)| {
            let auxiliary = word::is_be(token) && !token.is_any(&["be", "being", "been"])
                || token.is_any(&["had", "has", "have", "did", "does", "do"])
                || token.class.is(Class::MODAL);
            auxiliary || i > 0 && matches!(form(token), Some(Form::Past | Form::Third))
        })
}

/// `by stress`, not `by almost half`
fn has_agent(tokens: &[Token], at: usize) -> bool {
    let Some([by, agent, ..]) = tokens.get(at + 1..) else {
        return false;
    };
    let amount = agent.is_any(&["about", "almost", "approximately", "half", "nearly", "up"]);
    by.is("by") && agent.kind == Kind::Word && !amount
}

//! Verb groups: a verb with its auxiliaries and adverbs, and what they say of it: finite or not,
//! passive, denied, how possible.

use std::ops::Range;

use smol_str::SmolStr;

use super::finite::{before_adverbs, is_finite};
use super::{REACH, word};
use crate::classify::class::Class;
use crate::classify::lexicon::Form;
use crate::classify::token::{Gap, Kind, Token};

/// How a verb group stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::classify) enum Mood {
    /// It has a subject and a tense, or a modal verb.
    Finite,
    /// `to reduce`
    Infinitive,
    /// `reducing`, `having reduced`
    Participle,
}

/// A verb group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::classify) struct Group {
    /// Its tokens, from the first auxiliary to the verb.
    pub(in crate::classify) tokens: Range<usize>,
    /// How it stands in its sentence.
    pub(in crate::classify) mood: Mood,
    /// Its modal verb: `may`.
    pub(in crate::classify) modal: Option<SmolStr>,
    /// Whether `not` or the like stands in it.
    pub(in crate::classify) denied: bool,
    /// Whether it is passive: `was reduced`.
    pub(in crate::classify) passive: bool,
}

impl Group {
    /// The token of its verb.
    pub(in crate::classify) fn head(&self) -> usize {
        self.tokens.end - 1
    }
}

/// The form of a word that can be a verb.
pub(in crate::classify) fn form(token: &Token) -> Option<Form> {
    token.class.form()
}

/// The verb groups of a sentence, in order.
pub(super) fn groups(tokens: &[Token]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let found = auxiliaries(tokens, at)
            .or_else(|| infinitive(tokens, at))
            .or_else(|| lexical(tokens, at, &groups));
        at = found.as_ref().map_or(at + 1, |group| group.tokens.end);
        groups.extend(found);
    }
    groups
}

/// `may not have been reduced`, `is`, `did not reduce`
fn auxiliaries(tokens: &[Token], at: usize) -> Option<Group> {
    let first = &tokens[at];
    let modal = first.class.is(Class::MODAL);
    let helps = |token: &Token| token.class.is(Class::AUXILIARY);
    if !modal && !helps(first) {
        return None;
    }
    let mut group = Group {
        tokens: at..at + 1,
        mood: if first.is_any(&["been", "being", "having"]) {
            Mood::Participle
        } else {
            Mood::Finite
        },
        modal: modal.then(|| positive(&first.text)),
        denied: word::negates(first),
        passive: false,
    };
    let mut be = word::is_be(first);
    let mut have = first.class.is(Class::HAVE);
    let mut next = at + 1;
    while let Some(token) = tokens.get(next).filter(|token| token.gap < Gap::Break) {
        let parenthesis = token.gap == Gap::Comma && !word::is_adverb(token);
        if parenthesis {
            break;
        }
        // `ought to be kept`
        if group.modal.as_deref() == Some("ought") && token.is("to") && next == at + 1 {
            next += 1;
            continue;
        }
        if helps(token) && (modal || !word::is_be(token) || token.is_any(&["be", "been", "being"]))
        {
            be |= word::is_be(token);
            have = token.class.is(Class::HAVE);
            group.tokens.end = next + 1;
        } else if word::is_adverb(token) {
            group.denied |= word::negates(token);
        } else {
            // `had lower levels`: after *have* a base form is an adjective or a noun.
            let adjective =
                have && !be && token.is_any(&["clear", "lower", "slow", "thin", "wide"]);
            if let Some(passive) = completes(tokens, next, be).filter(|_| !adjective) {
                group.passive = passive;
                group.tokens.end = next + 1;
            }
            break;
        }
        next += 1;
    }
    Some(group)
}

/// `can` for `cannot` and `can't`
fn positive(modal: &str) -> SmolStr {
    match modal {
        "cannot" | "can't" => "can".into(),
        other => other.trim_end_matches("n't").into(),
    }
}

/// Whether the verb at `at` completes a group, and whether that makes it passive.
fn completes(tokens: &[Token], at: usize, be: bool) -> Option<bool> {
    let token = &tokens[at];
    let past = matches!(form(token), Some(Form::Past))
        || token.text.len() > 4 && (token.text.ends_with("ed") || token.text.ends_with("wn"));
    match (be, form(token)) {
        (true, _) if past => Some(true),
        (true, Some(Form::Participle)) | (false, Some(Form::Base)) => Some(false),
        (false, _) if past => Some(false),
        _ => None,
    }
}

/// `to significantly reduce`
fn infinitive(tokens: &[Token], at: usize) -> Option<Group> {
    if !tokens[at].is("to") {
        return None;
    }
    let mut head = at + 1;
    let mut denied = at > 0 && tokens[at - 1].is("not");
    while tokens
        .get(head)
        .is_some_and(|token| word::is_adverb(token) && token.gap < Gap::Comma)
    {
        denied |= word::negates(&tokens[head]);
        head += 1;
    }
    let verb = tokens.get(head)?;
    if verb.is_any(&["be", "have"]) {
        let mut group = auxiliaries(tokens, head)?;
        group.tokens.start = at;
        group.mood = Mood::Infinitive;
        group.denied |= denied;
        return Some(group);
    }
    (form(verb) == Some(Form::Base)).then_some(Group {
        tokens: at..head + 1,
        mood: Mood::Infinitive,
        modal: None,
        denied,
        passive: false,
    })
}

/// A verb by itself: `reduces`, `reduced`, `reducing`
fn lexical(tokens: &[Token], at: usize, before: &[Group]) -> Option<Group> {
    let token = &tokens[at];
    let form = form(token)
        .or_else(|| unknown(tokens, at))
        .filter(|_| token.kind == Kind::Word && token.gap != Gap::Hyphen)?;
    if form == Form::Third && before.is_empty() && is_before_auxiliary(tokens, at) {
        return None;
    }
    // `showed reduced function`, `preventing falls`: after a verb it is an adjective or a noun.
    let adjective = before.last().is_some_and(|last| {
        // `training improved mood`: the name of an activity, which is the subject.
        let activity = last.mood == Mood::Participle
            && last.tokens.start.checked_sub(1).is_none_or(|before| {
                tokens[last.tokens.start].gap < Gap::Comma && !word::is_preposition(&tokens[before])
            });
        last.tokens.end == at && !activity
    });
    let after_verb = before.last().is_some_and(|last| last.tokens.end == at);
    let noun = form == Form::Third && !word::begins_object(tokens, at + 1) && after_verb;
    if noun || adjective && matches!(form, Form::Past | Form::Participle) {
        return None;
    }
    let group = |mood, like: Option<&Group>| Group {
        tokens: at..at + 1,
        mood,
        modal: like.and_then(|like| like.modal.clone()),
        denied: at > 0 && word::negates(&tokens[at - 1]) || like.is_some_and(|like| like.denied),
        passive: like.is_some_and(|like| like.passive),
    };
    if form == Form::Participle {
        return Some(group(Mood::Participle, None));
    }
    // `may help reduce`: as sure as the help.
    let helped = at > 0 && tokens[at - 1].is_any(&["help", "helped", "helping", "helps"]);
    if helped && form == Form::Base {
        let like = before.last().filter(|like| like.tokens.end == at);
        return Some(group(like.map_or(Mood::Finite, |like| like.mood), like));
    }
    let joined = coordinated(tokens, at);
    if joined && word::begins_object(tokens, at + 1) {
        // `may improve A and reduce B`: what was said of the first verb holds for the second.
        let near = before.iter().rev().take(REACH);
        if let Some(like) = near.into_iter().find(|it| alike(tokens, it, form)) {
            let mood = like.mood;
            return Some(group(
                mood,
                (form == Form::Base || like.passive).then_some(like),
            ));
        }
    }
    if joined {
        let like = before
            .last()
            .filter(|like| like.passive && form == Form::Past);
        if let Some(like) = like {
            return Some(group(like.mood, Some(like)));
        }
        // `oxygen, when given liberally, increases the risk`: only a remark ends at the comma.
        if tokens[at].gap != Gap::Comma || form != Form::Third {
            return None;
        }
    }
    is_finite(tokens, at, form).then(|| group(Mood::Finite, None))
}

/// `14 cohort studies were pooled`: what stands before an auxiliary is its subject.
fn is_before_auxiliary(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| {
        next.gap < Gap::Comma
            && (next.is_any(&["are", "had", "has", "have", "is", "was", "were"])
                || next.class.is(Class::MODAL))
    })
}

/// The form of a verb that is not known, after an adverb or a pronoun: `actually dipped`, `we cloned`.
fn unknown(tokens: &[Token], at: usize) -> Option<Form> {
    let text = &tokens[at].text;
    if text.len() < 5 || !text.ends_with(['d', 's']) {
        return None;
    }
    let adverb = at > 1
        && (tokens[at - 1].text.len() > 4 && tokens[at - 1].text.ends_with("ly")
            || tokens[at - 1].is_any(&["also", "never", "often", "sometimes"]))
        || at > 0 && tokens[at - 1].is_any(&["he", "i", "she", "they", "we"]);
    if !adverb {
        None
    } else if text.ends_with("ed") {
        Some(Form::Past)
    } else {
        (text.ends_with('s') && !text.ends_with("ss") && !text.ends_with("us"))
            .then_some(Form::Third)
    }
}

/// Whether a conjunction, or a comma of a list, stands before the verb and its adverbs.
fn coordinated(tokens: &[Token], at: usize) -> bool {
    let first = before_adverbs(tokens, at);
    if first.is_none_or(|first| tokens[first].is_any(&["and", "or", "but", "nor"])) {
        return first.is_some();
    }
    first.is_some_and(|first| tokens[first + 1].gap == Gap::Comma)
}

/// Whether a verb of this form can go on from a group.
fn alike(tokens: &[Token], group: &Group, form: Form) -> bool {
    let head = super::group::form(&tokens[group.head()]);
    match form {
        Form::Base => {
            group.mood == Mood::Infinitive || group.modal.is_some() || head == Some(Form::Base)
        }
        Form::Third => group.mood == Mood::Finite && group.modal.is_none(),
        Form::Past => group.mood == Mood::Finite && (head == Some(Form::Past) || !group.passive),
        Form::Participle => false,
    }
}

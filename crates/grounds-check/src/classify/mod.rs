//! What kind of sentence a sentence is: whether it evidently states nothing, and whether what it
//! states is worth a check.
//!
//! Deterministic, lexical, and explained: every verdict names the words that decided it. Each
//! kind has its file, and its words are lists beside it (`*.txt`, sorted, one entry a line), so
//! that a word is added without touching code.

mod advice;
mod aim;
mod appeal;
mod aside;
mod causality;
pub(crate) mod class;
mod clause;
mod contrast;
mod counsel;
mod counted_effect;
pub(crate) mod folded;
mod fragment;
mod heading;
mod headline;
mod health;
pub mod hedging;
pub(crate) mod lexicon;
pub(crate) mod likeness;
mod listed;
pub(crate) mod locate;
pub(crate) mod month;
mod negation;
pub(crate) mod no_effect;
mod open;
pub(crate) mod quantity;
mod service;
mod sieve;
pub(crate) mod stem;
mod term;
pub(crate) mod token;
mod turned;
mod verdict;

use std::ops::Range;
use std::sync::LazyLock;

use grounds_load::Setting;

pub use causality::{Strength, causal_strength};
pub(crate) use counted_effect::effect_stated;
pub use hedging::hedge;
pub use likeness::drifts;
pub use verdict::{SentenceKind, Verdict, classify};

use class::Class;
use clause::{Clauses, Frame};
use lexicon::{Form, Phrases, Verbs};
use token::{Gap, Token, Tokens};

static EFFECT_VERBS: LazyLock<Verbs> =
    LazyLock::new(|| Verbs::parse(include_str!("effect-verbs.txt")));
static EFFECT_PHRASES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("effect-phrases.txt")));
static COMPARATIVES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("comparatives.txt")));
static EXCEPTIONS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("exceptions.txt")));

/// Why a sentence evidently states nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evident {
    /// A heading, or the head of a table.
    Heading,
    /// It asks.
    Question,
    /// It tells the reader what to do.
    Advice,
    /// It says what a word means.
    Definition,
    /// It says what the author holds.
    Opinion,
    /// It is about the page, or leads to what follows.
    Context,
    /// It has no verb of its own: a name, a list of things.
    Fragment,
}

/// Why a sentence is worth a check, and the words that decide it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckWorthy {
    /// Why.
    pub reason: Reason,
    /// The bytes of the words in the sentence's text.
    pub words: Range<usize>,
}

/// Why a sentence is worth a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// A number with a unit, a per cent or a dose.
    Quantity,
    /// It compares.
    Comparative,
    /// A verb of benefit, harm or cause.
    Effect,
    /// It appeals to research: "studies show".
    Appeal,
}

impl Reason {
    /// Its name in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quantity => "quantity",
            Self::Comparative => "comparative",
            Self::Effect => "effect",
            Self::Appeal => "appeal",
        }
    }

    /// What the words are, with an article: `a verb of benefit, harm or cause`.
    pub fn describe(self) -> &'static str {
        match self {
            Self::Quantity => "a quantity",
            Self::Comparative => "a comparison",
            Self::Effect => "a word of benefit, harm or cause",
            Self::Appeal => "an appeal to research",
        }
    }
}

/// Whether the text of a sentence that is no heading evidently states nothing, and why.
///
/// Only what is evident: a sentence that could carry a claim about health in the guise of a
/// question, advice or an aside ("Take it, because it cures baldness") is none of these.
///
/// Advice that promises ("use it to prevent baldness") is not evident, though no rule that looks for claims
/// fires on it by itself: what it promises reaches the reader.
pub fn evident_in(text: &str, setting: Setting) -> Option<Evident> {
    evident_of(&token::tokens(text), setting)
}

/// The same of a text that has been taken apart.
pub(crate) fn evident_of(tokens: &Tokens, setting: Setting) -> Option<Evident> {
    if tokens.is_empty() {
        return Some(Evident::Fragment);
    }
    verdict::evident(tokens, setting).filter(|evident| match evident {
        Evident::Advice => !advice::promises(tokens),
        Evident::Fragment => !advice::promises(tokens) && !advice::sells(tokens),
        Evident::Context => !aside::presupposes(tokens),
        _ => true,
    })
}

/// The same for an item of a list whose lead-in ends with a colon: "Ring us if you have:", "a fever of 38 °C or
/// higher". An item that goes on from it is what the two say together.
pub(crate) fn evident_under(lead: &str, item: &Tokens) -> Option<Evident> {
    evident_of(item, Setting::ListItem).or_else(|| {
        let clauses = Clauses::of(item);
        let lead = lead.trim_end().trim_end_matches(':');
        (leaves_open(lead) || heading::goes_on(&clauses))
            .then(|| evident_in(&format!("{lead} {}", item.text()), Setting::Paragraph))
            .flatten()
            .filter(|evident| *evident != Evident::Fragment)
    })
}

/// Whether a lead-in breaks off: "Ring us if:", "You will be seen by:". Its items end it, also where each is a clause.
fn leaves_open(lead: &str) -> bool {
    const OPENING: &[&str] = &[
        "after", "because", "before", "by", "for", "if", "that", "to", "unless", "until", "when",
        "where", "whether", "while", "with",
    ];
    let last = lead.rsplit(|c: char| !c.is_alphanumeric()).next();
    last.is_some_and(|last| OPENING.contains(&last.to_lowercase().as_str()))
}

/// What is evident by its words alone, without an analysis of its clauses.
fn plainly(tokens: &Tokens, setting: Setting) -> Option<Evident> {
    let last = tokens
        .text()
        .trim_end()
        .trim_end_matches(['"', '”', ')', '’', '\''])
        .chars()
        .last()?;
    aside::kind(tokens)
        .or_else(|| open_question(tokens))
        .or_else(|| {
            let plain = worth(tokens).is_none();
            let fragment = !advice::is_imperative(tokens)
                && fragment::is_fragment(tokens, setting, last)
                && !(last == '.' && heading::states_briefly(tokens));
            let kind = if last == ':' && fragment::leads_in(tokens) {
                Evident::Context
            } else {
                Evident::Fragment
            };
            (plain && (fragment || kind == Evident::Context)).then_some(kind)
        })
}

/// A call for research, or an aim or a step of a study, that states nothing by the way.
fn open_question(tokens: &Tokens) -> Option<Evident> {
    if matches!(worth(tokens), Some((Reason::Quantity | Reason::Appeal, _))) {
        return None;
    }
    let clauses = Clauses::of(tokens);
    let asks = counsel::calls_for_research(&clauses) || aim::is_aim(&clauses);
    (asks && !contrast::states_besides(tokens) && !causality::states_relation(&clauses))
        .then_some(Evident::Context)
}

/// Whether what a sentence states is worth a check, and why.
pub fn check_worthy(text: &str) -> Option<CheckWorthy> {
    worth_of(&token::tokens(text))
}

/// The same of a text that has been taken apart.
pub(crate) fn worth_of(tokens: &Tokens) -> Option<CheckWorthy> {
    worth(tokens).map(|(reason, found)| CheckWorthy {
        reason,
        words: tokens[found.start].range.start..tokens[found.end - 1].range.end,
    })
}

/// The first word of effect or of comparison in a text, as bytes.
pub(crate) fn first_effect(tokens: &Tokens) -> Option<Range<usize>> {
    let effect = effect(tokens, || Clauses::of(tokens));
    let compares = comparative(tokens);
    let first = effect
        .into_iter()
        .chain(compares)
        .min_by_key(|found| found.start)?;
    Some(tokens[first.start].range.start..tokens[first.end - 1].range.end)
}

/// The appeal to research in a sentence, as bytes of its text.
pub fn appeal(text: &str) -> Option<Range<usize>> {
    appeal_in(&token::tokens(text))
}

/// The same of a text that has been taken apart.
pub(crate) fn appeal_in(tokens: &Tokens) -> Option<Range<usize>> {
    appeal::find(tokens)
        .filter(|found| !appeal::points_back(tokens, found))
        .map(|found| tokens[found.start].range.start..tokens[found.end - 1].range.end)
}

/// The same of tokens, with the range of the tokens that decide. What says most comes first.
fn worth(tokens: &[Token]) -> Option<(Reason, Range<usize>)> {
    worth_of_lists(tokens).or_else(|| Some((Reason::Effect, advice::promise(tokens)?)))
}

fn worth_of_lists(tokens: &[Token]) -> Option<(Reason, Range<usize>)> {
    let found = |reason, range: Option<Range<usize>>| range.map(|range| (reason, range));
    found(Reason::Effect, effect(tokens, || Clauses::of_part(tokens)))
        .or_else(|| found(Reason::Comparative, comparative(tokens)))
        .or_else(|| found(Reason::Quantity, quantity::find(tokens)))
        .or_else(|| found(Reason::Appeal, appeal::find(tokens)))
}

/// Whether a word is a verb of benefit, harm or cause in the present: `prevents`, `prevent`.
pub(crate) fn acts(token: &Token) -> bool {
    token.class.is(Class::ACTS)
}

/// Whether a text has a word that negates.
pub(crate) fn negation_word(tokens: &[Token]) -> bool {
    negation::word(tokens).is_some()
}

/// Whether a word is a form of a verb of benefit, harm or cause: `prevented`.
pub(crate) fn acts_in_any_form(token: &Token) -> bool {
    token.class.is(Class::AFFECTS)
}

/// The words of lists of which most sentences have none, with the class that each list is.
fn telling_words() -> impl Iterator<Item = (&'static str, Class)> {
    let effects = EFFECT_VERBS.all().map(|(word, form)| {
        let acts = matches!(form, Form::Base | Form::Third);
        let class = Class::AFFECTS.or(if acts { Class::ACTS } else { Class::AFFECTS });
        (word, class)
    });
    let phrases = EFFECT_PHRASES.first_words();
    let comparatives = COMPARATIVES.first_words();
    effects
        .chain(phrases.map(|word| (word, Class::PROMISES)))
        .chain(comparatives.map(|word| (word, Class::COMPARATIVE)))
        .chain(causality::causes().map(|word| (word, Class::CAUSES)))
        .chain(clause::frames().map(|word| (word, Class::FRAMES)))
        .chain(appeal::beginnings().map(|word| (word, Class::APPEALS)))
        .chain(crate::wording::telling_words())
}

/// A word of effect, but for what a study sets out to find: "we assessed whether it reduces pain".
fn effect<'a>(tokens: &'a [Token], take_apart: impl Fn() -> Clauses<'a>) -> Option<Range<usize>> {
    let mut clauses = None;
    let telling = Class::PROMISES.or(Class::AFFECTS);
    let mut places = (0..tokens.len()).filter(|&at| tokens[at].class.is(telling));
    places.find_map(|at| {
        let acts = || {
            let third = || EFFECT_VERBS.form(&tokens[at]) == Some(Form::Third);
            acts_in_any_form(&tokens[at]) && !(is_subject(tokens, at) && third())
        };
        let phrase = EFFECT_PHRASES.length_at(tokens, at);
        let length = phrase.or_else(|| acts().then_some(1))?;
        if EXCEPTIONS.cover(tokens, at) {
            return None;
        }
        let clauses = clauses.get_or_insert_with(&take_apart);
        (clauses.frames[at] != Frame::Topic).then_some(at..at + length)
    })
}

/// `most repairs are done`: a word in *-s* before an auxiliary is the plural of a noun.
fn is_subject(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1).filter(|next| next.gap < Gap::Comma);
    next.is_some_and(|next| next.is_any(&["are", "were"]))
}

fn comparative(tokens: &[Token]) -> Option<Range<usize>> {
    (0..tokens.len()).find_map(|at| {
        let listed = tokens[at].class.is(Class::COMPARATIVE);
        let phrase = listed.then(|| COMPARATIVES.length_at(tokens, at));
        let length = phrase.flatten().or_else(|| er_than(tokens, at))?;
        (!EXCEPTIONS.cover(tokens, at)).then_some(at..at + length)
    })
}

/// `drier than`: any comparative, so long as `than` is there.
fn er_than(tokens: &[Token], at: usize) -> Option<usize> {
    if !tokens.get(at + 1)?.is("than") {
        return None;
    }
    let compares = tokens[at].text.ends_with("er") && tokens[at].text.len() > 3;
    let other = tokens[at].is_any(&["other", "rather", "either", "never", "ever"]);
    (compares && !other).then_some(2)
}

#[cfg(test)]
mod firing;
#[cfg(test)]
mod tests;

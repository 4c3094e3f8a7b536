//! The verdict on a sentence: what kind it is, whether it is hedged, which relation it states.

use std::ops::Range;

use grounds_load::Setting;

use super::causality::{Strength, strength_in};
use super::clause::Clauses;
use super::token::{Gap, Token, Tokens};
use super::{
    CheckWorthy, Evident, advice, aim, aside, contrast, counsel, heading, health, hedging, open,
    service, term, token,
};

/// What kind of sentence a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SentenceKind {
    /// It states something that can be true or false.
    Claim,
    /// It says what to do.
    Advice,
    /// It asks.
    Question,
    /// It says what a word means.
    Definition,
    /// It says what the author holds.
    Opinion,
    /// It is about the text, or about what a study set out to do.
    Context,
    /// A heading, a name, a list of things: it has no verb.
    Fragment,
}

impl SentenceKind {
    /// Its name in machine-readable output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Advice => "advice",
            Self::Question => "question",
            Self::Definition => "definition",
            Self::Opinion => "opinion",
            Self::Context => "context",
            Self::Fragment => "fragment",
        }
    }
}

/// The verdict on a sentence. Ranges are bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What kind of sentence it is.
    pub kind: SentenceKind,
    /// The words that hedge it, if it is hedged.
    pub hedge: Option<Range<usize>>,
    /// How strong a relation it states.
    pub strength: Strength,
    /// The words that state the relation.
    pub relation: Option<Range<usize>>,
    /// Why it is worth a check, if it is.
    pub check_worthy: Option<CheckWorthy>,
    /// The first word of health or medicine in it.
    pub health: Option<Range<usize>>,
    /// Whether the author speaks of himself or herself: `I started running`.
    pub personal: bool,
}

impl Verdict {
    /// Whether a rule that looks for claims about health fires: it states something that is worth a
    /// check, a relation, or anything else about health that is not only what happened to the author.
    pub fn fires(&self) -> bool {
        self.kind == SentenceKind::Claim
            && (self.check_worthy.is_some()
                || self.strength != Strength::None
                || self.health.is_some() && !self.personal)
    }
}

/// The verdict on the text of one sentence.
pub fn classify(text: &str) -> Verdict {
    let tokens = token::tokens(text);
    let kind = kind(text, &tokens);
    // “You may shower” leaves it to the reader, and doubts nothing.
    let permits = kind == SentenceKind::Advice && counsel::permits(&Clauses::of(&tokens));
    let states = !matches!(kind, SentenceKind::Question | SentenceKind::Fragment);
    let (strength, found) = if states {
        strength_in(&Clauses::of(&tokens))
    } else {
        (Strength::None, None)
    };
    let bytes =
        |found: Range<usize>| tokens[found.start].range.start..tokens[found.end - 1].range.end;
    Verdict {
        kind,
        hedge: hedging::hedge(text).filter(|_| !permits),
        strength,
        relation: found.map(bytes),
        check_worthy: super::worth_of(&tokens),
        health: health::find(&tokens).map(|at| tokens[at].range.clone()),
        personal: tokens
            .iter()
            .any(|token| token.is_any(&["i", "i'm", "i've", "me", "my"])),
    }
}

fn kind(text: &str, tokens: &Tokens) -> SentenceKind {
    if asks(text, tokens) {
        return SentenceKind::Question;
    }
    match evident(tokens, Setting::Paragraph) {
        Some(Evident::Advice) => SentenceKind::Advice,
        Some(Evident::Question) => SentenceKind::Question,
        Some(Evident::Definition) => SentenceKind::Definition,
        Some(Evident::Opinion) => SentenceKind::Opinion,
        Some(Evident::Context) => SentenceKind::Context,
        Some(Evident::Fragment | Evident::Heading) => SentenceKind::Fragment,
        None => SentenceKind::Claim,
    }
}

/// What a sentence that states nothing is. Claim coverage asks the same, so that the two never differ.
pub(super) fn evident(tokens: &Tokens, setting: Setting) -> Option<Evident> {
    let text = tokens.text();
    if asks(text, tokens) {
        return aside::asks(tokens).then_some(Evident::Question);
    }
    let clauses = Clauses::of(tokens);
    if aside::is_about_the_text(tokens) {
        return Some(Evident::Context);
    }
    if counsel::advises(&clauses) && !advice::gives_a_reason(tokens) {
        return Some(Evident::Advice);
    }
    if let Some(rest) = counsel::labelled(tokens)
        && strength_in(&Clauses::of_part(rest)).0 == Strength::None
        && !advice::gives_a_reason(rest)
    {
        return Some(Evident::Advice);
    }
    if counsel::calls_for_research(&clauses) && !contrast::states_besides(tokens) {
        return Some(Evident::Context);
    }
    if (advice::is_advice(tokens) || counsel::permits(&clauses)) && !advice::gives_a_reason(tokens)
    {
        return Some(Evident::Advice);
    }
    if heading::is_heading(text, &clauses) {
        let states = heading::states_in_a_list(tokens, setting);
        return (!states).then_some(Evident::Fragment);
    }
    let aim = aim::is_aim(&clauses) || open::leaves_open(&clauses);
    if aim && !contrast::states_a_result(tokens) || service::is_service(&clauses) {
        return Some(Evident::Context);
    }
    if term::defines(&clauses) {
        return Some(Evident::Definition);
    }
    // "Avoid smoking to lower your risk": what advice is good for is no statement.
    if advice::is_imperative(tokens)
        && strength_in(&clauses).0 == Strength::None
        && !advice::gives_a_reason(tokens)
    {
        return Some(Evident::Advice);
    }
    super::plainly(tokens, setting)
}

/// Whether a text asks: a question mark ends it, but for quotation marks and a remark in parentheses, or it
/// begins as a question and no mark ends it, as in a heading.
fn asks(text: &str, tokens: &[Token]) -> bool {
    let mut end = text.trim_end();
    while let Some(remark) = end.strip_suffix(')').and_then(|inside| inside.rfind('(')) {
        end = end[..remark].trim_end();
    }
    let end = end.trim_end_matches(['"', '”', '’', '\'', '»', ')', ' ']);
    let lead = tokens
        .iter()
        .take_while(|token| token.is_any(&["and", "but", "now", "so", "well"]))
        .count();
    let tokens = &tokens[lead..];
    let begins = tokens.first().is_some_and(|first| {
        first.is_any(&[
            "are", "can", "could", "did", "do", "does", "has", "have", "is", "should", "was",
            "were", "will", "would",
        ])
    }) && tokens
        .get(1)
        .is_some_and(|next| !next.is_any(&["be", "not", "n't"]) && next.gap < Gap::Comma);
    end.ends_with('?') || begins && tokens.len() > 2 && !end.ends_with(['.', '!', ':', ';', ','])
}

//! What kind of sentence a sentence is: whether it evidently states nothing, and whether what it
//! states is worth a check.
//!
//! Deterministic, lexical, and explained: every verdict names the words that decided it.

use grounds_load::{Sentence, Setting};

/// Why a sentence evidently states nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evident {
    /// A heading, or the head of a table.
    Heading,
    /// It asks.
    Question,
    /// It tells the reader what to do.
    Instruction,
    /// It has no verb of its own: a lead-in, a name, a number in a cell.
    Fragment,
}

/// Why a sentence is worth a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CheckWorthy {
    /// A number with a unit, a per cent or a dose.
    Quantity,
    /// It compares.
    Comparative,
    /// A verb of benefit, harm or cause.
    Effect,
    /// It appeals to research: "studies show".
    Appeal,
}

/// Whether a sentence evidently states nothing, and why.
pub fn evident_non_claim(sentence: &Sentence) -> Option<Evident> {
    match sentence.setting {
        Setting::Heading | Setting::TableHead => Some(Evident::Heading),
        _ if sentence.text.trim_end().ends_with('?') => Some(Evident::Question),
        _ => None,
    }
}

/// Whether what a sentence states is worth a check, and why.
pub fn check_worthy(text: &str) -> Option<CheckWorthy> {
    text.contains('%').then_some(CheckWorthy::Quantity)
}

//! A diagnostic: one thing that a rule found, with its places.

use std::ops::Range;

use crate::{FileId, Place};

/// One thing that a rule found. It has no level: levels are policy, given when the report is
/// built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The permanent name of the rule: `claim/no-evidence`.
    pub rule: &'static str,
    /// What is wrong, in lower case, without a full stop, naming the thing in backticks.
    pub message: String,
    /// Where it is wrong, and what is there.
    pub primary: Label,
    /// Other places that matter, often in other files.
    pub secondary: Vec<Label>,
    /// Why it matters, or what was compared.
    pub notes: Vec<String>,
    /// What to do.
    pub help: Vec<String>,
    /// A change that would mend it.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A diagnostic with a message and a place, and nothing else yet.
    pub fn new(rule: &'static str, place: Place, message: impl Into<String>) -> Self {
        Self {
            rule,
            message: message.into(),
            primary: Label {
                place,
                text: String::new(),
            },
            secondary: Vec::new(),
            notes: Vec::new(),
            help: Vec::new(),
            fix: None,
        }
    }

    /// Says what is at the primary place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// Adds another place that matters.
    #[must_use]
    pub fn with(mut self, place: Place, text: impl Into<String>) -> Self {
        self.secondary.push(Label {
            place,
            text: text.into(),
        });
        self
    }

    /// Adds why it matters.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Adds a change that would mend it.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }
}

/// A place and what is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub place: Place,
    /// What is there; may be empty for a primary place.
    pub text: String,
}

/// A change that would mend a diagnostic, in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What the change does: `move the citation behind the passage`.
    pub title: String,
    /// The file that it changes.
    pub file: FileId,
    /// The replacements, in order, disjoint.
    pub edits: Vec<Edit>,
}

/// A replacement of bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that go; empty for an insertion.
    pub range: Range<usize>,
    /// The text that comes.
    pub replacement: String,
}

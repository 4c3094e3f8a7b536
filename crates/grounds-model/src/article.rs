//! An article: what its front matter says. Its prose is read by `grounds-load`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Date, Review, Suppression, Text};

/// The front matter of an article, `articles/<slug>.md`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Article front matter")]
pub struct FrontMatter {
    /// The title, as readers see it.
    pub title: Text,
    /// What the article is about, in a sentence or two, for lists and search engines.
    pub description: Option<Text>,
    /// Whom it is written for.
    pub audience: Option<Audience>,
    /// The language, as a BCP 47 tag; the set's language if it is left out.
    pub lang: Option<Text>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Text>,
    /// The day of first publication.
    pub published: Option<Date>,
    /// The day of the last change of substance.
    pub updated: Option<Date>,
    /// Who reviewed the article, when, and when it is due again.
    pub review: Option<Review>,
    /// Diagnostics of this article that are accepted, each with its reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppress: Vec<Suppression>,
}

/// Whom an article is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// People with a condition, and those close to them.
    Patients,
    /// Health professionals.
    Clinicians,
    /// Everybody.
    Public,
}

/// What prose can be declared to be when it is no claim: the classes `.definition`, `.advice`,
/// `.opinion` and `.context` on a span or a div.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NonClaim {
    /// It says what a word means.
    Definition,
    /// It says what to do.
    Advice,
    /// It says what the author holds.
    Opinion,
    /// It orients the reader: about this page, about what follows.
    Context,
}

impl NonClaim {
    /// The kind that a class of a span or div declares.
    pub fn from_class(class: &str) -> Option<Self> {
        Some(match class {
            "definition" => Self::Definition,
            "advice" => Self::Advice,
            "opinion" => Self::Opinion,
            "context" => Self::Context,
            _ => return None,
        })
    }

    /// The class that declares it.
    pub fn class(self) -> &'static str {
        match self {
            Self::Definition => "definition",
            Self::Advice => "advice",
            Self::Opinion => "opinion",
            Self::Context => "context",
        }
    }
}

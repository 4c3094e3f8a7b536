//! An article as readers get it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::claim::Review;
use super::prose::Block;
use super::terms::{Audience, NonClaim};

/// An article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Article {
    /// The name of the article in addresses.
    pub slug: String,
    /// The title; the slug where the front matter could not be read.
    pub title: String,
    /// What the article is about, in a sentence or two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whom it is written for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// The language, as a BCP 47 tag.
    pub language: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The day of first publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    pub published: Option<String>,
    /// The day of the last change of substance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    pub updated: Option<String>,
    /// The last review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
    /// The prose.
    pub blocks: Vec<Block>,
    /// The passages, in the order in which they begin.
    pub passages: Vec<Passage>,
    /// The footnotes that a mark in the prose or in another footnote leads to, by number.
    pub footnotes: Vec<Footnote>,
    /// The cited works, by number: in the order in which they are first cited.
    pub references: Vec<Reference>,
}

/// A stretch of prose that states one claim, or is labelled speculative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Passage {
    /// The identifier of this place, unique in the article: `claim-<claim>-1` for the first
    /// passage that states the claim, `passage-1` for a passage that names no sound claim id.
    pub anchor: String,
    /// The claim that it states, as it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// Whether the claim is among the bundle's `claims`.
    pub resolved: bool,
    /// Whether it is labelled speculative, by itself or by what is around it.
    pub speculative: bool,
    /// What it is declared to be, if it is declared to be no claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub non_claim: Option<NonClaim>,
    /// Its words, without marks and citations.
    pub text: String,
    /// The numbers of the references that are cited for it, in order.
    pub references: Vec<u64>,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Footnote {
    /// Its number, from 1.
    pub number: u64,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A cited work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Reference {
    /// Its number, from 1.
    pub number: u64,
    /// The citation key, as it was written.
    pub study: String,
    /// Whether the study is among the bundle's `studies`.
    pub resolved: bool,
}

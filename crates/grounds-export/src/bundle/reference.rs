//! A citable work: its fields, and the reference that the citation style makes of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::terms::ReportType;

/// A citable work, with the field names of CSL-JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Report {
    /// What kind of work it is.
    #[serde(rename = "type")]
    pub kind: ReportType,
    /// The title.
    pub title: String,
    /// The authors, in order.
    pub author: Vec<Name>,
    /// The date of publication, as far as it is known: `2018`, `2018-10` or `2018-10-15`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<String>,
    /// The journal, book or site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub container_title: Option<String>,
    /// The publisher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The volume.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume: Option<String>,
    /// The issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
    /// The pages, or the article number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The language, as a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The Digital Object Identifier, without `https://doi.org/`.
    #[serde(rename = "DOI", default, skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// The PubMed number.
    #[serde(rename = "PMID", default, skip_serializing_if = "Option::is_none")]
    pub pmid: Option<String>,
    /// The PubMed Central number, with `PMC`.
    #[serde(rename = "PMCID", default, skip_serializing_if = "Option::is_none")]
    pub pmcid: Option<String>,
    /// The International Standard Serial Number.
    #[serde(rename = "ISSN", default, skip_serializing_if = "Option::is_none")]
    pub issn: Option<String>,
    /// The International Standard Book Number.
    #[serde(rename = "ISBN", default, skip_serializing_if = "Option::is_none")]
    pub isbn: Option<String>,
    /// An address.
    #[serde(rename = "URL", default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// The name of an author: a person's has `family`, a group's has `literal` and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Name {
    /// A person.
    Person(PersonName),
    /// A group or institution.
    Group(GroupName),
}

/// A person's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PersonName {
    /// The family name.
    pub family: String,
    /// The given names or initials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// A suffix such as `Jr.`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
    /// A particle that is kept with the family name, such as `van`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub non_dropping_particle: Option<String>,
    /// The author's ORCID iD.
    #[serde(rename = "ORCID", default, skip_serializing_if = "Option::is_none")]
    pub orcid: Option<String>,
}

/// The name of a group or institution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct GroupName {
    /// The name as printed.
    pub literal: String,
}

/// A reference as the citation style prints it, without a number before it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FormattedReference {
    /// As plain text.
    pub text: String,
    /// As stretches of text, each in one form. Their texts in order are `text`.
    pub runs: Vec<Run>,
}

/// A stretch of text in one form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Run {
    /// The text.
    pub text: String,
    /// Its form; usually none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub form: Vec<Form>,
    /// Where it leads, if it is a link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// How a stretch of text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// In italics.
    Italic,
    /// In bold.
    Bold,
    /// In small capitals.
    SmallCaps,
    /// Underlined.
    Underline,
    /// Raised.
    Superscript,
    /// Lowered.
    Subscript,
}

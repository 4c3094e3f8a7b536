//! A report: a citable work, with the field names of CSL-JSON.
//!
//! Source of the names: the CSL-JSON schema of the Citation Style Language, version 1.0.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Label, PartialDate, Text};

/// A citable work, with the field names of CSL-JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Report {
    /// What kind of work it is.
    #[serde(rename = "type")]
    pub kind: ReportType,
    /// The title as printed.
    pub title: Text,
    /// The authors in order, as far as they are known.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub author: Box<[Name]>,
    /// The date of first publication, online or in print, as far as it is known.
    pub issued: Option<PartialDate>,
    /// The journal, book or site.
    pub container_title: Option<Text>,
    /// The publisher.
    pub publisher: Option<Box<Text>>,
    /// The volume.
    pub volume: Option<Label>,
    /// The issue.
    pub issue: Option<Label>,
    /// The pages, or the article number.
    pub page: Option<Label>,
    /// The language, as a BCP 47 tag.
    pub language: Option<Box<Text>>,
    /// The Digital Object Identifier, without `https://doi.org/`.
    #[serde(rename = "DOI")]
    pub doi: Option<Text>,
    /// The PubMed number.
    #[serde(rename = "PMID")]
    pub pmid: Option<Label>,
    /// The PubMed Central number, with `PMC`.
    #[serde(rename = "PMCID")]
    pub pmcid: Option<Box<Text>>,
    /// The International Standard Serial Number.
    #[serde(rename = "ISSN")]
    pub issn: Option<Box<Text>>,
    /// The International Standard Book Number.
    #[serde(rename = "ISBN")]
    pub isbn: Option<Box<Text>>,
    /// An address, where there is no identifier.
    #[serde(rename = "URL")]
    pub url: Option<Box<Text>>,
}

/// What kind of work a report is: the types of CSL that a study can have.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ReportType {
    /// An article in a journal.
    ArticleJournal,
    /// A preprint or manuscript.
    Article,
    /// A book.
    Book,
    /// A chapter of a book.
    Chapter,
    /// A conference paper or abstract.
    PaperConference,
    /// A report of an institution.
    Report,
    /// A thesis.
    Thesis,
    /// A data set, or an entry of a registry.
    Dataset,
    /// A web page.
    Webpage,
}

/// The name of an author: a person's, or a group's as `{literal: …}`.
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
#[schemars(title = "person")]
pub struct PersonName {
    /// The family name.
    pub family: Text,
    /// The given names or initials.
    pub given: Option<Text>,
    /// A suffix such as `Jr.`
    pub suffix: Option<Box<Text>>,
    /// A particle that is kept with the family name but not sorted by, such as `van`.
    pub non_dropping_particle: Option<Box<Text>>,
    /// The author's ORCID iD.
    #[serde(rename = "ORCID")]
    pub orcid: Option<Box<Text>>,
}

/// The name of a group or institution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "group")]
pub struct GroupName {
    /// The name as printed.
    pub literal: Text,
}

//! The prose of an article as a tree of blocks and inlines.
//!
//! Every text in it is plain text: nothing is HTML, nothing needs to be parsed again. Raw HTML and
//! comments of the source are not in it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::terms::NonClaim;

/// A block of prose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(
    tag = "type",
    deny_unknown_fields,
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case"
)]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 to 6, as it was written; the article's title is not among the headings.
        level: u8,
        /// The identifier, unique in the article.
        id: String,
        /// Whether the heading itself is labelled speculative.
        speculative: bool,
        /// The words.
        content: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// The words.
        content: Vec<Inline>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// A list.
    List {
        /// The first number of a numbered list; a list without it is a bullet list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        start: Option<u64>,
        /// Whether the items are set without space between them.
        tight: bool,
        /// The blocks of each item.
        items: Vec<Vec<Block>>,
    },
    /// A table.
    Table {
        /// How each column is aligned.
        alignments: Vec<Alignment>,
        /// The cells of the head; empty where all its cells are.
        head: Vec<Vec<Inline>>,
        /// The cells of the other rows, as many in each as there are columns.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A block of code.
    Code {
        /// What stands after the opening fence: usually the language. May be empty.
        info: String,
        /// The code.
        text: String,
    },
    /// Blocks that belong together, with what is declared of them.
    Group {
        /// The identifier, if one was written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        /// What the group is declared to be, if it is declared to be no claim.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        non_claim: Option<NonClaim>,
        /// What is inside.
        blocks: Vec<Block>,
    },
    /// Blocks that together state one claim, or are labelled speculative.
    Passage {
        /// The position among the article's `passages`, from 0.
        passage: u64,
        /// What is inside.
        blocks: Vec<Block>,
    },
    /// A thematic break.
    Rule,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(
    tag = "type",
    deny_unknown_fields,
    rename_all = "kebab-case",
    rename_all_fields = "kebab-case"
)]
pub enum Inline {
    /// Words.
    Text {
        /// The words.
        text: String,
    },
    /// Stressed words.
    Emphasis {
        /// The words.
        content: Vec<Inline>,
    },
    /// Strongly stressed words.
    Strong {
        /// The words.
        content: Vec<Inline>,
    },
    /// Words that are struck through.
    Strikethrough {
        /// The words.
        content: Vec<Inline>,
    },
    /// Raised words.
    Superscript {
        /// The words.
        content: Vec<Inline>,
    },
    /// Lowered words.
    Subscript {
        /// The words.
        content: Vec<Inline>,
    },
    /// Code.
    Code {
        /// The code.
        text: String,
    },
    /// A link, with the address that the author wrote. It may be relative to the article's file
    /// (`other.md`), and it may be of any scheme: whoever shows it decides what is safe.
    Link {
        /// Where it leads.
        url: String,
        /// Its title; may be empty.
        title: String,
        /// What is clicked.
        content: Vec<Inline>,
    },
    /// An image, with the address that the author wrote (see `link`).
    Image {
        /// Where it is.
        url: String,
        /// Its title; may be empty.
        title: String,
        /// What it shows, in words.
        alt: String,
    },
    /// Words with what is declared of them.
    Span {
        /// The identifier, if one was written.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        /// What the words are declared to be, if they are declared to be no claim.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        non_claim: Option<NonClaim>,
        /// The words.
        content: Vec<Inline>,
    },
    /// Words that state a claim, or are labelled speculative.
    Passage {
        /// The position among the article's `passages`, from 0.
        passage: u64,
        /// The words.
        content: Vec<Inline>,
    },
    /// The citations in one pair of brackets, or one citation in the text.
    Cite {
        /// The identifier of this place, unique in the article: `cite-3`.
        anchor: String,
        /// At least one.
        citations: Vec<Citation>,
    },
    /// The mark of a footnote.
    FootnoteMark {
        /// The number of the footnote: 1 is the first of the article's `footnotes`.
        number: u64,
    },
    /// A line break in the source: a blank.
    SoftBreak,
    /// A line break in the text.
    HardBreak,
}

/// One cited work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Citation {
    /// The number of the reference: 1 is the first of the article's `references`.
    pub number: u64,
    /// How it is cited.
    pub mode: CitationMode,
    /// The words before it: `see`. May be empty.
    pub prefix: String,
    /// The words after it, as they were written, with the place in the work: `, p. 213`. May be
    /// empty.
    pub suffix: String,
}

/// How a work is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CitationMode {
    /// In brackets.
    Normal,
    /// In brackets, where the words around it name the authors.
    SuppressAuthor,
    /// The authors are words of the sentence.
    AuthorInText,
}

/// How a column of a table is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Alignment {
    /// As usual.
    None,
    /// Left.
    Left,
    /// Centred.
    Center,
    /// Right.
    Right,
}

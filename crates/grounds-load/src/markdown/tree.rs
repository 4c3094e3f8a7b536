//! The tree of an article's prose: blocks, inlines, citations, and what is wrong with them.
//!
//! Plain data. Every `range` is in bytes of the source that was given to [`parse`](super::parse),
//! also where the prose stands in a block quote, in a list or after front matter.

use std::ops::Range;

/// The prose of one article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// The blocks, in the order of the source.
    pub blocks: Vec<Block>,
    /// The footnotes, in the order of the source. Where a label is defined twice, the last one
    /// counts, as in Pandoc ([`Prose::footnote`] finds it).
    pub footnotes: Vec<Footnote>,
    /// What the author probably meant otherwise, in the order of the source.
    pub faults: Vec<Fault>,
    /// The HTML comments, in the order of the source: block-level or within a line.
    pub comments: Vec<HtmlComment>,
}

impl Prose {
    /// The footnote with this label.
    pub fn footnote(&self, label: &str) -> Option<&Footnote> {
        self.footnotes.iter().rev().find(|note| note.label == label)
    }
}

/// A footnote's definition: `[^label]: …`, or a note written in its place: `^[…]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// The whole definition; of an inline note, `^[…]`.
    pub range: Range<usize>,
    /// What [`InlineKind::FootnoteReference`] names. Inline notes get `^1`, `^2`, …: no written
    /// label can hold a `^`.
    pub label: String,
    /// What the note says.
    pub blocks: Vec<Block>,
}

/// `<!-- … -->`, which is how suppressions are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HtmlComment {
    /// From `<` to `>`.
    pub range: Range<usize>,
    /// What stands between `<!--` and `-->`, untrimmed.
    pub text: String,
}

/// A block and its place: from its first to its last byte, without the line break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its place in the source.
    pub range: Range<usize>,
    /// What it is.
    pub kind: BlockKind,
}

/// The kinds of block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// `# Heading {#id .class}`.
    Heading {
        /// 1 to 6.
        level: u8,
        /// The written identifier, or Pandoc's `auto_identifiers`: unique within the article.
        id: String,
        /// What was written in braces.
        attributes: Attributes,
        /// The words.
        content: Vec<Inline>,
    },
    /// A paragraph, also the lines of an item in a tight list.
    Paragraph(Vec<Inline>),
    /// `> …`
    Quote(Vec<Block>),
    /// A bullet list or a numbered list.
    List {
        /// The first number of a numbered list.
        ordered_from: Option<u64>,
        /// Whether no blank line stands between the items.
        tight: bool,
        /// The items.
        items: Vec<ListItem>,
    },
    /// A pipe table.
    Table {
        /// One a column.
        alignments: Vec<Alignment>,
        /// The header's cells.
        head: Vec<Cell>,
        /// The other rows' cells, as many in each as there are columns.
        rows: Vec<Vec<Cell>>,
    },
    /// A code block, fenced or indented.
    Code {
        /// What stands after the opening fence; empty for an indented block.
        info: String,
        /// The code, with `\n` line ends, ending in one unless it is empty.
        text: String,
    },
    /// `::: {.class}` … `:::`
    Div {
        /// What the opening fence says; `::: name` is the class `name`.
        attributes: Attributes,
        /// What is inside.
        blocks: Vec<Block>,
    },
    /// `---`
    Rule,
    /// Raw HTML other than a comment alone; the text is the source at `range`.
    Html,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListItem {
    /// From its marker on.
    pub range: Range<usize>,
    /// What is inside.
    pub blocks: Vec<Block>,
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The words, without the bars and the blanks around them. Empty for a cell that the
    /// author left out at the end of a row.
    pub range: Range<usize>,
    /// The words.
    pub content: Vec<Inline>,
}

/// How a column of a table is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// `---`
    None,
    /// `:--`
    Left,
    /// `:-:`
    Center,
    /// `--:`
    Right,
}

/// `{#id .class key=value}`
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attributes {
    /// From `{` to `}`; of `::: name`, the name; empty where nothing was written.
    pub range: Range<usize>,
    /// `#id` or `id=…`: the last one counts.
    pub id: Option<Name>,
    /// `.class` or `class="…"`, in order; `-` is `unnumbered`.
    pub classes: Vec<Name>,
    /// `key=value`, in order, without `id` and `class`.
    pub pairs: Vec<Pair>,
}

impl Attributes {
    /// Whether this class is among them.
    pub fn has_class(&self, class: &str) -> bool {
        self.classes.iter().any(|name| name.text == class)
    }

    /// The first pair with this key.
    pub fn get(&self, key: &str) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.key == key)
    }
}

/// An identifier or a class, and its place without the `#` or `.`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The place.
    pub range: Range<usize>,
    /// The name.
    pub text: String,
}

/// `key=value`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// From the key's first byte to the value's last, quotes included.
    pub range: Range<usize>,
    /// The value's place, without the quotes.
    pub value_range: Range<usize>,
    /// The key.
    pub key: String,
    /// The value, with escapes and entities decoded.
    pub value: String,
}

/// A piece of a line and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inline {
    /// Its place in the source, markup included.
    pub range: Range<usize>,
    /// What it is.
    pub kind: InlineKind,
}

/// The kinds of inline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InlineKind {
    /// Words, with escapes and entities decoded. What was decoded is a text of its own, so any
    /// other text stands in the source letter by letter.
    Text(String),
    /// `*…*`
    Emphasis(Vec<Inline>),
    /// `**…**`
    Strong(Vec<Inline>),
    /// `~~…~~`
    Strikethrough(Vec<Inline>),
    /// `^…^`, as in `kg/m^2^`.
    Superscript(Vec<Inline>),
    /// `~…~`, as in `H~2~O`.
    Subscript(Vec<Inline>),
    /// `` `…` ``
    Code(String),
    /// `[…](url "title")`, `[…][reference]`, `<url>`.
    Link {
        /// Where it leads; `mailto:` is added to a bare e-mail address.
        url: String,
        /// The title, or empty.
        title: String,
        /// `{…}` after the link.
        attributes: Attributes,
        /// What is clicked.
        content: Vec<Inline>,
    },
    /// `![…](url "title")`
    Image {
        /// Where it is.
        url: String,
        /// The title, or empty.
        title: String,
        /// `{…}` after the image.
        attributes: Attributes,
        /// What it shows.
        alt: Vec<Inline>,
    },
    /// `[…]{#id .class key=value}`
    Span {
        /// What stands in the braces.
        attributes: Attributes,
        /// What stands in the brackets.
        content: Vec<Inline>,
    },
    /// One citation or several in one pair of brackets.
    Cite {
        /// At least one.
        citations: Vec<Citation>,
        /// As it was written, on one line; of `@{key}`, `@key`.
        text: String,
    },
    /// `[^label]` with a definition somewhere, or `^[…]`: see [`Prose::footnote`].
    FootnoteReference(String),
    /// A line break in the source.
    SoftBreak,
    /// A line break in the text: two blanks or a backslash at the end of a line.
    HardBreak,
    /// A raw HTML tag or comment; the text is the source at `range`.
    Html,
}

/// One cited work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// From the first byte of the prefix to the last of the suffix.
    pub range: Range<usize>,
    /// The key alone, without `@` and braces.
    pub key_range: Range<usize>,
    /// The key.
    pub key: String,
    /// How it is cited.
    pub mode: CitationMode,
    /// What stands before the key, as trimmed plain text: `see`.
    pub prefix: String,
    /// All that stands after the key, as trimmed plain text: `, p. 3, for one`.
    pub suffix: String,
    /// The place in the cited work, as Pandoc's citeproc reads it from the suffix.
    pub locator: Option<Locator>,
    /// What citeproc leaves of the suffix: `, for one`.
    pub rest: String,
    /// Citations written within the prefix or the suffix, as `@b` in `[@a, as @b says]`; these
    /// without `prefix_content` and `suffix_content`.
    pub nested: Vec<Citation>,
    /// The prefix with its markup.
    pub prefix_content: Vec<Inline>,
    /// The suffix with its markup.
    pub suffix_content: Vec<Inline>,
}

/// How a work is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CitationMode {
    /// `[@key]`
    Normal,
    /// `[-@key]`
    SuppressAuthor,
    /// `@key`
    AuthorInText,
}

/// A place in a cited work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locator {
    /// CSL's term: `page`, `chapter`, `figure`, …
    pub label: &'static str,
    /// `213`, `3-5, 7`, `iv`.
    pub value: String,
}

/// Something that the author probably meant otherwise. The tree says what Pandoc reads; these say
/// what looks wrong about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A citation inside a span: Pandoc reads it, other Markdown readers do not. It belongs after
    /// the span's `}`, at `span.end`.
    CitationInsideSpan {
        /// The span, attributes included.
        span: Range<usize>,
        /// The citation, brackets included.
        citation: Range<usize>,
    },
    /// A div that ends only with what is around it.
    UnclosedDiv {
        /// The opening fence.
        range: Range<usize>,
    },
    /// A line that looks like a div's fence and is read as text.
    StrayDivFence {
        /// The line.
        range: Range<usize>,
        /// Why it is none, as a clause: `no div is open here`.
        reason: &'static str,
    },
    /// Braces that look like attributes and are read as text, or say nothing.
    MalformedAttributes {
        /// From `{` to `}`, or to where the mistake is.
        range: Range<usize>,
        /// What is wrong, as a clause.
        reason: &'static str,
    },
    /// Something that looks like a citation and is read otherwise.
    MalformedCitation {
        /// The brackets, or the opening bracket and the key.
        range: Range<usize>,
        /// What is wrong, as a clause.
        reason: &'static str,
    },
    /// Nesting beyond [`MAX_BLOCKS`](super::MAX_BLOCKS) or [`MAX_MARKS`](super::MAX_MARKS): what is inside is
    /// read as text.
    TooDeep {
        /// What is read as text.
        range: Range<usize>,
    },
}

impl Fault {
    /// Where the fault is.
    pub fn range(&self) -> &Range<usize> {
        match self {
            Self::CitationInsideSpan { citation, .. } => citation,
            Self::UnclosedDiv { range }
            | Self::StrayDivFence { range, .. }
            | Self::MalformedAttributes { range, .. }
            | Self::MalformedCitation { range, .. }
            | Self::TooDeep { range } => range,
        }
    }
}

//! What can be found: articles, claims and studies, and the words by which each is found.

use serde_json::{Value, json};

use crate::bundle::terms::Basis;
use crate::bundle::{Article, Block, Bundle, Claim, Inline, Study};
use crate::site::index::Index;
use crate::site::page_path::{page_of_article, page_of_claim, page_of_study};
use crate::site::{evidence, words};

/// How much a word says of an entry, by where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// In the text.
    Text,
    /// In a heading, another wording of a claim, a concept of its scope, a journal's name.
    Heading,
    /// In the title, the statement, the names of authors.
    Title,
}

/// Something that can be found.
pub(super) enum Entry<'a> {
    Article(&'a Article),
    Claim(&'a Claim),
    Study(&'a Study),
}

/// Everything that can be found, in the order of the bundle.
pub(super) fn of(bundle: &Bundle) -> Vec<Entry<'_>> {
    let articles = bundle.articles.iter().map(|it| Entry::Article(it));
    let claims = bundle.claims.iter().map(|it| Entry::Claim(it));
    let studies = bundle.studies.iter().map(|it| Entry::Study(it));
    articles.chain(claims).chain(studies).collect()
}

impl Entry<'_> {
    /// What is shown of it: its kind, its title, the address of its page, a line about it.
    pub(super) fn shown(&self, index: &Index) -> Value {
        match self {
            Self::Article(article) => json!([
                "Article",
                article.title,
                page_of_article(&article.slug),
                article.description.as_deref().unwrap_or_default(),
            ]),
            Self::Claim(claim) => json!([
                match claim.basis {
                    Basis::Speculative => "Claim [speculative]",
                    Basis::Evidence => "Claim",
                },
                claim.statement,
                page_of_claim(&claim.id),
                words::capitalised(&evidence::summary(index, claim)),
            ]),
            Self::Study(study) => json!([
                if study.standing.retracted {
                    "Study [retracted]"
                } else {
                    "Study"
                },
                study.report.title,
                page_of_study(&study.key),
                study.label,
            ]),
        }
    }

    /// Calls `found` with each text by which it is found.
    pub(super) fn each_text(&self, index: &Index, found: &mut dyn FnMut(&str, Weight)) {
        match self {
            Self::Article(article) => of_article(article, found),
            Self::Claim(claim) => of_claim(claim, index, found),
            Self::Study(study) => of_study(study, index, found),
        }
    }
}

fn of_article(article: &Article, found: &mut dyn FnMut(&str, Weight)) {
    found(&article.title, Weight::Title);
    for text in article.authors.iter().chain(&article.description) {
        found(text, Weight::Heading);
    }
    let mut line = String::new();
    blocks(&article.blocks, &mut line, found);
    for note in &article.footnotes {
        blocks(&note.blocks, &mut line, found);
    }
}

fn of_claim(claim: &Claim, index: &Index, found: &mut dyn FnMut(&str, Weight)) {
    found(&claim.statement, Weight::Title);
    for wording in &claim.variations {
        found(wording, Weight::Heading);
    }
    let Some(scope) = &claim.scope else { return };
    let concepts = [&scope.population, &scope.intervention, &scope.comparator];
    for concept in concepts.into_iter().flatten().chain(&scope.outcome) {
        found(index.concept_label(concept), Weight::Heading);
    }
}

fn of_study(study: &Study, index: &Index, found: &mut dyn FnMut(&str, Weight)) {
    for text in [&study.report.title, &study.label, &study.key] {
        found(text, Weight::Title);
    }
    found(&study.reference.text, Weight::Heading);
    for text in study.registration.iter().chain(&study.report.doi) {
        found(text, Weight::Heading);
    }
    for finding in &study.findings {
        found(index.concept_label(&finding.outcome), Weight::Text);
    }
}

/// The text of blocks, a leaf at a time, since a word may have its letters in several inlines.
fn blocks(blocks_: &[Block], line: &mut String, found: &mut dyn FnMut(&str, Weight)) {
    for block in blocks_ {
        match block {
            Block::Heading { content, .. } => leaf(content, Weight::Heading, line, found),
            Block::Paragraph { content } => leaf(content, Weight::Text, line, found),
            Block::Quote { blocks: inner }
            | Block::Group { blocks: inner, .. }
            | Block::Passage { blocks: inner, .. } => blocks(inner, line, found),
            Block::List { items, .. } => items.iter().for_each(|item| blocks(item, line, found)),
            Block::Table { head, rows, .. } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    leaf(cell, Weight::Text, line, found);
                }
            }
            Block::Code { text, .. } => found(text, Weight::Text),
            Block::Rule => {}
        }
    }
}

fn leaf(
    content: &[Inline],
    weight: Weight,
    line: &mut String,
    found: &mut dyn FnMut(&str, Weight),
) {
    line.clear();
    write_text(content, line);
    found(line, weight);
}

fn write_text(inlines: &[Inline], line: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text { text } | Inline::Code { text } => line.push_str(text),
            Inline::Image { alt, .. } => line.push_str(alt),
            Inline::Emphasis { content }
            | Inline::Strong { content }
            | Inline::Strikethrough { content }
            | Inline::Superscript { content }
            | Inline::Subscript { content }
            | Inline::Link { content, .. }
            | Inline::Span { content, .. }
            | Inline::Passage { content, .. } => write_text(content, line),
            Inline::Cite { .. }
            | Inline::FootnoteMark { .. }
            | Inline::SoftBreak
            | Inline::HardBreak => line.push(' '),
        }
    }
}

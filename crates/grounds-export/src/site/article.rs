//! The page of an article.

use minijinja::{Value, context};

use super::index::Index;
use super::prose::{Evidence, Writer};
use crate::bundle::Article;

/// What the template of an article needs: its prose, its notes and its references.
pub(super) fn context(index: &Index<'_>, article: &Article, evidence: &Evidence) -> Value {
    let mut writer = Writer::new(index, article, evidence);
    writer.blocks(&article.blocks);
    let body = writer.take();
    let mut notes = Vec::new();
    for note in &article.footnotes {
        writer.blocks(&note.blocks);
        let html = Value::from_safe_string(writer.take());
        notes.push(context! { number => note.number, html => html });
    }
    let references = article.references.iter().map(|reference| {
        context! {
            number => reference.number,
            study => &reference.study,
            resolved => index.study(&reference.study).is_some(),
        }
    });
    context! {
        slug => &article.slug,
        body => Value::from_safe_string(body),
        notes => notes,
        references => references.collect::<Value>(),
    }
}

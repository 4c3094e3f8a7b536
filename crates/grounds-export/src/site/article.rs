//! The page of an article.

use std::collections::BTreeSet;

use minijinja::{Value, context};

use super::Site;
use super::figures::{self, Part};
use super::filters;
use super::index::Index;
use super::lists;
use super::machines;
use super::prose::Writer;
use crate::bundle::{Article, Claim};

/// What the template of an article needs: its prose, its notes and its references.
pub(super) fn context(site: &Site, article: &Article) -> Value {
    let index = &site.index;
    let mut writer = Writer::new(index, article);
    writer.blocks(&article.blocks);
    let body = writer.take();
    let mut notes = Vec::new();
    for note in &article.footnotes {
        writer.blocks(&note.blocks);
        let html = Value::from_safe_string(writer.take());
        notes.push(context! { number => note.number, html => html });
    }
    let grounds = writer.claims().iter().map(|id| {
        let html = site
            .evidence
            .get(index, id)
            .map(|block| block.whole.clone());
        context! { id => *id, html => html.unwrap_or_default() }
    });
    let grounds = grounds.collect::<Value>();
    let references = article.references.iter().map(|reference| {
        context! {
            number => reference.number,
            study => &reference.study,
            resolved => index.study(&reference.study).is_some(),
        }
    });
    let bar = figures::bar_of_standings("bar-of-claims", &standings_of(index, article));
    let coverage = lists::coverage_bar("page", index.coverage(&article.slug));
    context! {
        root => "../",
        slug => &article.slug,
        bar => Value::from_safe_string(bar),
        coverage_bar => Value::from_safe_string(coverage),
        json_ld => Value::from_safe_string(machines::json_ld_of_article(index, &site.works, article)),
        body => Value::from_safe_string(body),
        notes => notes,
        grounds => grounds,
        references => references.collect::<Value>(),
        downloads => article.references.iter().any(|reference| index.study(&reference.study).is_some()),
    }
}

/// How many claims of an article have which certainty, the surest first.
pub(super) fn standings_of(index: &Index, article: &Article) -> [Part<'static>; 6] {
    let passages = article.passages.iter();
    let ids: BTreeSet<&str> = passages
        .filter_map(|passage| passage.claim.as_deref())
        .collect();
    standings(ids.into_iter().filter_map(|id| index.claim(id)))
}

/// How many of some claims have which certainty, the surest first.
pub(super) fn standings<'a>(claims: impl Iterator<Item = &'a Claim>) -> [Part<'static>; 6] {
    let mut parts = [
        ("high", "high", 0),
        ("moderate", "moderate", 0),
        ("low", "low", 0),
        ("very-low", "very low", 0),
        ("unrated", "not rated", 0),
        ("speculative", "speculative", 0),
    ];
    for claim in claims {
        let key = filters::certainty(claim);
        for (name, _, count) in &mut parts {
            *count += usize::from(*name == key);
        }
    }
    parts
}

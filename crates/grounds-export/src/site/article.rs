//! The page of an article.

use std::collections::BTreeSet;

use minijinja::{Value, context};

use super::evidence_blocks::EvidenceBlocks;
use super::figures;
use super::index::Index;
use super::machines;
use super::prose::Writer;
use crate::bundle::terms::{Basis, CertaintyLevel};
use crate::bundle::{Article, Claim};

/// What the template of an article needs: its prose, its notes and its references.
pub(super) fn context(
    index: &Index<'_>,
    article: &Article,
    evidence: &EvidenceBlocks<'_>,
) -> Value {
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
        let html = evidence.get(id).unwrap_or_default().to_owned();
        context! { id => *id, html => Value::from_safe_string(html) }
    });
    let grounds = grounds.collect::<Value>();
    let references = article.references.iter().map(|reference| {
        context! {
            number => reference.number,
            study => &reference.study,
            resolved => index.study(&reference.study).is_some(),
        }
    });
    let bar = figures::bar_of_standings("bar-of-claims", &standings(index, article));
    context! {
        slug => &article.slug,
        bar => Value::from_safe_string(bar),
        json_ld => Value::from_safe_string(machines::json_ld_of_article(index, article)),
        body => Value::from_safe_string(body),
        notes => notes,
        grounds => grounds,
        references => references.collect::<Value>(),
        downloads => article.references.iter().any(|reference| index.study(&reference.study).is_some()),
    }
}

/// How many claims of an article have which certainty, the surest first.
fn standings(index: &Index<'_>, article: &Article) -> [(&'static str, &'static str, usize); 6] {
    let ids: BTreeSet<&str> = article
        .passages
        .iter()
        .filter_map(|passage| passage.claim.as_deref())
        .collect();
    let claims: Vec<&Claim> = ids.into_iter().filter_map(|id| index.claim(id)).collect();
    let count =
        |wanted: &dyn Fn(&Claim) -> bool| claims.iter().filter(|claim| wanted(claim)).count();
    let level = |level: CertaintyLevel| {
        count(&|claim| {
            claim.basis == Basis::Evidence
                && claim.certainty.as_ref().is_some_and(|c| c.level == level)
        })
    };
    [
        ("high", "of high certainty", level(CertaintyLevel::High)),
        (
            "moderate",
            "of moderate certainty",
            level(CertaintyLevel::Moderate),
        ),
        ("low", "of low certainty", level(CertaintyLevel::Low)),
        (
            "very-low",
            "of very low certainty",
            level(CertaintyLevel::VeryLow),
        ),
        (
            "unrated",
            "not rated",
            count(&|claim| claim.basis == Basis::Evidence && claim.certainty.is_none()),
        ),
        (
            "speculative",
            "speculative",
            count(&|claim| claim.basis == Basis::Speculative),
        ),
    ]
}

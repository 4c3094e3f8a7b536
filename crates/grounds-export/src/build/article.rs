//! An article as the bundle shows it.

use grounds_load as load;
use grounds_load::ContentSet;
use grounds_model::Key;

use super::citations::Cited;
use super::prose::Walk;
use super::{claim, strings, words};
use crate::bundle::Article;

/// An article, and the citations in it, in order.
#[derive(Debug)]
pub(super) struct Viewed {
    pub(super) article: Article,
    pub(super) cited: Vec<Cited>,
}

pub(super) fn view(set: &ContentSet, slug: &Key, article: &load::Article) -> Viewed {
    let front = article.front.as_ref().map(|front| &front.value);
    let mut walk = Walk::new(set, &article.prose);
    let blocks = walk.blocks(&article.prose.tree.blocks);
    let footnotes = walk.footnotes();
    let (passages, references, cited) = walk.finish();
    let article = Article {
        slug: slug.to_string(),
        title: front.map_or_else(|| slug.to_string(), |front| front.title.to_string()),
        description: words(front.and_then(|front| front.description.as_ref())),
        audience: front.and_then(|front| front.audience).map(Into::into),
        language: words(front.and_then(|front| front.lang.as_ref()))
            .unwrap_or_else(|| set.settings.value.language.to_string()),
        authors: front
            .map(|front| strings(&front.authors))
            .unwrap_or_default(),
        published: front
            .and_then(|front| front.published)
            .map(|date| date.to_string()),
        updated: front
            .and_then(|front| front.updated)
            .map(|date| date.to_string()),
        review: front
            .and_then(|front| front.review.as_ref())
            .map(claim::review),
        blocks,
        passages,
        footnotes,
        references,
    };
    Viewed { article, cited }
}

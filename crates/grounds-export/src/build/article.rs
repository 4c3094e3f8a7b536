//! An article as the bundle shows it.

use grounds_load as load;
use grounds_load::ContentSet;
use grounds_model::Key;

use super::citations::Cited;
use super::prose::Walk;
use super::{claim, strings, words};
use crate::bundle::Article;

/// An article as the bundle shows it, and the citations in it, in order: all that is needed of the article.
#[derive(Debug)]
pub struct ArticleView {
    pub(super) article: Article,
    pub(super) cited: Vec<Cited>,
}

/// What the bundle needs of an article. Of the set it looks at the records alone, so that the set need not have the
/// other articles.
pub fn view(set: &ContentSet, slug: &Key, article: &load::Article) -> ArticleView {
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
    ArticleView { article, cited }
}

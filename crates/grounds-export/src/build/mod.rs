//! From the content set to the bundle: a view, with no judgement of its own.
//!
//! What is dangling or broken stays in the bundle as data: whether a set with errors is exported
//! is decided elsewhere.

mod article;
mod citations;
mod claim;
mod kept;
mod naming;
mod notes;
mod people;
mod prose;
mod study;
mod terms;
mod uses;

use std::sync::Arc;

use grounds_load::ContentSet;
use grounds_model::Text;
use rayon::prelude::*;

use crate::bundle::{Bundle, CitationStyle, Concept, Format, Generator, RunSummary, VERSION};
use crate::csl::{ReadStyle, Style, StyleError};
use crate::error::ExportError;
pub use article::{ArticleView, view};
use citations::CitedByArticle;
pub use kept::{Edited, KeptBundle};
use uses::Uses;

/// Makes the bundle of a content set.
///
/// `run` says what the run found; it is taken as it is. `read_style` reads a `.csl` file of the
/// set, given its path in the set; it is called at most once, where the settings name a file and
/// not a built-in style.
///
/// ```
/// # use grounds_export::{ExportError, bundle::RunSummary};
/// # use grounds_load::ContentSet;
/// fn print(set: &ContentSet, run: &RunSummary) -> Result<(), ExportError> {
///     let bundle = grounds_export::build(set, run, &|path| {
///         std::fs::read_to_string(std::path::Path::new("content").join(path))
///     })?;
///     println!("{}", bundle.to_json());
///     Ok(())
/// }
/// ```
pub fn build(
    set: &ContentSet,
    run: &RunSummary,
    read_style: ReadStyle<'_>,
) -> Result<Bundle, ExportError> {
    build_with(set, views(set), run, read_style)
}

/// What the bundle needs of each article of a set that has them all.
fn views(set: &ContentSet) -> Vec<ArticleView> {
    let articles = set.articles.par_iter();
    let views = articles.map(|(slug, article)| view(set, slug, article));
    views.collect()
}

/// Makes the bundle of a content set and of these articles, in whatever order: those of the set, seen when each
/// was read. All else is as for [`build`].
pub fn build_with(
    set: &ContentSet,
    viewed: Vec<ArticleView>,
    run: &RunSummary,
    read_style: ReadStyle<'_>,
) -> Result<Bundle, ExportError> {
    let style = style_of(set, read_style)?;
    let (mut bundle, _) = whole(set, viewed, run, &style)?;
    bundle.digest = bundle.compute_digest();
    Ok(bundle)
}

/// The citation style that the settings name.
fn style_of(set: &ContentSet, read: ReadStyle<'_>) -> Result<Arc<Style>, ExportError> {
    let settings = &set.settings.value;
    let (name, language) = (settings.csl_style.as_str(), settings.language.as_str());
    Style::load(name, language, read).map_err(style_error(set))
}

/// What to say of a citation style that cannot be used.
fn style_error(set: &ContentSet) -> impl Fn(StyleError) -> ExportError {
    |source| ExportError::Style {
        name: set.settings.value.csl_style.to_string(),
        source,
    }
}

/// The whole bundle but for its digest, and the citations of each of its articles.
fn whole(
    set: &ContentSet,
    mut viewed: Vec<ArticleView>,
    run: &RunSummary,
    style: &Style,
) -> Result<(Bundle, CitedByArticle), ExportError> {
    viewed.sort_by(|a, b| a.article.slug.cmp(&b.article.slug));
    let settings = &set.settings.value;
    let mut uses = Uses::of(set, &viewed);
    let appraiser = grounds_evidence::Appraiser::new(set);
    let claims = set.claims.iter().map(|(id, claim)| {
        let used_in = uses.take_passages(id.as_str());
        Arc::new(claim::view(set, &appraiser, id, &claim.value, used_in))
    });
    let claims = claims.collect();
    let studies: Vec<_> = set.studies.iter().collect();
    let formatted: Vec<_> = studies
        .par_iter()
        .map(|(key, study)| style.format(key, &study.value.report))
        .collect::<Result<_, _>>()
        .map_err(style_error(set))?;
    let studies = set.studies.iter().zip(formatted);
    let studies = studies.map(|((key, study), reference)| {
        let used_in = uses.take_study(key.as_str());
        Arc::new(study::view(key, &study.value, reference, used_in))
    });
    let studies = studies.collect();
    let viewed = viewed.into_iter();
    let (articles, cited) = viewed
        .map(|viewed| (Arc::new(viewed.article), Arc::from(viewed.cited)))
        .unzip();
    let bundle = Bundle {
        format: Format::GroundsBundle,
        version: VERSION,
        generator: Generator {
            name: "grounds".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        },
        digest: String::new(),
        title: settings.title.to_string(),
        description: words(settings.description.as_ref()),
        language: settings.language.to_string(),
        base_url: words(settings.base_url.as_ref()),
        citation_style: CitationStyle {
            name: settings.csl_style.to_string(),
            title: style.title().to_owned(),
        },
        run: run.clone(),
        concepts: concepts(set),
        articles,
        claims,
        studies,
    };
    Ok((bundle, cited))
}

fn concepts(set: &ContentSet) -> Vec<Concept> {
    let mut concepts: Vec<Concept> = set
        .vocabulary
        .value
        .concepts
        .iter()
        .map(|(id, concept)| Concept {
            id: id.to_string(),
            label: concept.label.to_string(),
            kind: concept.kind.into(),
            synonyms: strings(&concept.synonyms),
            broader: strings(&concept.broader),
            definition: words(concept.definition.as_ref()),
            mesh: words(concept.mesh.as_ref()),
            same_as: strings(&concept.same_as),
        })
        .collect();
    concepts.sort_by(|a, b| a.id.cmp(&b.id));
    concepts
}

fn words(text: Option<&Text>) -> Option<String> {
    text.map(ToString::to_string)
}

fn strings<T: ToString>(items: &[T]) -> Vec<String> {
    items.iter().map(ToString::to_string).collect()
}

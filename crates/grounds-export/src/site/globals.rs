//! What every template can ask for: the site, and each record by its key.

use std::sync::{Arc, OnceLock};

use minijinja::value::{Enumerator, Object};
use minijinja::{Environment, Error, Value, context};

use super::data::Table;
use super::index::Index;
use super::standing::Standing;
use super::{evidence, machines, reference, values};
use crate::bundle::{Article, Claim, Concept, RunSummary, Study};

/// Lets templates ask for what a bundle has.
pub(super) fn add(environment: &mut Environment<'static>, index: &Arc<Index>) {
    let (studies, claims) = (studies(index), claims(index));
    let (concepts, articles) = (concepts(index), articles(index));
    add_lookup(environment, "study", move |key| studies.get(key));
    add_lookup(environment, "claim", move |id| claims.get(id));
    add_lookup(environment, "concept", move |id| concepts.get(id));
    add_lookup(environment, "article", move |slug| articles.get(slug));
    let index_of_concepts = Arc::clone(index);
    environment.add_filter("concepts", move |ids: &Value| {
        concepts_in_words(&index_of_concepts, ids)
    });
    environment.add_global("site", Value::from_object(Site::of(index)));
}

/// Adds a function that finds a record by its key; none, if there is none.
fn add_lookup(
    environment: &mut Environment<'static>,
    name: &'static str,
    find: impl Fn(&str) -> Option<Value> + Send + Sync + 'static,
) {
    environment.add_function(name, move |key: &str| find(key).unwrap_or(Value::from(())));
}

/// What readers call a concept, or several after one another. Pages name very many; so this is no macro.
fn concepts_in_words(index: &Index, ids: &Value) -> Result<String, Error> {
    if let Some(id) = ids.as_str() {
        return Ok(index.concept_label(id).to_owned());
    }
    let mut words = String::new();
    for (at, id) in ids.try_iter()?.enumerate() {
        let id = id.as_str().unwrap_or_default();
        words += if at == 0 { "" } else { ", " };
        words += index.concept_label(id);
    }
    Ok(words)
}

/// What templates know as `site`.
#[derive(Debug)]
struct Site {
    index: Arc<Index>,
    run: Value,
    standings: Value,
    digest: OnceLock<Value>,
}

/// The names of what it has.
const FIELDS: [&str; 10] = [
    "title",
    "description",
    "language",
    "standings",
    "digest",
    "base",
    "generator",
    "citation_style",
    "run",
    "counts",
];

impl Site {
    fn of(index: &Arc<Index>) -> Self {
        Self {
            run: run(index).get("").unwrap_or_default(),
            standings: Standing::ALL.into_iter().map(standing).collect(),
            digest: OnceLock::new(),
            index: Arc::clone(index),
        }
    }

    /// The digest of the bundle, which is computed here if that was not done yet.
    fn digest(&self) -> Value {
        let bundle = &self.index.bundle;
        let digest = self.digest.get_or_init(|| match bundle.digest.as_str() {
            "" => Value::from(bundle.compute_digest()),
            digest => Value::from(digest),
        });
        digest.clone()
    }
}

impl Object for Site {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, name: &str) -> Option<Value> {
        let bundle = &self.index.bundle;
        Some(match name {
            "title" => Value::from(bundle.title.as_str()),
            "description" => values::of(&bundle.description),
            "language" => Value::from(bundle.language.as_str()),
            "standings" => self.standings.clone(),
            "digest" => self.digest(),
            "base" => values::of(&machines::base_url(&self.index)),
            "generator" => values::of(&bundle.generator),
            "citation_style" => values::of(&bundle.citation_style),
            "run" => self.run.clone(),
            "counts" => context! {
                articles => bundle.articles.len(),
                claims => bundle.claims.len(),
                studies => bundle.studies.len(),
            },
            _ => return None,
        })
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Str(&FIELDS)
    }
}

/// What a mark of claims means, for legends.
fn standing(standing: Standing) -> Value {
    context! {
        key => standing.key(),
        words => standing.words(),
        meaning => standing.meaning(),
        shape => Value::from_safe_string(standing.shape_html()),
    }
}

/// The run, of which every page asks for two fields.
fn run(index: &Arc<Index>) -> Arc<Table<RunSummary>> {
    Table::of(
        index,
        |_, _| Some(0),
        |index, _| Some(&index.bundle.run),
        |_, _, run, name| match name {
            "errors" => Some(run.errors.into()),
            "as_of" => Some(run.as_of.as_str().into()),
            _ => None,
        },
    )
}

/// A study with what the site makes of it: its reference as HTML, where it can be read, and the retracted study with
/// which it falls.
fn studies(index: &Arc<Index>) -> Arc<Table<Study>> {
    let made = |index: &Index, _, study: &Study, name: &str| match name {
        "fallen_with" => Some(index.fallen_with(study)?.key.as_str().into()),
        "reference_html" => Some(Value::from_safe_string(reference::html(study))),
        "links" => {
            let links = reference::links(&study.report).into_iter();
            Some(links.map(|(name, url)| context! { name, url }).collect())
        }
        _ => None,
    };
    Table::of(
        index,
        Index::position_of_study,
        |index, at| index.bundle.studies.get(at).map(AsRef::as_ref),
        made,
    )
}

/// A claim with what the site makes of it: its certainty and its evidence in words.
fn claims(index: &Arc<Index>) -> Arc<Table<Claim>> {
    let standings = Standing::ALL.map(|known| (known, standing(known)));
    // Several pages show the summary of a claim, and its own does so several times.
    let summaries = index.bundle.claims.iter().map(|_| OnceLock::new());
    let summaries: Vec<OnceLock<Value>> = summaries.collect();
    let made = move |index: &Index, at: usize, claim: &Claim, name: &str| match name {
        "standing" => {
            let of_claim = Standing::of(index, claim);
            let shown = standings.iter().find(|(known, _)| *known == of_claim);
            shown.map(|(_, shown)| shown.clone())
        }
        "summary" => {
            let summary = summaries.get(at)?;
            let made = summary.get_or_init(|| evidence::summary(index, claim).into());
            Some(made.clone())
        }
        "certainty_words" => Some(evidence::certainty(claim).into()),
        _ => None,
    };
    Table::of(
        index,
        Index::position_of_claim,
        |index, at| index.bundle.claims.get(at).map(AsRef::as_ref),
        made,
    )
}

fn concepts(index: &Arc<Index>) -> Arc<Table<Concept>> {
    Table::of(
        index,
        Index::position_of_concept,
        |index, at| index.bundle.concepts.get(at),
        |_, _, _, _| None,
    )
}

/// An article with its coverage. What it may lack is `none` then.
fn articles(index: &Arc<Index>) -> Arc<Table<Article>> {
    let made = |index: &Index, _, article: &Article, name: &str| {
        Some(match name {
            "description" => values::of(&article.description),
            "audience" => values::of(&article.audience),
            "published" => values::of(&article.published),
            "updated" => values::of(&article.updated),
            "review" => values::of(&article.review),
            "coverage" => values::of(&index.coverage(&article.slug)),
            _ => return None,
        })
    };
    Table::of(
        index,
        Index::position_of_article,
        |index, at| index.bundle.articles.get(at).map(AsRef::as_ref),
        made,
    )
}

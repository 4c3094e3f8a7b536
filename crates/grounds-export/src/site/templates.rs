//! The templates, and what they can ask for.

use std::collections::HashMap;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::{
    Environment, Error, Output, State, UndefinedBehavior, Value, context, escape_formatter,
};

use super::data::{Given, Table};
use super::html;
use super::index::Index;
use super::machines;
use super::standing::Standing;
use super::theme::Theme;
use super::{evidence, reference, url, values, words};
use crate::bundle::{Bundle, Claim, Study};
use crate::error::ExportError;

/// Every template, by name, sorted.
pub(super) const TEMPLATES: [(&str, &str); 16] = [
    ("404.html", include_str!("templates/404.html")),
    ("_certainty.html", include_str!("templates/_certainty.html")),
    ("_evidence.html", include_str!("templates/_evidence.html")),
    ("_filter.html", include_str!("templates/_filter.html")),
    ("_macros.html", include_str!("templates/_macros.html")),
    ("about.html", include_str!("templates/about.html")),
    ("article.html", include_str!("templates/article.html")),
    ("base.html", include_str!("templates/base.html")),
    ("claim.html", include_str!("templates/claim.html")),
    ("claims.html", include_str!("templates/claims.html")),
    (
        "evidence-map.html",
        include_str!("templates/evidence-map.html"),
    ),
    ("index.html", include_str!("templates/index.html")),
    ("references.html", include_str!("templates/references.html")),
    ("search.html", include_str!("templates/search.html")),
    ("studies.html", include_str!("templates/studies.html")),
    ("study.html", include_str!("templates/study.html")),
];

/// Under which the site's own templates stay within reach of a theme that has others in their place.
const OWN: &str = "grounds/";

/// The templates, ready to be filled in.
#[derive(Debug)]
pub(super) struct Templates {
    environment: Environment<'static>,
    theme: Theme,
}

impl Templates {
    pub(super) fn new(
        index: &Index<'_>,
        bundle: &Arc<Bundle>,
        theme: &Theme,
    ) -> Result<Self, ExportError> {
        let mut environment = environment();
        // Each is read when a page first needs it; where a theme has another, under its longer name only.
        environment.set_loader(|name| {
            let name = name.strip_prefix(OWN).unwrap_or(name);
            let own = TEMPLATES.iter().find(|(known, _)| *known == name);
            Ok(own.map(|(_, source)| *source))
        });
        let (studies, claims) = (Arc::new(studies(bundle)), Arc::new(claims(index, bundle)));
        let (concepts, articles) = (concepts(index), articles(index));
        add_lookup(&mut environment, "study", move |key| studies.get(key));
        add_lookup(&mut environment, "claim", move |id| claims.get(id));
        add_lookup(&mut environment, "concept", move |id| {
            concepts.get(id).cloned()
        });
        add_lookup(&mut environment, "article", move |slug| {
            articles.get(slug).cloned()
        });
        environment.add_global("site", site(index));
        theme.dress(&mut environment)?;
        Ok(Self {
            environment,
            theme: theme.clone(),
        })
    }

    /// Fills in a template for a page.
    pub(super) fn fill(
        &self,
        name: &str,
        page: &str,
        context: Value,
    ) -> Result<String, ExportError> {
        self.environment
            .get_template(name)
            .and_then(|template| template.render(context))
            .map_err(|source| match self.theme.fault(&source, page) {
                Some(fault) => fault.into(),
                None => ExportError::Template {
                    page: page.to_owned(),
                    source,
                },
            })
    }
}

/// What all templates share: how they are written, and the filters.
pub(super) fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    // Errors say where they are.
    environment.set_debug(true);
    // All that is written is escaped: nothing a template says turns that off.
    environment.remove_filter("safe");
    environment.set_formatter(format);
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build();
    environment.set_syntax(syntax.expect("the syntax of templates is sound"));
    environment.add_filter("term", |term: &str, list: &str| words::term(list, term));
    environment.add_filter("date", |iso: &str| words::date(iso));
    environment.add_filter("capitalised", capitalised);
    environment.add_filter("dots", |level: &str| words::dots(level));
    environment.add_filter("p_value", |p: &str| words::p_value(p));
    environment.add_filter("first_page", |pages: &str| {
        machines::page_range(pages).0.to_owned()
    });
    environment.add_filter("last_page", |pages: &str| {
        machines::page_range(pages).1.map(str::to_owned)
    });
    environment.add_filter("external", |link: &str| {
        url::external(link).map(std::borrow::Cow::into_owned)
    });
    environment.add_filter("doi_url", |doi: &str| url::of_doi(doi));
    environment.add_filter("page", |key: &str| url::page(key).to_owned());
    environment
}

/// Writes a value into a page: what is not HTML of our own is escaped as all else on the page is.
fn format(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if value.is_safe() || value.is_undefined() {
        return escape_formatter(out, state, value);
    }
    Ok(match value.as_str() {
        Some(text) => html::write_text(out, text),
        None => html::write_text(out, &value.to_string()),
    }?)
}

/// The words with a capital letter; HTML stays HTML.
fn capitalised(value: &Value) -> Value {
    let words = words::capitalised(value.as_str().unwrap_or_default());
    if value.is_safe() {
        Value::from_safe_string(words)
    } else {
        Value::from(words)
    }
}

/// Adds a function that finds a record by its key; none, if there is none.
fn add_lookup(
    environment: &mut Environment<'static>,
    name: &'static str,
    find: impl Fn(&str) -> Option<Value> + Send + Sync + 'static,
) {
    environment.add_function(name, move |key: &str| find(key).unwrap_or(Value::from(())));
}

fn site(index: &Index<'_>) -> Value {
    let bundle = index.bundle;
    context! {
        title => &bundle.title,
        description => values::of(&bundle.description),
        language => &bundle.language,
        standings => standings(),
        digest => &bundle.digest,
        base => machines::base_url(index),
        generator => values::of(&bundle.generator),
        citation_style => values::of(&bundle.citation_style),
        run => values::of(&bundle.run),
        counts => context! {
            articles => bundle.articles.len(),
            claims => bundle.claims.len(),
            studies => bundle.studies.len(),
        },
    }
}

/// What the marks of claims mean, for legends.
fn standings() -> Value {
    Standing::ALL.into_iter().map(standing).collect()
}

fn standing(standing: Standing) -> Value {
    context! {
        key => standing.key(),
        words => standing.words(),
        meaning => standing.meaning(),
        shape => Value::from_safe_string(standing.shape_html()),
    }
}

/// A study with what the site makes of it: its reference as HTML, and where it can be read.
fn studies(bundle: &Arc<Bundle>) -> Table<Study> {
    let made = |study: &Study, name: &str| match name {
        "reference_html" => Some(Value::from_safe_string(reference::html(study))),
        "links" => {
            let links = reference::links(&study.report).into_iter();
            Some(links.map(|(name, url)| context! { name, url }).collect())
        }
        _ => None,
    };
    Table::of(
        bundle,
        |bundle| &bundle.studies,
        |study| &study.key,
        made,
        |_| Given::default(),
    )
}

/// A claim with what the site makes of it: its certainty and its evidence in words.
fn claims(index: &Index<'_>, bundle: &Arc<Bundle>) -> Table<Claim> {
    let standings = Standing::ALL.map(|known| (known, standing(known)));
    let shown = |claim: &Claim| {
        let of_claim = Standing::of(index, claim);
        let shown = standings.iter().find(|(known, _)| *known == of_claim);
        shown.map_or(Value::UNDEFINED, |(_, shown)| shown.clone())
    };
    let given = |claim: &Claim| -> Given {
        Box::new([
            ("standing", shown(claim)),
            ("summary", Value::from(evidence::summary(index, claim))),
        ])
    };
    Table::of(
        bundle,
        |bundle| &bundle.claims,
        |claim| &claim.id,
        |claim, name| (name == "certainty_words").then(|| evidence::certainty(claim).into()),
        given,
    )
}

fn concepts(index: &Index<'_>) -> HashMap<String, Value> {
    let concepts = index.bundle.concepts.iter();
    concepts
        .map(|concept| (concept.id.clone(), values::of(concept)))
        .collect()
}

/// What other pages say of an article.
fn articles(index: &Index<'_>) -> HashMap<String, Value> {
    let articles = index.bundle.articles.iter();
    articles
        .map(|article| {
            let value = context! {
                slug => &article.slug,
                title => &article.title,
                description => values::of(&article.description),
                audience => values::of(&article.audience),
                language => &article.language,
                authors => &article.authors,
                published => values::of(&article.published),
                updated => values::of(&article.updated),
                review => values::of(&article.review),
                coverage => values::of(&index.coverage(&article.slug)),
            };
            (article.slug.clone(), value)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_list_is_the_folder() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/site/templates");
        let files: BTreeSet<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| std::path::Path::new(name).extension() == Some("html".as_ref()))
            .collect();
        let listed: Vec<&str> = TEMPLATES.iter().map(|(name, _)| *name).collect();
        assert!(files.iter().map(String::as_str).eq(listed), "{files:?}");
    }
}

//! The templates, and what they can ask for.

use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Error, Output, State, UndefinedBehavior, Value, escape_formatter};

use super::globals;
use super::html;
use super::index::Index;
use super::machines;
use super::theme::Theme;
use super::{url, words};
use crate::error::ExportError;

/// Every template, by name, sorted.
pub(super) const TEMPLATES: [(&str, &str); 18] = [
    ("404.html", include_str!("templates/404.html")),
    ("_certainty.html", include_str!("templates/_certainty.html")),
    ("_evidence.html", include_str!("templates/_evidence.html")),
    ("_filter.html", include_str!("templates/_filter.html")),
    ("_findings.html", include_str!("templates/_findings.html")),
    ("_macros.html", include_str!("templates/_macros.html")),
    ("_standing.html", include_str!("templates/_standing.html")),
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
    pub(super) fn new(index: &Arc<Index>, theme: &Theme) -> Result<Self, ExportError> {
        let mut environment = environment();
        // Each is read when a page first needs it; where a theme has another, under its longer name only.
        environment.set_loader(|name| {
            let name = name.strip_prefix(OWN).unwrap_or(name);
            let own = TEMPLATES.iter().find(|(known, _)| *known == name);
            Ok(own.map(|(_, source)| *source))
        });
        theme.dress(&mut environment)?;
        let plain = Self {
            environment,
            theme: theme.clone(),
        };
        Ok(plain.renewed(index))
    }

    /// The same templates, about another bundle.
    pub(super) fn renewed(&self, index: &Arc<Index>) -> Self {
        let mut environment = self.environment.clone();
        globals::add(&mut environment, index);
        if self.theme.has_templates() {
            environment.set_fuel(Some(work_of_a_page(index)));
        }
        Self {
            environment,
            theme: self.theme.clone(),
        }
    }

    pub(super) fn theme(&self) -> &Theme {
        &self.theme
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
            .map_err(|source| match self.theme.fault(&source, name, page) {
                Some(fault) => fault.into(),
                None => ExportError::Template {
                    page: page.to_owned(),
                    source,
                },
            })
    }
}

/// How much a page may ask for where a theme has templates, in the units of the engine: a step, or a byte of what is
/// made. Loops that do not end, and texts that double, end there. The site's own pages take up to 12,000 units
/// by themselves, and up to 200 for each record that they list.
fn work_of_a_page(index: &Index) -> u64 {
    let bundle = &index.bundle;
    let records = bundle.articles.len() + bundle.claims.len() + bundle.studies.len();
    2_000_000 + 1_000 * records as u64
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
    environment.add_filter("amount", amount);
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

/// A number with its unit, if it has one.
fn amount(number: &Value, unit: &Value) -> String {
    match unit.as_str() {
        None | Some("") => number.to_string(),
        Some("%") => format!("{number}%"),
        Some(unit) => format!("{number} {unit}"),
    }
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

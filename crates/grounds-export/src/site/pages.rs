//! The pages of the site.

use minijinja::{Value, context};
use rayon::prelude::*;

use super::File;
use super::article;
use super::figures;
use super::index::Index;
use super::machines;
use super::page_path::{page_of_article, page_of_claim, page_of_study};
use super::prose::Evidence;
use super::templates::Templates;
use crate::bundle::Bundle;
use crate::error::ExportError;

/// Every page and the stylesheet, in order of their paths.
pub(super) fn render(index: &Index<'_>, templates: &Templates) -> Result<Vec<File>, ExportError> {
    let bundle = index.bundle;
    let evidence = evidence(bundle, templates)?;
    let articles = bundle.articles.par_iter().map(|article| {
        let path = page_of_article(&article.slug);
        let shown = article::context(index, article, &evidence);
        page(
            templates,
            path,
            "article.html",
            context! { root => "../", ..shown },
        )
    });
    let claims = bundle.claims.par_iter().map(|claim| {
        let path = page_of_claim(&claim.id);
        let html = evidence.get(&claim.id).cloned().unwrap_or_default();
        let html = Value::from_safe_string(html);
        let forest = Value::from_safe_string(figures::forest_plots(index, claim));
        let shown = context! {
            root => "../",
            id => &claim.id,
            evidence => html,
            forest => forest,
            json_ld => Value::from_safe_string(machines::json_ld_of_claim(index, claim)),
        };
        page(templates, path, "claim.html", shown)
    });
    let studies = bundle.studies.par_iter().map(|study| {
        let path = page_of_study(&study.key);
        page(
            templates,
            path,
            "study.html",
            context! {
                root => "../",
                key => &study.key,
                json_ld => Value::from_safe_string(machines::json_ld_of_study(study)),
            },
        )
    });
    let mut files = articles
        .chain(claims)
        .chain(studies)
        .collect::<Result<Vec<File>, _>>()?;
    files.extend(lists(bundle, templates)?);
    let map = figures::evidence_map(index).unwrap_or_default();
    let map = context! { root => "", map => Value::from_safe_string(map) };
    files.push(page(
        templates,
        "evidence-map.html".to_owned(),
        "evidence-map.html",
        map,
    )?);
    files.sort();
    files.extend(machines::files(index, &files));
    files.push((
        "style.css".to_owned(),
        include_bytes!("templates/style.css").to_vec(),
    ));
    files.sort();
    Ok(files)
}

/// What each claim stands on, as HTML for a page in a folder: made once, shown on many pages.
fn evidence(bundle: &Bundle, templates: &Templates) -> Result<Evidence, ExportError> {
    let claims = bundle.claims.par_iter();
    let evidence = claims.map(|claim| {
        let page = page_of_claim(&claim.id);
        let context = context! { id => &claim.id, root => "../" };
        Ok((
            claim.id.clone(),
            templates.fill("_evidence.html", &page, context)?,
        ))
    });
    evidence.collect()
}

/// The pages that list others, and the one about them all.
fn lists(bundle: &Bundle, templates: &Templates) -> Result<Vec<File>, ExportError> {
    let slugs: Value = bundle
        .articles
        .iter()
        .map(|article| &article.slug)
        .collect();
    let ids: Value = bundle.claims.iter().map(|claim| &claim.id).collect();
    let keys: Value = bundle.studies.iter().map(|study| &study.key).collect();
    let pages = [
        ("index.html", "index.html", ""),
        ("about.html", "about.html", ""),
        ("claims/index.html", "claims.html", "../"),
        ("studies/index.html", "studies.html", "../"),
    ];
    let pages = pages.into_iter().map(|(path, template, root)| {
        let shown = context! { root => root, slugs => &slugs, ids => &ids, keys => &keys };
        page(templates, path.to_owned(), template, shown)
    });
    pages.collect()
}

fn page(
    templates: &Templates,
    path: String,
    template: &str,
    context: Value,
) -> Result<File, ExportError> {
    let context = context! { path => &path, ..context };
    let html = templates.fill(template, &path, context)?;
    Ok((path, html.into_bytes()))
}

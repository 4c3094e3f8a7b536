//! The pages of the site.

use minijinja::{Value, context};
use rayon::prelude::*;

use super::File;
use super::article;
use super::index::Index;
use super::prose::Evidence;
use super::templates::Templates;
use super::url;
use crate::error::ExportError;

/// Every page and the stylesheet, in order of their paths.
pub(super) fn render(index: &Index<'_>, templates: &Templates) -> Result<Vec<File>, ExportError> {
    let bundle = index.bundle;
    let evidence = bundle
        .claims
        .par_iter()
        .map(|claim| {
            let page = format!("claims/{}.html", url::page(&claim.id));
            let context = context! { id => &claim.id, root => "../" };
            Ok((
                claim.id.clone(),
                templates.fill("_evidence.html", &page, context)?,
            ))
        })
        .collect::<Result<Evidence, ExportError>>()?;

    let page = |path: String, template: &str, context: Value| -> Result<File, ExportError> {
        let html = templates.fill(template, &path, context)?;
        Ok((path, html.into_bytes()))
    };
    let articles = bundle.articles.par_iter().map(|article| {
        let path = format!("articles/{}.html", article.slug);
        let shown = article::context(index, article, &evidence);
        page(path, "article.html", context! { root => "../", ..shown })
    });
    let claims = bundle.claims.par_iter().map(|claim| {
        let evidence =
            Value::from_safe_string(evidence.get(&claim.id).cloned().unwrap_or_default());
        let context = context! { root => "../", id => &claim.id, evidence => evidence };
        page(
            format!("claims/{}.html", url::page(&claim.id)),
            "claim.html",
            context,
        )
    });
    let studies = bundle.studies.par_iter().map(|study| {
        let context = context! { root => "../", key => &study.key };
        page(
            format!("studies/{}.html", url::page(&study.key)),
            "study.html",
            context,
        )
    });
    let mut files: Vec<File> = articles
        .chain(claims)
        .chain(studies)
        .collect::<Result<_, _>>()?;

    let slugs = Value::from_iter(bundle.articles.iter().map(|article| &article.slug));
    let ids = Value::from_iter(bundle.claims.iter().map(|claim| &claim.id));
    let keys = Value::from_iter(bundle.studies.iter().map(|study| &study.key));
    let front = context! { root => "", slugs => slugs, ids => &ids, keys => &keys };
    files.push(page("index.html".to_owned(), "index.html", front.clone())?);
    files.push(page("about.html".to_owned(), "about.html", front)?);
    let lists = context! { root => "../", ids => ids, keys => keys };
    files.push(page(
        "claims/index.html".to_owned(),
        "claims.html",
        lists.clone(),
    )?);
    files.push(page(
        "studies/index.html".to_owned(),
        "studies.html",
        lists,
    )?);
    files.push((
        "style.css".to_owned(),
        include_bytes!("templates/style.css").to_vec(),
    ));
    files.sort();
    Ok(files)
}

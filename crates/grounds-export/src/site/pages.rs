//! The pages of the site.

use minijinja::{Value, context};

use super::article;
use super::figures;
use super::ladder;
use super::lists;
use super::machines;
use super::page_path::{page_of_article, page_of_claim, page_of_study};
use super::theme::Theme;
use super::{Plan, Site};
use crate::bundle::{Article, Bundle, Claim, Study};
use crate::error::ExportError;

pub(super) type Made = Result<Vec<u8>, ExportError>;

/// The files that are the same on every site.
const ASSETS: [(&str, &str); 3] = [
    ("icon.svg", include_str!("templates/icon.svg")),
    ("search.js", include_str!("templates/search.js")),
    (
        "style.css",
        concat!(
            include_str!("templates/style.css"),
            include_str!("templates/pages.css"),
            include_str!("templates/evidence.css"),
            include_str!("templates/figures.css"),
            include_str!("templates/print.css"),
        ),
    ),
];

/// Plans every page, the stylesheet, the icon and the script of the search.
pub(super) fn plan<'a>(bundle: &'a Bundle, theme: &Theme, plan: &mut Plan<'a>) {
    for article in &bundle.articles {
        let path = page_of_article(&article.slug);
        plan.insert(
            path,
            Box::new(|site, path| article_page(site, path, article)),
        );
    }
    for claim in &bundle.claims {
        let path = page_of_claim(&claim.id);
        plan.insert(path, Box::new(|site, path| claim_page(site, path, claim)));
    }
    for study in &bundle.studies {
        let path = page_of_study(&study.key);
        plan.insert(path, Box::new(|site, path| study_page(site, path, study)));
    }
    lists::plan(plan);
    plan.insert("evidence-map.html".to_owned(), Box::new(evidence_map));
    plan.insert(
        "search.html".to_owned(),
        Box::new(|site, path| page(site, path, "search.html", context! { root => "" })),
    );
    for (path, bytes) in theme.media() {
        let bytes = bytes.to_vec();
        plan.insert(path.to_owned(), Box::new(move |_, _| Ok(bytes.clone())));
    }
    for (path, text) in ASSETS {
        let text = theme.asset(path, text);
        plan.insert(
            path.to_owned(),
            Box::new(move |_, _| Ok(text.clone().into_bytes())),
        );
    }
}

fn article_page(site: &Site<'_>, path: &str, article: &Article) -> Made {
    let shown = article::context(&site.index, article, &site.evidence);
    page(
        site,
        path,
        "article.html",
        context! { root => "../", ..shown },
    )
}

fn claim_page(site: &Site<'_>, path: &str, claim: &Claim) -> Made {
    let lines = site
        .evidence
        .get(&claim.id)
        .map_or("", |block| &block.lines);
    let forest = figures::forest_plots(&site.index, claim);
    let json_ld = machines::json_ld_of_claim(&site.index, claim);
    let shown = context! {
        root => "../",
        id => &claim.id,
        lines => Value::from_safe_string(lines.to_owned()),
        steps => claim.certainty.as_ref().map(ladder::steps),
        forest => Value::from_safe_string(forest),
        json_ld => Value::from_safe_string(json_ld),
    };
    page(site, path, "claim.html", shown)
}

fn study_page(site: &Site<'_>, path: &str, study: &Study) -> Made {
    let json_ld = machines::json_ld_of_study(study);
    let shown = context! {
        root => "../",
        key => &study.key,
        json_ld => Value::from_safe_string(json_ld),
    };
    page(site, path, "study.html", shown)
}

fn evidence_map(site: &Site<'_>, path: &str) -> Made {
    let map = figures::evidence_map(&site.index).unwrap_or_default();
    let shown = context! { root => "", map => Value::from_safe_string(map) };
    page(site, path, "evidence-map.html", shown)
}

/// Fills in the template of a page.
pub(super) fn page(site: &Site<'_>, path: &str, template: &str, context: Value) -> Made {
    let context = context! { path, ..context };
    let html = site.templates.fill(template, path, context)?;
    Ok(html.into_bytes())
}

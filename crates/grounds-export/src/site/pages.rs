//! The pages of the site.

use minijinja::{Value, context};

use super::article;
use super::figures;
use super::machines;
use super::page_path::{page_of_article, page_of_claim, page_of_study};
use super::{Plan, Site};
use crate::bundle::{Article, Bundle, Claim, Study};
use crate::error::ExportError;

type Made = Result<Vec<u8>, ExportError>;

/// Plans every page, the stylesheet, the icon and the script of the search.
pub(super) fn plan<'a>(bundle: &'a Bundle, plan: &mut Plan<'a>) {
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
    let lists = [
        ("index.html", "index.html", ""),
        ("about.html", "about.html", ""),
        ("claims/index.html", "claims.html", "../"),
        ("studies/index.html", "studies.html", "../"),
    ];
    for (path, template, root) in lists {
        plan.insert(
            path.to_owned(),
            Box::new(move |site, path| list(site, path, template, root)),
        );
    }
    plan.insert("evidence-map.html".to_owned(), Box::new(evidence_map));
    plan.insert(
        "search.html".to_owned(),
        Box::new(|site, path| page(site, path, "search.html", context! { root => "" })),
    );
    let assets: [(&str, &[u8]); 3] = [
        ("icon.svg", include_bytes!("templates/icon.svg")),
        ("search.js", include_bytes!("templates/search.js")),
        ("style.css", include_bytes!("templates/style.css")),
    ];
    for (path, bytes) in assets {
        plan.insert(path.to_owned(), Box::new(move |_, _| Ok(bytes.to_vec())));
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
    let evidence = site.evidence.get(&claim.id).unwrap_or_default();
    let forest = figures::forest_plots(&site.index, claim);
    let json_ld = machines::json_ld_of_claim(&site.index, claim);
    let shown = context! {
        root => "../",
        id => &claim.id,
        evidence => Value::from_safe_string(evidence.to_owned()),
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

/// A page that lists others, or the one about them all.
fn list(site: &Site<'_>, path: &str, template: &str, root: &str) -> Made {
    let bundle = site.index.bundle;
    let slugs = bundle.articles.iter().map(|article| &article.slug);
    let ids = bundle.claims.iter().map(|claim| &claim.id);
    let keys = bundle.studies.iter().map(|study| &study.key);
    let shown = context! {
        root,
        slugs => slugs.collect::<Value>(),
        ids => ids.collect::<Value>(),
        keys => keys.collect::<Value>(),
    };
    page(site, path, template, shown)
}

fn evidence_map(site: &Site<'_>, path: &str) -> Made {
    let map = figures::evidence_map(&site.index).unwrap_or_default();
    let shown = context! { root => "", map => Value::from_safe_string(map) };
    page(site, path, "evidence-map.html", shown)
}

fn page(site: &Site<'_>, path: &str, template: &str, context: Value) -> Made {
    let context = context! { path, ..context };
    let html = site.templates.fill(template, path, context)?;
    Ok(html.into_bytes())
}

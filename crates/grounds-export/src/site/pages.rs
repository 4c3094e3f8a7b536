//! The pages of the site.

use std::sync::Arc;

use minijinja::value::Object;
use minijinja::{Value, context};

use super::Site;
use super::article;
use super::edition::Part;
use super::figures;
use super::ladder;
use super::machines;
use super::plan::Plan;
use super::theme::Theme;
use crate::bundle::{Article, Claim, Study};
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

/// Plans the pages that are neither lists nor of a record, the stylesheet, the icon, the script of the search, and the
/// fonts and pictures of the theme.
pub(super) fn plan(theme: &Theme, plan: &mut Plan) {
    plan.add(
        "evidence-map.html",
        &[Part::Frame, Part::Claims, Part::Studies],
        evidence_map,
    );
    plan.add("search.html", &[Part::Frame], |site, path| {
        page(site, path, "search.html", context! { root => "" })
    });
    for (path, bytes) in theme.media() {
        let bytes = bytes.to_vec();
        plan.add(path, &[], move |_, _| Ok(bytes.clone()));
    }
    for (path, text) in ASSETS {
        let text = theme.asset(path, text);
        plan.add(path, &[], move |_, _| Ok(text.clone().into_bytes()));
    }
}

pub(super) fn article_page(site: &Site, path: &str, article: &Article) -> Made {
    let shown = article::context(site, article);
    page(site, path, "article.html", shown)
}

pub(super) fn claim_page(site: &Site, path: &str, claim: &Claim) -> Made {
    let lines = site.evidence.get(&site.index, &claim.id);
    let forest = figures::forest_plots(&site.index, claim);
    let json_ld = machines::json_ld_of_claim(&site.index, &site.works, claim);
    let shown = context! {
        root => "../",
        id => &claim.id,
        lines => lines.map(|block| block.lines.clone()).unwrap_or_default(),
        steps => claim.certainty.as_ref().map(ladder::steps),
        forest => Value::from_safe_string(forest),
        json_ld => Value::from_safe_string(json_ld),
    };
    page(site, path, "claim.html", shown)
}

pub(super) fn study_page(site: &Site, path: &str, study: &Study) -> Made {
    let json_ld = machines::json_ld_of_study(study);
    let shown = context! {
        root => "../",
        key => &study.key,
        json_ld => Value::from_safe_string(json_ld),
    };
    page(site, path, "study.html", shown)
}

fn evidence_map(site: &Site, path: &str) -> Made {
    let map = figures::evidence_map(&site.index).unwrap_or_default();
    let shown = context! { root => "", map => Value::from_safe_string(map) };
    page(site, path, "evidence-map.html", shown)
}

/// What the template of a page is filled with. It is asked for every name that a template speaks of, those of filters
/// and macros among them.
#[derive(Debug)]
struct Page {
    path: Value,
    shown: Value,
}

impl Object for Page {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, name: &str) -> Option<Value> {
        if name == "path" {
            return Some(self.path.clone());
        }
        self.shown.as_object()?.get_value_by_str(name)
    }
}

/// Fills in the template of a page.
pub(super) fn page(site: &Site, path: &str, template: &str, shown: Value) -> Made {
    let context = Value::from_object(Page {
        path: Value::from(path),
        shown,
    });
    let html = site.templates.fill(template, path, context)?;
    Ok(html.into_bytes())
}

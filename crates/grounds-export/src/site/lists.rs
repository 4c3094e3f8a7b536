//! The pages that list records: the first page, claims, studies, references, and the page about the
//! evidence; and the page for an address that is none.

use std::collections::BTreeSet;

use minijinja::{Value, context};

use super::Site;
use super::article::standings_of;
use super::edition::Part;
use super::figures;
use super::filters::{self, Filtered};
use super::machines;
use super::pages::{Made, page};
use super::plan::Plan;
use crate::bundle::{Coverage, Study};

/// Plans the pages, and the stylesheets of their filters.
pub(super) fn plan(plan: &mut Plan) {
    use Part::{Articles, Claims, Frame, Run, Studies, Uses};
    plan.add("index.html", &[Frame, Run, Articles, Claims, Studies], home);
    // The digest on it is that of all.
    plan.add("about.html", &Part::ALL, about);
    plan.add("404.html", &[Frame], not_found);
    plan.add("claims/index.html", &[Frame, Claims, Studies], claims);
    plan.add("studies/index.html", &[Frame, Studies, Uses], studies);
    let references_of = &[Frame, Articles, Studies, Uses];
    plan.add("references/index.html", references_of, references);
    plan.add("claims/filter.css", &[Frame, Claims, Studies], |site, _| {
        Ok(site.lists.claims(&site.index).stylesheet().into_bytes())
    });
    plan.add("studies/filter.css", &[Studies], |site, _| {
        Ok(site.lists.studies(&site.index).stylesheet().into_bytes())
    });
}

fn home(site: &Site, path: &str) -> Made {
    let index = &site.index;
    let bundle = &index.bundle;
    let articles = bundle.articles.iter().map(|article| {
        let slug = article.slug.as_str();
        let standings = standings_of(index, article);
        let bar = figures::bar_of_standings(&format!("bar-of-claims-{slug}"), &standings);
        let coverage = coverage_bar(slug, index.coverage(slug));
        context! { slug, bar => html(bar), coverage => html(coverage) }
    });
    let all = super::article::standings(bundle.claims.iter().map(AsRef::as_ref));
    let retracted = bundle
        .studies
        .iter()
        .filter(|study| study.standing.retracted);
    let shown = context! {
        root => "",
        articles => articles.collect::<Value>(),
        bar => html(figures::bar_of_standings("bar-of-claims", &all)),
        claims => bundle.claims.len(),
        studies => bundle.studies.len(),
        retracted => retracted.count(),
    };
    page(site, path, "index.html", shown)
}

fn about(site: &Site, path: &str) -> Made {
    let run = &site.index.bundle.run;
    let shown = context! {
        root => "",
        coverage_bar => html(coverage_bar("all", Some(run.coverage))),
    };
    page(site, path, "about.html", shown)
}

/// A host shows this page at any address, so its links begin at the root of the host.
fn not_found(site: &Site, path: &str) -> Made {
    let root = machines::base_path(&site.index);
    page(site, path, "404.html", context! { root })
}

fn claims(site: &Site, path: &str) -> Made {
    let claims = &site.index.bundle.claims;
    let filtered = site.lists.claims(&site.index);
    let order = filters::surest_first(claims);
    let items = items(
        filtered,
        order
            .iter()
            .map(|&at| (at, claims[at].id.as_str(), Value::UNDEFINED)),
    );
    let shown = context! { root => "../", items, menus => filtered.menus() };
    page(site, path, "claims.html", shown)
}

fn studies(site: &Site, path: &str) -> Made {
    let studies = &site.index.bundle.studies;
    let filtered = site.lists.studies(&site.index);
    let records = studies.iter().enumerate();
    let records = records.map(|(at, study)| {
        let uses = context! {
            claims => study.used_in.claims.len(),
            citations => study.used_in.citations.len(),
        };
        (at, study.key.as_str(), uses)
    });
    let items = items(filtered, records);
    let shown = context! { root => "../", items, menus => filtered.menus() };
    page(site, path, "studies.html", shown)
}

fn items<'a>(filtered: &Filtered, records: impl Iterator<Item = (usize, &'a str, Value)>) -> Value {
    let items = records.map(|(at, key, uses)| {
        let class = filtered.classes.get(at).map_or("", String::as_str);
        context! { key, class, uses }
    });
    items.collect()
}

/// All references in the order of their words, each with the articles that cite it.
fn references(site: &Site, path: &str) -> Made {
    let studies = &site.index.bundle.studies;
    let mut studies: Vec<&Study> = studies.iter().map(AsRef::as_ref).collect();
    studies.sort_by_cached_key(|study| (study.reference.text.to_lowercase(), &study.key));
    let references = studies.into_iter().map(|study| {
        let citations = study.used_in.citations.iter();
        let articles: BTreeSet<&str> = citations
            .map(|citation| citation.article.as_str())
            .collect();
        context! { key => &study.key, articles => articles.into_iter().collect::<Value>() }
    });
    let shown = context! { root => "../", references => references.collect::<Value>() };
    page(site, path, "references.html", shown)
}

/// The share of statements that are accounted for, as a bar.
pub(super) fn coverage_bar(name: &str, coverage: Option<Coverage>) -> String {
    coverage.map_or_else(String::new, |coverage| {
        figures::bar_of_coverage(&format!("bar-of-coverage-{name}"), coverage)
    })
}

fn html(html: String) -> Value {
    Value::from_safe_string(html)
}

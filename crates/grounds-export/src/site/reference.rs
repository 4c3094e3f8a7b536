//! A formatted reference as HTML.

use super::html::Html;
use super::url;
use crate::bundle::{Form, Report, Run, Study};

/// The reference of a study, in the bundle's citation style.
pub(super) fn html(study: &Study) -> String {
    let mut html = Html::default();
    for run in &study.reference.runs {
        write_run(&mut html, run);
    }
    html.into_string()
}

fn write_run(html: &mut Html, run: &Run) {
    let link = run.url.as_deref().and_then(address);
    if let Some(link) = &link {
        html.open("a", &[("href", link)]);
    }
    let tags: Vec<_> = run.form.iter().map(|&form| tag(form)).collect();
    for (tag, class) in &tags {
        match class {
            Some(class) => html.open(tag, &[("class", class)]),
            None => html.open(tag, &[]),
        }
    }
    html.text(&run.text);
    for (tag, _) in tags.iter().rev() {
        html.close(tag);
    }
    if link.is_some() {
        html.close("a");
    }
}

/// Where a run leads. The processor of styles makes an address of whatever stands for a DOI, as it
/// stands: what has not the form of one leads nowhere.
fn address(link: &str) -> Option<String> {
    match link.strip_prefix("https://doi.org/") {
        Some(doi) => url::is_doi(doi).then(|| url::of_doi(doi)),
        None => url::external(link).map(std::borrow::Cow::into_owned),
    }
}

fn tag(form: Form) -> (&'static str, Option<&'static str>) {
    match form {
        Form::Italic => ("i", None),
        Form::Bold => ("b", None),
        Form::Underline => ("u", None),
        Form::SmallCaps => ("span", Some("small-caps")),
        Form::Superscript => ("sup", None),
        Form::Subscript => ("sub", None),
    }
}

/// Where a report can be read: the name of the place and its address.
pub(super) fn links(report: &Report) -> Vec<(&'static str, String)> {
    let mut links = Vec::new();
    if let Some(doi) = report.doi.as_deref().filter(|doi| url::is_doi(doi)) {
        links.push(("DOI", url::of_doi(doi)));
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if let Some(pmid) = report.pmid.as_deref().filter(|pmid| digits(pmid)) {
        links.push(("PubMed", format!("https://pubmed.ncbi.nlm.nih.gov/{pmid}/")));
    }
    let pmc = report
        .pmcid
        .as_deref()
        .and_then(|pmcid| pmcid.strip_prefix("PMC"));
    if let Some(number) = pmc.filter(|number| digits(number)) {
        links.push((
            "PubMed Central",
            format!("https://pmc.ncbi.nlm.nih.gov/articles/PMC{number}/"),
        ));
    }
    if links.is_empty()
        && let Some(address) = report.url.as_deref().and_then(url::external)
    {
        links.push(("Web", address.into_owned()));
    }
    links
}

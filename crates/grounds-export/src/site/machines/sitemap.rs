//! The sitemap (sitemaps.org, version 0.9) and what robots are told (RFC 9309).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::xml;
use crate::bundle::Bundle;
use crate::site::page_path::{page_of_article, page_of_claim};

/// How many pages a sitemap may list; of more there are several, and an index of them.
pub(super) const MOST: usize = 50_000;

/// The path of the sitemap, or of the index.
pub(super) const PATH: &str = "sitemap.xml";

/// Whether a file is a page to be found. There is nothing on the page of the search, and nothing at an address
/// that is none.
pub(super) fn is_listed(path: &str) -> bool {
    path.rsplit('.').next() == Some("html") && !matches!(path, "search.html" | "404.html")
}

/// The paths of the sitemaps for so many pages.
pub(super) fn parts(pages: usize) -> Vec<String> {
    if pages <= MOST {
        return vec![PATH.to_owned()];
    }
    let parts = 1..=pages.div_ceil(MOST);
    parts.map(|part| format!("sitemap-{part}.xml")).collect()
}

/// The index of the sitemaps for so many pages.
pub(super) fn index(base: &str, pages: usize) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in parts(pages) {
        let address = xml(&format!("{base}{path}"));
        writeln!(text, "<sitemap><loc>{address}</loc></sitemap>")
            .expect("writing to a string does not fail");
    }
    text.push_str("</sitemapindex>\n");
    text
}

/// The sitemap of pages, with the day of each article's last change and each claim's last review.
pub(super) fn of<'a>(
    bundle: &'a Bundle,
    base: &str,
    pages: impl Iterator<Item = &'a str>,
) -> String {
    let articles = bundle.articles.iter().filter_map(|article| {
        let changed = article.updated.as_ref().or(article.published.as_ref())?;
        Some((page_of_article(&article.slug), changed))
    });
    let claims = bundle.claims.iter();
    let claims =
        claims.filter_map(|claim| Some((page_of_claim(&claim.id), &claim.review.as_ref()?.on)));
    let changed: BTreeMap<String, &String> = articles.chain(claims).collect();
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in pages {
        let address = match path {
            "index.html" => base.to_owned(),
            _ => format!("{base}{path}"),
        };
        let changed = changed.get(path);
        let changed = changed.map(|day| format!("<lastmod>{}</lastmod>", xml(day)));
        let address = xml(&address);
        let changed = changed.unwrap_or_default();
        writeln!(text, "<url><loc>{address}</loc>{changed}</url>")
            .expect("writing to a string does not fail");
    }
    text.push_str("</urlset>\n");
    text
}

/// Robots may read everything.
pub(super) fn robots(base: Option<String>) -> String {
    let sitemap = base.map(|base| format!("Sitemap: {base}{PATH}\n"));
    format!("User-agent: *\nDisallow:\n{}", sitemap.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_pages_have_several_sitemaps_and_an_index() {
        assert_eq!(parts(MOST), ["sitemap.xml"]);
        assert_eq!(parts(MOST + 1), ["sitemap-1.xml", "sitemap-2.xml"]);
        let index = index("https://example.org/", MOST + 1);
        assert!(
            index.contains("<loc>https://example.org/sitemap-2.xml</loc>"),
            "{index}"
        );
    }

    #[test]
    fn what_nobody_looks_for_is_not_listed() {
        let listed = [
            "index.html",
            "404.html",
            "search.html",
            "claims/a.html",
            "style.css",
        ];
        let listed: Vec<&str> = listed.into_iter().filter(|path| is_listed(path)).collect();
        assert_eq!(listed, ["index.html", "claims/a.html"]);
    }
}

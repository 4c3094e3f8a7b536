//! The sitemap (sitemaps.org, version 0.9) and what robots are told (RFC 9309).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::xml;
use crate::bundle::Bundle;
use crate::site::url;

/// The sitemap of the pages among the files, with the day of each article's last change.
pub(super) fn of<'a>(
    bundle: &'a Bundle,
    base: &str,
    files: impl Iterator<Item = &'a str>,
) -> String {
    let articles = bundle.articles.iter();
    let changed: BTreeMap<&str, &String> = articles
        .filter_map(|article| {
            let changed = article.updated.as_ref().or(article.published.as_ref())?;
            Some((url::page(&article.slug), changed))
        })
        .collect();
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in files {
        let Some(name) = path.strip_suffix(".html") else {
            continue;
        };
        let address = match name {
            "index" => base.to_owned(),
            _ => format!("{base}{path}"),
        };
        let page = name.strip_prefix("articles/");
        let changed = page.and_then(|page| changed.get(page));
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
pub(super) fn robots(bundle: &Bundle) -> String {
    let base = bundle.base_url.as_deref().and_then(url::external);
    let sitemap = base.map(|base| format!("Sitemap: {}/sitemap.xml\n", base.trim_end_matches('/')));
    format!("User-agent: *\nDisallow:\n{}", sitemap.unwrap_or_default())
}

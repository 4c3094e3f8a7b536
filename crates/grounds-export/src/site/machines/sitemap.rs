//! The sitemap (sitemaps.org, version 0.9) and what robots are told (RFC 9309).

use std::fmt::Write as _;

use super::xml;
use crate::bundle::Bundle;
use crate::site::File;
use crate::site::url;

/// The sitemap of the pages, with the day of each article's last change.
pub(super) fn of(bundle: &Bundle, base: &str, pages: &[File]) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (path, _) in pages {
        let Some(name) = path.strip_suffix(".html") else {
            continue;
        };
        let address = match name {
            "index" => base.to_owned(),
            _ => format!("{base}{path}"),
        };
        let changed = name.strip_prefix("articles/").and_then(|page| {
            let article = bundle
                .articles
                .iter()
                .find(|article| url::page(&article.slug) == page)?;
            article.updated.as_ref().or(article.published.as_ref())
        });
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

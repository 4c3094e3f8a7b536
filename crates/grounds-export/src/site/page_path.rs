//! Where on the site the page of a record stands.

use super::url;

/// The path of the page of the article `slug`.
pub fn page_of_article(slug: &str) -> String {
    format!("articles/{}.html", url::page(slug))
}

/// The path of the page of the claim `id`.
pub fn page_of_claim(id: &str) -> String {
    format!("claims/{}.html", url::page(id))
}

/// The path of the page of the study `key`.
pub fn page_of_study(key: &str) -> String {
    format!("studies/{}.html", url::page(key))
}

//! From a request to the whole of its response; only the stream of events is made elsewhere.

use bytes::Bytes;
use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, HeaderMap, HeaderValue, LOCATION};
use hyper::{Method, Response, StatusCode, Uri};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::host::Hosts;
use crate::preview::{Preview, is_page};
use crate::{content_type, inject, state};

/// What is served, and to whom.
#[derive(Debug)]
pub(crate) struct Desk {
    pub(crate) hosts: Hosts,
    /// Tells one run of the server from the next.
    pub(crate) run: String,
}

/// How a request is answered.
pub(crate) enum Answer {
    /// With this, at once.
    Whole(Response<Bytes>),
    /// With a stream of what the page at this path is told.
    Events(String),
}

/// Nothing but the preview itself may be loaded by a page, or may show one.
const POLICY: &str = "default-src 'self'; base-uri 'none'; form-action 'self'; \
                      frame-ancestors 'none'; object-src 'none'";

impl Desk {
    pub(crate) fn answer(
        &self,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
        preview: &Preview,
    ) -> Answer {
        // With an absolute address in the request line, that address counts (RFC 9112, 3.2.2).
        let host = uri.authority().map(hyper::http::uri::Authority::as_str);
        let host = host.or_else(|| headers.get(HOST).and_then(|host| host.to_str().ok()));
        if !host.is_some_and(|host| self.hosts.allow(host)) {
            let words = "The preview does not answer under this name.\n";
            return Answer::Whole(plain(StatusCode::FORBIDDEN, words));
        }
        if method != Method::GET && method != Method::HEAD {
            let words = "The preview can only be read.\n";
            let mut refused = plain(StatusCode::METHOD_NOT_ALLOWED, words);
            let allowed = HeaderValue::from_static("GET, HEAD");
            refused.headers_mut().insert(ALLOW, allowed);
            return Answer::Whole(refused);
        }
        let path = percent_decode_str(uri.path()).decode_utf8_lossy();
        let path = path.strip_prefix('/').unwrap_or(&path);
        Answer::Whole(match path.strip_prefix(inject::FOLDER) {
            Some("events") => {
                return Answer::Events(page_of_query(uri.query().unwrap_or_default()));
            }
            Some("preview.js") => whole(StatusCode::OK, "a.js", inject::SCRIPT),
            Some("preview.css") => whole(StatusCode::OK, "a.css", inject::STYLE),
            Some(_) => self.missing(path, preview),
            // Browsers ask for it of their own accord: a site without one is not at fault.
            None if path == "favicon.ico" && preview.file(path).is_none() => {
                plain(StatusCode::NO_CONTENT, "")
            }
            None => self.file(preview.within(path), preview),
        })
    }

    /// A file of the site. There is no way from a path to the disk: it is looked up as it is.
    fn file(&self, path: &str, preview: &Preview) -> Response<Bytes> {
        let index = if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        if let Some(file) = preview.file(&index) {
            let bytes = if is_page(&index) {
                self.page(&file.bytes, &index, preview)
            } else {
                file.bytes
            };
            return whole(StatusCode::OK, &index, bytes);
        }
        if preview.file(&format!("{path}/index.html")).is_some() {
            let folder = path.rsplit('/').next().unwrap_or(path);
            return redirect(folder);
        }
        self.missing(&index, preview)
    }

    /// A page with the preview's script.
    fn page(&self, html: &[u8], path: &str, preview: &Preview) -> Bytes {
        let version = state::version(preview, &self.run, path);
        let loaded = state::loaded(preview, &self.run, path);
        inject::page(html, path, &version, &loaded)
    }

    /// A page that says that there is none: it becomes the page as soon as there is one.
    fn missing(&self, path: &str, preview: &Preview) -> Response<Bytes> {
        let own = preview.file("404.html").map(|file| file.bytes);
        let html = own.unwrap_or_else(|| Bytes::from_static(MISSING.as_bytes()));
        let page = self.page(&html, path, preview);
        whole(StatusCode::NOT_FOUND, "404.html", page)
    }
}

const MISSING: &str = "<!DOCTYPE html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>No such page</title>
</head>
<body>
<main>
<h1>No such page</h1>
<p>The site has no page at this address. When the content has one, it will appear here.</p>
<p><a href=\"/\">To the start of the site</a></p>
</main>
</body>
</html>
";

/// To the address `to`, which is relative and so stays in the preview.
fn redirect(to: &str) -> Response<Bytes> {
    let to = utf8_percent_encode(to, NON_ALPHANUMERIC).to_string();
    let mut response = plain(StatusCode::PERMANENT_REDIRECT, "");
    if let Ok(location) = HeaderValue::try_from(format!("./{to}/")) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

fn plain(status: StatusCode, words: &'static str) -> Response<Bytes> {
    whole(status, "a.txt", Bytes::from_static(words.as_bytes()))
}

/// A response with the headers that all have. `name` says what kind of file it is.
fn whole(status: StatusCode, name: &str, bytes: impl Into<Bytes>) -> Response<Bytes> {
    let mut response = Response::new(bytes.into());
    *response.status_mut() = status;
    add_headers(response.headers_mut(), content_type::of(name));
    response
}

/// The headers that all responses have.
pub(crate) fn add_headers(headers: &mut HeaderMap, content_type: &'static str) {
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    for (name, value) in [
        ("content-security-policy", POLICY),
        ("cross-origin-resource-policy", "same-origin"),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// The path in `page=…`.
fn page_of_query(query: &str) -> String {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let page = pairs
        .filter(|(name, _)| *name == "page")
        .map(|(_, page)| page)
        .next();
    percent_decode_str(page.unwrap_or_default())
        .decode_utf8_lossy()
        .into_owned()
}

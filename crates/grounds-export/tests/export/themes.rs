//! Sites in a theme: what it changes, what stays, and what it cannot do.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use grounds_export::ExportError;
use grounds_export::bundle::Bundle;
use grounds_export::site::{self, Theme};

use crate::{build, fixture};

fn theme(files: &[(&str, &str)]) -> Theme {
    let files = files.iter();
    Theme::new(files.map(|(file, text)| ((*file).to_owned(), (*text).to_owned())))
}

fn pages(bundle: &Bundle, theme: &Theme) -> BTreeMap<String, String> {
    let files = site::render_in(bundle, theme).expect("a site");
    let files = files.into_iter();
    files
        .map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8")))
        .collect()
}

/// The fault for which no site can be made.
fn fault(theme: &Theme) -> site::ThemeFault {
    match site::render_in(&build(&fixture("rich")), theme) {
        Err(ExportError::Theme(fault)) => fault,
        other => panic!("{:?}", other.map(|files| files.len())),
    }
}

/// The theme that the documentation shows.
fn documented() -> Theme {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/themes/clinic");
    let files = std::fs::read_dir(folder).expect("a theme").map(|entry| {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        let text = std::fs::read_to_string(&path).expect("a template");
        (name.into_owned(), text)
    });
    Theme::new(files)
}

#[test]
fn the_documented_theme_dresses_a_sound_site() {
    let bundle = build(&fixture("rich"));
    let theme = documented();
    assert_eq!(theme.faults(), []);
    let dressed = pages(&bundle, &theme);
    let plain = pages(&bundle, &Theme::default());
    assert!(dressed.keys().eq(plain.keys()), "the same files");
    for (path, page) in dressed
        .iter()
        .filter(|(path, _)| path.rsplit('.').next() == Some("html"))
    {
        assert!(page.contains("Published by the Hair Clinic."), "{path}");
        let is_claim = path.starts_with("claims/") && path != "claims/index.html";
        assert_eq!(page.contains("class=\"clinic\""), is_claim, "{path}");
        crate::page::read(path, page);
    }
    let (own, more) = (&plain["style.css"], &dressed["style.css"]);
    assert!(more.starts_with(own.as_str()) && more.contains(".clinic {"));
}

#[test]
fn nothing_in_a_theme_turns_escaping_off() {
    let mut bundle = build(&fixture("rich"));
    bundle.title = "<script>alert(1)</script>".to_owned();
    Arc::make_mut(&mut bundle.articles[0]).authors = vec!["<img src=x>".to_owned()];
    let slug = bundle.articles[0].slug.clone();
    let open = "{% autoescape false %}{{ site.title }}{{ article(slug).authors }}{{ [site.title]|join }}{% endautoescape %}";
    let dressed = pages(&bundle, &theme(&[("article.html", open)]));
    let page = &dressed[&format!("articles/{slug}.html")];
    assert!(!page.contains('<'), "{page}");
    assert!(
        page.contains("&lt;script&gt;") && page.contains("&lt;img"),
        "{page}"
    );
    let fault = fault(&theme(&[("index.html", "{{ site.title|safe }}")]));
    assert_eq!(fault.message, "unknown filter: filter safe is unknown");
}

#[test]
fn a_template_that_fails_on_a_page_is_shown_where_it_fails() {
    let text = "<h1>\n{{ site.title }}\n{{ nowhere.at_all }}\n</h1>";
    let fault = fault(&theme(&[("about.html", text)]));
    assert_eq!(fault.page.as_deref(), Some("about.html"));
    assert_eq!(fault.file, "about.html");
    assert_eq!(&text[fault.range.clone()], "nowhere.at_all");
    assert!(fault.message.starts_with("undefined value"), "{fault}");
}

#[test]
fn a_part_that_fails_is_named_and_not_the_page_that_asked_for_it() {
    let files = [
        ("about.html", "{% include \"_part.html\" %}"),
        ("_part.html", "{{ site.title|upside_down }}"),
    ];
    let fault = fault(&theme(&files));
    assert_eq!(
        (fault.file.as_str(), fault.page.as_deref()),
        ("_part.html", Some("about.html"))
    );
}

#[test]
fn what_fails_in_a_template_of_the_site_is_shown_where_the_theme_calls_it() {
    let text = "{% from \"_macros.html\" import quantity %}\n{{ quantity(nothing, \"claim\", \"claims\") }}\n";
    let fault = fault(&theme(&[("about.html", text), ("404.html", "")]));
    assert_eq!(fault.file, "about.html");
    assert_eq!(
        &text[fault.range.clone()],
        "{{ quantity(nothing, \"claim\", \"claims\") }}"
    );
    assert!(
        fault.message.ends_with("of the site's own `_macros.html`"),
        "{fault}"
    );
}

#[test]
fn a_template_that_cannot_be_read_stops_the_site() {
    let fault = fault(&theme(&[("claim.html", "{% if %}")]));
    assert_eq!((fault.file.as_str(), fault.page), ("claim.html", None));
}

#[test]
fn a_page_that_does_not_come_to_an_end_is_given_up_where_it_is() {
    let counts = "{% for a in range(9999) %}{% for b in range(9999) %}{% set c = a * b %}{% endfor %}{% endfor %}";
    let writes = "{% for a in range(9999) %}{% for b in range(9999) %}<p>The same words.</p>{% endfor %}{% endfor %}";
    let doubles = "{% set ns = namespace(text=\"twice \") %}{% for a in range(60) %}{% set ns.text = ns.text ~ ns.text %}{% endfor %}";
    for text in [counts, writes, doubles] {
        let fault = fault(&theme(&[("about.html", text)]));
        assert_eq!(fault.page.as_deref(), Some("about.html"));
        assert!(fault.message.contains("does not come to an end"), "{fault}");
    }
}

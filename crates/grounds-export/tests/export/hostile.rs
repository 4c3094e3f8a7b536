//! Text that tries to be more than text stays text, wherever it stands.

use grounds_export::bundle::Bundle;
use serde_json::Value;

use crate::sound::pages;
use crate::{build, fixture};

const PAYLOADS: [&str; 9] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "{{7*7}}{% raw %}{{ site.digest|safe }}",
    "</style></title></main><iframe src=//example.org>",
    "<!-- --><svg/onload=alert(1)>",
    "&lt;script&gt;&#x3c;b&#x3e;",
    "https://example.org/\"onclick=\"alert(1)",
];

/// Fields whose text is part of file names and addresses within the site: the loader lets only
/// keys through.
const NAMES: [&str; 6] = ["slug", "id", "key", "anchor", "article", "digest"];

/// The places of all texts in a bundle, as JSON Pointers.
fn texts(value: &Value, pointer: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(pointer.to_owned()),
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                texts(item, &format!("{pointer}/{i}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields
                .iter()
                .filter(|(name, _)| !NAMES.contains(&name.as_str()))
            {
                texts(field, &format!("{pointer}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// The places of the texts that may be anything: not terms of a closed list.
fn free_texts(bundle: &Value) -> Vec<String> {
    let mut found = Vec::new();
    texts(bundle, "", &mut found);
    found.retain(|pointer| {
        let mut changed = bundle.clone();
        *changed
            .pointer_mut(pointer)
            .expect("a place that was found") = "x".into();
        serde_json::from_value::<Bundle>(changed).is_ok()
    });
    found
}

#[test]
fn every_free_text_of_a_bundle_stays_text() {
    let bundle = serde_json::to_value(build(&fixture("rich"))).unwrap();
    let places = free_texts(&bundle);
    assert!(places.len() > 300, "only {} places", places.len());
    for payload in PAYLOADS {
        let mut hostile = bundle.clone();
        for place in &places {
            *hostile.pointer_mut(place).unwrap() = payload.into();
        }
        let hostile: Bundle = serde_json::from_value(hostile).unwrap();
        for (path, page) in pages(&hostile) {
            assert!(page.text.contains(payload), "{path} lost {payload}");
        }
    }
}

#[test]
fn hostile_prose_stays_text() {
    let bundle = build(&fixture("hostile"));
    let pages = pages(&bundle);
    let text = &pages["articles/hostile.html"].text;
    assert!(text.contains("{{7*7}}") && !text.contains("49"), "{text}");
    for gone in ["in a comment", "onmouseover"] {
        assert!(!text.contains(gone), "{gone}: {text}");
    }
    for kept in [
        "a script link",
        "an entity link",
        "a data link",
        "an image of script",
    ] {
        assert!(text.contains(kept), "{kept}: {text}");
    }
    for link in &pages["articles/hostile.html"].links {
        assert!(
            !link.contains("script:") && !link.contains("data:"),
            "{link}"
        );
    }
}

//! A theme: templates and drawings of any text.

use std::sync::{Arc, OnceLock};

use grounds_export::ExportError;
use grounds_export::bundle::Bundle;
use grounds_export::site::{Site, Theme, ThemeFault};

use crate::{seeds, whole};

/// The longest page that a template may make of the set it is tried on.
const LONGEST: usize = 4_000_000;

/// The set on which templates are tried, read once.
fn bundle() -> &'static Arc<Bundle> {
    static BUNDLE: OnceLock<Arc<Bundle>> = OnceLock::new();
    BUNDLE.get_or_init(|| Arc::new(whole::bundle_of(&seeds::rich_set()).expect("a bundle")))
}

/// A text as a drawing, as the frame of all pages, and as one page: what is wrong with it is found and has a place, and a page
/// comes to an end.
pub fn theme(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    for file in ["leaf.svg", "base.html", "claim.html"] {
        let theme = Theme::new([(file.to_owned(), text.clone())]);
        let faults = theme.faults();
        for fault in &faults {
            located(fault, &text);
        }
        let site = match Site::in_theme(bundle(), &theme) {
            Ok(site) => site,
            Err(error) => {
                assert!(!faults.is_empty(), "{error} is no fault of the theme");
                continue;
            }
        };
        for page in pages(&site) {
            match site.file(&page).expect("a page") {
                Ok(made) => assert!(made.len() < LONGEST, "{} bytes of {page}", made.len()),
                Err(ExportError::Theme(fault)) => located(&fault, &text),
                Err(error) => panic!("{file}, {page}: {error:?}"),
            }
        }
    }
}

/// A page without records, and one of a claim.
fn pages(site: &Site) -> [String; 2] {
    let claim = site.bundle().claims.first().expect("a claim");
    ["404.html".to_owned(), format!("claims/{}.html", claim.id)]
}

fn located(fault: &ThemeFault, text: &str) {
    assert!(text.get(fault.range.clone()).is_some(), "{fault:?}");
    assert!(!fault.message.is_empty(), "{fault:?}");
}

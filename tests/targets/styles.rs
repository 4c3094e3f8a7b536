//! The file of a citation style: any text, on a set with reports of many kinds.

use std::sync::OnceLock;

use grounds_export::ExportError;
use grounds_export::bundle::RunSummary;
use grounds_load::Loaded;
use grounds_model::Text;

use crate::{seeds, whole};

/// The set on which styles are tried, read once.
fn set() -> &'static (Loaded, RunSummary) {
    static SET: OnceLock<(Loaded, RunSummary)> = OnceLock::new();
    SET.get_or_init(|| {
        let (mut loaded, outcome) = whole::judged(&seeds::rich_set());
        loaded.set.settings.value.csl_style = Text::try_from("house.csl").expect("a name");
        let summary = whole::summary(&loaded, &outcome);
        (loaded, summary)
    })
}

/// The longest reference that a style may make.
const LONGEST: usize = 2_000_000;

/// References in a style of any text are made, or it is said why not.
pub fn style(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let read = |_: &str| Ok(text.clone());
    if let Err(error) = grounds_export::find_style("house.csl", &read) {
        assert!(!error.to_string().is_empty());
    }
    let (loaded, summary) = set();
    match grounds_export::build(&loaded.set, summary, &read) {
        Ok(bundle) => {
            for study in &bundle.studies {
                let length = study.reference.text.len();
                assert!(length < LONGEST, "a reference of {length} bytes");
            }
        }
        Err(ExportError::Style { .. }) => {}
        Err(error) => panic!("{error:?}"),
    }
}

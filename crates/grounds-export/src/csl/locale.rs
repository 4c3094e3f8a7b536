//! CSL's words in the language of a set.
//!
//! The processor looks for a word in the language that it is given, then in that language's main
//! dialect, then in American English. Reading all 63 languages that it brings along takes longer than
//! reading and checking a small set, so only these three are read.

use citationberg::{Locale, LocaleCode};
use hayagriva::archive::LOCALES;
use serde::Deserialize;

/// The languages that the processor will ask for, where it is given `language`.
pub(super) fn read(language: &LocaleCode) -> Vec<Locale> {
    let wanted = [
        Some(language.clone()),
        language.fallback(),
        Some(LocaleCode::en_us()),
    ];
    let may_be_wanted = |bytes: &[u8]| {
        let mut wanted = wanted.iter().flatten();
        wanted.any(|LocaleCode(code)| stands_in(bytes, code.as_bytes()))
    };
    LOCALES
        .iter()
        .filter(|bytes| may_be_wanted(bytes) && wanted.contains(&code(bytes)))
        .filter_map(|bytes| ciborium::from_reader(*bytes).ok())
        .collect()
}

/// Whether `wanted` stands at the beginning of `bytes`, where the code of a language does.
fn stands_in(bytes: &[u8], wanted: &[u8]) -> bool {
    let beginning = &bytes[..bytes.len().min(24)];
    !wanted.is_empty() && beginning.windows(wanted.len()).any(|part| part == wanted)
}

/// The code of a language, which is read without its words.
fn code(bytes: &[u8]) -> Option<LocaleCode> {
    #[derive(Deserialize)]
    struct Head {
        #[serde(rename = "@xml:lang")]
        lang: LocaleCode,
    }
    let head: Head = ciborium::from_reader(bytes).ok()?;
    Some(head.lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(language: &str) -> Vec<String> {
        let locales = read(&LocaleCode(language.to_owned())).into_iter();
        locales.filter_map(|locale| Some(locale.lang?.0)).collect()
    }

    #[test]
    fn only_what_can_be_asked_for_is_read() {
        assert_eq!(codes("de-AT"), ["de-AT", "de-DE", "en-US"]);
        assert_eq!(codes("fr"), ["en-US", "fr-FR"]);
        assert_eq!(codes("en-GB"), ["en-GB", "en-US"]);
        assert_eq!(codes("tlh"), ["en-US"]);
    }

    #[test]
    fn every_language_that_the_processor_knows_can_be_read() {
        for locale in hayagriva::archive::locales() {
            let code = locale.lang.expect("a language has a code");
            assert!(codes(&code.0).contains(&code.0), "{code:?}");
        }
    }
}

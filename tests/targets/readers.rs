//! The readers, one by one.

use grounds_check::{classify as classifier, wording};
use grounds_load::{Loaded, RawFile, Setting, assemble, markdown as reader, sentences as splitter};
use grounds_numbers::{Exact, quantity};

use crate::laws;

fn read(path: &str, bytes: &[u8]) -> Loaded {
    let loaded = assemble(vec![RawFile::new(path, bytes)], "");
    laws::read_soundly(&loaded);
    loaded
}

/// YAML, as a claim.
pub fn claim(bytes: &[u8]) {
    read("claims/a.yaml", bytes);
}

/// YAML, as a study.
pub fn study(bytes: &[u8]) {
    read("studies/a.yaml", bytes);
}

/// YAML, as a vocabulary.
pub fn vocabulary(bytes: &[u8]) {
    read("vocabulary.yaml", bytes);
}

/// TOML, as settings.
pub fn settings(bytes: &[u8]) {
    read("grounds.toml", bytes);
}

/// A whole article.
pub fn front_matter(bytes: &[u8]) {
    read("articles/a.md", bytes);
}

/// Prose without front matter: the same tree each time, and each place inside the one around it.
pub fn markdown(bytes: &[u8]) {
    let mut file = b"---\ntitle: A\n---\n".to_vec();
    file.extend_from_slice(bytes);
    read("articles/a.md", &file);
    if let Ok(text) = std::str::from_utf8(bytes) {
        let prose = reader::parse(text, 0..text.len());
        assert!(
            prose.parts() <= 8 * text.len() + 8,
            "the tree outgrows its text"
        );
    }
}

/// Sentences tile a paragraph.
pub fn sentences(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for paragraph in text.split("\n\n") {
        laws::tile(&splitter::split(paragraph), paragraph);
    }
}

/// The list of Retraction Watch: no more rows than lines, each at its line.
pub fn retractions(bytes: &[u8]) {
    let lines = bytes
        .iter()
        .filter(|byte| matches!(byte, b'\n' | b'\r'))
        .count() as u64
        + 1;
    if let Ok(list) = grounds_load::read_retractions(bytes, "list.csv", &|_, _| true) {
        assert!(list.rows as u64 <= lines);
        assert!(list.notices.iter().all(|notice| notice.line <= lines));
    }
}

/// What a sentence is: the words that decide it are in it.
pub fn classify(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for sentence in splitter::split(&text) {
        let sentence = &text[sentence];
        for setting in [Setting::Paragraph, Setting::Heading, Setting::ListItem] {
            let _ = classifier::evident_in(sentence, setting);
        }
        let _ = classifier::classify(sentence);
        let words = [
            classifier::check_worthy(sentence).map(|found| found.words),
            classifier::appeal(sentence),
            classifier::hedge(sentence),
            classifier::causal_strength(sentence).1,
            wording::absolute(sentence),
            wording::hanging_comparison(sentence),
            wording::no_effect(sentence),
            wording::relative_effect(sentence),
        ];
        for range in words.into_iter().flatten() {
            laws::inside(&range, sentence);
        }
    }
}

/// Quantities are in the text and in order; a decimal reads back as it was printed.
pub fn quantities(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let found = quantity::quantities(&text);
    for quantity in &found {
        laws::inside(&quantity.number, &text);
        laws::inside(&quantity.whole, &text);
    }
    assert!(found.is_sorted_by_key(|quantity| quantity.number.start));
    for word in text.split_whitespace() {
        if let Some(number) = Exact::read(word) {
            let printed = number.value().to_string();
            let again = Exact::read(&printed).expect("a printed decimal is one");
            assert_eq!(again.value(), number.value(), "{word}");
            assert_eq!(again.places(), number.places(), "{word}");
        }
    }
}

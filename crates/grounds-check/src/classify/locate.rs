//! Where words of a sentence stand in its file.

use grounds_diagnostics::{Place, Sources};

use crate::subject::SentenceAt;

/// The place of words of the sentence's text, where they stand in the file letter by letter and
/// only once; markup or a line break within them hides them.
pub(crate) fn words_in(at: &SentenceAt<'_>, words: &str, sources: &Sources) -> Option<Place> {
    let whole = at.place();
    let written = sources.text(whole);
    let mut found = written.match_indices(words);
    let (start, _) = found.next()?;
    let start = whole.start + start;
    found
        .next()
        .is_none()
        .then(|| Place::new(whole.file, start..start + words.len()))
}

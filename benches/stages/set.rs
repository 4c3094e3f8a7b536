//! The set over which everything is measured.

use std::sync::LazyLock;

use grounds_dev::synthetic::{Shape, Synthetic};
use grounds_load::{Content, Loaded, RawFile, assemble};

/// How many articles it has.
const ARTICLES: usize = 100;

/// Another seed gives another set of the same shape.
const SEED: u64 = 20_261_126;

/// The generator of the set.
pub(crate) fn generator() -> Synthetic {
    Synthetic::new(Shape::of(ARTICLES, SEED)).expect("a shape that can be made")
}

/// The files of the set.
pub(crate) static FILES: LazyLock<Vec<RawFile>> = LazyLock::new(|| generator().files());

/// The set as it is resolved.
pub(crate) static LOADED: LazyLock<Loaded> = LazyLock::new(|| assemble(FILES.clone(), "set"));

/// The texts of the files below a folder.
pub(crate) fn texts(folder: &str) -> Vec<&'static str> {
    let files = FILES.iter().filter(|file| file.path.starts_with(folder));
    let texts = files.map(|file| match &file.content {
        Content::Bytes(bytes) => std::str::from_utf8(bytes).expect("made as text"),
        _ => "",
    });
    texts.collect()
}

/// How many bytes some texts have.
pub(crate) fn size(texts: &[&str]) -> divan::counter::BytesCount {
    divan::counter::BytesCount::new(texts.iter().map(|text| text.len()).sum::<usize>())
}

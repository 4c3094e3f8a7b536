//! From the disk to a resolved set: reading, YAML, Markdown, sentences, resolving.

use std::path::PathBuf;
use std::sync::LazyLock;

use divan::Bencher;
use grounds_load::markdown::{BlockKind, Prose, parse, plain_text};
use grounds_load::{assemble, sentences};

use crate::set::{FILES, generator, size, texts};

/// The set on the disk: in the system's folder for what is temporary, made once for a run.
static ON_DISK: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("grounds-bench-{}", std::process::id()));
    // What an earlier process of the same number left.
    let _ = std::fs::remove_dir_all(&folder);
    generator().write(&folder).expect("room for the set");
    folder
});

/// Every file of the set, from the disk.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn read(bencher: Bencher) {
    let folder = LazyLock::force(&ON_DISK);
    bencher.bench(|| grounds_load::read(folder).expect("a set"));
    let _ = std::fs::remove_dir_all(folder);
}

/// Claims and studies as YAML, each to its tree with places.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn yaml(bencher: Bencher) {
    let mut records = texts("claims/");
    records.extend(texts("studies/"));
    let counter = size(&records);
    bencher.counter(counter).bench(|| {
        let values = records.iter().map(|text| grounds_load::yaml_values(text));
        values.map(Option::unwrap_or_default).sum::<usize>()
    });
}

/// Articles as Markdown, each to its tree with places.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn markdown(bencher: Bencher) {
    let articles = texts("articles/");
    bencher.counter(size(&articles)).bench(|| {
        articles
            .iter()
            .map(|text| prose(text).parts())
            .sum::<usize>()
    });
}

/// The words of each paragraph, split into sentences.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn sentences(bencher: Bencher) {
    let articles = texts("articles/");
    let trees: Vec<Prose> = articles.iter().map(|text| prose(text)).collect();
    let blocks = trees.iter().flat_map(|tree| &tree.blocks);
    let paragraphs: Vec<String> = blocks
        .filter_map(|block| match &block.kind {
            BlockKind::Paragraph(content) => Some(plain_text(content)),
            _ => None,
        })
        .collect();
    let words: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    bencher.counter(size(&words)).bench(|| {
        words
            .iter()
            .map(|text| sentences::split(text).len())
            .sum::<usize>()
    });
}

/// All of it, from the bytes of the files to the resolved set.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn resolve(bencher: Bencher) {
    bencher
        .counter(size(&texts("")))
        .with_inputs(|| FILES.clone())
        .bench_values(|files| assemble(files, "set"));
}

fn prose(text: &str) -> Prose {
    // After the front matter, as a check reads it.
    let body = text.find("\n---\n").map_or(0, |at| at + 5);
    parse(text, body..text.len())
}

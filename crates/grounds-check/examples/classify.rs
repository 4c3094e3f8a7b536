//! Says what the classifier makes of sentences, one a line on standard input: for measuring it,
//! and for trying out a change to its word lists.
//!
//! `cut -f4 sentences.tsv | cargo run -p grounds-check --example classify | cut -f1 | sort | uniq -c`

use std::io::{BufRead as _, Write as _};

use grounds_check::classify;
use grounds_load::Setting;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let text = line?;
        let evident = classify::evident_in(&text, Setting::Paragraph);
        let worthy = classify::check_worthy(&text);
        let appeal = classify::appeal(&text).map_or("", |words| &text[words]);
        let (verdict, words) = match (evident, &worthy) {
            (Some(kind), _) => (format!("evident {kind:?}"), ""),
            (None, Some(found)) => (
                format!("worthy {:?}", found.reason),
                &text[found.words.clone()],
            ),
            (None, None) => ("plain".to_owned(), ""),
        };
        writeln!(out, "{verdict}\t{words}\t{appeal}\t{text}")?;
    }
    Ok(())
}

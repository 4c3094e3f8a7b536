//! Compares the text that this reader keeps with the text that Markdown's own parser keeps, over the
//! examples of the CommonMark specification (its `spec.json`, as the npm package
//! `commonmark-spec` has it).
//!
//! `cargo run -p grounds-load --example commonmark -- spec.json`
//!
//! The reader is Pandoc's where the two differ: what is meant by `^`, `~`, `@`, braces and quotes.
//! Examples whose text differs must be in the list below, each with the reason.

use std::error::Error;
use std::process::ExitCode;

use grounds_load::markdown::{Block, BlockKind, parse, plain_text};
use pulldown_cmark::{Event, Parser};
use serde_json::Value;

/// Examples of version 0.31.2 of which Pandoc 2.17 (`-f markdown`) keeps the same text as we do: its
/// rules for emphasis, for blanks in the destination of a link, and for links in links are others.
const AS_PANDOC: &[u64] = &[
    41, 347, 352, 353, 354, 366, 367, 368, 371, 380, 384, 391, 392, 397, 402, 408, 409, 412, 417,
    426, 427, 438, 441, 442, 443, 445, 450, 453, 454, 455, 457, 464, 465, 466, 468, 469, 470, 471,
    472, 488, 490, 491, 493, 518, 519, 520, 523, 526, 532, 533, 538, 540, 568, 569, 571,
];

/// Examples that differ from both, and why.
const OTHERWISE: &[(u64, &str)] = &[
    (13, "Pandoc takes `\\A` for TeX; here it is text"),
    (
        182,
        "raw HTML is reported to the end of its block, and none of it reaches a page",
    ),
    (
        194,
        "a definition is one line, and its label has no escapes",
    ),
    (208, "a definition is one line"),
    (494, "`<b)c` is a destination with a bracket"),
    (541, "a definition is one line"),
    (549, "the label of a definition has no escapes"),
    (626, "`<!-->` begins a comment, as in HTML"),
    (629, "a CDATA section is text"),
];

#[expect(clippy::print_stdout, reason = "a tool for the terminal")]
fn main() -> Result<ExitCode, Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name the examples")?;
    let examples: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let mut other = Vec::new();
    for example in &examples {
        let number = example["example"].as_u64().unwrap_or_default();
        let text = example["markdown"].as_str().unwrap_or_default();
        let (ours, theirs) = (kept_by_us(text), kept_by_parser(text));
        if ours != theirs {
            other.push(number);
            let reason = expected(number).unwrap_or("NOT EXPECTED");
            println!("{number}: {reason}\n  {text:?}\n  {ours:?}\n  {theirs:?}");
        }
    }
    let failures = other.iter().filter(|&&it| expected(it).is_none()).count();
    let as_pandoc = other.iter().filter(|it| AS_PANDOC.contains(it)).count();
    println!(
        "{} examples: the text of {} is kept, {as_pandoc} are read as Pandoc does, {} otherwise, {failures} failures",
        examples.len(),
        examples.len() - other.len(),
        other.len() - as_pandoc - failures,
    );
    Ok(ExitCode::from(u8::from(failures > 0)))
}

/// Why the text of an example differs, if it should.
fn expected(number: u64) -> Option<&'static str> {
    if AS_PANDOC.contains(&number) {
        return Some("as in Pandoc's Markdown");
    }
    let known = OTHERWISE.iter().find(|(known, _)| *known == number);
    known.map(|(_, reason)| *reason)
}

/// Letters, digits and signs, without white space: how lines are broken is another matter.
fn folded(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn kept_by_parser(text: &str) -> String {
    let mut kept = String::new();
    for event in Parser::new(text) {
        match event {
            Event::Text(words) | Event::Code(words) => kept += &words,
            _ => {}
        }
    }
    folded(&kept)
}

fn kept_by_us(text: &str) -> String {
    let mut kept = String::new();
    blocks(&parse(text, 0..text.len()).blocks, &mut kept);
    folded(&kept)
}

fn blocks(list: &[Block], kept: &mut String) {
    for block in list {
        match &block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => {
                kept.push_str(&plain_text(content));
            }
            BlockKind::Quote(inner) | BlockKind::Div { blocks: inner, .. } => {
                blocks(inner, kept);
            }
            BlockKind::List { items, .. } => {
                for item in items {
                    blocks(&item.blocks, kept);
                }
            }
            BlockKind::Table { head, rows, .. } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    kept.push_str(&plain_text(&cell.content));
                }
            }
            BlockKind::Code { text, .. } => kept.push_str(text),
            _ => {}
        }
    }
}

//! Generators and measurements of the project: `cargo run -p grounds-dev -- help`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

/// Generators and measurements of the project
#[derive(Debug, Parser)]
enum Command {
    /// Write every generated file: schemas, the rule catalogue, the command-line reference
    Write,
    /// Say which generated files are not what they should be
    Check,
    /// Write a set with so many copies of the records of another: for measuring
    Multiply {
        /// The content set
        set: PathBuf,
        /// How many copies
        copies: usize,
        /// The folder to write; it must not exist
        out: PathBuf,
    },
    /// Measure the heuristics of language against labelled data: precision, recall, F1
    Heuristics {
        /// The folder with the labelled sentences
        folder: PathBuf,
    },
    /// Measure the sentence splitter against labelled data
    Sentences {
        /// The folder with `golden-rules-en.json` and `bioscope-abstracts-sentences.json`
        folder: PathBuf,
    },
}

#[expect(clippy::print_stdout, reason = "a tool for the terminal")]
fn main() -> anyhow::Result<ExitCode> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    match Command::parse() {
        Command::Write => grounds_dev::write(&root)?,
        Command::Check => {
            let drift = grounds_dev::drift(&root);
            for file in &drift {
                println!("{file:?}");
            }
            if !drift.is_empty() {
                println!("`cargo run -p grounds-dev -- write` mends this");
                return Ok(ExitCode::FAILURE);
            }
        }
        Command::Multiply { set, copies, out } => {
            let files = grounds_load::read(&set)?;
            grounds_dev::write_set(&grounds_dev::multiply::multiply(&files, copies), &out)?;
        }
        Command::Heuristics { folder } => {
            print!("{}", grounds_dev::heuristics::measure(&folder)?.text());
        }
        Command::Sentences { folder } => {
            let figures = grounds_dev::sentences::measure(&folder)?;
            print!("{}", figures.text());
            // The figures that this project set out to reach.
            if figures.rules - figures.broken.len() < 83 || figures.inner.f1 < 0.990 {
                return Ok(ExitCode::FAILURE);
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

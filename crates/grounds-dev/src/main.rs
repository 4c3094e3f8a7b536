//! Generators and measurements of the project: `cargo run -p grounds-dev -- help`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser};
use grounds_dev::bare::{self, Articles};
use grounds_dev::synthetic::{Shape, Synthetic};
use grounds_model::Date;

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
    /// Write a synthetic set: any size, the same for the same seed, clean unless faults are asked for
    Generate(Generate),
    /// Read and parse every file of a set, and no more: what a check is measured against
    Bare {
        /// The content set
        set: PathBuf,
        /// Also render each article and write it into this folder: what an export is measured against
        #[arg(long)]
        out: Option<PathBuf>,
        /// Render each article, and write into the folder the files of this list instead: a size and a path a line
        #[arg(long, requires = "out")]
        like: Option<PathBuf>,
    },
    /// Edit records of a set, in memory, and measure what the check after each edit takes
    Recheck {
        /// The content set
        set: PathBuf,
        /// How many articles, and how many claims and studies
        #[arg(long, default_value_t = 100)]
        edits: usize,
        /// The day as of which freshness is judged
        #[arg(long, default_value = "2026-11-22")]
        as_of: Date,
    },
    /// Learn from labelled sentences how words hedge, and write the weights
    Hedging {
        /// The folder with `bioscope-abstracts-hedge.tsv`
        folder: PathBuf,
    },
    /// Measure every heuristic rule and the classifier against labelled data: precision, recall, F1
    Heuristics {
        /// A folder with more labelled sentences than those of `tests/labels`
        folder: Option<PathBuf>,
    },
    /// Measure the sentence splitter against labelled data
    Sentences {
        /// The folder with `golden-rules-en.json` and `bioscope-abstracts-sentences.json`
        folder: PathBuf,
    },
}

/// The shape of a synthetic set.
#[derive(Debug, Args)]
struct Generate {
    /// How many articles
    articles: usize,
    /// The folder to write; it must not exist
    out: PathBuf,
    /// Another seed gives another set
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The share of files with a fault, from 0 to 1
    #[arg(long, default_value_t = 0.0)]
    faults: f64,
    /// How many claims in the library [default: 4 an article]
    #[arg(long)]
    claims: Option<usize>,
    /// How many studies [default: one for every two claims]
    #[arg(long)]
    studies: Option<usize>,
    /// How many claims an article states
    #[arg(long, default_value_t = 10)]
    claims_per_article: usize,
    /// How many times an article cites
    #[arg(long, default_value_t = 10)]
    citations_per_article: usize,
    /// About how many words an article has
    #[arg(long, default_value_t = 800)]
    words: usize,
}

impl Generate {
    fn run(self) -> anyhow::Result<()> {
        let claims = self.claims.unwrap_or(self.articles * 4);
        let shape = Shape {
            articles: self.articles,
            claims,
            studies: self.studies.unwrap_or(claims.div_ceil(2)),
            claims_per_article: self.claims_per_article,
            citations_per_article: self.citations_per_article,
            words: self.words,
            faults: self.faults,
            seed: self.seed,
        };
        Synthetic::new(shape)?.write(&self.out)
    }
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
        Command::Generate(arguments) => arguments.run()?,
        Command::Bare { set, out, like } => {
            let articles = match (&out, &like) {
                (None, _) => Articles::Parsed,
                (Some(_), Some(_)) => Articles::Rendered,
                (Some(out), None) => Articles::Written(out),
            };
            println!("{} events", bare::parse(&set, articles)?);
            if let (Some(out), Some(list)) = (&out, &like) {
                println!("{} bytes written", bare::write_like(list, out)?);
            }
        }
        Command::Recheck { set, edits, as_of } => {
            print!("{}", grounds_dev::recheck::measure(&set, edits, as_of)?);
        }
        Command::Hedging { folder } => {
            let lesson = grounds_dev::hedging::write(&folder, &root)?;
            println!("{}", grounds_dev::heuristics::hedging_figures(&lesson));
        }
        Command::Heuristics { folder } => {
            print!("{}", grounds_dev::heuristics::measure(folder.as_deref())?);
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

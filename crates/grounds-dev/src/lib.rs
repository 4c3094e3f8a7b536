//! What the project generates of itself, and what it measures: not for users.
//!
//! Every generated file has one source of truth in the code. A test of the workspace compares
//! them with what is committed; `cargo run -p grounds-dev -- write` brings them up to date.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use grounds_load::{Content, RawFile};

pub mod bare;
mod certainty;
mod generated;
pub mod hedging;
pub mod heuristics;
pub mod multiply;
mod policies;
pub mod recheck;
mod reference;
mod rules;
pub mod sentences;
pub mod synthetic;

pub use generated::{Drift, drift, generated, write};

/// Writes the files of a set into a new folder. What is no readable file is left out.
pub fn write_set(files: &[RawFile], out: &Path) -> anyhow::Result<()> {
    fs::create_dir(out).with_context(|| format!("cannot make `{}`", out.display()))?;
    for file in files {
        if let Content::Bytes(bytes) = &file.content {
            let path = out.join(&file.path);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&path, bytes).with_context(|| format!("{}", path.display()))?;
        }
    }
    Ok(())
}

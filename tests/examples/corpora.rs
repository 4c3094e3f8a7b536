//! Writes what the suite mutates to where cargo-fuzz begins: `cargo run -p grounds-tests --example corpora`.

use std::fs;
use std::io;

use grounds_tests::{TARGETS, seeds};

fn main() -> io::Result<()> {
    for target in TARGETS {
        let folder = seeds::workspace().join("fuzz/corpus").join(target.name);
        fs::create_dir_all(&folder)?;
        let inputs = seeds::crashes(target).into_iter().chain(seeds::of(target));
        for (at, input) in inputs.enumerate() {
            fs::write(folder.join(format!("fixture-{at}")), input)?;
        }
    }
    Ok(())
}

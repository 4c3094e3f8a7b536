//! The stages of a check and an export, each by itself, over a set of 100 articles that is made from a seed.
//!
//! `cargo bench` prints the fastest, slowest, median and mean time of each; `cargo bench -- markdown` only those with
//! that name. The set has 400 claims and 200 studies; [`bytes`](divan::counter::BytesCount) are those that the stage
//! reads. A stage after `resolve` starts from what the stages before it made.

mod export;
mod judging;
mod reading;
mod set;

fn main() {
    divan::main();
}

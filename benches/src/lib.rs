//! Measurements of the stages of a check and an export, in `stages/`: `cargo bench` runs them.

//! The `grounds` program: see the library beside it.

use std::process::ExitCode;

/// A run makes and drops tens of millions of small values: with the system's allocator on Linux an export takes a
/// sixth longer.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    grounds_cli::main(std::env::args_os())
}

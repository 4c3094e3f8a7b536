//! The `grounds` program: see the library beside it.

use std::process::ExitCode;

fn main() -> ExitCode {
    grounds_cli::main(std::env::args_os())
}

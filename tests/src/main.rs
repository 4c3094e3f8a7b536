//! The `grounds` program, built where the tests can find it.

use std::process::ExitCode;

fn main() -> ExitCode {
    grounds_cli::main(std::env::args_os())
}

//! Runs the program as a user would, in a known environment.

use std::path::Path;
use std::process::{Command, Output};

use crate::workspace;

/// The program with these arguments, in a clean environment, as of the day on which the fixtures
/// and the real set were written.
pub(crate) fn grounds(arguments: &[&str]) -> Run {
    Run::new(arguments)
}

/// A run of the program.
pub(crate) struct Run {
    command: Command,
}

/// What a run left.
#[derive(Debug)]
pub(crate) struct Ran {
    /// The exit status.
    pub(crate) status: Option<i32>,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

impl Run {
    fn new(arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_grounds-under-test"));
        command
            .args(arguments)
            .env_clear()
            .env("GROUNDS_AS_OF", "2026-11-22");
        command.current_dir(workspace());
        Self { command }
    }

    pub(crate) fn here(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn run(mut self) -> Ran {
        let Output {
            status,
            stdout,
            stderr,
        } = self.command.output().expect("the program runs");
        Ran {
            status: status.code(),
            stdout: String::from_utf8(stdout).expect("output is UTF-8"),
            stderr: String::from_utf8(stderr).expect("output is UTF-8"),
        }
    }
}

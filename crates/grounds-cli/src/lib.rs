//! The `grounds` command line: the one composer, which alone writes files.
//!
//! A library, so that its reference can be generated and its parts tested; the binary calls
//! [`main`].

mod answers;
mod args;
mod check;
mod classify;
mod completions;
mod export;
mod find;
mod impact;
mod init;
mod output_file;
mod policies;
mod progress;
mod publish;
mod report;
mod retractions;
mod rules;
mod schema;
mod serve;
mod session;
mod theme;
mod used;

use std::ffi::OsString;
use std::process::ExitCode;

pub use args::command;
pub use publish::{Files, PublishError, Published, find_unchanged, publish};
pub use schema::schemas;

use args::Command;

/// The version, as every output names it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How a run ends: its exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// 0: nothing at error level.
    Clean,
    /// 1: diagnostics at error level.
    Findings,
    /// 2: the command line asks for what is not there.
    Usage,
    /// 3: the world failed: an unreadable directory, a full disk.
    World,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(match ending {
            Ending::Clean => 0,
            Ending::Findings => 1,
            Ending::Usage => 2,
            Ending::World => 3,
        })
    }
}

/// What stops a run before it has a result.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The command line asks for what is not there.
    Usage(anyhow::Error),
    /// The world failed.
    World(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::World(error.into())
    }
}

/// Runs the command line `arguments`, the program's name first.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let command = match args::parse(arguments) {
        Ok(command) => command,
        Err(error) => {
            // Help and version are "errors" that go to standard output and end well.
            let ending = if error.use_stderr() {
                Ending::Usage
            } else {
                Ending::Clean
            };
            let _ = error.print();
            return ending.into();
        }
    };
    let result = match command {
        Command::Check(args) => check::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Serve(args) => serve::run(args),
        Command::Impact(args) => impact::run(&args),
        Command::Used(args) => used::run(&args),
        Command::Classify(args) => classify::run(&args),
        Command::Rules(args) => rules::list(&args),
        Command::Policies(args) => policies::run(&args),
        Command::Explain(args) => rules::explain(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Completions(args) => completions::run(&args),
    };
    result
        .unwrap_or_else(|stop| {
            let (error, ending) = match stop {
                Stop::Usage(error) => (error, Ending::Usage),
                Stop::World(error) => (error, Ending::World),
            };
            session::complain(&error);
            ending
        })
        .into()
}

//! `grounds completions`: completions for a shell.

use crate::args::{self, CompletionsArgs};
use crate::session::print;
use crate::{Ending, Stop};

pub(crate) fn run(args: &CompletionsArgs) -> Result<Ending, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut args::command(), "grounds", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Ending::Clean)
}

//! `grounds check`: reads, checks, reports.

use grounds_diagnostics::{Severity, render};

use crate::args::CheckArgs;
use crate::session::{self, Session};
use crate::{Ending, Stop, report};

pub(crate) fn run(args: &CheckArgs) -> Result<Ending, Stop> {
    let session = Session::run(&args.set)?;
    let report = report::of(&session, args.max_diagnostics);
    let options = render::Options {
        colour: args.output.is_none() && session::colour(args.set.color),
        ..render::Options::default()
    };
    let text = render::render(
        args.format.into(),
        &report,
        &session.loaded.sources,
        options,
    );
    match &args.output {
        Some(path) => session::write_file(path, &text)?,
        None => session::print(&text)?,
    }
    Ok(if report.count(Severity::Error) > 0 {
        Ending::Findings
    } else {
        Ending::Clean
    })
}

//! `grounds check`: reads, checks, reports.

use grounds_diagnostics::{Severity, render};

use crate::args::CheckArgs;
use crate::session::{self, Session};
use crate::{Ending, Stop, output_file, report};

pub(crate) fn run(args: &CheckArgs) -> Result<Ending, Stop> {
    let session = Session::run_by_article(&args.set, &|_, _, _| {})?;
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
        Some(path) => output_file::write(path, &text)?,
        None => session::print(&text)?,
    }
    let ending = if report.count(Severity::Error) > 0 {
        Ending::Findings
    } else {
        Ending::Clean
    };
    // The program ends here: to free a large set piece by piece takes a tenth of its check.
    std::mem::forget((session, report));
    Ok(ending)
}

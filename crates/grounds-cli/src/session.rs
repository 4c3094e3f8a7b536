//! What the commands share: reading and checking a set, and writing to the terminal.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use grounds_check::{Kept, Options, Outcome};
use grounds_diagnostics::{Diagnostic, Place, Sources};
use grounds_export::StyleError;
use grounds_load::{Article, ContentSet, Loaded, RetractionList, rule};
use grounds_model::{Date, Key};

use crate::Stop;
use crate::args::{Color, SetArgs};
use crate::find::{self, Found};
use crate::progress::Progress;
use crate::{retractions, theme};

/// A set that was read and checked.
pub(crate) struct Session {
    /// Its folder.
    pub(crate) root: PathBuf,
    pub(crate) loaded: Loaded,
    pub(crate) outcome: Outcome,
    pub(crate) as_of: Date,
    pub(crate) retractions: Option<RetractionList>,
}

impl Session {
    /// Checks the set that the command line means, article by article: the session's set has none. Each is handed
    /// to `meanwhile`, with the records of the set, before it goes.
    pub(crate) fn run_by_article(
        args: &SetArgs,
        meanwhile: &(dyn Fn(&ContentSet, &Key, &Article) + Sync),
    ) -> Result<Self, Stop> {
        let found = find::content_set(args.set.as_deref())?;
        let progress = Progress::start("reading");
        let mut opened = grounds_load::open(&found.root, &found.shown)?;
        progress.now("checking");
        let options = options(&mut opened.loaded, &found, args)?;
        let reading = reading(&mut opened.loaded);
        let meanwhile = |key: &Key, article: &Article| meanwhile(&opened.loaded.set, key, article);
        let mut outcome = grounds_check::check_opened(&opened, reading, &options, &meanwhile);
        let mut loaded = opened.loaded;
        loaded.unread.append(&mut outcome.unread);
        loaded.unread.sort_by_key(|unread| unread.file);
        Ok(Self {
            root: found.root,
            loaded,
            outcome,
            as_of: options.as_of,
            retractions: options.retractions,
        })
    }

    /// Checks a set that was read from the folder `found`, and keeps the check for the edits that follow.
    pub(crate) fn keep(
        mut loaded: Loaded,
        found: &Found,
        args: &SetArgs,
    ) -> Result<(Self, Kept), Stop> {
        let options = options(&mut loaded, found, args)?;
        let reading = reading(&mut loaded);
        let kept = Kept::of(&loaded.set, &loaded.sources, reading, &options);
        let session = Self {
            root: found.root.clone(),
            outcome: kept.outcome(&loaded.set, &loaded.sources),
            loaded,
            as_of: options.as_of,
            retractions: options.retractions,
        };
        Ok((session, kept))
    }
}

/// What the command line and the settings say of a check.
fn options(loaded: &mut Loaded, found: &Found, args: &SetArgs) -> Result<Options, Stop> {
    Ok(Options {
        as_of: args.as_of.unwrap_or_else(today),
        policy: args.policy.clone(),
        retractions: retractions::read(loaded, &found.root, args.retractions.as_deref())?,
        levels: args.levels.clone(),
    })
}

/// What is wrong with the form of the set.
fn reading(loaded: &mut Loaded) -> Vec<Diagnostic> {
    let mut reading = std::mem::take(&mut loaded.diagnostics);
    reading.extend(missing_style(loaded));
    reading.extend(theme::diagnostics(loaded));
    reading
}

/// Reads a set without checking it, with what its retraction list, or the one that is named, knows of its studies.
pub(crate) fn load(set: Option<&Path>, list: Option<&Path>) -> Result<Loaded, Stop> {
    let Found { root, shown } = find::content_set(set)?;
    let mut loaded = grounds_load::assemble(grounds_load::read(&root)?, &shown);
    retractions::read(&mut loaded, &root, list)?;
    Ok(loaded)
}

/// Where a place begins: `articles/a.md:12:3`.
pub(crate) fn shown_place(sources: &Sources, place: Place) -> String {
    let at = sources.get(place.file).line_column(place.start);
    format!(
        "{}:{}:{}",
        sources.shown_path(place.file),
        at.line,
        at.column
    )
}

/// A usage error about a name that nothing in the set has.
pub(crate) fn no_such(what: &str, name: &str, known: &[&str]) -> Stop {
    let near = known
        .iter()
        .map(|other| (strsim::damerau_levenshtein(name, other), *other))
        .filter(|(distance, other)| *distance <= other.len() / 3)
        .min();
    let near = near.map(|(_, name)| format!("; did you mean `{name}`?"));
    let near = near.unwrap_or_default();
    Stop::Usage(anyhow::anyhow!("the set has no {what} `{name}`{near}"))
}

/// Reads a citation style of the set from the texts that were read.
pub(crate) fn read_style(sources: &Sources, path: &str) -> io::Result<String> {
    let file = sources.by_path(path).ok_or(io::ErrorKind::NotFound)?;
    Ok(sources.get(file).text().to_owned())
}

/// The settings may name a style that is not there. Only the exporter knows which there are.
fn missing_style(loaded: &Loaded) -> Option<Diagnostic> {
    let settings = &loaded.set.settings;
    let name = settings.value.csl_style.as_str();
    let read = |path: &str| read_style(&loaded.sources, path);
    let error = grounds_export::find_style(name, &read).err()?;
    let place = match (&error, loaded.sources.by_path(name)) {
        (StyleError::Unsound { range, .. }, Some(file)) => Place::new(file, range.clone()),
        _ => settings.place("/csl-style"),
    };
    let message = format!("citation style `{name}` cannot be used: {error}");
    let help = "name a style that is built in, or the path of a `.csl` file in the set";
    Some(Diagnostic::new(rule::INVALID_VALUE, place, message).help(help))
}

/// Today, in UTC: the only look at the clock.
pub(crate) fn today() -> Date {
    let now = jiff::Timestamp::now();
    Date::from_civil(jiff::tz::Offset::UTC.to_datetime(now).date())
}

/// Whether text for standard output is coloured.
pub(crate) fn colour(color: Color) -> bool {
    decide(color, || anstream::AutoStream::choice(&io::stdout()))
}

/// Whether text for standard error is coloured.
pub(crate) fn colour_of_errors(color: Color) -> bool {
    decide(color, || anstream::AutoStream::choice(&io::stderr()))
}

fn decide(color: Color, auto: impl FnOnce() -> anstream::ColorChoice) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => auto() != anstream::ColorChoice::Never,
    }
}

/// Says something on standard error that is neither result nor error.
pub(crate) fn remark(text: &str) {
    let mut stderr = anstream::stderr().lock();
    let bold = anstyle::Style::new().bold();
    // Where standard error cannot be written to, the exit status still tells.
    let _ = writeln!(stderr, "{bold}note{bold:#}: {text}");
}

/// Writes a text to standard output. A reader that has gone away (`grounds check | head`) is no
/// failure.
pub(crate) fn print(text: &str) -> Result<(), Stop> {
    let mut stdout = io::stdout().lock();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other
            .context("cannot write to standard output")
            .map_err(Stop::World),
    }
}

/// Says on standard error what stopped the run, with its causes.
pub(crate) fn complain(error: &anyhow::Error) {
    let mut stderr = anstream::stderr().lock();
    let red = anstyle::AnsiColor::BrightRed.on_default().bold();
    // Where even standard error cannot be written to, the exit status still tells.
    let _ = write!(stderr, "{red}error{red:#}: {error}");
    for cause in error.chain().skip(1) {
        let _ = write!(stderr, ": {cause}");
    }
    let _ = writeln!(stderr);
}

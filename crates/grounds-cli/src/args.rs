//! What can be said on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgMatches, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use grounds_check::Selector;
use grounds_diagnostics::render;
use grounds_model::{Date, Level};

/// A compiler and linter for evidence-cited content: does the evidence carry the claim?
#[derive(Debug, Parser)]
#[command(
    name = "grounds",
    version,
    propagate_version = true,
    max_term_width = 100,
    after_help = "Exit status: 0 clean, 1 diagnostics at error level, 2 usage, 3 the world failed \
                  (a folder that cannot be read, a full disk)."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check a content set and report what is wrong
    Check(CheckArgs),
    /// Check a content set and write its bundle and its site
    Export(ExportArgs),
    /// Show the site of a content set while it is being written, with what is wrong beside it
    Serve(ServeArgs),
    /// Say what must change when a study is retracted or removed
    Impact(ImpactArgs),
    /// Say where a study, a claim or a concept is used
    Used(UsedArgs),
    /// Say of each line of standard input what kind of sentence it is
    Classify(ClassifyArgs),
    /// List the rules
    Rules(RulesArgs),
    /// List the policy packs, or show one with the source of each setting
    Policies(PoliciesArgs),
    /// Explain a rule: what it finds, why, and examples
    Explain(ExplainArgs),
    /// Print a JSON Schema of the content format or of an output
    Schema(SchemaArgs),
    /// Start a small content set that passes, with comments that teach
    Init(InitArgs),
    /// Print completions for a shell
    Completions(CompletionsArgs),
}

/// What says which set is meant, and how strictly it is judged.
#[derive(Debug, Args)]
pub(crate) struct SetArgs {
    /// The content set: a folder with a `grounds.toml` [default: found upward from here, also as
    /// `content/`]
    pub(crate) set: Option<PathBuf>,

    /// Judge freshness as of this day [default: today, UTC]
    #[arg(long, value_name = "YYYY-MM-DD", env = "GROUNDS_AS_OF", hide_env_values = true, value_parser = date)]
    pub(crate) as_of: Option<Date>,

    /// Judge by this policy pack, over that of the settings (see `grounds policies`)
    #[arg(long, value_name = "PACK", value_parser = policy_names())]
    pub(crate) policy: Option<String>,

    /// Compare the studies with this list of Retraction Watch, a CSV file, over that of the settings
    #[arg(long, value_name = "FILE")]
    pub(crate) retractions: Option<PathBuf>,

    /// Make a rule, a group or `all` an error (may be repeated; a rule beats its group)
    #[arg(long, value_name = "RULE|GROUP", value_parser = selector)]
    deny: Vec<Selector>,

    /// Make a rule, a group or `all` a warning
    #[arg(long, value_name = "RULE|GROUP", value_parser = selector)]
    warn: Vec<Selector>,

    /// Turn a rule, a group or `all` off
    #[arg(long, value_name = "RULE|GROUP", value_parser = selector)]
    allow: Vec<Selector>,

    /// The levels above, in the order in which they were given
    #[arg(skip)]
    pub(crate) levels: Vec<(Selector, Level)>,

    /// Colour the output
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub(crate) color: Color,
}

/// `grounds check`
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) set: SetArgs,

    /// The form of the report
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,

    /// Write the report to this file, pipe or device instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Show at most so many diagnostics, errors first; 0 shows all
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) max_diagnostics: usize,
}

/// `grounds export`
#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    pub(crate) set: SetArgs,

    /// The folder to write; an earlier export in it is replaced as a whole. Beside it stands `.DIR.lock`, which keeps
    /// other exports away and may be deleted
    #[arg(long, short, value_name = "DIR", default_value = "site")]
    pub(crate) out: PathBuf,

    /// Export although there are errors; the bundle then says so
    #[arg(long)]
    pub(crate) allow_errors: bool,
}

/// `grounds serve`
#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    pub(crate) set: SetArgs,

    /// The address or name to listen on; anything but this machine's own lets others read
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    pub(crate) host: String,

    /// The port to listen on; 0 takes any that is free [default: 4646, or the next that is free]
    #[arg(long, value_name = "PORT")]
    pub(crate) port: Option<u16>,

    /// Open the site in a browser
    #[arg(long)]
    pub(crate) open: bool,
}

/// `grounds impact`
#[derive(Debug, Args)]
pub(crate) struct ImpactArgs {
    /// The studies, by citation key [default: every study of the set that is retracted]
    #[arg(value_name = "STUDY")]
    pub(crate) studies: Vec<String>,

    /// The content set [default: found upward from here, also as `content/`]
    #[arg(long, value_name = "DIR")]
    pub(crate) set: Option<PathBuf>,

    /// Count what this list of Retraction Watch, a CSV file, says of the studies, over that of the settings
    #[arg(long, value_name = "FILE")]
    pub(crate) retractions: Option<PathBuf>,

    /// What happens to the studies
    #[arg(long = "if", value_enum, default_value_t, value_name = "EVENT")]
    pub(crate) event: ImpactEvent,

    /// The form of the answer
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ImpactFormat,
}

/// What happens to studies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ImpactEvent {
    /// They are retracted, and may be cited as such
    #[default]
    Retracted,
    /// Their records are removed
    Removed,
}

/// The form of what an impact is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ImpactFormat {
    /// A list for the terminal
    #[default]
    Human,
    /// JSON
    Json,
    /// Markdown, for a pull request
    Markdown,
}

/// `grounds used`
#[derive(Debug, Args)]
pub(crate) struct UsedArgs {
    /// The citation key of a study, the id of a claim or of a concept
    #[arg(value_name = "STUDY|CLAIM|CONCEPT")]
    pub(crate) name: String,

    /// The content set [default: found upward from here, also as `content/`]
    #[arg(long, value_name = "DIR")]
    pub(crate) set: Option<PathBuf>,

    /// The form of the answer
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ListFormat,
}

/// `grounds classify`
#[derive(Debug, Args)]
pub(crate) struct ClassifyArgs {
    /// The form of the verdicts
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ListFormat,
}

/// `grounds rules`
#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    /// The form of the list
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ListFormat,
}

/// `grounds policies`
#[derive(Debug, Args)]
pub(crate) struct PoliciesArgs {
    /// The pack to show; without a name, the packs are listed
    #[arg(value_name = "PACK", value_parser = policy_names())]
    pub(crate) name: Option<String>,
}

/// `grounds explain`
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// The rule, by its name: `claim/no-evidence`; a group explains all its rules
    #[arg(value_name = "RULE|GROUP", value_parser = selector)]
    pub(crate) rule: Selector,
}

/// `grounds schema`
#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// Which schema; without a name, the names are listed
    #[arg(value_name = "NAME", value_parser = schema_names())]
    pub(crate) name: Option<String>,
}

/// `grounds init`
#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// The folder to make; it must not exist, or be empty
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
}

/// `grounds completions`
#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

/// When output is coloured.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// When it goes to a terminal, and `NO_COLOR` is not set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The form of a report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Excerpts with the findings marked, and a summary
    #[default]
    Human,
    /// One line for each diagnostic
    Concise,
    /// The whole report as JSON (see `grounds schema report`)
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Workflow commands of GitHub Actions
    Github,
    /// JUnit XML
    Junit,
}

impl From<Format> for render::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Human => Self::Human,
            Format::Concise => Self::Concise,
            Format::Json => Self::Json,
            Format::Sarif => Self::Sarif,
            Format::Github => Self::Github,
            Format::Junit => Self::Junit,
        }
    }
}

/// The form of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// A table
    #[default]
    Human,
    /// JSON: an array, or of `classify` an object a line
    Json,
}

/// The whole command line, for its reference and for completions.
pub fn command() -> clap::Command {
    Cli::command()
}

/// Reads a command line, the program's name first.
pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, clap::Error> {
    let matches = command().try_get_matches_from(arguments)?;
    let mut cli = Cli::from_arg_matches(&matches).map_err(|e| e.format(&mut command()))?;
    let set = match &mut cli.command {
        Command::Check(args) => Some(&mut args.set),
        Command::Export(args) => Some(&mut args.set),
        Command::Serve(args) => Some(&mut args.set),
        _ => None,
    };
    if let (Some(set), Some((_, matches))) = (set, matches.subcommand()) {
        set.levels = levels(matches);
    }
    Ok(cli.command)
}

/// The levels of `--deny`, `--warn` and `--allow`, in the order in which they were given.
fn levels(matches: &ArgMatches) -> Vec<(Selector, Level)> {
    let mut levels = Vec::new();
    for (flag, level) in [
        ("deny", Level::Error),
        ("warn", Level::Warn),
        ("allow", Level::Allow),
    ] {
        let selectors = matches.get_many::<Selector>(flag).into_iter().flatten();
        let positions = matches.indices_of(flag).into_iter().flatten();
        levels.extend(
            positions
                .zip(selectors)
                .map(|(at, &selector)| (at, selector, level)),
        );
    }
    levels.sort_by_key(|(at, ..)| *at);
    levels
        .into_iter()
        .map(|(_, selector, level)| (selector, level))
        .collect()
}

fn selector(text: &str) -> Result<Selector, String> {
    Selector::parse(text).ok_or_else(|| {
        let near = grounds_check::nearest(text);
        let near = near.map_or(";".to_owned(), |name| format!("; did you mean `{name}`?"));
        format!("no rule or group has this name{near} `grounds rules` lists them")
    })
}

fn date(text: &str) -> Result<Date, &'static str> {
    text.parse()
}

fn schema_names() -> clap::builder::PossibleValuesParser {
    crate::schema::NAMES
        .iter()
        .map(|(name, _)| *name)
        .collect::<Vec<_>>()
        .into()
}

fn policy_names() -> clap::builder::PossibleValuesParser {
    let names = grounds_check::packs().iter().map(|pack| pack.name.as_str());
    names.collect::<Vec<_>>().into()
}

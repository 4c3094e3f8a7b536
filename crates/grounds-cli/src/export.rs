//! `grounds export`: reads, checks, and writes the bundle and the site.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context as _;
use grounds_diagnostics::{Report, Severity, Tally, render};
use grounds_export::bundle::{
    ArticleCoverage, Bundle, Coverage, NotChecked, Outcomes, RuleOutcomes, RunSummary,
};
use grounds_export::site::{Site, Theme, ThemeFault};
use grounds_export::{ArticleView, ExportError};

use crate::args::{Color, ExportArgs, SetArgs};
use crate::publish::{Files, PublishError, Published, find_unchanged, publish};
use crate::session::{self, Session};
use crate::theme::{self, ThemeSources};
use crate::{Ending, Stop, report};

pub(crate) fn run(args: &ExportArgs) -> Result<Ending, Stop> {
    // This thread takes its share of the work: it would only wait for the others.
    let pool = rayon::ThreadPoolBuilder::new().use_current_thread();
    // Where there are threads already, they will do.
    let _ = pool.build_global();
    let (session, articles) = read(&args.set)?;
    refuse_content_folder(&args.out, &session.root)?;
    let report = report::of(&session, 0);
    if !report.entries.is_empty() {
        show(&report, &session, args.set.color);
    }
    let errors = report.count(Severity::Error);
    if errors > 0 && !args.allow_errors {
        session::remark(
            "nothing was written: the set has errors (`--allow-errors` exports it all the same)",
        );
        return Ok(Ending::Findings);
    }
    let summary = summary(&session, &report, args.allow_errors);
    let sources = &session.loaded.sources;
    let style = |path: &str| session::read_style(sources, path);
    let bundle = match grounds_export::build_with(&session.loaded.set, articles, &summary, &style) {
        Ok(bundle) => Arc::new(bundle),
        // A style is named by the settings: the content is at fault, not the world.
        Err(error @ ExportError::Style { .. }) => {
            session::complain(&error.into());
            return Ok(Ending::Findings);
        }
        Err(error) => return Err(error.into()),
    };
    let theme = theme::of(&session.loaded);
    let theme_sources = ThemeSources::of(&session.loaded);
    // What was read is no longer needed, and the site of a large set needs the room.
    drop(session);
    write(args, &bundle, &theme, &theme_sources)
}

/// Reads and checks a set, article by article, and takes of each article what the bundle needs.
fn read(args: &SetArgs) -> Result<(Session, Vec<ArticleView>), Stop> {
    let views = Mutex::new(Vec::new());
    let session = Session::run_by_article(args, &|set, slug, article| {
        let view = grounds_export::view(set, slug, article);
        let mut views = views.lock().unwrap_or_else(PoisonError::into_inner);
        views.push(view);
    })?;
    let views = views.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok((session, views))
}

/// Writes the bundle and its site, if they are not there already.
fn write(
    args: &ExportArgs,
    bundle: &Arc<Bundle>,
    theme: &Theme,
    theme_sources: &ThemeSources,
) -> Result<Ending, Stop> {
    let target = args.out.display().to_string();
    let made_of = made_of(bundle, theme);
    if let Some(published) = find_unchanged(&args.out, &made_of) {
        session::print(&said(published, &target))?;
        return Ok(Ending::Clean);
    }
    let broken = |faults: &[ThemeFault]| {
        theme_sources.show(faults, args.set.color);
        session::remark("nothing was written: the theme cannot be used");
        Ok(Ending::Findings)
    };
    let site = match Site::in_theme(bundle, theme) {
        Err(ExportError::Theme(fault)) => return broken(&[fault]),
        site => site?,
    };
    let export = Export {
        paths: site.paths(),
        site,
        made_of,
    };
    let published = match publish(&args.out, &export) {
        Err(error) if is_of_theme(&error) => return broken(&theme::faults(&export.site)),
        Err(error @ (PublishError::NotOurs(_) | PublishError::NoFolder(_))) => {
            return Err(Stop::Usage(error.into()));
        }
        published => published.map_err(|error| Stop::World(error.into()))?,
    };
    session::print(&said(published, &target))?;
    Ok(Ending::Clean)
}

/// A digest of all that the files of an export are made of: its bundle, its theme and this program.
fn made_of(bundle: &Bundle, theme: &Theme) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut add = |part: &str| {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    };
    // It says which version made the bundle, too.
    add(&bundle.digest);
    // While a version is in the making, programs differ that have the same one.
    let program = std::env::current_exe().and_then(std::fs::metadata);
    let program = program.and_then(|program| Ok((program.len(), program.modified()?)));
    add(&format!("{:?}", program.ok()));
    for (file, text) in theme.files() {
        add(file);
        add(text);
    }
    hasher.finalize().to_hex().to_string()
}

/// Folders of a set whose files are read as content.
const CONTENT_FOLDERS: [&str; 5] = ["articles", "claims", "sources", "studies", "styles"];

/// The next check would read a site among the records as content.
fn refuse_content_folder(out: &Path, root: &Path) -> Result<(), Stop> {
    let (out, root) = (real(out)?, real(root)?);
    let within = |folder: &&&str| out.starts_with(root.join(folder));
    match CONTENT_FOLDERS.iter().find(within) {
        None => Ok(()),
        Some(folder) => Err(Stop::Usage(anyhow::anyhow!(
            "a site in `{folder}/` of the set would be read as content: name another folder"
        ))),
    }
}

/// Where a path leads, also where its last parts are not there yet.
fn real(path: &Path) -> Result<PathBuf, Stop> {
    let path = std::path::absolute(path).context("the working directory cannot be read")?;
    let known = path
        .ancestors()
        .find_map(|part| Some((part, part.canonicalize().ok()?)));
    Ok(match known {
        Some((part, real)) => real.join(path.strip_prefix(part).unwrap_or(Path::new(""))),
        None => path.clone(),
    })
}

/// Whether a file could not be written because the theme failed to make it.
fn is_of_theme(error: &PublishError) -> bool {
    let PublishError::Io { source, .. } = error else {
        return false;
    };
    let cause = source.get_ref().and_then(|cause| cause.downcast_ref());
    matches!(cause, Some(ExportError::Theme(_)))
}

/// The path of the bundle in an export.
pub(crate) const BUNDLE: &str = "bundle.json";

/// The site of a bundle, and the bundle.
struct Export {
    paths: Vec<String>,
    site: Site,
    made_of: String,
}

impl Files for Export {
    fn made_of(&self) -> &str {
        &self.made_of
    }

    fn paths(&self) -> Vec<&str> {
        let paths = self.paths.iter().map(String::as_str);
        [BUNDLE].into_iter().chain(paths).collect()
    }

    fn write(&self, path: &str, out: &mut dyn Write) -> io::Result<()> {
        if path == BUNDLE {
            return self.site.bundle().write_json(out);
        }
        let made = self.site.file(path).ok_or(io::ErrorKind::NotFound)?;
        out.write_all(&made.map_err(io::Error::other)?)
    }
}

/// What was done, in a line.
fn said(published: Published, target: &str) -> String {
    let Published {
        files,
        written,
        removed,
        unchanged,
    } = published;
    let removed = match removed {
        0 => String::new(),
        1 => "; removed 1 that the export does not have".to_owned(),
        n => format!("; removed {n} that the export does not have"),
    };
    if unchanged {
        format!("nothing changed: the {files} files in {target} are up to date\n")
    } else if written == files {
        format!("wrote {files} files to {target}{removed}\n")
    } else if written == 0 {
        format!("nothing to write: the {files} files in {target} are up to date{removed}\n")
    } else {
        format!(
            "wrote {written} of {files} files to {target}; the others are as they were{removed}\n"
        )
    }
}

/// Shows diagnostics on standard error, so that standard output stays what the command wrote.
fn show(report: &Report, session: &Session, color: Color) {
    let options = render::Options {
        colour: session::colour_of_errors(color),
        ..render::Options::default()
    };
    let text = render::render(
        render::Format::Human,
        report,
        &session.loaded.sources,
        options,
    );
    // Where standard error cannot be written to, the exit status still tells.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// What the bundle says of the run that made it.
pub(crate) fn summary(session: &Session, report: &Report, errors_allowed: bool) -> RunSummary {
    let coverage = &session.outcome.coverage;
    let sources = &session.loaded.sources;
    RunSummary {
        as_of: report.as_of.clone(),
        errors_allowed,
        errors: report.count(Severity::Error) as u64,
        warnings: report.count(Severity::Warning) as u64,
        suppressed: report.suppressed as u64,
        coverage: share(coverage.share()),
        articles: coverage
            .articles()
            .map(|(key, part)| ArticleCoverage {
                article: key.to_string(),
                coverage: share(part),
            })
            .collect(),
        checks: outcomes(report.checks()),
        rules: report
            .rules
            .iter()
            .map(|(rule, tally)| RuleOutcomes {
                rule: rule.id.to_owned(),
                outcomes: outcomes(*tally),
            })
            .collect(),
        // Files by their paths in the set: a bundle does not say where somebody called the program.
        not_checked: report::unchecked(session, &|file| sources.get(file).path().to_owned())
            .into_iter()
            .map(|unchecked| NotChecked {
                what: unchecked.what,
                why: unchecked.why,
            })
            .collect(),
    }
}

fn share(share: grounds_check::Share) -> Coverage {
    Coverage {
        part: share.part as u64,
        whole: share.whole as u64,
    }
}

fn outcomes(tally: Tally) -> Outcomes {
    Outcomes {
        passed: tally.passed as u64,
        failed: tally.failed as u64,
        indeterminate: tally.indeterminate as u64,
        not_run: tally.not_run as u64,
    }
}

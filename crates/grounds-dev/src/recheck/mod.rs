//! What one edit costs a preview: the work from the file that was written to the outcome of the check, and to the page of
//! what was edited.
//!
//! So many articles and so many records are edited, one word or one digit each, in memory: the set on the disk stays
//! as it is. Each edit goes the way that it goes in the preview: its file is read, its record is read again, what it
//! reaches is checked again, the outcome of the whole set is put together, the bundle and the site are renewed, and the
//! page is made. In the end that outcome is compared
//! with a check of all files as they are then.

mod pages;

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use fastrand::Rng;
use grounds_check::{Kept, Options, Outcome};
use grounds_load::{Content, Loaded, RawFile, assemble, read, read_one};
use grounds_model::Date;
use pages::Pages;

/// The seed of the choice of edits.
const SEED: u64 = 1;

/// What something took.
#[derive(Debug, Clone, Copy)]
struct Took {
    /// The time of all processors that worked on it.
    work: Duration,
    /// The time that went by.
    time: Duration,
}

impl Took {
    fn and(self, other: Self) -> Self {
        Self {
            work: self.work + other.work,
            time: self.time + other.time,
        }
    }
}

/// What the steps of one edit took.
#[derive(Debug, Clone, Copy)]
struct Steps {
    /// Reading the file and its record.
    reading: Took,
    /// Checking what it reaches.
    checking: Took,
    /// Putting the outcome together.
    outcome: Took,
    /// Renewing the bundle and the site.
    bundle: Took,
    /// Making the page.
    page: Took,
}

impl Steps {
    fn all(self) -> Took {
        self.check().and(self.bundle).and(self.page)
    }

    /// To the outcome.
    fn check(self) -> Took {
        self.reading.and(self.checking).and(self.outcome)
    }
}

/// Does something, and says what it took.
fn timed<R>(work: impl FnOnce() -> R) -> (R, Took) {
    let (began, before) = (Instant::now(), worked());
    let done = work();
    let took = Took {
        work: worked().saturating_sub(before),
        time: began.elapsed(),
    };
    (done, took)
}

/// How long processors have worked for this program.
#[cfg(unix)]
fn worked() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    Duration::try_from(clock_gettime(ClockId::ProcessCPUTime)).unwrap_or_default()
}

/// Where the system is not asked: not known.
#[cfg(not(unix))]
fn worked() -> Duration {
    Duration::ZERO
}

/// Edits so many articles, and so many claims and studies, of a set, and says what the checks took.
///
/// # Errors
/// The set cannot be read, has nothing to edit, or the kept check came to another outcome than a check of all files.
pub fn measure(set: &Path, edits: usize, as_of: Date) -> anyhow::Result<String> {
    let options = Options {
        as_of,
        policy: None,
        retractions: None,
        levels: Vec::new(),
    };
    let mut files = read(set)?;
    let (full, took_full) = timed(|| whole(files.clone(), &options));
    drop(full);
    let mut loaded = assemble(files.clone(), "");
    let reading = std::mem::take(&mut loaded.diagnostics);
    let (kept, took_first) = timed(|| Kept::of(&loaded.set, &loaded.sources, reading, &options));
    let outcome = kept.outcome(&loaded.set, &loaded.sources);
    let (pages, took_pages) = timed(|| Pages::of(&loaded, &outcome, as_of));
    let mut desk = Desk {
        set,
        loaded,
        kept,
        pages: pages?,
    };
    let mut text = format!(
        "{} files, {} diagnostics; ms of work, and of time:\n",
        files.len(),
        outcome.entries.len()
    );
    let mut say = |what: &str, took: Took| {
        let _ = writeln!(text, "{what}: {:.0}, {:.0}", ms(took.work), ms(took.time));
    };
    say("reading and checking all", took_full);
    say("the first check that is kept", took_first);
    say("the first bundle that is kept", took_pages);
    let mut rng = Rng::with_seed(SEED);
    for (what, folders) in [
        ("articles", &["articles/"][..]),
        ("claims and studies", &["claims/", "studies/"][..]),
    ] {
        let among: Vec<usize> = (0..files.len())
            .filter(|&at| {
                folders
                    .iter()
                    .any(|folder| files[at].path.starts_with(folder))
            })
            .collect();
        ensure!(!among.is_empty(), "the set has no {what}");
        let mut took = Vec::with_capacity(edits);
        while took.len() < edits {
            let at = among[rng.usize(0..among.len())];
            took.push(desk.edit(&mut files[at], &mut rng)?);
        }
        let _ = write!(text, "{}", figures(what, &took));
    }
    let (fresh, expected) = whole(files, &options);
    let outcome = desk.kept.outcome(&desk.loaded.set, &desk.loaded.sources);
    ensure!(
        format!("{outcome:?}{:?}", desk.loaded.unread) == format!("{expected:?}{:?}", fresh.unread),
        "the kept check came to another outcome than a check of all files"
    );
    let _ = writeln!(text, "the last outcome is that of a check of all files");
    Ok(text)
}

fn whole(files: Vec<RawFile>, options: &Options) -> (Loaded, Outcome) {
    let mut loaded = assemble(files, "");
    let reading = std::mem::take(&mut loaded.diagnostics);
    let outcome = grounds_check::check(&loaded.set, &loaded.sources, reading, options);
    (loaded, outcome)
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// What a step is called, and which it is.
type Step = (&'static str, fn(Steps) -> Took);

/// The median and the worst of each step.
fn figures(what: &str, took: &[Steps]) -> String {
    let mut text = format!(
        "{} edits of {what}: ms of work (median, worst), and of time\n",
        took.len()
    );
    let steps: [Step; 7] = [
        ("all", Steps::all),
        ("check", Steps::check),
        ("reading", |steps| steps.reading),
        ("checking", |steps| steps.checking),
        ("outcome", |steps| steps.outcome),
        ("bundle", |steps| steps.bundle),
        ("page", |steps| steps.page),
    ];
    for (step, of) in steps {
        let _ = write!(text, "  {step:<9}");
        let kinds: [fn(Took) -> Duration; 2] = [|took| took.work, |took| took.time];
        for kind in kinds {
            let mut times: Vec<f64> = took.iter().map(|steps| ms(kind(of(*steps)))).collect();
            times.sort_unstable_by(f64::total_cmp);
            let at = |at: usize| times.get(at).copied().unwrap_or_default();
            let (median, worst) = (at(times.len() / 2), at(times.len().saturating_sub(1)));
            let _ = write!(text, "{median:>9.2}{worst:>9.2}");
        }
        text.push('\n');
    }
    text
}

/// A set with a check that is kept.
struct Desk<'a> {
    set: &'a Path,
    loaded: Loaded,
    kept: Kept,
    pages: Pages,
}

impl Desk<'_> {
    fn edit(&mut self, file: &mut RawFile, rng: &mut Rng) -> anyhow::Result<Steps> {
        let (read, from_disk) = timed(|| read_one(self.set, &file.path));
        read.with_context(|| format!("{} is gone", file.path))?;
        if let Content::Bytes(bytes) = &file.content {
            let text = String::from_utf8_lossy(bytes);
            file.content = Content::Bytes(changed(&text, &file.path, rng).into_bytes());
        }
        let (replaced, reading) = timed(|| self.loaded.replace(file));
        let replaced = replaced.with_context(|| format!("{} is no record", file.path))?;
        let edited = pages::edited(&replaced);
        let Loaded { set, sources, .. } = &self.loaded;
        let ((), checking) = timed(|| self.kept.edit(set, sources, replaced));
        let (found, outcome) = timed(|| self.kept.outcome(set, sources));
        let (renewed, bundle) = timed(|| self.pages.renew(&self.loaded, edited.clone(), &found));
        renewed?;
        let (made, page) = timed(|| self.pages.page(&edited));
        made?;
        Ok(Steps {
            reading: from_disk.and(reading),
            checking,
            outcome,
            bundle,
            page,
        })
    }
}

/// A text in which one word of prose or of a statement is another, or one digit of a study.
fn changed(text: &str, path: &str, rng: &mut Rng) -> String {
    let is_study = path.starts_with("studies/");
    let mut prose = !path.starts_with("articles/");
    let mut fences = 0;
    let mut places: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        fences += usize::from(line.trim_end() == "---");
        prose |= fences >= 2;
        let wanted = if path.starts_with("claims/") {
            line.starts_with("statement:")
        } else if is_study {
            line.starts_with(' ')
        } else {
            prose && line.starts_with(|c: char| c.is_alphabetic())
        };
        if wanted {
            places.extend(words(line, is_study).map(|(from, to)| (start + from, start + to)));
        }
        start += line.len();
    }
    let Some(&(from, to)) = places.get(rng.usize(0..places.len().max(1))) else {
        return text.to_owned();
    };
    let now = if is_study {
        rng.u8(1..9).to_string()
    } else {
        let letters = (0..to - from).map(|_| rng.lowercase());
        letters.collect()
    };
    format!("{}{now}{}", &text[..from], &text[to..])
}

/// The words of a line after a blank, of small letters alone; or the digits.
fn words(line: &str, digits: bool) -> impl Iterator<Item = (usize, usize)> {
    let pieces = line.split_inclusive(' ').scan(0, |at, piece| {
        let start = *at;
        *at += piece.len();
        Some((start, piece.trim_end()))
    });
    let words = pieces.filter(move |(start, word)| {
        *start > 0 && word.len() > 3 && word.bytes().all(|b| b.is_ascii_lowercase()) && !digits
    });
    let words = words.map(|(start, word)| (start, start + word.len()));
    let bytes = line.bytes().enumerate();
    let found = bytes.filter(move |(_, byte)| digits && byte.is_ascii_digit());
    words.chain(found.map(|(at, _)| (at, at + 1)))
}

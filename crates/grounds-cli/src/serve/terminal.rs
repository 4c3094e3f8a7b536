//! What the preview says in the terminal: what is new, what is mended, and how long it took.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;

use grounds_diagnostics::{Entry, Severity, Sources, fingerprints, render};

use super::workshop::Site;
use crate::args::Color;
use crate::session::{self, Session};

/// The terminal, and what was said there.
pub(super) struct Terminal {
    colour: bool,
    /// What is wrong as far as was said, by fingerprint, in one line each.
    said: BTreeMap<String, String>,
}

impl Terminal {
    pub(super) fn new(color: Color) -> Self {
        Self {
            colour: session::colour_of_errors(color),
            said: BTreeMap::new(),
        }
    }

    /// Says what a new site brings.
    pub(super) fn made(&mut self, site: &Site, session: &Session) {
        let sources = &session.loaded.sources;
        let entries = &site.report.entries;
        let mut now = BTreeMap::new();
        let mut new: Vec<Entry> = Vec::new();
        for (entry, fingerprint) in entries.iter().zip(fingerprints(entries, sources)) {
            if !self.said.contains_key(&fingerprint) {
                new.push(entry.clone());
            }
            now.insert(fingerprint, line(sources, entry));
        }
        let options = render::Options {
            colour: self.colour,
            ..render::Options::default()
        };
        let mut text = render::human::findings(&new, sources, options);
        let mended = self
            .said
            .iter()
            .filter(|(name, _)| !now.contains_key(*name));
        for (_, line) in mended {
            let _ = writeln!(text, "mended: {line}");
        }
        let count = |severity| site.report.count(severity);
        let _ = writeln!(
            text,
            "{} built in {} ms: {}, {}",
            time(),
            site.took.as_millis(),
            counted(count(Severity::Error), "error"),
            counted(count(Severity::Warning), "warning"),
        );
        self.said = now;
        say(&text);
    }
}

/// Says that the first site is being made.
pub(super) fn starting(root: &Path) {
    say(&format!("building {}\n", root.display()));
}

/// Says where the site can be seen.
pub(super) fn serving(address: &str) {
    say(&format!("serving {address} (Ctrl-C stops)\n"));
}

/// Says why there is no new site.
pub(super) fn failed(why: &str) {
    session::complain(&anyhow::anyhow!("{why}"));
    say(&format!("{} the last good site stays\n", time()));
}

fn line(sources: &Sources, entry: &Entry) -> String {
    let diagnostic = &entry.diagnostic;
    let place = session::shown_place(sources, diagnostic.primary.place);
    format!("{place}: [{}] {}", diagnostic.rule, diagnostic.message)
}

/// The time of day where the author sits.
fn time() -> String {
    jiff::Zoned::now().strftime("%H:%M:%S").to_string()
}

fn counted(number: usize, word: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {word}{plural}")
}

/// Writes to standard error: the preview has no output. Where that is gone, the pages still tell.
fn say(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

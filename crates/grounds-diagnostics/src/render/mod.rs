//! The formats of a report: one renderer a file.

pub mod concise;
pub mod github;
pub mod human;
pub mod json;
pub mod junit;
#[cfg(test)]
mod samples;
pub mod sarif;
mod summary;
#[cfg(test)]
mod tests;
mod visible;

use crate::{Report, Sources};

/// A form in which a report is given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Excerpts of the sources with the findings marked, and a summary: for a terminal.
    Human,
    /// One line a finding: for editors and `grep`.
    Concise,
    /// Everything that the report holds, as one document with a published schema.
    Json,
    /// SARIF 2.1.0: for code scanning.
    Sarif,
    /// Workflow commands of GitHub Actions, which mark the lines of a pull request.
    Github,
    /// JUnit XML: for CI systems that show tests.
    Junit,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] = [
        Self::Human,
        Self::Concise,
        Self::Json,
        Self::Sarif,
        Self::Github,
        Self::Junit,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Concise => "concise",
            Self::Json => "json",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Junit => "junit",
        }
    }
}

/// What a person may choose about the look of a report. Only [`Format::Human`] heeds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Whether to colour the text with ANSI escapes.
    pub colour: bool,
    /// How many columns an excerpt may take; a longer line is cut around what it shows.
    pub width: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            colour: false,
            width: 140,
        }
    }
}

/// Renders a report; the text ends with a line break.
pub fn render(format: Format, report: &Report, sources: &Sources, options: Options) -> String {
    match format {
        Format::Human => human::render(report, sources, options),
        Format::Concise => concise::render(report, sources),
        Format::Json => json::render(report, sources),
        Format::Sarif => sarif::render(report, sources),
        Format::Github => github::render(report, sources),
        Format::Junit => junit::render(report, sources),
    }
}

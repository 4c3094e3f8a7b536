//! A theme: templates and styles of a content set that take the place of the site's own, and the fonts and
//! pictures that they use.
//!
//! A template of the site's name takes its place; what a theme does not have stays as it is. The site's own
//! templates stay within reach as `grounds/<name>`, so that a theme can extend what it replaces.

use std::collections::BTreeMap;
use std::ops::Range;

use minijinja::{Environment, ErrorKind};

use super::{drawing, media, templates};

/// The icon of the site.
const ICON: &str = "icon.svg";

/// The file whose rules come after those of the site.
const MORE_STYLE: &str = "theme.css";

/// The files of a theme that are neither templates nor fonts nor pictures.
const STYLES: [&str; 2] = ["style.css", MORE_STYLE];

/// Templates and styles that take the place of the site's own, with fonts and pictures. The default has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Theme {
    files: BTreeMap<String, String>,
    media: BTreeMap<String, Vec<u8>>,
}

/// What is wrong with a theme, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {message}")]
pub struct ThemeFault {
    /// The file, by its path in the theme.
    pub file: String,
    /// The bytes of the file that are at fault.
    pub range: Range<usize>,
    /// What is wrong, as a clause.
    pub message: String,
    /// The page on which it went wrong, if it was found only there.
    pub page: Option<String>,
}

impl Theme {
    /// A theme of these files, each by its path in the theme.
    pub fn new(files: impl IntoIterator<Item = (String, String)>) -> Self {
        Self {
            files: files.into_iter().collect(),
            media: BTreeMap::new(),
        }
    }

    /// The same theme with these fonts and pictures, each by its path in the theme.
    #[must_use]
    pub fn with_media(mut self, media: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        self.media.extend(media);
        self
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.media.is_empty()
    }

    /// Whether any page is made otherwise than the site's own.
    pub(super) fn has_templates(&self) -> bool {
        self.files.keys().any(|file| is_template(file))
    }

    /// The fonts and pictures that the site is to have at their paths, the drawings among them; the icon is
    /// the site's own affair.
    pub(super) fn media(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let drawings = self.files.iter().filter(|(file, _)| is_drawing(file));
        let drawings = drawings.map(|(file, text)| (file.as_str(), text.as_bytes()));
        let media = self.media.iter();
        drawings
            .chain(media.map(|(file, bytes)| (file.as_str(), bytes.as_slice())))
            .filter(|(file, _)| *file != ICON)
    }

    /// Its files, each by its path in the theme, in order.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        let files = self.files.iter();
        files.map(|(file, text)| (file.as_str(), text.as_str()))
    }

    /// The text of a file, by its path in the theme.
    pub fn text(&self, file: &str) -> Option<&str> {
        self.files.get(file).map(String::as_str)
    }

    /// What is wrong with the files by themselves, in their order: names that the site has no use for,
    /// templates that cannot be read, drawings that would do something, and fonts and pictures that are none.
    pub fn faults(&self) -> Vec<ThemeFault> {
        let mut environment = templates::environment();
        let mut faults = Vec::new();
        for (file, text) in &self.files {
            let fault = |range, message| ThemeFault {
                file: file.clone(),
                range,
                message,
                page: None,
            };
            if let Some(message) = useless(file) {
                faults.push(fault(0..0, message));
            } else if is_drawing(file)
                && let Some((range, message)) = drawing::fault(text)
            {
                faults.push(fault(range, message));
            } else if is_template(file)
                && let Err(error) = environment.add_template_owned(file.clone(), text.clone())
            {
                faults.push(fault(self.range(file, &error), said(&error)));
            }
        }
        for (file, bytes) in &self.media {
            faults.extend(media::fault(file, bytes).map(|message| ThemeFault {
                file: file.clone(),
                range: 0..0,
                message,
                page: None,
            }));
        }
        faults.sort_by(|a, b| a.file.cmp(&b.file));
        faults
    }

    /// Puts the templates in place of those of the site.
    pub(super) fn dress(&self, environment: &mut Environment<'static>) -> Result<(), ThemeFault> {
        for (file, text) in self.files.iter().filter(|(file, _)| is_template(file)) {
            environment
                .add_template_owned(file.clone(), text.clone())
                .map_err(|error| ThemeFault {
                    file: file.clone(),
                    range: self.range(file, &error),
                    message: said(&error),
                    page: None,
                })?;
        }
        Ok(())
    }

    /// The file of the site at `path`, which would be `own` without the theme.
    pub(super) fn asset(&self, path: &str, own: &str) -> String {
        let mut text = self.text(path).unwrap_or(own).to_owned();
        if path == "style.css"
            && let Some(more) = self.text(MORE_STYLE)
        {
            text.push('\n');
            text.push_str(more);
        }
        text
    }

    /// The fault of the theme that made the page `page` fail, which `template` makes. Without templates of its own a theme
    /// has none.
    pub(super) fn fault(
        &self,
        error: &minijinja::Error,
        template: &str,
        page: &str,
    ) -> Option<ThemeFault> {
        let mut found = None;
        let mut next: Option<&(dyn std::error::Error + 'static)> = Some(error);
        // What went wrong innermost is what is to be mended.
        while let Some(error) = next {
            if let Some(error) = error.downcast_ref::<minijinja::Error>()
                && let Some(file) = error.name().filter(|name| self.files.contains_key(*name))
            {
                found = Some(ThemeFault {
                    file: file.to_owned(),
                    range: self.range(file, error),
                    message: said(error),
                    page: Some(page.to_owned()),
                });
            }
            next = error.source();
        }
        found.or_else(|| self.fault_behind(error, template, page))
    }

    /// The fault of the theme for which a template of the site's own failed, as they do on no page by themselves: where
    /// it was called, if that is known, and else what the theme has in the place of `template`, or of any.
    fn fault_behind(
        &self,
        error: &minijinja::Error,
        template: &str,
        page: &str,
    ) -> Option<ThemeFault> {
        let detail = error.detail().unwrap_or_default();
        let templates = || self.files.keys().filter(|file| is_template(file));
        let calling = |file: &str| {
            let (_, after) = detail.split_once(&format!("(from {file}:"))?;
            after.strip_suffix(')')?.parse().ok()
        };
        let called = templates().find_map(|file| Some((file, calling(file)?)));
        let (file, line) = match called {
            Some(known) => known,
            None => (templates().max_by_key(|file| *file == template)?, 1),
        };
        let (own, at) = (error.name()?, error.line().unwrap_or(1));
        Some(ThemeFault {
            file: file.clone(),
            range: line_of(&self.files[file], line),
            message: format!("{}, in line {at} of the site's own `{own}`", said(error)),
            page: Some(page.to_owned()),
        })
    }

    /// The bytes of a file that an error is about: its line where no more is known.
    fn range(&self, file: &str, error: &minijinja::Error) -> Range<usize> {
        let text = self.text(file).unwrap_or_default();
        let sound = |range: &Range<usize>| text.get(range.clone()).is_some();
        if let Some(range) = error.range().filter(sound) {
            return range;
        }
        line_of(text, error.line().unwrap_or(1))
    }
}

/// The bytes of a line, counted from 1.
fn line_of(text: &str, line: usize) -> Range<usize> {
    let before = text.split_inclusive('\n').take(line.saturating_sub(1));
    let start = before.map(str::len).sum();
    let length = text[start..].lines().next().map_or(0, str::len);
    start..start + length
}

/// What an error says of itself, without its place.
fn said(error: &minijinja::Error) -> String {
    if error.kind() == ErrorKind::OutOfFuel {
        return "the page does not come to an end here, or is far larger than a page of the site may be".to_owned();
    }
    match error.detail() {
        Some(detail) => format!("{}: {detail}", error.kind()),
        None => error.kind().to_string(),
    }
}

fn is_drawing(file: &str) -> bool {
    file.rsplit('.').next() == Some("svg")
}

fn is_template(file: &str) -> bool {
    file.rsplit('.').next() == Some("html")
}

/// Why a theme has no use for a file, if it has none. A template whose name begins with `_` is one
/// that the others include.
fn useless(file: &str) -> Option<String> {
    let own = templates::TEMPLATES.iter().map(|(name, _)| *name);
    let known: Vec<&str> = own.chain(STYLES).collect();
    let part = is_template(file) && file.starts_with('_');
    if part || is_drawing(file) || known.contains(&file) {
        return None;
    }
    let near = known
        .iter()
        .map(|name| (strsim::damerau_levenshtein(file, name), *name))
        .filter(|(distance, name)| *distance <= name.len() / 3)
        .min();
    let near = near.map_or_else(String::new, |(_, name)| format!("; did you mean `{name}`?"));
    Some(format!(
        "no template or style of the site has this name{near}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theme(files: &[(&str, &str)]) -> Theme {
        let files = files.iter();
        Theme::new(files.map(|(file, text)| ((*file).to_owned(), (*text).to_owned())))
    }

    #[test]
    fn a_template_that_cannot_be_read_is_shown_where_it_breaks() {
        let broken = theme(&[(
            "index.html",
            "<p>\n{% if site %}\n<b>{{ site. }}</b>\n{% endif %}\n",
        )]);
        let [fault] = &broken.faults()[..] else {
            panic!("{:?}", broken.faults());
        };
        assert_eq!((fault.file.as_str(), fault.range.start), ("index.html", 30));
        assert!(fault.message.starts_with("syntax error: "), "{fault}");
    }

    #[test]
    fn a_name_that_nothing_asks_for_is_a_fault_and_a_part_is_none() {
        let odd = theme(&[("artcle.html", ""), ("_byline.html", ""), ("theme.css", "")]);
        let said: Vec<String> = odd.faults().iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            [
                "artcle.html: no template or style of the site has this name; did you mean `article.html`?"
            ]
        );
    }

    #[test]
    fn rules_are_added_to_the_style_or_take_its_place() {
        let more = theme(&[("theme.css", "b {}")]);
        assert_eq!(more.asset("style.css", "a {}"), "a {}\nb {}");
        let other = theme(&[("style.css", "c {}")]);
        assert_eq!(other.asset("style.css", "a {}"), "c {}");
        assert_eq!(other.asset("search.js", "own"), "own");
    }
}

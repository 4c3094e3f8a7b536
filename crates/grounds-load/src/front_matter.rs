//! Front matter: the YAML at the very start of an article, between `---` and `---` or `...`.
//!
//! Source: the Pandoc User's Guide, extension `yaml_metadata_block`.

use std::ops::Range;

/// Where the front matter of an article stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FrontMatterSplit {
    /// Between its two lines.
    Found {
        /// The YAML, without the lines around it.
        yaml: Range<usize>,
        /// The prose after it.
        body: Range<usize>,
    },
    /// The article does not begin with `---`.
    Missing {
        /// The prose: all but a byte order mark, and but fields that only lack their first `---`.
        body: Range<usize>,
        /// A later `---` that was perhaps meant to begin it: only blank lines stand before.
        late: Option<Range<usize>>,
    },
    /// No line ends it.
    Unclosed {
        /// The `---` that begins it.
        opening: Range<usize>,
    },
}

/// Finds the front matter of an article.
pub(crate) fn split(text: &str) -> FrontMatterSplit {
    let start = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let mut lines = lines(text, start);
    let opening = lines.next().filter(|line| is_fence(text, line, &["---"]));
    let Some(opening) = opening else {
        let late = self::lines(text, start)
            .find(|line| !text[line.clone()].trim().is_empty())
            .filter(|line| is_fence(text, line, &["---"]));
        return FrontMatterSplit::Missing {
            body: after_headless(text, start)..text.len(),
            late,
        };
    };
    match lines.find(|line| is_fence(text, line, &["---", "..."])) {
        Some(closing) => FrontMatterSplit::Found {
            yaml: opening.end..closing.start,
            body: closing.end..text.len(),
        },
        None => FrontMatterSplit::Unclosed {
            opening: opening.start..opening.start + "---".len(),
        },
    }
}

/// Where the prose begins in a text that does not begin with `---`: behind fields that do end
/// with one. They are no prose, and would only be reported as such.
fn after_headless(text: &str, start: usize) -> usize {
    let mut fields = false;
    for line in lines(text, start) {
        let words = &text[line.clone()];
        if is_fence(text, &line, &["---", "..."]) {
            return if fields { line.end } else { start };
        }
        let name = words.split(':').next().unwrap_or_default();
        let field = words.contains(": ")
            && name.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            || words.trim_end().strip_suffix(':') == Some(name);
        // A value may go on, indented or as a list.
        if !field && !words.starts_with([' ', '-']) {
            return start;
        }
        fields |= field;
    }
    start
}

/// The lines from a byte on, each with its line break.
fn lines(text: &str, start: usize) -> impl Iterator<Item = Range<usize>> {
    let mut at = start;
    text[start..].split_inclusive('\n').map(move |line| {
        let range = at..at + line.len();
        at = range.end;
        range
    })
}

fn is_fence(text: &str, line: &Range<usize>, fences: &[&str]) -> bool {
    fences.contains(&text[line.clone()].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_that_lack_their_first_fence_are_no_prose() {
        let body = |text: &'static str| match split(text) {
            FrontMatterSplit::Missing { body, .. } => &text[body],
            other => panic!("{other:?}"),
        };
        assert_eq!(body("title: A\nauthors:\n  - B\n---\nProse.\n"), "Prose.\n");
        assert_eq!(
            body("Note: this is prose.\n\n---\n"),
            "Note: this is prose.\n\n---\n"
        );
        assert_eq!(body("title: A\n\nProse.\n"), "title: A\n\nProse.\n");
    }

    fn found(text: &str) -> Option<(&str, &str)> {
        match split(text) {
            FrontMatterSplit::Found { yaml, body } => Some((&text[yaml], &text[body])),
            _ => None,
        }
    }

    #[test]
    fn it_stands_between_two_lines_at_the_start() {
        assert_eq!(
            found("---\ntitle: A\n---\n# A\n"),
            Some(("title: A\n", "# A\n"))
        );
        assert_eq!(
            found("---  \ntitle: A\n...\nText"),
            Some(("title: A\n", "Text"))
        );
        assert_eq!(
            found("\u{feff}---\r\ntitle: A\r\n---\r\nB\r\n"),
            Some(("title: A\r\n", "B\r\n"))
        );
        assert_eq!(found("---\n---"), Some(("", "")));
        assert_eq!(
            found("---\ntitle: a --- b\n ---\n---\n"),
            Some(("title: a --- b\n ---\n", ""))
        );
    }

    #[test]
    fn other_beginnings_have_none() {
        for text in [
            "",
            "Text\n---\n",
            "----\na: b\n----\n",
            "# A\n",
            "--- # A\n---\n",
        ] {
            let body = 0..text.len();
            assert_eq!(
                split(text),
                FrontMatterSplit::Missing { body, late: None },
                "{text:?}"
            );
        }
        assert_eq!(
            split("\n---\n"),
            FrontMatterSplit::Missing {
                body: 0..5,
                late: Some(1..5)
            }
        );
        assert_eq!(
            split("\u{feff}"),
            FrontMatterSplit::Missing {
                body: 3..3,
                late: None
            }
        );
    }

    #[test]
    fn without_an_end_it_is_unclosed() {
        assert_eq!(
            split("---\ntitle: A\n\nText"),
            FrontMatterSplit::Unclosed { opening: 0..3 }
        );
        assert_eq!(split("---"), FrontMatterSplit::Unclosed { opening: 0..3 });
    }
}

//! A rule page, taken apart: its sections and its examples.

/// A page.
pub(super) struct Page {
    headings: Vec<(String, bool)>,
    pub(super) examples: Vec<Example>,
    /// Whether a passing example follows words that say why it passes.
    explained: bool,
    /// Whether it says why it shows no failure.
    not_shown: bool,
    lines: usize,
}

/// One fenced block that is run.
pub(super) struct Example {
    pub(super) expect: Expect,
    /// The other rules that it raises.
    pub(super) also: Vec<String>,
    pub(super) files: Vec<(String, Change)>,
}

/// Whether an example raises the page's rule.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Expect {
    Pass,
    Fail,
}

/// What an example does to a file.
#[derive(Clone)]
pub(super) enum Change {
    Write(String),
    /// Texts of the file of the base set, each with what comes in its place.
    Replace(Vec<(String, String)>),
    Delete,
}

/// The sections of a page, in order.
const SECTIONS: [&str; 3] = ["## What it does", "## Why it matters", "## Examples"];

impl Page {
    pub(super) fn parse(text: &str) -> Self {
        let mut page = Self {
            headings: Vec::new(),
            examples: Vec::new(),
            explained: false,
            not_shown: text.contains("<!-- not shown: "),
            lines: text.lines().count(),
        };
        let mut lines = text.lines();
        let mut words_since_example = false;
        while let Some(line) = lines.next() {
            if let Some(fence) = line.strip_prefix("```") {
                // A fence may be longer than three, so that examples can hold code blocks.
                let marks: String = line.chars().take_while(|&c| c == '`').collect();
                let body: Vec<&str> = lines.by_ref().take_while(|line| *line != marks).collect();
                if let Some((expect, also)) = expectation(fence.trim_start_matches('`')) {
                    page.explained |= expect == Expect::Pass && words_since_example;
                    page.examples.push(Example {
                        expect,
                        also,
                        files: files(&body),
                    });
                }
                words_since_example = false;
            } else if line.starts_with('#') {
                page.headings.push((line.to_owned(), false));
            } else if !line.trim().is_empty() {
                words_since_example = true;
                if let Some((_, filled)) = page.headings.last_mut() {
                    *filled = true;
                }
            }
        }
        page
    }

    /// What the page lacks.
    pub(super) fn faults(&self, id: &str) -> impl Iterator<Item = String> {
        let mut faults = Vec::new();
        let headings: Vec<&str> = self
            .headings
            .iter()
            .map(|(line, _)| line.as_str())
            .collect();
        let title = format!("# {id}");
        if headings.first() != Some(&title.as_str()) {
            faults.push(format!("begin the page with `{title}`"));
        }
        if headings.get(1..) != Some(&SECTIONS) {
            faults.push(format!("the sections are {SECTIONS:?}, in this order"));
        }
        for (heading, filled) in self.headings.iter().skip(1) {
            if !filled && heading != SECTIONS[2] {
                faults.push(format!("write something under `{heading}`"));
            }
        }
        let passes = self
            .examples
            .iter()
            .filter(|it| it.expect == Expect::Pass)
            .count();
        if passes == self.examples.len() && !self.not_shown {
            faults.push("add an example tagged `fail`, or `<!-- not shown: reason -->`".to_owned());
        }
        if passes == 0 {
            faults.push("add an example tagged `pass`".to_owned());
        }
        if !self.explained {
            faults.push(
                "add a `pass` block of what looks like the defect and is none, after a sentence \
                 that says why"
                    .to_owned(),
            );
        }
        if !(15..=100).contains(&self.lines) {
            faults.push(format!(
                "{} lines: a page has 20 to 60, or a few more",
                self.lines
            ));
        }
        faults.into_iter()
    }
}

/// `fail` or `pass`, with `also=a/b,c/d` or without.
fn expectation(info: &str) -> Option<(Expect, Vec<String>)> {
    let mut words = info.split_whitespace();
    let expect = match words.next()? {
        "pass" => Expect::Pass,
        "fail" => Expect::Fail,
        _ => return None,
    };
    let also = words.filter_map(|word| word.strip_prefix("also="));
    Some((
        expect,
        also.flat_map(|names| names.split(',').map(str::to_owned))
            .collect(),
    ))
}

fn files(body: &[&str]) -> Vec<(String, Change)> {
    let mut files: Vec<(String, Change)> = Vec::new();
    for line in body {
        if let Some(path) = line.strip_prefix("== ") {
            files.push(if let Some(path) = path.strip_suffix(" (deleted)") {
                (path.to_owned(), Change::Delete)
            } else if let Some(path) = path.strip_suffix(" (changed)") {
                (path.to_owned(), Change::Replace(Vec::new()))
            } else {
                (path.to_owned(), Change::Write(String::new()))
            });
            continue;
        }
        let (_, change) = files.last_mut().expect("a line `== path` comes first");
        match change {
            Change::Write(content) => {
                *content += line;
                content.push('\n');
            }
            Change::Replace(replacements) => replace(replacements, line),
            Change::Delete => {}
        }
    }
    files
}

/// Reads a line of a change: `- old` or `+ new`. Lines that go come before those that take their
/// place.
fn replace(replacements: &mut Vec<(String, String)>, line: &str) {
    if let Some(old) = line.strip_prefix("- ") {
        match replacements.last_mut() {
            Some((before, after)) if after.is_empty() => {
                before.push_str(old);
                before.push('\n');
            }
            _ => replacements.push((format!("{old}\n"), String::new())),
        }
    } else if let Some(new) = line.strip_prefix("+ ") {
        let (_, after) = replacements.last_mut().expect("what goes comes first");
        after.push_str(new);
        after.push('\n');
    } else if line.trim().is_empty() {
        // A blank line parts two changes of which the first only takes away.
        replacements.push((String::new(), String::new()));
    } else {
        panic!("a line of a change begins with `- ` or `+ `: {line:?}");
    }
}

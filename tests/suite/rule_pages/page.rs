//! A rule page, taken apart: its sections and its examples.

/// A page.
pub(super) struct Page {
    headings: Vec<(String, bool)>,
    pub(super) examples: Vec<Example>,
    hostile: bool,
    lines: usize,
}

/// One fenced block that is run.
pub(super) struct Example {
    pub(super) expect: Expect,
    pub(super) files: Vec<(String, Change)>,
}

/// What an example must raise.
#[derive(PartialEq, Eq)]
pub(super) enum Expect {
    Pass,
    Fail { also: Vec<String> },
}

/// What an example does to a file.
#[derive(Clone)]
pub(super) enum Change {
    Write(Vec<u8>),
    Delete,
}

/// The sections of a page, in order.
const SECTIONS: [&str; 3] = ["## What it does", "## Why it matters", "## Examples"];

impl Page {
    pub(super) fn parse(text: &str) -> Self {
        let mut page = Self {
            headings: Vec::new(),
            examples: Vec::new(),
            hostile: false,
            lines: text.lines().count(),
        };
        let mut lines = text.lines();
        let mut words_since_example = false;
        while let Some(line) = lines.next() {
            if let Some(fence) = line.strip_prefix("```") {
                // A fence may be longer than three, so that examples can hold code blocks.
                let marks: String = line.chars().take_while(|&c| c == '`').collect();
                let body: Vec<&str> = lines.by_ref().take_while(|line| *line != marks).collect();
                if let Some(expect) = expectation(fence.trim_start_matches('`')) {
                    let passes = page.examples.iter().filter(|it| it.expect == Expect::Pass);
                    page.hostile |=
                        expect == Expect::Pass && passes.count() > 0 && words_since_example;
                    page.examples.push(Example { expect, files: files(&body) });
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
        let headings: Vec<&str> = self.headings.iter().map(|(line, _)| line.as_str()).collect();
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
        let passes = self.examples.iter().filter(|it| it.expect == Expect::Pass).count();
        if passes == self.examples.len() {
            faults.push("add an example tagged `fail`".to_owned());
        }
        if passes == 0 {
            faults.push("add an example tagged `pass`".to_owned());
        }
        if !self.hostile {
            faults.push(
                "add a second `pass` block, of what looks like the defect and is none, after a \
                 sentence that says why"
                    .to_owned(),
            );
        }
        if !(15..=100).contains(&self.lines) {
            faults.push(format!("{} lines: a page has 20 to 60, or a few more", self.lines));
        }
        faults.into_iter()
    }
}

/// `fail`, `fail also=a/b,c/d` or `pass`.
fn expectation(info: &str) -> Option<Expect> {
    let mut words = info.split_whitespace();
    match words.next()? {
        "pass" => Some(Expect::Pass),
        "fail" => {
            let also = words.filter_map(|word| word.strip_prefix("also="));
            let also = also.flat_map(|names| names.split(',').map(str::to_owned)).collect();
            Some(Expect::Fail { also })
        }
        _ => None,
    }
}

fn files(body: &[&str]) -> Vec<(String, Change)> {
    let mut files: Vec<(String, bool, Change)> = Vec::new();
    for line in body {
        if let Some(path) = line.strip_prefix("== ") {
            let (path, note) = path.split_once(" (").unwrap_or((path, ""));
            let change = match note {
                "deleted)" => Change::Delete,
                _ => Change::Write(Vec::new()),
            };
            files.push((path.to_owned(), note == "bytes)", change));
        } else {
            let (_, bytes, change) = files.last_mut().expect("a line `== path` comes first");
            if let Change::Write(content) = change {
                content.extend(if *bytes { unescape(line) } else { line.as_bytes().to_vec() });
                content.push(b'\n');
            }
        }
    }
    files.into_iter().map(|(path, _, change)| (path, change)).collect()
}

/// Reads `\xFF` as a byte, `\t` as a tab and `\r` as a carriage return.
fn unescape(line: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find('\\') {
        bytes.extend(rest[..at].as_bytes());
        let escape = &rest[at + 1..];
        let taken = match escape.as_bytes().first() {
            Some(b'x') => {
                bytes.push(u8::from_str_radix(&escape[1..3], 16).expect("two hexadecimal digits"));
                3
            }
            Some(b't') => {
                bytes.push(b'\t');
                1
            }
            Some(b'r') => {
                bytes.push(b'\r');
                1
            }
            _ => panic!("no such escape: {rest}"),
        };
        rest = &escape[taken..];
    }
    bytes.extend(rest.as_bytes());
    bytes
}

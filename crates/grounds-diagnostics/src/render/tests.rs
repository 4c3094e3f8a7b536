//! Every format on the same samples.

use super::samples;
use super::{Format, Options, json, render};
use crate::{Diagnostic, Edit, Entry, Fix, Place, Report, Severity, Sources};

fn snapshot(case: &str, format: Format, (report, sources): &(Report, Sources)) {
    let text = render(format, report, sources, Options::default());
    insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(format!("{case}-{}", format.name()), text);
    });
}

#[test]
fn findings_in_every_format() {
    for format in Format::ALL {
        snapshot("findings", format, &samples::findings());
    }
}

#[test]
fn clean_runs() {
    for format in [
        Format::Human,
        Format::Concise,
        Format::Github,
        Format::Junit,
    ] {
        snapshot("clean", format, &samples::clean());
    }
}

#[test]
fn nothing_compared() {
    for format in [
        Format::Human,
        Format::Concise,
        Format::Github,
        Format::Junit,
    ] {
        snapshot("nothing", format, &samples::nothing());
    }
}

#[test]
fn nothing_steers_a_terminal() {
    let (report, sources) = samples::findings();
    for format in [
        Format::Human,
        Format::Concise,
        Format::Github,
        Format::Junit,
    ] {
        let text = render(format, &report, &sources, Options::default());
        assert!(
            !text.contains(['\x1b', '\r', '\u{202e}', '\u{200d}']),
            "{} is raw: {text:?}",
            format.name()
        );
    }
    let colour = Options {
        colour: true,
        ..Options::default()
    };
    let text = render(Format::Human, &report, &sources, colour);
    assert!(text.contains("\x1b[1m"), "no colour: {text:?}");
    assert!(!text.contains("\x1b[31m5 %"), "raw: {text:?}");
}

#[test]
fn the_json_document_reads_back() {
    let (report, sources) = samples::findings();
    let text = render(Format::Json, &report, &sources, Options::default());
    let document: json::Document = serde_json::from_str(&text).unwrap();
    assert_eq!(document, json::document(&report, &sources));
}

/// A sentence over several lines, and a fix of two distant places in another file.
#[test]
fn many_lines() {
    let mut sources = Sources::new("");
    let prose = "Women who\nneedled weekly\nhad *no\nside effects* at all,\nat home,\nfor years.\n";
    let article = sources.add("a.md", prose);
    let claim = sources.add("c.yaml", "a: 1\nb: 2\n".repeat(600));
    let edit = |range| Edit {
        range,
        replacement: "x".into(),
    };
    let diagnostic = Diagnostic::new(
        "wording/absolute",
        Place::new(article, 0..prose.len()),
        "this sentence is absolute",
    )
    .label("here")
    .with(Place::new(claim, 0..4), "the first line")
    .with(Place::new(claim, 5990..5995), "the last but one")
    .note("one\ntwo")
    .fix(Fix {
        title: "mend it".into(),
        file: claim,
        edits: vec![edit(0..1), edit(5..6), edit(5990..5990)],
    });
    let (mut report, _) = samples::clean();
    report.entries.push(Entry {
        severity: Severity::Error,
        diagnostic,
    });
    snapshot("many-lines", Format::Human, &(report, sources));
}

/// A file that is one line of 80,000 characters, two bytes each, with tabs: columns are those of the source.
#[test]
fn one_very_long_line() {
    let mut sources = Sources::new("");
    let file = sources.add("a.md", "é\t".repeat(40_000));
    let diagnostic = Diagnostic::new("wording/absolute", Place::new(file, 60_000..60_003), "odd")
        .label("here")
        .with(Place::new(file, 90_000..90_002), "there")
        .fix(Fix {
            title: "mend it".into(),
            file,
            edits: vec![Edit {
                range: 60_000..60_002,
                replacement: "è".into(),
            }],
        });
    let (mut report, _) = samples::clean();
    report.entries.push(Entry {
        severity: Severity::Error,
        diagnostic,
    });
    snapshot("one-very-long-line", Format::Human, &(report, sources));
}

/// Whatever the place, in whatever text, no format panics.
#[test]
fn any_place_can_be_shown() {
    let text = "\u{feff}a\té\r\n\r\n{}\x1b[0m日本\u{202e}\rz\n \n";
    for content in [text, "", "\n", "x"] {
        let mut sources = Sources::new("/tmp/a b");
        let file = sources.add("é.md", content);
        for start in 0..=content.len() + 1 {
            for end in start..=content.len() + 2 {
                let report = one_finding(Place::new(file, start..end));
                for format in Format::ALL {
                    let text = render(format, &report, &sources, Options::default());
                    assert!(text.ends_with('\n'));
                }
            }
        }
    }
}

fn one_finding(place: Place) -> Report {
    let (mut report, _) = samples::clean();
    let diagnostic = Diagnostic::new("structure/unknown-field", place, "odd")
        .with(Place::new(place.file, 0..1), "near")
        .fix(Fix {
            title: "replace".into(),
            file: place.file,
            edits: vec![Edit {
                range: place.range(),
                replacement: "a\u{1b}b\n".into(),
            }],
        });
    report.entries.push(Entry {
        severity: Severity::Error,
        diagnostic,
    });
    report
}

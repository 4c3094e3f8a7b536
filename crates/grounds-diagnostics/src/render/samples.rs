//! The findings that every format is shown on: a small report over three sources with what
//! makes rendering hard.

use crate::{
    Diagnostic, Edit, Entry, FileId, Fix, Measure, Place, Report, RuleInfo, Severity, Sources,
    Tally, Unchecked,
};

const ARTICLE: &str = "---\r
title: Nadeln für Haare\r
---\r
\r
Men who added weekly needling to minoxidil [grew more hair in 12 weeks]{claim=needling-adds}, which a paragraph on one line says at such length, as prose in a repository often does, that nobody would want to see the whole of it in a terminal: [Needling cures androgenetic alopecia in women and men of every age, at home, with any device that has needles on it, and this span goes on past the width of any terminal that people use.]{claim=needling-adds} The paragraph ends here, a good way after what it is about.\r
\r
Grüße: \x1b[31m5 %\x1b[0m mehr Haare\u{202e}!\r
";

const PASSAGE: &str = "Needling cures androgenetic alopecia in women and men of every age, at home, with any device that has needles on it, and this span goes on past the width of any terminal that people use.";

const CLAIM: &str = "\
statement: Adding weekly microneedling to 5 % minoxidil raises hair count.
basis: evidence
scope:
  population: [adult-women]
  comparator: [minoxidil]
certianty: {level: high}
evidence:
\t- {study: kumar-2018, relation: supports}
";

const STUDY: &str = "\
report: {title: Combined needling and minoxidil}
design: rct
population: {concepts: [adult-men], enrolled: 68}
arms:
  combined: {interventions: [microneedling, minoxidil]}
  minoxidil: {interventions: [minoxidil]}";

/// The rules of the samples, in order, with how their checks end in a clean run.
const RULES: [(&str, &str, Option<Severity>, Tally); 6] = [
    (
        "certainty/missing",
        "A claim of efficacy or harm has no certainty",
        Some(Severity::Error),
        tally(2, 0, 0, 0),
    ),
    (
        "claim/no-evidence",
        "A claim rests on no evidence and is not speculative",
        Some(Severity::Error),
        tally(1, 0, 1, 0),
    ),
    (
        "fit/population",
        "A study looked at other people than the claim is about",
        Some(Severity::Error),
        tally(1, 0, 0, 0),
    ),
    (
        "number/grim",
        "A mean is impossible for the number of people",
        None,
        tally(0, 0, 0, 3),
    ),
    (
        "structure/unknown-field",
        "A record has a field that its kind does not have",
        Some(Severity::Error),
        tally(4, 0, 0, 0),
    ),
    (
        "wording/absolute",
        "A passage is worded absolutely",
        Some(Severity::Warning),
        tally(3, 0, 0, 0),
    ),
];

const fn tally(passed: usize, failed: usize, indeterminate: usize, not_run: usize) -> Tally {
    Tally {
        passed,
        failed,
        indeterminate,
        not_run,
    }
}

/// A report with findings, and its sources.
pub(super) fn findings() -> (Report, Sources) {
    let mut sources = Sources::new("content");
    let article = sources.add("articles/needling #1, für alle.md", ARTICLE);
    let claim = sources.add("claims/needling-adds.yaml", CLAIM);
    let study = sources.add("studies/kumar-2018.yaml", STUDY);
    let at = |file: FileId, text: &str| {
        let start = sources
            .get(file)
            .text()
            .find(text)
            .expect("a text of the sample");
        Place::new(file, start..start + text.len())
    };
    let mut entries = vec![
        absolute(&at, article),
        warning(
            Diagnostic::new(
                "wording/absolute",
                at(article, "\x1b[31m5 %\x1b[0m mehr"),
                "`\x1b[31m5 %\x1b[0m mehr` has no baseline\0\u{202e}",
            )
            .label("of\rwhat?"),
        ),
        population(&at, article, claim, study),
        misspelt(&at, claim),
        error(
            Diagnostic::new(
                "structure/unknown-field",
                Place::new(study, STUDY.len()..STUDY.len()),
                "missing field `findings`",
            )
            .label("the record ends here"),
        ),
    ];
    Report::sort(&mut entries, &sources);
    let (clean, _) = clean();
    let report = Report {
        rules: clean
            .rules
            .into_iter()
            .map(|(rule, tally)| (rule, with_failures(tally, &rule, &entries)))
            .collect(),
        entries,
        omitted: (12, 1),
        suppressed: 2,
        unchecked: vec![
            Unchecked {
                what: "1 rule".into(),
                why: "turned off".into(),
            },
            Unchecked {
                what: "claims/broken.yaml".into(),
                why: "could not be read".into(),
            },
        ],
        ..clean
    };
    (report, sources)
}

fn with_failures(tally: Tally, rule: &RuleInfo, entries: &[Entry]) -> Tally {
    let found = entries
        .iter()
        .filter(|entry| entry.diagnostic.rule == rule.id);
    Tally {
        failed: found.count(),
        ..tally
    }
}

fn absolute(at: &impl Fn(FileId, &str) -> Place, article: FileId) -> Entry {
    let passage = at(article, PASSAGE);
    let attributes = passage.end + "]{".len();
    warning(
        Diagnostic::new("wording/absolute", passage, "`cures` is absolute")
            .label("no study can show this")
            .help("say what was measured, in whom and for how long")
            .fix(Fix {
                title: "show the passage as speculative".into(),
                file: article,
                edits: vec![Edit {
                    range: attributes..attributes,
                    replacement: ".speculative ".into(),
                }],
            }),
    )
}

fn population(
    at: &impl Fn(FileId, &str) -> Place,
    article: FileId,
    claim: FileId,
    study: FileId,
) -> Entry {
    error(
        Diagnostic::new(
            "fit/population",
            at(claim, "adult-women"),
            "`kumar-2018` looked at `adult-men`, not at `adult-women`",
        )
        .label("the claim is about these people")
        .with(
            at(claim, "{study: kumar-2018, relation: supports}"),
            "this line is said to support it",
        )
        .with(at(study, "[adult-men]"), "the study enrolled these")
        .with(
            at(article, "[grew more hair in 12 weeks]{claim=needling-adds}"),
            "the claim is made here",
        )
        .note("`adult-men` and `adult-women` share no broader concept below `adults`")
        .note("directness of the population: different")
        .help("narrow the claim to `adult-men`, or justify the step on the evidence line"),
    )
}

fn misspelt(at: &impl Fn(FileId, &str) -> Place, claim: FileId) -> Entry {
    let key = at(claim, "certianty");
    error(
        Diagnostic::new("structure/unknown-field", key, "unknown field `certianty`")
            .label("a claim has no such field")
            .fix(Fix {
                title: "did you mean `certainty`?".into(),
                file: claim,
                edits: vec![Edit {
                    range: key.range(),
                    replacement: "certainty".into(),
                }],
            }),
    )
}

/// A report without findings, in which checks passed.
pub(super) fn clean() -> (Report, Sources) {
    let report = Report {
        version: "0.1.0",
        as_of: "2026-11-22".into(),
        read: vec![("articles", 1), ("claims", 2), ("studies", 2)],
        entries: Vec::new(),
        omitted: (0, 0),
        suppressed: 0,
        rules: RULES
            .iter()
            .map(|&(id, summary, default, tally)| {
                let docs = "## What it does\n\nA sample.\n";
                let rule = RuleInfo {
                    id,
                    summary,
                    docs,
                    default,
                };
                (rule, tally)
            })
            .collect(),
        measures: vec![Measure {
            name: "claim coverage",
            part: 103,
            whole: 104,
            unit: "sentences accounted for".to_owned(),
        }],
        unchecked: Vec::new(),
    };
    (report, Sources::new("content"))
}

/// A report of a run that had nothing to compare.
pub(super) fn nothing() -> (Report, Sources) {
    let (mut report, sources) = clean();
    report.read = vec![("articles", 0), ("claims", 0), ("studies", 0)];
    for (_, tally) in &mut report.rules {
        *tally = Tally::default();
    }
    report.measures[0].part = 0;
    report.measures[0].whole = 0;
    (report, sources)
}

fn error(diagnostic: Diagnostic) -> Entry {
    Entry {
        severity: Severity::Error,
        diagnostic,
    }
}

fn warning(diagnostic: Diagnostic) -> Entry {
    Entry {
        severity: Severity::Warning,
        diagnostic,
    }
}

//! What authors read when a record breaks its schema.

use grounds_diagnostics::{Diagnostic, Sources};
use grounds_model::{Claim, FrontMatter, Settings, Study, Vocabulary};
use serde::de::DeserializeOwned;

use crate::records::{Record, read_record};
use crate::schema::Kind;
use crate::yaml::Stretch;

fn diagnostics(kind: Kind, text: &str) -> (Vec<Diagnostic>, Sources) {
    fn read<T: DeserializeOwned>(kind: Kind, text: &str) -> (Vec<Diagnostic>, Sources) {
        let mut sources = Sources::new("");
        let file = sources.add("file", text);
        let stretch = Stretch::new(file, text, 0..text.len());
        let Record {
            document,
            diagnostics,
            ..
        } = read_record::<T>(kind, file, text, stretch);
        assert_eq!(document.is_some(), diagnostics.is_empty());
        (diagnostics, sources)
    }
    match kind {
        Kind::Settings => read::<Settings>(kind, text),
        Kind::Vocabulary => read::<Vocabulary>(kind, text),
        Kind::Article => read::<FrontMatter>(kind, text),
        Kind::Claim => read::<Claim>(kind, text),
        Kind::Study => read::<Study>(kind, text),
    }
}

/// Each diagnostic as `line:column rule: message (help) -> fix`.
fn complaints(kind: Kind, text: &str) -> Vec<String> {
    let (mut found, sources) = diagnostics(kind, text);
    found.sort_by_key(|d| (d.primary.place, d.rule));
    found
        .iter()
        .map(|d| {
            let at = sources
                .get(d.primary.place.file)
                .line_column(d.primary.place.start);
            let rule = d.rule.trim_start_matches("structure/");
            let help = if d.help.is_empty() {
                String::new()
            } else {
                format!(" ({})", d.help.join("; "))
            };
            let fix = d
                .fix
                .as_ref()
                .map(|fix| format!(" -> {}", fix.title))
                .unwrap_or_default();
            format!("{}:{} {rule}: {}{help}{fix}", at.line, at.column, d.message)
        })
        .collect()
}

fn check(kind: Kind, text: &str, expected: &[&str]) {
    assert_eq!(complaints(kind, text), expected, "{text}");
}

const SOUND: &str = "statement: S.\nkind: harm\nbasis: evidence\n";

#[test]
fn a_field_that_is_unknown_is_told_at_its_key() {
    check(
        Kind::Claim,
        "statment: S.\nkind: harm\nbasis: evidence\nDoi: x\n",
        &[
            "1:1 unknown-field: unknown field `statment` (did you mean `statement`?) -> rename it to `statement`",
            "4:1 unknown-field: unknown field `Doi` (fields that can be added here: `statement`, `variations`, \
             `scope`, `effect`, `certainty`, `evidence`, `derivations`, `note`, `review`, `former-reviews` and `suppress`)",
        ],
    );
    check(
        Kind::Claim,
        &format!("{SOUND}statment: T.\nscope:\n  note: N.\n"),
        &[
            "4:1 unknown-field: unknown field `statment` (`statement` is written already)",
            "6:3 unknown-field: unknown field `note` (`note` is a field of the claim)",
        ],
    );
    check(
        Kind::Study,
        "report: {type: book, title: T}\ndesign: rct\nissued: 2018\nn: 3\n",
        &[
            "3:1 unknown-field: unknown field `issued` (`issued` is a field of `report`)",
            "4:1 unknown-field: unknown field `n`",
        ],
    );
}

#[test]
fn a_field_that_is_missing_is_told_where_its_record_begins() {
    check(
        Kind::Claim,
        "# comment\nkind: harm\nbasis: evidence\n",
        &[
            "2:1 missing-field: missing field `statement` (`statement`: The claim in one sentence, no stronger than its evidence)",
        ],
    );
    check(
        Kind::Claim,
        &format!("{SOUND}review: {{by: A., on: 2026-01-01}}\nevidence:\n  - {{study: a}}\n"),
        &[
            "4:1 missing-field: missing field `due` (`due`: The day by which it must be reviewed again)",
            "6:6 missing-field: missing field `relation` (`relation`: How the study bears on the claim)",
        ],
    );
}

#[test]
fn a_record_that_is_no_mapping_is_told_once() {
    let fields = "write its fields: `statement`, `kind` and `basis`";
    let cases = [
        ("", "there is nothing in the claim"),
        ("# only a comment\n", "there is nothing in the claim"),
        (
            "- a\n",
            "the claim must be a mapping of fields, but is a list",
        ),
        (
            "Just text.\n",
            "the claim must be a mapping of fields, but is text",
        ),
    ];
    for (text, message) in cases {
        check(
            Kind::Claim,
            text,
            &[&format!("1:1 wrong-type: {message} ({fields})")],
        );
    }
    check(
        Kind::Study,
        "~\n",
        &[
            "1:1 wrong-type: there is nothing in the study (write its fields: `report` and `design`)",
        ],
    );
}

#[test]
fn a_number_whose_digits_count_is_asked_for_in_quotes() {
    check(
        Kind::Study,
        "report: {type: book, title: 2018, DOI: 10.10, volume: 11, issue: 1.5}\ndesign: rct\nfindings:\n  hair:\n    \
         outcome: hair\n    measure: mean\n    values: {a: 12.50, b: \"1,89\", c: 1e3}\n    p: 0.05\n    \
         interval: {level: 95, low: \"1\", high: [\"2\"]}\n",
        &[
            "1:29 wrong-type: `title` must be text, but is the number `2018` (write it in quotes to make it text) -> write `\"2018\"`",
            "1:40 wrong-type: `DOI` must be text, but is the number `10.10` (write it in quotes to make it text) -> write `\"10.10\"`",
            "1:66 wrong-type: `issue` must be text or a whole number, but is the number `1.5` (write it in quotes to make it text) -> write `\"1.5\"`",
            "7:17 wrong-type: `a` must be a decimal number in quotes, but is the number `12.50` (write it in quotes: the precision is part of the fact) -> write `\"12.50\"`",
            "7:27 invalid-value: `1,89` is not a decimal number (write it like `12.52`, `-0.21` or `1.2e5`)",
            "7:38 wrong-type: `c` must be a decimal number in quotes, but is the number `1e3` (write it in quotes: the precision is part of the fact) -> write `\"1e3\"`",
            "8:8 wrong-type: `p` must be a p-value in quotes, but is the number `0.05` (write it in quotes: the precision is part of the fact) -> write `\"0.05\"`",
            "9:23 wrong-type: `level` must be a decimal number in quotes, but is the number `95` (write it in quotes: the precision is part of the fact) -> write `\"95\"`",
            "9:43 wrong-type: `high` must be a decimal number in quotes, but is a list (write it without brackets) -> write `\"2\"`",
        ],
    );
}

#[test]
fn lists_and_single_values_are_told_apart() {
    check(
        Kind::Claim,
        &format!(
            "{SOUND}variations: One, two\nscope:\n  population: adult-men, hair-loss\n  intervention: needling\n  \
             comparator:\n  outcome: [hair-count]\nevidence: {{study: a, relation: supports}}\ncertainty: low\n"
        ),
        &[
            "4:13 wrong-type: `variations` must be a list, but is text (write it as a list, in brackets) -> write `[\"One, two\"]`",
            "6:15 wrong-type: `population` must be a list, but is text (write it as a list, in brackets) -> write `[adult-men, hair-loss]`",
            "7:17 wrong-type: `intervention` must be a list, but is text (write it as a list, in brackets) -> write `[needling]`",
            "8:3 wrong-type: `comparator` has no value: it must be a list (give it a value, or delete the field)",
            "9:12 wrong-type: `outcome` must be a key, but is a list (write it without brackets) -> write `hair-count`",
            "10:11 wrong-type: `evidence` must be a list, but is a mapping (begin each item with `- `)",
            "11:12 wrong-type: `certainty` must be a mapping of fields, but is text (write its fields: `level`, `start`, `downgrades` and `upgrades`)",
        ],
    );
}

#[test]
fn a_word_that_is_not_allowed_is_told_with_those_that_are() {
    check(
        Kind::Claim,
        "statement: S.\nkind: efficacious\nbasis: [speculative]\neffect: up\nevidence: [{study: a, relation: support, cited-as: gone}]\n",
        &[
            "2:7 invalid-value: `kind` must be one of `efficacy`, `harm`, `mechanism`, `association`, `prevalence`, `diagnosis`, \
             `prognosis`, `practice` or `state-of-evidence`, but is `efficacious` (did you mean `efficacy`?) -> write `efficacy`",
            "3:8 wrong-type: `basis` must be one of `evidence` or `speculative`, but is a list (write it without brackets) -> write `speculative`",
            "4:9 invalid-value: `effect` must be one of `increase`, `decrease`, `no-difference` or `unclear`, but is `up`",
            "5:33 invalid-value: `relation` must be one of `supports`, `disputes`, `qualifies` or `background`, but is `support` \
             (did you mean `supports`?) -> write `supports`",
            "5:52 invalid-value: `cited-as` must be `retracted`, but is `gone`",
        ],
    );
    check(
        Kind::Settings,
        "title = \"T\"\n[levels]\nall = \"eror\"\nfreshness = 3\n",
        &[
            "3:7 invalid-value: `all` must be one of `allow`, `warn` or `error`, but is `eror` (did you mean `error`?) -> write `error`",
            "4:13 wrong-type: `freshness` must be one of `allow`, `warn` or `error`, but is the number `3`",
        ],
    );
}

#[test]
fn dates_keys_and_bounds_are_told_in_their_own_words() {
    let key = "a key is lower-case letters and digits in words joined by single hyphens, such as `kumar-2018`";
    check(
        Kind::Claim,
        &format!(
            "{SOUND}note: ''\nscope: {{outcome: Hair count}}\nreview: {{by: A., on: 2023-02-30, due: 2023-2-3}}\n\
             certainty:\n  level: low\n  downgrades: [{{domain: imprecision, steps: -1, reason: R.}}]\nsuppress: [{{rule: r, until: 2024}}]\n"
        ),
        &[
            "4:7 invalid-value: `note` is blank (write something, or delete the field)",
            &format!("5:18 invalid-value: `Hair count` is not a key ({key})"),
            "6:22 invalid-value: `2023-02-30` is no day of the calendar (write it like `2026-11-22`)",
            "6:39 invalid-value: `2023-2-3` is not a day (write it like `2026-11-22`)",
            "9:45 invalid-value: `steps` must be at least 0, but is `-1`",
            "10:29 wrong-type: `until` must be a day, but is the number `2024` (write it like `2026-11-22`)",
        ],
    );
    let like = "write it like `2018`, `2018-10` or `2018-10-15`";
    check(
        Kind::Study,
        "report: {type: book, title: T, issued: 2018-13}\ndesign: rct\nstanding: [{event: retracted, on: 18}, {event: concern, on: [2018]}]\n\
         arms: {Combined Arm: {interventions: [a], n: \"24\"}, b: {interventions: [], n: 1e20}}\n",
        &[
            &format!("1:40 invalid-value: `2018-13` is not a date, as far as it is known ({like})"),
            &format!("3:35 invalid-value: `18` is not a date, as far as it is known ({like})"),
            "3:61 wrong-type: `on` must be a date, as far as it is known, but is a list (write it without brackets) -> write `2018`",
            &format!("4:8 invalid-value: `Combined Arm` is not a key ({key})"),
            "4:46 wrong-type: `n` must be a whole number, but is text (write it without quotes) -> write `24`",
            "4:79 invalid-value: `n` must be at most 9007199254740991, but is `1e20`",
        ],
    );
}

#[test]
fn an_author_is_judged_as_what_it_is_nearest_to() {
    check(
        Kind::Study,
        "report:\n  type: book\n  title: T\n  author:\n    - Kumar MK\n    - {famly: Kumar, given: M}\n    - {literal: The Group, given: M}\n    - {litral: The Group}\ndesign: rct\n",
        &[
            "5:7 wrong-type: item 1 of `author` must be a person or a group, but is text (a person has `family`, a group has `literal`)",
            "6:8 unknown-field: unknown field `famly` (did you mean `family`?; a person has `family`, a group has `literal`) -> rename it to `family`",
            "7:28 unknown-field: unknown field `given` (a person has `family`, a group has `literal`)",
            "8:8 unknown-field: unknown field `litral` (did you mean `literal`?; a person has `family`, a group has `literal`) -> rename it to `literal`",
        ],
    );
}

#[test]
fn every_fix_mends_what_it_is_offered_for() {
    let texts = [
        (
            Kind::Claim,
            "statment: S.\nkind: efficacious\nbasis: [evidence]\nvariations: One, two [three]\nscope: {population: a, outcome: 5}\n",
        ),
        (
            Kind::Claim,
            "statement: S.\nkind: harm\nbasis: evidence\nevidence: [{study: a, relation: support, cited_as: Retracted}]\nnote: true\n",
        ),
        (
            Kind::Study,
            "report: {type: journal, title: 2018, volume: 1.5, PMID: 1.0e7}\ndesign: rct\narms: {a: {interventions: b, n: \"24\"}}\n",
        ),
        (
            Kind::Settings,
            "title = 3\ncsl_style = \"a\"\nlanguage = [\"en\"]\n[coverage]\nfloor = \"95\"\n[levels]\nall = \"eror\"\n",
        ),
        (
            Kind::Article,
            "title: 2020\naudience: patient\nauthors: \"A. Writer\"\n",
        ),
    ];
    for (kind, text) in texts {
        let (before, _) = diagnostics(kind, text);
        let mut fixes = 0;
        for diagnostic in &before {
            let Some(fix) = &diagnostic.fix else { continue };
            let mut mended = text.to_owned();
            for edit in &fix.edits {
                mended.replace_range(edit.range.clone(), &edit.replacement);
            }
            let (after, _) = diagnostics(kind, &mended);
            let stays = after
                .iter()
                .any(|other| other.message == diagnostic.message);
            assert!(
                !stays && after.len() <= before.len(),
                "{}\n{mended}\n{after:?}",
                fix.title
            );
            fixes += 1;
        }
        assert!(fixes >= 3, "{text}");
    }
}

#[test]
fn a_record_with_thousands_of_mistakes_is_told_in_bounded_time() {
    let mut text = SOUND.to_owned() + "evidence:\n";
    for _ in 0..10_000 {
        text.push_str("  - {study: 12, relation: supports}\n");
    }
    let (found, _) = diagnostics(Kind::Claim, &text);
    assert_eq!(found.len(), 10_000);
    let fixes = found
        .iter()
        .filter(|diagnostic| diagnostic.fix.is_some())
        .count();
    assert!((1..100).contains(&fixes), "{fixes}");
}

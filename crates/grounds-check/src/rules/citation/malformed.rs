//! Something that looks like a citation and is read otherwise.

use grounds_load::Lookup;
use grounds_load::markdown::Fault;
use grounds_model::Level;

use crate::classify::locate::words_within;
use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ArticleAt;
use crate::suggest::replace;

pub(crate) static RULE: Rule = Rule {
    id: "citation/malformed",
    level: Level::Error,
    summary: "something looks like a citation but is not read as one",
    docs: include_str!("malformed.md"),
    check: Check::Article(check),
};

fn check(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    for fault in &at.article.prose.tree.faults {
        let Fault::MalformedCitation { range, reason } = fault else {
            continue;
        };
        let place = at.article.place(range.clone());
        let written: String = cx
            .sources()
            .text(place)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let diagnostic = cx
            .at(place, format!("`{written}` is no citation"))
            .label(*reason)
            .note("readers would see it as it is written, and what it cites would support nothing")
            .help(
                "write `[@key]`, `[@key, p. 3; see @other]`, `[-@key]`, or `@key` in the text; \
                 write `\\@` for the sign itself",
            );
        cx.report(diagnostic);
    }
    without_sign(cx, at);
}

/// Keys of studies in brackets that lack the `@`.
fn without_sign(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    let studies = &cx.set().studies;
    for sentence in &at.article.prose.sentences {
        // Also of a record that could not be read: that it is there is enough.
        let is_key = |key: &&str| !matches!(studies.look_up(key), Lookup::Absent);
        for key in keys_in_brackets(&sentence.text).filter(is_key) {
            let whole = at.article.place(sentence.range.clone());
            let written = format!("[{key}");
            // Where the bracket is escaped, it is meant as it stands.
            let Some(place) = words_within(whole, &written, cx.sources()) else {
                continue;
            };
            let title = format!("write `[@{key}`");
            let fix = replace(cx.sources(), place, &written, &format!("[@{key}"), title);
            let diagnostic = cx
                .at(place, format!("`{written}]` is no citation"))
                .label("a study has this key, and the `@` is missing")
                .note("readers would see it as it is written, and what it cites would support nothing")
                .help(format!("write `[@{key}]`"));
            cx.report(match fix {
                Some(fix) => diagnostic.fix(fix),
                None => diagnostic,
            });
        }
    }
}

/// What stands first in each bracket of a text, up to a comma or semicolon.
fn keys_in_brackets(text: &str) -> impl Iterator<Item = &str> {
    text.split('[').skip(1).filter_map(|bracket| {
        let (inside, _) = bracket.split_once(']')?;
        inside.split([',', ';']).next()
    })
}

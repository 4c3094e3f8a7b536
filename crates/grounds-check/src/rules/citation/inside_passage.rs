//! A citation inside the brackets of a passage, where only Pandoc reads it.

use std::ops::Range;

use grounds_diagnostics::{Edit, Fix};
use grounds_load::markdown::Fault;
use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::ArticleAt;

pub(crate) static RULE: Rule = Rule {
    id: "citation/inside-passage",
    level: Level::Error,
    summary: "a citation stands inside the brackets of a passage or span",
    docs: include_str!("inside_passage.md"),
    check: Check::Article(check),
};

fn check(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    for fault in &at.article.prose.tree.faults {
        let Fault::CitationInsideSpan { span, citation } = fault else {
            continue;
        };
        let text = cx.sources().get(at.article.file).text();
        let end = span.end.saturating_sub(1)..span.end;
        let mut diagnostic = cx
            .at(at.article.place(citation.clone()), "a citation stands inside a passage")
            .label("this is inside the brackets")
            .with(at.article.place(end), "it belongs behind this brace")
            .note("CommonMark allows no link within a link, so that other readers of the file lose one of the two")
            .help("move the citation behind the `}`");
        // A citation that is part of the sentence, `as @kumar-2018 found`, cannot just be moved.
        if text[citation.clone()].starts_with('[') {
            diagnostic = diagnostic.fix(Fix {
                title: "move the citation behind the passage".to_owned(),
                file: at.article.file,
                edits: moved(text, span, citation),
            });
        }
        cx.report(diagnostic);
    }
}

/// Takes the citation out, with the blank that parted it from the words, and puts it behind the
/// span.
fn moved(text: &str, span: &Range<usize>, citation: &Range<usize>) -> Vec<Edit> {
    let before = &text[span.start..citation.start];
    let blank_before = before.len() - before.trim_end().len();
    let after = &text[citation.end..span.end];
    let blank_after = after.len() - after.trim_start().len();
    let first = before.trim_end() == "[";
    let gone = if first {
        citation.start..citation.end + blank_after
    } else {
        citation.start - blank_before..citation.end
    };
    let put = Edit {
        range: span.end..span.end,
        replacement: format!(" {}", &text[citation.clone()]),
    };
    vec![
        Edit {
            range: gone,
            replacement: String::new(),
        },
        put,
    ]
}

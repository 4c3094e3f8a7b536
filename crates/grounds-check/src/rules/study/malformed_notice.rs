//! A row of the retraction list that cannot be read.

use grounds_diagnostics::Place;
use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Reads, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "study/malformed-notice",
    level: Level::Warn,
    summary: "a row of the retraction list about a study of the set cannot be read, or is there twice",
    docs: include_str!("malformed_notice.md"),
    check: Check::Set {
        check,
        reads: Reads::NOTHING,
    },
};

fn check(cx: &mut Context<'_>) {
    let Some(list) = cx.retractions() else {
        return;
    };
    for row in &list.broken {
        let place = match list.file {
            Some(file) => Place::new(file, row.range.clone()),
            None => cx.set().settings.place("/retractions"),
        };
        let diagnostic = cx
            .at(
                place,
                format!("line {} of the retraction list: {}", row.line, row.why),
            )
            .label("unlike the other rows")
            .help("the other rows were read; look this one up by hand");
        cx.report(diagnostic);
    }
}

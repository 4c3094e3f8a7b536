//! A retracted study that prose cites without telling the reader.

use grounds_load::Lookup;
use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::standings::{fallen, tells_retraction, with_event};
use crate::subject::CitationAt;

pub(crate) static RULE: Rule = Rule {
    id: "study/retracted-citation",
    level: Level::Error,
    summary: "an article cites a retracted study without saying that it was retracted",
    docs: include_str!("retracted_citation.md"),
    check: Check::Citation(check),
};

fn check(cx: &mut Context<'_>, at: CitationAt<'_>) {
    let citation = at.citation;
    match cx.set().studies.look_up(&citation.key) {
        Lookup::Found(_) => {}
        Lookup::Broken(_) => return cx.indeterminate(),
        Lookup::Absent => return,
    }
    let own = cx.set().studies.sound.get_key_value(citation.key.as_str());
    let Some(fallen) = own.and_then(|(key, _)| fallen(cx.set(), key)) else {
        return;
    };
    if tells_retraction(&at) {
        return;
    }
    let what = fallen.tie.as_ref().map_or_else(
        || "was retracted".to_owned(),
        |tie| format!("is {}", tie.what),
    );
    let message = format!("`{}` {what}, and readers are not told", citation.key);
    let mut diagnostic = cx.at(at.place(), message).label("cited as any other study");
    if let Some(tie) = fallen.tie {
        diagnostic = diagnostic.with(tie.place, tie.label);
    }
    let diagnostic = with_event(diagnostic, fallen.retracted, fallen.event)
        .note("a retracted result that is cited without a word goes on being believed")
        .help(format!(
            "take the citation out, or say it: in the sentence, or `[@{}, retracted]`",
            citation.key
        ));
    cx.report(diagnostic);
}

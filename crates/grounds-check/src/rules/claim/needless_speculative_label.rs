//! A passage labelled speculative that states a claim with evidence.

use grounds_diagnostics::{Edit, Fix, Place};
use grounds_load::Lookup;
use grounds_model::{Basis, Level};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::PassageAt;

pub(crate) static RULE: Rule = Rule {
    id: "claim/needless-speculative-label",
    level: Level::Warn,
    summary: "a passage is labelled speculative but states a claim that stands on evidence",
    docs: include_str!("needless_speculative_label.md"),
    check: Check::Passage(check),
};

fn check(cx: &mut Context<'_>, at: PassageAt<'_>) {
    let Some(written) = at
        .passage
        .claim
        .as_ref()
        .filter(|_| at.passage.labels.speculative)
    else {
        return;
    };
    let claim = match cx.set().claims.look_up(&written.text) {
        Lookup::Found(claim) => claim,
        Lookup::Broken(_) => return cx.indeterminate(),
        Lookup::Absent => return,
    };
    if claim.value.basis == Basis::Speculative {
        return;
    }
    let message = format!(
        "claim `{}` stands on evidence but is labelled speculative",
        written.text
    );
    let diagnostic = cx
        .at(at.place(), message)
        .label("readers are told that nothing is known of this")
        .with(claim.place("/basis"), "the claim has evidence");
    let diagnostic = match take_label(cx, at) {
        Some(fix) => diagnostic
            .help("take the label off, or say `basis: speculative` in the claim")
            .fix(fix),
        None => diagnostic.help(
            "take the label off what is around the passage, or say `basis: speculative` in the claim",
        ),
    };
    cx.report(diagnostic);
}

/// Takes the label out of the passage's own braces, with the blank beside it; `None` where it
/// stands on something around the passage.
fn take_label(cx: &Context<'_>, at: PassageAt<'_>) -> Option<Fix> {
    const LABEL: &str = ".speculative";
    let file = at.of.article.file;
    let claim = at.passage.claim.as_ref()?.range.clone();
    let text = cx.sources().get(file).text();
    let open = at.passage.range.start + text[at.passage.range.start..claim.start].rfind('{')?;
    let close = claim.end + text.get(claim.end..)?.find('}')?;
    let start = open + text[open..close].find(LABEL)?;
    let end = start + LABEL.len();
    let after = cx.sources().text(Place::new(file, end..close));
    let range = if after.starts_with(' ') {
        start..end + 1
    } else if text[open..start].ends_with(' ') {
        start - 1..end
    } else {
        start..end
    };
    Some(Fix {
        title: "take the label off".to_owned(),
        file,
        edits: vec![Edit {
            range,
            replacement: String::new(),
        }],
    })
}

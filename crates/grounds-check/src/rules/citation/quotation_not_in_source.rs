//! A quotation that no cited study has.

use grounds_model::Level;

use crate::context::Context;
use crate::quotations::{Quoted, judge, place_of};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "citation/quotation-not-in-source",
    level: Level::Error,
    summary: "a quotation is not in the stored text of a study that its sentence cites",
    docs: include_str!("quotation_not_in_source.md"),
    check: Check::Sentence(check),
};

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    for (words, judged) in judge(cx, at) {
        match judged {
            Quoted::Unknown => cx.indeterminate(),
            Quoted::Absent { nearest } => {
                let message = "no study that is cited here has these words".to_owned();
                let mut diagnostic = cx.at(place_of(cx, &at, words), message).label("quoted");
                if let Some((study, place)) = nearest {
                    diagnostic = diagnostic.with(place, format!("nearest to it in `{study}`"));
                }
                let diagnostic = diagnostic.help(
                    "copy the words as they are printed; leave words out with “…”, put your own in [brackets], \
                     or take the quotation marks away",
                );
                cx.report(diagnostic);
            }
            Quoted::Found | Quoted::Altered { .. } => {}
        }
    }
}

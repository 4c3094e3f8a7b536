//! A person's judgement of directness that says what is computed anyway.

use grounds_model::{Dimension, Level};

use crate::context::Context;
use crate::rule::{Check, Rule};
use crate::subject::EvidenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "fit/needless-judgement",
    level: Level::Warn,
    summary: "a judgement of directness says what is computed anyway",
    docs: include_str!("needless_judgement.md"),
    check: Check::Evidence(check),
};

fn check(cx: &mut Context<'_>, at: EvidenceAt<'_>) {
    let Some(appraisal) = at.of.appraisal(at.index) else {
        return;
    };
    for assessed in &appraisal.dimensions {
        let same = assessed
            .judged
            .as_ref()
            .is_some_and(|judged| judged.judgement == assessed.computed);
        if same {
            let field = field(assessed.dimension);
            let diagnostic = cx
                .at(
                    at.place(&format!("directness/{field}")),
                    "this is computed without a judgement",
                )
                .help("remove it: judgements are for what the records do not say");
            cx.report(diagnostic);
        }
    }
}

fn field(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Population => "population",
        Dimension::Intervention => "intervention",
        Dimension::Comparator => "comparator",
        Dimension::Outcome => "outcome",
        Dimension::Species => "species",
        Dimension::FollowUp => "follow-up",
    }
}

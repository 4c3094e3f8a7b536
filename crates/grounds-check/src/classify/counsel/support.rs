//! Support: findings that speak for a practice, or for the need of it: "these results support the use of", "our
//! data highlight the need for better care". Weak advice.

use super::research::is_done;
use super::{ACTIONS, PRACTICE, RESEARCH, after, subject};
use crate::classify::clause::Group;
use crate::classify::lexicon::Form;
use crate::classify::token::Token;

/// What speaks for a practice.
const FINDINGS: &[&str] = &[
    "analysis",
    "data",
    "evidence",
    "experience",
    "finding",
    "findings",
    "outcomes",
    "report",
    "result",
    "results",
    "review",
    "studies",
    "study",
    "they",
    "this",
    "trial",
    "trials",
    "we",
];

/// Verbs with which findings speak for a practice.
const SUPPORTING: &[&str] = &[
    "advocate",
    "encourage",
    "endorse",
    "favor",
    "favour",
    "justify",
    "reinforce",
    "support",
    "supports",
    "justifies",
    "reinforces",
    "endorses",
    "favors",
    "favours",
    "encourages",
    "advocates",
];

/// Verbs with which they point to a need.
pub(super) const POINTING: &[&str] = &[
    "emphasise",
    "emphasises",
    "emphasize",
    "emphasizes",
    "highlight",
    "highlighted",
    "highlights",
    "illustrate",
    "illustrates",
    "indicate",
    "indicates",
    "point",
    "points",
    "show",
    "stress",
    "suggest",
    "suggests",
    "underline",
    "underlines",
    "underscore",
    "underscores",
];

/// What is done with a practice.
const USES: &[&str] = &[
    "adoption",
    "expansion",
    "implementation",
    "inclusion",
    "incorporation",
    "integration",
    "introduction",
    "provision",
    "recommendation",
    "recommendations",
    "use",
];

/// `these results support the use of statins`
pub(super) fn supports_practice(tokens: &[Token], group: &Group) -> bool {
    let head = &tokens[group.head()];
    let ours = subject(tokens, group).iter().any(|it| it.is_any(FINDINGS));
    let object = after(tokens, group, 12);
    let research = object.iter().any(|it| RESEARCH.has(it) || is_done(it));
    let uses = object.iter().take(6).any(|it| it.is_any(USES));
    let needs = object
        .iter()
        .take(5)
        .any(|it| it.is_any(&["necessity", "need"]))
        && object.iter().any(|it| {
            PRACTICE.has(it)
                || matches!(ACTIONS.form(it), Some(Form::Base | Form::Participle)) && !it.is("be")
        });
    let supports = head.is_any(SUPPORTING) && (uses || needs);
    let points = head.is_any(POINTING) && needs;
    ours && !group.denied && !research && (supports || points)
}

//! Two values of a finding, each said of the other's arm.

use grounds_model::{Key, Level};
use grounds_numbers::quantity::Quantity;

use super::{place_of, with_known};
use crate::context::Context;
use crate::numbers::{Judged, Known};
use crate::rule::{Check, Rule};
use crate::subject::SentenceAt;

pub(crate) static RULE: Rule = Rule {
    id: "number/swapped-arms",
    level: Level::Error,
    summary: "the values of two arms are each said of the other arm",
    docs: include_str!("swapped_arms.md"),
    check: Check::Sentence(check),
};

/// A quantity that is the value of one arm of a finding.
struct OfArm<'a> {
    quantity: &'a Quantity,
    study: &'a str,
    known: &'a Known,
    finding: &'a Key,
    arm: &'a Key,
}

fn check(cx: &mut Context<'_>, at: SentenceAt<'_>) {
    let text = &at.sentence.text;
    let Some(judged) = at.compared().and_then(|c| c.quantities.as_ref()) else {
        return;
    };
    let values: Vec<OfArm<'_>> = judged.iter().filter_map(of_arm).collect();
    for pair in values.windows(2) {
        let [first, second] = pair else { continue };
        let same = first.study == second.study && first.finding == second.finding;
        if same && first.arm != second.arm && are_swapped(cx, text, first, second) {
            let place = place_of(cx, &at, first.quantity);
            let diagnostic = cx.at(
                place,
                format!(
                    "the values of arms `{}` and `{}` are swapped",
                    first.arm, second.arm
                ),
            );
            let diagnostic = with_known(cx, diagnostic, Some(first.study), first.known);
            let diagnostic = with_known(cx, diagnostic, Some(second.study), second.known)
                .help("put each value beside the arm that it belongs to");
            cx.report(diagnostic);
        }
    }
}

fn of_arm<'a>((quantity, judged): &'a (Quantity, Judged<'a>)) -> Option<OfArm<'a>> {
    let Judged::Found(sources) = judged else {
        return None;
    };
    // A number that stands in several places of the records can be any of them.
    let [(Some(study), known)] = sources.as_slice() else {
        return None;
    };
    let (finding, arm) = (known.finding()?, known.arm()?);
    Some(OfArm {
        quantity,
        study,
        known,
        finding,
        arm,
    })
}

/// Whether what only one arm had is named beside the other arm's value, and not beside its own.
fn are_swapped(cx: &Context<'_>, text: &str, first: &OfArm<'_>, second: &OfArm<'_>) -> bool {
    let Some(study) = cx.set().studies.get(first.study) else {
        return false;
    };
    let arms = &study.value.arms;
    let (Some(one), Some(other)) = (arms.get(first.arm), arms.get(second.arm)) else {
        return false;
    };
    let concepts = cx.appraiser().concepts();
    let only_first = concepts.without(&one.interventions, &other.interventions);
    let only_second = concepts.without(&other.interventions, &one.interventions);
    let lower = text.to_lowercase();
    let Some((beside_first, beside_second)) = lower
        .get(first.quantity.whole.end..second.quantity.number.start)
        .zip(lower.get(second.quantity.whole.end..))
    else {
        return false;
    };
    let beside_second = beside_second.split([';', '.']).next().unwrap_or_default();
    let names = |keys: &[&Key], words: &str| {
        keys.iter().any(|key| {
            let concept = concepts.get(key);
            concept.into_iter().any(|concept| {
                std::iter::once(&concept.label)
                    .chain(&concept.synonyms)
                    .any(|name| is_said(words, &name.as_str().to_lowercase()))
            })
        })
    };
    let crossed = |own: &[&Key], beside: &str, elsewhere: &str| {
        !own.is_empty() && !names(own, beside) && names(own, elsewhere)
    };
    crossed(&only_first, beside_first, beside_second)
        || crossed(&only_second, beside_second, beside_first)
}

/// Whether words name something, and not its absence.
fn is_said(words: &str, name: &str) -> bool {
    words.match_indices(name).any(|(start, _)| {
        let before = words[..start].trim_end();
        !["without", "no", "not", "than"]
            .iter()
            .any(|word| before.ends_with(word))
    })
}

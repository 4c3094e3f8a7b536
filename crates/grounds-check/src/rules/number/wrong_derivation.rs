//! A declared derivation that gives another number.

use grounds_diagnostics::Diagnostic;
use grounds_load::{Document, child};
use grounds_model::{Derivation, Key, Level, Named};
use grounds_numbers::Exact;

use crate::context::Context;
use crate::numbers::{compute, operand};
use crate::rule::{Check, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "number/wrong-derivation",
    level: Level::Error,
    summary: "a declared derivation gives another number when it is computed",
    docs: include_str!("wrong_derivation.md"),
    check: Check::Record {
        claim: |cx, at| check(cx, at.document, None, &at.claim().derivations),
        study: |cx, at| check(cx, at.document, Some(at.key), &at.study().derivations),
    },
};

/// Checks what a record derives; `own` is its key, if it is a study.
fn check<T>(
    cx: &mut Context<'_>,
    document: &Document<T>,
    own: Option<&Key>,
    derivations: &Named<Derivation>,
) {
    for diagnostic in of_record(cx, document, own, derivations) {
        cx.report(diagnostic);
    }
}

fn of_record<T>(
    cx: &Context<'_>,
    document: &Document<T>,
    own: Option<&Key>,
    derivations: &Named<Derivation>,
) -> Vec<Diagnostic> {
    let judge = |(key, derivation): (&Key, &Derivation)| {
        let pointer = child("/derivations", key.as_str());
        let mut starts = Vec::new();
        for (i, of) in derivation.of.iter().enumerate() {
            let Some(start) = operand(cx.set(), own, of) else {
                let place = document.place(&format!("{pointer}/of/{i}"));
                return Some(
                    cx.at(place, "no record has the number that this names")
                        .help("name a study, a finding, an arm and a number that the record has"),
                );
            };
            starts.push(start);
        }
        let place = document.place(&format!("{pointer}/value"));
        let result = match compute(derivation, &starts) {
            Ok(result) => result,
            Err(why) => {
                let message = format!("derivation `{key}` cannot be computed");
                let explain =
                    "see `grounds explain number/wrong-derivation` for what each method needs";
                return Some(cx.at(place, message).label(why).help(explain));
            }
        };
        let declared = Exact::read(derivation.value.as_str())?;
        if declared.is_rounded_from(result) {
            return None;
        }
        let shown = result.round_dp(declared.places().max(2)).normalize();
        Some(
            cx.at(
                place,
                format!("derivation `{key}` gives {shown}, not {declared}"),
            )
            .label("declared")
            .help("correct the value, the method or the numbers that it is computed from"),
        )
    };
    derivations.iter().filter_map(judge).collect()
}

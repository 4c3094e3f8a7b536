//! P-values of prose against those of the records: of the result that stands before them, of the outcome that the
//! words name, or of any.

use std::collections::BTreeSet;

use grounds_load::ContentSet;
use grounds_model::{Key, PValue};
use grounds_numbers::Exact;
use grounds_numbers::quantity::{Kind, Operator, Quantity};
use grounds_numbers::statistics::ReportedP;

use super::compare::{Fault, Judged};
use super::records::Numbers;

/// A p-value of a record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Recorded<'a> {
    /// The study.
    pub(crate) study: &'a str,
    /// Its finding.
    pub(crate) finding: &'a Key,
    /// The outcome of the finding.
    outcome: &'a Key,
    /// The p-value.
    pub(crate) p: &'a PValue,
}

/// The p-values of some studies.
pub(super) fn recorded<'a>(set: &'a ContentSet, studies: &BTreeSet<&'a str>) -> Vec<Recorded<'a>> {
    let of_study = |study: &&'a str| {
        let findings = set.studies.get(study).map(|found| &found.value.findings);
        let study = *study;
        findings
            .into_iter()
            .flatten()
            .filter_map(move |(finding, found)| {
                Some(Recorded {
                    study,
                    finding,
                    outcome: &found.outcome,
                    p: found.p.as_ref()?,
                })
            })
    };
    studies.iter().flat_map(of_study).collect()
}

/// Compares a p-value at a position among the quantities of a text, of which the others have been compared.
pub(super) fn judge<'a>(
    text: &str,
    at: usize,
    judged: &[(Quantity, Judged<'a>)],
    recorded: &[Recorded<'a>],
    set: &'a ContentSet,
    numbers: &Numbers<'a>,
) -> Judged<'a> {
    let quantity = &judged[at].0;
    let Kind::P(operator) = quantity.kind else {
        return Judged::Free;
    };
    let before = judged[..at].last();
    let start = before.map_or(0, |(quantity, _)| quantity.whole.end);
    let between = &text[start.min(quantity.number.start)..quantity.number.start];
    let clause = clause_before(text, quantity.number.start);
    // `(RR 0.50; 95% CI 0.34 to 0.74; P < .001)`: within brackets all is of one result.
    let open = clause.rfind('(') > clause.rfind(')') && !between.contains('(');
    let of_result = before
        .filter(|_| open || !is_parted(between))
        .map(|(_, judged)| outcomes_of(judged, set))
        .unwrap_or_default();
    let meant = if of_result.is_empty() {
        numbers
            .outcomes
            .named(clause, recorded.iter().map(|of| of.outcome))
    } else {
        of_result
    };
    let of_meant: Vec<&Recorded<'a>> = recorded
        .iter()
        .filter(|of| meant.contains(of.outcome))
        .collect();
    let candidates: Vec<&Recorded<'a>> = if of_meant.is_empty() {
        recorded.iter().collect()
    } else {
        of_meant
    };
    if candidates.iter().any(|of| states(operator, quantity, of.p)) {
        Judged::Found(Vec::new())
    } else {
        Judged::Fault(Fault::OtherP(candidates.first().copied().copied()))
    }
}

/// Whether words between a result and a p-value begin something else.
fn is_parted(between: &str) -> bool {
    [
        " and ",
        " but ",
        ";",
        " while ",
        " whereas ",
        " nor ",
        " or ",
        ". ",
        ": ",
    ]
    .iter()
    .any(|mark| between.contains(mark))
}

/// The outcomes of the findings that a number is a result of.
fn outcomes_of<'a>(judged: &Judged<'a>, set: &'a ContentSet) -> BTreeSet<&'a Key> {
    let Judged::Found(sources) = judged else {
        return BTreeSet::new();
    };
    let outcome = |(study, known): &(Option<&'a str>, super::Known)| {
        let study = &set.studies.get((*study)?)?.value;
        Some(&study.findings.get(known.finding()?)?.outcome)
    };
    sources.iter().filter_map(outcome).collect()
}

/// The clause that ends at a byte; what stands in brackets belongs to the one around it.
fn clause_before(text: &str, at: usize) -> &str {
    let before = &text[..at];
    let marks = [", and ", ", but ", " while ", " whereas ", " but "];
    let ends = marks
        .iter()
        .filter_map(|mark| Some(before.rfind(mark)? + mark.len()));
    let start = ends.max().unwrap_or(0);
    let inside = before.rfind('(') > before.rfind(')');
    let parted = before
        .rfind("; ")
        .filter(|_| !inside)
        .map_or(0, |at| at + 2);
    &before[start.max(parted)..]
}

/// Whether a p-value of prose follows from a reported one: the same, or an inequality that the
/// reported one fulfils.
fn states(operator: Operator, quantity: &Quantity, reported: &PValue) -> bool {
    let Some((least, most)) = ReportedP::read(reported.as_str()).map(ReportedP::range) else {
        return false;
    };
    let number = quantity.value.to_f64();
    let exact = !reported.as_str().starts_with(['<', '>']);
    let value = Exact::read(reported.as_str().trim_start_matches(['=', '<', '>']));
    // An exact p-value can be told from one just beside it; of an inequality only its range is known.
    let (low, high) = match value.filter(|_| exact) {
        Some(value) => (value.to_f64(), value.to_f64()),
        None => (least, most),
    };
    match operator {
        Operator::Equal => exact && value.is_some_and(|p| quantity.value.states(p)),
        Operator::Less => high < number || (!exact && high <= number),
        Operator::AtMost => high <= number,
        Operator::More => low > number || (!exact && low >= number),
        Operator::AtLeast => low >= number,
    }
}

//! P-values of prose against those of the records: of the result that stands before them, of the outcome that the
//! words name, or of any.

use std::collections::BTreeSet;

use grounds_evidence::Duration;
use grounds_load::ContentSet;
use grounds_model::{Finding, Key, PValue};
use grounds_numbers::quantity::{Kind, Operator, Precision, Quantity};
use grounds_numbers::{Exact, Unit};

use super::compare::{Fault, Judged};
use super::heads::Heads;
use super::known::Field;
use super::records::Numbers;

/// A p-value of a record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Recorded<'a> {
    /// The study.
    pub(crate) study: &'a str,
    /// Its finding.
    pub(crate) key: &'a Key,
    /// The same.
    finding: &'a Finding,
    /// The p-value.
    pub(crate) p: &'a PValue,
}

/// A finding, with the study and the name that it has there.
type Result<'a> = (&'a str, &'a Key, &'a Finding);

/// The p-values of some studies.
pub(crate) fn recorded<'a>(set: &'a ContentSet, studies: &BTreeSet<&'a str>) -> Vec<Recorded<'a>> {
    let of_study = |study: &&'a str| {
        let findings = set.studies.get(study).map(|found| &found.value.findings);
        let study = *study;
        let all = findings.into_iter().flatten();
        all.filter_map(move |(key, finding)| {
            let p = finding.p.as_ref()?;
            Some(Recorded {
                study,
                key,
                finding,
                p,
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
    heads: Heads<'_>,
    numbers: &Numbers<'a>,
) -> Judged<'a> {
    let quantity = &judged[at].0;
    if is_threshold(text, quantity) {
        return Judged::Free;
    }
    let results = results_before(text, at, judged, numbers, recorded);
    let mut meant: Vec<Recorded<'a>> = results
        .iter()
        .flat_map(|result| of_result(result, recorded))
        .collect();
    if meant.is_empty() {
        meant = of_named(text, quantity.number.start, recorded, heads, numbers);
    }
    let all = list_is_compared(text, quantity);
    let fits = |of: &&Recorded<'a>| states(quantity, of.p, all);
    if meant.iter().any(|of| fits(&of)) {
        return Judged::Found(Vec::new());
    }
    let same_number = |of: &&Recorded<'a>| number_of(of.p) == Some(quantity.value);
    let nearest = meant.iter().find(same_number).or(meant.first());
    Judged::Fault(Fault::OtherP {
        meant: nearest.copied(),
        elsewhere: recorded.iter().find(fits).copied(),
    })
}

/// Whether a number is the level below which a result counts as significant, and no result.
fn is_threshold(text: &str, quantity: &Quantity) -> bool {
    let after = text.get(quantity.whole.end..).unwrap_or_default();
    let words = after.split_whitespace().take(9);
    let after = words.collect::<Vec<_>>().join(" ").to_lowercase();
    let counted = [
        "considered",
        "taken",
        "regarded",
        "deemed",
        "defined",
        "denoted",
        "indicated",
        "counted",
    ];
    after.contains("significan") && counted.iter().any(|word| after.contains(word))
}

/// The findings of which the numbers before a p-value are results: of the nearest that is one, up to where something
/// else begins.
fn results_before<'a>(
    text: &str,
    at: usize,
    judged: &[(Quantity, Judged<'a>)],
    numbers: &Numbers<'a>,
    recorded: &[Recorded<'a>],
) -> Vec<Result<'a>> {
    let start = judged[at].0.number.start;
    let clause = clause_before(text, start);
    // `(RR 0.50; 95% CI 0.34 to 0.74; P < .001)`: within brackets all is of one result.
    let open = clause.rfind('(') > clause.rfind(')');
    for (quantity, judged) in judged[..at].iter().rev() {
        let between = text.get(quantity.whole.end..start).unwrap_or_default();
        let together = (open && !between.contains('(')) || !is_parted(between);
        if quantity.is_p() || !together {
            break;
        }
        if quantity.unit.as_ref().is_some_and(Unit::is_time) {
            continue;
        }
        let results = results_of(judged, numbers.set());
        if results.is_empty() {
            continue;
        }
        // `Pressure fell by 8.2 mmHg, and stroke was rarer (p = 0.04)`.
        let outcomes = recorded.iter().map(|of| &of.finding.outcome);
        let named = numbers.outcomes.named(between, outcomes);
        let same = |(_, _, finding): &Result<'_>| named.contains(&finding.outcome);
        let other = !named.is_empty() && !results.iter().any(same);
        return if other { Vec::new() } else { results };
    }
    Vec::new()
}

/// The findings that a number is a result of, or follows from by a declared derivation.
fn results_of<'a>(judged: &Judged<'a>, set: &'a ContentSet) -> Vec<Result<'a>> {
    let Judged::Found(sources) = judged else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (study, known) in sources {
        let Some((name, document)) = study.and_then(|study| Some((study, set.studies.get(study)?)))
        else {
            continue;
        };
        let findings = &document.value.findings;
        let mut add = |key: &Key| {
            found.extend(
                findings
                    .get_key_value(key)
                    .map(|(key, finding)| (name, key, finding)),
            );
        };
        if let Some(key) = known.finding() {
            add(key);
        } else if let Field::Derivation(key) = &known.field {
            let derivation = document.value.derivations.get(key);
            let of = derivation.into_iter().flat_map(|derivation| &derivation.of);
            of.filter_map(|operand| operand.finding.as_ref())
                .for_each(&mut add);
        }
    }
    found
}

/// The p-values that may be said of a result: its own; else those of the same outcome at the same time between the same
/// arms, for a record may have the values of arms in one finding and what compares them in another; else those of the
/// same outcome.
fn of_result<'a>(result: &Result<'a>, recorded: &[Recorded<'a>]) -> Vec<Recorded<'a>> {
    let (study, key, finding) = *result;
    let select = |wanted: &dyn Fn(&Recorded<'a>) -> bool| -> Vec<Recorded<'a>> {
        let all = recorded.iter().filter(|of| of.study == study && wanted(of));
        all.copied().collect()
    };
    let own = |of: &Recorded<'a>| of.key == key;
    if finding.p.is_some() && finding.estimate.is_some() {
        return select(&own);
    }
    let beside = select(&|of| own(of) || is_beside(finding, of.finding));
    if beside.is_empty() {
        select(&|of| of.finding.outcome == finding.outcome)
    } else {
        beside
    }
}

/// Whether two findings are of one outcome, at one time, and between the same arms, as far as they say.
fn is_beside(one: &Finding, other: &Finding) -> bool {
    fn agree<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
        one.zip(other).is_none_or(|(one, other)| one == other)
    }
    one.outcome == other.outcome
        && agree(one.at.as_ref(), other.at.as_ref())
        && agree(one.contrast.as_ref(), other.contrast.as_ref())
}

/// The p-values of the outcomes that the words before a byte name, else those that the heads of a table name, at the time
/// that they name; else all.
fn of_named<'a>(
    text: &str,
    at: usize,
    recorded: &[Recorded<'a>],
    heads: Heads<'_>,
    numbers: &Numbers<'a>,
) -> Vec<Recorded<'a>> {
    let clause = clause_before(text, at);
    let named = [clause, heads.row, heads.column]
        .into_iter()
        .find_map(|words| {
            let outcomes = recorded.iter().map(|of| &of.finding.outcome);
            let named = numbers.outcomes.named(words, outcomes);
            (!named.is_empty()).then_some(named)
        });
    let Some(named) = named else {
        return recorded.to_vec();
    };
    let of_outcome: Vec<Recorded<'a>> = recorded
        .iter()
        .filter(|of| named.contains(&of.finding.outcome))
        .copied()
        .collect();
    let times: Vec<Duration> = grounds_numbers::quantity::quantities(clause)
        .iter()
        .filter(|quantity| quantity.unit.as_ref().is_some_and(Unit::is_time))
        .filter_map(|quantity| Duration::read(&clause[quantity.whole.clone()]))
        .collect();
    let is_then = |of: &&Recorded<'a>| {
        let then = of
            .finding
            .at
            .as_ref()
            .and_then(|at| Duration::read(at.as_str()));
        then.is_some_and(|then| {
            times
                .iter()
                .any(|time| time.reaches(then) && then.reaches(*time))
        })
    };
    let then: Vec<Recorded<'a>> = of_outcome.iter().filter(is_then).copied().collect();
    if then.is_empty() { of_outcome } else { then }
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

/// Whether a number is what all of several p-values are compared with: `P values were below 0.05`.
fn list_is_compared(text: &str, quantity: &Quantity) -> bool {
    let before = text[..quantity.number.start].trim_end().to_lowercase();
    let compared = ["below", "above", "than", "under", "over"];
    let plural = before.contains("p-values") || before.contains("p values");
    plural && compared.iter().any(|word| before.ends_with(word))
}

/// The number of a reported p-value, without its operator.
pub(crate) fn number_of(reported: &PValue) -> Option<Exact> {
    Exact::read(reported.as_str().trim_start_matches(['=', '<', '>', ' ']))
}

/// Whether a p-value of prose is a reported one, with its operator. Where several are compared with one number at once, it
/// need only be true of this one.
fn states(quantity: &Quantity, reported: &PValue, compared: bool) -> bool {
    let (Kind::P(operator), Some(number)) = (quantity.kind, number_of(reported)) else {
        return false;
    };
    let (said, rounded) = (quantity.value, quantity.precision == Precision::Rounded);
    let (here, there) = (said.value(), number.value());
    let (less, more) = (
        reported.as_str().starts_with('<'),
        reported.as_str().starts_with('>'),
    );
    match operator {
        Operator::Equal => {
            !less && !more && (said.states(number) || (rounded && said.is_rounded_from(there)))
        }
        Operator::Less | Operator::AtMost => {
            (less && said.states(number)) || (compared && !more && there < here)
        }
        Operator::More | Operator::AtLeast => {
            (more && said.states(number)) || (compared && !less && there > here)
        }
    }
}

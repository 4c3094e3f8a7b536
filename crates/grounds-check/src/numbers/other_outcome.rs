//! Values that are said of another outcome than the one of which the records have them.

use std::collections::BTreeSet;

use grounds_evidence::Concepts;
use grounds_model::{Key, Study};
use grounds_numbers::quantity::{Kind, Quantity};

use super::beside::Nearness;
use super::compare::{Fault, judge, same_unit};
use super::heads::title_of;
use super::naming::{Cited, Naming};
use super::outcomes::NamedOutcome;
use super::{Judged, Known, Numbers, Said};

/// A value that is said of an outcome of which no record has it.
#[derive(Debug)]
pub(crate) struct OfOutcome<'s> {
    pub(crate) quantity: &'s Quantity,
    pub(crate) study: &'s str,
    /// The number that the record has.
    pub(crate) known: &'s Known,
    /// The outcome that the record has it of.
    pub(crate) is_of: &'s Key,
    /// The outcome that the words name.
    pub(crate) said: &'s Key,
    /// A finding of that outcome with a number of the same kind.
    pub(crate) finding: &'s Key,
}

/// A value that the records have, with the outcomes of which they have it.
struct Value<'s> {
    quantity: &'s Quantity,
    study: &'s str,
    known: &'s Known,
    outcomes: BTreeSet<&'s Key>,
}

/// The values of some words that are said of another outcome.
pub(crate) fn said_of_others<'s, 'a: 's>(
    said: &Said<'s, 'a>,
    numbers: &Numbers<'a>,
    concepts: &Concepts<'a>,
) -> Vec<OfOutcome<'s>> {
    let values = said.judged.iter();
    let values: Vec<Value<'s>> = values.filter_map(|of| value(of, numbers)).collect();
    if values.is_empty() {
        return Vec::new();
    }
    let studies = said.grounds.studies.iter();
    let cited = Cited::of(studies.filter_map(|key| numbers.record(key)), concepts);
    let places = said
        .judged
        .iter()
        .map(|(quantity, _)| quantity.whole.clone());
    let is_own = |named: &NamedOutcome<'a>| {
        let mut all = values.iter();
        all.all(|value| value.outcomes.contains(named.outcome))
    };
    let Some(naming) = Naming::of(said.text, places, &cited, numbers, &is_own) else {
        return Vec::new();
    };
    if naming.tells_of_others() || naming.lower.contains("respectively") {
        return Vec::new();
    }
    let reader = Reader {
        said,
        numbers,
        cited: &cited,
        naming: &naming,
    };
    let head = naming.outcomes.is_empty().then(|| reader.of_head());
    let of_value = |value: &Value<'s>| {
        let said = match head {
            Some(head) => head?,
            None => reader.named_beside(value)?,
        };
        reader.is_of_another(value, said)
    };
    values.iter().filter_map(of_value).collect()
}

/// What is needed to tell of which outcome a value is said.
struct Reader<'r, 's, 'a> {
    said: &'r Said<'s, 'a>,
    numbers: &'r Numbers<'a>,
    cited: &'r Cited<'r, 'a>,
    naming: &'r Naming<'a>,
}

impl<'s, 'a: 's> Reader<'_, 's, 'a> {
    /// The one outcome that a value is said of; `None` where it may be its own.
    fn named_beside(&self, value: &Value<'s>) -> Option<&'a Key> {
        let (words, named) = (self.naming.words(), &self.naming.outcomes);
        let place = &value.quantity.whole;
        // Of `nine in ten infections` the name is what the share is of.
        let is_share = matches!(value.quantity.kind, Kind::In(_));
        let is_base = |of: &NamedOutcome<'a>| {
            let between = words.text.get(place.end..of.words.start);
            is_share && between.is_some_and(|between| between.trim().is_empty())
        };
        let near =
            |of: &'_ NamedOutcome<'a>| words.nearness(&of.words, place).filter(|_| !is_base(of));
        let mut beside = named.iter().filter_map(|of| Some((of, near(of)?)));
        let (first, nearness) = beside.next()?;
        if beside.any(|(other, _)| other.outcome != first.outcome) {
            return None;
        }
        let name = &words.text[first.words.clone()];
        if value
            .outcomes
            .iter()
            .any(|own| self.numbers.outcomes.may_be_called(own, name))
        {
            return None;
        }
        let is_own = |of: &&NamedOutcome<'a>| {
            value
                .outcomes
                .iter()
                .any(|own| self.cited.are_related(own, of.outcome))
        };
        let own: Vec<_> = named.iter().filter(is_own).collect();
        if own.is_empty() {
            let hinted = value.outcomes.iter().any(|own| {
                self.numbers
                    .outcomes
                    .is_hinted_at(own, first.outcome, words.text)
            });
            return (!hinted).then_some(first.outcome);
        }
        // `Stroke 11%, cough 4.5%`: both are named, each right beside a value.
        let of_other = |own: &&NamedOutcome<'a>| {
            let mut others = self
                .said
                .judged
                .iter()
                .filter(|(quantity, _)| quantity.whole != *place);
            others.any(|(other, _)| {
                words.nearness(&own.words, &other.whole) == Some(Nearness::Beside)
            })
        };
        (nearness == Nearness::Beside && own.iter().all(of_other)).then_some(first.outcome)
    }

    /// The finding that shows that a value is not of the outcome that the words name.
    fn is_of_another(&self, value: &Value<'s>, said: &'a Key) -> Option<OfOutcome<'s>> {
        if value
            .outcomes
            .iter()
            .any(|own| self.cited.are_related(own, said))
        {
            return None;
        }
        let absolute = self.said.text.to_lowercase().contains("absolute");
        let of_study = self.numbers.study(value.study);
        let findings = &self.numbers.record(value.study)?.findings;
        // Of an outcome that was measured in another way the words may well say something else.
        let is_alike = |known: &&Known| {
            let comparable = same_unit(value.quantity, known, absolute)
                || (known.among.is_some()
                    && value.known.is_share_of_people()
                    && value.known.arm().is_some());
            let finding = known.finding().and_then(|key| findings.get(key));
            comparable
                && (known.is_main_result() || known.is_result_of_arm())
                && finding.is_some_and(|finding| finding.outcome == *said)
        };
        let finding = of_study.iter().find(is_alike)?.finding()?;
        let (finding, _) = findings.get_key_value(finding)?;
        let record = self.numbers.record(value.study)?;
        let is_of = outcomes_of(record, value.known).into_iter().next()?;
        self.is_absent_from(value.quantity, said)
            .then_some(OfOutcome {
                quantity: value.quantity,
                study: value.study,
                known: value.known,
                is_of,
                said,
                finding,
            })
    }

    /// Whether a value neither is in the findings of an outcome nor follows from them.
    fn is_absent_from(&self, quantity: &Quantity, said: &Key) -> bool {
        let only = |study: &&'a Study| {
            let mut only = Study::clone(study);
            only.findings = study
                .findings
                .only(|finding| self.cited.are_related(&finding.outcome, said));
            only
        };
        let studies: Vec<Study> = self.cited.studies.iter().map(only).collect();
        let studies: Vec<&Study> = studies.iter().collect();
        let known = self.said.grounds.studies.iter().flat_map(|key| {
            let all = self.numbers.study(key);
            let record = self.numbers.record(key);
            let of_finding = |known: &&Known| {
                let findings = record.map(|study| outcomes_of(study, known));
                findings.is_some_and(|all| {
                    all.iter()
                        .any(|outcome| self.cited.are_related(outcome, said))
                })
            };
            all.iter().filter(of_finding).cloned().collect::<Vec<_>>()
        });
        let known: Vec<Known> = known.collect();
        let known: Vec<_> = known.iter().map(|known| (None, known)).collect();
        let judged = judge(self.said.text, quantity, &known, &studies);
        matches!(judged, Judged::Fault(Fault::Absent))
    }

    /// The outcome that the head of a row or of a column names, if it names nothing else.
    fn of_head(&self) -> Option<&'a Key> {
        let heads = [self.said.heads.row, self.said.heads.column];
        heads.into_iter().find_map(|head| {
            let lower = title_of(head);
            let end = lower
                .find([',', '(', '[', ';', ':', '%'])
                .unwrap_or(lower.len());
            let title = lower[..end].trim();
            let named = self
                .numbers
                .outcomes
                .places(title, &self.cited.measured, &[]);
            let [only] = named.as_slice() else {
                return None;
            };
            (only.words == (0..title.len())).then_some(only.outcome)
        })
    }
}

/// A number that the records have as a result, with the outcomes of which they have it; `None` where it may be none.
fn value<'s, 'a: 's>(
    (quantity, judged): &'s (Quantity, Judged<'a>),
    numbers: &Numbers<'a>,
) -> Option<Value<'s>> {
    let Judged::Found(sources) = judged else {
        return None;
    };
    let mut outcomes = BTreeSet::new();
    for (study, known) in sources {
        let of = outcomes_of(numbers.record((*study)?)?, known);
        if of.is_empty() {
            return None;
        }
        outcomes.extend(of);
    }
    let is_told = |known: &Known| {
        known.is_main_result() || known.is_result_of_arm() || known.derivation().is_some()
    };
    let (study, known) = sources.iter().find(|(_, known)| is_told(known))?;
    Some(Value {
        quantity,
        study: (*study)?,
        known,
        outcomes,
    })
}

/// The outcomes of which a study has a number: that of its finding, or of the findings that it is derived from.
pub(super) fn outcomes_of<'a>(study: &'a Study, known: &Known) -> BTreeSet<&'a Key> {
    let derivation = known
        .derivation()
        .and_then(|key| study.derivations.get(key));
    let of = derivation.into_iter().flat_map(|derivation| &derivation.of);
    let derived = of
        .filter(|operand| operand.study.is_none())
        .filter_map(|operand| operand.finding.as_ref());
    let findings = known.finding().into_iter().chain(derived);
    findings
        .filter_map(|key| Some(&study.findings.get(key)?.outcome))
        .collect()
}

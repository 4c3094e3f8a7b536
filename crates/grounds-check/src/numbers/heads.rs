//! What stands over a cell of a table and at the beginning of its row, or before a list, and what it says of the numbers there.

use grounds_evidence::Concepts;
use grounds_load::{Prose, Setting};
use grounds_model::Study;
use grounds_numbers::quantity::{self, HeadingBase, Kind, Quantity};

use rust_decimal::Decimal;

use super::arm_heads::names_arm;
use super::compare::{Compared, Fault, Judged, kept};
use super::{Without, follows};

/// What stands over a cell of a table and at the beginning of its row, and before the items of a list; nothing of other words.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Heads<'t> {
    pub(crate) column: &'t str,
    pub(crate) row: &'t str,
    /// The head of the first column: `Out of 1,000 women`.
    corner: &'t str,
    /// The sentence that a list completes, or the next sentence: `Of every 1,000 women:`, `Imagine 1,000 women.`
    pub(super) lead: &'t str,
    /// Whether they are said of a cell.
    is_in_table: bool,
}

/// How many items back the words before a list are looked for.
const ITEMS: usize = 24;

impl<'t> Heads<'t> {
    /// Of a sentence, by its position.
    pub(crate) fn of(prose: &'t Prose, sentence: usize) -> Self {
        let text = |at: Option<usize>| {
            let sentence = at.and_then(|at| prose.sentences.get(at));
            sentence.map_or("", |sentence| sentence.text.as_str())
        };
        let cell = prose.cells.get(&sentence).copied().unwrap_or_default();
        let first = cell.row.and_then(|row| prose.cells.get(&row));
        Self {
            column: text(cell.head),
            row: text(cell.row),
            corner: text(first.and_then(|first| first.head)),
            lead: lead(prose, sentence)
                .or_else(|| supposing(prose, sentence))
                .unwrap_or_default(),
            is_in_table: prose.cells.contains_key(&sentence),
        }
    }

    /// Whether there are any over a cell or before it.
    pub(super) fn are_there(self) -> bool {
        !(self.column.is_empty() && self.row.is_empty())
    }

    /// The quantities of a text that stands under these.
    pub(super) fn quantities(self, text: &str) -> Vec<Quantity> {
        let mut found = quantity::quantities(text);
        // Most cells have no number.
        if found.is_empty() {
            return found;
        }
        let both = [self.column, self.row];
        if both.into_iter().any(quantity::is_heading_of_p) {
            quantity::read_as_p_values(text, &mut found);
        }
        let sense = both.into_iter().find_map(quantity::change_in_heading);
        for quantity in found.iter_mut().filter(|found| found.sense.is_none()) {
            quantity.sense = sense;
        }
        found
    }

    /// Reads counts as out of as many people as these say.
    pub(super) fn read_bases(
        self,
        text: &str,
        found: &mut [Quantity],
        known: &[Compared<'_, '_>],
        records: &[&Study],
        concepts: &Concepts<'_>,
    ) {
        let is_group = |base: &HeadingBase| {
            !base.is_every && known.iter().any(|(_, known)| known.counts(base.of))
        };
        let base = |heading: &str| quantity::base_of_heading(heading).filter(|of| !is_group(of));
        if let Some(base) = base(self.lead) {
            // `3 had a blood clot`: what the item begins with.
            let first = found.first();
            let first = first.filter(|first| quantity::begins_with_people(text, first));
            let up_to = first.map_or(0, |first| first.number.start + 1);
            quantity::read_as_out_of(text, found, base.of, up_to);
            // `38 of 100 on insulin`: as many others are supposed.
            let others = found.iter_mut().filter(|of| of.value == base.of);
            for quantity in others.filter(|of| of.unit.is_none()) {
                quantity.kind = Kind::Bare;
            }
        }
        if self.is_in_table
            && let Some(of) = quantity::base_of_heading(text)
        {
            // `How many in 1,000 have a stroke?` heads a row.
            for quantity in found
                .iter_mut()
                .filter(|one| of.is_every && one.value == of.of)
            {
                quantity.kind = Kind::Bare;
            }
        }
        if self.row.is_empty() {
            return;
        }
        let beside = || {
            let of_arm = || {
                let mut records = records.iter();
                records.any(|study| names_arm(self.column, study, concepts))
            };
            [self.corner, self.row]
                .into_iter()
                .find_map(base)
                .filter(|_| of_arm() || self.is_of_differences())
        };
        if let Some(base) = base(self.column).or_else(beside) {
            quantity::read_as_out_of(text, found, base.of, text.len());
        }
    }

    /// Whether a cell stands in a column of differences, which its words tell the way of: `18 fewer`.
    fn is_of_differences(self) -> bool {
        self.column.to_lowercase().contains("difference")
    }

    /// Accepts what only these make right.
    pub(super) fn accept<'a>(
        self,
        judged: &mut [(Quantity, Judged<'a>)],
        known: &[Compared<'a, '_>],
        records: &[&Study],
    ) {
        if self.are_there() {
            self.accept_rests(judged, known);
            self.accept_differences(judged, records);
        }
    }

    /// Accepts how many more or fewer had an outcome in one arm than in another, in a column of differences: the cells beside
    /// it have the two.
    fn accept_differences(self, judged: &mut [(Quantity, Judged<'_>)], records: &[&Study]) {
        if !self.is_of_differences() {
            return;
        }
        for (quantity, judged) in judged {
            let Kind::In(of) = quantity.kind else {
                continue;
            };
            let fault = matches!(judged, Judged::Fault(Fault::Absent | Fault::Rounded(_)));
            let follows = |study: &&Study| is_difference(quantity, of.value(), study);
            if fault && quantity.sense.is_some() && records.iter().any(follows) {
                *judged = Judged::Found(Vec::new());
            }
        }
    }

    /// Accepts numbers of those who had not what happened to others, where the row or the column tells of them: `Had no clot`.
    fn accept_rests<'a>(self, judged: &mut [(Quantity, Judged<'a>)], known: &[Compared<'a, '_>]) {
        let faulty = |judged: &Judged<'_>| {
            matches!(
                judged,
                Judged::Fault(Fault::Absent | Fault::Rounded(_) | Fault::OtherUnit(_))
            )
        };
        if !judged.iter().any(|(_, judged)| faulty(judged)) {
            return;
        }
        for head in [self.row, self.column] {
            let without = Without::said(head);
            if without == Without::Nobody {
                continue;
            }
            for (quantity, judged) in judged.iter_mut().filter(|(_, judged)| faulty(judged)) {
                let is_rest = |(_, of): &&Compared<'a, '_>| match quantity.kind {
                    Kind::In(whole) => {
                        follows::is_share(head, quantity, whole, of, without.is_of(of))
                    }
                    _ => follows::is_rest_of(head, quantity, of),
                };
                let found: Vec<_> = known.iter().filter(is_rest).map(kept).collect();
                if !found.is_empty() {
                    *judged = Judged::Found(found);
                }
            }
        }
    }
}

/// A head in small letters, without the people of whom it speaks: `strokes` of `Strokes per 1,000 people`.
pub(super) fn title_of(head: &str) -> String {
    let mut lower = head.to_lowercase();
    if let Some(base) = quantity::base_of_heading(&lower) {
        lower.replace_range(base.words, "");
    }
    lower
}

/// Whether a number is what two arms of a study are apart in some outcome, out of so many people.
fn is_difference(quantity: &Quantity, of: Decimal, study: &Study) -> bool {
    let said = quantity.value.value();
    study.findings.values().any(|finding| {
        let counted = finding.events.iter().filter_map(|(arm, events)| {
            let n = finding.n.get(arm).copied();
            let n = n.or_else(|| study.arms.get(arm)?.n)?;
            let share = Decimal::from(events.get()).checked_div(Decimal::from(n.get()))?;
            share.checked_mul(of)
        });
        let counted: Vec<Decimal> = counted.collect();
        let mut pairs = counted
            .iter()
            .flat_map(|one| counted.iter().map(move |other| one - other));
        // Each of the two is rounded.
        pairs.any(|apart| (apart - said).abs() < Decimal::ONE)
    })
}

/// The sentence before another that supposes those of whom it tells: `Imagine 1,000 women.`
fn supposing(prose: &Prose, sentence: usize) -> Option<&str> {
    let of_prose = |at: usize| {
        let sentence = prose.sentences.get(at);
        sentence.filter(|sentence| sentence.setting == Setting::Paragraph)
    };
    of_prose(sentence)?;
    let text = of_prose(sentence.checked_sub(1)?)?.text.as_str();
    let supposes = ["Imagine ", "Picture ", "Suppose ", "Think of "];
    supposes
        .iter()
        .any(|word| text.starts_with(word))
        .then_some(text)
}

/// The sentence before a list that the items complete: it ends with a colon.
fn lead(prose: &Prose, item: usize) -> Option<&str> {
    let is_item = |at: usize| {
        let sentence = prose.sentences.get(at);
        sentence.is_some_and(|sentence| sentence.setting == Setting::ListItem)
    };
    if !is_item(item) {
        return None;
    }
    let first = item.saturating_sub(ITEMS);
    let before = (first..item).rev().find(|at| !is_item(*at))?;
    let text = prose.sentences.get(before)?.text.trim_end();
    text.ends_with(':').then_some(text)
}

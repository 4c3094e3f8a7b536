//! How the checks of each record ended, in few bytes, and what they come to together.

use std::collections::BTreeMap;

use grounds_diagnostics::Tally;

use super::Owner;
use crate::coverage::Share;
use crate::rules::RULES;
use crate::runner::Ended;

/// How the checks of one owner ended.
#[derive(Debug, Default)]
pub(super) struct Count {
    /// Of each rule that looked at it, by the rule's position: passed, failed, indeterminate.
    of_rules: Box<[(u16, [u32; 3])]>,
    /// How many evidence lines are direct in every dimension.
    direct: Share,
}

impl Count {
    /// Of the rules at their positions.
    pub(super) fn of<'e>(ended: impl Iterator<Item = (usize, &'e Ended)>, direct: Share) -> Self {
        let of_rules = ended.filter_map(|(position, ended)| {
            let tally = ended.tally;
            let count = [tally.passed, tally.failed, tally.indeterminate];
            let count = count.map(|many| u32::try_from(many).unwrap_or(u32::MAX));
            let position = u16::try_from(position).ok()?;
            (count != [0; 3]).then_some((position, count))
        });
        Self {
            of_rules: of_rules.collect(),
            direct,
        }
    }
}

/// How all checks ended.
#[derive(Debug)]
pub(super) struct Counts {
    owners: BTreeMap<Owner, Count>,
    /// What they come to, by the positions of the rules.
    all: Vec<[usize; 3]>,
    direct: Share,
}

impl Counts {
    pub(super) fn new() -> Self {
        Self {
            owners: BTreeMap::new(),
            all: vec![[0; 3]; RULES.len()],
            direct: Share::default(),
        }
    }

    /// Puts how the checks of an owner ended in the place of how they ended before.
    pub(super) fn replace(&mut self, owner: &Owner, now: Count) {
        for (position, count) in &now.of_rules {
            for (sum, part) in self.all[usize::from(*position)].iter_mut().zip(count) {
                *sum += *part as usize;
            }
        }
        self.direct = self.direct.and(now.direct);
        let Some(former) = self.owners.insert(owner.clone(), now) else {
            return;
        };
        for (position, count) in &former.of_rules {
            for (sum, part) in self.all[usize::from(*position)].iter_mut().zip(count) {
                *sum -= *part as usize;
            }
        }
        self.direct.part -= former.direct.part;
        self.direct.whole -= former.direct.whole;
    }

    /// How the checks of each rule ended, but for those that were not run.
    pub(super) fn tallies(&self) -> impl Iterator<Item = Tally> {
        self.all
            .iter()
            .map(|&[passed, failed, indeterminate]| Tally {
                passed,
                failed,
                indeterminate,
                not_run: 0,
            })
    }

    /// How many evidence lines are direct in every dimension.
    pub(super) fn direct(&self) -> Share {
        self.direct
    }
}

//! Numbers of prose against numbers of records.
//!
//! A number in a passage, in a statement or in a sentence that cites studies must be in one of
//! these studies' records, or be declared as derived from what is: the same digits, sign, operator
//! and unit.

mod allocated;
mod arm_heads;
mod arms;
mod beside;
mod between;
mod changes;
mod compare;
mod derive;
mod describe;
mod differences;
mod directions;
mod effects;
mod follows;
mod grounds;
mod harms;
mod hints;
mod key_names;
mod known;
mod links;
mod meant;
mod naming;
mod nearest;
mod odds;
mod offer;
mod one_arm;
mod other_outcome;
mod others;
mod outcomes;
mod p_values;
mod people;
mod per_time;
mod proportion_of;
pub(crate) mod proportions;
mod read;
mod readings;
mod records;
mod said;
mod scope_ages;
mod sexes;
mod short_names;
mod signed_bounds;
mod sorts;
mod spreads;
pub(crate) mod times;
mod wholes;
mod whom;
mod without;

pub(crate) use allocated::is_of_those_enrolled;
pub(crate) use arms::{OfArm, mentions, said_of_arms};
pub(crate) use changes::{change_against_nothing, change_over_time, is_inert};
pub(crate) use compare::{Fault, Judged, judge};
pub(crate) use derive::{compute, operand};
pub(crate) use describe::{describe, with_known};
pub(crate) use directions::turns_round;
pub(crate) use grounds::{Compared, Grounds, Heads, compare_article};
pub(crate) use harms::is_unwanted;
pub(crate) use known::Known;
pub(crate) use links::linked;
pub(crate) use odds::{Likelihood, Told, likelihoods, told_as_risk};
pub(crate) use offer::offer;
pub(crate) use one_arm::{OfOneArm, differences_of_one, rests_of_others};
pub(crate) use other_outcome::{OfOutcome, said_of_others};
pub(crate) use p_values::{Recorded, recorded};
pub(crate) use people::other_people;
pub(crate) use proportion_of::narrowed;
pub(crate) use read::is_of_death;
pub(crate) use records::Numbers;
pub(crate) use said::Said;
pub(crate) use spreads::{Spread, spread_named};
pub(crate) use times::{Time, When, times};
pub(crate) use wholes::counted_among_others;
pub(crate) use without::Without;

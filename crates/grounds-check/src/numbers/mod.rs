//! Numbers of prose against numbers of records.
//!
//! A number in a passage, in a statement or in a sentence that cites studies must be in one of
//! these studies' records, or be declared as derived from what is: the same digits, sign, operator
//! and unit.

mod arms;
mod compare;
mod derive;
mod describe;
mod follows;
mod grounds;
mod known;
mod links;
mod offer;
mod outcomes;
mod p_values;
pub(crate) mod proportions;
mod read;
mod records;
mod said;
mod times;

pub(crate) use arms::{OfArm, said_of_arms};
pub(crate) use compare::{Fault, Judged, judge};
pub(crate) use derive::{compute, operand};
pub(crate) use describe::{describe, with_known};
pub(crate) use follows::is_about_those_without;
pub(crate) use grounds::{Compared, Grounds, Heads, compare_article};
pub(crate) use known::Known;
pub(crate) use links::linked;
pub(crate) use offer::offer;
pub(crate) use p_values::{Recorded, recorded};
pub(crate) use records::Numbers;
pub(crate) use said::Said;
pub(crate) use times::{Time, When, times};

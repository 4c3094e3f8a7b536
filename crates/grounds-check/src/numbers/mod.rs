//! Numbers of prose against numbers of records.
//!
//! A number in a passage, in a statement or in a sentence that cites studies must be in one of
//! these studies' records, or be declared as derived from what is: the same digits, sign, operator
//! and unit.

mod compare;
mod derive;
mod grounds;
mod known;
mod offer;
pub(crate) mod proportions;

pub(crate) use compare::{Fault, Judged, judge};
pub(crate) use derive::{compute, operand};
pub(crate) use grounds::{Compared, Grounds, compare_article};
pub(crate) use known::{Known, Numbers};
pub(crate) use offer::offer;

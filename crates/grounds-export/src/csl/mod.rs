//! References in a citation style.
//!
//! The work is `hayagriva`'s. Around it stands what its users have to know about version 0.10.1,
//! each with a test: some of its styles drop all authors (`probe`), its HTML is not escaped, so
//! that it is never asked for any (`runs`), it reads serials such as `adv00247` or `12-A-34` as
//! numbers and ranges (`serial`), and it panics on ranges of dates, which `item` never makes.

mod item;
mod locale;
mod probe;
mod runs;
mod serial;
mod sound;
mod style;
#[cfg(test)]
mod suite;
#[cfg(test)]
mod tests;

pub(crate) use style::Style;
pub use style::{ReadStyle, StyleError, find_style};

//! What evidence bears on a claim, computed: directness, certainty, independence, impact.
//!
//! Pure functions over a content set: nothing is read, nothing is reported. The rules turn what
//! is computed here into diagnostics, and the bundle shows it to readers, so that both say the same.

pub mod certainty;
mod combinations;
mod concepts;
mod direction;
mod directness;
mod duration;
pub mod impact;
pub mod independence;
mod loss;
mod relatives;
mod standing;

pub use concepts::{Concepts, Relation, in_sentence};
pub use direction::{Direction, direction_of, shows_difference};
pub use directness::{Appraisal, Appraiser, Assessed, Compared, Overlap, made_on};
pub use duration::Duration;
pub use standing::{says_retracted, version_of_record, withdrawn, withdrawn_in};

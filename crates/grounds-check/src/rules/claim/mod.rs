//! Rules about claims: what they stand on, and how prose states them.

pub(super) mod no_evidence;

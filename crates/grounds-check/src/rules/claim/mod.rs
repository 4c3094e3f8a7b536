//! Rules about claims: what they stand on, and how prose states them.

pub(super) mod contradictory;
pub(super) mod finding_on_both_sides;
pub(super) mod hidden_dispute;
pub(super) mod longer_in_words;
pub(super) mod lost_support;
pub(super) mod needless_speculative_label;
pub(super) mod no_evidence;
pub(super) mod other_comparator_in_words;
pub(super) mod outside_scope;
pub(super) mod passage_drift;
pub(super) mod unlabelled_speculation;
pub(super) mod words_against_effect;
pub(super) mod words_against_scope;

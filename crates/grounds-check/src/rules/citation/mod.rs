//! Rules about citations, and about sentences that should have one.

pub(super) mod altered_quotation;
pub(super) mod inside_passage;
pub(super) mod labelled_claim;
pub(super) mod low_coverage;
pub(super) mod malformed;
pub(super) mod quotation_not_in_source;
pub(super) mod unaccounted_heading;
pub(super) mod unaccounted_sentence;
pub(super) mod unaccounted_statement;
pub(super) mod undefined_key;
pub(super) mod unnamed_research;

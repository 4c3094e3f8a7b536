//! Rules about studies: their identifiers, and what has happened to them since publication.

pub(super) mod altered_quote;
pub(super) mod concern;
pub(super) mod corrected;
pub(super) mod duplicate_identifier;
pub(super) mod malformed_identifier;
pub(super) mod needless_retraction_notice;
pub(super) mod old_retraction_list;
pub(super) mod preprint;
pub(super) mod quote_not_in_source;
pub(super) mod reinstated;
pub(super) mod replaced;
pub(super) mod retracted_citation;
pub(super) mod retracted_evidence;
pub(super) mod superseded;
pub(super) mod unrecorded_notice;

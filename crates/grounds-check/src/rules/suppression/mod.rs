//! Rules about suppressions. They are reported where suppressions are applied, in `policy`; here
//! are their names and pages.

pub(super) mod expired;
pub(super) mod malformed;
pub(super) mod unknown_rule;
pub(super) mod unused;
pub(super) mod without_reason;

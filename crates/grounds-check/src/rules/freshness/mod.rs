//! Rules about time: reviews that are due, and dates that cannot be right.

pub(super) mod implausible_date;
pub(super) mod never_reviewed;
pub(super) mod review_overdue;

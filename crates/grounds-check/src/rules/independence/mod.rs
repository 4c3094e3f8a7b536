//! Rules about independence: one study counts once, however many papers report it.

pub(super) mod one_study;
pub(super) mod overcounted;
pub(super) mod undercounted;

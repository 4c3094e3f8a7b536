//! From bytes to a resolved content set, with a place for everything.

pub mod markdown;
pub mod sentences;

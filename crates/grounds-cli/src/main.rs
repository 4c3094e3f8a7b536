//! The grounds command.
fn main() {}

//! `cargo fuzz run -s none check`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| grounds_tests::whole::check(bytes));

//! `cargo fuzz run -s none export`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| grounds_tests::whole::export(bytes));

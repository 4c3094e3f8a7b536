//! `cargo fuzz run -s none settings`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| grounds_tests::readers::settings(bytes));

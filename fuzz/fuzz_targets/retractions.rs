//! `cargo fuzz run -s none retractions`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| grounds_tests::readers::retractions(bytes));

//! `cargo fuzz run -s none classify`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| grounds_tests::readers::classify(bytes));

//! `cargo fuzz run -s none vocabulary`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| grounds_tests::readers::vocabulary(bytes));

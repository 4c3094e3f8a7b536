//! `cargo fuzz run -s none sentences`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| grounds_tests::readers::sentences(bytes));

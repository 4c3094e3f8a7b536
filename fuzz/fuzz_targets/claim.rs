//! `cargo fuzz run -s none claim`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| grounds_tests::readers::claim(bytes));

//! `cargo fuzz run -s none markdown`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| grounds_tests::readers::markdown(bytes));

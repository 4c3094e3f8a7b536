//! `cargo fuzz run -s none quantities`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| grounds_tests::readers::quantities(bytes));

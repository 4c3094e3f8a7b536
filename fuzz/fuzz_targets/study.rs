//! `cargo fuzz run -s none study`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| grounds_tests::readers::study(bytes));

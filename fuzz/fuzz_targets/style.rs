//! `cargo fuzz run -s none style`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| grounds_tests::styles::style(bytes));

//! `cargo fuzz run -s none theme`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| grounds_tests::themes::theme(bytes));

//! `cargo fuzz run -s none front_matter`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| grounds_tests::readers::front_matter(bytes));

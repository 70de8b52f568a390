#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| klantreis_fuzz::holds::tables::yaml(bytes));

//! Everything that is asked of the crate and of the program, in one test program: it links once. `cargo test --test it golden::` runs
//! the tests of one file. What calls programs of other makers stands apart, in `tests/other_readers.rs`.

mod bad_tables;
mod beside;
mod blank;
mod broken_off;
mod cli;
mod combine;
mod damaged;
mod diff;
mod examples;
mod fixtures_cover_the_format;
mod fmt;
mod fonts;
mod fuzz_corpus;
mod gallery;
mod golden;
mod head;
mod house;
mod import_cli;
mod import_shapes;
mod invalid;
mod journey_format_page;
mod matrix;
mod merge;
mod names;
mod normal;
mod outputs;
mod pages;
mod pictures;
mod pictures_in;
mod poster_rules;
mod reader;
mod reader_properties;
mod report;
mod round_trip;
mod rules;
mod saving;
mod schema;
mod sharing;
mod soft_hyphens;
#[path = "../support/mod.rs"]
mod support;
mod tables;
mod tidy;
mod typesetting;
mod work;

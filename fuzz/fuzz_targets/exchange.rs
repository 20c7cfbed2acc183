//! Any bytes as JSON lines.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tollbook_formats::input::exchange;

fuzz_target!(|bytes: &[u8]| {
    for row in exchange::rows("any.jsonl", bytes) {
        match row {
            Ok(row) => tollbook_fuzz::read(&row.report),
            Err(refusal) => assert_eq!(refusal.to_string().lines().count(), 1),
        }
    }
});

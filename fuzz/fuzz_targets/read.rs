//! Any bytes as a plain text: the first line is the title too, so that both fields are read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tollbook_formats::input::plain::{self, Given};

fuzz_target!(|bytes: &[u8]| {
    let first = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let given = Given {
        title: str::from_utf8(first).ok().map(str::to_owned),
        outlet: Some("Velmoran News Agency".into()),
        ..Given::default()
    };
    match plain::read("any.txt", "any".into(), bytes, &given) {
        Ok(report) => tollbook_fuzz::read(&report),
        Err(refusal) => assert_eq!(refusal.to_string().lines().count(), 1),
    }
});

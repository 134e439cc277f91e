//! Dates in a text whose language is the first word of it.
#![no_main]

use dossier_fuzz::check_stretches;
use ingest::structure::dates::{self, Conventions};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (language, text) = text.split_once(' ').unwrap_or(("", text));
    let conventions = Conventions::of(text, language);
    let written = "2016-02-29".parse().ok();
    for found in [
        dates::find(text),
        dates::find_by(text, &conventions),
        dates::mentioned(text, &conventions, written),
        dates::mentioned(text, &conventions, None),
        dates::stated(text, &conventions),
    ] {
        check_stretches(text, found.iter().map(|date| (date.start, date.end)));
        assert!(found.iter().all(|date| date.start < date.end && (date.is_counted || !date.value.is_empty())));
    }
    check_stretches(text, dates::field(text, &conventions).map(|date| (date.start, date.end)));
    dates::is_date_alone(text);
});

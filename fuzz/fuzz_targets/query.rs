//! Any text is a query: it is read while it is typed and when it is complete, and what is said of it lies in the text.
#![no_main]

use corpus::query::{LastWord, Query};

libfuzzer_sys::fuzz_target!(|text: &str| {
    if text.len() > 1 << 16 {
        return;
    }
    for last_word in [LastWord::Prefix, LastWord::Whole] {
        let mut query = Query::parse(text, last_word);
        query.check_regexes(|pattern| if pattern.contains('[') { Err(String::new()) } else { Ok(()) });
        assert!(query.notices.len() <= Query::MAX_NOTICES);
        for notice in &query.notices {
            assert!(notice.span.slice(text).is_some(), "{notice:?}");
            assert!(!notice.to_string().is_empty(), "{notice:?}");
        }
        for term in query.terms() {
            assert!(term.span.slice(text).is_some(), "{term:?}");
            assert!(!term.words.is_empty() && term.words.iter().all(|word| !word.form.is_empty()), "{term:?}");
        }
        assert_eq!(query.is_empty(), query.to_string().is_empty());
    }
});

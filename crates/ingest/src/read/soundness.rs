//! What must hold of every document whose reader states its blocks, whatever it was made from; and such documents in
//! short, for tests.

use corpus::model::BlockKind;

use super::{Layout, Received, docx, epub, odt, pdf, read};
use crate::report::Report;
use proptest::prelude::*;

/// The blocks of a file in short, one a line: `heading: Rain`, `furniture (page number): 12`; then its problems, each
/// after `! `.
pub(super) fn read_in_short(path: &str, bytes: &[u8]) -> String {
    let mut report = Report::default();
    let mut lines = Vec::new();
    for received in read(path, bytes, &mut report) {
        check(&received);
        let Layout::Blocks(blocks) = &received.layout else { panic!("blocks") };
        for block in blocks {
            let words = block.span.slice(&received.text).expect("a span of the text");
            let reason = block.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
            lines.push(format!("{}{reason}: {}", block.kind.word(), words.replace('\n', "|")));
        }
    }
    lines.extend(report.problems.iter().map(|problem| format!("! {}", problem.message)));
    lines.join("\n")
}

/// Asserts what must hold of a document.
pub(super) fn check(received: &Received) {
    let Received { text, layout, page_starts, .. } = received;
    assert!(!text.contains(['\r', '\0']));
    let Layout::Blocks(blocks) = layout else { panic!("blocks") };
    let mut rest = 0;
    for block in blocks {
        let words = block.span.slice(text).expect("a span of the text");
        assert!(!words.is_empty() && words.trim() == words, "{words:?}");
        assert!(text[rest..block.span.start() as usize].trim().is_empty(), "text outside of every block");
        assert_eq!(block.kind == BlockKind::Furniture, block.reason.is_some());
        rest = block.span.end() as usize;
    }
    assert!(text[rest..].trim().is_empty(), "text outside of every block");
    assert!(page_starts.windows(2).all(|pair| pair[0] <= pair[1]), "{page_starts:?}");
    assert!(page_starts.iter().all(|&start| text.is_char_boundary(start as usize)), "{page_starts:?}");
}

/// A small file of each format.
fn samples() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("a.pdf", pdf::tests::sample()),
        ("a.docx", docx::tests::sample()),
        ("a.odt", odt::tests::sample()),
        ("a.epub", epub::tests::sample()),
    ]
}

#[test]
fn a_file_that_was_cut_short_anywhere_is_a_sound_document_or_a_problem() {
    for (path, bytes) in samples() {
        for len in (0..bytes.len()).step_by(bytes.len() / 150 + 1) {
            let mut report = Report::default();
            let documents = read(path, &bytes[..len], &mut report);
            assert!(!documents.is_empty() || !report.problems.is_empty(), "{path} cut to {len} bytes");
            let made_of_blocks = |document: &&Received| matches!(document.layout, Layout::Blocks(_));
            documents.iter().filter(made_of_blocks).for_each(check);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_file_with_some_bytes_changed_is_a_sound_document_or_a_problem(
        sample in 0usize..4, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let (path, mut bytes) = samples().swap_remove(sample);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let mut report = Report::default();
        let documents = read(path, &bytes, &mut report);
        prop_assert!(!documents.is_empty() || !report.problems.is_empty());
        let made_of_blocks = |document: &&Received| matches!(document.layout, Layout::Blocks(_));
        documents.iter().filter(made_of_blocks).for_each(check);
    }
}

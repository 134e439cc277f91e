//! Titles and authors that programs write into files by themselves and that say nothing about the document.

use super::Field;

/// What programs write where nobody gave a title; `#` stands for any number. Gathered from the defaults of Word,
/// LibreOffice, InDesign, QuarkXPress, Acrobat, PowerPoint, Pages, Google Docs and LaTeX classes.
const NO_TITLES: &[&str] = &[
    "untitled",
    "untitled document",
    "untitled-#",
    "untitled #",
    "no title",
    "title",
    "document",
    "document#",
    "word document",
    "microsoft word document",
    "powerpoint presentation",
    "slide #",
    "layout #",
    "unknown",
    "(anonymous)",
    "anonymous",
    "scan",
    "scanned document",
    "print",
    "blank page",
    "new document",
    "dokument#",
    "unbenannt",
    "sans titre",
    "sin título",
    "senza titolo",
    "без имени",
];

/// What programs write before the name of the file they printed.
const PRINTED_BY: &[&str] = &["microsoft word - ", "microsoft powerpoint - ", "microsoft excel - ", "print job - "];

/// Names of files are no titles.
const ENDINGS: &[&str] = &[
    ".doc", ".docx", ".dot", ".rtf", ".odt", ".pdf", ".ps", ".dvi", ".tex", ".indd", ".qxd", ".qxp", ".pmd", ".ai",
    ".ppt", ".pptx", ".xls", ".xlsx", ".wpd", ".pages", ".htm", ".html", ".txt", ".tif", ".tiff", ".jpg", ".png",
    ".cdr", ".fm",
];

/// Authors that are accounts and programs.
const NO_AUTHORS: &[&str] = &[
    "user",
    "admin",
    "administrator",
    "owner",
    "author",
    "unknown",
    "anonymous",
    "(anonymous)",
    "(unspecified)",
    "microsoft office user",
    "microsoft",
    "windows user",
    "default",
    "guest",
    "root",
    "python-docx",
    "scanner",
    "n/a",
];

/// The title as a field, if somebody gave it.
pub(super) fn title(words: &str, by: &str) -> Option<Field> {
    let lower = words.trim().to_lowercase();
    let mut without_numbers = String::with_capacity(lower.len());
    for c in lower.chars() {
        match c.is_numeric() {
            true if without_numbers.ends_with('#') => {}
            true => without_numbers.push('#'),
            false => without_numbers.push(c),
        }
    }
    let is_from_program = NO_TITLES.contains(&without_numbers.as_str())
        || PRINTED_BY.iter().any(|printed| lower.starts_with(printed))
        || ENDINGS.iter().any(|ending| lower.ends_with(ending))
        || !lower.chars().any(char::is_alphabetic);
    if is_from_program { None } else { Field::new(words, by) }
}

/// The author as a field, if it names somebody.
pub(super) fn author(words: &str, by: &str) -> Option<Field> {
    let lower = words.trim().to_lowercase();
    let is_account = NO_AUTHORS.contains(&lower.as_str()) || !lower.chars().any(char::is_alphabetic);
    if is_account { None } else { Field::new(words, by) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_authors_that_nobody_gave_are_none() {
        for (words, expected) in [
            ("Rain in Zürich", true),
            ("  Microsoft Word - x.doc", false),
            ("Untitled-12", false),
            ("report_final.INDD", false),
            ("2015", false),
            ("Document1", false),
            ("Document of the year", true),
            ("漢字", true),
            ("", false),
        ] {
            assert_eq!(title(words, "a test").is_some(), expected, "{words}");
        }
        for (words, expected) in [("Ann Writer", true), ("Administrator", false), ("--", false), (" ", false)] {
            assert_eq!(author(words, "a test").is_some(), expected, "{words}");
        }
    }
}

//! Documents made to break a page: what they say is markup, code and bytes that no reader expects. They are written
//! at test time because some of them are no text that a repository should hold. `tests/e2e/hostile.test.mjs` reads
//! the page that is built from them.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

/// Writes the documents into `folder`, in place of what was there. Each ends with a sentence that search can find,
/// none with that of another: what many documents repeat is taken for furniture.
pub fn write(folder: &Path) -> Result<()> {
    emptied(folder)?;
    for (name, bytes) in documents() {
        fs::write(folder.join(name), bytes).with_context(|| format!("{name} cannot be written"))?;
    }
    Ok(())
}

/// Makes a folder, or takes out what is in it.
pub fn emptied(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))
}

fn documents() -> Vec<(&'static str, Vec<u8>)> {
    let attack = "window.__pwned=1";
    let long_line = "boundless ".repeat(105_000);
    vec![
        (
            "script.txt",
            format!(
                "Headline with <script>{attack}</script> inside\n\n\
                 \"><script>{attack};alert(1)</script><SCRIPT SRC=//127.0.0.1:9/x.js></SCRIPT> said Anna Marker.\n\n\
                 </title></style></noscript></pre><img src=x onerror=\"{attack}\"><svg/onload='{attack}'>\n\n\
                 <iframe srcdoc=\"<script>parent.__pwned=1</script>\"></iframe> &lt;b&gt; &amp;amp; {{{{title}}}}\n\n\
                 The lanternfish ends this document of scripts.\n"
            )
            .into_bytes(),
        ),
        (
            "links.txt",
            format!(
                "A list of links that nobody should follow\n\n\
                 javascript:{attack} and JaVaScRiPt:alert(1) and data:text/html,<script>{attack}</script> stand here.\n\n\
                 onerror={attack} onclick=\"{attack}\" style=\"background:url(//127.0.0.1:9/y)\" are words in it.\n\n\
                 <a href=\"javascript:{attack}\">Click</a> [click](javascript:{attack}) <base href=\"//127.0.0.1:9/\">\n\n\
                 The lanternfish ends this document of links.\n"
            )
            .into_bytes(),
        ),
        (
            "bidi.txt",
            "Right and left \u{202e}gnp.exe\u{202c} in one headline\n\n\
             \u{202e}This sentence is never closed and runs from right to left, said Anna Marker.\n\n\
             \u{2066}\u{2067}\u{202a}Isolates and embeddings stay open \u{200f}\u{200e}\u{feff} here, as do \u{2028} and \u{2029}.\n\n\
             The lanternfish ends this document of directions.\n"
                .into(),
        ),
        (
            "nul.txt",
            b"Bytes that are not text\n\nBefore\0after the NUL, a bell\x07, an escape \x1b[31m and a delete\x7f.\n\n\
              The lanternfish ends this document of bytes.\n"
                .to_vec(),
        ),
        (
            "invalid-utf8.txt",
            b"Broken encoding in the headline \xff\xfe\n\nA lone \x80 byte, a cut \xe6\xbc sequence, an overlong \xc0\xaf \
              and half a pair \xed\xa0\x80 stand here.\n\nThe lanternfish ends this document of gaps.\n"
                .to_vec(),
        ),
        (
            "long-line.txt",
            format!("One line of a megabyte\n\n{long_line}.\n\nThe lanternfish ends this document of length.\n").into_bytes(),
        ),
        ("empty.txt", Vec::new()),
        ("blank.txt", b" \n\t\n\r\n \n".to_vec()),
        ("__proto__.txt", b"A name that is a trap\n\nconstructor and toString and __proto__ are words here.\n\nThe lanternfish ends this document of names.\n".to_vec()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documents_hold_what_they_are_for() {
        let documents = documents();
        let has =
            |part: &[u8]| documents.iter().any(|(_, bytes)| bytes.windows(part.len()).any(|window| window == part));
        assert!(has(b"<script>") && has(b"javascript:") && has(b"\0") && has(b"\xff") && has("\u{202e}".as_bytes()));
        let longest = documents.iter().flat_map(|(_, bytes)| bytes.split(|&byte| byte == b'\n')).map(<[u8]>::len).max();
        assert!(longest > Some(1_000_000));
    }
}

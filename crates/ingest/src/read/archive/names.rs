//! Names of members: made into paths that lie inside of their archive and that a person can read.

use crate::decode::decode;

/// Longest path of a member, in bytes.
const MAX_LEN: usize = 1000;

/// A name that is safe to show and to make a path of.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::read) struct SafeName {
    /// Parts with `/` between them; at least one.
    pub(in crate::read) path: String,
    /// Whether the name led out of the archive.
    pub(in crate::read) led_out: bool,
}

/// The name as a path inside of the archive. Names have no encoding of their own: old programs wrote that of their
/// country.
pub(in crate::read) fn safe_name(raw: &[u8]) -> SafeName {
    let decoded = decode(raw).text;
    let mut led_out = decoded.starts_with(['/', '\\']);
    let mut path = String::with_capacity(decoded.len());
    for part in decoded.split(['/', '\\']) {
        let is_drive = path.is_empty() && part.len() == 2 && part.ends_with(':');
        led_out |= part == ".." || is_drive;
        if part.is_empty() || matches!(part, "." | "..") || is_drive {
            continue;
        }
        if !path.is_empty() {
            path.push('/');
        }
        path.extend(part.chars().map(|c| if c.is_control() { '_' } else { c }));
    }
    let mut end = path.len().min(MAX_LEN);
    while !path.is_char_boundary(end) {
        end -= 1;
    }
    path.truncate(end);
    if path.is_empty() {
        path.push_str("unnamed");
    }
    SafeName { path, led_out }
}

/// Whether a member is hidden, as files of a folder are, or was put there by macOS for its own ends.
pub(super) fn is_hidden(raw: &[u8]) -> bool {
    let mut parts = raw.split(|byte| matches!(byte, b'/' | b'\\'));
    parts.any(|part| part.starts_with(b".") && part != b"." && part != b".." || part == b"__MACOSX")
}

/// The name of what is packed in a gzip file: that of the file without its ending.
pub(super) fn without_gzip_ending(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((inner, ending)) if ending.eq_ignore_ascii_case("gz") && !inner.is_empty() => inner,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &[u8], path: &str, led_out: bool) {
        assert_eq!(safe_name(raw), SafeName { path: path.to_owned(), led_out }, "{}", String::from_utf8_lossy(raw));
    }

    #[test]
    fn no_name_leads_out_of_its_archive() {
        check(b"a/b.txt", "a/b.txt", false);
        check(b"./a//b.txt", "a/b.txt", false);
        check(b"../../etc/passwd", "etc/passwd", true);
        check(b"/etc/passwd", "etc/passwd", true);
        check(b"a/../../b", "a/b", true);
        check(b"C:\\Windows\\a.txt", "Windows/a.txt", true);
        check(b"a\0b\n.txt", "a\u{fffd}b_.txt", false);
        check(b"..", "unnamed", true);
        check(b"", "unnamed", false);
        check("é/漢.txt".as_bytes(), "é/漢.txt", false);
        check(b"caf\xe9.txt", "café.txt", false);
        check(&[b'x'; 5000], &"x".repeat(MAX_LEN), false);
    }

    #[test]
    fn hidden_members_are_those_that_a_folder_would_hide() {
        for (name, expected) in
            [("a/.b", true), (".a/b", true), ("__MACOSX/a", true), ("./a", false), ("../a", false), ("a.b/c", false)]
        {
            assert_eq!(is_hidden(name.as_bytes()), expected, "{name}");
        }
    }

    #[test]
    fn a_packed_file_has_the_name_of_its_pack() {
        for (path, name) in [("b/a.txt.gz", "a.txt"), ("a.GZ", "a"), (".gz", ".gz"), ("a.svgz", "a.svgz"), ("b/c", "c")]
        {
            assert_eq!(without_gzip_ending(path), name);
        }
    }
}

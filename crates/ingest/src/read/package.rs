//! The ZIP packages that office documents and electronic books are: their members by name, each within bounds. What
//! is in them is not known here.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

/// Most bytes that one member may unpack to, and all that are read of one file.
const MAX_MEMBER: u64 = 256 << 20;
const MAX_IN_ALL: u64 = 1 << 30;

/// Most members a package may have.
const MAX_MEMBERS: usize = 100_000;

/// A package that is being read.
#[derive(Debug)]
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    max_member: u64,
    bytes_left: u64,
}

impl<'b> Package<'b> {
    /// Opens a package; an error is a sentence.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, String> {
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|error| format!("its package is damaged ({error})"))?;
        if archive.len() > MAX_MEMBERS {
            return Err(format!("its package has {} members; {MAX_MEMBERS} are allowed", archive.len()));
        }
        Ok(Self { archive, max_member: MAX_MEMBER, bytes_left: MAX_IN_ALL })
    }

    /// The names of all members, in the order of the package.
    pub(super) fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.archive.file_names().flatten()
    }

    /// Whether there is a member of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The bytes of a member, `None` if there is none of that name; an error is a sentence. What it unpacks to is
    /// counted while it is unpacked: what the package claims does not matter.
    pub(super) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let member = match self.archive.by_name(name) {
            Ok(member) => member,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(format!("{name} cannot be unpacked ({error})")),
        };
        let limit = self.max_member.min(self.bytes_left);
        let mut bytes = Vec::new();
        let read = member.take(limit + 1).read_to_end(&mut bytes);
        read.map_err(|error| format!("{name} cannot be unpacked ({error})"))?;
        let len = bytes.len() as u64;
        if len > limit {
            return Err(format!("{name} unpacks to more than is allowed, so it was not read"));
        }
        self.bytes_left -= len;
        Ok(Some(bytes))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write;

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    /// A package of these members.
    pub(in crate::read) fn package(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in members {
            writer.start_file(*name, SimpleFileOptions::default()).expect("a member can be begun");
            writer.write_all(bytes).expect("a member can be written");
        }
        writer.finish().expect("a package can be ended").into_inner()
    }

    #[test]
    fn a_member_that_unpacks_to_more_than_is_allowed_is_not_read() {
        let bytes = package(&[("bomb", &[b' '; 3000]), ("story", b"It rained."), ("other", &[b' '; 2000])]);
        let mut package = Package { max_member: 2000, bytes_left: 2500, ..Package::open(&bytes).expect("a package") };
        let refused = |read: Result<_, String>| read.is_err_and(|message| message.contains("more than is allowed"));
        assert!(refused(package.read("bomb")));
        assert_eq!(package.read("story"), Ok(Some(b"It rained.".to_vec())));
        assert_eq!(package.read("other").map(|bytes| bytes.map(|bytes| bytes.len())), Ok(Some(2000)));
        assert!(refused(package.read("other")), "all members together are bounded too");
        assert_eq!(package.read("none"), Ok(None));
    }
}

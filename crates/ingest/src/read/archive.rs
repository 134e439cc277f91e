//! Archives: ZIP, tar and gzip. What is in them is read as if it lay in a folder of the archive's name. Nothing here
//! touches a disk, and no name in an archive leads out of it.

mod names;

use std::io::{Cursor, Read};

use flate2::read::MultiGzDecoder;
use zip::read::read_zipfile_from_stream;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::limits::{TooMuch, Unpacked};
use super::sniff::is_tar;
use super::{Reader, Received};
use crate::report::Report;
pub(super) use names::safe_name;
use names::{is_hidden, without_gzip_ending};

/// An archive that is being read.
struct Archive<'a, 'c> {
    reader: &'a mut Reader<'c>,
    path: &'a str,
    report: &'a mut Report,
    documents: Vec<Received>,
    /// Links and special files: they hold nothing, and what they point to is not ours to open.
    n_links: usize,
}

impl<'a, 'c> Archive<'a, 'c> {
    fn new(reader: &'a mut Reader<'c>, path: &'a str, report: &'a mut Report) -> Self {
        Self { reader, path, report, documents: Vec::new(), n_links: 0 }
    }

    /// Unpacks one member and reads it. Says whether the archive can be read further.
    fn member(&mut self, raw_name: &[u8], content: impl Read) -> bool {
        let name = safe_name(raw_name);
        let member_path = format!("{}/{}", self.path, name.path);
        let limits = &mut self.reader.limits;
        let Unpacked { bytes, damage } = match limits.count_member().and_then(|()| limits.unpack(content)) {
            Ok(unpacked) => unpacked,
            Err(TooMuch(message)) => {
                self.report.file(self.path, message);
                return false;
            }
        };
        if let Some(damage) = damage {
            let what = if bytes.is_empty() { "it was not read" } else { "what could be unpacked of it was read" };
            self.report.file(&member_path, format!("is damaged in the archive ({damage}); {what}"));
            if bytes.is_empty() {
                return true;
            }
        }
        if name.led_out {
            self.report.file(&member_path, "its name would lead out of the archive; it is read under this one");
        }
        self.documents.extend(self.reader.read_member(&member_path, &bytes, self.report));
        !self.reader.limits.is_reached()
    }

    fn damaged(&mut self, error: &dyn std::fmt::Display) {
        self.report.file(self.path, format!("not read from here on: the archive is damaged: {error}"));
    }

    fn finish(self) -> Vec<Received> {
        match self.n_links {
            0 => {}
            1 => self.report.file(self.path, "1 link or special file in it was not followed"),
            n => self.report.file(self.path, format!("{n} links and special files in it were not followed")),
        }
        self.documents
    }
}

/// Reads the members of a ZIP archive. If its list of members is lost, those are read that can be found without it.
pub(super) fn read_zip(reader: &mut Reader<'_>, path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    let mut zip = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(zip) => zip,
        Err(error) => return salvage_zip(reader, path, bytes, &error, report),
    };
    let mut archive = Archive::new(reader, path, report);
    for idx in 0..zip.len() {
        let (raw_name, is_encrypted, method) = match zip.by_index_raw(idx) {
            Ok(member) if member.is_symlink() => {
                archive.n_links += 1;
                continue;
            }
            Ok(member) if member.is_dir() || is_hidden(member.name_raw()) => continue,
            Ok(member) => (member.name_raw().to_vec(), member.encrypted(), member.compression()),
            Err(error) => {
                archive.damaged(&error);
                break;
            }
        };
        let refusal = match method {
            _ if is_encrypted => Some("not read: it is locked with a password".to_owned()),
            CompressionMethod::Stored | CompressionMethod::Deflated => None,
            method => Some(format!("not read: it is packed by {method:?}, which is not unpacked here")),
        };
        let can_go_on = match (refusal, zip.by_index(idx)) {
            (Some(message), _) => {
                let member_path = format!("{path}/{}", safe_name(&raw_name).path);
                archive.report.file(&member_path, message);
                true
            }
            (None, Ok(member)) => archive.member(&raw_name, member),
            (None, Err(error)) => {
                let member_path = format!("{path}/{}", safe_name(&raw_name).path);
                archive.report.file(&member_path, format!("not read: it is damaged in the archive: {error}"));
                true
            }
        };
        if !can_go_on {
            break;
        }
    }
    archive.finish()
}

/// Reads the members of a ZIP archive that was cut, one after another from its beginning.
fn salvage_zip(
    reader: &mut Reader<'_>,
    path: &str,
    bytes: &[u8],
    error: &ZipError,
    report: &mut Report,
) -> Vec<Received> {
    let mut archive = Archive::new(reader, path, report);
    let message = format!("the archive is damaged ({error}); what is whole in its beginning was read");
    archive.report.file(path, message);
    let mut rest = bytes;
    loop {
        match read_zipfile_from_stream(&mut rest) {
            Ok(Some(member)) if member.is_dir() || is_hidden(member.name_raw()) => {}
            Ok(Some(member)) => {
                let raw_name = member.name_raw().to_vec();
                if !archive.member(&raw_name, member) {
                    break;
                }
            }
            // The message above has said that the end is missing.
            Ok(None) | Err(_) => break,
        }
    }
    archive.finish()
}

/// Reads the members of a tar archive.
pub(super) fn read_tar(reader: &mut Reader<'_>, path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    read_tar_stream(Archive::new(reader, path, report), bytes)
}

/// Reads what is packed with gzip: one file, or a tar archive.
pub(super) fn read_gzip(reader: &mut Reader<'_>, path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    let mut stream = MultiGzDecoder::new(bytes).take(reader.limits.stream_len());
    let mut start = Vec::new();
    let result = Read::by_ref(&mut stream).take(512).read_to_end(&mut start);
    let mut archive = Archive::new(reader, path, report);
    match result {
        Ok(_) if is_tar(&start) => read_tar_stream(archive, Cursor::new(start).chain(stream)),
        _ if start.is_empty() && result.is_err() => {
            archive.report.file(path, "not read: it begins like gzip but is not, or is damaged");
            archive.finish()
        }
        _ => {
            let name = without_gzip_ending(path);
            archive.member(name.as_bytes(), Cursor::new(start).chain(stream));
            archive.finish()
        }
    }
}

fn read_tar_stream(mut archive: Archive<'_, '_>, stream: impl Read) -> Vec<Received> {
    let mut tar = tar::Archive::new(stream);
    let entries = match tar.entries() {
        Ok(entries) => entries,
        Err(error) => {
            archive.damaged(&error);
            return archive.finish();
        }
    };
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                archive.damaged(&error);
                break;
            }
        };
        let kind = entry.header().entry_type();
        let name = entry.path_bytes().into_owned();
        if kind.is_dir() || is_hidden(&name) {
            continue;
        }
        if !(kind.is_file() || kind.is_contiguous() || kind.is_gnu_sparse()) {
            archive.n_links += usize::from(!kind.is_pax_global_extensions());
            continue;
        }
        if !archive.member(&name, entry) {
            break;
        }
    }
    archive.finish()
}

#[cfg(test)]
mod tests;

//! From files to documents as received: which format the bytes are, and one [`Received`] for each document in them.
//!
//! A reader decodes and takes fields apart. It does not clean, and it knows no language.
//! What a file is, `sniff` tells; [`Reader`] holds what the files of one run share, and hands what lies inside of a
//! file (members of archives, attachments) back to the same choice.

mod archive;
mod assembly;
mod blocks;
mod columns;
mod docx;
mod epub;
pub mod html;
mod jsonl;
mod limits;
mod mail;
mod markdown;
mod mbox;
mod mhtml;
mod odt;
mod office;
mod package;
mod pdf;
mod properties;
mod sniff;
#[cfg(test)]
mod soundness;
mod table;
mod text;
mod xml;

use std::collections::HashMap;

use corpus::model::{Block, Format};

use crate::config::Columns;
use crate::report::Report;
use limits::Limits;
use sniff::{Kind, sniff};

/// The largest text of one document, in bytes. Analysing a text takes some fifty times its size in memory, one of
/// very short lines more than a hundred times; and nobody reads a page of more.
const MAX_TEXT_LEN: usize = 32 << 20;

/// A document as received, before anything is known about its text.
#[derive(Clone, Debug, Default)]
pub struct Received {
    /// The `id` of a JSONL line, or the path.
    pub id: String,
    /// Path of its file; of a member of an archive or a message, the path of that file and its own inside of it.
    pub path: String,
    /// What its slug is made from.
    pub slug_hint: String,
    /// The bytes' SHA-256.
    pub sha256: [u8; 32],
    /// What the bytes were read as.
    pub format: Format,
    /// The text, decoded and with its line ends as `\n`; all spans refer to it.
    pub text: String,
    /// What the reader knows about the parts of the text.
    pub layout: Layout,
    /// What stands beside the text.
    pub fields: Fields,
    /// For paged formats: the byte at which each page begins, from page 1 on.
    pub page_starts: Vec<u32>,
}

/// What a reader knows about the parts of a text.
#[derive(Clone, Debug, Default)]
pub enum Layout {
    /// Lines and nothing else; they may hold furniture.
    #[default]
    Lines,
    /// Lines of a text that was given as clean: nothing in it is furniture.
    Clean,
    /// A web page: its blocks, with what its elements say about them. Which are furniture is not known yet.
    Page(Box<html::Page>),
    /// The format states its blocks; furniture among them has its reason. They are in text order, do not overlap, and
    /// only white space lies outside of them.
    Blocks(Vec<Block>),
}

/// Properties of a document that its format states beside the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// Its title.
    pub title: Option<Field>,
    /// When it was published.
    pub published: Option<Field>,
    /// When it was last changed.
    pub updated: Option<Field>,
    /// The date of the file: when it was made or packed.
    pub file_date: Option<Field>,
    /// Where it was published.
    pub url: Option<Field>,
    /// Its outlet.
    pub source: Option<Field>,
    /// Who wrote it.
    pub author: Option<Field>,
    /// Its language as a BCP 47 tag.
    pub language: Option<Field>,
}

/// A value as worded, and where it was read: "the title given beside the text", "JSON-LD of the page: datePublished".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// The value, never blank.
    pub value: String,
    /// Where it was read, in words.
    pub by: String,
}

impl Field {
    /// The field, or `None` where the value is blank.
    pub fn new(value: &str, by: &str) -> Option<Self> {
        let value = value.trim();
        (!value.is_empty()).then(|| Self { value: value.to_owned(), by: by.to_owned() })
    }
}

/// Reads one file with the usual names of columns. What cannot be read is reported and gives no document.
pub fn read(path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    Reader::new(&Columns::default()).read(path, bytes, report)
}

/// Reads one file after another: ids are unique among all of them.
#[derive(Debug)]
pub struct Reader<'c> {
    columns: &'c Columns,
    ids: Ids,
    limits: Limits,
}

/// The ids that are taken, each with the number that its next namesake gets.
#[derive(Debug, Default)]
pub(crate) struct Ids(HashMap<String, u32>);

impl Ids {
    /// Takes the document's id. If another document has it already, the document gets a free one, and what to say of
    /// that comes back.
    pub(crate) fn claim(&mut self, document: &mut Received) -> Option<String> {
        let notice = self.0.contains_key(&document.id).then(|| {
            let taken = std::mem::take(&mut document.id);
            document.id = self.free(&taken);
            let (taken, id) = (columns::short(&taken), columns::short(&document.id));
            format!("the id “{taken}” is taken by a document before it; this one is “{id}”")
        });
        self.0.insert(document.id.clone(), 2);
        notice
    }

    /// The taken id with the first free number.
    fn free(&mut self, taken: &str) -> String {
        loop {
            let next = self.0.entry(taken.to_owned()).or_insert(2);
            let id = format!("{taken}-{next}");
            *next += 1;
            if !self.0.contains_key(&id) {
                return id;
            }
        }
    }
}

impl<'c> Reader<'c> {
    /// A reader for tables whose columns are named so.
    pub fn new(columns: &'c Columns) -> Self {
        Self { columns, ids: Ids::default(), limits: Limits::default() }
    }

    /// Reads one file. What cannot be read is reported and gives no document.
    pub fn read(&mut self, path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
        self.limits = Limits::of_file(bytes.len());
        let (kind, n_problems) = (sniff(path, bytes), report.problems.len());
        let received = self.read_as(kind, path, bytes, report);
        if received.is_empty() && report.problems.len() == n_problems {
            report.file(path, nothing_in(kind));
        }
        received
    }

    /// Reads what lies inside of another file, as far as the limits of that file allow.
    fn read_member(&mut self, path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
        self.read_member_as(sniff(path, bytes), path, bytes, report)
    }

    fn read_member_as(&mut self, kind: Kind, path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
        if let Err(message) = self.limits.enter() {
            report.file(path, message);
            return Vec::new();
        }
        let received = self.read_as(kind, path, bytes, report);
        self.limits.leave();
        received
    }

    /// The one place where a format meets its reader.
    fn read_as(&mut self, kind: Kind, path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
        let mut received = match kind {
            // Containers: what is in them comes back here, one by one.
            Kind::Zip => return archive::read_zip(self, path, bytes, report),
            Kind::Tar => return archive::read_tar(self, path, bytes, report),
            Kind::Gzip => return archive::read_gzip(self, path, bytes, report),
            Kind::Mbox => return mbox::read(self, path, bytes, report),
            Kind::Email => return mail::read(self, path, bytes, report),

            // Many documents in one file, each with an id of its own.
            Kind::JsonLines => return jsonl::read_lines(self, path, bytes, report),
            Kind::Json => return jsonl::read_values(self, path, bytes, report),
            Kind::Table => return table::read(self, path, bytes, report),

            // One document, whose id is its path.
            Kind::Mhtml => mhtml::read(path, bytes, report),
            Kind::Html => html::read(path, bytes, report),
            Kind::Markdown => markdown::read(path, bytes, report),
            Kind::Text => text::read(path, bytes, report),
            Kind::Pdf => pdf::read(path, bytes, report),
            Kind::Docx => docx::read(path, bytes, report),
            Kind::Odt => odt::read(path, bytes, report),
            Kind::Epub => epub::read(path, bytes, report),
            Kind::Unreadable(what) => {
                report.file(path, format!("not read: it is {what}"));
                Vec::new()
            }
        };
        received.retain_mut(|document| self.accept(document, None, report));
        received
    }

    /// Makes the id of a document unique; says no to a text that is too large.
    fn accept(&mut self, document: &mut Received, line: Option<usize>, report: &mut Report) -> bool {
        let is_accepted = document.text.len() <= MAX_TEXT_LEN;
        let notice = match is_accepted {
            true => self.ids.claim(document),
            false => Some(format!("not read: its text is larger than {} MiB", MAX_TEXT_LEN >> 20)),
        };
        match (notice, line) {
            (Some(notice), Some(line)) => report.line(&document.path, line, notice),
            (Some(notice), None) => report.file(&document.path, notice),
            (None, _) => {}
        }
        is_accepted
    }
}

/// What is said of a file that is in order and yet has no document in it: nobody should look for it in vain.
fn nothing_in(kind: Kind) -> &'static str {
    match kind {
        Kind::Zip | Kind::Tar | Kind::Gzip => "no file in it is read: it is empty, or all of them are hidden",
        Kind::Table => "there is no document in it: it has no rows but that of the names",
        _ => "there is no document in it",
    }
}

#[cfg(test)]
mod tests;

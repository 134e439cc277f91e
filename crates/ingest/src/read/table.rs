//! Tables as text: values parted by commas, semicolons, tabs or bars. Each row is a document if a column holds a text;
//! a table without one is one document. It knows no file but tables, and guesses no text column.

use corpus::model::{BlockKind, Format};
use csv::{ReaderBuilder, StringRecord};
use sha2::{Digest, Sha256};

use super::assembly::Assembly;
use super::columns::{Column, Mapping, how_to_map};
use super::text::{reported, stem};
use super::{Layout, Reader, Received};
use crate::config::Columns;
use crate::decode::{decode, lines_in_words};
use crate::report::Report;

const DELIMITERS: [u8; 4] = [b'\t', b';', b'|', b','];

/// How many rows are looked at to tell the delimiter.
const MAX_SAMPLE_ROWS: usize = 50;

/// Whether a text is a table, told by how it begins. One that is not named so has to begin with names of columns.
pub(super) fn is_table(head: &str, ending: &str) -> bool {
    let (_, body) = stated_delimiter(head);
    let first_line = body.lines().next().unwrap_or_default();
    let mapping = |delimiter: u8| {
        let names: Vec<&str> =
            first_line.split(char::from(delimiter)).map(|name| name.trim_matches(['"', ' '])).collect();
        Mapping::of(&names, &Columns::default())
    };
    if matches!(ending, "csv" | "tsv" | "tab" | "psv") {
        // One column is a table if its name says what it holds.
        return delimiter(head).is_some() || mapping(b'\n').n_known() == 1;
    }
    // Most files are no tables: the first line says so without rows being parsed.
    let names_columns = |mapping: Mapping| mapping.idx(Column::Text).is_some() && mapping.n_known() >= 3;
    let parts_three = |delimiter: &u8| first_line.bytes().filter(|byte| byte == delimiter).nth(1).is_some();
    DELIMITERS.into_iter().filter(parts_three).any(|delimiter| names_columns(mapping(delimiter)))
        && delimiter(head).is_some_and(|(_, share)| share == 100)
}

/// Reads a table: a document for each row, or one for all of it.
pub(super) fn read(reader: &mut Reader<'_>, path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    let text = reported(path, decode(bytes), report);
    let (stated, body) = stated_delimiter(&text);
    let n_skipped = usize::from(body.len() < text.len());
    let delimiter = stated.or_else(|| delimiter(body).map(|(delimiter, _)| delimiter)).unwrap_or(b',');
    let mut rows = csv_reader(body, delimiter);
    let mut record = StringRecord::new();
    // Text that is UTF-8 already has no errors but those of the library's own limits.
    if !rows.read_record(&mut record).unwrap_or(false) {
        report.file(path, "is empty; a table without a row makes no document");
        return Vec::new();
    }
    let has_header = is_header(&record, reader.columns);
    let names: Vec<String> = match has_header {
        true => cells(&record),
        false => (1..=record.len()).map(|number| number.to_string()).collect(),
    };
    let mapping = Mapping::of(&names, reader.columns);
    let Some(text_idx) = mapping.idx(Column::Text) else {
        report.file(path, format!("kept as one table: no column holds texts: {}", how_to_map(&names)));
        return whole(reader, path, bytes, body, delimiter, report);
    };
    let mut table = Table { reader, path, names, mapping, text_idx, odd_lines: Vec::new(), empty_lines: Vec::new() };
    let mut documents = Vec::new();
    if !has_header {
        documents.extend(table.row(&record, 1 + n_skipped, body.as_bytes(), report));
    }
    loop {
        let (start, line) = (rows.position().byte(), rows.position().line());
        match rows.read_record(&mut record) {
            Ok(true) => {
                let end = rows.position().byte();
                let raw = usize::try_from(start).ok().zip(usize::try_from(end).ok());
                let raw = raw.and_then(|(start, end)| body.as_bytes().get(start..end)).unwrap_or_default();
                // The position is that of the end of the row before; blank lines between the two belong to neither.
                let n_blank = raw.iter().take_while(|&&byte| byte == b'\n').count();
                let line = usize::try_from(line).unwrap_or(usize::MAX).saturating_add(n_blank + n_skipped);
                documents.extend(table.row(&record, line, raw.trim_ascii(), report));
            }
            Ok(false) => break,
            Err(error) => {
                report.file(path, format!("not read from here on: {error}"));
                break;
            }
        }
    }
    table.report_lines(report);
    documents
}

/// A table whose rows are documents.
struct Table<'r, 'c> {
    reader: &'r mut Reader<'c>,
    path: &'r str,
    names: Vec<String>,
    mapping: Mapping,
    text_idx: usize,
    /// Lines of rows with more or fewer fields than there are columns.
    odd_lines: Vec<usize>,
    /// Lines of rows without a text.
    empty_lines: Vec<usize>,
}

impl Table<'_, '_> {
    fn row(&mut self, record: &StringRecord, line: usize, raw: &[u8], report: &mut Report) -> Option<Received> {
        if record.len() != self.names.len() {
            self.odd_lines.push(line);
        }
        let values: Vec<&str> = record.iter().collect();
        let text = values.get(self.text_idx).copied().unwrap_or_default();
        if text.trim().is_empty() {
            self.empty_lines.push(line);
            return None;
        }
        let id = self.mapping.idx(Column::Id).and_then(|idx| values.get(idx)).map(|id| id.trim().to_owned());
        let id = id.filter(|id| !id.is_empty()).unwrap_or_else(|| format!("{}:{line}", self.path));
        let mut document = Received {
            slug_hint: format!("{}-{id}", stem(self.path)),
            id,
            path: self.path.to_owned(),
            sha256: Sha256::digest(raw).into(),
            format: Format::Csv,
            text: text.to_owned(),
            layout: Layout::Clean,
            fields: self.mapping.fields(&self.names, &values),
            page_starts: Vec::new(),
        };
        self.reader.accept(&mut document, Some(line), report).then_some(document)
    }

    fn report_lines(&self, report: &mut Report) {
        if let Some(&first) = self.odd_lines.first() {
            let (n, lines) = (self.odd_lines.len(), lines_in_words(&self.odd_lines));
            let rows = if n == 1 { "row does" } else { "rows do" };
            report.line(self.path, first, format!("{n} {rows} not have as many fields as there are columns: {lines}"));
        }
        if let Some(&first) = self.empty_lines.first() {
            let (n, lines) = (self.empty_lines.len(), lines_in_words(&self.empty_lines));
            let rows = if n == 1 { "row was" } else { "rows were" };
            report.line(self.path, first, format!("{n} {rows} left out for having no text: {lines}"));
        }
    }
}

/// The whole table as one document: a row a line, its cells parted by tabs.
fn whole(
    reader: &mut Reader<'_>,
    path: &str,
    bytes: &[u8],
    body: &str,
    delimiter: u8,
    report: &mut Report,
) -> Vec<Received> {
    let mut text = String::with_capacity(body.len());
    for record in csv_reader(body, delimiter).into_records().map_while(Result::ok) {
        for (idx, cell) in record.iter().enumerate() {
            text.push_str(if idx == 0 { "" } else { "\t" });
            text.extend(cell.chars().map(|c| if matches!(c, '\t' | '\n') { ' ' } else { c }));
        }
        text.push('\n');
    }
    let mut assembly = Assembly::default();
    assembly.push(BlockKind::Table, None, &text);
    let (text, layout) = assembly.finish();
    let mut document = Received {
        id: path.to_owned(),
        path: path.to_owned(),
        slug_hint: stem(path).to_owned(),
        sha256: Sha256::digest(bytes).into(),
        format: Format::Csv,
        text,
        layout,
        ..Received::default()
    };
    if reader.accept(&mut document, None, report) { vec![document] } else { Vec::new() }
}

/// The delimiter that a first line `sep=;` states, as spreadsheets write it, and the rest.
fn stated_delimiter(text: &str) -> (Option<u8>, &str) {
    let line = text.lines().next().unwrap_or_default();
    match line.strip_prefix("sep=").map(str::as_bytes) {
        Some(&[delimiter]) if DELIMITERS.contains(&delimiter) => {
            (Some(delimiter), text[line.len()..].trim_start_matches('\n'))
        }
        _ => (None, text),
    }
}

/// The delimiter under which most rows have as many fields as the first, and how many do, in percent.
fn delimiter(text: &str) -> Option<(u8, usize)> {
    let (stated, body) = stated_delimiter(text);
    let score = |delimiter: u8| {
        let mut records = csv_reader(body, delimiter).into_records().map_while(Result::ok).take(MAX_SAMPLE_ROWS);
        let n_columns = records.next().map_or(0, |record| record.len());
        let mut widths: Vec<usize> = records.map(|record| record.len()).collect();
        // What is looked at may be cut inside of its last row.
        if widths.len() > 1 && widths.len() < MAX_SAMPLE_ROWS - 1 {
            widths.pop();
        }
        let n_same = widths.iter().filter(|&&width| width == n_columns).count();
        let share = if widths.is_empty() { 100 } else { n_same * 100 / widths.len() };
        (n_columns > 1).then_some((share, n_columns, delimiter))
    };
    let candidates = DELIMITERS.into_iter().filter(|delimiter| stated.is_none_or(|stated| stated == *delimiter));
    candidates.filter_map(score).max().map(|(share, _, delimiter)| (delimiter, share))
}

/// Whether a row names the columns: by a usual name, by one that the settings name, or by looking like names.
fn is_header(record: &StringRecord, columns: &Columns) -> bool {
    let names = cells(record);
    if Mapping::of(&names, columns).n_known() > 0 {
        return true;
    }
    let is_name = |name: &String| {
        let is_short = (1..=60).contains(&name.chars().count());
        is_short && name.starts_with(|c: char| c.is_alphabetic()) && !name.ends_with(['.', '!', '?'])
    };
    let distinct: std::collections::BTreeSet<&String> = names.iter().collect();
    names.len() > 1 && names.iter().all(is_name) && distinct.len() == names.len()
}

fn cells(record: &StringRecord) -> Vec<String> {
    record.iter().map(|cell| cell.trim().to_owned()).collect()
}

fn csv_reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(text.as_bytes())
}

#[cfg(test)]
mod tests;

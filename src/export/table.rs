//! Tables as files.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// What stands in one field.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A count.
    Number(usize),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::Text(text)
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Cell::Number(number)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Cell::Number(number as usize)
    }
}

/// Rows under named columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The rows, each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// First letters that make spreadsheets take a field for a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

impl Table {
    /// As CSV after RFC 4180, in UTF-8 with the mark by which spreadsheets know it.
    ///
    /// A text that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises against "CSV
    /// injection": documents are written by strangers.
    pub fn to_csv(&self) -> String {
        let mut csv = String::from("\u{feff}");
        let columns: Vec<Cell> = self.columns.iter().map(|&name| Cell::from(name)).collect();
        for row in std::iter::once(&columns).chain(&self.rows) {
            for (at, cell) in row.iter().enumerate() {
                if at > 0 {
                    csv.push(',');
                }
                match cell {
                    Cell::Number(number) => csv.push_str(&number.to_string()),
                    Cell::Text(text) => {
                        csv.push('"');
                        if text.starts_with(FORMULA) {
                            csv.push('\'');
                        }
                        csv.push_str(&text.replace('"', "\"\""));
                        csv.push('"');
                    }
                }
            }
            csv.push_str("\r\n");
        }
        csv
    }

    /// As JSON: a list of objects, as the words are.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Serialize for Table {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rows = serializer.serialize_seq(Some(self.rows.len()))?;
        for row in &self.rows {
            rows.serialize_element(&Row { columns: &self.columns, cells: row })?;
        }
        rows.end()
    }
}

struct Row<'t> {
    columns: &'t [&'static str],
    cells: &'t [Cell],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_map(Some(self.cells.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            match cell {
                Cell::Text(text) => row.serialize_entry(column, text)?,
                Cell::Number(number) => row.serialize_entry(column, number)?,
            }
        }
        row.end()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn table(texts: &[&str]) -> Table {
        let rows = texts.iter().map(|&text| vec![Cell::from(text), Cell::Number(7)]).collect();
        Table { columns: vec!["words", "n"], rows }
    }

    #[test]
    fn what_is_written_as_csv_is_read_by_a_reader_of_csv() {
        let texts = ["plain", "a \"quoted\", word", "two\nlines\r\nand one", "é 漢 😀", "", " space "];
        let csv = table(&texts).to_csv();
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        assert_eq!(reader.headers().expect("a head"), ["words", "n"].as_slice());
        let read: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("sound rows");
        assert_eq!(read.iter().map(|row| &row[0]).collect::<Vec<_>>(), texts);
        assert!(read.iter().all(|row| &row[1] == "7"));
    }

    #[test]
    fn nothing_in_a_csv_file_is_a_formula() {
        for begin in FORMULA {
            let csv = table(&[&format!("{begin}HYPERLINK(\"x\")")]).to_csv();
            assert!(csv.contains(&format!("\"'{begin}HYPERLINK")), "{csv}");
        }
    }

    #[test]
    fn json_has_the_words_as_they_are() {
        let texts = ["=1+1", "\"quoted\"\u{1}", "é\n"];
        let read: serde_json::Value = serde_json::from_str(&table(&texts).to_json()).expect("JSON");
        let rows = read.as_array().expect("a list");
        assert_eq!(rows.iter().map(|row| row["words"].as_str().expect("words")).collect::<Vec<_>>(), texts);
        assert_eq!(rows[0]["n"], 7);
    }
}

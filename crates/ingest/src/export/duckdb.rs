//! For DuckDB: a CSV file for each table, and the statements that make the tables and load them.
//!
//! <https://duckdb.org/docs/stable/data/csv/overview>. Cells stand as they are: these files are for engines, not for
//! spreadsheets, which may take a text for a formula.

use std::io::{self, Write};

use super::tables::TABLES;
use super::{Cell, Folder, Source, Table, Type};

/// A longer row has to be announced.
const MAX_ROW_BYTES: usize = 2_000_000;

pub(super) fn write(source: &Source<'_>, folder: &mut Folder) -> io::Result<Vec<(&'static str, u64)>> {
    let mut counts = Vec::new();
    let mut statements = String::from("-- Run this inside its own folder: duckdb collection.duckdb < load.sql\n");
    for table in TABLES {
        let mut out = csv::Writer::from_writer(folder.create(&format!("{}.csv", table.name))?);
        out.write_record(columns(table).map(|(name, _)| name))?;
        let (mut n_rows, mut longest) = (0, 0);
        table.rows(source, &mut |cells| {
            n_rows += 1;
            let cells = table.columns.iter().zip(cells).filter(|((_, kind), _)| *kind != Type::Keys);
            let cells: Vec<String> = cells.map(|(_, cell)| text(cell)).collect();
            // Each mark in a cell may be doubled; two stand around it, and something behind it.
            longest = longest.max(cells.iter().map(|cell| 2 * cell.len() + 3).sum());
            out.write_record(cells).map_err(io::Error::from)
        })?;
        out.flush()?;
        counts.push((table.name, n_rows));
        statements.push_str(&load(table, longest));
    }
    let mut out = folder.create("load.sql")?;
    out.write_all(statements.as_bytes())?;
    out.flush()?;
    Ok(counts)
}

fn columns(table: &Table) -> impl Iterator<Item = (&'static str, Type)> {
    table.columns.iter().copied().filter(|(_, kind)| *kind != Type::Keys)
}

/// What is missing is an empty cell, and becomes NULL.
fn text(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Missing | Cell::Keys(_) => String::new(),
        Cell::Text(text) => (*text).to_owned(),
        Cell::Own(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Decimal(number) => number.to_string(),
        Cell::Flag(flag) => flag.to_string(),
    }
}

fn load(table: &Table, longest: usize) -> String {
    let kind = |kind: Type| match kind {
        Type::Key | Type::Text | Type::Keys => "VARCHAR",
        Type::Number => "BIGINT",
        Type::Decimal => "DOUBLE",
        Type::Flag => "BOOLEAN",
        Type::Day => "DATE",
    };
    let fields: Vec<String> = columns(table).map(|(name, of)| format!("  \"{name}\" {}", kind(of))).collect();
    let room = if longest > MAX_ROW_BYTES { format!(", MAX_LINE_SIZE {longest}") } else { String::new() };
    let name = table.name;
    // All is said, nothing guessed from the first rows; rows with line ends in them are read one after the other.
    let options =
        format!("HEADER true, DELIMITER ',', QUOTE '\"', ESCAPE '\"', AUTO_DETECT false, PARALLEL false{room}");
    format!(
        "\nCREATE TABLE \"{name}\" (\n{}\n);\nCOPY \"{name}\" FROM '{name}.csv' (FORMAT csv, {options});\n",
        fields.join(",\n")
    )
}

//! How many names are right: exact span and kind, all names of all documents together, as `score_entities` counts.

use std::collections::BTreeSet;
use std::path::Path;

use corpus::model::Document;
use ingest::recognize::Found;
use ingest::recognize::training::{KINDS, kind_idx};
use serde::Deserialize;

use crate::texts::{Marked, document};

/// A document with its right names; predictions that touch what is to be ignored are not counted.
pub struct Gold {
    pub document: Document,
    names: BTreeSet<(usize, usize, u8)>,
    ignored: Vec<(usize, usize)>,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    entities: Vec<Entity>,
    #[serde(default)]
    ignore: Vec<Span>,
}

#[derive(Deserialize)]
struct Entity {
    start: usize,
    end: usize,
    kind: String,
}

#[derive(Deserialize)]
struct Span {
    start: usize,
    end: usize,
}

/// Reads JSON Lines with offsets in characters.
pub fn read(path: &Path) -> Vec<Gold> {
    let text = std::fs::read_to_string(path).expect("a file of documents");
    let lines = text.lines().map(|line| serde_json::from_str::<Line>(line).expect("a document with its names"));
    let gold = lines.map(|line| {
        let mut bytes: Vec<usize> = line.text.char_indices().map(|(at, _)| at).collect();
        bytes.push(line.text.len());
        let number = |kind: &str| KINDS.iter().position(|known| known.word() == kind);
        let names = line.entities.iter().filter_map(|entity| {
            Some((bytes[entity.start], bytes[entity.end], u8::try_from(number(&entity.kind)?).ok()?))
        });
        Gold {
            names: names.collect(),
            ignored: line.ignore.iter().map(|span| (bytes[span.start], bytes[span.end])).collect(),
            document: document(&line.text),
        }
    });
    gold.collect()
}

/// Marked texts as gold.
pub fn of_marked(all: &[Marked]) -> Vec<Gold> {
    let gold = all.iter().map(|marked| Gold {
        document: marked.document(),
        names: marked.names.iter().map(|(range, kind)| (range.start, range.end, *kind)).collect(),
        ignored: Vec::new(),
    });
    gold.collect()
}

/// Right, found and wanted names of each kind.
#[derive(Clone, Copy, Default)]
pub struct Score([[u32; 3]; 3]);

pub fn score(gold: &[Gold], find: impl Fn(&Document) -> Vec<Found>) -> Score {
    let mut score = Score::default();
    for gold in gold {
        let found = find(&gold.document);
        let names: BTreeSet<_> = found
            .iter()
            .filter_map(|found| {
                let (start, end) = (found.span.start() as usize, found.span.end() as usize);
                let is_ignored = gold.ignored.iter().any(|&(a, b)| start < b && a < end);
                Some((start, end, kind_idx(found.kind)?)).filter(|_| !is_ignored)
            })
            .collect();
        for kind in 0..3u8 {
            let counts = &mut score.0[usize::from(kind)];
            counts[0] += names.intersection(&gold.names).filter(|name| name.2 == kind).count() as u32;
            counts[1] += names.iter().filter(|name| name.2 == kind).count() as u32;
            counts[2] += gold.names.iter().filter(|name| name.2 == kind).count() as u32;
        }
    }
    score
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let figures = |[right, found, wanted]: [u32; 3]| {
            let share = |of: u32| 100.0 * f64::from(right) / f64::from(of.max(1));
            (share(found), share(wanted), 200.0 * f64::from(right) / f64::from((found + wanted).max(1)))
        };
        let all = self.0.iter().fold([0; 3], |all, kind| [all[0] + kind[0], all[1] + kind[1], all[2] + kind[2]]);
        let (precision, recall, f1) = figures(all);
        let [person, organization, place] = self.0.map(|kind| figures(kind).2);
        write!(
            f,
            "P {precision:.1} R {recall:.1} F1 {f1:.1}  (person {person:.1} organization {organization:.1} place {place:.1})"
        )
    }
}

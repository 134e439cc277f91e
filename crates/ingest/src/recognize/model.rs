//! What was learned, as a file and in memory: weights of features for each tag, weights of a tag after another, how words
//! are usually written, and how sure a name is for how far it is ahead of its best alternative.
//!
//! All numbers are whole: the same text gets the same names on every machine.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use thiserror::Error;

use super::casing::{CasingTable, Usual};
use super::decode::Allowed;
use super::tags::N_TAGS;

/// The first bytes of a model file.
const MAGIC: &[u8; 8] = b"NAMES 1\n";

/// Room for the weights of one feature: a power of two that holds all tags.
pub(super) const ROW_LEN: usize = 16;

/// The weights of one feature for each tag; the last three are nought.
pub(super) type Row = [i16; ROW_LEN];

/// Weights of features, as they are learned and stored.
pub type Weights = Vec<(u32, [i8; N_TAGS])>;

/// What was learned, before it is packed for use.
#[derive(Clone, Debug, Default)]
pub struct Learned {
    /// How words are usually written.
    pub casing: CasingTable,
    /// The weights of each feature.
    pub weights: Weights,
    /// The weight of a tag (second index) after another (first index).
    pub transitions: [[i16; N_TAGS]; N_TAGS],
    /// Steps of how far a name is ahead of its best alternative, rising, and how many percent of such names are right.
    /// Names below the first step are left out.
    pub confidence: Vec<(u16, u8)>,
}

/// Why a model file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the model file is damaged or of another version: learn it again with `cargo xtask train`")]
pub struct BadModel;

impl Learned {
    /// The bytes of a model file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put(&mut out, self.confidence.len() as u32);
        for &(step, percent) in &self.confidence {
            out.extend(step.to_le_bytes());
            out.push(percent);
        }
        self.transitions.iter().flatten().for_each(|weight| out.extend(weight.to_le_bytes()));
        let words = self.casing.sorted();
        put(&mut out, words.len() as u32);
        let mut last = 0;
        for (word, usual) in words {
            // The number is of 28 bits, so there is room for one of five answers.
            put(&mut out, (word - last) * 5 + (usual as u32).saturating_sub(1));
            last = word;
        }
        let mut weights: Vec<_> =
            self.weights.iter().filter(|(_, row)| row.iter().any(|&weight| weight != 0)).collect();
        weights.sort_by_key(|(feature, _)| *feature);
        put(&mut out, weights.len() as u32);
        // Numbers of a kind stand together: that packs better.
        last = 0;
        for (feature, _) in &weights {
            put(&mut out, feature - last);
            last = *feature;
        }
        let masks = weights
            .iter()
            .map(|(_, row)| (0..N_TAGS).filter(|&tag| row[tag] != 0).fold(0u16, |mask, tag| mask | 1 << tag));
        masks.for_each(|mask| out.extend(mask.to_le_bytes()));
        for (_, row) in &weights {
            out.extend(row.iter().filter(|&&weight| weight != 0).map(|weight| weight.to_le_bytes()[0]));
        }
        packed(&out)
    }

    /// Reads what [`Self::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BadModel> {
        let unpacked = unpacked(bytes.strip_prefix(MAGIC).ok_or(BadModel)?)?;
        let mut bytes = unpacked.as_slice();
        let mut learned = Self::default();
        for _ in 0..take(&mut bytes)? {
            let step = u16::from_le_bytes(take_bytes(&mut bytes)?);
            let [percent] = take_bytes(&mut bytes)?;
            learned.confidence.push((step, percent));
        }
        for weight in learned.transitions.iter_mut().flatten() {
            *weight = i16::from_le_bytes(take_bytes(&mut bytes)?);
        }
        let mut words = Vec::new();
        let mut word = 0u32;
        for _ in 0..take(&mut bytes)? {
            let packed = take(&mut bytes)?;
            word = word.checked_add(packed / 5).ok_or(BadModel)?;
            words.push((word, Usual::KNOWN[packed as usize % 5]));
        }
        learned.casing = CasingTable::new(words);
        let mut feature = 0u32;
        for _ in 0..take(&mut bytes)? {
            feature = feature.checked_add(take(&mut bytes)?).ok_or(BadModel)?;
            learned.weights.push((feature, [0; N_TAGS]));
        }
        let mut masks = Vec::with_capacity(learned.weights.len());
        for _ in 0..learned.weights.len() {
            masks.push(u16::from_le_bytes(take_bytes(&mut bytes)?));
        }
        for ((_, row), mask) in learned.weights.iter_mut().zip(masks) {
            for (_, weight) in row.iter_mut().enumerate().filter(|(tag, _)| mask & 1 << tag != 0) {
                *weight = i8::from_le_bytes(take_bytes(&mut bytes)?);
            }
        }
        bytes.is_empty().then_some(learned).ok_or(BadModel)
    }
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut out = DeflateEncoder::new(MAGIC.to_vec(), Compression::best());
    // Writing to memory does not fail.
    let _ = out.write_all(bytes);
    out.finish().unwrap_or_default()
}

/// The largest model that is read: a damaged file must not fill the memory.
const MAX_LEN: u64 = 64 << 20;

fn unpacked(bytes: &[u8]) -> Result<Vec<u8>, BadModel> {
    let mut out = Vec::new();
    DeflateDecoder::new(bytes).take(MAX_LEN).read_to_end(&mut out).map_err(|_| BadModel)?;
    Ok(out)
}

/// Adds a number in groups of seven bits, the lowest first.
fn put(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 & 0x7f | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn take(bytes: &mut &[u8]) -> Result<u32, BadModel> {
    let mut number = 0u32;
    for shift in [0, 7, 14, 21, 28] {
        let [byte] = take_bytes(bytes)?;
        number |= u32::from(byte & 0x7f).checked_shl(shift).ok_or(BadModel)?;
        if byte < 0x80 {
            return Ok(number);
        }
    }
    Err(BadModel)
}

fn take_bytes<const N: usize>(bytes: &mut &[u8]) -> Result<[u8; N], BadModel> {
    let (first, rest) = bytes.split_first_chunk::<N>().ok_or(BadModel)?;
    *bytes = rest;
    Ok(*first)
}

/// What was learned, ready for use.
#[derive(Clone, Debug)]
pub struct Model {
    pub(super) casing: CasingTable,
    pub(super) allowed: Allowed,
    confidence: Vec<(u16, u8)>,
    /// Features and their rows, each at the place its number asks for or after it; row 0 stands for an empty place.
    slots: Vec<(u32, u32)>,
    rows: Vec<Row>,
}

impl Model {
    /// Packs what was learned.
    pub fn new(learned: &Learned) -> Self {
        let n_slots = (learned.weights.len() * 2 + 16).next_power_of_two();
        let (mut slots, mut rows) = (vec![(0, 0); n_slots], vec![[0; ROW_LEN]]);
        for (feature, weights) in &learned.weights {
            let mut at = *feature as usize & (n_slots - 1);
            while slots[at].1 != 0 {
                at = (at + 1) & (n_slots - 1);
            }
            slots[at] = (*feature, rows.len() as u32);
            let mut row = [0; ROW_LEN];
            row.iter_mut().zip(weights).for_each(|(wide, &weight)| *wide = weight.into());
            rows.push(row);
        }
        let allowed = Allowed::new(&learned.transitions.map(|row| row.map(i32::from)));
        Self { casing: learned.casing.clone(), allowed, confidence: learned.confidence.clone(), slots, rows }
    }

    /// Adds the weights of a feature to `sum`. A sum of a hundred features stays far within its bounds.
    pub(super) fn add(&self, feature: u32, sum: &mut Row) {
        let mask = self.slots.len() - 1;
        let mut at = feature as usize & mask;
        loop {
            let (other, row) = self.slots[at];
            if row == 0 {
                return;
            }
            if other == feature {
                let row = &self.rows[row as usize];
                sum.iter_mut().zip(row).for_each(|(sum, &weight)| *sum = sum.wrapping_add(weight));
                return;
            }
            at = (at + 1) & mask;
        }
    }

    /// How sure a name is that is so far ahead of its best alternative, in percent; nothing if it is to be left out.
    pub(super) fn confidence(&self, margin: i32) -> Option<u8> {
        let at = self.confidence.partition_point(|&(step, _)| i32::from(step) <= margin);
        Some(self.confidence.get(at.checked_sub(1)?)?.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learned() -> Learned {
        let mut row = [0; N_TAGS];
        (row[3], row[12]) = (-7, 100);
        Learned {
            casing: CasingTable::new([(7, Usual::Lower), (1 << 27, Usual::Capitals)]),
            weights: vec![(5, row), (u32::MAX, row)],
            transitions: [[-300; N_TAGS]; N_TAGS],
            confidence: vec![(10, 60), (300, 95)],
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let bytes = learned().to_bytes();
        let read = Learned::from_bytes(&bytes).expect("what was just written");
        assert_eq!(read.to_bytes(), bytes);
        assert_eq!(read.weights, learned().weights);
    }

    #[test]
    fn damaged_files_are_refused() {
        let bytes = learned().to_bytes();
        for len in 0..bytes.len() {
            assert_eq!(Learned::from_bytes(&bytes[..len]).map(|_| ()), Err(BadModel), "{len}");
        }
    }

    #[test]
    fn features_without_weights_add_nothing() {
        let model = Model::new(&learned());
        let mut sum = [0; ROW_LEN];
        [5, 6, 21, u32::MAX].iter().for_each(|&feature| model.add(feature, &mut sum));
        assert_eq!((sum[3], sum[12], sum[0]), (-14, 200, 0));
    }

    #[test]
    fn names_hardly_ahead_are_left_out() {
        let model = Model::new(&learned());
        assert_eq!([9, 10, 299, 300].map(|margin| model.confidence(margin)), [None, Some(60), Some(60), Some(95)]);
    }
}

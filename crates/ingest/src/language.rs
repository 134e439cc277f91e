//! language: to be written.

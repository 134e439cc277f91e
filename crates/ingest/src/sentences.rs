//! sentences: to be written.

//! lists: to be written.

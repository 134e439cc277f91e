//! recognize: to be written.

//! quotations: to be written.

//! Arguments to a checked job.

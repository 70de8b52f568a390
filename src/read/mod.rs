//! The readers: each turns the text of a file into a checked journey or into every problem found in it.

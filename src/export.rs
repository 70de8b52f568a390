//! From a checked journey to the bytes of the files asked for: layouts matched with formats.

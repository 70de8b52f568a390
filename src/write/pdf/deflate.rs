//! Streams made smaller (ISO 32000-1, 7.4.4).
//!
//! `lopdf` does that too, at the highest level and with a new state for each stream. That is dearer (`docs/performance.md`), and files are less
//! than a two-hundredth smaller.

use std::cell::RefCell;

use flate2::{Compress, Compression, FlushCompress, Status};
use lopdf::Stream;

/// What names the filter takes in a dictionary.
const NAMED: usize = 19;

thread_local! {
    /// The state of each worker: a poster has a dozen streams, most of them short.
    static STATE: RefCell<Compress> = RefCell::new(Compress::new(Compression::default(), true));
}

/// Compresses a stream, unless it stays as large or has been already.
pub(super) fn compress(stream: &mut Stream) {
    if stream.dict.has(b"Filter") {
        return;
    }
    if let Some(packed) = packed(&stream.content).filter(|packed| packed.len() + NAMED < stream.content.len()) {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
    }
}

/// The same bytes whatever was compressed before; nothing where that fails, and the stream stays as it is.
fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    STATE.with_borrow_mut(|state| {
        state.reset();
        let mut packed = Vec::with_capacity(bytes.len() / 2 + 64);
        loop {
            let read = usize::try_from(state.total_in()).ok()?;
            match state.compress_vec(&bytes[read..], &mut packed, FlushCompress::Finish).ok()? {
                Status::StreamEnd => break,
                Status::Ok | Status::BufError => packed.reserve(packed.capacity().max(64)),
            }
        }
        packed.shrink_to_fit();
        Some(packed)
    })
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    fn compressed(content: &[u8]) -> Stream {
        let mut stream = Stream::new(dictionary! {}, content.to_vec());
        compress(&mut stream);
        stream
    }

    #[test]
    fn what_was_compressed_before_changes_nothing() {
        let texts: Vec<Vec<u8>> =
            (1..6_usize).map(|of| (0..of * of * 4000).map(|nth| b"klantreis"[nth * of % 9]).collect()).collect();
        let fresh = |text: &Vec<u8>| std::thread::scope(|scope| scope.spawn(|| compressed(text).content).join().unwrap());
        for text in texts.iter().chain(texts.iter().rev()) {
            let stream = compressed(text);
            assert_eq!(stream.content, fresh(text));
            assert_eq!(stream.decompressed_content().unwrap(), *text);
        }
    }

    #[test]
    fn what_stays_as_large_is_left_as_it_is() {
        let noise: Vec<u8> = (0..200_u32).map(|nth| (nth.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let stream = compressed(&noise);
        assert!(!stream.dict.has(b"Filter") && stream.content == noise);
        // Nor is it compressed twice.
        let mut twice = compressed(&[b'k'; 4000]);
        let once = twice.clone();
        compress(&mut twice);
        assert_eq!(twice, once);
    }
}

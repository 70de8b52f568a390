//! A document as the bytes of a file (ISO 32000-1, 7.3 and 7.5): what is no stream stands compressed, a hundred objects to a stream.
//!
//! `lopdf` saves too, but from a copy of all objects: a large tree of tags is made here as it is written, and never held.

use std::collections::BTreeMap;
use std::io::Write;

use super::deflate::compress;
use lopdf::{Dictionary, Document, Error, Object, Stream, StringFormat, dictionary};

/// The objects of one stream: readers unpack all of it for one of them.
const PACK: usize = 100;

/// Where an object stands.
enum Place {
    /// At a byte of the file.
    At(u32),
    /// In a stream, as which of its objects.
    In(u32, u16),
}

/// A file as far as it is written.
struct File {
    bytes: Vec<u8>,
    /// By the number of the object.
    places: BTreeMap<u32, Place>,
    /// The objects that wait for their stream to be full.
    pack: Vec<(u32, Vec<u8>)>,
    /// The number of the last object.
    last: u32,
}

/// The file of a document and of `later`, objects with numbers that it has given out and that are asked for when all others are written.
///
/// # Errors
/// When it is larger than 4 GiB.
pub(super) fn save(document: Document, later: impl Iterator<Item = (u32, Object)>) -> Result<Vec<u8>, Error> {
    let Document { version, binary_mark, trailer, objects, max_id, .. } = document;
    let mut file = File { bytes: Vec::new(), places: BTreeMap::new(), pack: Vec::new(), last: max_id };
    let out = &mut file.bytes;
    put(out, format_args!("%PDF-{version}\n%"));
    out.extend(binary_mark);
    out.push(b'\n');
    for (number, object) in objects.into_iter().map(|((number, _), object)| (number, object)).chain(later) {
        match object {
            Object::Stream(mut stream) => {
                if stream.allows_compression {
                    compress(&mut stream);
                }
                file.stream(number, &stream)?;
            }
            object => file.pack(number, &object)?,
        }
    }
    file.end_pack()?;
    file.end(trailer)
}

impl File {
    fn stream(&mut self, number: u32, stream: &Stream) -> Result<(), Error> {
        let place = u32::try_from(self.bytes.len()).map_err(|_| too_large())?;
        self.places.insert(number, Place::At(place));
        let out = &mut self.bytes;
        put(out, format_args!("{number} 0 obj\n"));
        dictionary(out, &stream.dict);
        out.extend_from_slice(b"stream\n");
        out.extend_from_slice(&stream.content);
        out.extend_from_slice(b"\nendstream\nendobj\n");
        Ok(())
    }

    fn pack(&mut self, number: u32, packed: &Object) -> Result<(), Error> {
        let mut bytes = Vec::new();
        object(&mut bytes, packed);
        self.pack.push((number, bytes));
        if self.pack.len() == PACK { self.end_pack() } else { Ok(()) }
    }

    fn end_pack(&mut self) -> Result<(), Error> {
        let pack = std::mem::take(&mut self.pack);
        if pack.is_empty() {
            return Ok(());
        }
        self.last += 1;
        let (mut head, mut body) = (Vec::new(), Vec::new());
        for (nth, (number, bytes)) in (0..).zip(&pack) {
            self.places.insert(*number, Place::In(self.last, nth));
            put(&mut head, format_args!("{number} {} ", body.len()));
            body.extend_from_slice(bytes);
            body.push(b' ');
        }
        let count = dictionary! { "Type" => "ObjStm", "N" => whole(pack.len()), "First" => whole(head.len()) };
        head.append(&mut body);
        let mut stream = Stream::new(count, head);
        compress(&mut stream);
        self.stream(self.last, &stream)
    }

    /// Says where everything stands.
    fn end(mut self, trailer: Dictionary) -> Result<Vec<u8>, Error> {
        let start = u32::try_from(self.bytes.len()).map_err(|_| too_large())?;
        self.last += 1;
        self.places.insert(self.last, Place::At(start));
        // The head of the list of numbers that are free, which has no other.
        let mut rows: Vec<u8> = vec![0, 0, 0, 0, 0, 0xFF, 0xFF];
        let mut runs: Vec<(u32, u32)> = vec![(0, 1)];
        for (number, place) in &self.places {
            match runs.last_mut() {
                Some((first, count)) if *first + *count == *number => *count += 1,
                _ => runs.push((*number, 1)),
            }
            let (kind, wide, narrow) = match *place {
                Place::At(byte) => (1, byte, 0),
                Place::In(stream, nth) => (2, stream, nth),
            };
            rows.push(kind);
            rows.extend(wide.to_be_bytes());
            rows.extend(narrow.to_be_bytes());
        }
        let index: Vec<Object> =
            runs.into_iter().flat_map(|(first, count)| [first, count]).map(|number| i64::from(number).into()).collect();
        let mut known = trailer;
        known.set("Type", "XRef");
        known.set("Size", i64::from(self.last) + 1);
        known.set("W", vec![Object::Integer(1), Object::Integer(4), Object::Integer(2)]);
        known.set("Index", index);
        let mut stream = Stream::new(known, rows);
        compress(&mut stream);
        self.stream(self.last, &stream)?;
        put(&mut self.bytes, format_args!("startxref\n{start}\n%%EOF\n"));
        Ok(self.bytes)
    }
}

fn object(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => put(out, format_args!("{value}")),
        Object::Integer(value) => put(out, format_args!("{value}")),
        // It comes out without an exponent, which readers of PDF do not know.
        Object::Real(value) => put(out, format_args!("{value}")),
        Object::Name(name) => self::name(out, name),
        Object::String(text, StringFormat::Literal) => {
            out.push(b'(');
            for byte in text {
                match byte {
                    b'(' | b')' | b'\\' => out.extend([b'\\', *byte]),
                    b'\r' => out.extend_from_slice(b"\\r"),
                    _ => out.push(*byte),
                }
            }
            out.push(b')');
        }
        Object::String(text, StringFormat::Hexadecimal) => {
            out.push(b'<');
            for byte in text {
                put(out, format_args!("{byte:02X}"));
            }
            out.push(b'>');
        }
        Object::Array(items) => {
            out.push(b'[');
            for (nth, item) in items.iter().enumerate() {
                if nth > 0 {
                    out.push(b' ');
                }
                self::object(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(entries) => dictionary(out, entries),
        // A stream is an object of its own (7.3.8): what says something of one is its dictionary.
        Object::Stream(stream) => dictionary(out, &stream.dict),
        Object::Reference((number, generation)) => put(out, format_args!("{number} {generation} R")),
    }
}

fn dictionary(out: &mut Vec<u8>, entries: &Dictionary) {
    out.extend_from_slice(b"<<");
    for (key, value) in entries {
        name(out, key);
        out.push(b' ');
        object(out, value);
    }
    out.extend_from_slice(b">>");
}

fn name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            out.push(*byte);
        } else {
            put(out, format_args!("#{byte:02X}"));
        }
    }
}

fn put(out: &mut Vec<u8>, said: std::fmt::Arguments) {
    let _ = out.write_fmt(said);
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn too_large() -> Error {
    std::io::Error::new(std::io::ErrorKind::FileTooLarge, "it is larger than 4 GiB").into()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_object() -> impl Strategy<Value = Object> {
        let text = || prop::collection::vec(any::<u8>(), 0..12);
        let leaf = prop_oneof![
            Just(Object::Null),
            any::<bool>().prop_map(Object::Boolean),
            any::<i32>().prop_map(|number| Object::Integer(number.into())),
            // Whole ones come back as integers: on the page they are the same.
            any::<i16>().prop_map(|number| Object::Real((f32::from(number) + 0.5) / 128.0)),
            prop::collection::vec(1..=255_u8, 1..12).prop_map(Object::Name),
            text().prop_map(|text| Object::String(text, StringFormat::Literal)),
            text().prop_map(|text| Object::String(text, StringFormat::Hexadecimal)),
            (1..900_u32).prop_map(|number| Object::Reference((number, 0))),
        ];
        leaf.prop_recursive(3, 24, 5, |inner| {
            let entries = prop::collection::vec((prop::collection::vec(1..=255_u8, 1..6), inner.clone()), 0..5);
            prop_oneof![
                prop::collection::vec(inner, 0..5).prop_map(Object::Array),
                entries.prop_map(|entries| Object::Dictionary(entries.into_iter().collect())),
            ]
        })
    }

    /// What a reader finds of objects; those from `later` on are asked for last.
    fn read_back(objects: &[Object], later: usize) -> Vec<Object> {
        let mut document = Document::with_version("1.7");
        let catalog = document.add_object(dictionary! { "Type" => "Catalog" });
        document.trailer.set("Root", catalog);
        let ids: Vec<_> = objects.iter().map(|_| document.new_object_id()).collect();
        for (id, object) in ids.iter().zip(objects).take(later) {
            document.set_object(*id, object.clone());
        }
        let rest = ids.iter().zip(objects).skip(later).map(|(id, object)| (id.0, object.clone()));
        let bytes = save(document, rest).unwrap();
        let read = Document::load_mem(&bytes).unwrap();
        ids.iter().map(|id| read.get_object(*id).unwrap().clone()).collect()
    }

    proptest! {
        #[test]
        fn any_object_is_read_back(object in any_object()) {
            let objects = [dictionary! { "It" => object }.into()];
            prop_assert_eq!(read_back(&objects, 1), objects);
        }
    }

    #[test]
    fn more_objects_than_a_stream_holds_are_read_back_in_place() {
        let stream = Stream::new(dictionary! { "Kind" => "Test" }, b"endstream endobj ".repeat(9)).with_compression(false);
        let mut objects: Vec<Object> = (0..3 * whole(PACK) + 7).map(|number| vec![Object::Integer(number)].into()).collect();
        objects.insert(150, stream.into());
        let read = read_back(&objects, 120);
        assert_eq!(read.len(), objects.len());
        for (nth, (read, object)) in read.iter().zip(&objects).enumerate() {
            match (read, object) {
                (Object::Stream(read), Object::Stream(stream)) => assert_eq!(read.content, stream.content),
                _ => assert_eq!(read, object, "object {nth}"),
            }
        }
    }
}

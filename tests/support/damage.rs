//! Font files, damaged: the same damage for the same number.

/// How often something is damaged: as often as `KLANTREIS_DAMAGED` says, else `few` times.
pub fn rounds(few: u64) -> u64 {
    let asked = std::env::var("KLANTREIS_DAMAGED").ok();
    asked.map_or(few, |asked| asked.parse().expect("KLANTREIS_DAMAGED is a number of rounds"))
}

/// Numbers that look random (`SplitMix64`), the same for the same seed.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below another, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }
}

/// A table of a font: where its record stands, and its place in the file.
struct Table {
    record: usize,
    start: usize,
    end: usize,
}

fn number(font: &[u8], at: usize) -> usize {
    font.get(at..at + 4).map_or(0, |bytes| u32::from_be_bytes(bytes.try_into().unwrap()) as usize)
}

/// The tables of all faces of a sound font file.
fn tables(font: &[u8]) -> Vec<Table> {
    let faces =
        if font.starts_with(b"ttcf") { (0..number(font, 8)).map(|face| number(font, 12 + 4 * face)).collect() } else { vec![0] };
    let of_face = |face: usize| {
        let count = usize::from(u16::from_be_bytes([font[face + 4], font[face + 5]]));
        (0..count).map(move |index| face + 12 + 16 * index)
    };
    let table = |record: usize| {
        let start = number(font, record + 8);
        Table { record, start, end: start + number(font, record + 12) }
    };
    faces.into_iter().flat_map(of_face).map(table).filter(|table| table.start < table.end).collect()
}

/// Where the record of a table stands in a sound font file, in the first face that has the table.
pub fn record(font: &[u8], tag: &str) -> usize {
    let tables = tables(font);
    tables.iter().find(|table| &font[table.record..table.record + 4] == tag.as_bytes()).expect("the table").record
}

/// Where a table begins, by its record.
pub fn start(font: &[u8], record: usize) -> usize {
    number(font, record + 8)
}

/// How many kinds of damage there are; the seed chooses one.
pub const KINDS: u64 = 7;

/// A font file with damage of a kind that the seed chooses, and what was done to it.
pub fn damaged(font: &[u8], seed: u64) -> (String, Vec<u8>) {
    let mut random = Random(seed);
    let mut bytes = font.to_vec();
    let tables = tables(font);
    let table = &tables[random.below(tables.len())];
    let name = String::from_utf8_lossy(&font[table.record..table.record + 4]).into_owned();
    let length = table.end - table.start;
    let what = match seed % KINDS {
        0 => {
            let count = 1 + random.below(64);
            for _ in 0..count {
                let at = random.below(bytes.len());
                bytes[at] = random.next().to_le_bytes()[0];
            }
            format!("{count} bytes changed anywhere")
        }
        1 => {
            bytes.truncate(random.below(font.len()));
            format!("cut off after {} bytes", bytes.len())
        }
        2 => {
            let from = table.start + if random.below(2) == 0 { 0 } else { random.below(length) };
            bytes[from..table.end].fill(0);
            format!("`{name}` zeroed from {}", from - table.start)
        }
        3 => {
            for at in (1..length).rev() {
                bytes.swap(table.start + at, table.start + random.below(at + 1));
            }
            format!("`{name}` shuffled")
        }
        4 => {
            // Small tables, such as `head` and `maxp`, are seldom hit by chance.
            let count = 1 + random.below(8);
            for _ in 0..count {
                bytes[table.start + random.below(length)] = random.next().to_le_bytes()[0];
            }
            format!("{count} bytes changed in `{name}`")
        }
        5 => {
            let other = &tables[random.below(tables.len())];
            let places = |record: usize| record + 8..record + 16;
            let (one, two) = (bytes[places(table.record)].to_vec(), bytes[places(other.record)].to_vec());
            bytes[places(table.record)].copy_from_slice(&two);
            bytes[places(other.record)].copy_from_slice(&one);
            format!("`{name}` exchanged with another table")
        }
        _ => {
            // The beginning of a table has its counts and offsets.
            let end = length.min(40);
            let count = 1 + random.below(3);
            for _ in 0..count {
                let at = table.start + random.below(end);
                bytes[at] = [0, 1, 0x7F, 0x80, 0xFF][random.below(5)];
            }
            format!("{count} bytes changed at the beginning of `{name}`")
        }
    };
    (what, bytes)
}

/// A collection of the faces of font files. Tables that are alike stand in it once, as in collections of others.
pub fn collection(fonts: &[&[u8]]) -> Vec<u8> {
    let directories: Vec<Vec<Table>> = fonts.iter().map(|font| tables(font)).collect();
    let mut bytes = b"ttcf\0\x01\0\0".to_vec();
    bytes.extend(u32::try_from(fonts.len()).unwrap().to_be_bytes());
    let mut at = 12 + 4 * fonts.len();
    for tables in &directories {
        bytes.extend(u32::try_from(at).unwrap().to_be_bytes());
        at += 12 + 16 * tables.len();
    }
    let mut body: Vec<u8> = Vec::new();
    let mut known: Vec<(&[u8], usize)> = Vec::new();
    for (font, tables) in fonts.iter().zip(&directories) {
        bytes.extend(&font[..4]);
        bytes.extend(u16::try_from(tables.len()).unwrap().to_be_bytes());
        bytes.extend(&font[6..12]);
        for table in tables {
            let data = &font[table.start..table.end];
            let place = if let Some((_, place)) = known.iter().find(|(other, _)| *other == data) {
                *place
            } else {
                let place = at + body.len();
                body.extend(data);
                body.resize(body.len().next_multiple_of(4), 0);
                known.push((data, place));
                place
            };
            bytes.extend(&font[table.record..table.record + 8]);
            bytes.extend(u32::try_from(place).unwrap().to_be_bytes());
            bytes.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        }
    }
    bytes.extend(body);
    bytes
}

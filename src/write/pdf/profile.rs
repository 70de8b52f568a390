//! The profile of sRGB (IEC 61966-2-1), by which a document says what its colours are: made here, so that nobody else's rights are in it.
//!
//! It is one of the International Color Consortium, version 4.2 (ISO 15076-1): three primaries, adapted to D50 as the connection space asks
//! for, and one curve. It is the same bytes always.

/// The time in its header: the first second of 2000, as everywhere else where there is no other.
const CREATED: [u16; 6] = [2000, 1, 1, 0, 0, 0];
/// The white of the connection space, D50.
const D50: [f64; 3] = [0.9642, 1.0, 0.8249];
/// Red, green and blue of sRGB, adapted to D50 by the matrix below; together they are D50.
const PRIMARIES: [(&[u8; 4], [f64; 3]); 3] = [
    (b"rXYZ", [0.436_05, 0.222_49, 0.013_92]),
    (b"gXYZ", [0.385_10, 0.716_90, 0.097_07]),
    (b"bXYZ", [0.143_05, 0.060_61, 0.713_91]),
];
/// From D65 to D50 by Bradford's cone responses.
const ADAPTATION: [f64; 9] = [1.047_92, 0.022_93, -0.050_19, 0.029_63, 0.990_48, -0.017_07, -0.009_24, 0.015_06, 0.751_99];
/// The curve: `((a x + b) ^ g)` from `d` on, and `c x` before it.
const CURVE: [f64; 5] = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.040_45];

/// The profile as bytes.
pub(super) fn srgb() -> Vec<u8> {
    let mut tags: Vec<([u8; 4], Vec<u8>)> = vec![
        (*b"desc", words("sRGB IEC61966-2.1")),
        (*b"cprt", words("No rights are reserved")),
        (*b"wtpt", numbers(b"XYZ ", &D50)),
        (*b"chad", numbers(b"sf32", &ADAPTATION)),
    ];
    tags.extend(PRIMARIES.iter().map(|(name, primary)| (**name, numbers(b"XYZ ", primary))));
    tags.extend([b"rTRC", b"gTRC", b"bTRC"].map(|name| (*name, curve())));
    put_together(&tags)
}

/// Header, table and data; what is the same stands once.
fn put_together(tags: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let (mut table, mut data): (Vec<u8>, Vec<u8>) = (whole(tags.len()).to_vec(), Vec::new());
    let start = HEADER + 4 + tags.len() * 12;
    let mut placed: Vec<(&[u8], usize)> = Vec::new();
    for (name, content) in tags {
        let known = placed.iter().find(|(other, _)| *other == content.as_slice()).map(|(_, at)| *at);
        let at = known.unwrap_or_else(|| {
            let at = start + data.len();
            data.extend_from_slice(content);
            data.resize(data.len().next_multiple_of(4), 0);
            placed.push((content, at));
            at
        });
        table.extend_from_slice(name);
        table.extend_from_slice(&whole(at));
        table.extend_from_slice(&whole(content.len()));
    }
    let mut profile = header(start + data.len());
    profile.append(&mut table);
    profile.append(&mut data);
    profile
}

/// The bytes of a header.
const HEADER: usize = 128;

fn header(length: usize) -> Vec<u8> {
    let mut header = whole(length).to_vec();
    header.extend_from_slice(&[0; 4]);
    // Version 4.2; a profile of a monitor, from RGB to XYZ.
    header.extend_from_slice(&[4, 0x20, 0, 0]);
    header.extend_from_slice(b"mntrRGB XYZ ");
    header.extend(CREATED.iter().flat_map(|number| number.to_be_bytes()));
    header.extend_from_slice(b"acsp");
    // No platform, no flags, no maker, no model, no attributes; perceptual.
    header.resize(68, 0);
    header.extend(D50.iter().flat_map(|number| fixed(*number)));
    header.resize(HEADER, 0);
    header
}

/// A text in one language (`mluc`).
fn words(text: &str) -> Vec<u8> {
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut out = b"mluc\0\0\0\0".to_vec();
    for number in [1, 12] {
        out.extend_from_slice(&whole(number));
    }
    out.extend_from_slice(b"enUS");
    out.extend_from_slice(&whole(utf16.len()));
    out.extend_from_slice(&whole(28));
    out.extend(utf16);
    out
}

fn numbers(kind: &[u8; 4], numbers: &[f64]) -> Vec<u8> {
    let mut out = kind.to_vec();
    out.extend_from_slice(&[0; 4]);
    out.extend(numbers.iter().flat_map(|number| fixed(*number)));
    out
}

/// A curve by a formula (`para`), the fourth of those that there are.
fn curve() -> Vec<u8> {
    let mut out = b"para\0\0\0\0".to_vec();
    out.extend_from_slice(&[0, 3, 0, 0]);
    out.extend(CURVE.iter().flat_map(|number| fixed(*number)));
    out
}

/// A number with sixteen bits before the point and sixteen behind it.
#[allow(clippy::cast_possible_truncation, reason = "the numbers of this file are below three")]
fn fixed(number: f64) -> [u8; 4] {
    ((number * 65_536.0).round() as i32).to_be_bytes()
}

fn whole(number: usize) -> [u8; 4] {
    // A profile has less than a thousand bytes.
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_is_the_sum_of_the_primaries_and_the_curve_has_no_step() {
        for (place, white) in D50.into_iter().enumerate() {
            let sum: f64 = PRIMARIES.iter().map(|(_, primary)| primary[place]).sum();
            assert!((sum - white).abs() < 2e-4, "{place}: {sum}");
        }
        let [g, a, b, c, d] = CURVE;
        assert!(((a * d + b).powf(g) - c * d).abs() < 1e-6);
    }

    #[test]
    fn every_tag_lies_in_the_profile_on_a_whole_word() {
        let profile = srgb();
        let number = |at: usize| u32::from_be_bytes(profile[at..at + 4].try_into().unwrap()) as usize;
        assert_eq!(number(0), profile.len());
        assert_eq!(&profile[36..40], b"acsp");
        let count = number(HEADER);
        assert_eq!(count, 10);
        let tags: Vec<_> = (0..count).map(|nth| HEADER + 4 + nth * 12).map(|at| (number(at + 4), number(at + 8))).collect();
        assert!(tags.iter().all(|(at, length)| at % 4 == 0 && *length > 0 && at + length <= profile.len()), "{tags:?}");
        assert_eq!(tags[7].0, tags[9].0, "one curve for all three");
    }
}

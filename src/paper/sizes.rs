//! The table of named sizes, in whole micrometres.

use super::Paper;
use crate::scene::{Mm, Size};

/// A size with a name.
#[derive(Debug, PartialEq, Eq)]
pub struct NamedSize {
    /// The name, such as `A3`.
    pub name: &'static str,
    /// The family that it belongs to.
    pub family: Family,
    /// The short side in micrometres.
    pub short_um: u32,
    /// The long side in micrometres.
    pub long_um: u32,
}

/// Who defines a size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// ISO 216, the A series; its two largest from DIN 476.
    IsoA,
    /// ISO 216, the B series.
    IsoB,
    /// ISO 217: an A size with room for bleed, to be trimmed.
    IsoSra,
    /// Office paper of the United States (ANSI/ASME Y14.1 A and B among them).
    Us,
    /// Drawing sheets of ANSI/ASME Y14.1.
    Ansi,
    /// Architectural drawing sheets of ANSI/ASME Y14.1.
    Arch,
}

impl Family {
    /// The family's name for lists and help texts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::IsoA => "ISO A",
            Self::IsoB => "ISO B",
            Self::IsoSra => "ISO SRA",
            Self::Us => "US",
            Self::Ansi => "ANSI",
            Self::Arch => "ARCH",
        }
    }
}

impl NamedSize {
    /// The paper of this size.
    #[must_use]
    pub fn paper(&self) -> Paper {
        Paper {
            name: self.name.to_owned(),
            size: upright(self.short_um, self.long_um),
            read_from: None,
            margin: None,
            fits: false,
            cut_off: Mm::ZERO,
            written: None,
            spares_ink: false,
        }
    }
}

/// A size from two sides in micrometres, the shorter as its width.
pub(super) fn upright(one_um: u32, other_um: u32) -> Size {
    let mm = |um: u32| Mm(f64::from(um) / 1000.0);
    Size { width: mm(one_um.min(other_um)), height: mm(one_um.max(other_um)) }
}

const fn mm(name: &'static str, family: Family, short: u32, long: u32) -> NamedSize {
    NamedSize { name, family, short_um: short * 1000, long_um: long * 1000 }
}

/// Sides in half inches.
const fn half_inches(name: &'static str, family: Family, short: u32, long: u32) -> NamedSize {
    NamedSize { name, family, short_um: short * 12_700, long_um: long * 12_700 }
}

const A4: NamedSize = mm("A4", Family::IsoA, 210, 297);
pub(super) const A3: NamedSize = mm("A3", Family::IsoA, 297, 420);
const A2: NamedSize = mm("A2", Family::IsoA, 420, 594);
const A1: NamedSize = mm("A1", Family::IsoA, 594, 841);
const A0: NamedSize = mm("A0", Family::IsoA, 841, 1189);
const TWO_A0: NamedSize = mm("2A0", Family::IsoA, 1189, 1682);
const FOUR_A0: NamedSize = mm("4A0", Family::IsoA, 1682, 2378);

/// The papers that a poster can grow to, in ascending order.
pub(super) static GROWING: [NamedSize; 7] = [A4, A3, A2, A1, A0, TWO_A0, FOUR_A0];

/// Every named size, each family from large to small or in the order of its letters.
pub static SIZES: &[NamedSize] = &[
    FOUR_A0,
    TWO_A0,
    A0,
    A1,
    A2,
    A3,
    A4,
    mm("A5", Family::IsoA, 148, 210),
    mm("A6", Family::IsoA, 105, 148),
    mm("B0", Family::IsoB, 1000, 1414),
    mm("B1", Family::IsoB, 707, 1000),
    mm("B2", Family::IsoB, 500, 707),
    mm("B3", Family::IsoB, 353, 500),
    mm("B4", Family::IsoB, 250, 353),
    mm("B5", Family::IsoB, 176, 250),
    mm("SRA3", Family::IsoSra, 320, 450),
    half_inches("Letter", Family::Us, 17, 22),
    half_inches("Legal", Family::Us, 17, 28),
    half_inches("Tabloid", Family::Us, 22, 34),
    half_inches("ANSI-C", Family::Ansi, 34, 44),
    half_inches("ANSI-D", Family::Ansi, 44, 68),
    half_inches("ANSI-E", Family::Ansi, 68, 88),
    half_inches("ARCH-A", Family::Arch, 18, 24),
    half_inches("ARCH-B", Family::Arch, 24, 36),
    half_inches("ARCH-C", Family::Arch, 36, 48),
    half_inches("ARCH-D", Family::Arch, 48, 72),
    half_inches("ARCH-E", Family::Arch, 72, 96),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_is_upright_and_its_name_is_its_own() {
        for (index, size) in SIZES.iter().enumerate() {
            assert!(size.short_um < size.long_um, "{}", size.name);
            assert!(!SIZES[..index].iter().any(|other| other.name.eq_ignore_ascii_case(size.name)), "{}", size.name);
        }
    }

    /// ISO 216: folded across, a sheet gives the next; sides are cut to whole millimetres.
    #[test]
    fn each_iso_sheet_is_half_of_the_one_before() {
        for family in [Family::IsoA, Family::IsoB] {
            let sizes: Vec<_> = SIZES.iter().filter(|size| size.family == family).collect();
            for pair in sizes.windows(2) {
                assert_eq!(pair[1].long_um, pair[0].short_um, "{}", pair[1].name);
                assert!(pair[1].short_um.abs_diff(pair[0].long_um / 2) <= 1000, "{}", pair[1].name);
            }
        }
    }

    #[test]
    fn american_sizes_are_exact() {
        let sides = |name| SIZES.iter().find(|size| size.name == name).map(|size| (size.short_um, size.long_um));
        assert_eq!(sides("Letter"), Some((215_900, 279_400)));
        assert_eq!(sides("ARCH-D"), Some((609_600, 914_400)));
        assert_eq!(sides("ANSI-E"), Some((863_600, 1_117_600)));
    }
}

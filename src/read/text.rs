//! From bytes to text: Unicode in its forms, else the encoding that its letters are likeliest to be in.

mod pages;

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::diagnostic::{Code, Diagnostic};
use crate::tongue::say;

/// How many bytes are looked at to tell text from other things.
const SAMPLE: usize = 4096;

/// The text of a table, with its byte order mark when it has one, and what there is to know about the reading.
pub(super) fn decode(bytes: &[u8]) -> (String, Option<Diagnostic>) {
    if let Some(encoding) = unicode(bytes) {
        return (encoding.decode_without_bom_handling(bytes).0.into_owned(), None);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), None),
        Err(error) => {
            let encoding = guessed(bytes);
            let text = encoding.decode_without_bom_handling(bytes).0.into_owned();
            let (text, name) =
                pages::fitting(bytes, &text).map_or_else(|| (text, called(encoding)), |(text, page)| (text, page.to_owned()));
            let line = 1 + bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count();
            let message = say!("guessed-encoding", line = line, encoding = name);
            let help = say!("guessed-encoding-help");
            (text, Some(Diagnostic::new(Code::GuessedEncoding, message).help(help)))
        }
    }
}

/// The encoding that a text is likeliest in by its letters, such as `Shift_JIS` or Windows-1250, as browsers guess it. Where there are too
/// few to tell it is Windows-1252, in which most tables in Dutch, Danish and English are.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    const FEW: usize = 6;
    if bytes.iter().filter(|byte| !byte.is_ascii()).take(FEW).count() < FEW {
        return WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// The name of an encoding as people write it.
fn called(encoding: &'static Encoding) -> String {
    encoding.name().strip_prefix("windows-").map_or_else(|| encoding.name().to_owned(), |number| format!("Windows-{number}"))
}

/// A document that is understood although it is not UTF-8.
pub(super) struct Foreign {
    /// The text, with its byte order mark when it has one.
    pub text: String,
    /// What the encoding is called.
    pub encoding: &'static str,
    /// The first character that says something else as UTF-8, as an offset in the text; `None` where they all do.
    pub first: Option<usize>,
}

/// The text of a document that is not UTF-8; `None` when it is, or when it is damaged or in no encoding that is understood.
///
/// A document is no table: what is wrong with it can be mended, and a letter that was guessed wrong would go unseen. So what has
/// unpaired surrogates, or more characters that are UTF-8 than bytes that are not, is damaged and not read as something else.
pub(super) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    if let Some(encoding) = unicode(bytes).filter(|encoding| *encoding != UTF_8) {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?.into_owned();
        return Some(Foreign { text, encoding: "UTF-16", first: None });
    }
    if std::str::from_utf8(bytes).is_ok() || !is_western(bytes) {
        return None;
    }
    let text = WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned();
    let first = text.find(|c: char| !c.is_ascii());
    Some(Foreign { text, encoding: "Windows-1252", first })
}

/// The text of a document, for excerpts: that of [`foreign`], or what is UTF-8 in it and U+FFFD for the rest.
pub(super) fn shown(bytes: &[u8]) -> Cow<'_, str> {
    foreign(bytes).map_or_else(|| String::from_utf8_lossy(bytes), |foreign| Cow::Owned(foreign.text))
}

/// Whether bytes that are not UTF-8 are likely to be Windows-1252: every one has a character there, none is a control character of
/// binary files, and UTF-8 is not what most of them are.
fn is_western(bytes: &[u8]) -> bool {
    let odd = |byte: &u8| matches!(byte, 0..=8 | 14..=31 | 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
    let (mut valid, mut invalid) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        invalid += chunk.invalid().len();
    }
    invalid > valid && !bytes.iter().any(odd)
}

/// The form of Unicode that a byte order mark or the zeros of UTF-16 tell; `None` when they do not.
fn unicode(bytes: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| wide(bytes)).or_else(|| braced(bytes))
}

/// UTF-16 without a byte order mark: in text of western languages every second byte is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    match () {
        () if bytes.len() % 2 == 1 || half == 0 => None,
        () if odd * 2 > half && even * 8 < half => Some(UTF_16LE),
        () if even * 2 > half && odd * 8 < half => Some(UTF_16BE),
        () => None,
    }
}

/// UTF-16 without a byte order mark that is a JSON object, whatever language is in it: its first two characters are ASCII (RFC 4627,
/// section 3).
fn braced(bytes: &[u8]) -> Option<&'static Encoding> {
    let white = |byte: u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
    match *bytes {
        [b'{', 0, next, 0, ..] if white(next) || matches!(next, b'"' | b'}') => Some(UTF_16LE),
        [0, b'{', 0, next, ..] if white(next) || matches!(next, b'"' | b'}') => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether the bytes look like text in an encoding that is understood: no zeros, and few control characters but white space.
pub(super) fn plain(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let controls = sample.iter().filter(|byte| matches!(byte, 1..=8 | 14..=31)).count();
    unicode(bytes).is_some() || !sample.contains(&0) && controls * 20 <= sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn documents_in_other_encodings_are_understood() {
        let chinese = format!("{{\"title\":\"{}\"}}", "旅程".repeat(3000));
        for text in ["{ \"title\": \"één 😀\" }\r\n", &chinese] {
            for big in [true, false] {
                for mark in ["", "\u{feff}"] {
                    let marked = format!("{mark}{text}");
                    assert_eq!(foreign(&wide(&marked, big)).unwrap().text, marked);
                }
            }
        }
        let western = foreign(b"{ \"a\": \"\x93CAF\xc9\x94 en \xe9\xe9n\" }").unwrap();
        assert_eq!((western.text.as_str(), western.first), ("{ \"a\": \"“CAFÉ” en één\" }", Some(8)));
    }

    #[test]
    fn older_encodings_are_told_by_their_letters() {
        let polish = "Faza;Działania klienta\nŚwiadomość;Widzi reklamę w tramwaju\nPorównanie;Tabela opłat ma 40 stron, wciąż bez odpowiedzi\n";
        let japanese = "フェーズ,行動\n気づく,朝のコーヒーを思い出す\n買う,レジに並ぶ\n";
        let russian = "Этап;Действия\nОсознание;Видит рекламу в метро\n";
        let danish = "Fase;Handling\nFør;Spørger på biblioteket og går hjem igen\nEfter;Afleverer bøgerne på stationen\n";
        let dutch = "Fase;Actie\nOriënteren;Zoekt naar ‘één’ café, ideeën en coördinatie\nGebruik;Reünie vóór de zomer\n";
        for (text, encoding) in [
            (polish, encoding_rs::WINDOWS_1250),
            (japanese, encoding_rs::SHIFT_JIS),
            (russian, encoding_rs::WINDOWS_1251),
            (danish, WINDOWS_1252),
            (dutch, WINDOWS_1252),
        ] {
            let (bytes, _, lost) = encoding.encode(text);
            assert!(!lost, "{text}");
            let (read, told) = decode(&bytes);
            assert_eq!(read, text);
            assert!(told.unwrap().message.ends_with(&called(encoding)), "{text}");
        }
        assert_eq!(decode(b"caf\xe9").0, "café");
    }

    #[test]
    fn code_pages_of_dos_and_the_old_mac_are_told_by_what_stands_within_words() {
        for (bytes, text, name) in [
            (
                &b"Fase;Actie\nB;Haalt \x82\x82n pas op v\xa2\xa2r werktijd"[..],
                "Fase;Actie\nB;Haalt één pas op vóór werktijd",
                "DOS 850",
            ),
            (b"F\x9br;Sp\x9brger p\x86 biblioteket og k\x9bber b\x9bger", "Før;Spørger på biblioteket og køber bøger", "DOS 850"),
            (
                b"\x9aber;F\x81llt das Formular f\x81r die Pr\x81fung aus, w\x84hlt",
                "Über;Füllt das Formular für die Prüfung aus, wählt",
                "DOS 850",
            ),
            (b"\x98cie\xbeka;Dzia\x88ania\nMy\x98li;Czy zd\xa5\xbe\xa9?", "ścieżka;Działania\nMyśli;Czy zdążę?", "DOS 852"),
            (b"\x83tape;D\x8ecouvrir l\xd5affiche pr\x8fs du march\x8e", "Étape;Découvrir l’affiche près du marché", "Mac Roman"),
            (
                b"Etap;Dzia\xb8ania\nMy\xe6li;Czy zd\x88\xfd\xab na pr\x97bn\x88 lekcj\xab?\nTrudno\xe6ci;\x8fle s\xb8ycha\x8d",
                "Etap;Działania\nMyśli;Czy zdążę na próbną lekcję?\nTrudności;Źle słychać",
                "Mac Central European",
            ),
            (
                b"F\x87ze;\x89innosti\nHled\x87n\x92;Pt\x87 se sousedky, kde je \xe4kola\nP\xdeihl\x87\xe4ka;Vypln\x92 formul\x87\xde",
                "Fáze;Činnosti\nHledání;Ptá se sousedky, kde je škola\nPřihláška;Vyplní formulář",
                "Mac Central European",
            ),
        ] {
            let (read, told) = decode(bytes);
            assert_eq!(read, text);
            assert!(told.unwrap().message.ends_with(name), "{text}");
        }
        // What has a sign, a brand or a few letters in Windows-1252 stays what it is.
        for text in [
            "caf\u{e9} McÉlan – ‘één’",
            "prijs: 3 m², naïef “wauw”…",
            "„Größe“ für 5€",
            "Ærø på færgen",
            "Où ça ? À l’arrêt « Élan »",
        ] {
            let (bytes, _, lost) = WINDOWS_1252.encode(text);
            assert!(!lost && decode(&bytes).0 == text, "{text}: {}", decode(&bytes).0);
        }
    }

    #[test]
    fn what_is_damaged_is_not_read_as_something_else() {
        let cut = &"één ënë".as_bytes()[..9];
        let lone = [wide("{ \"", false), vec![0, 0xd8], wide("\" }", false)].concat();
        let odd_length = &wide("\u{feff}{ \"a\": 1 }", false)[..9];
        for bytes in ["{ \"é\": 1 }".as_bytes(), b"{}", cut, &lone, odd_length, b"a\x81\xe9", b"\x00\xe9\xe9", b"\xe9\xe9\x01"] {
            assert!(foreign(bytes).is_none(), "{bytes:?}");
        }
    }
}

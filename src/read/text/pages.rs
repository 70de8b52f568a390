//! Code pages of DOS and of the old Macintosh, in which programs of long standing still write tables. Browsers know none of the first, and guess
//! Windows-1252 or the like, in which other letters and signs have their bytes: `e‚n` for `eén`.

/// A code page: what it is called, and the characters of the upper half of its bytes.
struct Page {
    name: &'static str,
    /// How many signs must stand where they cannot: more for one of which nearly all signs are letters, in which the capital within a brand reads well too.
    least: usize,
    upper: &'static str,
}

/// What is tried, in this order where two fit alike.
const PAGES: [Page; 4] = [
    Page {
        name: "DOS 850",
        least: 1,
        upper: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
        └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}",
    },
    Page {
        name: "DOS 852",
        least: 1,
        upper: "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐\
        └┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}",
    },
    Page {
        name: "Mac Roman",
        least: 1,
        upper: "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
        ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
    },
    Page {
        name: "Mac Central European",
        least: 2,
        upper: "ÄĀāÉĄÖÜáąČäčĆćéŹźĎíďĒēĖóėôöõúĚěü†°Ę£§•¶ß®©™ę¨≠ģĮįĪ≤≥īĶ∂∑łĻļĽľĹĺŅņŃ¬√ńŇ∆«»\
        …\u{a0}ňŐÕőŌ–—“”‘’÷◊ōŔŕŘ‹›řŖŗŠ‚„šŚśÁŤťÍŽžŪÓÔūŮÚůŰűŲųÝýķŻŁżĢˇ",
    },
];

/// The text that fits far better than what was read of the bytes, with the name of its code page; `None` where nothing does.
pub(super) fn fitting(bytes: &[u8], read: &str) -> Option<(String, &'static str)> {
    const FAR: usize = 4;
    let odd = oddities(read);
    if odd == 0 {
        return None;
    }
    let tried = PAGES.iter().filter(|page| odd >= page.least).map(|page| (page.text(bytes), page.name));
    let (count, text, name) = tried.map(|(text, name)| (oddities(&text), text, name)).min_by_key(|(count, ..)| *count)?;
    (count * FAR <= odd).then_some((text, name))
}

impl Page {
    fn text(&self, bytes: &[u8]) -> String {
        let upper: Vec<char> = self.upper.chars().collect();
        let letter = |byte: &u8| {
            byte.checked_sub(0x80).map_or(char::from(*byte), |at| upper.get(usize::from(at)).copied().unwrap_or('\u{fffd}'))
        };
        bytes.iter().map(letter).collect()
    }
}

/// How many characters stand where no language has them: a capital behind a small letter, a letter of another script among Latin ones, a sign
/// within a word, or what is found in no text at all.
fn oddities(text: &str) -> usize {
    let behind = std::iter::once(' ').chain(text.chars());
    let before = text.chars().skip(1).chain([' ']);
    behind.zip(text.chars()).zip(before).filter(|((last, own), next)| !own.is_ascii() && is_odd(*last, *own, *next)).count()
}

fn is_odd(last: char, own: char, next: char) -> bool {
    const OPENING: &str = "‚„‹¿¡";
    const JOINING: &str = "’‘´–—‑·•…\u{ad}";
    let drawn = matches!(own, '\u{80}'..='\u{9f}' | '\u{2500}'..='\u{259f}' | '\u{e000}'..='\u{f8ff}' | '\u{fffd}');
    if drawn || own.is_alphabetic() {
        let cased = own.is_uppercase() || own.is_lowercase();
        let foreign = cased && own > '\u{24f}' && (last.is_ascii_alphabetic() || next.is_ascii_alphabetic());
        return drawn || foreign || own.is_uppercase() && last.is_lowercase();
    }
    let sign = |c: char| !c.is_ascii() && !c.is_alphanumeric() && !c.is_whitespace() && !JOINING.contains(c);
    let within = (last.is_alphabetic() || sign(last)) && next.is_alphabetic();
    sign(own) && (within || OPENING.contains(own) && last.is_alphabetic())
}

//! Addresses that lead out of a journey: of the web, of mail, of a telephone. One list of what is let through, for the check, its schema
//! and the writers.

/// How such an address begins.
pub(crate) struct Scheme {
    /// Its name, in small letters; capitals count the same (RFC 3986, 3.1).
    pub(crate) name: &'static str,
    /// What stands between the name and the rest.
    pub(crate) mark: &'static str,
}

/// The schemes there are. None of them can run anything, nor read a file.
pub(crate) static SCHEMES: [Scheme; 4] = [
    Scheme { name: "http", mark: "://" },
    Scheme { name: "https", mark: "://" },
    Scheme { name: "mailto", mark: ":" },
    Scheme { name: "tel", mark: ":" },
];

/// Whether an address has one of the schemes, and something behind it.
pub(crate) fn leads_out(address: &str) -> bool {
    SCHEMES.iter().any(|scheme| {
        let (length, mark) = (scheme.name.len(), scheme.mark);
        let named = address.get(..length).is_some_and(|name| name.eq_ignore_ascii_case(scheme.name));
        named && address[length..].strip_prefix(mark).is_some_and(|rest| !rest.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_web_of_mail_and_of_telephones_lead_out() {
        for address in ["http://a", "HTTPS://a.nl/b", "mailto:a@b.nl", "tel:+31201234567", "TEL:112"] {
            assert!(leads_out(address), "{address}");
        }
        for address in
            ["", "http", "http:", "http:/a", "http://", "tel:", "javascript:alert(1)", "file:///x", "a.nl", "é:x", "httpsé"]
        {
            assert!(!leads_out(address), "{address}");
        }
    }
}

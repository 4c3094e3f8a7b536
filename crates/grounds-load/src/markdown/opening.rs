//! What a line of colons says: `::: {.class}`, `::: class`, `:::`.

use super::attributes;
use super::tree::{Attributes, Fault, Name};

/// `::: {…}` or `::: class`, with colons after it; the attributes and the end of the line.
pub(super) fn read(
    text: &str,
    start: usize,
    line_end: usize,
    faults: &mut Vec<Fault>,
) -> Option<(Attributes, usize)> {
    let rest = text[start..]
        .trim_start_matches(':')
        .trim_start_matches([' ', '\t']);
    let word = text.len() - rest.len();
    let attributes = rest.starts_with('{').then(|| attributes::parse(text, word));
    if let Some(Ok(attributes)) = attributes {
        let after = &text[attributes.range.end..];
        let line = after.split('\n').next().unwrap_or_default();
        let ends = line
            .trim_start_matches([' ', '\t'])
            .trim_start_matches(':')
            .trim()
            .is_empty();
        let end = attributes.range.end + line.trim_end().len();
        return ends.then_some((attributes, end));
    }
    let line = &text[word..line_end];
    let length = line.find([' ', '\t']).unwrap_or(line.len());
    let after = line[length..].trim_start().trim_start_matches(':');
    if length == 0 || !after.trim().is_empty() {
        return None;
    }
    if let Some(Err(malformed)) = attributes {
        let attributes::Malformed { range, reason } = malformed;
        faults.push(Fault::MalformedAttributes { range, reason });
    }
    let range = word..word + length;
    let class = Name {
        range: range.clone(),
        text: line[..length].to_owned(),
    };
    let attributes = Attributes {
        range,
        classes: vec![class],
        ..Attributes::default()
    };
    Some((attributes, word + line.trim_end().len()))
}

/// Whether the line can only close a div.
pub(super) fn is_closing(line: &str) -> bool {
    line.starts_with(":::") && line.trim_start_matches(':').trim().is_empty()
}

//! A fix, shown as the change that it makes.

use std::ops::Range;

use annotate_snippets::{Group, Level, Patch, Snippet};

use super::excerpt::Excerpt;
use super::{origin, within};
use crate::render::visible;
use crate::{Edit, Fix, Place, Source, Sources};

/// Edits with no more lines than this between them are shown in one excerpt.
const TOGETHER: usize = 3;

/// The help that shows a fix of what is at `primary`.
pub(super) fn group(fix: &Fix, primary: Place, sources: &Sources, width: usize) -> Group<'static> {
    let mut group = Group::with_title(Level::HELP.secondary_title(visible::one_line(&fix.title)));
    let source = sources.get(fix.file);
    let edits: Vec<(Range<usize>, &str)> = fix
        .edits
        .iter()
        .map(|edit| smallest(source, fix, edit))
        .collect();
    // The renderer repeats no origin: that of another place in the same file is not wanted.
    let path = match edits.first() {
        Some((first, _)) if fix.file != primary.file => Place::new(fix.file, first.clone()),
        _ => primary,
    };
    let path = origin(sources, path);
    let line = |byte| source.line_column(byte).line;
    let chunks =
        edits.chunk_by(|(before, _), (after, _)| line(after.start) <= line(before.end) + TOGETHER);
    for chunk in chunks {
        let ranges: Vec<Range<usize>> = chunk.iter().map(|(range, _)| range.clone()).collect();
        let excerpt = Excerpt::new(source, &ranges, width);
        let patches: Vec<Patch<'static>> = chunk
            .iter()
            .map(|(range, replacement)| {
                let start = excerpt.offset(source.text(), range.start);
                let end = excerpt.offset(source.text(), range.end);
                Patch::new(start..end, short(&visible::lines(replacement), width))
            })
            .collect();
        let snippet = Snippet::source(excerpt.text)
            .path(path.clone())
            .line_start(excerpt.first_line)
            .patches(patches);
        group = group.element(snippet);
    }
    group
}

/// An edit without what its range and its replacement begin and end with alike.
fn smallest<'a>(source: &Source, fix: &Fix, edit: &'a Edit) -> (Range<usize>, &'a str) {
    let range = within(source, Place::new(fix.file, edit.range.clone()));
    let (old, new) = (&source.text()[range.clone()], edit.replacement.as_str());
    let alike = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| -> usize {
        a.zip(b)
            .take_while(|(a, b)| a == b)
            .map(|(a, _)| a.len_utf8())
            .sum()
    };
    let before = alike(&mut old.chars(), &mut new.chars());
    let (old, new) = (&old[before..], &new[before..]);
    let after = alike(&mut old.chars().rev(), &mut new.chars().rev());
    let start = range.start + before;
    (start..start + old.len() - after, &new[..new.len() - after])
}

/// A replacement with the middle of each line left out where the line is far too long.
fn short(text: &str, width: usize) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| {
            let length = line.chars().count();
            if length <= width {
                return line.to_owned();
            }
            let head: String = line.chars().take(width / 2).collect();
            let tail: String = line.chars().skip(length - width / 3).collect();
            format!("{head}…{tail}")
        })
        .collect();
    lines.join("\n")
}

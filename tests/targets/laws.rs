//! Laws about places: they are inside the text, on characters, in order.

use std::ops::Range;

use grounds_diagnostics::{Diagnostic, Place, Sources};
use grounds_load::Loaded;
use grounds_load::markdown::{Block, Inline};

/// A range is inside a text, on characters.
pub fn inside(range: &Range<usize>, text: &str) {
    assert!(
        text.get(range.clone()).is_some(),
        "{range:?} is no part of a text of {} bytes",
        text.len()
    );
}

/// Ranges are inside a text, in order, and do not meet.
pub fn in_order<'a>(ranges: impl IntoIterator<Item = &'a Range<usize>>, text: &str) {
    let mut end = 0;
    for range in ranges {
        inside(range, text);
        assert!(range.start >= end, "{range:?} begins before {end}");
        end = range.end;
    }
}

/// Ranges tile a text: what is between them is white space.
pub fn tile(ranges: &[Range<usize>], text: &str) {
    in_order(ranges, text);
    let mut end = 0;
    for range in ranges {
        assert!(!text[range.clone()].trim().is_empty(), "{range:?} is blank");
        assert!(
            text[end..range.start].trim().is_empty(),
            "lost before {range:?}"
        );
        end = range.end;
    }
    assert!(text[end..].trim().is_empty(), "lost after {end}");
}

/// A place is inside its file.
pub fn placed(place: Place, sources: &Sources) {
    inside(&place.range(), sources.get(place.file).text());
}

/// All places of a diagnostic, and of its fix, are inside their files.
pub fn located(diagnostic: &Diagnostic, sources: &Sources) {
    placed(diagnostic.primary.place, sources);
    for label in &diagnostic.secondary {
        placed(label.place, sources);
    }
    if let Some(fix) = &diagnostic.fix {
        for edit in &fix.edits {
            inside(&edit.range, sources.get(fix.file).text());
        }
    }
}

/// Everything in a set that was read has a place in its text.
pub fn read_soundly(loaded: &Loaded) {
    for diagnostic in &loaded.diagnostics {
        located(diagnostic, &loaded.sources);
    }
    for article in loaded.set.articles.values() {
        let text = loaded.sources.get(article.file).text();
        let prose = &article.prose;
        blocks(&prose.tree.blocks, 0..text.len(), text);
        for note in &prose.tree.footnotes {
            inside(&note.range, text);
            blocks(&note.blocks, 0..text.len(), text);
        }
        for fault in &prose.tree.faults {
            inside(fault.range(), text);
        }
        for sentence in &prose.sentences {
            inside(&sentence.range, text);
            assert!(!sentence.text.trim().is_empty(), "a sentence is blank");
        }
        for passage in &prose.passages {
            inside(&passage.range, text);
            inside(&passage.words, text);
        }
        for cited in &prose.citations {
            inside(&cited.range, text);
            assert_eq!(&text[cited.key_range.clone()], cited.key);
        }
    }
}

fn within(inner: &Range<usize>, outer: &Range<usize>, text: &str) {
    inside(inner, text);
    let holds = outer.start <= inner.start && inner.end <= outer.end;
    assert!(holds, "{inner:?} is not within {outer:?}");
}

fn blocks(list: &[Block], outer: Range<usize>, text: &str) {
    for block in list {
        within(&block.range, &outer, text);
        let range = block.range.clone();
        for list in block.kind.inlines() {
            inlines(list, &range, text);
        }
        for list in block.kind.blocks() {
            blocks(list, range.clone(), text);
        }
    }
}

fn inlines(list: &[Inline], outer: &Range<usize>, text: &str) {
    let mut end = outer.start;
    for inline in list {
        within(&inline.range, outer, text);
        assert!(
            inline.range.start >= end,
            "{:?} begins before {end}",
            inline.range
        );
        end = inline.range.end;
        inlines(
            inline.kind.content().unwrap_or_default(),
            &inline.range,
            text,
        );
    }
}

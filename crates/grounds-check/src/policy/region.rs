//! What a comment in an article covers: the block that it stands in, or the one that follows it.

use std::ops::Range;

use grounds_load::markdown::{Block, BlockKind, Cell, Footnote, Prose};

/// The bytes that a comment covers: of the paragraph, heading or cell that it stands in; or, if
/// it is a block of its own, of the next block beside it. None where none follows.
pub(super) fn covered(prose: &Prose, comment: &Range<usize>) -> Option<Range<usize>> {
    let notes = &prose.footnotes;
    let around = prose
        .footnotes
        .iter()
        .find(|note| is_block(note) && holds(&note.range, comment));
    match around {
        Some(note) => within(&note.blocks, notes, comment, &note.range),
        None => within(&prose.blocks, notes, comment, &(0..usize::MAX)),
    }
}

/// The same among the blocks of one container, whose bytes are `bounds`.
fn within(
    blocks: &[Block],
    notes: &[Footnote],
    comment: &Range<usize>,
    bounds: &Range<usize>,
) -> Option<Range<usize>> {
    let next = blocks.partition_point(|block| block.range.start <= comment.start);
    let around = next.checked_sub(1).map(|i| &blocks[i]);
    if let Some(block) = around.filter(|block| holds(&block.range, comment)) {
        return inside(block, notes, comment);
    }
    let block = blocks.get(next).map(|block| &block.range);
    // The definition of a footnote is no block of its own in the tree, but is one to the author.
    let first = notes.partition_point(|note| note.range.start <= comment.start);
    let mut notes = notes[first..].iter().filter(|note| is_block(note));
    let note = notes.next().map(|note| &note.range);
    let note = note.filter(|note| holds(bounds, note));
    let ranges = block.into_iter().chain(note);
    ranges.min_by_key(|range| range.start).cloned()
}

/// The same within one block.
fn inside(block: &Block, notes: &[Footnote], comment: &Range<usize>) -> Option<Range<usize>> {
    match &block.kind {
        BlockKind::Quote(blocks) | BlockKind::Div { blocks, .. } => {
            within(blocks, notes, comment, &block.range)
        }
        BlockKind::List { items, .. } => {
            let next = items.partition_point(|item| item.range.start <= comment.start);
            let item = next.checked_sub(1).map(|i| &items[i]);
            match item.filter(|item| holds(&item.range, comment)) {
                Some(item) => within(&item.blocks, notes, comment, &item.range),
                None => Some(block.range.clone()),
            }
        }
        BlockKind::Table { head, rows, .. } => {
            let begun = |row: &Vec<Cell>| {
                let first = row.first();
                first.is_some_and(|cell| cell.range.start <= comment.start)
            };
            let row = match rows.partition_point(begun) {
                0 => head,
                next => &rows[next - 1],
            };
            let cell = row.iter().find(|cell| holds(&cell.range, comment));
            Some(cell.map_or(&block.range, |cell| &cell.range).clone())
        }
        BlockKind::Heading { .. }
        | BlockKind::Paragraph(_)
        | BlockKind::Code { .. }
        | BlockKind::Rule
        | BlockKind::Html => Some(block.range.clone()),
    }
}

/// Whether a footnote is a definition, `[^label]: …`, and not written within a paragraph.
fn is_block(note: &Footnote) -> bool {
    !note.label.starts_with('^')
}

fn holds(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

#[cfg(test)]
mod tests {
    use grounds_load::markdown::parse;

    use super::*;

    /// What the first comment of a text covers.
    fn first(text: &str) -> Option<&str> {
        let prose = parse(text, 0..text.len());
        let comment = prose.comments.first().expect("a comment");
        covered(&prose, &comment.range).map(|range| &text[range])
    }

    #[test]
    fn a_comment_of_its_own_covers_the_next_block() {
        assert_eq!(
            first("One.\n\n<!-- c -->\n\nTwo.\n\nThree.\n"),
            Some("Two.")
        );
        assert_eq!(first("<!-- c -->\nTwo.\nThree.\n"), Some("Two.\nThree."));
        assert_eq!(first("<!-- c -->\n\n- a\n- b\n\nc\n"), Some("- a\n- b"));
        assert_eq!(
            first("<!-- c -->\n\n::: {.advice}\nAsk.\n:::\n\nc\n"),
            Some("::: {.advice}\nAsk.\n:::")
        );
        assert_eq!(first("One.\n\n<!-- c -->\n"), None);
    }

    #[test]
    fn a_comment_within_a_block_covers_it() {
        assert_eq!(
            first("One.\n\nTwo <!-- c --> three.\n\nFour.\n"),
            Some("Two <!-- c --> three.")
        );
        assert_eq!(
            first("# One <!-- c -->\n\nTwo.\n"),
            Some("# One <!-- c -->")
        );
        assert_eq!(first("- a\n- b <!-- c -->\n- d\n"), Some("b <!-- c -->"));
        assert_eq!(
            first("| a | b |\n|---|---|\n| c | d <!-- c --> |\n"),
            Some("d <!-- c -->")
        );
        assert_eq!(
            first("> One.\n>\n> <!-- c -->\n>\n> Two.\n\nThree.\n"),
            Some("Two.")
        );
        assert_eq!(first("> One.\n>\n> <!-- c -->\n\nThree.\n"), None);
    }

    #[test]
    fn a_footnote_is_a_block() {
        let text = "A.[^n]\n\n<!-- c -->\n\n[^n]: One.\n\nB.\n";
        assert!(first(text).is_some_and(|covered| covered.starts_with("[^n]: One.")));
        let text = "A.[^n]\n\n[^n]: One. <!-- c -->\n\nB.\n";
        assert_eq!(first(text), Some("One. <!-- c -->"));
    }
}

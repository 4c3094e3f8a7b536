//! Markdown to a tree: CommonMark's blocks, with Pandoc's citations, spans and divs.
//!
//! The way: find the fences of divs, make a skeleton that shows pulldown-cmark only what decides
//! about blocks, build the blocks, and read the inlines of each by Pandoc's grammar. Nothing
//! here fails: text that is no markup is text, and what looks meant otherwise is a [`Fault`].
//!
//! Known differences from Pandoc are listed in `tests/pandoc/README.md`.

mod attempt;
mod attributes;
mod blocks;
mod brackets;
mod citations;
mod cited;
mod destination;
mod divs;
mod emphasis;
mod entities;
mod fences;
mod fill;
mod finish;
mod frame;
mod inlines;
mod keys;
mod leaf;
mod lines;
mod locator;
mod node;
mod opening;
mod quotes;
mod size;
mod skeleton;
mod tree;
mod verbatim;
mod within;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub use tree::{
    Alignment, Attributes, Block, BlockKind, Cell, Citation, CitationMode, Fault, Footnote,
    HtmlComment, Inline, InlineKind, ListItem, Locator, Name, Pair, Prose,
};
pub use within::plain_text;

/// How deep quotations, lists or divs may nest; what is deeper is read as text.
///
/// With [`MAX_MARKS`] it keeps a bundle readable: readers of JSON stop at some depth, Ruby's at 100 and
/// `serde_json` at 128, and a list in a list takes three levels of it.
pub const MAX_BLOCKS: usize = 10;

/// How deep marks may nest: emphasis, links, spans; what is deeper is read as text.
pub const MAX_MARKS: usize = 16;

/// How many constructs may be tried within one another: more than marks may nest, as an asterisk that
/// nothing closes (`*2, *3, *17`) is tried, too.
const MAX_TRIED: usize = 64;

/// How deep citations may stand in citations.
pub const MAX_CITATIONS: usize = 4;

/// How deep quotation marks of one kind may stand in one another.
pub const MAX_QUOTES: usize = 8;

/// How many blocks, inlines, citations and faults an article may hold: a long one has some thousand.
pub const MAX_PARTS: usize = 100_000;

/// Reads the prose of an article: `body` is the part of `text` after the front matter.
pub fn parse(text: &str, body: Range<usize>) -> Prose {
    let text = &text[..body.end];
    let mut gathered = finish::Gathered::default();
    let fences::Fences { fences, faults } = fences::find(text, &body);
    gathered.faults = faults;
    let skeleton = skeleton::make(text, &body, &fences, &mut gathered.faults);
    let mut read = blocks::read(text, body.start, &skeleton, &fences, &mut gathered);
    fill(text, &mut read, &mut gathered);
    let finish::Gathered {
        mut footnotes,
        mut faults,
        mut comments,
        ..
    } = gathered;
    footnotes.extend(read.notes.into_iter().map(|note| note.footnote));
    footnotes.sort_by_key(|note| note.range.start);
    faults.sort_by_key(|fault| fault.range().start);
    comments.sort_by_key(|comment| comment.range.start);
    Prose {
        blocks: read.body,
        footnotes,
        faults,
        comments,
    }
}

/// Reads the inlines: headings first, as their words are labels of links to them.
fn fill(text: &str, read: &mut blocks::Blocks, into: &mut finish::Gathered) {
    for pass in [fill::Pass::Headings, fill::Pass::Others] {
        let mut filler = fill::Filler {
            text,
            definitions: &read.definitions,
            into,
            pass,
            identifiers: BTreeSet::new(),
            numbers: BTreeMap::new(),
            labels: Vec::new(),
        };
        filler.blocks(&mut read.body, 0);
        for note in &mut read.notes {
            filler.blocks(&mut note.footnote.blocks, note.quotes);
        }
        for (label, id) in filler.labels {
            let target = || (format!("#{id}"), String::new());
            let links = &mut read.definitions.links;
            links
                .entry(inlines::label_key(&label))
                .or_insert_with(target);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        let prose = parse(text, 0..text.len());
        let shown = prose.faults.iter().map(|fault| {
            let kind = format!("{fault:?}");
            let kind = kind.split(' ').next().unwrap_or_default().to_owned();
            format!("{kind} {:?}", &text[fault.range().clone()])
        });
        shown.collect()
    }

    #[test]
    fn a_citation_inside_a_span_has_both_places() {
        let text = "[a claim [@a, p. 3]]{claim=x}.";
        let prose = parse(text, 0..text.len());
        let expected = Fault::CitationInsideSpan {
            span: 0..29,
            citation: 9..19,
        };
        assert_eq!(prose.faults, [expected]);
    }

    #[test]
    fn what_looks_like_a_citation_is_reported() {
        for (text, range) in [
            ("x [@] y", "[@]"),
            ("x [@ key] y", "[@ key]"),
            ("x [@key p. 3 y", "[@key"),
            ("x [see @key;] y", "[see @key;]"),
            ("x [@key,; ] y", "[@key,; ]"),
            ("x [@a][@b] y", "[@a]"),
            ("(@key) is an example", "@key"),
        ] {
            assert_eq!(faults(text), [format!("MalformedCitation {range:?}")]);
        }
        for text in [
            "[@a] [a@b.c] a@b <a@b.c> `[@]` [text] \\[@] [a](b@c)",
            "[x]{.y} @a.",
        ] {
            assert_eq!(faults(text), [""; 0]);
        }
    }

    #[test]
    fn what_looks_like_attributes_is_reported() {
        for (text, range) in [
            ("[x]{claim=}", "claim="),
            ("[x]{claim needs}", "claim"),
            ("[x]{.1}", ".1"),
            ("[x] {.y}", "{.y}"),
            ("@key [x]{.y}", "{.y}"),
            ("::: {.1}\nx\n:::", ".1"),
        ] {
            assert_eq!(faults(text), [format!("MalformedAttributes {range:?}")]);
        }
    }

    #[test]
    fn front_matter_is_not_read_and_ranges_count_it() {
        let text = "---\na: [@b]\n---\n> é [@c]\n";
        let prose = parse(text, 16..text.len());
        let BlockKind::Quote(blocks) = &prose.blocks[0].kind else {
            panic!("{prose:?}");
        };
        let BlockKind::Paragraph(inlines) = &blocks[0].kind else {
            panic!("{prose:?}");
        };
        assert_eq!(&text[inlines[1].range.clone()], "[@c]");
    }

    #[test]
    fn comments_are_collected_and_html_is_kept() {
        let text = "<!-- one -->\n\na <!-- two --> <b>c</b>\n\n<div>\n<!-- three -->\n</div>\n";
        let prose = parse(text, 0..text.len());
        let comments: Vec<_> = prose.comments.iter().map(|c| c.text.trim()).collect();
        assert_eq!(comments, ["one", "two", "three"]);
        assert_eq!(prose.blocks.len(), 2);
        assert_eq!(prose.blocks[1].kind, BlockKind::Html);
    }

    #[test]
    fn headings_have_identifiers_and_lead_to_themselves() {
        let text = "# A -- *b*\n\n# A b\n\n# 5\n\n# C {#d .e}\n\n[C] [A b][]\n";
        let prose = parse(text, 0..text.len());
        let ids = prose.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Heading { id, .. } => Some(id.as_str()),
            _ => None,
        });
        assert_eq!(ids.collect::<Vec<_>>(), ["a-b", "a-b-1", "section", "d"]);
        let BlockKind::Paragraph(inlines) = &prose.blocks[4].kind else {
            panic!("{prose:?}");
        };
        assert!(matches!(&inlines[0].kind, InlineKind::Link { url, .. } if url == "#d"));
        assert!(matches!(&inlines[2].kind, InlineKind::Link { url, .. } if url == "#a-b-1"));
    }

    #[test]
    fn equal_headings_are_numbered_past_those_that_are_taken() {
        let text = "# A\n\n# A 1\n\n# A\n\n# A\n\n# A 1\n";
        let prose = parse(text, 0..text.len());
        let ids = prose.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Heading { id, .. } => Some(id.as_str()),
            _ => None,
        });
        let expected = ["a", "a-1", "a-2", "a-3", "a-1-1"];
        assert_eq!(ids.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn citations_in_citations_are_kept_no_deeper_than_anybody_means() {
        let text = "[@a ".repeat(1000) + &"]".repeat(1000);
        let prose = parse(&text, 0..text.len());
        assert!(
            prose
                .faults
                .iter()
                .any(|fault| matches!(fault, Fault::TooDeep { .. }))
        );
        let kept = format!("{prose:?}").len();
        assert!(kept < 200 * text.len(), "{kept} for {}", text.len());
    }

    #[test]
    fn tables_code_and_lists_are_whole() {
        let text = "1. a\n2. b\n\n   c\n\n> ```rs\n> x\n>\n> y\n> ```\n\n| a |\n|:-:|\n| b | c |\n";
        let prose = parse(text, 0..text.len());
        let BlockKind::List {
            ordered_from,
            tight,
            items,
        } = &prose.blocks[0].kind
        else {
            panic!("{prose:?}");
        };
        assert_eq!((*ordered_from, *tight, items.len()), (Some(1), false, 2));
        let BlockKind::Quote(blocks) = &prose.blocks[1].kind else {
            panic!("{prose:?}");
        };
        let (info, text) = ("rs".to_owned(), "x\n\ny\n".to_owned());
        assert_eq!(blocks[0].kind, BlockKind::Code { info, text });
        let BlockKind::Table {
            alignments, rows, ..
        } = &prose.blocks[2].kind
        else {
            panic!("{prose:?}");
        };
        assert_eq!(
            (alignments.as_slice(), rows[0].len()),
            (&[Alignment::Center][..], 1)
        );
    }

    #[test]
    fn hostile_text_takes_little_time() {
        for unit in [
            "[",
            "[@a",
            "[a](",
            "*a ",
            "> ",
            "::: a\n\n",
            "'a \"b ",
            "@{",
            "[a]{",
            "- ",
            "# a\n",
            "a  \n",
            "[@a ",
        ] {
            let text = unit.repeat(20_000 / unit.len());
            parse(&text, 0..text.len());
            let text = text + &"]".repeat(10_000);
            parse(&text, 0..text.len());
        }
    }
}

//! The units of an article's prose: every stretch of inlines, with what is around it.

use std::ops::Range;

use grounds_model::NonClaim;

use super::{Labels, Setting};
use crate::markdown::{self, Attributes, Block, BlockKind, Cell, Inline};

/// A paragraph, a heading or a cell.
#[derive(Debug)]
pub(super) struct Unit<'a> {
    pub(super) inlines: &'a [Inline],
    pub(super) setting: Setting,
    pub(super) labels: Labels,
    pub(super) quoted: bool,
    /// The divs around it, outermost first, by position in [`Units::divs`].
    pub(super) divs: Vec<usize>,
    /// Where in a table it stands, if it is a cell.
    pub(super) cell: Option<CellAt>,
    /// The label of the footnote that it is in.
    pub(super) note: Option<&'a str>,
}

/// Where a cell stands in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CellAt {
    /// Its row, by a number of the row's own.
    pub(super) row: usize,
    /// The head of its table, as a row.
    pub(super) head: usize,
    /// Its column.
    pub(super) column: usize,
}

/// The units of an article, in the order of the source.
#[derive(Debug, Default)]
pub(super) struct Units<'a> {
    pub(super) all: Vec<Unit<'a>>,
    /// The divs that state a claim or are labelled speculative.
    pub(super) divs: Vec<(Range<usize>, &'a Attributes, Labels)>,
    rows: usize,
}

/// What is around a block.
#[derive(Debug, Clone, Copy)]
struct Around<'b, 'a> {
    setting: Setting,
    labels: Labels,
    quoted: bool,
    divs: &'b [usize],
    note: Option<&'a str>,
}

impl Around<'_, '_> {
    /// The same, in another kind of block.
    fn within(self, setting: Setting) -> Self {
        Self { setting, ..self }
    }
}

impl<'a> Units<'a> {
    pub(super) fn of(tree: &'a markdown::Prose) -> Self {
        let mut units = Self::default();
        let outside = Around {
            setting: Setting::Paragraph,
            labels: Labels::default(),
            quoted: false,
            divs: &[],
            note: None,
        };
        units.add_all(&tree.blocks, outside);
        for note in &tree.footnotes {
            let inside = Around {
                setting: Setting::Footnote,
                note: Some(note.label.as_str()),
                ..outside
            };
            units.add_all(&note.blocks, inside);
        }
        units
            .all
            .sort_by_key(|unit| unit.inlines.first().map_or(0, |first| first.range.start));
        units
    }

    fn add_all(&mut self, blocks: &'a [Block], around: Around<'_, 'a>) {
        for block in blocks {
            self.add(block, around);
        }
    }

    fn add(&mut self, block: &'a Block, around: Around<'_, 'a>) {
        match &block.kind {
            BlockKind::Heading {
                content,
                attributes,
                ..
            } => {
                let mut inside = around.within(Setting::Heading);
                inside.labels = around.labels.and(attributes);
                self.push(content, inside, None);
            }
            BlockKind::Paragraph(content) => self.push(content, around, None),
            BlockKind::Quote(blocks) => {
                let mut inside = around;
                inside.quoted = true;
                self.add_all(blocks, inside);
            }
            BlockKind::List { items, .. } => {
                let inside = match around.setting {
                    Setting::Footnote => around,
                    _ => around.within(Setting::ListItem),
                };
                for item in items {
                    self.add_all(&item.blocks, inside);
                }
            }
            BlockKind::Table { head, rows, .. } => {
                let first = self.rows;
                self.add_row(head, first, around.within(Setting::TableHead));
                for row in rows {
                    self.add_row(row, first, around.within(Setting::TableCell));
                }
            }
            BlockKind::Div { attributes, blocks } => {
                self.add_div(&block.range, attributes, blocks, around);
            }
            BlockKind::Code { .. } | BlockKind::Rule | BlockKind::Html => {}
        }
    }

    fn add_div(
        &mut self,
        range: &Range<usize>,
        attributes: &'a Attributes,
        blocks: &'a [Block],
        around: Around<'_, 'a>,
    ) {
        let labels = around.labels.and(attributes);
        let mut divs = around.divs.to_vec();
        if attributes.get("claim").is_some() || attributes.has_class("speculative") {
            divs.push(self.divs.len());
            self.divs.push((range.clone(), attributes, labels));
        }
        let inside = Around {
            labels,
            divs: &divs,
            ..around
        };
        self.add_all(blocks, inside);
    }

    fn add_row(&mut self, cells: &'a [Cell], head: usize, around: Around<'_, 'a>) {
        let row = self.rows;
        self.rows += 1;
        for (column, cell) in cells.iter().enumerate() {
            let at = CellAt { row, head, column };
            self.push(&cell.content, around, Some(at));
        }
    }

    fn push(&mut self, inlines: &'a [Inline], around: Around<'_, 'a>, cell: Option<CellAt>) {
        self.all.push(Unit {
            inlines,
            setting: around.setting,
            labels: around.labels,
            quoted: around.quoted,
            divs: around.divs.to_vec(),
            cell,
            note: around.note,
        });
    }
}

impl Labels {
    /// These labels and those of a span or div inside; the inner non-claim counts.
    pub(super) fn and(self, attributes: &Attributes) -> Self {
        let declared = attributes
            .classes
            .iter()
            .find_map(|class| NonClaim::from_class(&class.text));
        Self {
            speculative: self.speculative || attributes.has_class("speculative"),
            non_claim: declared.or(self.non_claim),
        }
    }
}

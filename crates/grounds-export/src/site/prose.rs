//! The prose of an article as HTML.

use std::collections::{BTreeMap, BTreeSet};

use super::html::Html;
use super::index::Index;
use super::standing::Standing;
use crate::bundle::terms::{Basis, NonClaim};
use crate::bundle::{Alignment, Article, Block, Inline};

/// Writes the prose of one article.
pub(super) struct Writer<'a> {
    pub(super) index: &'a Index,
    pub(super) article: &'a Article,
    pub(super) html: Html,
    /// The levels of the headings that the writer is below, as they were written: a page has no level
    /// under one that it lacks, whatever levels its author chose, and its title is the only top.
    outline: Vec<u8>,
    /// The author's identifiers that the page has already.
    given: BTreeSet<&'a str>,
    /// The notes whose mark the page has already.
    pub(super) marked: BTreeSet<u64>,
    tables: u64,
    /// The claims that the prose states, in the order of their first statement.
    claims: Vec<&'a str>,
    /// The numbers of `claims`, from 1.
    numbers: BTreeMap<&'a str, usize>,
    /// Whether a link is being written: no other link or button may stand in it.
    pub(super) in_link: bool,
    /// The claims whose marks wait until the link is closed.
    pub(super) waiting: Vec<&'a str>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(index: &'a Index, article: &'a Article) -> Self {
        Self {
            index,
            article,
            html: Html::default(),
            outline: Vec::new(),
            given: BTreeSet::new(),
            marked: BTreeSet::new(),
            tables: 0,
            claims: Vec::new(),
            numbers: BTreeMap::new(),
            in_link: false,
            waiting: Vec::new(),
        }
    }

    /// Takes what was written.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.html).into_string()
    }

    pub(super) fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Heading {
                level,
                id,
                speculative,
                content,
            } => {
                self.heading(*level, id, *speculative, content);
            }
            Block::Paragraph { content } => self.leaf("p", content),
            Block::Quote { blocks } => {
                self.html.raw("<blockquote>\n");
                self.blocks(blocks);
                self.html.raw("</blockquote>\n");
            }
            Block::List {
                start,
                tight,
                items,
            } => self.list(*start, *tight, items),
            Block::Table {
                alignments,
                head,
                rows,
            } => self.table(alignments, head, rows),
            Block::Code { text, .. } => {
                self.html.raw("<pre tabindex=\"0\"><code>");
                self.html.text(text);
                self.html.raw("</code></pre>\n");
            }
            Block::Group {
                id,
                non_claim,
                blocks,
            } => self.group(id.as_deref(), *non_claim, blocks),
            Block::Passage { passage, blocks } => self.passage_block(*passage, blocks),
            Block::Rule => self.html.raw("<hr>\n"),
        }
    }

    fn leaf(&mut self, tag: &'static str, content: &'a [Inline]) {
        self.html.open(tag, &[]);
        self.inlines(content);
        self.html.close(tag);
        self.html.raw("\n");
    }

    fn heading(&mut self, level: u8, id: &'a str, speculative: bool, content: &'a [Inline]) {
        while self.outline.pop_if(|above| *above >= level).is_some() {}
        self.outline.push(level);
        let tag = match self.outline.len() + 1 {
            0..=2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        };
        match self.give(id) {
            Some(id) => self.html.open(tag, &[("id", id)]),
            None => self.html.open(tag, &[]),
        }
        if speculative {
            self.html.raw("<span class=\"label\">[speculative]</span> ");
        }
        self.inlines(content);
        self.html.close(tag);
        self.html.raw("\n");
    }

    /// The page's identifier for the author's, the first time that it is asked for.
    pub(super) fn give(&mut self, id: &'a str) -> Option<&'a str> {
        let index = self.index;
        let shown = index.anchor(&self.article.slug, id)?;
        self.given.insert(shown).then_some(shown)
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &'a [Vec<Block>]) {
        match start {
            None => self.html.raw("<ul>\n"),
            Some(1) => self.html.raw("<ol>\n"),
            // HTML's numbers are 32 bits wide.
            Some(n) => self
                .html
                .open("ol", &[("start", &n.min(0x7fff_ffff).to_string())]),
        }
        for item in items {
            self.html.raw("<li>");
            for block in item {
                match block {
                    Block::Paragraph { content } if tight => {
                        self.inlines(content);
                        self.html.raw("\n");
                    }
                    _ => self.block(block),
                }
            }
            self.html.raw("</li>\n");
        }
        self.html.raw(if start.is_some() {
            "</ol>\n"
        } else {
            "</ul>\n"
        });
    }

    fn table(
        &mut self,
        alignments: &[Alignment],
        head: &'a [Vec<Inline>],
        rows: &'a [Vec<Vec<Inline>>],
    ) {
        self.tables += 1;
        let label = format!("Table {}", self.tables);
        let frame = [
            ("class", "scroll"),
            ("aria-label", label.as_str()),
            ("tabindex", "0"),
        ];
        self.html.open("section", &frame);
        self.html.raw("\n<table>\n");
        if head.iter().any(|cell| !cell.is_empty()) {
            self.html.raw("<thead>");
            self.row(alignments, head, true);
            self.html.raw("</thead>\n");
        }
        self.html.raw("<tbody>\n");
        for row in rows {
            self.row(alignments, row, false);
        }
        self.html.raw("</tbody>\n</table>\n</section>\n");
    }

    fn row(&mut self, alignments: &[Alignment], cells: &'a [Vec<Inline>], head: bool) {
        self.html.raw("<tr>");
        for (i, cell) in cells.iter().enumerate() {
            // An empty head is no head of anything.
            let tag = if head && !cell.is_empty() { "th" } else { "td" };
            let class = match alignments.get(i) {
                None | Some(Alignment::None | Alignment::Left) => None,
                Some(Alignment::Center) => Some(("class", "center")),
                Some(Alignment::Right) => Some(("class", "right")),
            };
            let scope = (tag == "th").then_some(("scope", "col"));
            let attributes: Vec<_> = scope.into_iter().chain(class).collect();
            self.html.open(tag, &attributes);
            self.inlines(cell);
            self.html.close(tag);
        }
        self.html.raw("</tr>\n");
    }

    fn group(&mut self, id: Option<&'a str>, non_claim: Option<NonClaim>, blocks: &'a [Block]) {
        let id = id.and_then(|id| self.give(id)).map(|id| ("id", id));
        let class = non_claim.map(|kind| ("class", class(kind)));
        let attributes: Vec<_> = id.into_iter().chain(class).collect();
        self.html.open("div", &attributes);
        self.html.raw("\n");
        self.blocks(blocks);
        self.html.raw("</div>\n");
    }

    fn passage_block(&mut self, position: u64, blocks: &'a [Block]) {
        let Some(passage) = self.passage(position) else {
            return self.blocks(blocks);
        };
        let speculative = self.is_speculative(position);
        let class = if speculative {
            "claim speculative"
        } else {
            "claim"
        };
        self.html
            .open("div", &[("id", &passage.anchor), ("class", class)]);
        self.html.raw("\n");
        if speculative {
            self.html.raw("<p><span class=\"label\">[speculative]</span> What follows is not backed by direct evidence.</p>\n");
        }
        self.blocks(blocks);
        if let Some(id) = passage.claim.as_deref() {
            self.html.raw("<p class=\"block-mark\">");
            match self.index.claim(id) {
                Some(claim) => self.mark(&claim.id),
                None => self.missing(id),
            }
            self.html.raw("</p>\n");
        }
        self.html.raw("</div>\n");
    }

    pub(super) fn passage(&self, position: u64) -> Option<&'a crate::bundle::Passage> {
        self.article.passages.get(usize::try_from(position).ok()?)
    }

    /// Whether readers must be told that a passage is speculative: because its author labelled
    /// it, or because its claim is, whatever its author forgot.
    pub(super) fn is_speculative(&self, position: u64) -> bool {
        self.passage(position).is_some_and(|passage| {
            let claim = passage.claim.as_deref().and_then(|id| self.index.claim(id));
            passage.speculative || claim.is_some_and(|claim| claim.basis == Basis::Speculative)
        })
    }

    pub(super) fn missing(&mut self, claim: &str) {
        self.html
            .raw("<span class=\"label\">[evidence missing: there is no claim “");
        self.html.text(claim);
        self.html.raw("”]</span>");
    }

    /// Writes the mark of a claim: a button that opens its evidence, with how the claim stands.
    ///
    /// Where a browser knows no popovers, and on paper, a link to the evidence stands for it.
    pub(super) fn mark(&mut self, id: &'a str) {
        let Some(claim) = self.index.claim(id) else {
            return;
        };
        let count = self.claims.len() + 1;
        let number = *self.numbers.entry(id).or_insert(count);
        if number == count {
            self.claims.push(id);
        }
        let standing = Standing::of(self.index, claim);
        let target = format!("evidence-{id}");
        let class = format!("mark {}", standing.key());
        // Where the mark begins a line, the space ends the one before.
        self.html.raw(" ");
        self.html.open(
            "button",
            &[
                ("type", "button"),
                ("class", &class),
                ("popovertarget", &target),
            ],
        );
        standing.shape(&mut self.html);
        self.html.text(match standing {
            // The passage itself begins with "[speculative]".
            Standing::Speculative => "no direct evidence",
            other => other.words(),
        });
        self.html
            .raw("<span class=\"visually-hidden\">: show what this stands on</span></button>");
        let target = format!("#{target}");
        self.html
            .open("a", &[("class", "to-evidence"), ("href", &target)]);
        self.html.raw("[E");
        self.html.number(number as u64);
        self.html.raw("]</a>");
    }

    /// The claims that were marked, in the order of their numbers.
    pub(super) fn claims(&self) -> &[&'a str] {
        &self.claims
    }
}

pub(super) fn class(kind: NonClaim) -> &'static str {
    match kind {
        NonClaim::Definition => "definition",
        NonClaim::Advice => "advice",
        NonClaim::Opinion => "opinion",
        NonClaim::Context => "context",
    }
}

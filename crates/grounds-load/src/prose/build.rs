//! From the tree of an article to its sentences, passages and citations.

use std::collections::BTreeMap;
use std::ops::Range;

use super::linear::{Linear, LinearSpan};
use super::units::{CellAt, Unit, Units};
use super::{Cited, Labels, Passage, Prose, Sentence, Setting, TableCell, Written};
use crate::markdown::{self, Attributes};
use crate::sentences;

impl Prose {
    /// Draws sentences, passages and citations from a tree.
    pub(crate) fn build(tree: markdown::Prose) -> Self {
        let units = Units::of(&tree);
        let mut builder = Builder::default();
        for (range, attributes, labels) in &units.divs {
            builder
                .passages
                .push(div_passage(range, attributes, *labels));
        }
        for unit in &units.all {
            builder.add_unit(unit);
        }
        builder.share_citations();
        let cells = builder.table_cells();
        let Builder {
            sentences,
            passages,
            citations,
            ..
        } = builder;
        Self {
            tree,
            sentences,
            passages,
            citations,
            cells,
        }
        .in_order()
    }

    /// Brings passages into the order of the source: those of divs were made first.
    fn in_order(mut self) -> Self {
        let mut order: Vec<usize> = (0..self.passages.len()).collect();
        order.sort_by_key(|&i| {
            (
                self.passages[i].range.start,
                usize::MAX - self.passages[i].range.end,
            )
        });
        let mut position = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            position[old] = new;
        }
        for sentence in &mut self.sentences {
            for passage in &mut sentence.passages {
                *passage = position[*passage];
            }
            sentence.passages.sort_unstable();
        }
        let mut passages: Vec<Option<Passage>> = self.passages.into_iter().map(Some).collect();
        self.passages = order
            .iter()
            .filter_map(|&old| passages[old].take())
            .collect();
        self
    }
}

#[derive(Default)]
struct Builder {
    sentences: Vec<Sentence>,
    passages: Vec<Passage>,
    citations: Vec<Cited>,
    /// The sentences of each row of a table's body.
    rows: BTreeMap<usize, Vec<usize>>,
    /// The citations that are all that stands in a cell, by its row.
    alone_in_cells: BTreeMap<usize, Vec<usize>>,
    /// The sentences of tables, with the cells in which they stand.
    in_cells: Vec<(usize, CellAt)>,
    /// The sentences that refer to a note, and the citations in it.
    referring: Vec<(usize, String)>,
    noted: BTreeMap<String, Vec<usize>>,
}

impl Builder {
    fn add_unit(&mut self, unit: &Unit<'_>) {
        let linear = Linear::of(unit.inlines);
        let passages = self.add_passages(unit, &linear);
        let ranges = sentences::split_with_atoms(&linear.text, &linear.atoms);
        let added: Vec<(Range<usize>, Option<usize>)> = ranges
            .into_iter()
            .map(|range| {
                (
                    range.clone(),
                    self.add_sentence(unit, &linear, &range, &passages),
                )
            })
            .collect();
        self.add_citations(unit, &linear, &added);
        for &div in &unit.divs {
            push_words(
                &mut self.passages[div].text,
                &linear.words(&(0..linear.text.len())),
            );
        }
    }

    /// Adds the passages of a unit; returns each with its span.
    fn add_passages<'l>(
        &mut self,
        unit: &Unit<'_>,
        linear: &'l Linear<'_>,
    ) -> Vec<(usize, &'l LinearSpan<'l>)> {
        let mut added = Vec::new();
        for span in &linear.spans {
            if span.attributes.get("claim").is_none() && !span.attributes.has_class("speculative") {
                continue;
            }
            added.push((self.passages.len(), span));
            self.passages.push(Passage {
                range: span.source.clone(),
                words: span.inside.clone(),
                text: linear.words(&span.words),
                claim: claim_of(span.attributes),
                labels: labels_around(unit.labels, linear, span),
                citations: Vec::new(),
            });
        }
        added
    }

    fn add_sentence(
        &mut self,
        unit: &Unit<'_>,
        linear: &Linear<'_>,
        range: &Range<usize>,
        passages: &[(usize, &LinearSpan<'_>)],
    ) -> Option<usize> {
        let text = linear.words(range);
        if text.is_empty() {
            // A citation alone, such as a footnote's: it has no words to account for.
            return None;
        }
        // In the order of their ends, like all spans.
        let first = passages.partition_point(|(_, span)| span.words.end <= range.start);
        let inside = passages[first..]
            .iter()
            .take_while(|(_, span)| span.outermost < range.end)
            .filter(|(_, span)| span.words.start < range.end)
            .map(|(passage, _)| *passage);
        self.sentences.push(Sentence {
            range: linear.source_range(range),
            text,
            setting: unit.setting,
            labels: labels_of_sentence(unit.labels, linear, range),
            passages: unit.divs.iter().copied().chain(inside).collect(),
            citations: Vec::new(),
            quoted: unit.quoted,
        });
        let index = self.sentences.len() - 1;
        if let Some(cell) = unit.cell {
            self.in_cells.push((index, cell));
            if unit.setting == Setting::TableCell {
                self.rows.entry(cell.row).or_default().push(index);
            }
        }
        let notes = linear.notes_in(range).map(|note| (index, note.to_owned()));
        self.referring.extend(notes);
        Some(index)
    }

    fn add_citations(
        &mut self,
        unit: &Unit<'_>,
        linear: &Linear<'_>,
        sentences: &[(Range<usize>, Option<usize>)],
    ) {
        for (place, citation) in &linear.citations {
            // Sentences are in order, and disjoint.
            let next = sentences.partition_point(|(range, _)| range.end <= place.start);
            let sentence = sentences
                .get(next)
                .filter(|(range, _)| range.contains(&place.start))
                .and_then(|(_, sentence)| *sentence);
            let index = self.citations.len();
            self.citations.push(Cited {
                key: citation.key.clone(),
                key_range: citation.key_range.clone(),
                range: citation.range.clone(),
                mode: citation.mode,
                prefix: citation.prefix.clone(),
                suffix: citation.suffix.clone(),
                sentence,
            });
            if let Some(sentence) = sentence {
                self.sentences[sentence].citations.push(index);
            } else if let Some(cell) = unit.cell {
                self.alone_in_cells.entry(cell.row).or_default().push(index);
            }
            if let Some(note) = unit.note {
                self.noted.entry(note.to_owned()).or_default().push(index);
            }
        }
    }

    /// What stands around the sentences of tables: the heads of their columns, and what their rows begin with.
    fn table_cells(&self) -> BTreeMap<usize, TableCell> {
        let mut first: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (sentence, at) in &self.in_cells {
            first.entry((at.row, at.column)).or_insert(*sentence);
        }
        let in_body = self.in_cells.iter().filter(|(_, at)| at.row != at.head);
        let around = |(sentence, at): &(usize, CellAt)| {
            let head = first.get(&(at.head, at.column)).copied();
            let row = first.get(&(at.row, 0)).copied();
            let row = row.filter(|_| at.column > 0);
            (*sentence, TableCell { head, row })
        };
        in_body.map(around).collect()
    }

    /// A citation in a row of a table is one for all its cells; one in a footnote is one for the
    /// sentence that refers to the note; a sentence's citations are those of its passages.
    fn share_citations(&mut self) {
        for (sentence, note) in &self.referring {
            if let Some(noted) = self.noted.get(note) {
                self.sentences[*sentence].citations.extend(noted);
            }
        }
        for (at, cells) in &self.rows {
            let alone = self.alone_in_cells.get(at).into_iter().flatten().copied();
            let alone: Vec<usize> = alone.collect();
            for &citation in &alone {
                self.citations[citation].sentence = cells.first().copied();
            }
            let of_cells = cells
                .iter()
                .flat_map(|&cell| self.sentences[cell].citations.iter().copied());
            let mut row: Vec<usize> = of_cells.chain(alone).collect();
            row.sort_unstable();
            for &cell in cells {
                self.sentences[cell].citations.clone_from(&row);
            }
        }
        for sentence in &self.sentences {
            for &passage in &sentence.passages {
                self.passages[passage].citations.extend(&sentence.citations);
            }
        }
        for passage in &mut self.passages {
            passage.citations.sort_unstable();
            passage.citations.dedup();
        }
    }
}

fn div_passage(range: &Range<usize>, attributes: &Attributes, labels: Labels) -> Passage {
    Passage {
        range: range.clone(),
        words: range.clone(),
        text: String::new(),
        claim: claim_of(attributes),
        labels,
        citations: Vec::new(),
    }
}

fn claim_of(attributes: &Attributes) -> Option<Written> {
    attributes.get("claim").map(|pair| Written {
        text: pair.value.clone(),
        range: pair.value_range.clone(),
    })
}

/// The labels that hold for the words of a span: those of the unit, and of every span around
/// them.
fn labels_around(unit: Labels, linear: &Linear<'_>, span: &LinearSpan<'_>) -> Labels {
    let words = &span.words;
    let mut around: Vec<&LinearSpan<'_>> = linear
        .spans_in(words)
        .filter(|span| span.words.start <= words.start && words.end <= span.words.end)
        .collect();
    if words.is_empty() {
        around.push(span);
    }
    around.sort_by_key(|span| (span.source.start, usize::MAX - span.source.end));
    around
        .iter()
        .fold(unit, |labels, span| labels.and(span.attributes))
}

/// The labels of a sentence: those that together cover all its words.
fn labels_of_sentence(unit: Labels, linear: &Linear<'_>, range: &Range<usize>) -> Labels {
    let labels = |span: &LinearSpan<'_>| Labels::default().and(span.attributes);
    let mut spans = linear.spans_in(range);
    // Most spans only say which claim they state.
    if spans.all(|span| labels(span) == Labels::default()) {
        return unit;
    }
    let labelled = |wanted: fn(&Labels) -> bool| -> Vec<(Range<usize>, Labels)> {
        linear
            .spans_in(range)
            .map(|span| (span.words.clone(), labels(span)))
            .filter(|(_, labels)| wanted(labels))
            .collect()
    };
    let covers = |spans: &[(Range<usize>, Labels)]| {
        let covers: Vec<Range<usize>> = spans.iter().map(|(words, _)| words.clone()).collect();
        !covers.is_empty() && !linear.has_words_outside(range, &covers)
    };
    let speculative = labelled(|labels| labels.speculative);
    let non_claim = labelled(|labels| labels.non_claim.is_some());
    let declared = non_claim
        .iter()
        .find(|(words, _)| words.start < range.end && range.start < words.end)
        .and_then(|(_, labels)| labels.non_claim);
    Labels {
        speculative: unit.speculative || covers(&speculative),
        non_claim: declared.filter(|_| covers(&non_claim)).or(unit.non_claim),
    }
}

fn push_words(text: &mut String, words: &str) {
    if !text.is_empty() && !words.is_empty() {
        text.push(' ');
    }
    text.push_str(words);
}

//! Citations of the tree: their words, locators, and what is cited within them.

use std::ops::Range;
use std::rc::Rc;

use super::finish::Finisher;
use super::locator;
use super::node::CitationNode;
use super::tree::{Citation, CitationMode, Fault, Inline, InlineKind};
use super::within::plain_text;

impl Finisher<'_> {
    pub(super) fn cite(
        &mut self,
        words: &Range<usize>,
        citations: Rc<Vec<CitationNode>>,
        range: &Range<usize>,
    ) -> InlineKind {
        if let Some(span) = self.span.clone() {
            self.into.faults.push(Fault::CitationInsideSpan {
                span,
                citation: range.clone(),
            });
        }
        // Citations within this one's suffix are moved with it.
        let text = self.as_pandoc_shows(words, &citations);
        let span = self.span.take();
        let citations = Rc::unwrap_or_clone(citations)
            .into_iter()
            .map(|citation| self.citation(citation))
            .collect();
        self.span = span;
        InlineKind::Cite { citations, text }
    }

    fn as_pandoc_shows(&self, words: &Range<usize>, citations: &[CitationNode]) -> String {
        let text = &self.leaf.text;
        let written = match citations.first() {
            Some(first) if first.mode == CitationMode::AuthorInText => {
                let braced = text[..first.key.start].ends_with('{');
                let rest = first.key.end + usize::from(braced);
                format!("@{} {}", &text[first.key.clone()], &text[rest..words.end])
            }
            _ => text[words.clone()].to_owned(),
        };
        let plain = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
        if written.bytes().all(plain) && !written.contains("  ") && written.trim() == written {
            written
        } else {
            written.split_whitespace().collect::<Vec<_>>().join(" ")
        }
    }

    fn citation(&mut self, citation: CitationNode) -> Citation {
        let prefix_content = self.shared(citation.prefix);
        let suffix_content = self.shared(citation.suffix);
        let mut nested = Vec::new();
        collect_citations(&prefix_content, &mut nested);
        collect_citations(&suffix_content, &mut nested);
        let prefix = plain_text(&prefix_content).trim().to_owned();
        let suffix = plain_text(&suffix_content).trim().to_owned();
        let (locator, rest) = locator::parse(&suffix);
        Citation {
            range: self.leaf.source(&citation.range),
            key_range: self.leaf.source(&citation.key),
            key: self.leaf.text[citation.key].to_owned(),
            mode: citation.mode,
            prefix,
            suffix,
            locator,
            rest,
            nested,
            prefix_content,
            suffix_content,
        }
    }
}

fn collect_citations(inlines: &[Inline], into: &mut Vec<Citation>) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Cite { citations, .. } => into.extend(citations.iter().map(slim)),
            kind => collect_citations(kind.content().unwrap_or_default(), into),
        }
    }
}

/// The citation without the content of its prefix and suffix: with it, citations nested in one
/// another would double in size at each level.
fn slim(citation: &Citation) -> Citation {
    Citation {
        prefix: citation.prefix.clone(),
        suffix: citation.suffix.clone(),
        key: citation.key.clone(),
        range: citation.range.clone(),
        key_range: citation.key_range.clone(),
        mode: citation.mode,
        locator: citation.locator.clone(),
        rest: citation.rest.clone(),
        nested: citation.nested.clone(),
        prefix_content: Vec::new(),
        suffix_content: Vec::new(),
    }
}

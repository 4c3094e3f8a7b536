//! The pieces of a line as HTML: words, links, passages, citations.

use super::prose::{Writer, class};
use super::url;
use crate::bundle::terms::NonClaim;
use crate::bundle::{Citation, CitationMode, Inline};

impl<'a> Writer<'a> {
    pub(super) fn inlines(&mut self, inlines: &'a [Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &'a Inline) {
        match inline {
            Inline::Text { text } => self.html.text(text),
            Inline::Emphasis { content } => self.wrapped("em", content),
            Inline::Strong { content } => self.wrapped("strong", content),
            Inline::Strikethrough { content } => self.wrapped("s", content),
            Inline::Superscript { content } => self.wrapped("sup", content),
            Inline::Subscript { content } => self.wrapped("sub", content),
            Inline::Code { text } => self.html.element("code", &[], text),
            Inline::Link {
                url,
                title,
                content,
            } => self.link(url, title, content),
            Inline::Image { url, alt, .. } => self.image(url, alt),
            Inline::Span {
                id,
                non_claim,
                content,
            } => self.span(id.as_deref(), *non_claim, content),
            Inline::Passage { passage, content } => self.passage_span(*passage, content),
            Inline::Cite { anchor, citations } => self.cite(anchor, citations),
            Inline::FootnoteMark { number } => self.footnote_mark(*number),
            Inline::SoftBreak => self.html.raw("\n"),
            Inline::HardBreak => self.html.raw("<br>\n"),
        }
    }

    fn wrapped(&mut self, tag: &'static str, content: &'a [Inline]) {
        self.html.open(tag, &[]);
        self.inlines(content);
        self.html.close(tag);
    }

    /// A link that leads nowhere, or where no link should lead, is its words.
    fn link(&mut self, url: &str, title: &str, content: &'a [Inline]) {
        let target = self.index.target(self.article, url);
        let Some(target) = target.filter(|_| !self.in_link) else {
            return self.inlines(content);
        };
        let title = (!title.is_empty()).then_some(("title", title));
        let attributes: Vec<_> = std::iter::once(("href", target.as_str()))
            .chain(title)
            .collect();
        self.html.open("a", &attributes);
        self.in_link = true;
        self.inlines(content);
        self.in_link = false;
        self.html.close("a");
        for claim in std::mem::take(&mut self.waiting) {
            self.mark(claim);
        }
    }

    /// Nothing on a page is loaded from elsewhere: an image is a link with its words.
    fn image(&mut self, url: &str, alt: &str) {
        let words = if alt.trim().is_empty() {
            "without description"
        } else {
            alt
        };
        let words = format!("[Image: {words}]");
        match url::external(url).filter(|_| !self.in_link) {
            Some(target) => self.html.element("a", &[("href", target.as_ref())], &words),
            None => self.html.text(&words),
        }
    }

    fn span(&mut self, id: Option<&'a str>, non_claim: Option<NonClaim>, content: &'a [Inline]) {
        let id = id.and_then(|id| self.give(id)).map(|id| ("id", id));
        let class = non_claim.map(|kind| ("class", class(kind)));
        let attributes: Vec<_> = id.into_iter().chain(class).collect();
        if attributes.is_empty() {
            return self.inlines(content);
        }
        self.html.open("span", &attributes);
        self.inlines(content);
        self.html.close("span");
    }

    fn passage_span(&mut self, position: u64, content: &'a [Inline]) {
        let Some(passage) = self.passage(position) else {
            return self.inlines(content);
        };
        let claim = passage.claim.as_deref();
        let speculative = self.is_speculative(position);
        let class = if speculative {
            "claim speculative"
        } else {
            "claim"
        };
        self.html
            .open("span", &[("id", &passage.anchor), ("class", class)]);
        if speculative {
            self.html.raw("<span class=\"label\">[speculative]</span> ");
        }
        self.inlines(content);
        self.html.close("span");
        let Some(claim) = claim else {
            return;
        };
        match self.index.claim(claim) {
            Some(claim) if self.in_link => self.waiting.push(&claim.id),
            Some(claim) => self.mark(&claim.id),
            None => {
                self.html.raw(" ");
                self.missing(claim);
            }
        }
    }

    fn cite(&mut self, anchor: &str, citations: &[Citation]) {
        self.html.open("span", &[("class", "cite"), ("id", anchor)]);
        if let [first, ..] = citations
            && first.mode == CitationMode::AuthorInText
        {
            match self.study(first.number) {
                Some(study) => self.html.text(&study.authors_in_text),
                None => self.html.raw("unknown authors"),
            }
            self.html.raw(" ");
        }
        self.html.raw("[");
        for (i, citation) in citations.iter().enumerate() {
            if i > 0 {
                self.html.raw("; ");
            }
            self.citation(citation);
        }
        self.html.raw("]</span>");
    }

    fn citation(&mut self, citation: &Citation) {
        if !citation.prefix.is_empty() {
            self.html.text(&citation.prefix);
            self.html.raw(" ");
        }
        let study = self.study(citation.number);
        let number = citation.number.to_string();
        let href = format!("#ref-{number}");
        let title = study.map_or("not in this set", |study| &study.label);
        if self.in_link {
            self.html.text(&number);
        } else {
            self.html
                .element("a", &[("href", &href), ("title", title)], &number);
        }
        match study {
            // Who cites it as retracted has said so.
            Some(study) if study.standing.retracted && !says_retracted(citation) => {
                self.html.raw(", retracted");
            }
            Some(_) => {}
            None => self.html.raw(", missing"),
        }
        if citation.suffix.starts_with(|c: char| c.is_alphanumeric()) {
            self.html.raw(", ");
        }
        self.html.text(&citation.suffix);
    }

    /// The study that a number of the article's references stands for.
    fn study(&self, number: u64) -> Option<&'a crate::bundle::Study> {
        let position = usize::try_from(number).ok()?.checked_sub(1)?;
        self.index
            .study(&self.article.references.get(position)?.study)
    }

    fn footnote_mark(&mut self, number: u64) {
        let number_text = number.to_string();
        let href = format!("#note-{number}");
        let back = format!("note-{number}-mark");
        // The way back leads to the first mark.
        if self.marked.insert(number) {
            self.html.open("sup", &[("class", "note"), ("id", &back)]);
        } else {
            self.html.raw("<sup class=\"note\">");
        }
        if !self.in_link {
            self.html.open("a", &[("href", &href)]);
        }
        self.html
            .raw("<span class=\"visually-hidden\">Note </span>");
        self.html.text(&number_text);
        if !self.in_link {
            self.html.close("a");
        }
        self.html.close("sup");
    }
}

/// Whether a citation says itself that what it cites was retracted: `[@key, retracted]`.
fn says_retracted(citation: &Citation) -> bool {
    let said = [&citation.prefix, &citation.suffix];
    said.iter()
        .any(|text| text.to_lowercase().contains("retract"))
}

//! An article: claims with their citations among sentences that state none, lists and a table.

use std::fmt::Write as _;

use super::claim::Claim;
use super::fault::Fault;
use super::lists::{Draw, LISTS};
use super::study::capital;
use super::topic::slug;
use super::{Stream, Synthetic};

/// How wide the lines of a paragraph are.
const WIDTH: usize = 100;

/// The path and the text of an article.
pub(super) fn write(set: &Synthetic, index: usize, fault: Option<Fault>) -> (String, String) {
    let claims: Vec<Claim> = set
        .claims_of_article(index)
        .map(|claim| set.claim(claim))
        .collect();
    let mut writer = Writer {
        draw: set.draw(Stream::Article, index),
        claims: &claims,
        text: String::new(),
        citations: set.shape.citations_per_article,
        fault,
    };
    let path = format!(
        "articles/{}-{index}.md",
        slug(&claims[0].study.topic.condition.label())
    );
    writer.article(set.shape.words);
    (path, writer.text)
}

struct Writer<'a> {
    draw: Draw,
    claims: &'a [Claim],
    text: String,
    /// How many citations are still to come.
    citations: usize,
    fault: Option<Fault>,
}

impl Writer<'_> {
    fn article(&mut self, words: usize) {
        self.front_matter();
        self.paragraph(4);
        // The last three citations are those of a sentence with numbers and of a table.
        let in_passages = self.citations.saturating_sub(3);
        let mut left = in_passages;
        for number in 0..self.claims.len() {
            if number % 4 == 0 {
                self.heading(number);
            }
            left -= usize::from(self.passage(number, left > 0));
        }
        self.citations -= in_passages - left;
        self.numbers();
        self.table();
        self.list();
        match self.fault {
            Some(Fault::Unaccounted) => self.text.push_str("\nIt cures everybody who tries it.\n"),
            Some(Fault::Malformed) => self
                .text
                .push_str("\nSo it was reported [@nobody-1900, p. 3.\n"),
            _ => {}
        }
        while self.text.split_whitespace().count() < words {
            let sentences = self.draw.within(3..=6);
            self.paragraph(sentences);
        }
    }

    fn front_matter(&mut self) {
        let topic = self.claims[0].study.topic;
        let _ = write!(
            self.text,
            "---\ntitle: {} for {}\ndescription: What trials have found about {} in {}.\naudience: public\n\
             authors:\n  - {} {}\npublished: 2026-06-01\nreview: {{by: A. Reviewer, on: 2026-06-01, due: 2036-06-01}}\n---\n",
            capital(&topic.intervention.label()),
            topic.condition.label(),
            topic.intervention.label(),
            topic.condition.label(),
            LISTS.givens.draw(&mut self.draw),
            LISTS.families.draw(&mut self.draw),
        );
    }

    fn heading(&mut self, number: usize) {
        let topic = self.claims[number].study.topic;
        let _ = write!(
            self.text,
            "\n## {} for {}\n",
            capital(&topic.intervention.label()),
            topic.condition.label()
        );
    }

    /// A paragraph with a passage among other sentences; whether it cited the claim's study.
    fn passage(&mut self, number: usize, cite: bool) -> bool {
        let claim = &self.claims[number];
        let cite = cite && !claim.speculative;
        let statement = claim.statement();
        let mut sentence = if claim.speculative {
            format!("[{statement}]{{.speculative claim={}}}", claim.key)
        } else {
            format!("[{statement}]{{claim={}}}", claim.key)
        };
        if cite {
            let page = self.draw.within(1..=20);
            let _ = write!(sentence, " [@{}, p. {page}]", self.key(claim));
        }
        let before = self.sentence(number);
        let after = self.sentence(number);
        self.fill(&format!("{before} {sentence}. {after}"));
        cite
    }

    /// The key of a claim's study, as it is cited.
    fn key(&self, claim: &Claim) -> String {
        match self.fault {
            Some(Fault::UndefinedKey) => "nobody-1900".to_owned(),
            _ => claim.study.key.clone(),
        }
    }

    /// A sentence with the numbers of a study.
    fn numbers(&mut self) {
        let claims = self.claims;
        let Some(claim) = claims.iter().find(|_| self.citations > 0) else {
            return;
        };
        self.citations -= 1;
        let finding = &claim.study.findings[claim.finding];
        let (low, high) = finding.limits();
        let size = match self.fault {
            Some(Fault::Number) => format!("{}5", finding.size()),
            _ => finding.size(),
        };
        let text = format!(
            "In one trial with {} people, {} differed by {size} points (95 % CI {low} to {high}) [@{}, Table {}].",
            claim.study.people(),
            finding.outcome.concept.label(),
            self.key(claim),
            claim.finding + 1
        );
        self.fill(&text);
    }

    /// A table whose rows cite.
    fn table(&mut self) {
        if self.citations == 0 {
            return;
        }
        self.text
            .push_str("\n| Trial | People | Difference in points |\n|:------|-------:|-----:|\n");
        let claims = self.claims.iter().rev().cycle();
        for claim in claims.take(self.citations) {
            let study = &claim.study;
            let _ = writeln!(
                self.text,
                "| {} [@{}] | {} | {} |",
                capital(&study.topic.intervention.label()),
                study.key,
                study.people(),
                study.findings[claim.finding].size()
            );
        }
        self.citations = 0;
    }

    fn list(&mut self) {
        self.text.push('\n');
        for _ in 0..4 {
            let adjective = LISTS.adjectives.draw(&mut self.draw);
            let noun = LISTS.nouns.draw(&mut self.draw);
            let _ = writeln!(self.text, "- the {adjective} {noun}");
        }
    }

    fn paragraph(&mut self, sentences: u32) {
        let about = self.draw.within(0..=9) as usize % self.claims.len();
        let text: Vec<String> = (0..sentences).map(|_| self.sentence(about)).collect();
        self.fill(&text.join(" "));
    }

    /// A sentence that states no claim, with the label that says so.
    fn sentence(&mut self, about: usize) -> String {
        let entry = LISTS.sentences.draw(&mut self.draw);
        let (label, template) = entry.split_once('\t').unwrap_or(("none", entry));
        let mut text = String::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            let (slot, after) = after.split_once('}').unwrap_or((after, ""));
            text.push_str(before);
            text.push_str(&self.word(slot, about));
            rest = after;
        }
        text.push_str(rest);
        match label {
            "none" => text,
            label => format!("[{text}]{{.{label}}}"),
        }
    }

    fn word(&mut self, slot: &str, about: usize) -> String {
        let claim = &self.claims[about];
        let topic = claim.study.topic;
        let outcome = claim.study.findings[claim.finding].outcome.concept.label();
        match slot {
            "condition" => topic.condition.label(),
            "intervention" => topic.intervention.label(),
            "outcome" => outcome,
            "Outcome" => capital(&outcome),
            "adjective" => LISTS.adjectives.draw(&mut self.draw).to_owned(),
            "family" => LISTS.families.draw(&mut self.draw).to_owned(),
            "slug" => slug(LISTS.nouns.draw(&mut self.draw)),
            _ => LISTS.nouns.draw(&mut self.draw).to_owned(),
        }
    }

    /// A paragraph in lines. What stands in braces or brackets of a citation stays together.
    fn fill(&mut self, paragraph: &str) {
        self.text.push('\n');
        let mut width = 0;
        for word in paragraph.split(' ') {
            let fits = width + word.len() < WIDTH;
            if width > 0 {
                self.text.push(if fits { ' ' } else { '\n' });
            }
            width = if fits {
                width + word.len() + 1
            } else {
                word.len()
            };
            self.text.push_str(word);
        }
        self.text.push('\n');
    }
}

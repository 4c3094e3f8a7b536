//! Suppressions: what each covers, whether it still holds, and whether it was needed.

use std::collections::BTreeMap;
use std::ops::Range;

use grounds_diagnostics::{Diagnostic, FileId, Place};
use grounds_load::markdown::HtmlComment;
use grounds_load::{Article, ContentSet, Document};
use grounds_model::{Date, Level, StandingEvent, Study, Suppression as Written};

use super::comment::{Allow, Comment, parse};
use super::faults::{expired, malformed, unknown_rule, without_reason};
use super::region::covered;
use crate::levels::{Levels, Selector};
use crate::rules::RULES;

/// All suppressions of a set, or of an article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Suppressions {
    by_file: BTreeMap<FileId, Vec<Suppression>>,
    /// What is wrong with how they are written.
    faults: Vec<Diagnostic>,
}

/// One suppression of one rule or group.
#[derive(Debug, Clone)]
struct Suppression {
    selector: Selector,
    name: String,
    place: Place,
    covers: Covers,
    used: bool,
}

/// What a suppression covers of its file.
#[derive(Debug, Clone)]
enum Covers {
    All,
    Bytes(Range<usize>),
    /// Events in the standing of a study.
    Events(Vec<Range<usize>>),
    Nothing,
}

impl Suppression {
    fn covers(&self, diagnostic: &Diagnostic) -> bool {
        let place = diagnostic.primary.place;
        let here = match &self.covers {
            Covers::All => true,
            // Some diagnostics run on over the line break: where they begin is what counts.
            Covers::Bytes(range) => range.contains(&place.start),
            Covers::Events(ranges) => ranges.contains(&place.range()),
            Covers::Nothing => false,
        };
        here && selects(self.selector, diagnostic.rule)
    }

    /// That it suppressed nothing.
    fn fault(&self) -> Diagnostic {
        let name = &self.name;
        let of_policy = match self.selector {
            Selector::Group(group) => group == "suppression",
            Selector::Rule(id) => id.starts_with("suppression/"),
            Selector::All => false,
        };
        let label = match self.covers {
            _ if of_policy => "what is wrong with suppressions cannot be suppressed",
            Covers::Nothing => "no block follows that this could cover",
            Covers::Bytes(_) => "nothing of this kind is in the block that this covers",
            Covers::Events(_) => "nothing of this kind is said of an event of this day",
            Covers::All => "nothing of this kind is in this file",
        };
        let message = format!("suppression of `{name}` suppresses nothing");
        Diagnostic::new("suppression/unused", self.place, message)
            .label(label)
            .note("left in place, it would hide the next one")
            .help("delete it, or move it before the block that it is meant for")
    }
}

/// Whether a selector means a rule. What is wrong with suppressions cannot be suppressed.
fn selects(selector: Selector, rule: &str) -> bool {
    let group = rule.split('/').next().unwrap_or(rule);
    group != "suppression"
        && match selector {
            Selector::All => false,
            Selector::Group(name) => name == group,
            Selector::Rule(name) => name == rule,
        }
}

impl Suppressions {
    /// The suppressions of an article, as they stand on a day.
    pub(crate) fn of_article(article: &Article, as_of: Date) -> Self {
        let mut reader = Reader::on(as_of);
        for comment in &article.prose.tree.comments {
            reader.comment(article, comment);
        }
        if let Some(front) = &article.front {
            reader.record(front, &front.value.suppress, &[]);
        }
        reader.found
    }

    /// The suppressions of one record, as they stand on a day.
    pub(crate) fn of_record<T>(document: &Document<T>, written: &[Written], as_of: Date) -> Self {
        let mut reader = Reader::on(as_of);
        reader.record(document, written, &[]);
        reader.found
    }

    /// The suppressions of a study, as they stand on a day.
    pub(crate) fn of_study(document: &Document<Study>, as_of: Date) -> Self {
        let mut reader = Reader::on(as_of);
        let study = &document.value;
        reader.record(document, &study.suppress, &study.standing);
        reader.found
    }

    /// Whether there are none, and nothing is wrong with any.
    pub(crate) fn is_empty(&self) -> bool {
        self.by_file.is_empty() && self.faults.is_empty()
    }

    /// The suppressions of the records of a set, as they stand on a day.
    pub(super) fn of_records(set: &ContentSet, as_of: Date) -> Self {
        let mut reader = Reader::on(as_of);
        for (_, claim) in set.claims.iter() {
            reader.record(claim, &claim.value.suppress, &[]);
        }
        for (_, study) in set.studies.iter() {
            reader.record(study, &study.value.suppress, &study.value.standing);
        }
        reader.record(&set.vocabulary, &set.vocabulary.value.suppress, &[]);
        reader.found
    }

    /// Adds those of other files.
    pub(crate) fn add(&mut self, others: Self) {
        self.by_file.extend(others.by_file);
        self.faults.extend(others.faults);
    }

    /// Whether a diagnostic is suppressed; what suppresses it is used from now on.
    pub(crate) fn cover(&mut self, diagnostic: &Diagnostic) -> bool {
        let Some(here) = self.by_file.get_mut(&diagnostic.primary.place.file) else {
            return false;
        };
        let mut covered = false;
        for suppression in here.iter_mut().filter(|s| s.covers(diagnostic)) {
            suppression.used = true;
            covered = true;
        }
        covered
    }

    /// What is wrong with the suppressions, once all diagnostics were shown to them.
    pub(crate) fn faults(self, levels: &Levels) -> Vec<Diagnostic> {
        let mut faults = self.faults;
        let unused = self.by_file.into_values().flatten();
        let unused = unused.filter(|s| !s.used && was_looked_for(s.selector, levels));
        faults.extend(unused.map(|suppression| suppression.fault()));
        faults
    }
}

/// Reads suppressions as they stand on a day.
struct Reader {
    found: Suppressions,
    as_of: Date,
}

impl Reader {
    fn on(as_of: Date) -> Self {
        let found = Suppressions::default();
        Self { found, as_of }
    }

    fn comment(&mut self, article: &Article, comment: &HtmlComment) {
        let whole = article.place(comment.range.clone());
        // In a quotation the text has lost its `>`: then the comment as a whole is the place.
        let exact = comment.text.len() + "<!---->".len() == comment.range.len();
        let start = comment.range.start + "<!--".len();
        let place = |range: &Range<usize>| {
            if exact {
                article.place(start + range.start..start + range.end)
            } else {
                whole
            }
        };
        match parse(&comment.text) {
            Comment::Other => {}
            Comment::Malformed(range, reason) => {
                let place = if range.is_empty() {
                    whole
                } else {
                    place(&range)
                };
                self.found.faults.push(malformed(place, reason));
            }
            Comment::Allow(allow) => {
                let bytes = covered(&article.prose.tree, &comment.range);
                self.allow(&allow, whole, &place, bytes.as_ref());
            }
        }
    }

    fn allow(
        &mut self,
        allow: &Allow,
        whole: Place,
        place: &dyn Fn(&Range<usize>) -> Place,
        covers: Option<&Range<usize>>,
    ) {
        if allow.reason.is_none() {
            self.found
                .faults
                .push(without_reason(whole, "add `reason=\"…\"`"));
        }
        let until = allow
            .until
            .as_ref()
            .map(|(date, range)| (*date, place(range)));
        let live = self.still_holds(until);
        for (name, range) in &allow.names {
            let covers = covers.map_or(Covers::Nothing, |range| Covers::Bytes(range.clone()));
            self.add(name, place(range), covers, live);
        }
    }

    fn record<T>(&mut self, document: &Document<T>, written: &[Written], events: &[StandingEvent]) {
        for (i, suppression) in written.iter().enumerate() {
            let place = |field: &str| document.place(&format!("/suppress/{i}/{field}"));
            if suppression.reason.is_none() {
                self.found
                    .faults
                    .push(without_reason(place("rule"), "add `reason: …`"));
            }
            let until = suppression.until.map(|date| (date, place("until")));
            let live = self.still_holds(until);
            let days = suppression.on.map(|on| {
                let events = events.iter().enumerate();
                let of_day = events.filter(|(_, event)| event.on == Some(on));
                let places = of_day.map(|(i, _)| document.place(&format!("/standing/{i}")).range());
                places.collect()
            });
            let covers = days.map_or(Covers::All, Covers::Events);
            self.add(suppression.rule.as_str(), place("rule"), covers, live);
        }
    }

    /// Whether a suppression's last day has not passed.
    fn still_holds(&mut self, until: Option<(Date, Place)>) -> bool {
        let Some((date, place)) = until.filter(|(date, _)| *date < self.as_of) else {
            return true;
        };
        self.found.faults.push(expired(place, date, self.as_of));
        false
    }

    fn add(&mut self, name: &str, place: Place, covers: Covers, live: bool) {
        match Selector::parse(name).filter(|selector| *selector != Selector::All) {
            None => self.found.faults.push(unknown_rule(place, name)),
            Some(selector) if live => {
                let name = name.to_owned();
                let suppression = Suppression {
                    selector,
                    name,
                    place,
                    covers,
                    used: false,
                };
                self.found
                    .by_file
                    .entry(place.file)
                    .or_default()
                    .push(suppression);
            }
            Some(_) => {}
        }
    }
}

/// Whether a rule that a selector means is on: only then could its diagnostics be missing.
fn was_looked_for(selector: Selector, levels: &Levels) -> bool {
    let on = |id| levels.of(id) != Level::Allow;
    match selector {
        Selector::All => false,
        Selector::Rule(id) => on(id),
        Selector::Group(group) => RULES
            .iter()
            .any(|rule| rule.group() == group && on(rule.id)),
    }
}

//! `grounds impact`: what must change when studies fall.

mod markdown;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use grounds_diagnostics::Sources;
use grounds_evidence::impact::{ClaimImpact, Event, Impact, Loss, SentenceImpact, impact};
use grounds_load::{ContentSet, Loaded};

use crate::answers::{self, ClaimHit, ImpactAnswer, SentenceHit};
use crate::args::{ImpactArgs, ImpactEvent, ImpactFormat};
use crate::session::{self, no_such, print, shown_place};
use crate::{Ending, Stop};

pub(crate) fn run(args: &ImpactArgs) -> Result<Ending, Stop> {
    let Loaded { sources, set, .. } =
        session::load(args.set.as_deref(), args.retractions.as_deref())?;
    let known: Vec<&str> = set.studies.keys().map(grounds_model::Key::as_str).collect();
    for name in &args.studies {
        if !known.contains(&name.as_str()) {
            return Err(no_such("study", name, &known));
        }
        if set.studies.broken.contains_key(name.as_str()) {
            session::remark(&format!(
                "the record of `{name}` cannot be read: what stands on it is not known in full"
            ));
        }
    }
    let studies = set.studies.iter();
    let retracted = studies.filter(|(_, study)| study.value.standing().retracted.is_some());
    let keys: Vec<&str> = if args.studies.is_empty() {
        retracted.map(|(key, _)| key.as_str()).collect()
    } else {
        args.studies.iter().map(String::as_str).collect()
    };
    let event = match args.event {
        ImpactEvent::Retracted => Event::Retracted,
        ImpactEvent::Removed => Event::Removed,
    };
    let found = impact(&set, &keys, event);
    remark_unread(&set, &found);
    let view = View {
        set: &set,
        sources: &sources,
        impact: &found,
        event,
    };
    print(&match args.format {
        ImpactFormat::Human => view.human(),
        ImpactFormat::Json => answers::written(&view.answer()).map_err(anyhow::Error::from)?,
        ImpactFormat::Markdown => markdown::written(&view),
    })?;
    Ok(Ending::Clean)
}

/// Says which claims name a study that cannot be read: it may be the support that is left, or be none.
fn remark_unread(set: &ContentSet, impact: &Impact<'_>) {
    for hit in &impact.claims {
        let claim = set.claims.get(hit.claim.as_str());
        let lines = claim.into_iter().flat_map(|claim| &claim.value.evidence);
        let unread: BTreeSet<&str> = lines
            .map(|line| line.study.as_str())
            .filter(|study| set.studies.broken.contains_key(*study))
            .collect();
        for study in unread {
            session::remark(&format!(
                "the record of `{study}` cannot be read: whether claim `{}` has more support is not known",
                hit.claim
            ));
        }
    }
}

/// An impact with what it takes to show it.
struct View<'a> {
    set: &'a ContentSet,
    sources: &'a Sources,
    impact: &'a Impact<'a>,
    event: Event,
}

impl View<'_> {
    fn event(&self) -> &'static str {
        match self.event {
            Event::Retracted => "retracted",
            Event::Removed => "removed",
        }
    }

    fn title(&self) -> String {
        let keys: Vec<&str> = self.impact.studies.iter().map(|key| key.as_str()).collect();
        match keys.as_slice() {
            [] => "no study of the set is retracted".to_owned(),
            keys => format!(
                "if {} {} {}",
                keys.join(", "),
                if keys.len() == 1 { "is" } else { "are" },
                self.event()
            ),
        }
    }

    fn place(&self, sentence: &SentenceImpact<'_>) -> String {
        let article = &self.set.articles[sentence.article];
        let range = article.prose.sentences[sentence.sentence].range.clone();
        shown_place(self.sources, article.place(range))
    }

    fn text(&self, sentence: &SentenceImpact<'_>) -> &str {
        &self.set.articles[sentence.article].prose.sentences[sentence.sentence].text
    }

    fn statement(&self, claim: &ClaimImpact<'_>) -> &str {
        let claim = self.set.claims.get(claim.claim.as_str());
        claim.map_or("", |claim| claim.value.statement.as_str())
    }

    fn articles(&self) -> BTreeSet<&str> {
        let sentences = self.impact.sentences.iter();
        sentences
            .map(|sentence| sentence.article.as_str())
            .collect()
    }

    /// Whether no claim and no sentence stands on what falls.
    fn hits_nothing(&self) -> bool {
        let Impact {
            studies,
            claims,
            sentences,
            ..
        } = self.impact;
        claims.is_empty() && sentences.is_empty() && !studies.is_empty()
    }

    fn human(&self) -> String {
        let Impact {
            claims,
            sentences,
            reviews,
            naming,
            ..
        } = self.impact;
        let mut text = format!("{}\n", self.title());
        if !claims.is_empty() {
            let _ = writeln!(text, "\nclaims ({})", claims.len());
        }
        for claim in claims {
            let _ = writeln!(
                text,
                "  {}: {} ({})",
                claim.claim,
                claim.loss.describe(),
                left(claim)
            );
            let _ = writeln!(text, "    {}", self.statement(claim));
        }
        if !sentences.is_empty() {
            let _ = writeln!(
                text,
                "\nsentences ({}, in {})",
                sentences.len(),
                pages(self.articles().len())
            );
        }
        for sentence in sentences {
            let claim = sentence
                .claim
                .map(|claim| format!(" (claim {claim})"))
                .unwrap_or_default();
            let _ = writeln!(
                text,
                "  {}: {}{claim}",
                self.place(sentence),
                sentence.loss.describe()
            );
            let _ = writeln!(text, "    {}", self.text(sentence));
        }
        for review in reviews {
            let _ = writeln!(
                text,
                "\nreview {review} includes it: what it pooled may change"
            );
        }
        for naming in naming {
            let _ = writeln!(text, "\nthe record of {naming} names it: take the name out");
        }
        if self.hits_nothing() {
            text.push_str("nothing stands on it\n");
        }
        text
    }

    fn answer(&self) -> ImpactAnswer {
        let Impact {
            studies,
            reviews,
            naming,
            claims,
            sentences,
        } = self.impact;
        let names =
            |keys: &BTreeSet<&grounds_model::Key>| keys.iter().map(ToString::to_string).collect();
        ImpactAnswer {
            studies: names(studies),
            event: match self.event {
                Event::Retracted => answers::Event::Retracted,
                Event::Removed => answers::Event::Removed,
            },
            reviews: names(reviews),
            naming: names(naming),
            claims: claims
                .iter()
                .map(|claim| ClaimHit {
                    claim: claim.claim.to_string(),
                    statement: self.statement(claim).to_owned(),
                    loss: claim.loss.into(),
                    why: claim.loss.describe(),
                    supports_left: claim.left,
                })
                .collect(),
            sentences: sentences
                .iter()
                .map(|sentence| SentenceHit {
                    article: sentence.article.to_string(),
                    place: self.place(sentence),
                    text: self.text(sentence).to_owned(),
                    loss: sentence.loss.into(),
                    why: sentence.loss.describe(),
                    claim: sentence.claim.map(ToString::to_string),
                })
                .collect(),
            articles: self.articles().into_iter().map(str::to_owned).collect(),
        }
    }
}

/// How many supports are left, where one was lost.
fn left(claim: &ClaimImpact<'_>) -> String {
    match (claim.loss, claim.left) {
        (
            Loss::Background
            | Loss::Counterweight
            | Loss::Derivation
            | Loss::Pooled
            | Loss::PooledCitation
            | Loss::CitedAsRetracted,
            _,
        ) => "as before".to_owned(),
        (_, left) => supports(left),
    }
}

fn supports(left: usize) -> String {
    match left {
        0 => "no support left".to_owned(),
        1 => "1 support left".to_owned(),
        n => format!("{n} supports left"),
    }
}

fn pages(number: usize) -> String {
    match number {
        1 => "1 article".to_owned(),
        n => format!("{n} articles"),
    }
}

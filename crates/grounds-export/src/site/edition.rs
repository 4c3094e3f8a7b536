//! What has changed from one edition of a site to the next, part by part: a file that is made of other parts alone
//! is what it was.

use std::sync::Arc;

use crate::bundle::{Article, Bundle, Claim, Study};
use crate::keyed::Keyed;

/// A part of a bundle of which files are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// What all pages show: titles, addresses, concepts, the number of errors.
    Frame,
    /// What the run found.
    Run,
    /// The articles.
    Articles,
    /// The claims, but not where they are stated.
    Claims,
    /// The studies, but not where they are used.
    Studies,
    /// Where claims are stated, and studies used.
    Uses,
}

impl Part {
    pub(super) const ALL: [Self; 6] = [
        Self::Frame,
        Self::Run,
        Self::Articles,
        Self::Claims,
        Self::Studies,
        Self::Uses,
    ];
}

/// One of the sites that come one after the other, by its number, and in which each part last became another.
#[derive(Debug, Clone, Default)]
pub(super) struct Edition {
    number: u64,
    since: [u64; Part::ALL.len()],
}

impl Edition {
    /// The edition that comes after this one.
    pub(super) fn next(&self, former: &Bundle, now: &Bundle) -> Self {
        let number = self.number + 1;
        let mut since = self.since;
        for part in Part::ALL {
            if differs(part, former, now) {
                since[part as usize] = number;
            }
        }
        Self { number, since }
    }

    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// Whether what all pages show is another than in the edition before.
    pub(super) fn has_new_frame(&self) -> bool {
        self.since[Part::Frame as usize] == self.number
    }

    /// The edition in which any of these parts last became another.
    pub(super) fn since(&self, parts: &[Part]) -> u64 {
        let since = parts.iter().map(|part| self.since[*part as usize]);
        since.max().unwrap_or_default()
    }
}

fn differs(part: Part, former: &Bundle, now: &Bundle) -> bool {
    match part {
        Part::Frame => {
            let is_same = former.title == now.title
                && former.description == now.description
                && former.language == now.language
                && former.base_url == now.base_url
                && former.citation_style == now.citation_style
                && former.concepts == now.concepts
                && former.run.as_of == now.run.as_of
                && former.run.errors == now.run.errors;
            !is_same
        }
        Part::Run => former.run != now.run,
        Part::Articles => any(&former.articles, &now.articles, Article::ne),
        Part::Claims => any(&former.claims, &now.claims, |one, other| {
            without_uses_of_claim(one) != without_uses_of_claim(other)
        }),
        Part::Studies => any(&former.studies, &now.studies, |one, other| {
            without_uses_of_study(one) != without_uses_of_study(other)
        }),
        Part::Uses => {
            any(&former.claims, &now.claims, |one, other| {
                one.used_in != other.used_in
            }) || any(&former.studies, &now.studies, |one, other| {
                one.used_in != other.used_in
            })
        }
    }
}

/// Whether the records are other ones, or one of them differs. Most are the very same, which is seen without
/// reading them.
fn any<T: Keyed>(former: &[Arc<T>], now: &[Arc<T>], differ: impl Fn(&T, &T) -> bool) -> bool {
    former.len() != now.len()
        || former.iter().zip(now).any(|(former, now)| {
            !Arc::ptr_eq(former, now) && (former.key() != now.key() || differ(former, now))
        })
}

fn without_uses_of_claim(claim: &Claim) -> Claim {
    Claim {
        used_in: Vec::new(),
        ..claim.clone()
    }
}

fn without_uses_of_study(study: &Study) -> Study {
    Study {
        used_in: crate::bundle::StudyUses::default(),
        ..study.clone()
    }
}

//! How a claim stands, in one word and one shape: what readers see beside it at first glance.
//!
//! The shape and the words say the same, so that neither colour nor sight is needed.

use super::html::Html;
use super::index::Index;
use crate::bundle::Claim;
use crate::bundle::terms::{Basis, CertaintyLevel, Relation};

/// How a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// High or moderate certainty, and nothing that stands against it.
    WellSupported,
    /// Low or very low certainty.
    Limited,
    /// A study that was not retracted disputes it.
    Disputed,
    /// Studies support it, but nobody has rated the certainty.
    Unrated,
    /// No study that stands supports it.
    Unsupported,
    /// No direct evidence.
    Speculative,
}

impl Standing {
    pub(super) const ALL: [Self; 6] = [
        Self::WellSupported,
        Self::Limited,
        Self::Disputed,
        Self::Unrated,
        Self::Unsupported,
        Self::Speculative,
    ];

    /// How a claim stands. A missing study counts neither for nor against it.
    pub(super) fn of(index: &Index, claim: &Claim) -> Self {
        if claim.basis == Basis::Speculative {
            return Self::Speculative;
        }
        let stands = |wanted: Relation| {
            let mut lines = claim.evidence.iter();
            lines.any(|line| {
                let study = index.study(&line.study);
                line.relation == wanted && study.is_some_and(|study| index.stands(study))
            })
        };
        if stands(Relation::Disputes) {
            return Self::Disputed;
        }
        if !stands(Relation::Supports) {
            return Self::Unsupported;
        }
        match claim.certainty.as_ref().map(|certainty| certainty.level) {
            Some(CertaintyLevel::High | CertaintyLevel::Moderate) => Self::WellSupported,
            Some(CertaintyLevel::Low | CertaintyLevel::VeryLow) => Self::Limited,
            None => Self::Unrated,
        }
    }

    /// Its name in classes and addresses.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::WellSupported => "well-supported",
            Self::Limited => "limited",
            Self::Disputed => "disputed",
            Self::Unrated => "unrated",
            Self::Unsupported => "unsupported",
            Self::Speculative => "speculative",
        }
    }

    /// What readers call it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::WellSupported => "well supported",
            Self::Limited => "limited evidence",
            Self::Disputed => "disputed",
            Self::Unrated => "not rated",
            Self::Unsupported => "unsupported",
            Self::Speculative => "speculative",
        }
    }

    /// What it means, in a sentence.
    pub(super) fn meaning(self) -> &'static str {
        match self {
            Self::WellSupported => "The certainty of the evidence is high or moderate.",
            Self::Limited => {
                "The certainty is low or very low: better studies may well find otherwise."
            }
            Self::Disputed => "At least one study found otherwise.",
            Self::Unrated => "Studies support it, but nobody has rated how certain they make it.",
            Self::Unsupported => {
                "No study that still stands supports it: those named are missing or retracted."
            }
            Self::Speculative => "No direct evidence supports it. It may prove true, or false.",
        }
    }

    /// Draws its shape.
    pub(super) fn shape(self, html: &mut Html) {
        html.raw(match self {
            Self::WellSupported => {
                "<svg class=\"shape\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><circle cx=\"6\" cy=\"6\" r=\"5\"></circle></svg>"
            }
            Self::Limited => {
                "<svg class=\"shape\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><circle class=\"hollow\" cx=\"6\" cy=\"6\" r=\"4.5\"></circle><path d=\"M6 1.5a4.5 4.5 0 0 0 0 9z\"></path></svg>"
            }
            Self::Disputed => {
                "<svg class=\"shape\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path class=\"hollow\" d=\"M2 2l8 8M10 2l-8 8\"></path></svg>"
            }
            Self::Unrated => {
                "<svg class=\"shape\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><circle class=\"hollow\" cx=\"6\" cy=\"6\" r=\"4.5\"></circle></svg>"
            }
            Self::Unsupported => {
                "<svg class=\"shape\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><circle class=\"hollow\" cx=\"6\" cy=\"6\" r=\"4.5\"></circle><path class=\"hollow\" d=\"M3 9l6-6\"></path></svg>"
            }
            Self::Speculative => {
                "<svg class=\"shape\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path class=\"hollow\" d=\"M6 1l5 5-5 5-5-5z\"></path></svg>"
            }
        });
    }

    /// Its shape as HTML.
    pub(super) fn shape_html(self) -> String {
        let mut html = Html::default();
        self.shape(&mut html);
        html.into_string()
    }
}

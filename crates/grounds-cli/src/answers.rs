//! What `grounds impact` and `grounds used` answer as JSON: the types behind `schemas/impact.schema.json` and
//! `schemas/used.schema.json`.

use schemars::JsonSchema;
use serde::Serialize;

/// What must change when studies fall: the answer of `grounds impact --format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(title = "Impact")]
pub(crate) struct ImpactAnswer {
    /// The studies that fall, by citation key. With a retracted study fall its second reports and preprints.
    pub(crate) studies: Vec<String>,
    /// What happens to them.
    pub(crate) event: Event,
    /// The reviews that include one that is retracted.
    pub(crate) reviews: Vec<String>,
    /// The studies whose records name one that is removed.
    pub(crate) naming: Vec<String>,
    /// The claims that stood on them, the hardest hit first.
    pub(crate) claims: Vec<ClaimHit>,
    /// The sentences that stood on them, the hardest hit first.
    pub(crate) sentences: Vec<SentenceHit>,
    /// The articles of these sentences.
    pub(crate) articles: Vec<String>,
}

/// What happens to studies.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Event {
    /// They are retracted, and may be cited as such.
    Retracted,
    /// Their records are removed.
    Removed,
}

/// A claim that is hit.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct ClaimHit {
    /// The claim, by its id.
    pub(crate) claim: String,
    /// What it says.
    pub(crate) statement: String,
    /// How hard it is hit.
    pub(crate) loss: Loss,
    /// The same in words.
    pub(crate) why: String,
    /// How many independent supporting studies are left.
    pub(crate) supports_left: usize,
}

/// A sentence that is hit.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct SentenceHit {
    /// The article.
    pub(crate) article: String,
    /// Where the sentence begins: path, line and column.
    pub(crate) place: String,
    /// Its words.
    pub(crate) text: String,
    /// How hard it is hit.
    pub(crate) loss: Loss,
    /// The same in words.
    pub(crate) why: String,
    /// The claim that it states, where that is why.
    pub(crate) claim: Option<String>,
}

/// How hard something is hit, the hardest first.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Loss {
    /// Its last support is gone.
    LastSupport,
    /// Every study that it cites is gone.
    OnlyCitation,
    /// Its evidence can no longer start from the level from which its certainty starts.
    Certainty,
    /// One of several supports is gone.
    Support,
    /// A review that it stands on pooled the study.
    Pooled,
    /// Evidence against it, or that limits it, is gone.
    Counterweight,
    /// A number that it derives is computed from the study.
    Derivation,
    /// One of several citations is gone.
    Citation,
    /// It names the study as background.
    Background,
    /// A review that it cites pooled the study.
    PooledCitation,
    /// It cites the study as retracted, and may go on to.
    CitedAsRetracted,
}

impl From<grounds_evidence::impact::Loss> for Loss {
    fn from(loss: grounds_evidence::impact::Loss) -> Self {
        use grounds_evidence::impact::Loss as Of;
        match loss {
            Of::LastSupport => Self::LastSupport,
            Of::OnlyCitation => Self::OnlyCitation,
            Of::Certainty { .. } => Self::Certainty,
            Of::Support => Self::Support,
            Of::Pooled => Self::Pooled,
            Of::Counterweight => Self::Counterweight,
            Of::Derivation => Self::Derivation,
            Of::Citation => Self::Citation,
            Of::Background => Self::Background,
            Of::PooledCitation => Self::PooledCitation,
            Of::CitedAsRetracted => Self::CitedAsRetracted,
        }
    }
}

/// Where a record is used: the answer of `grounds used --format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(title = "Used")]
pub(crate) struct UsedAnswer {
    /// The study, the claim or the concept.
    pub(crate) name: String,
    /// Where it is used.
    pub(crate) uses: Vec<UseOfIt>,
}

/// A use.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct UseOfIt {
    /// What uses it: `passage`, `citation`, `evidence`, `derivation`, `part-of`, `includes`, `broader`, `parts`, `surrogate-for`,
    /// `scope`, `population`, `arm` or `finding`.
    pub(crate) how: String,
    /// Where: path, line and column.
    pub(crate) place: String,
    /// The words there, or the statement or title of what uses it.
    pub(crate) text: String,
    /// The narrower concept that is named there, where it is not the one that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) through: Option<String>,
}

/// An answer as text.
pub(crate) fn written(answer: &impl Serialize) -> serde_json::Result<String> {
    Ok(format!("{:#}\n", serde_json::to_value(answer)?))
}

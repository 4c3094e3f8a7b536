//! Impact: what must change when studies fall.
//!
//! A study that is retracted falls with its second reports and its preprints; one whose record is removed does not. What stood on it is ranked: first the sentences of claims
//! that have no support left, last those that cite it as retracted already.

use std::collections::{BTreeMap, BTreeSet};

use grounds_load::{Article, ContentSet};
use grounds_model::{Basis, CertaintyLevel, CitedAs, Claim, EvidenceLine, Key, Relation};

use crate::certainty;
use crate::directness::Appraiser;
use crate::independence::independence;
pub use crate::loss::Loss;
use crate::relatives::{known, records_naming, reviews_of, with_second_reports};
use crate::standing::{says_retracted, withdrawn};

/// What happens to the studies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// They are retracted: they may still be cited, as retracted.
    Retracted,
    /// Their records are removed: every reference to them is dangling.
    Removed,
}

/// What must change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impact<'a> {
    /// The studies that fall: what is retracted takes its second reports and preprints with it, what is removed does not.
    pub studies: BTreeSet<&'a Key>,
    /// The reviews that include one of them: what they pooled may change.
    pub reviews: BTreeSet<&'a Key>,
    /// The studies whose records name one that is removed, such as its second reports.
    pub naming: BTreeSet<&'a Key>,
    /// The claims that stood on them, the hardest hit first.
    pub claims: Vec<ClaimImpact<'a>>,
    /// The sentences that stood on them, the hardest hit first, then by article and place.
    pub sentences: Vec<SentenceImpact<'a>>,
}

/// What happens to a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimImpact<'a> {
    /// The claim.
    pub claim: &'a Key,
    /// How hard it is hit.
    pub loss: Loss,
    /// How many independent supporting studies are left: papers of one study count once.
    pub left: usize,
}

/// What happens to a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentenceImpact<'a> {
    /// The article.
    pub article: &'a Key,
    /// The position of the sentence among the article's.
    pub sentence: usize,
    /// How hard it is hit.
    pub loss: Loss,
    /// The claim that it states, where that is why.
    pub claim: Option<&'a Key>,
}

/// What must change when `studies` fall. Keys that no record has are left out.
pub fn impact<'a>(set: &'a ContentSet, studies: &[&str], event: Event) -> Impact<'a> {
    let studies = known(set, studies);
    // What was removed from the set stands where it was published: its second reports and the reviews keep their data.
    let (studies, reviews, naming) = match event {
        Event::Retracted => {
            let studies = with_second_reports(set, studies);
            let reviews = reviews_of(set, &studies);
            (studies, reviews, BTreeSet::new())
        }
        Event::Removed => {
            let naming = records_naming(set, &studies);
            (studies, BTreeSet::new(), naming)
        }
    };
    let mut claims = claims(set, &studies, &reviews, event);
    let mut hits = Hits::default();
    hits.of_claims(set, &claims);
    hits.of_citations(set, &studies, |at| {
        loss_of_citation(set, at, &studies, event)
    });
    hits.of_citations(set, &reviews, |_| Loss::PooledCitation);
    let mut sentences: Vec<_> = hits.0.into_values().collect();
    sentences.sort_by_key(|s| (s.loss, s.article, s.sentence));
    claims.sort_by_key(|c| (c.loss, c.claim));
    Impact {
        studies,
        reviews,
        naming,
        claims,
        sentences,
    }
}

/// The sentences that are hit, each once with what hits it hardest.
#[derive(Default)]
struct Hits<'a>(BTreeMap<(&'a Key, usize), SentenceImpact<'a>>);

impl<'a> Hits<'a> {
    fn add(&mut self, article: &'a Key, sentence: usize, loss: Loss, claim: Option<&'a Key>) {
        let new = SentenceImpact {
            article,
            sentence,
            loss,
            claim,
        };
        let old = self
            .0
            .entry((article, sentence))
            .or_insert_with(|| new.clone());
        if new.loss < old.loss {
            *old = new;
        }
    }

    /// The sentences whose passages state these claims.
    fn of_claims(&mut self, set: &'a ContentSet, claims: &[ClaimImpact<'a>]) {
        for of_claim in claims {
            for used in set
                .uses
                .passages
                .get(of_claim.claim.as_str())
                .into_iter()
                .flatten()
            {
                let Some((key, article)) = set.articles.get_key_value(&used.article) else {
                    continue;
                };
                for (i, sentence) in article.prose.sentences.iter().enumerate() {
                    if sentence.passages.contains(&used.passage) {
                        self.add(key, i, of_claim.loss, Some(of_claim.claim));
                    }
                }
            }
        }
    }

    /// The sentences that cite these studies.
    fn of_citations(
        &mut self,
        set: &'a ContentSet,
        studies: &BTreeSet<&Key>,
        loss: impl Fn((&Article, usize, usize)) -> Loss,
    ) {
        for study in studies {
            for used in set.uses.citations.get(study.as_str()).into_iter().flatten() {
                let Some((key, article)) = set.articles.get_key_value(&used.article) else {
                    continue;
                };
                let Some(cited) = article.prose.citations.get(used.citation) else {
                    continue;
                };
                for i in sentences_of(article, used.citation, cited.sentence) {
                    self.add(key, i, loss((article, i, used.citation)), None);
                }
            }
        }
    }
}

fn claims<'a>(
    set: &'a ContentSet,
    gone: &BTreeSet<&Key>,
    reviews: &BTreeSet<&Key>,
    event: Event,
) -> Vec<ClaimImpact<'a>> {
    let appraiser = Appraiser::new(set);
    let stand = gone
        .iter()
        .chain(reviews)
        .filter_map(|study| set.uses.evidence.get(*study))
        .flatten()
        .map(|line| &line.claim);
    let derive = set
        .claims
        .iter()
        .filter(|(_, claim)| derives_from(&claim.value, gone));
    let ids: BTreeSet<&Key> = stand.chain(derive.map(|(key, _)| key)).collect();
    ids.into_iter()
        .filter_map(|id| {
            let (key, claim) = set.claims.sound.get_key_value(id)?;
            let hit = claim_impact(set, &appraiser, (key, &claim.value), gone, event);
            // What a review says in the background, or against a claim, is not weighed by what it pooled.
            let pools = |line: &EvidenceLine| {
                line.relation == Relation::Supports && reviews.contains(&line.study)
            };
            let named = claim
                .value
                .evidence
                .iter()
                .any(|line| gone.contains(&line.study));
            let stands =
                named || derives_from(&claim.value, gone) || claim.value.evidence.iter().any(pools);
            stands.then_some(hit)
        })
        .collect()
}

/// Whether a claim computes a number from one of these studies.
fn derives_from(claim: &Claim, gone: &BTreeSet<&Key>) -> bool {
    let operands = claim
        .derivations
        .values()
        .flat_map(|derivation| &derivation.of);
    operands
        .into_iter()
        .any(|of| of.study.as_ref().is_some_and(|study| gone.contains(study)))
}

fn claim_impact<'a>(
    set: &'a ContentSet,
    appraiser: &Appraiser<'a>,
    (key, claim): (&'a Key, &'a Claim),
    gone: &BTreeSet<&Key>,
    event: Event,
) -> ClaimImpact<'a> {
    let lines = claim.evidence.iter();
    let (fallen, kept): (Vec<_>, Vec<_>) = lines.partition(|line| gone.contains(&line.study));
    let stands =
        |key: &Key| set.studies.get(key.as_str()).is_some() && withdrawn(set, key).is_none();
    let left: BTreeSet<&Key> = kept
        .iter()
        .filter(|line| line.relation == Relation::Supports)
        .map(|line| &line.study)
        .filter(|key| stands(key))
        .collect();
    let lost_as = |relation: Relation| fallen.iter().any(|line| line.relation == relation);
    let as_retracted = event == Event::Retracted
        && fallen
            .iter()
            .all(|line| line.cited_as == Some(CitedAs::Retracted));
    let loss = if fallen.is_empty() && derives_from(claim, gone) {
        Loss::Derivation
    } else if fallen.is_empty() {
        lower_start(set, appraiser, claim, gone, event).unwrap_or(Loss::Pooled)
    } else if as_retracted {
        Loss::CitedAsRetracted
    } else if lost_as(Relation::Supports) && left.is_empty() && claim.basis == Basis::Evidence {
        Loss::LastSupport
    } else if lost_as(Relation::Supports) {
        lower_start(set, appraiser, claim, gone, event).unwrap_or(Loss::Support)
    } else if lost_as(Relation::Disputes) || lost_as(Relation::Qualifies) {
        Loss::Counterweight
    } else {
        Loss::Background
    };
    ClaimImpact {
        claim: key,
        loss,
        left: independent(set, claim, &left),
    }
}

/// The loss of certainty of a claim that starts from a level from which what is left cannot start.
fn lower_start<'a>(
    set: &'a ContentSet,
    appraiser: &Appraiser<'a>,
    claim: &'a Claim,
    gone: &BTreeSet<&Key>,
    event: Event,
) -> Option<Loss> {
    let start = |gone: &dyn Fn(&Key) -> bool| {
        // A review keeps what it pooled of a study whose record is removed.
        let unpooled = |key: &Key| event == Event::Retracted && gone(key);
        let allowed = certainty::allowed_where(set, claim, &unpooled, &|_, line| {
            let appraisal = appraiser.line(claim, line);
            !gone(&line.study) && appraisal.is_some_and(|appraisal| appraisal.bears())
        })?;
        allowed.start.map(|(level, _)| level)
    };
    let left = start(&|key| gone.contains(key)).unwrap_or(CertaintyLevel::VeryLow);
    let declared = claim.certainty.as_ref();
    let declared = declared.and_then(|certainty| certainty.start);
    let needed = declared.or_else(|| start(&|_| false))?;
    (left < needed).then_some(Loss::Certainty { left })
}

/// How many studies some supporting papers of a claim come to.
fn independent(set: &ContentSet, claim: &Claim, papers: &BTreeSet<&Key>) -> usize {
    let studies = independence(set, claim).studies;
    let stands = |study: &&Vec<(usize, &Key)>| study.iter().any(|(_, key)| papers.contains(key));
    studies.iter().filter(stands).count()
}

/// The sentences that a citation belongs to: its own, and those whose citations name it, such as
/// the cells of its table row.
fn sentences_of(article: &Article, citation: usize, own: Option<usize>) -> BTreeSet<usize> {
    let sentences = article.prose.sentences.iter().enumerate();
    let naming = sentences.filter(|(_, sentence)| sentence.citations.contains(&citation));
    naming.map(|(i, _)| i).chain(own).collect()
}

fn loss_of_citation(
    set: &ContentSet,
    (article, sentence, citation): (&Article, usize, usize),
    gone: &BTreeSet<&Key>,
    event: Event,
) -> Loss {
    let prose = &article.prose;
    let cited = &prose.citations[citation];
    // The citation itself can say so of any study; the sentence around it, only of one that is.
    let own = set.studies.sound.get_key_value(cited.key.as_str());
    let is_retracted = own.is_some_and(|(key, _)| withdrawn(set, key).is_some());
    let text = prose
        .sentences
        .get(sentence)
        .map_or("", |s| s.text.as_str());
    let as_retracted = says_retracted(&cited.prefix)
        || says_retracted(&cited.suffix)
        || (is_retracted && says_retracted(text));
    if event == Event::Retracted && as_retracted {
        return Loss::CitedAsRetracted;
    }
    let is_gone = |key: &str| gone.iter().any(|study| study.as_str() == key);
    let citations = prose
        .sentences
        .get(sentence)
        .map(|s| s.citations.as_slice());
    let all = citations
        .unwrap_or_default()
        .iter()
        .map(|&i| prose.citations[i].key.as_str());
    if all.clone().all(is_gone) {
        Loss::OnlyCitation
    } else {
        Loss::Citation
    }
}

//! A claim as the bundle shows it.

use grounds_evidence::Appraiser;
use grounds_load::ContentSet;
use grounds_model as model;
use grounds_model::Key;

use super::{people, strings, words};
use crate::bundle::{
    Assessed, Certainty, Claim, Downgrade, EvidenceLine, FormerReview, Independence, PassageUse,
    Review, Scope, Upgrade,
};

pub(super) fn view(
    set: &ContentSet,
    appraiser: &Appraiser<'_>,
    id: &Key,
    claim: &model::Claim,
    used_in: Vec<PassageUse>,
) -> Claim {
    Claim {
        id: id.to_string(),
        statement: claim.statement.to_string(),
        variations: strings(&claim.variations),
        kind: claim.kind.into(),
        basis: claim.basis.into(),
        scope: claim.scope.as_ref().map(scope),
        effect: claim.effect.map(Into::into),
        certainty: claim.certainty.as_ref().map(certainty),
        evidence: claim
            .evidence
            .iter()
            .map(|line| evidence_line(set, appraiser, claim, line))
            .collect(),
        independence: independence(set, claim),
        derivations: claim
            .derivations
            .iter()
            .map(|(id, derivation)| people::number_of_claim(id, derivation))
            .collect(),
        review: claim.review.as_ref().map(review),
        former_reviews: claim.former_reviews.iter().map(former_review).collect(),
        used_in,
    }
}

fn scope(scope: &model::Scope) -> Scope {
    Scope {
        population: strings(&scope.population),
        age: scope.age.as_ref().map(people::ages),
        severity: scope.severity.as_deref().map(people::severity),
        species: scope.species.map(Into::into),
        intervention: strings(&scope.intervention),
        comparator: strings(&scope.comparator),
        outcome: scope.outcome.as_ref().map(ToString::to_string),
        at: words(scope.at.as_ref()),
    }
}

fn certainty(certainty: &model::Certainty) -> Certainty {
    Certainty {
        level: certainty.level.into(),
        start: certainty.start.map(Into::into),
        downgrades: certainty
            .downgrades
            .iter()
            .map(|step| Downgrade {
                domain: step.domain.into(),
                steps: step.steps.get(),
                reason: step.reason.to_string(),
            })
            .collect(),
        upgrades: certainty
            .upgrades
            .iter()
            .map(|step| Upgrade {
                domain: step.domain.into(),
                steps: step.steps.get(),
                reason: step.reason.to_string(),
            })
            .collect(),
    }
}

fn independence(set: &ContentSet, claim: &model::Claim) -> Option<Independence> {
    let found = grounds_evidence::independence::independence(set, claim);
    let papers = u64::try_from(found.papers())
        .ok()
        .filter(|papers| *papers > 0)?;
    let keys = |study: &Vec<(usize, &Key)>| study.iter().map(|(_, key)| key.to_string()).collect();
    Some(Independence {
        papers,
        studies: found.studies.iter().map(keys).collect(),
    })
}

fn assessed(assessed: &grounds_evidence::Assessed) -> Assessed {
    Assessed {
        dimension: assessed.dimension.into(),
        judgement: assessed.effective().into(),
        computed: assessed.computed.into(),
        because: Some(assessed.because.clone()).filter(|because| !because.is_empty()),
        reason: assessed
            .judged
            .as_ref()
            .map(|judged| judged.reason.to_string()),
    }
}

fn evidence_line(
    set: &ContentSet,
    appraiser: &Appraiser<'_>,
    claim: &model::Claim,
    line: &model::EvidenceLine,
) -> EvidenceLine {
    EvidenceLine {
        study: line.study.to_string(),
        resolved: set.studies.get(line.study.as_str()).is_some(),
        relation: line.relation.into(),
        finding: line.finding.as_ref().map(ToString::to_string),
        cited_as: line.cited_as.map(Into::into),
        explanation: words(line.explanation.as_ref()),
        directness: appraiser
            .line(claim, line)
            .map(|appraisal| appraisal.dimensions.iter().map(assessed).collect())
            .unwrap_or_default(),
    }
}

pub(super) fn review(review: &model::Review) -> Review {
    Review {
        by: review.by.to_string(),
        on: review.on.to_string(),
        due: review.due.to_string(),
        change: words(review.change.as_deref()),
    }
}

fn former_review(review: &model::FormerReview) -> FormerReview {
    FormerReview {
        by: review.by.to_string(),
        on: review.on.to_string(),
        change: words(review.change.as_ref()),
    }
}

//! A concept that stands where one of another kind belongs.

use grounds_diagnostics::Place;
use grounds_load::{Document, child};
use grounds_model::{Claim, ClaimKind, ConceptKind, Design, Key, Level, Study};

use crate::context::Context;
use crate::references::names_in_study;
use crate::rule::{Check, Reads, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "structure/misplaced-concept",
    level: Level::Error,
    summary: "a concept stands where one of another kind belongs",
    docs: include_str!("misplaced_concept.md"),
    check: Check::Set {
        check,
        reads: Reads {
            same_claim,
            same_study,
            ..Reads::NOTHING
        },
    },
};

fn same_claim(former: &Document<Claim>, now: &Document<Claim>) -> bool {
    former.value.kind == now.value.kind && former.value.scope == now.value.scope
}

fn same_study(former: &Document<Study>, now: &Document<Study>) -> bool {
    let own = Key::new("itself").expect("this is a key");
    former.value.design == now.value.design
        && names_in_study(&own, former) == names_in_study(&own, now)
}

/// The dimension in which a concept stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Population,
    Intervention,
    Comparator,
    Outcome,
}

/// What belongs there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Belongs {
    /// Groups and conditions.
    People,
    /// What is done.
    Treatment,
    /// What is done, or what people are exposed to.
    Exposure,
    /// What is measured: a condition can be an outcome.
    Measured,
    /// The same, or what is done, where claims and studies ask how often that is.
    Counted,
    /// Anything.
    Anything,
}

impl Belongs {
    fn has(self, kind: ConceptKind) -> bool {
        use ConceptKind::{Condition, Intervention, Outcome, Population};
        match self {
            Self::People => matches!(kind, Population | Condition),
            Self::Treatment => kind == Intervention,
            Self::Exposure => matches!(kind, Intervention | Condition),
            Self::Measured => matches!(kind, Outcome | Condition),
            Self::Counted => kind != Population,
            Self::Anything => true,
        }
    }

    fn names(self) -> &'static str {
        match self {
            Self::People => "a population or a condition",
            Self::Treatment => "an intervention",
            Self::Exposure => "an intervention or a condition",
            Self::Measured => "an outcome or a condition",
            Self::Counted => "an outcome, a condition or an intervention",
            Self::Anything => "any",
        }
    }

    /// In the scope of a claim. What two things go together, or what a test tells, can be of any kind; so can what
    /// people do, where that is what is claimed.
    fn in_claim(part: Part, kind: ClaimKind) -> Self {
        match (part, kind) {
            (Part::Population, _) => Self::People,
            (Part::Intervention | Part::Comparator, ClaimKind::Efficacy) => Self::Treatment,
            (Part::Intervention | Part::Comparator, ClaimKind::Harm) => Self::Exposure,
            (Part::Outcome, ClaimKind::Efficacy | ClaimKind::Harm | ClaimKind::Mechanism) => {
                Self::Measured
            }
            (Part::Intervention | Part::Comparator, _)
            | (Part::Outcome, ClaimKind::Practice | ClaimKind::StateOfEvidence) => Self::Anything,
            (Part::Outcome, _) => Self::Counted,
        }
    }

    /// In the record of a study: only trials allot what is done.
    fn in_study(part: Part, design: Design) -> Self {
        let trial = matches!(design, Design::Rct | Design::ControlledTrial);
        match part {
            Part::Population => Self::People,
            Part::Intervention | Part::Comparator if trial => Self::Treatment,
            Part::Intervention | Part::Comparator => Self::Anything,
            Part::Outcome if trial => Self::Measured,
            Part::Outcome => Self::Counted,
        }
    }
}

fn check(cx: &mut Context<'_>) {
    let set = cx.set();
    for (_, claim) in set.claims.iter() {
        let kind = claim.value.kind;
        let Some(scope) = &claim.value.scope else {
            continue;
        };
        let lists = [
            (Part::Population, "population", &scope.population),
            (Part::Intervention, "intervention", &scope.intervention),
            (Part::Comparator, "comparator", &scope.comparator),
        ];
        for (part, name, keys) in lists {
            for (i, key) in keys.iter().enumerate() {
                let place = || claim.place(&format!("/scope/{name}/{i}"));
                judge(cx, key, part, Belongs::in_claim(part, kind), &place);
            }
        }
        if let Some(key) = &scope.outcome {
            let belongs = Belongs::in_claim(Part::Outcome, kind);
            let place = || claim.place("/scope/outcome");
            judge(cx, key, Part::Outcome, belongs, &place);
        }
    }
    for (_, study) in set.studies.iter() {
        check_study(cx, study);
    }
}

fn check_study(cx: &mut Context<'_>, document: &Document<Study>) {
    let study = &document.value;
    let belongs = |part| Belongs::in_study(part, study.design);
    let people = study.population.iter().flat_map(|people| &people.concepts);
    for (i, key) in people.enumerate() {
        let place = || document.place(&format!("/population/concepts/{i}"));
        judge(cx, key, Part::Population, belongs(Part::Population), &place);
    }
    for (name, arm) in &study.arms {
        for (i, key) in arm.interventions.iter().enumerate() {
            let arm = || child("/arms", name.as_str());
            let place = || document.place(&format!("{}/interventions/{i}", arm()));
            judge(
                cx,
                key,
                Part::Intervention,
                belongs(Part::Intervention),
                &place,
            );
        }
    }
    for (name, finding) in &study.findings {
        let finding_at = || child("/findings", name.as_str());
        let place = || document.place(&(finding_at() + "/outcome"));
        for (i, key) in finding.among.iter().enumerate() {
            let place = || document.place(&format!("{}/among/{i}", finding_at()));
            judge(cx, key, Part::Population, Belongs::People, &place);
        }
        judge(
            cx,
            &finding.outcome,
            Part::Outcome,
            belongs(Part::Outcome),
            &place,
        );
    }
}

/// Reports a concept of another kind than belongs there. One that the vocabulary does not have has a rule of its own.
fn judge(cx: &mut Context<'_>, key: &Key, part: Part, belongs: Belongs, place: &dyn Fn() -> Place) {
    let vocabulary = &cx.set().vocabulary;
    let Some(concept) = vocabulary.value.concepts.get(key) else {
        return;
    };
    if belongs.has(concept.kind) {
        return;
    }
    let stands = match part {
        Part::Population => "a population",
        Part::Intervention => "an intervention",
        Part::Comparator => "a comparator",
        Part::Outcome => "an outcome",
    };
    let is = match concept.kind {
        ConceptKind::Population => "a population",
        ConceptKind::Condition => "a condition",
        ConceptKind::Intervention => "an intervention",
        ConceptKind::Outcome => "an outcome",
    };
    let message = format!("`{key}` stands as {stands}, and the vocabulary has it as {is}");
    let kind = child("/concepts", key.as_str()) + "/kind";
    let diagnostic = cx
        .at(place(), message)
        .label(format!("{} belongs here", belongs.names()))
        .with(vocabulary.place(&kind), "its kind")
        .help("name another concept, correct its kind, or add a concept of the kind that is meant");
    cx.report(diagnostic);
}

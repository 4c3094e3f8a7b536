//! References: every name by which one part of the set means another.

use std::mem::{Discriminant, discriminant};

use grounds_diagnostics::Place;
use grounds_load::{ContentSet, Document, Places, child};
use grounds_model::{Claim, Finding, Key, Study};

use crate::subject::ArticleAt;

/// A name that means another part of the set.
pub(crate) struct Reference<'a, 'p> {
    /// The name, as it was written.
    pub(crate) name: &'a str,
    /// What it means.
    pub(crate) to: Target<'a>,
    at: At<'a, 'p>,
}

/// What a reference means.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Target<'a> {
    /// A claim.
    Claim,
    /// A study.
    Study,
    /// A concept of the vocabulary.
    Concept,
    /// A finding of this study.
    Finding(&'a Key),
    /// An arm of this study.
    Arm(&'a Key),
}

/// Where a reference stands, without the work of looking the place up.
enum At<'a, 'p> {
    Value(&'a Places, Pointer<'p>),
    Name(&'a Places, Pointer<'p>),
    Place(Place),
}

impl Reference<'_, '_> {
    /// Where the name stands.
    pub(crate) fn place(&self) -> Place {
        match &self.at {
            At::Value(places, pointer) => places.value(&pointer()),
            At::Name(places, pointer) => places.key(&pointer()),
            At::Place(place) => *place,
        }
    }
}

/// Visits every reference of the records.
pub(crate) fn of_records<'a>(set: &'a ContentSet, visit: &mut dyn FnMut(Reference<'a, '_>)) {
    for (_, claim) in set.claims.iter() {
        let mut from = From {
            places: &claim.places,
            visit,
        };
        from.claim(&claim.value);
    }
    for (key, study) in set.studies.iter() {
        let mut from = From {
            places: &study.places,
            visit,
        };
        from.study(key, &study.value);
    }
    let mut from = From {
        places: &set.vocabulary.places,
        visit,
    };
    for (key, concept) in &set.vocabulary.value.concepts {
        let fields = [
            ("broader", &concept.broader),
            ("parts", &concept.parts),
            ("surrogate-for", &concept.surrogate_for),
        ];
        for (field, named) in fields {
            let pointer = || child("/concepts", key.as_str()) + "/" + field;
            from.list(&pointer, named, Target::Concept);
        }
    }
}

/// Visits every reference of an article but citations, which have rules of their own.
pub(crate) fn of_article<'a>(of: ArticleAt<'a>, visit: &mut dyn FnMut(Reference<'a, '_>)) {
    for passage in &of.article.prose.passages {
        if let Some(claim) = &passage.claim {
            visit(Reference {
                name: &claim.text,
                to: Target::Claim,
                at: At::Place(of.article.place(claim.range.clone())),
            });
        }
    }
}

/// The other studies that a study names, and as what: its whole, what it includes, its successors.
pub(crate) fn others_named(study: &Study) -> impl Iterator<Item = (&'static str, &Key)> {
    let whole = study.part_of.as_deref().into_iter();
    let whole = whole.map(|key| ("part-of", key));
    let included = study.includes.iter().map(|key| ("includes", key));
    let events = study.standing.iter();
    let successors = events.filter_map(|event| Some(("by", event.by.as_ref()?)));
    whole.chain(included).chain(successors)
}

/// What the references of a study mean, and their names, in the order in which they stand.
pub(crate) fn names_in_study<'a>(
    key: &'a Key,
    study: &'a Document<Study>,
) -> Vec<(Discriminant<Target<'a>>, &'a str)> {
    let mut names = Vec::new();
    let mut from = From {
        places: &study.places,
        visit: &mut |reference| names.push((discriminant(&reference.to), reference.name)),
    };
    from.study(key, &study.value);
    names
}

/// The references from one record.
struct From<'a, 'v> {
    places: &'a Places,
    visit: &'v mut dyn FnMut(Reference<'a, '_>),
}

/// What makes a pointer when it is asked for.
type Pointer<'p> = &'p dyn Fn() -> String;

impl<'a> From<'a, '_> {
    fn value(&mut self, pointer: Pointer<'_>, key: &'a Key, to: Target<'a>) {
        let at = At::Value(self.places, pointer);
        (self.visit)(Reference {
            name: key.as_str(),
            to,
            at,
        });
    }

    fn list(&mut self, pointer: Pointer<'_>, keys: &'a [Key], to: Target<'a>) {
        for (i, key) in keys.iter().enumerate() {
            self.value(&|| format!("{}/{i}", pointer()), key, to);
        }
    }

    fn names(&mut self, pointer: Pointer<'_>, keys: impl Iterator<Item = &'a Key>, to: Target<'a>) {
        for key in keys {
            let pointer = || child(&pointer(), key.as_str());
            let at = At::Name(self.places, &pointer);
            (self.visit)(Reference {
                name: key.as_str(),
                to,
                at,
            });
        }
    }

    fn claim(&mut self, claim: &'a Claim) {
        if let Some(scope) = &claim.scope {
            let lists = [
                ("population", &scope.population),
                ("intervention", &scope.intervention),
                ("comparator", &scope.comparator),
            ];
            for (name, concepts) in lists {
                self.list(&|| format!("/scope/{name}"), concepts, Target::Concept);
            }
            if let Some(outcome) = &scope.outcome {
                self.value(&|| "/scope/outcome".to_owned(), outcome, Target::Concept);
            }
        }
        for (i, line) in claim.evidence.iter().enumerate() {
            let study = || format!("/evidence/{i}/study");
            self.value(&study, &line.study, Target::Study);
            if let Some(finding) = &line.finding {
                let pointer = || format!("/evidence/{i}/finding");
                self.value(&pointer, finding, Target::Finding(&line.study));
            }
        }
    }

    fn study(&mut self, key: &'a Key, study: &'a Study) {
        if let Some(whole) = &study.part_of {
            self.value(&|| "/part-of".to_owned(), whole, Target::Study);
        }
        let includes = || "/includes".to_owned();
        self.list(&includes, &study.includes, Target::Study);
        for (i, event) in study.standing.iter().enumerate() {
            if let Some(by) = &event.by {
                self.value(&|| format!("/standing/{i}/by"), by, Target::Study);
            }
        }
        if let Some(population) = &study.population {
            let pointer = || "/population/concepts".to_owned();
            self.list(&pointer, &population.concepts, Target::Concept);
        }
        for (name, arm) in &study.arms {
            let pointer = || child("/arms", name.as_str()) + "/interventions";
            self.list(&pointer, &arm.interventions, Target::Concept);
        }
        for (name, finding) in &study.findings {
            self.finding(&|| child("/findings", name.as_str()), finding, key);
        }
    }

    fn finding(&mut self, pointer: Pointer<'_>, finding: &'a Finding, study: &'a Key) {
        let outcome = || pointer() + "/outcome";
        self.value(&outcome, &finding.outcome, Target::Concept);
        self.list(&|| pointer() + "/among", &finding.among, Target::Concept);
        let arm = Target::Arm(study);
        self.names(&|| pointer() + "/values", finding.values.keys(), arm);
        self.names(&|| pointer() + "/sd", finding.sd.keys(), arm);
        self.names(&|| pointer() + "/iqr", finding.iqr.keys(), arm);
        self.names(&|| pointer() + "/range", finding.range.keys(), arm);
        if let Some(contrast) = &finding.contrast {
            self.value(&|| pointer() + "/contrast/arm", &contrast.arm, arm);
            let against = || pointer() + "/contrast/against";
            self.value(&against, &contrast.against, arm);
        }
    }
}

//! A range that ends before it begins.

use grounds_diagnostics::Place;
use grounds_load::{Document, Places, child};
use grounds_model::{AgeRange, Claim, Level, Population, Scope, SeverityRange, Study};

use crate::context::Context;
use crate::rule::{Check, Reads, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "structure/reversed-range",
    level: Level::Error,
    summary: "a range of ages or of severity ends before it begins",
    docs: include_str!("reversed_range.md"),
    check: Check::Set {
        check,
        reads: Reads {
            same_claim,
            same_study,
            ..Reads::NOTHING
        },
    },
};

type Ranges<'a> = (Option<&'a AgeRange>, Option<&'a SeverityRange>);

fn of_scope(scope: &Scope) -> Ranges<'_> {
    (scope.age.as_ref(), scope.severity.as_deref())
}

fn of_population(people: &Population) -> Ranges<'_> {
    (people.age.as_ref(), people.severity.as_deref())
}

fn of_claim(claim: &Claim) -> Ranges<'_> {
    claim.scope.as_ref().map(of_scope).unwrap_or_default()
}

fn of_study(study: &Study) -> Ranges<'_> {
    let people = study.population.as_ref();
    people.map(of_population).unwrap_or_default()
}

fn same_claim(former: &Document<Claim>, now: &Document<Claim>) -> bool {
    of_claim(&former.value) == of_claim(&now.value)
}

fn same_study(former: &Document<Study>, now: &Document<Study>) -> bool {
    of_study(&former.value) == of_study(&now.value)
}

fn check(cx: &mut Context<'_>) {
    let set = cx.set();
    for (_, claim) in set.claims.iter() {
        judge(cx, &claim.places, "/scope", of_claim(&claim.value));
    }
    for (_, study) in set.studies.iter() {
        judge(cx, &study.places, "/population", of_study(&study.value));
    }
    for (key, concept) in &set.vocabulary.value.concepts {
        let within = child("/concepts", key.as_str());
        judge(
            cx,
            &set.vocabulary.places,
            &within,
            (concept.age.as_ref(), None),
        );
    }
}

fn judge(cx: &mut Context<'_>, places: &Places, within: &str, (age, severity): Ranges<'_>) {
    let place = |field: &str| places.value(&format!("{within}{field}"));
    let ages = age.and_then(|age| Some((age.from?.get(), age.to?.get())));
    if let Some((from, to)) = ages.filter(|(from, to)| from > to) {
        report(
            cx,
            place("/age"),
            &format!("the ages run from {from} to {to}"),
        );
    }
    let grade = |number: &grounds_model::Decimal| number.as_str().parse::<f64>().ok();
    if let Some(severity) = severity
        && let (Some(from), Some(to)) = (grade(&severity.from), grade(&severity.to))
        && from > to
    {
        let message = format!("the severity runs from {from} to {to}");
        report(cx, place("/severity"), &message);
    }
}

fn report(cx: &mut Context<'_>, place: Place, message: &str) {
    let diagnostic = cx
        .at(place, message)
        .label("ends before it begins")
        .note("nobody is in it, so nothing that was found fits it, or it fits nothing")
        .help("write the lower number under `from`, or look both up in the report");
    cx.report(diagnostic);
}

//! A study as the bundle shows it.

use grounds_model as model;
use grounds_model::{Count, Key, Label};
use indexmap::IndexSet;

use super::{naming, people, strings, words};
use crate::bundle::{
    Arm, ArmCount, ArmValue, Contrast, Finding, FormattedReference, GroupName, Interval, Name,
    PersonName, Population, Quote, Report, Spread, Standing, StandingEvent, Study, StudyUses,
    TestResult,
};

pub(super) fn view(
    key: &Key,
    study: &model::Study,
    reference: FormattedReference,
    used_in: StudyUses,
) -> Study {
    Study {
        key: key.to_string(),
        label: naming::label(&study.report),
        authors_in_text: naming::authors_in_text(&study.report),
        report: report(&study.report),
        reference,
        design: study.design.into(),
        species: study.species.map(Into::into),
        registration: words(study.registration.as_ref()),
        part_of: study.part_of.as_ref().map(ToString::to_string),
        includes: strings(&study.includes),
        population: study.population.as_ref().map(population),
        arms: study
            .arms
            .iter()
            .map(|(id, arm)| view_arm(id, arm))
            .collect(),
        findings: study
            .findings
            .iter()
            .map(|(id, finding)| view_finding(id, finding))
            .collect(),
        derivations: study
            .derivations
            .iter()
            .map(|(id, derivation)| people::number_of_study(id, derivation))
            .collect(),
        quotes: study
            .quotes
            .iter()
            .map(|(id, quote)| view_quote(id, quote))
            .collect(),
        limitations: strings(&study.limitations),
        funding: words(study.funding.as_deref()),
        standing: standing(study),
        sources: strings(&study.sources),
        used_in,
    }
}

fn report(report: &model::Report) -> Report {
    let label = |label: &Option<Label>| label.as_ref().map(ToString::to_string);
    Report {
        kind: report.kind.into(),
        title: report.title.to_string(),
        author: report.author.iter().map(name).collect(),
        issued: report.issued.map(|date| date.to_string()),
        container_title: words(report.container_title.as_ref()),
        publisher: words(report.publisher.as_deref()),
        volume: label(&report.volume),
        issue: label(&report.issue),
        page: label(&report.page),
        language: words(report.language.as_deref()),
        doi: words(report.doi.as_ref()),
        pmid: label(&report.pmid),
        pmcid: words(report.pmcid.as_deref()),
        issn: words(report.issn.as_deref()),
        isbn: words(report.isbn.as_deref()),
        url: words(report.url.as_deref()),
    }
}

fn name(name: &model::Name) -> Name {
    match name {
        model::Name::Group(group) => Name::Group(GroupName {
            literal: group.literal.to_string(),
        }),
        model::Name::Person(person) => Name::Person(PersonName {
            family: person.family.to_string(),
            given: words(person.given.as_ref()),
            suffix: words(person.suffix.as_deref()),
            non_dropping_particle: words(person.non_dropping_particle.as_deref()),
            orcid: words(person.orcid.as_deref()),
        }),
    }
}

fn population(population: &model::Population) -> Population {
    Population {
        concepts: strings(&population.concepts),
        description: words(population.description.as_ref()),
        age: population.age.as_ref().map(people::ages),
        severity: population.severity.as_deref().map(people::severity),
        female: population.female.map(Count::get),
        male: population.male.map(Count::get),
        enrolled: population.enrolled.map(Count::get),
        analysed: population.analysed.map(Count::get),
    }
}

fn view_arm(id: &Key, arm: &model::Arm) -> Arm {
    Arm {
        id: id.to_string(),
        interventions: strings(&arm.interventions),
        description: words(arm.description.as_ref()),
        n: arm.n.map(Count::get),
    }
}

fn view_quote(id: &Key, quote: &model::Quote) -> Quote {
    Quote {
        id: id.to_string(),
        text: quote.text.to_string(),
        locator: words(quote.locator.as_ref()),
    }
}

fn counts(finding: &model::Finding) -> Vec<ArmCount> {
    let arms: IndexSet<&Key> = finding.n.keys().chain(finding.events.keys()).collect();
    let count = |arm: &Key| ArmCount {
        arm: arm.to_string(),
        n: finding.n.get(arm).copied().map(Count::get),
        events: finding.events.get(arm).copied().map(Count::get),
    };
    arms.into_iter().map(count).collect()
}

fn view_spread(spread: &model::Spread) -> Spread {
    Spread {
        low: spread.low.to_string(),
        high: spread.high.to_string(),
    }
}

fn view_finding(id: &Key, finding: &model::Finding) -> Finding {
    let spreads = finding.iqr.keys().chain(finding.range.keys());
    let values = finding.values.keys().chain(finding.sd.keys());
    let arms: IndexSet<&Key> = values.chain(spreads).collect();
    Finding {
        id: id.to_string(),
        outcome: finding.outcome.to_string(),
        among: strings(&finding.among),
        summary: words(finding.summary.as_ref()),
        at: words(finding.at.as_ref()),
        measure: finding.measure.into(),
        unit: words(finding.unit.as_ref()),
        values: arms
            .into_iter()
            .map(|arm| ArmValue {
                arm: arm.to_string(),
                value: finding.values.get(arm).map(ToString::to_string),
                sd: finding.sd.get(arm).map(ToString::to_string),
                iqr: finding.iqr.get(arm).map(view_spread),
                range: finding.range.get(arm).map(view_spread),
            })
            .collect(),
        counts: counts(finding),
        contrast: finding.contrast.as_ref().map(|contrast| Contrast {
            arm: contrast.arm.to_string(),
            against: contrast.against.to_string(),
        }),
        estimate: finding.estimate.as_ref().map(ToString::to_string),
        interval: finding.interval.as_ref().map(|interval| Interval {
            level: interval.level.as_ref().map(ToString::to_string),
            low: interval.low.to_string(),
            high: interval.high.to_string(),
        }),
        p: finding.p.as_ref().map(ToString::to_string),
        test: finding.test.as_ref().map(|test| TestResult {
            statistic: people::named(&test.statistic),
            df: strings(&test.df),
            value: test.value.to_string(),
            one_tailed: test.one_tailed,
        }),
        i2: finding.i2.as_ref().map(ToString::to_string),
        locator: words(finding.locator.as_ref()),
        source: words(finding.source.as_deref()),
    }
}

fn standing(study: &model::Study) -> Standing {
    let now = study.standing();
    Standing {
        retracted: now.retracted.is_some(),
        concern: now.concern.is_some(),
        corrected: now.corrected.is_some(),
        superseded: now.superseded.is_some(),
        reinstated: now.reinstated.is_some(),
        replaced: now.replaced.is_some(),
        version_of_record: now.version_of_record.is_some(),
        events: study
            .standing
            .iter()
            .map(|event| StandingEvent {
                event: event.event.into(),
                on: event.on.map(|date| date.to_string()),
                reported: event.reported.map(|date| date.to_string()),
                reason: words(event.reason.as_ref()),
                notice: words(event.notice.as_ref()),
                by: event.by.as_ref().map(ToString::to_string),
                source: words(event.source.as_ref()),
            })
            .collect(),
    }
}

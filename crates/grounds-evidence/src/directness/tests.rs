//! The engine on small sets: one record of each kind, and what is different about each case.

use grounds_load::RawFile;
use grounds_model::{Dimension, Directness};

use super::Appraiser;

pub(super) const VOCABULARY: &str = "concepts:
  people: {label: People, kind: population}
  adults: {label: Adults, kind: population, broader: [people], age: {from: 18}}
  children: {label: Children, kind: population, broader: [people], age: {to: 17}}
  pregnant: {label: Pregnant women, kind: population, broader: [women]}
  men: {label: Men, kind: population, broader: [adults]}
  women: {label: Women, kind: population, broader: [adults], sex: female}
  cells: {label: Human cells, kind: population, species: human, system: in-vitro}
  membranes: {label: Membranes, kind: population, system: in-vitro}
  mice: {label: Mice, kind: population, species: mouse}
  baldness: {label: Baldness, kind: condition}
  patchy: {label: Patchy baldness, kind: condition, broader: [baldness]}
  needling: {label: Needling, kind: intervention}
  drug: {label: Drug, kind: intervention}
  strong-drug: {label: Strong drug, kind: intervention, broader: [drug]}
  both: {label: Needling/drug, kind: intervention, broader: [drug]}
  two-in-one: {label: Two in one, kind: intervention, parts: [strong-drug, needling]}
  placebo: {label: Placebo, kind: intervention, inert: true}
  usual-care: {label: Usual care, kind: intervention}
  count: {label: Count, kind: outcome}
  rating: {label: Rating, kind: outcome}
  flow: {label: Flow, kind: outcome, surrogate-for: [count]}
";

/// How near the study is in a dimension, where claim and study have these fields.
fn judged(scope: &str, study: &str, dimension: Dimension) -> Directness {
    let claim = format!(
        "statement: S.\nkind: efficacy\nbasis: evidence\nscope: {{{scope}}}\n\
         evidence: [{{study: trial, relation: supports, finding: result}}]\n"
    );
    let design = if study.contains("design: ") {
        ""
    } else {
        "design: rct\n"
    };
    let study = format!("report: {{type: article-journal, title: T}}\n{design}{study}\n");
    let files = vec![
        RawFile::new("grounds.toml", "title = \"T\"\n"),
        RawFile::new("vocabulary.yaml", VOCABULARY),
        RawFile::new("claims/claim.yaml", claim),
        RawFile::new("studies/trial.yaml", study),
    ];
    let loaded = grounds_load::assemble(files, "");
    let set = loaded.set;
    let claim = &set.claims.get("claim").expect("the claim is sound").value;
    assert!(
        set.studies.get("trial").is_some(),
        "{:?}",
        loaded.diagnostics
    );
    let appraiser = Appraiser::new(&set);
    let appraisal = appraiser
        .line(claim, &claim.evidence[0])
        .expect("the study is there");
    appraisal.of(dimension).effective()
}

const COUNTED: &str = "findings: {result: {outcome: count, measure: mean, at: 12 weeks, values: {a: \"2\", b: \"1\"}}}";

fn arms(a: &str, b: &str) -> String {
    format!("arms: {{a: {{interventions: [{a}]}}, b: {{interventions: [{b}]}}}}\n{COUNTED}")
}

#[test]
fn contrasts_between_arms() {
    use Directness::{Different, Direct, Narrower};
    let of = |scope: &str, a, b| {
        let arms = arms(a, b);
        (
            judged(scope, &arms, Dimension::Intervention),
            judged(scope, &arms, Dimension::Comparator),
        )
    };
    let pair = "intervention: [needling, drug], comparator: [drug]";
    assert_eq!(of(pair, "needling, drug", "drug"), (Direct, Direct));
    assert_eq!(of(pair, "drug", "drug, needling"), (Direct, Direct));
    assert_eq!(
        of(pair, "needling, strong-drug", "strong-drug"),
        (Narrower, Narrower)
    );
    assert_eq!(
        of("intervention: [needling]", "needling, drug", "drug").0,
        Different
    );
    assert_eq!(
        of("intervention: [needling]", "needling", ""),
        (Direct, Direct)
    );
    assert_eq!(
        of("intervention: [needling, drug]", "needling, drug", "drug"),
        (Direct, Different)
    );
    assert_eq!(of(pair, "needling, drug", "placebo"), (Direct, Different));
    assert_eq!(
        of("intervention: [placebo]", "needling", "drug").0,
        Different
    );
}

#[test]
fn a_fixed_combination_is_all_of_its_parts_and_none_of_them() {
    use Directness::{Different, Direct, Narrower};
    let of = |scope: &str, a, b| {
        let arms = arms(a, b);
        (
            judged(scope, &arms, Dimension::Intervention),
            judged(scope, &arms, Dimension::Comparator),
        )
    };
    let against = |done: &str, with: &str| format!("intervention: [{done}], comparator: [{with}]");
    for alone in ["drug", "needling"] {
        let scope = against(alone, "placebo");
        assert_eq!(of(&scope, "both", "placebo").0, Different, "{alone}");
        assert_eq!(
            of(&against("both", "placebo"), alone, "placebo").0,
            Different
        );
    }
    let whole = against("both", "placebo");
    assert_eq!(of(&whole, "both", "placebo"), (Direct, Direct));
    assert_eq!(of(&whole, "needling, drug", "placebo"), (Direct, Direct));
    assert_eq!(of(&whole, "two-in-one", "placebo"), (Narrower, Direct));
    let loose = against("drug, needling", "placebo");
    assert_eq!(of(&loose, "both", "placebo"), (Direct, Direct));
    // What the other arm had of it is taken away.
    assert_eq!(
        of(&against("needling, drug", "drug"), "both", "drug"),
        (Direct, Direct)
    );
    assert_eq!(of("intervention: [both]", "both", "drug").1, Different);
}

#[test]
fn a_claim_without_a_comparator_is_one_against_nothing() {
    use Directness::{Different, Direct};
    let of = |scope: &str, a, b| {
        let arms = arms(a, b);
        (
            judged(scope, &arms, Dimension::Intervention),
            judged(scope, &arms, Dimension::Comparator),
        )
    };
    let needling = "intervention: [needling]";
    assert_eq!(of(needling, "needling", "placebo"), (Direct, Direct));
    assert_eq!(of(needling, "placebo", "needling"), (Direct, Direct));
    assert_eq!(of(needling, "needling", "usual-care"), (Direct, Direct));
    assert_eq!(of(needling, "needling", "drug"), (Direct, Different));
    assert_eq!(of(needling, "needling", "needling"), (Direct, Different));
    assert_eq!(of(needling, "needling, drug", "drug").0, Different);
    // Both arms had the drug.
    assert_eq!(
        of("intervention: [drug]", "needling, drug", "drug"),
        (Direct, Different)
    );
}

#[test]
fn what_is_inert_counts_as_nothing_beside_something_else() {
    use Directness::{Different, Direct};
    let of = |scope: &str, a, b| {
        let arms = arms(a, b);
        (
            judged(scope, &arms, Dimension::Intervention),
            judged(scope, &arms, Dimension::Comparator),
        )
    };
    let pair = "intervention: [needling, drug], comparator: [drug]";
    assert_eq!(
        of(pair, "needling, drug", "drug, placebo"),
        (Direct, Direct)
    );
    let placebo = "intervention: [needling], comparator: [placebo]";
    assert_eq!(
        of(placebo, "needling, placebo", "placebo"),
        (Direct, Direct)
    );
    assert_eq!(
        of(placebo, "needling, usual-care", "placebo, usual-care"),
        (Direct, Direct)
    );
    // Where people know what they get it is another comparison.
    assert_eq!(of(placebo, "needling", ""), (Direct, Different));
    assert_eq!(of(placebo, "needling", "usual-care"), (Direct, Different));
    // A placebo can be what a claim is about.
    assert_eq!(
        of("intervention: [placebo]", "placebo", ""),
        (Direct, Direct)
    );
}

#[test]
fn a_contrast_can_be_declared_either_way_round() {
    let study = |contrast: &str| {
        format!(
            "arms: {{a: {{interventions: [needling]}}, b: {{interventions: [placebo]}}}}\n\
             findings: {{result: {{outcome: count, measure: mean-difference, contrast: {{{contrast}}}, estimate: \"2\"}}}}"
        )
    };
    let scope = "intervention: [needling], comparator: [placebo]";
    for contrast in ["arm: a, against: b", "arm: b, against: a"] {
        let of = |dimension| judged(scope, &study(contrast), dimension);
        assert_eq!(of(Dimension::Intervention), Directness::Direct);
        assert_eq!(of(Dimension::Comparator), Directness::Direct);
    }
    let itself = study("arm: a, against: a");
    assert_eq!(
        judged(scope, &itself, Dimension::Comparator),
        Directness::Different
    );
}

#[test]
fn one_arm_is_no_comparison() {
    let study = "arms: {a: {interventions: [needling]}}\nfindings: {result: {outcome: count, measure: mean, values: {a: \"2\"}}}";
    let scope = "intervention: [needling], comparator: [drug]";
    assert_eq!(
        judged(scope, study, Dimension::Comparator),
        Directness::Different
    );
    assert_eq!(
        judged(scope, COUNTED, Dimension::Comparator),
        Directness::Unknown
    );
}

#[test]
fn people_by_sex_condition_and_group() {
    use Directness::{Broader, Different, Direct, Narrower, Unknown};
    let of = near;
    assert_eq!(of("population: [adults]", "concepts: [men]"), Narrower);
    assert_eq!(of("population: [adults]", "concepts: [women]"), Narrower);
    assert_eq!(of("population: [men]", "concepts: [women]"), Different);
    assert_eq!(
        of(
            "population: [women, baldness]",
            "concepts: [baldness], female: 9, male: 0"
        ),
        Direct
    );
    assert_eq!(
        of("population: [women, baldness]", "concepts: [baldness]"),
        Broader
    );
    assert_eq!(of("population: [baldness]", "concepts: [patchy]"), Narrower);
    assert_eq!(of("population: [patchy]", "concepts: [baldness]"), Broader);
    assert_eq!(
        of("population: [baldness]", "concepts: [adults, baldness]"),
        Direct
    );
    assert_eq!(
        of(
            "population: [adults, baldness]",
            "concepts: [baldness], enrolled: 60, female: 60"
        ),
        Narrower
    );
    assert_eq!(of("", "concepts: [women]"), Narrower);
    assert_eq!(of("", "concepts: [people]"), Direct);
    assert_eq!(of("population: [people]", "concepts: [baldness]"), Narrower);
    assert_eq!(of("population: [baldness]", "concepts: []"), Unknown);
}

/// How near people are, where a scope and a study's population have these fields.
fn near(scope: &str, people: &str) -> Directness {
    let study = format!("population: {{{people}}}\n{}", arms("needling", ""));
    judged(scope, &study, Dimension::Population)
}

#[test]
fn people_by_age() {
    use Directness::{Different, Direct, Narrower};
    let of = near;
    let ages = "population: [baldness], age: {from: 18, to: 50}";
    assert_eq!(
        of(ages, "concepts: [baldness], age: {from: 18, to: 50}"),
        Direct
    );
    assert_eq!(
        of(ages, "concepts: [baldness], age: {from: 20, to: 40}"),
        Narrower
    );
    assert_eq!(
        of(ages, "concepts: [baldness], age: {from: 60, to: 80}"),
        Different
    );
    let adults = |age: &str| {
        of(
            "population: [adults, baldness]",
            &format!("concepts: [adults, baldness], age: {{{age}}}"),
        )
    };
    assert_eq!(adults("from: 18, to: 25"), Narrower);
    assert_eq!(adults("from: 18, to: 50"), Direct);
    assert_eq!(
        of(
            "population: [pregnant]",
            "concepts: [pregnant], age: {from: 18, to: 44}"
        ),
        Direct
    );
}

#[test]
fn ages_without_an_end_and_ages_of_life() {
    use Directness::{Broader, Direct, Narrower, Unknown};
    let of = near;
    let open = |people: &str| of("population: [baldness], age: {from: 50}", people);
    assert_eq!(
        open("concepts: [baldness], age: {from: 40, to: 84}"),
        Direct
    );
    assert_eq!(
        open("concepts: [baldness], age: {from: 50, to: 80}"),
        Direct
    );
    assert_eq!(
        open("concepts: [baldness], age: {from: 50, to: 60}"),
        Narrower
    );
    assert_eq!(
        open("concepts: [baldness], age: {from: 10, to: 84}"),
        Broader
    );
    let children = |people: &str| of("population: [children, baldness]", people);
    assert_eq!(
        children("concepts: [baldness], age: {from: 8, to: 80}"),
        Broader
    );
    assert_eq!(
        children("concepts: [baldness], age: {from: 6, to: 18}"),
        Direct
    );
    assert_eq!(children("concepts: [children, baldness]"), Direct);
    assert_eq!(children("concepts: [baldness]"), Unknown);
    assert_eq!(
        of(
            "population: [baldness]",
            "concepts: [baldness], age: {from: 4, to: 12}"
        ),
        Narrower
    );
}

#[test]
fn species_outcome_and_follow_up() {
    use Directness::{Broader, Different, Direct, Narrower};
    let mice = format!("species: mouse\n{}", arms("needling", ""));
    assert_eq!(
        judged("population: [people]", &mice, Dimension::Species),
        Different
    );
    assert_eq!(
        judged("population: [mice]", &mice, Dimension::Species),
        Direct
    );
    let cells = format!(
        "species: human\npopulation: {{concepts: [cells]}}\n{}",
        arms("needling", "")
    );
    let cells = cells.as_str();
    let made = |scope: &str, study: &str| judged(scope, study, Dimension::Species);
    assert_eq!(made("population: [cells]", cells), Different);
    let mice = mice.as_str();
    assert_eq!(made("population: [cells]", mice), Different);
    // Cells are no people, however the study of them was designed.
    assert_eq!(made("population: [people]", cells), Different);
    let membrane = cells.replace("human", "none").replace("cells", "membranes");
    let membrane = format!("{membrane}\ndesign: in-vitro");
    assert_eq!(made("population: [people]", &membrane), Different);
    assert_eq!(made("population: [membranes]", &membrane), Direct);
    assert_eq!(made("population: [cells]", &membrane), Different);
    let arms = arms("needling", "");
    assert_eq!(judged("outcome: count", &arms, Dimension::Outcome), Direct);
    assert_eq!(
        judged("outcome: rating", &arms, Dimension::Outcome),
        Different
    );
    let flow = arms.replace("outcome: count", "outcome: flow");
    assert_eq!(
        judged("outcome: count", &flow, Dimension::Outcome),
        Different
    );
    assert_eq!(judged("at: 3 months", &arms, Dimension::FollowUp), Direct);
    assert_eq!(judged("at: 1 year", &arms, Dimension::FollowUp), Narrower);
    assert_eq!(judged("at: 4 weeks", &arms, Dimension::FollowUp), Broader);
}

//! Faults of the evidence itself: who was studied, how many studies there are, and what stands where.

use super::{Edit, Fault, Find};

const TRIAL: &str = "claims/trial-in-men-result.yaml";
const TRIALS: &str = "articles/microneedling-with-minoxidil.md";
const KUMAR: &str = "studies/kumar-2018.yaml";

pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "an outcome stands among the people of a trial",
        edits: &[Edit::Replace(
            KUMAR,
            "  concepts: [adult-men, androgenetic-alopecia]",
            "  concepts: [adult-men, androgenetic-alopecia, hair-count]",
        )],
        finds: &[Find("structure/misplaced-concept", KUMAR, "hair-count")],
    },
    Fault {
        name: "a claim of benefit has a drug as its outcome",
        edits: &[Edit::Replace(
            TRIAL,
            "  outcome: hair-count",
            "  outcome: minoxidil",
        )],
        finds: &[
            Find("fit/other-outcome", TRIAL, "minoxidil"),
            Find("structure/misplaced-concept", TRIAL, "minoxidil"),
        ],
    },
    Fault {
        name: "the men of the only trial were all young",
        edits: &[Edit::Replace(
            KUMAR,
            "  concepts: [adult-men, androgenetic-alopecia]\n",
            "  concepts: [adult-men, androgenetic-alopecia]\n  age: {from: 18, to: 25}\n",
        )],
        finds: &[Find("fit/young-adults-only", TRIAL, "[adult-men")],
    },
    Fault {
        name: "both trials are reports of one",
        edits: &[
            Edit::Append(KUMAR, "registration: CTRI/2016/01/1234\n"),
            Edit::Append("studies/dhurat-2013.yaml", "registration: CTRI/2016/01/1234\n"),
        ],
        finds: &[Find("independence/overcounted", TRIALS, "both trials")],
    },
    Fault {
        name: "a sentence counts more trials than it cites",
        edits: &[Edit::Replace(
            TRIALS,
            "In both trials the needled group",
            "In three trials the needled group",
        )],
        finds: &[Find("independence/overcounted", TRIALS, "three trials")],
    },
    Fault {
        name: "a small effect is counted as a large one",
        edits: &[
            Edit::Write(
                "studies/invented-cohort.yaml",
                b"report: {type: article-journal, title: An invented cohort, issued: 2022}\n\
                design: cohort\nspecies: human\npopulation: {concepts: [people], enrolled: 800}\narms:\n  \
                needled: {interventions: [microneedling], n: 400}\n  others: {interventions: [], n: 400}\nfindings:\n  \
                growth: {outcome: hair-growth, measure: risk-ratio, estimate: \"1.40\", interval: {level: \"95\", \
                low: \"1.10\", high: \"1.78\"}, contrast: {arm: needled, against: others}}\n",
            ),
            Edit::Write(
                "claims/invented-growth.yaml",
                b"statement: Needling probably makes hair grow.\nkind: efficacy\nbasis: evidence\n\
                scope: {population: [people], intervention: [microneedling], outcome: hair-growth}\n\
                effect: increase\ncertainty:\n  level: moderate\n  start: low\n  upgrades:\n    - {domain: \
                large-effect, steps: 1, reason: Hair grew far more often after needling than without it.}\n\
                evidence:\n  - {study: invented-cohort, relation: supports, finding: growth}\n\
                review: {by: A. Editor, on: 2026-06-01, due: 2027-06-01}\n",
            ),
            Edit::Append(
                TRIALS,
                "\n[Needling probably makes hair grow]{claim=invented-growth} [@invented-cohort].\n",
            ),
        ],
        finds: &[Find("certainty/effect-not-large", "claims/invented-growth.yaml", "{domain: large-effect")],
    },
];

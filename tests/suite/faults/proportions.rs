//! Faults of proportions in words, of intervals and of what certainty does not count.

use super::{Edit, Fault, Find};

const WITH: &str = "articles/microneedling-with-minoxidil.md";
const TRIAL: &str = "claims/trial-in-men-result.yaml";
const KUMAR: &str = "studies/kumar-2018.yaml";
const MAIN: &str = "articles/does-microneedling-work-for-hair-growth.md";

pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "an interval is taken from two poolings",
        edits: &[Edit::Replace(
            WITH,
            "1.32 (interval 0.73",
            "1.32 (interval 0.11",
        )],
        finds: &[Find("number/other-interval", WITH, "1.92")],
    },
    Fault {
        name: "a large rise is called a doubling",
        edits: &[Edit::Append(
            MAIN,
            "\nIn one trial needling doubled the rise in hair count [@kumar-2018].\n",
        )],
        finds: &[Find("number/other-proportion", MAIN, "doubled")],
    },
    Fault {
        name: "a count of hairs stands for growth, and nothing counts that",
        edits: &[Edit::Replace(
            TRIAL,
            "outcome: hair-count",
            "outcome: hair-growth",
        )],
        finds: &[Find(
            "certainty/indirectness-not-counted",
            TRIAL,
            "level: low",
        )],
    },
    Fault {
        name: "an interval that includes no effect is not counted",
        edits: &[
            Edit::Replace(
                TRIAL,
                "    - domain: imprecision",
                "    - domain: publication-bias",
            ),
            Edit::Replace(TRIAL, "finding: hair-count-12w", "finding: difference-12w"),
            Edit::Replace(
                KUMAR,
                "findings:\n",
                "findings:\n  difference-12w:\n    outcome: hair-count\n    at: 12 weeks\n    measure: mean-difference\n    \
                 unit: hairs per square inch\n    contrast: {arm: combined, against: minoxidil}\n    estimate: \"10.6\"\n    \
                 interval: {low: \"-0.4\", high: \"21.6\"}\n",
            ),
        ],
        finds: &[Find(
            "certainty/imprecision-not-counted",
            TRIAL,
            "level: low",
        )],
    },
];

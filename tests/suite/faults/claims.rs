//! Faults in claims.

use super::{Edit, Fault, Find};

const CLAIM: &str = "claims/adds-to-minoxidil-in-men.yaml";
const MIRRORED: &str = "claims/drug-alone-is-better.yaml";
const SPECULATIVE: &str = "claims/wakes-follicles.yaml";

pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "another claim compares the same treatments the other way round",
        edits: &[
            Edit::Write(
                MIRRORED,
                b"statement: In men, minoxidil alone may raise hair count more than minoxidil with needling.\n\
                kind: efficacy\nbasis: evidence\nscope:\n  population: [adult-men, androgenetic-alopecia]\n  \
                intervention: [minoxidil-5-percent]\n  comparator: [microneedling, minoxidil-5-percent]\n  \
                outcome: hair-count\neffect: increase\n",
            ),
        ],
        finds: &[
            Find("claim/contradictory", MIRRORED, "increase"),
            Find("claim/contradictory", MIRRORED, "increase"),
            Find("claim/contradictory", "claims/trial-in-men-result.yaml", "increase"),
            Find("claim/no-evidence", MIRRORED, "In men, minoxidil alone"),
            Find("freshness/never-reviewed", MIRRORED, "In men, minoxidil alone"),
            Find("structure/unused-record", MIRRORED, "In men, minoxidil alone"),
            Find("certainty/missing", MIRRORED, "efficacy"),
        ],
    },
    Fault {
        name: "a key is misspelt in a claim",
        edits: &[Edit::Replace(CLAIM, "certainty:", "certianty:")],
        finds: &[Find("structure/unknown-field", CLAIM, "certianty")],
    },
    Fault {
        name: "a claim has lost its statement",
        edits: &[Edit::Replace(
            SPECULATIVE,
            "statement: The tiny wounds, or the channels that they leave, might wake resting hair follicles.\n",
            "",
        )],
        finds: &[Find("structure/missing-field", SPECULATIVE, "variations")],
    },
    Fault {
        name: "a list became a word",
        edits: &[Edit::Replace(
            CLAIM,
            "comparator: [minoxidil-5-percent]",
            "comparator: minoxidil-5-percent",
        )],
        finds: &[Find("structure/wrong-type", CLAIM, "minoxidil-5-percent")],
    },
    Fault {
        name: "a kind of claim that does not exist",
        edits: &[Edit::Replace(CLAIM, "kind: efficacy", "kind: eficacy")],
        finds: &[Find("structure/invalid-value", CLAIM, "eficacy")],
    },
    Fault {
        name: "a day that is not in the calendar",
        edits: &[Edit::Replace(CLAIM, "due: 2027-11-22", "due: 2027-02-30")],
        finds: &[Find("structure/invalid-value", CLAIM, "2027-02-30")],
    },
    Fault {
        name: "a field stands twice",
        edits: &[Edit::Append(CLAIM, "kind: harm\n")],
        finds: &[Find("structure/duplicate-key", CLAIM, "kind")],
    },
    Fault {
        name: "a tab indents a line",
        edits: &[Edit::Replace(
            CLAIM,
            "  outcome: hair-count",
            "\toutcome: hair-count",
        )],
        finds: &[Find("structure/syntax", CLAIM, "\t")],
    },
    Fault {
        name: "a claim rests on a study that is not there",
        edits: &[Edit::Replace(
            CLAIM,
            "study: indonesia-mn-rct",
            "study: indonesia-mn-rtc",
        )],
        finds: &[
            Find("structure/dangling-reference", CLAIM, "indonesia-mn-rtc"),
            Find(
                "claim/lost-support",
                "articles/does-microneedling-work-for-hair-growth.md",
                "in men",
            ),
            Find(
                "claim/lost-support",
                "articles/microneedling-with-minoxidil.md",
                "In men",
            ),
        ],
    },
    Fault {
        name: "an evidence line names a finding that the study does not have",
        edits: &[Edit::Replace(
            CLAIM,
            "finding: hair-count-12w",
            "finding: hair-count-24w",
        )],
        finds: &[Find(
            "structure/dangling-reference",
            CLAIM,
            "hair-count-24w",
        )],
    },
    Fault {
        name: "a scope names a concept that is not there",
        edits: &[Edit::Replace(
            CLAIM,
            "outcome: hair-count",
            "outcome: hair-counts",
        )],
        finds: &[Find("structure/dangling-reference", CLAIM, "hair-counts")],
    },
    Fault {
        name: "a claim has lost all its supporting lines",
        edits: &[
            Edit::Replace(
                CLAIM,
                "  - study: kumar-2018\n    relation: supports",
                "  - study: kumar-2018\n    relation: background",
            ),
            Edit::Replace(
                CLAIM,
                "  - study: indonesia-mn-rct\n    relation: supports",
                "  - study: indonesia-mn-rct\n    relation: qualifies",
            ),
        ],
        finds: &[Find(
            "claim/no-evidence",
            CLAIM,
            "In men with androgenetic alopecia",
        )],
    },
    Fault {
        name: "a speculative claim is declared evidence",
        edits: &[Edit::Replace(
            SPECULATIVE,
            "basis: speculative",
            "basis: evidence",
        )],
        finds: &[
            Find("claim/no-evidence", SPECULATIVE, "The tiny wounds"),
            Find(
                "claim/needless-speculative-label",
                "articles/does-microneedling-work-for-hair-growth.md",
                "The tiny wounds",
            ),
        ],
    },
    Fault {
        name: "two claims contradict each other",
        edits: &[
            Edit::Copy(CLAIM, "claims/no-gain-in-men.yaml"),
            Edit::Replace(
                "claims/no-gain-in-men.yaml",
                "effect: increase",
                "effect: decrease",
            ),
            Edit::Append(
                "articles/microneedling-with-minoxidil.md",
                "\n[In men with androgenetic alopecia, adding microneedling to minoxidil for 12 weeks may raise hair count more than minoxidil alone]{claim=no-gain-in-men} [@kumar-2018].\n",
            ),
        ],
        finds: &[
            Find(
                "fit/opposite-direction",
                "claims/no-gain-in-men.yaml",
                "supports",
            ),
            Find(
                "fit/opposite-direction",
                "claims/no-gain-in-men.yaml",
                "supports",
            ),
            Find(
                "claim/contradictory",
                "claims/no-gain-in-men.yaml",
                "decrease",
            ),
            Find(
                "claim/contradictory",
                "claims/no-gain-in-men.yaml",
                "decrease",
            ),
            Find(
                "claim/contradictory",
                "claims/trial-in-men-result.yaml",
                "increase",
            ),
            Find(
                "claim/words-against-effect",
                "claims/no-gain-in-men.yaml",
                "raise",
            ),
        ],
    },
    Fault {
        name: "a retracted study is cited as evidence",
        edits: &[Edit::Replace(
            "claims/who-was-studied.yaml",
            "evidence:\n",
            "evidence:\n  - {study: yousaf-2021, relation: qualifies}\n",
        )],
        finds: &[Find(
            "study/retracted-evidence",
            "claims/who-was-studied.yaml",
            "yousaf-2021",
        )],
    },
    Fault {
        name: "a review is overdue",
        edits: &[Edit::Replace(
            CLAIM,
            "on: 2026-11-22, due: 2027-11-22",
            "on: 2025-11-20, due: 2026-11-20",
        )],
        finds: &[Find("freshness/review-overdue", CLAIM, "2026-11-20")],
    },
    Fault {
        name: "a review is dated in the future",
        edits: &[Edit::Replace(CLAIM, "on: 2026-11-22", "on: 2027-01-22")],
        finds: &[Find("freshness/implausible-date", CLAIM, "2027-01-22")],
    },
    Fault {
        name: "a suppression in a record without a reason",
        edits: &[
            Edit::Replace(
                CLAIM,
                "on: 2026-11-22, due: 2027-11-22",
                "on: 2025-11-20, due: 2026-11-20",
            ),
            Edit::Append(CLAIM, "suppress:\n  - rule: freshness/review-overdue\n"),
        ],
        finds: &[Find(
            "suppression/without-reason",
            CLAIM,
            "freshness/review-overdue",
        )],
    },
    Fault {
        name: "a suppression that suppresses nothing",
        edits: &[Edit::Append(
            CLAIM,
            "suppress:\n  - {rule: freshness/review-overdue, reason: The editor is away.}\n",
        )],
        finds: &[Find(
            "suppression/unused",
            CLAIM,
            "freshness/review-overdue",
        )],
    },
    Fault {
        name: "a suppression past its date",
        edits: &[
            Edit::Replace(
                CLAIM,
                "on: 2026-11-22, due: 2027-11-22",
                "on: 2025-11-20, due: 2026-11-20",
            ),
            Edit::Append(
                CLAIM,
                "suppress:\n  - {rule: freshness/review-overdue, reason: The editor is away., until: 2026-11-21}\n",
            ),
        ],
        finds: &[
            Find("freshness/review-overdue", CLAIM, "2026-11-20"),
            Find("suppression/expired", CLAIM, "2026-11-21"),
        ],
    },
    Fault {
        name: "a suppression of a rule that does not exist",
        edits: &[Edit::Append(
            CLAIM,
            "suppress:\n  - {rule: freshness/review-overdo, reason: The editor is away.}\n",
        )],
        finds: &[Find(
            "suppression/unknown-rule",
            CLAIM,
            "freshness/review-overdo",
        )],
    },
];

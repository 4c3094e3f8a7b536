//! Faults of certainty, wording, independence and standing.

use super::{Edit, Fault, Find};

const TRIAL: &str = "claims/trial-in-men-result.yaml";
const MEN: &str = "claims/adds-to-minoxidil-in-men.yaml";
const PLASMA: &str = "claims/prp-added-in-men.yaml";
const PAIR: &str = "claims/adds-to-minoxidil.yaml";
const DIAMETER: &str = "claims/hair-diameter.yaml";
const SCARS: &str = "claims/scarring.yaml";
const FLOW: &str = "claims/low-flow-in-balding-scalp.yaml";
const FOREARM: &str = "claims/forearm-blood-flow.yaml";
const WAKES: &str = "claims/wakes-follicles.yaml";
const MAIN: &str = "articles/does-microneedling-work-for-hair-growth.md";
const CLINICIANS: &str = "articles/microneedling-with-minoxidil.md";
const KUMAR: &str = "studies/kumar-2018.yaml";

pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "certainty is raised by a level",
        edits: &[Edit::Replace(TRIAL, "level: low", "level: moderate")],
        finds: &[Find("certainty/too-high", TRIAL, "moderate")],
    },
    Fault {
        name: "certainty is lowered without a reason",
        edits: &[Edit::Replace(TRIAL, "level: low", "level: very-low")],
        finds: &[Find("certainty/unexplained-level", TRIAL, "very-low")],
    },
    Fault {
        name: "a step down has lost its reason",
        edits: &[Edit::Replace(
            TRIAL,
            "reason: One trial of 68 men.",
            "reason: See above.",
        )],
        finds: &[Find("certainty/unreasoned-step", TRIAL, "See above.")],
    },
    Fault {
        name: "a step down counts twice",
        edits: &[Edit::Replace(
            TRIAL,
            "domain: imprecision",
            "domain: risk-of-bias",
        )],
        finds: &[Find("certainty/unreasoned-step", TRIAL, "risk-of-bias")],
    },
    Fault {
        name: "a claim of benefit has no certainty",
        edits: &[Edit::Replace(
            SCARS,
            "certainty:\n  level: very-low\n  start: low\n  downgrades:\n    - domain: indirectness\n      steps: 1\n      reason: The reports are from the face and body, not the scalp.\n",
            "",
        )],
        finds: &[Find("certainty/missing", SCARS, "harm")],
    },
    Fault {
        name: "a trial's claim starts above its design",
        edits: &[Edit::Replace(KUMAR, "design: rct", "design: case-series")],
        finds: &[
            Find("certainty/start-above-design", TRIAL, "high"),
            Find("certainty/too-high", TRIAL, "low"),
        ],
    },
    Fault {
        name: "trials are rated up",
        edits: &[Edit::Replace(
            TRIAL,
            "evidence:\n",
            "  upgrades:\n    - {domain: large-effect, steps: 1, reason: The difference is large.}\nevidence:\n",
        )],
        finds: &[
            Find(
                "certainty/upgrade-of-trials",
                TRIAL,
                "{domain: large-effect",
            ),
            Find("certainty/unexplained-level", TRIAL, "low"),
        ],
    },
    Fault {
        name: "considerable heterogeneity is not counted",
        edits: &[Edit::Replace(
            PAIR,
            "    - domain: inconsistency\n      steps: 1\n      reason: \"The results differ widely: I² is 88% in the pooled hair count.\"",
            "    - domain: imprecision\n      steps: 1\n      reason: The trials are small.",
        )],
        finds: &[Find(
            "certainty/inconsistency-not-counted",
            PAIR,
            "level: low",
        )],
    },
    Fault {
        name: "a speculative claim is rated low",
        edits: &[Edit::Replace(WAKES, "level: very-low", "level: low")],
        finds: &[Find("certainty/too-high", WAKES, "low")],
    },
    Fault {
        name: "a claim rests on an opinion",
        edits: &[Edit::Replace(
            "studies/shah-2017.yaml",
            "design: rct",
            "design: opinion",
        )],
        finds: &[Find("fit/weak-design", PLASMA, "efficacy")],
    },
    Fault {
        name: "a statement has lost its hedge",
        edits: &[Edit::Replace(
            MEN,
            "for 12 weeks may raise\n  hair count more",
            "for 12 weeks raises\n  hair count more",
        )],
        finds: &[Find("wording/too-certain", MEN, "In men with")],
    },
    Fault {
        name: "very low certainty is worded as low",
        edits: &[Edit::Replace(
            SCARS,
            "statement: Microneedling may leave scars, but how often is very uncertain.",
            "statement: Microneedling may leave scars.",
        )],
        finds: &[Find(
            "wording/too-certain",
            SCARS,
            "Microneedling may leave scars.",
        )],
    },
    Fault {
        name: "speculation is worded as a fact",
        edits: &[Edit::Replace(
            "claims/circulation-helps-growth.yaml",
            "Better circulation might help hair to grow.",
            "Better circulation helps hair to grow.",
        )],
        finds: &[Find(
            "wording/speculation-stated",
            "claims/circulation-helps-growth.yaml",
            "Better circulation helps",
        )],
    },
    Fault {
        name: "prose promises that there are no side effects",
        edits: &[Edit::Append(
            MAIN,
            "\nNeedling has no side effects [@chu-2021].\n",
        )],
        finds: &[Find("wording/absolute", MAIN, "has no side effects")],
    },
    Fault {
        name: "prose says that it is proven",
        edits: &[Edit::Append(
            MAIN,
            "\nNeedling is clinically proven [@english-2022].\n",
        )],
        finds: &[Find("wording/absolute", MAIN, "clinically proven")],
    },
    Fault {
        name: "a comparison hangs",
        edits: &[Edit::Append(
            MAIN,
            "\nMinoxidil on needled skin works better [@ahmed-2025].\n",
        )],
        finds: &[Find("wording/hanging-comparison", MAIN, "works better")],
    },
    Fault {
        name: "a relative effect stands alone",
        edits: &[Edit::Append(
            MAIN,
            "\nNeedling made improvement 1.6 times as likely [@dhurat-2013].\n",
        )],
        finds: &[Find(
            "wording/relative-without-absolute",
            MAIN,
            "times as likely",
        )],
    },
    Fault {
        name: "an association is worded as a cause",
        edits: &[Edit::Replace(
            FLOW,
            "In men with early pattern baldness, blood flow under the scalp was lower than in men with\n  normal hair.",
            "Low blood flow under the scalp causes early pattern baldness in men.",
        )],
        finds: &[Find(
            "wording/causal-on-association",
            FLOW,
            "Low blood flow",
        )],
    },
    Fault {
        name: "prose tells an association as a cause",
        edits: &[Edit::Append(
            MAIN,
            "\nPoor blood flow in the scalp causes hair loss [@klemp-1989].\n",
        )],
        finds: &[Find("wording/cited-as-cause", MAIN, "causes")],
    },
    Fault {
        name: "prose calls a comparison of groups a trial",
        edits: &[Edit::Append(
            MAIN,
            "\nIn a randomised trial, men with early baldness had a lower flow than others [@klemp-1989].\n",
        )],
        finds: &[Find("fit/misnamed-design", MAIN, "randomised trial")],
    },
    Fault {
        name: "prose tells of mice as if of people",
        edits: &[Edit::Append(
            MAIN,
            "\nNeedling makes hair grow faster than no needling [@kim-2016].\n",
        )],
        finds: &[Find(
            "fit/unsaid-species",
            MAIN,
            "Needling makes hair grow faster",
        )],
    },
    Fault {
        name: "prose tells of hair where blood flow was measured",
        edits: &[Edit::Append(
            MAIN,
            "\nMicroneedling increases hair growth [@bal-2008].\n",
        )],
        finds: &[Find("fit/surrogate-in-words", MAIN, "hair growth")],
    },
    Fault {
        name: "no difference is claimed from a wide interval",
        edits: &[
            Edit::Replace(DIAMETER, "effect: increase", "effect: no-difference"),
            Edit::Replace(DIAMETER, "relation: disputes", "relation: supports"),
        ],
        finds: &[
            Find("wording/no-effect", DIAMETER, "no-difference"),
            Find("fit/opposite-direction", DIAMETER, "supports"),
        ],
    },
    Fault {
        name: "prose counts one trial and cites two",
        edits: &[Edit::Append(
            MAIN,
            "\nOne trial added needling to minoxidil in men [@kumar-2018; @dhurat-2013].\n",
        )],
        finds: &[Find("independence/undercounted", MAIN, "One trial")],
    },
    Fault {
        name: "two reports of one trial support a claim",
        edits: &[Edit::Replace(
            "studies/indonesia-mn-rct.yaml",
            "design: rct\n",
            "design: rct\npart-of: kumar-2018\n",
        )],
        finds: &[Find("independence/one-study", MEN, "indonesia-mn-rct")],
    },
    Fault {
        name: "a trial and the review that includes it support a claim",
        edits: &[Edit::Replace(
            "studies/ahmed-2025.yaml",
            "arms:\n",
            "includes: [dhurat-2013]\narms:\n",
        )],
        finds: &[Find("independence/one-study", PAIR, "dhurat-2013")],
    },
    Fault {
        name: "a study is replaced",
        edits: &[Edit::Append(
            "studies/bal-2008.yaml",
            "standing:\n  - {event: replaced, on: 2010}\n",
        )],
        finds: &[
            Find(
                "study/replaced",
                "claims/forearm-blood-flow.yaml",
                "bal-2008",
            ),
            Find(
                "study/replaced",
                "articles/does-microneedling-work-for-hair-growth.md",
                "bal-2008",
            ),
            Find(
                "study/replaced",
                "articles/does-microneedling-work-for-hair-growth.md",
                "bal-2008",
            ),
            Find("claim/no-evidence", FOREARM, "On the forearm, longer"),
        ],
    },
    Fault {
        name: "a preprint has a version of record",
        edits: &[Edit::Append(
            "studies/abdi-2023.yaml",
            "standing:\n  - {event: version-of-record, on: 2024}\n",
        )],
        finds: &[Find(
            "study/preprint",
            "studies/abdi-2023.yaml",
            "{event: version-of-record",
        )],
    },
    Fault {
        name: "a pooled difference is called not significant beside its interval",
        edits: &[Edit::Replace(
            CLINICIANS,
            "gives a standardised mean difference",
            "gives no significant difference, a standardised mean difference",
        )],
        finds: &[Find(
            "wording/significance-against-interval",
            CLINICIANS,
            "no significant",
        )],
    },
    Fault {
        name: "a count that differed is said not to have differed",
        edits: &[Edit::Append(
            MAIN,
            "\nHair count did not differ between the groups [@dhurat-2013].\n",
        )],
        finds: &[Find(
            "wording/significance-against-interval",
            MAIN,
            "did not differ",
        )],
    },
    Fault {
        name: "the certainty is said to be high where the claim has low",
        edits: &[Edit::Replace(
            "articles/does-microneedling-work-for-hair-growth.md",
            "We rate the certainty as low",
            "We rate the certainty as high",
        )],
        finds: &[Find(
            "certainty/misstated",
            "articles/does-microneedling-work-for-hair-growth.md",
            "certainty as high",
        )],
    },
    Fault {
        name: "a range of ages is turned round",
        edits: &[Edit::Replace(
            "studies/faghihi-2021.yaml",
            "age: {from: 18, to: 45}",
            "age: {from: 45, to: 18}",
        )],
        finds: &[Find(
            "structure/reversed-range",
            "studies/faghihi-2021.yaml",
            "{from: 45",
        )],
    },
    Fault {
        name: "a record has the extension of another program",
        edits: &[
            Edit::Delete("claims/scarring.yaml"),
            Edit::Write("claims/scarring.yml", b"statement: Scars.\n"),
        ],
        finds: &[Find("structure/record-name", "claims/scarring.yml", "")],
    },
];

//! Faults of fit, certainty, wording, independence and standing.

use super::{Edit, Fault, Find};

const TRIAL: &str = "claims/trial-in-men-result.yaml";
const MEN: &str = "claims/adds-to-minoxidil-in-men.yaml";
const WOMEN: &str = "claims/adds-to-minoxidil-in-women.yaml";
const AREATA: &str = "claims/alopecia-areata-triamcinolone.yaml";
const PLASMA: &str = "claims/prp-added-in-men.yaml";
const PAIR: &str = "claims/adds-to-minoxidil.yaml";
const DIAMETER: &str = "claims/hair-diameter.yaml";
const MICE: &str = "claims/mouse-hair-growth.yaml";
const RATS: &str = "claims/channels-in-rats.yaml";
const SCARS: &str = "claims/scarring.yaml";
const FLOW: &str = "claims/low-flow-in-balding-scalp.yaml";
const WAKES: &str = "claims/wakes-follicles.yaml";
const MAIN: &str = "articles/does-microneedling-work-for-hair-growth.md";
const KUMAR: &str = "studies/kumar-2018.yaml";

pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "the claim behind the trial of 2018 is about needling alone",
        edits: &[Edit::Replace(
            TRIAL,
            "[microneedling, minoxidil-5-percent]",
            "[microneedling]",
        )],
        finds: &[Find("fit/combined-arms", TRIAL, "[microneedling]")],
    },
    Fault {
        name: "the words of the trial of 2018 are about needling alone",
        edits: &[Edit::Replace(
            MAIN,
            "per square inch with microneedling and minoxidil,",
            "per square inch with microneedling alone,",
        )],
        finds: &[Find("fit/alone-in-words", MAIN, "The trial reported")],
    },
    Fault {
        name: "a claim about women's trial is about needling alone",
        edits: &[Edit::Replace(
            WOMEN,
            "[microneedling, minoxidil-2-percent]",
            "[microneedling]",
        )],
        finds: &[Find("fit/combined-arms", WOMEN, "[microneedling]")],
    },
    Fault {
        name: "plasma is credited alone",
        edits: &[Edit::Replace(
            PLASMA,
            "[microneedling, platelet-rich-plasma, minoxidil-5-percent]",
            "[platelet-rich-plasma]",
        )],
        finds: &[Find("fit/combined-arms", PLASMA, "[platelet-rich-plasma]")],
    },
    Fault {
        name: "another drug is claimed than was studied",
        edits: &[
            Edit::Replace(
                TRIAL,
                "[microneedling, minoxidil-5-percent]",
                "[microneedling, finasteride]",
            ),
            Edit::Replace(
                TRIAL,
                "comparator: [minoxidil-5-percent]",
                "comparator: [finasteride]",
            ),
        ],
        finds: &[Find(
            "fit/other-intervention",
            TRIAL,
            "[microneedling, finasteride]",
        )],
    },
    Fault {
        name: "the pair is claimed against nothing",
        edits: &[Edit::Replace(
            TRIAL,
            "  comparator: [minoxidil-5-percent]\n",
            "",
        )],
        finds: &[Find("fit/other-comparator", TRIAL, "population")],
    },
    Fault {
        name: "the comparator is placebo",
        edits: &[Edit::Replace(
            TRIAL,
            "comparator: [minoxidil-5-percent]",
            "comparator: [placebo]",
        )],
        finds: &[Find("fit/other-comparator", TRIAL, "[placebo]")],
    },
    Fault {
        name: "a claim about women stands on men",
        edits: &[Edit::Replace(
            TRIAL,
            "[adult-men, androgenetic-alopecia]",
            "[adult-women, androgenetic-alopecia]",
        )],
        finds: &[Find("fit/other-population", TRIAL, "[adult-women")],
    },
    Fault {
        name: "a claim about all people stands on men",
        edits: &[Edit::Replace(
            TRIAL,
            "[adult-men, androgenetic-alopecia]",
            "[androgenetic-alopecia]",
        )],
        finds: &[Find(
            "fit/narrower-population",
            TRIAL,
            "[androgenetic-alopecia]",
        )],
    },
    Fault {
        name: "a claim about patchy hair loss stands on pattern hair loss",
        edits: &[Edit::Replace(
            TRIAL,
            "[adult-men, androgenetic-alopecia]",
            "[adult-men, alopecia-areata]",
        )],
        finds: &[Find(
            "fit/other-population",
            TRIAL,
            "[adult-men, alopecia-areata]",
        )],
    },
    Fault {
        name: "a claim about children stands on adults",
        edits: &[Edit::Replace(
            AREATA,
            "population: [alopecia-areata]\n",
            "population: [alopecia-areata]\n  age: {from: 2, to: 12}\n",
        )],
        finds: &[Find("fit/other-population", AREATA, "[alopecia-areata]")],
    },
    Fault {
        name: "a claim about early grades stands on later ones",
        edits: &[Edit::Replace(
            TRIAL,
            "population: [adult-men, androgenetic-alopecia]\n",
            "population: [adult-men, androgenetic-alopecia]\n  severity: {scale: Norwood-Hamilton, from: \"1\", to: \"2\"}\n",
        )],
        finds: &[Find(
            "fit/other-population",
            TRIAL,
            "[adult-men, androgenetic-alopecia]",
        )],
    },
    Fault {
        name: "a claim about people stands on mice",
        edits: &[Edit::Replace(
            MICE,
            "population: [mice]",
            "population: [people]",
        )],
        finds: &[
            Find("fit/other-species", MICE, "[people]"),
            Find("fit/other-species", MICE, "[people]"),
        ],
    },
    Fault {
        name: "a claim about mice stands on rats",
        edits: &[Edit::Replace(
            RATS,
            "population: [rats]",
            "population: [mice]",
        )],
        finds: &[Find("fit/other-species", RATS, "[mice]")],
    },
    Fault {
        name: "a laboratory study supports a claim about people",
        edits: &[Edit::Replace(
            "claims/permeation-depends-on-drug.yaml",
            "population: [pig-skin]",
            "population: [people]",
        )],
        finds: &[
            Find(
                "fit/other-species",
                "claims/permeation-depends-on-drug.yaml",
                "[people]",
            ),
            Find(
                "fit/other-species",
                "claims/permeation-depends-on-drug.yaml",
                "[people]",
            ),
        ],
    },
    Fault {
        name: "self-assessment is taken for hair count",
        edits: &[Edit::Replace(
            TRIAL,
            "finding: hair-count-12w",
            "finding: self-rated-half-improved",
        )],
        finds: &[Find("fit/other-outcome", TRIAL, "hair-count")],
    },
    Fault {
        name: "the outcome of a claim is another one",
        edits: &[Edit::Replace(
            TRIAL,
            "outcome: hair-count",
            "outcome: quality-of-life",
        )],
        finds: &[Find("fit/other-outcome", TRIAL, "quality-of-life")],
    },
    Fault {
        name: "a surrogate is taken for growth",
        edits: &[Edit::Replace(
            FLOW,
            "outcome: scalp-blood-flow",
            "outcome: hair-growth",
        )],
        finds: &[Find("fit/surrogate-outcome", FLOW, "hair-growth")],
    },
    Fault {
        name: "a claim is about a year, the trials about weeks",
        edits: &[Edit::Replace(MEN, "at: 12 weeks", "at: 1 year")],
        finds: &[Find("fit/short-follow-up", MEN, "1 year")],
    },
    Fault {
        name: "the effect of a claim is turned round",
        edits: &[Edit::Replace(TRIAL, "effect: increase", "effect: decrease")],
        finds: &[
            Find("fit/opposite-direction", TRIAL, "supports"),
            Find("claim/contradictory", TRIAL, "decrease"),
        ],
    },
    Fault {
        name: "a disputing line is said to support",
        edits: &[Edit::Replace(
            DIAMETER,
            "relation: disputes",
            "relation: supports",
        )],
        finds: &[Find("fit/opposite-direction", DIAMETER, "supports")],
    },
    Fault {
        name: "the values of a trial's arms are swapped in its record",
        edits: &[Edit::Replace(
            KUMAR,
            "values: {combined: \"12.52\", minoxidil: \"1.89\"}",
            "values: {combined: \"1.89\", minoxidil: \"12.52\"}",
        )],
        finds: &[
            Find("fit/opposite-direction", MEN, "supports"),
            Find("fit/opposite-direction", TRIAL, "supports"),
            Find("number/swapped-arms", MAIN, "12.52\nhairs"),
            Find(
                "number/swapped-arms",
                "articles/microneedling-with-minoxidil.md",
                "12.52 hairs",
            ),
        ],
    },
    Fault {
        name: "a claim of benefit has lost its scope",
        edits: &[Edit::Replace(
            PLASMA,
            "scope:\n  population: [adult-men, androgenetic-alopecia]\n  intervention: [microneedling, platelet-rich-plasma, minoxidil-5-percent]\n  comparator: [minoxidil-5-percent]\n  outcome: investigator-rating\n  at: 6 months\n",
            "",
        )],
        finds: &[Find("fit/no-scope", PLASMA, "In men with")],
    },
    Fault {
        name: "a series without controls supports a claim of benefit",
        edits: &[Edit::Replace(
            AREATA,
            "  - study: chandrashekar-2014\n    relation: background",
            "  - study: chandrashekar-2014\n    relation: supports",
        )],
        finds: &[Find("fit/no-comparison-group", AREATA, "[microneedling]")],
    },
    Fault {
        name: "a judgement says what is computed",
        edits: &[Edit::Replace(
            TRIAL,
            "    finding: hair-count-12w\n",
            "    finding: hair-count-12w\n    directness:\n      population: {judgement: direct, reason: The same men.}\n",
        )],
        finds: &[Find("fit/needless-judgement", TRIAL, "{judgement: direct")],
    },
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
            "\nNeedling made satisfaction twice as likely [@pei-2024].\n",
        )],
        finds: &[Find(
            "wording/relative-without-absolute",
            MAIN,
            "twice as likely",
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
        name: "no difference is claimed from a wide interval",
        edits: &[
            Edit::Replace(DIAMETER, "effect: increase", "effect: no-difference"),
            Edit::Replace(DIAMETER, "relation: disputes", "relation: supports"),
        ],
        finds: &[Find("wording/no-effect", DIAMETER, "no-difference")],
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
        finds: &[Find(
            "study/replaced",
            "studies/bal-2008.yaml",
            "{event: replaced",
        )],
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
];

//! Faults in studies and in the vocabulary.

use super::{Edit, Fault, Find};

const STUDY: &str = "studies/kumar-2018.yaml";
const RETRACTED: &str = "studies/yousaf-2021.yaml";
const VOCABULARY: &str = "vocabulary.yaml";

pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "a key is misspelt deep in a study",
        edits: &[Edit::Replace(STUDY, "  enrolled: 68", "  enroled: 68")],
        finds: &[Find("structure/unknown-field", STUDY, "enroled")],
    },
    Fault {
        name: "a study has no title",
        edits: &[Edit::Replace(
            RETRACTED,
            "  title: Association Between Alopecia Areata and Natural Hair Color Among White Individuals\n",
            "",
        )],
        finds: &[Find("structure/missing-field", RETRACTED, "report")],
    },
    Fault {
        name: "a decimal has lost its quotes",
        edits: &[Edit::Replace(
            STUDY,
            "combined: \"12.52\"",
            "combined: 12.52",
        )],
        finds: &[Find("structure/wrong-type", STUDY, "12.52")],
    },
    Fault {
        name: "a number of people below zero",
        edits: &[Edit::Replace(STUDY, "enrolled: 68", "enrolled: -68")],
        finds: &[Find("structure/invalid-value", STUDY, "-68")],
    },
    Fault {
        name: "a concept stands twice",
        edits: &[Edit::Append(
            VOCABULARY,
            "  adults:\n    label: Grown-ups\n    kind: population\n",
        )],
        finds: &[Find("structure/duplicate-key", VOCABULARY, "adults")],
    },
    Fault {
        name: "a quotation mark is not closed",
        edits: &[Edit::Replace(STUDY, "issue: \"4\"", "issue: \"4")],
        finds: &[Find("structure/syntax", STUDY, "2")],
    },
    Fault {
        name: "an anchor and an alias",
        edits: &[Edit::Replace(
            STUDY,
            "    interventions: [microneedling, minoxidil-5-percent]",
            "    interventions: &both [microneedling, minoxidil-5-percent]",
        )],
        finds: &[Find("structure/yaml-feature", STUDY, "&both")],
    },
    Fault {
        name: "a byte that is no UTF-8",
        edits: &[Edit::Write(
            "studies/extra-2020.yaml",
            b"report:\n  type: article-journal\n  title: Caf\xe9\ndesign: rct\n",
        )],
        finds: &[Find(
            "structure/invalid-utf8",
            "studies/extra-2020.yaml",
            "�",
        )],
    },
    Fault {
        name: "a value is of an arm that the study does not have",
        edits: &[Edit::Replace(
            STUDY,
            "values: {combined: \"12.52\"",
            "values: {both: \"12.52\"",
        )],
        finds: &[Find("structure/dangling-reference", STUDY, "both")],
    },
    Fault {
        name: "broader terms go in a circle",
        edits: &[Edit::Replace(
            VOCABULARY,
            "    definition: People of any age and sex.",
            "    broader: [adult-men]\n    definition: People of any age and sex.",
        )],
        finds: &[Find("structure/circular-reference", VOCABULARY, "adults")],
    },
    Fault {
        name: "a digit of a DOI's prefix is changed",
        edits: &[Edit::Replace(STUDY, "DOI: 10.4103/", "DOI: 11.4103/")],
        finds: &[Find(
            "study/malformed-identifier",
            STUDY,
            "11.4103/JCAS.JCAS_130_17",
        )],
    },
    Fault {
        name: "a digit of a DOI is dropped, so that its registrant is too short",
        edits: &[Edit::Replace(STUDY, "DOI: 10.4103/", "DOI: 10.413/")],
        finds: &[Find(
            "study/malformed-identifier",
            STUDY,
            "10.413/JCAS.JCAS_130_17",
        )],
    },
    Fault {
        name: "a PMID has a letter",
        edits: &[Edit::Replace(
            STUDY,
            "PMID: \"30886475\"",
            "PMID: \"3088647S\"",
        )],
        finds: &[Find("study/malformed-identifier", STUDY, "\"3088647S\"")],
    },
    Fault {
        name: "a PMCID has lost its prefix",
        edits: &[Edit::Replace(
            "studies/dhurat-2013.yaml",
            "PMCID: PMC3746236",
            "PMCID: \"3746236\"",
        )],
        finds: &[Find(
            "study/malformed-identifier",
            "studies/dhurat-2013.yaml",
            "\"3746236\"",
        )],
    },
    Fault {
        name: "two studies have one DOI",
        edits: &[Edit::Replace(
            STUDY,
            "DOI: 10.4103/JCAS.JCAS_130_17",
            "DOI: 10.4103/IJT.IJT_75_16",
        )],
        finds: &[Find(
            "study/duplicate-identifier",
            "studies/shah-2017.yaml",
            "10.4103/ijt.ijt_75_16",
        )],
    },
    Fault {
        name: "a study in use is retracted",
        edits: &[Edit::Append(
            "studies/klemp-1989.yaml",
            "standing:\n  - {event: retracted, on: 2026-05}\n",
        )],
        finds: &[
            Find(
                "claim/no-evidence",
                "claims/low-flow-in-balding-scalp.yaml",
                "In men with early pattern baldness",
            ),
            Find(
                "study/retracted-evidence",
                "claims/low-flow-in-balding-scalp.yaml",
                "klemp-1989",
            ),
            Find(
                "study/retracted-citation",
                "articles/does-microneedling-work-for-hair-growth.md",
                "klemp-1989",
            ),
            Find(
                "study/retracted-citation",
                "articles/does-microneedling-work-for-hair-growth.md",
                "klemp-1989",
            ),
        ],
    },
    Fault {
        name: "a study in use is under a concern",
        edits: &[Edit::Append(
            "studies/klemp-1989.yaml",
            "standing:\n  - {event: concern, on: 2026-05}\n",
        )],
        finds: &[Find(
            "study/concern",
            "studies/klemp-1989.yaml",
            "{event: concern, on: 2026-05}",
        )],
    },
    Fault {
        name: "a retracted study is reinstated, and prose still says that it is retracted",
        edits: &[Edit::Replace(
            RETRACTED,
            "sources:\n",
            "  - {event: reinstated, reported: 2026-05-01}\nsources:\n",
        )],
        finds: &[
            Find(
                "study/reinstated",
                "studies/yousaf-2021.yaml",
                "{event: reinstated",
            ),
            Find(
                "study/needless-retraction-notice",
                "articles/microneedling-with-minoxidil.md",
                "yousaf-2021",
            ),
        ],
    },
    Fault {
        name: "a study is dated before there were journals",
        edits: &[Edit::Replace(STUDY, "issued: 2018", "issued: 1018")],
        finds: &[Find("freshness/implausible-date", STUDY, "1018")],
    },
    Fault {
        name: "a retraction before the publication",
        edits: &[Edit::Replace(
            RETRACTED,
            "reported: 2021-06-14",
            "reported: 2020-06-14",
        )],
        finds: &[Find("freshness/implausible-date", RETRACTED, "2020-06-14")],
    },
];

//! Faults of numbers, in prose and in records.

use super::{Edit, Fault, Find};

const MAIN: &str = "articles/does-microneedling-work-for-hair-growth.md";
const CLINICIANS: &str = "articles/microneedling-with-minoxidil.md";
const TRIAL: &str = "claims/trial-in-men-result.yaml";
const AHMED: &str = "studies/ahmed-2025.yaml";
const SHAH: &str = "studies/shah-2017.yaml";

pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "the unit of a passage is another one",
        edits: &[Edit::Replace(
            MAIN,
            "12.52\nhairs per square inch",
            "12.52\nhairs per cm²",
        )],
        finds: &[Find("number/other-unit", MAIN, "12.52\nhairs per cm²")],
    },
    Fault {
        name: "a secondary table's misprint is copied into a passage",
        edits: &[Edit::Replace(
            MAIN,
            "12.52\nhairs per square inch",
            "12.82\nhairs per square inch",
        )],
        finds: &[
            Find("number/not-in-study", MAIN, "12.82\nhairs per square inch"),
            Find("claim/passage-drift", MAIN, "The trial reported"),
        ],
    },
    Fault {
        name: "a statement's digits are transposed",
        edits: &[Edit::Replace(
            TRIAL,
            "One trial in men reported a mean rise of 12.52",
            "One trial in men reported a mean rise of 12.25",
        )],
        finds: &[Find("number/not-in-evidence", TRIAL, "12.25")],
    },
    Fault {
        name: "a statement's unit is another one",
        edits: &[Edit::Replace(
            TRIAL,
            "One trial in men reported a mean rise of 12.52 hairs per square inch",
            "One trial in men reported a mean rise of 12.52 hairs per square centimetre",
        )],
        finds: &[Find("number/not-in-evidence", TRIAL, "12.52 hairs per square centimetre")],
    },
    Fault {
        name: "an estimate has another digit",
        edits: &[Edit::Replace(
            CLINICIANS,
            "standardised mean difference of 1.32",
            "standardised mean difference of 1.23",
        )],
        finds: &[Find("number/not-in-study", CLINICIANS, "1.23")],
    },
    Fault {
        name: "the bound of an interval has another digit",
        edits: &[Edit::Replace(
            CLINICIANS,
            "(interval 0.73\nto 1.92)",
            "(interval 0.37\nto 1.92)",
        )],
        finds: &[Find("number/not-in-study", CLINICIANS, "0.37")],
    },
    Fault {
        name: "a sign is lost",
        edits: &[Edit::Replace(
            CLINICIANS,
            "−0.21 and no significant",
            "0.21 and no significant",
        )],
        finds: &[Find("number/other-sign", CLINICIANS, "0.21")],
    },
    Fault {
        name: "heterogeneity has another digit",
        edits: &[Edit::Replace(
            CLINICIANS,
            "with an I² of 88%",
            "with an I² of 83%",
        )],
        finds: &[Find("number/not-in-study", CLINICIANS, "83%")],
    },
    Fault {
        name: "a cell of a table has another digit",
        edits: &[Edit::Replace(
            CLINICIANS,
            "Mean rise of 91.4 against",
            "Mean rise of 94.1 against",
        )],
        finds: &[Find("number/not-in-study", CLINICIANS, "94.1")],
    },
    Fault {
        name: "a cell of a table has another unit",
        edits: &[Edit::Replace(
            CLINICIANS,
            "91.4 against 22.2 hairs per square centimetre",
            "91.4 against 22.2 hairs per square inch",
        )],
        finds: &[
            Find("number/other-unit", CLINICIANS, "91.4"),
            Find(
                "number/other-unit",
                CLINICIANS,
                "22.2 hairs per square inch",
            ),
        ],
    },
    Fault {
        name: "the p-value of a cell is another one",
        edits: &[Edit::Replace(CLINICIANS, "p = 0.017", "p = 0.07")],
        finds: &[Find("number/not-in-study", CLINICIANS, "0.07")],
    },
    Fault {
        name: "the operator of a p-value is turned round",
        edits: &[Edit::Replace(
            CLINICIANS,
            "7-point scale, p < 0.05",
            "7-point scale, p > 0.05",
        )],
        finds: &[Find("number/not-in-study", CLINICIANS, "0.05")],
    },
    Fault {
        name: "a footnote has another digit",
        edits: &[Edit::Replace(
            MAIN,
            "95.6 against 52.4 hairs",
            "96.5 against 52.4 hairs",
        )],
        finds: &[Find("number/not-in-study", MAIN, "96.5")],
    },
    Fault {
        name: "a per cent of a sentence is another one",
        edits: &[Edit::Replace(
            MAIN,
            "against 88% after minoxidil alone [@shah-2017]",
            "against 78% after minoxidil alone [@shah-2017]",
        )],
        finds: &[Find("number/not-in-study", MAIN, "78%")],
    },
    Fault {
        name: "a number of people is another one",
        edits: &[Edit::Replace(
            MAIN,
            "and studied 68 men for 12 weeks",
            "and studied 86 men for 12 weeks",
        )],
        finds: &[Find("number/not-in-study", MAIN, "86 men")],
    },
    Fault {
        name: "a follow-up is longer in prose than in the record",
        edits: &[Edit::Replace(
            MAIN,
            "and studied 68 men for 12 weeks",
            "and studied 68 men for 21 weeks",
        )],
        finds: &[Find("number/not-in-study", MAIN, "21 weeks")],
    },
    Fault {
        name: "an estimate lies outside its interval",
        edits: &[Edit::Replace(
            AHMED,
            "interval: {low: \"0.11\", high: \"0.58\"}",
            "interval: {low: \"0.41\", high: \"0.58\"}",
        )],
        finds: &[Find("number/estimate-outside-interval", AHMED, "\"0.34\"")],
    },
    Fault {
        name: "an interval is not symmetric",
        edits: &[Edit::Replace(
            AHMED,
            "interval: {low: \"0.11\", high: \"0.58\"}",
            "interval: {low: \"0.11\", high: \"0.85\"}",
        )],
        finds: &[
            Find("number/asymmetric-interval", AHMED, "\"0.34\""),
            Find("number/interval-against-p", AHMED, "\"<0.01\""),
        ],
    },
    Fault {
        name: "a p-value does not fit its interval",
        edits: &[Edit::Replace(
            "studies/xu-2024.yaml",
            "p: \"0.879\"",
            "p: \"0.001\"",
        )],
        finds: &[Find(
            "number/interval-against-p",
            "studies/xu-2024.yaml",
            "\"0.001\"",
        )],
    },
    Fault {
        name: "more people are analysed than enrolled",
        edits: &[Edit::Replace(
            "studies/liang-2022.yaml",
            "analysed: 115",
            "analysed: 151",
        )],
        finds: &[Find(
            "number/count-above-total",
            "studies/liang-2022.yaml",
            "151",
        )],
    },
    Fault {
        name: "the arms do not make up the trial",
        edits: &[Edit::Replace(
            SHAH,
            "    description: 5% minoxidil\n    n: 25",
            "    description: 5% minoxidil\n    n: 50",
        )],
        finds: &[Find("number/arms-sum", SHAH, "50")],
    },
    Fault {
        name: "a per cent fits no number of people",
        edits: &[Edit::Replace(
            "studies/fphl-2pct-2022.yaml",
            "combined: \"85\"",
            "combined: \"84\"",
        )],
        finds: &[
            Find(
                "number/impossible-percentage",
                "studies/fphl-2pct-2022.yaml",
                "\"84\"",
            ),
            Find("number/not-in-study", MAIN, "85%"),
            Find("number/not-in-study", CLINICIANS, "85%"),
        ],
    },
    Fault {
        name: "a heterogeneity beyond all bounds",
        edits: &[Edit::Replace(AHMED, "i2: \"0\"", "i2: \"188\"")],
        finds: &[Find("number/impossible-value", AHMED, "\"188\"")],
    },
    Fault {
        name: "a test does not give its p-value",
        edits: &[Edit::Replace(
            "studies/indonesia-mn-rct.yaml",
            "p: \"0.004\"",
            "p: \"0.004\"\n    test: {statistic: t, df: [\"34\"], value: \"1.31\"}",
        )],
        finds: &[Find(
            "number/p-against-test",
            "studies/indonesia-mn-rct.yaml",
            "\"0.004\"",
        )],
    },
    Fault {
        name: "a mean that whole numbers cannot have",
        edits: &[Edit::Replace(
            "studies/fphl-2pct-2022.yaml",
            "  adverse-events:\n",
            "  score:\n    outcome: self-assessment\n    measure: mean\n    items: 1\n    unit: points\n    values: {combined: \"3.47\", minoxidil: \"2.15\"}\n  adverse-events:\n",
        )],
        finds: &[Find(
            "number/impossible-mean",
            "studies/fphl-2pct-2022.yaml",
            "\"3.47\"",
        )],
    },
    Fault {
        name: "a derivation gives another number",
        edits: &[Edit::Append(
            "studies/kumar-2018.yaml",
            "derivations:\n  difference:\n    method: difference\n    of: [{finding: hair-count-12w, arm: combined}, {finding: hair-count-12w, arm: minoxidil}]\n    value: \"10.36\"\n",
        )],
        finds: &[Find(
            "number/wrong-derivation",
            "studies/kumar-2018.yaml",
            "\"10.36\"",
        )],
    },
    Fault {
        name: "a figure is rounded in silence",
        edits: &[Edit::Replace(
            MAIN,
            "rose by 10.8 hairs per square centimetre",
            "rose by 11 hairs per square centimetre",
        )],
        finds: &[Find(
            "number/unmarked-rounding",
            MAIN,
            "11 hairs per square centimetre",
        )],
    },
    Fault {
        name: "a rise is told as a fall",
        edits: &[Edit::Replace(
            MAIN,
            "rose by 10.8 hairs per square centimetre",
            "fell by 10.8 hairs per square centimetre",
        )],
        finds: &[Find(
            "number/other-sign",
            MAIN,
            "10.8 hairs per square centimetre",
        )],
    },
    Fault {
        name: "the value of the other arm is told",
        edits: &[Edit::Append(
            MAIN,
            "\nWith minoxidil alone hair count rose by 12.52 hairs per square inch [@kumar-2018].\n",
        )],
        finds: &[Find(
            "number/other-arm",
            MAIN,
            "12.52 hairs per square inch",
        )],
    },
    Fault {
        name: "a result of 12 weeks is told of 24 weeks",
        edits: &[Edit::Append(
            MAIN,
            "\nAt 24 weeks the pooled difference in hair count was 1.08 [@xu-2024].\n",
        )],
        finds: &[Find("number/other-time", MAIN, "1.08")],
    },
    Fault {
        name: "a quoted title has another strength of the drug",
        edits: &[Edit::Append(
            MAIN,
            "\nThe report is called “A Comparative Study of Microneedling with Platelet-rich Plasma Plus \
             Topical Minoxidil (2%)” [@shah-2017].\n",
        )],
        finds: &[
            Find("citation/altered-quotation", MAIN, "A Comparative Study"),
            Find("number/not-in-study", MAIN, "2%"),
        ],
    },
    Fault {
        name: "an extract is not in the stored text",
        edits: &[
            Edit::Write(
                "sources/shah-2017.txt",
                b"A Comparative Study of Microneedling with Platelet-rich Plasma\n",
            ),
            Edit::Append(
                SHAH,
                "quotes:\n  title: {text: Every man in the study was delighted with his hair}\n",
            ),
        ],
        finds: &[Find(
            "study/quote-not-in-source",
            SHAH,
            "Every man in the study",
        )],
    },
    Fault {
        name: "an extract has another number than the stored text",
        edits: &[
            Edit::Write(
                "sources/shah-2017.txt",
                b"Microneedling with Platelet-rich\nPlasma Plus Topical Minoxidil (5%) and Topical Minoxidil\n",
            ),
            Edit::Append(
                SHAH,
                "quotes:\n  title: {text: Platelet-rich Plasma Plus Topical Minoxidil (2%) and Topical Minoxidil}\n",
            ),
        ],
        finds: &[Find("study/altered-quote", SHAH, "Platelet-rich Plasma Plus")],
    },
    Fault {
        name: "words that a stored text does not have are quoted",
        edits: &[
            Edit::Write(
                "sources/shah-2017.txt",
                b"A Comparative Study of Microneedling with Platelet-rich Plasma\n",
            ),
            Edit::Append(
                MAIN,
                "\nThe authors call it “a true revolution in hair care” [@shah-2017].\n",
            ),
        ],
        finds: &[Find(
            "citation/quotation-not-in-source",
            MAIN,
            "a true revolution",
        )],
    },
];

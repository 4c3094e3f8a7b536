//! Values that are said of another outcome or arm than theirs.

use super::{Edit, Fault, Find};

const MAIN: &str = "articles/does-microneedling-work-for-hair-growth.md";

pub(super) static FAULTS: &[Fault] = &[
    Fault {
        name: "a result of hair count is told of hair diameter",
        edits: &[Edit::Append(
            MAIN,
            "\nThe difference in hair diameter was 1.16 [@xu-2024].\n",
        )],
        finds: &[Find("number/other-outcome", MAIN, "1.16")],
    },
    Fault {
        name: "the columns of a table are swapped",
        edits: &[Edit::Append(
            MAIN,
            "\n| Outcome | Minoxidil | Microneedling + minoxidil |\n| --- | --- | --- |\n\
             | Rise in hair count [@kumar-2018] | 12.52 hairs per square inch | 1.89 hairs per square inch |\n",
        )],
        finds: &[
            Find("number/other-arm", MAIN, "12.52 hairs per square inch"),
            Find("number/other-arm", MAIN, "1.89 hairs per square inch"),
        ],
    },
];

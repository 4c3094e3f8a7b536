//! Claim coverage below the floor or the baseline of the settings.

use grounds_model::{Key, Level, Percent};

use crate::context::Context;
use crate::coverage::Share;
use crate::rule::{Asked, Check, Reads, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "citation/low-coverage",
    level: Level::Error,
    summary: "claim coverage is below the floor or the baseline of the settings",
    docs: include_str!("low_coverage.md"),
    check: Check::Set {
        check,
        reads: Reads {
            articles: Asked::Coverage,
            ..Reads::NOTHING
        },
    },
};

/// How many articles are named.
const NAMED: usize = 3;

fn check(cx: &mut Context<'_>) {
    let settings = &cx.set().settings;
    let coverage = &settings.value.coverage;
    let share = cx.articles().coverage.share();
    let Some(percent) = share.percent() else {
        return cx.indeterminate();
    };
    let floor = coverage.floor.map(Percent::get);
    let limits = [
        ("floor", floor.or(cx.thresholds().coverage_floor)),
        ("baseline", coverage.baseline.map(Percent::get)),
    ];
    if limits.iter().all(|(_, limit)| limit.is_none()) {
        return cx.indeterminate();
    }
    for (name, limit) in limits {
        let Some(limit) = limit.filter(|&limit| percent < limit) else {
            continue;
        };
        let message = format!(
            "claim coverage is {}, below the {name} of {limit} %",
            shown(share)
        );
        let place = settings.place(&format!("/coverage/{name}"));
        let mut diagnostic = cx.at(place, message).label(format!("the {name}"));
        for (key, share) in lowest(cx) {
            diagnostic = diagnostic.note(format!("article `{key}`: {}", shown(share)));
        }
        let diagnostic = diagnostic
            .help("account for more sentences; `--warn citation/unaccounted-statement` lists them");
        cx.report(diagnostic);
    }
}

/// `96.2 % (51 of 53 sentences)`, rounded down, so that only the whole is 100 %.
fn shown(share: Share) -> String {
    let tenths = (share.part * 1000)
        .checked_div(share.whole)
        .unwrap_or_default();
    format!(
        "{}.{} % ({} of {} sentences)",
        tenths / 10,
        tenths % 10,
        share.part,
        share.whole
    )
}

/// The articles with sentences that are not accounted for, the lowest coverage first.
fn lowest<'a>(cx: &Context<'a>) -> Vec<(&'a Key, Share)> {
    let mut shares: Vec<(&Key, Share)> = cx
        .articles()
        .coverage
        .articles()
        .filter(|(_, share)| share.part < share.whole)
        .collect();
    // `a/b < c/d` crosswise, which is exact; of equals the first by name stays first.
    shares.sort_by(|(_, a), (_, b)| (a.part * b.whole).cmp(&(b.part * a.whole)));
    shares.truncate(NAMED);
    shares
}

//! A retraction list that is too old to rely on, or that could not be read in full.

use grounds_model::Level;

use crate::context::Context;
use crate::rule::{Check, Reads, Rule};

pub(crate) static RULE: Rule = Rule {
    id: "study/old-retraction-list",
    level: Level::Warn,
    summary: "the retraction list is old",
    docs: include_str!("old_retraction_list.md"),
    check: Check::Set {
        check,
        reads: Reads::NOTHING,
    },
};

fn check(cx: &mut Context<'_>) {
    let Some(list) = cx.retractions() else {
        return;
    };
    let settings = &cx.set().settings;
    let place = settings.place("/retractions");
    let most = cx.thresholds().retraction_list_days;
    let days = list
        .newest(cx.as_of())
        .map(|newest| (newest, newest.days_until(cx.as_of())));
    if let Some((newest, days)) = days.filter(|(_, days)| *days > most) {
        let diagnostic = cx
            .at(
                place,
                format!("the retraction list `{}` is {days} days old", list.name),
            )
            .label(format!("its newest notice is of {newest}"))
            .help(format!(
                "fetch a newer list; this policy asks for one of the last {most} days"
            ));
        cx.report(diagnostic);
    } else if list.days.is_empty() {
        let diagnostic = cx
            .at(
                place,
                format!(
                    "the retraction list `{}` has no notice with a date",
                    list.name
                ),
            )
            .help("fetch the list again");
        cx.report(diagnostic);
    }
}

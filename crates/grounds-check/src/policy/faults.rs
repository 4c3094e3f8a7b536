//! What is wrong with how suppressions are written.

use grounds_diagnostics::{Diagnostic, Place};
use grounds_model::Date;

use crate::levels::nearest;
use crate::rules::RULES;

pub(super) fn malformed(place: Place, reason: &str) -> Diagnostic {
    Diagnostic::new("suppression/malformed", place, format!("malformed suppression: {reason}"))
        .label("this suppresses nothing")
        .help("write `<!-- grounds: allow(group/rule) reason=\"…\" until=2026-11-22 -->`; `until` may be left out")
}

pub(super) fn without_reason(place: Place, help: &str) -> Diagnostic {
    Diagnostic::new(
        "suppression/without-reason",
        place,
        "suppression without a reason",
    )
    .label("nobody can tell whether this still holds")
    .help(help)
}

pub(super) fn expired(place: Place, until: Date, as_of: Date) -> Diagnostic {
    let days = until.days_until(as_of);
    let days = if days == 1 {
        "1 day".to_owned()
    } else {
        format!("{days} days")
    };
    let message = format!("suppression expired on {until}, {days} ago");
    Diagnostic::new("suppression/expired", place, message)
        .label("it suppresses no longer")
        .help("mend what it suppressed, or decide anew and move the date")
}

/// A name that is no rule and no group.
pub(super) fn unknown_rule(place: Place, name: &str) -> Diagnostic {
    let message = format!("no rule or group is named `{name}`");
    let diagnostic =
        Diagnostic::new("suppression/unknown-rule", place, message).label("this has no effect");
    let alone = RULES
        .iter()
        .find(|rule| rule.id.split('/').nth(1) == Some(name));
    match alone.map(|rule| rule.id).or_else(|| nearest(name)) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help("`grounds rules` lists them all"),
    }
}

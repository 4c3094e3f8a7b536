//! A date that cannot be right: in the future, or before what it follows.

use grounds_diagnostics::{Diagnostic, Place};
use grounds_load::Document;
use grounds_model::{Claim, Date, Level, PartialDate, Review, Study};

use crate::context::Context;
use crate::rule::{Check, Reads, Rule};
use crate::subject::ArticleAt;

pub(crate) static RULE: Rule = Rule {
    id: "freshness/implausible-date",
    level: Level::Error,
    summary: "a date is in the future, or before what it must follow",
    docs: include_str!("implausible_date.md"),
    check: Check::Everywhere {
        article: check_article,
        rest: check,
        reads: Reads {
            same_claim: |former, now| {
                let dates = |claim: &Claim| (claim.review.clone(), claim.former_reviews.clone());
                dates(&former.value) == dates(&now.value)
            },
            same_study: |former, now| {
                let dates = |study: &Study| (study.report.issued, study.standing.clone());
                dates(&former.value) == dates(&now.value)
            },
            ..Reads::NOTHING
        },
    },
};

/// The year of the first scientific journals, the Journal des sçavans and the Philosophical
/// Transactions.
const FIRST_JOURNAL: i16 = 1665;

/// How many days ahead an issue of a journal may be dated.
const DATED_AHEAD: i32 = 366;

fn check(cx: &mut Context<'_>) {
    let set = cx.set();
    for (_, claim) in set.claims.iter() {
        if let Some(review) = &claim.value.review {
            check_review(cx, review, &|field| {
                claim.place(&format!("/review/{field}"))
            });
        }
        check_history(cx, claim);
    }
    for (key, study) in set.studies.iter() {
        check_issued(cx, study);
        // What a list adds stands after the record's own events, and its dates are not the record's.
        let unrecorded = cx.retractions().map_or(0, |list| {
            let all = list.unrecorded.iter();
            all.filter(|(of, _)| of == key).count()
        });
        let own = study.value.standing.len().saturating_sub(unrecorded);
        check_standing(cx, study, own);
    }
}

fn check_article(cx: &mut Context<'_>, at: ArticleAt<'_>) {
    let Some(front) = &at.article.front else {
        return;
    };
    if let Some(review) = &front.value.review {
        check_review(cx, review, &|field| {
            front.place(&format!("/review/{field}"))
        });
    }
    let published = front
        .value
        .published
        .map(|date| (date, front.place("/published")));
    let updated = front
        .value
        .updated
        .map(|date| (date, front.place("/updated")));
    if let Some((date, place)) = published {
        not_in_future(cx, date, || place, "article was published");
    }
    if let Some((date, place)) = updated {
        not_in_future(cx, date, || place, "article was updated");
    }
    if let (Some((published, first)), Some((updated, place))) = (published, updated)
        && updated < published
    {
        let diagnostic = cx
            .at(
                place,
                format!("article was updated on {updated}, before it was published"),
            )
            .with(first, "published")
            .help("correct the date that is wrong");
        cx.report(diagnostic);
    }
}

fn check_review(cx: &mut Context<'_>, review: &Review, place: &dyn Fn(&str) -> Place) {
    not_in_future(cx, review.on, || place("on"), "review was made");
    if review.due < review.on {
        let message = format!("review is due on {}, before it was made", review.due);
        let diagnostic = cx
            .at(place("due"), message)
            .with(place("on"), "made")
            .help("correct the date that is wrong");
        cx.report(diagnostic);
    }
}

/// The reviews of a claim stand in the order in which they were made, none of them in the future.
fn check_history(cx: &mut Context<'_>, claim: &Document<Claim>) {
    // The last review is looked at by itself.
    if claim.value.former_reviews.is_empty() {
        return;
    }
    let former = claim.value.former_reviews.iter().enumerate();
    let former: Vec<(Date, Place)> = former
        .map(|(i, review)| (review.on, claim.place(&format!("/former-reviews/{i}/on"))))
        .collect();
    for &(on, place) in &former {
        not_in_future(cx, on, || place, "review was made");
    }
    let last = claim.value.review.as_ref();
    let last = last.map(|review| (review.on, claim.place("/review/on")));
    let mut earlier: Option<(Date, Place)> = None;
    for (on, place) in former.into_iter().chain(last) {
        if let Some((before, at)) = earlier.filter(|(before, _)| on < *before) {
            let message = format!("review of {on} is said to follow one of {before}");
            let diagnostic = cx
                .at(place, message)
                .with(at, "the later one")
                .help("name the oldest of `former-reviews` first and the last one as `review`, or correct a date");
            cx.report(diagnostic);
        }
        earlier = Some((on, place));
    }
}

fn not_in_future(cx: &mut Context<'_>, date: Date, place: impl FnOnce() -> Place, what: &str) {
    if date > cx.as_of() {
        let diagnostic = cx
            .at(place(), format!("{what} on {date}, which is in the future"))
            .label(format!("checked as of {}", cx.as_of()))
            .help("correct the date, or check as of a later day with `--as-of`");
        cx.report(diagnostic);
    }
}

fn check_issued(cx: &mut Context<'_>, study: &Document<Study>) {
    let Some(issued) = study.value.report.issued else {
        return;
    };
    let place = || study.place("/report/issued");
    if cx.as_of().days_until(issued.earliest()) > DATED_AHEAD {
        let diagnostic = cx
            .at(
                place(),
                format!("report was issued in {issued}, which is in the future"),
            )
            .label(format!("more than a year after {}", cx.as_of()))
            .help("correct the date");
        cx.report(diagnostic);
    } else if issued.year() < FIRST_JOURNAL {
        let diagnostic = cx
            .at(place(), format!("report was issued in {issued}"))
            .label(format!(
                "there was no scientific journal before {FIRST_JOURNAL}"
            ))
            .help("correct the date");
        cx.report(diagnostic);
    }
}

fn check_standing(cx: &mut Context<'_>, study: &Document<Study>, own: usize) {
    let issued = study.value.report.issued;
    let mut last: Option<(PartialDate, Place)> = None;
    for (i, event) in study.value.standing.iter().enumerate().take(own) {
        let reported_at = study.place(&format!("/standing/{i}/reported"));
        if let Some(reported) = event.reported {
            not_in_future(cx, reported, || reported_at, "event was reported");
        }
        let issued = issued.map(|issued| (issued, study.place("/report/issued")));
        if let (Some(reported), Some((issued, first))) = (event.reported, issued)
            && surely_before(reported.into(), issued)
        {
            cx.report(before_issue(cx, reported_at, &reported, issued, first));
        }
        let Some(on) = event.on else { continue };
        let place = study.place(&format!("/standing/{i}/on"));
        not_in_future(cx, on.earliest(), || place, "event happened");
        if let Some((issued, first)) = issued.filter(|(issued, _)| surely_before(on, *issued)) {
            cx.report(before_issue(cx, place, &on, issued, first));
        }
        if let Some((before, earlier)) = last.filter(|(before, _)| surely_before(on, *before)) {
            let diagnostic = cx
                .at(place, format!("event of {on} stands after one of {before}"))
                .with(earlier, "the later event")
                .note("the order of events decides how a study stands now")
                .help("bring the events into the order in which they happened, or correct a date");
            cx.report(diagnostic);
        }
        if event
            .reported
            .is_some_and(|reported| reported < on.earliest())
        {
            let diagnostic = cx
                .at(reported_at, "event was reported before it happened")
                .with(place, "happened")
                .help("correct the date that is wrong");
            cx.report(diagnostic);
        }
        last = Some((on, place));
    }
}

/// An event of `date`, at `place`, before the report was issued.
fn before_issue(
    cx: &Context<'_>,
    place: Place,
    date: &dyn std::fmt::Display,
    issued: PartialDate,
    first: Place,
) -> Diagnostic {
    let message = format!("event of {date} is before the report was issued, in {issued}");
    cx.at(place, message).with(first, "issued").help(
        "correct the date that is wrong; `issued` is the first publication, online or in print",
    )
}

/// Whether one date is before another however their unknown parts turn out.
fn surely_before(a: PartialDate, b: PartialDate) -> bool {
    let day = |date: PartialDate| date.day().unwrap_or_default();
    match (a.month(), b.month()) {
        _ if a.year() != b.year() => a.year() < b.year(),
        (Some(month), Some(other)) if month != other => month < other,
        (Some(_), Some(_)) if a.day().is_some() && b.day().is_some() => day(a) < day(b),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::surely_before;

    #[test]
    fn what_is_not_known_is_not_before() {
        let before = |a: &str, b: &str| {
            surely_before(a.parse().expect("a date"), b.parse().expect("a date"))
        };
        assert!(before("2017", "2018-10"));
        assert!(before("2018-09", "2018-10-15"));
        assert!(before("2018-10-14", "2018-10-15"));
        assert!(!before("2018", "2018-10"));
        assert!(!before("2018-10", "2018-10-15"));
        assert!(!before("2018-10-15", "2018-10-15"));
        assert!(!before("2019-01", "2018-10-15"));
    }
}

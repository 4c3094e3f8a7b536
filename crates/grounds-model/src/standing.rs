//! Standing: what has happened to a report since it was published.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Date, Key, PartialDate, Text};

/// Something that happened to a report after its publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StandingEvent {
    /// What happened.
    pub event: StandingKind,
    /// When, as far as it is known. Leave it out rather than guess.
    pub on: Option<PartialDate>,
    /// The day on which the source reported it.
    pub reported: Option<Date>,
    /// Why, in a sentence.
    pub reason: Option<Text>,
    /// The DOI of the notice.
    pub notice: Option<Text>,
    /// The study that takes its place, where there is one.
    pub by: Option<Key>,
    /// The address at which this was read.
    pub source: Option<Text>,
}

/// What can happen to a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StandingKind {
    /// The journal or the authors withdrew it.
    Retracted,
    /// The journal warned of a doubt (expression of concern).
    Concern,
    /// A correction was published.
    Corrected,
    /// An earlier retraction or concern was lifted.
    Reinstated,
    /// It was retracted, and a corrected version was published in its place.
    Replaced,
    /// A newer report or version takes its place.
    Superseded,
    /// It is a preprint, and the version of record has been published.
    VersionOfRecord,
}

/// How a report stands after all its events.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// The position of the retraction that is in force; a report that was replaced was retracted by that.
    pub retracted: Option<usize>,
    /// The position of the concern that is in force.
    pub concern: Option<usize>,
    /// The position of the last correction.
    pub corrected: Option<usize>,
    /// The position of the event that lifted a retraction or a concern, if none came after it.
    pub reinstated: Option<usize>,
    /// The position of the event in which it was retracted and replaced.
    pub replaced: Option<usize>,
    /// The position of the event that superseded it.
    pub superseded: Option<usize>,
    /// The position of the event that published the version of record of this preprint.
    pub version_of_record: Option<usize>,
}

impl Standing {
    /// How a report stands after `events`. They are taken in the order of their dates, and one without a date
    /// after the one that it follows.
    pub fn after(events: &[StandingEvent]) -> Self {
        let mut standing = Self::default();
        let mut last = None;
        let mut order = Vec::with_capacity(events.len());
        for (i, event) in events.iter().enumerate() {
            let day = |on: PartialDate| (on.year(), on.month().unwrap_or(1), on.day().unwrap_or(1));
            last = event.on.map(day).or(last);
            order.push((last, i));
        }
        order.sort_by_key(|(day, _)| *day);
        for (_, i) in order {
            let event = &events[i];
            match event.event {
                StandingKind::Retracted => {
                    standing.retracted = Some(i);
                    standing.reinstated = None;
                }
                StandingKind::Concern => {
                    standing.concern = Some(i);
                    standing.reinstated = None;
                }
                StandingKind::Corrected => standing.corrected = Some(i),
                StandingKind::Replaced => {
                    standing.replaced = Some(i);
                    standing.retracted.get_or_insert(i);
                    standing.reinstated = None;
                }
                StandingKind::Superseded => standing.superseded = Some(i),
                StandingKind::VersionOfRecord => standing.version_of_record = Some(i),
                StandingKind::Reinstated => {
                    standing.reinstated = Some(i);
                    standing.retracted = None;
                    standing.replaced = None;
                    standing.concern = None;
                }
            }
        }
        standing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events(kinds: &[StandingKind]) -> Vec<StandingEvent> {
        kinds
            .iter()
            .map(|&event| StandingEvent {
                event,
                on: None,
                reported: None,
                reason: None,
                notice: None,
                by: None,
                source: None,
            })
            .collect()
    }

    #[test]
    fn events_are_taken_in_the_order_of_their_dates() {
        use StandingKind::{Reinstated, Retracted};
        let mut happened = events(&[Reinstated, Retracted]);
        happened[0].on = "2022-10-05".parse().ok();
        happened[1].on = "2021-04".parse().ok();
        let standing = Standing::after(&happened);
        assert_eq!((standing.retracted, standing.reinstated), (None, Some(0)));
        happened[1].on = "2023".parse().ok();
        assert_eq!(Standing::after(&happened).retracted, Some(1));
    }

    #[test]
    fn a_reinstated_report_is_retracted_no_longer() {
        use StandingKind::{Concern, Corrected, Reinstated, Retracted};
        let standing = Standing::after(&events(&[Concern, Retracted, Corrected, Reinstated]));
        assert_eq!(
            standing,
            Standing {
                corrected: Some(2),
                reinstated: Some(3),
                ..Standing::default()
            }
        );
        let again = Standing::after(&events(&[Retracted, Reinstated, Retracted]));
        assert_eq!(again.retracted, Some(2));
        assert_eq!(again.reinstated, None);
    }

    #[test]
    fn what_was_replaced_was_retracted() {
        use StandingKind::{Reinstated, Replaced, Retracted, Superseded};
        let replaced = Standing::after(&events(&[Replaced]));
        assert_eq!((replaced.retracted, replaced.replaced), (Some(0), Some(0)));
        let both = Standing::after(&events(&[Retracted, Replaced]));
        assert_eq!((both.retracted, both.replaced), (Some(0), Some(1)));
        let lifted = Standing::after(&events(&[Replaced, Reinstated]));
        assert_eq!((lifted.retracted, lifted.replaced), (None, None));
        assert_eq!(Standing::after(&events(&[Superseded])).retracted, None);
    }
}

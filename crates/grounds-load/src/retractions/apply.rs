//! What the list knows and the records do not, added to the standing of the studies.

use grounds_model::{PartialDate, StandingEvent, StandingKind};

use super::{Nature, Notice, RetractionList, doi, known_by};
use crate::ContentSet;

/// How far the day of a correction in a record may be from that in the list, in days: journals and the list date
/// their notices by print, by web page or by when somebody saw them.
const SAME_CORRECTION: i32 = 366;

impl RetractionList {
    /// Adds what the list knows, and the records do not, to the standing of the studies, so that a notice of the list
    /// changes what stands on a study as one of its record does.
    pub fn apply(&mut self, set: &mut ContentSet) {
        for (key, study) in &mut set.studies.sound {
            let (own_doi, own_pmid) = known_by(&study.value);
            let mut record = Record::of(&study.value.standing);
            for (at, notice) in self.notices.iter().enumerate() {
                let about = (notice.doi.is_some() && notice.doi == own_doi)
                    || (notice.pmid.is_some() && notice.pmid == own_pmid);
                if about && !record.has(notice) {
                    self.unrecorded.insert((key.clone(), at));
                    study.value.standing.push(notice.event());
                }
            }
        }
    }
}

/// The events of a record, and which corrections among them a notice has been found to be.
struct Record {
    events: Vec<StandingEvent>,
    taken: Vec<bool>,
}

impl Record {
    fn of(events: &[StandingEvent]) -> Self {
        Self {
            events: events.to_vec(),
            taken: vec![false; events.len()],
        }
    }

    /// Whether the record has a notice. Two corrections are two; that a study is retracted, doubted or reinstated is
    /// had once until something lifts it: a retraction after a reinstatement is another one.
    fn has(&mut self, notice: &Notice) -> bool {
        match notice.nature {
            Nature::Correction => self.takes_correction(notice),
            Nature::Retraction | Nature::Concern => {
                self.has_state(notice, |kind| kind == StandingKind::Reinstated)
            }
            Nature::Reinstatement => self.has_state(notice, |kind| {
                matches!(
                    kind,
                    StandingKind::Retracted | StandingKind::Replaced | StandingKind::Concern
                )
            }),
        }
    }

    fn takes_correction(&mut self, notice: &Notice) -> bool {
        let apart = |event: &StandingEvent| match (event.on, notice.on) {
            (Some(event), Some(notice)) => event.earliest().days_until(notice).abs(),
            _ => 0,
        };
        let by_doi = |event: &StandingEvent| {
            let own = event.notice.as_ref().and_then(|own| doi(own.as_str()));
            own.is_some() && own == notice.notice
        };
        let free = self.events.iter().enumerate().filter(|(at, event)| {
            notice.nature.is(event.event)
                && !self.taken[*at]
                && (by_doi(event) || apart(event) <= SAME_CORRECTION)
        });
        let nearest = free.min_by_key(|(at, event)| (!by_doi(event), apart(event), *at));
        let Some((at, _)) = nearest else { return false };
        self.taken[at] = true;
        true
    }

    fn has_state(&self, notice: &Notice, lifts: impl Fn(StandingKind) -> bool) -> bool {
        let known: Vec<&StandingEvent> = self
            .events
            .iter()
            .filter(|event| notice.nature.is(event.event))
            .collect();
        let before = |one: Option<PartialDate>, other: Option<PartialDate>| {
            one.zip(other)
                .is_some_and(|(one, other)| one.earliest() < other.earliest())
        };
        let on = notice.on.map(PartialDate::from);
        let is_lifted = |event: &StandingEvent| {
            let mut lifting = self.events.iter().filter(|event| lifts(event.event));
            lifting.any(|lifting| before(event.on, lifting.on) && before(lifting.on, on))
        };
        known.iter().any(|event| !is_lifted(event))
    }
}

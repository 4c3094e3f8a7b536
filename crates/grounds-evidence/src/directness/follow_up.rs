//! Follow-up: whether the study looked as late as the claim says.

use grounds_model::{Claim, Directness, Finding};

use super::Computed;
use crate::duration::Duration;

pub(super) fn compare(claim: &Claim, finding: Option<&Finding>) -> Computed {
    let Some(claimed) = claim.scope.as_ref().and_then(|scope| scope.at.as_ref()) else {
        return Computed::direct();
    };
    let Some(wanted) = Duration::read(claimed.as_str()) else {
        return Computed::unknown(format!("`{claimed}` is no length of time"));
    };
    let at = finding.and_then(|finding| finding.at.as_ref());
    // Before anything was done no time has gone by.
    if at.is_some_and(|at| at.as_str().eq_ignore_ascii_case("baseline")) {
        let because = format!("measured at baseline; the claim is about {claimed}");
        return Computed(Directness::Narrower, because);
    }
    let Some((at, measured)) = at.and_then(|at| Some((at, Duration::read(at.as_str())?))) else {
        return Computed::unknown("when the study measured it is not recorded");
    };
    if !measured.reaches(wanted) {
        let because = format!("measured at {at}; the claim is about {claimed}");
        Computed(Directness::Narrower, because)
    } else if measured.exceeds(wanted) {
        let because = format!("measured at {at}; the claim is about {claimed}");
        Computed(Directness::Broader, because)
    } else {
        Computed::direct()
    }
}

//! The pairs of arms that a finding can be about.

use grounds_model::{Arm, Contrast, Finding, Key, Study};

/// Two arms, or one without another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) arm: (&'a Key, &'a Arm),
    pub(super) against: Option<(&'a Key, &'a Arm)>,
}

/// The pairs of arms that a finding can be about.
#[derive(Debug)]
pub(super) struct Pairs<'a> {
    pub(super) all: Vec<Pair<'a>>,
    /// Whether the finding names its arms.
    pub(super) named: bool,
    /// Whether the finding says which two arms it compares.
    pub(super) declared: bool,
}

impl<'a> Pairs<'a> {
    /// Every order of two arms, for a record does not say which arm a claim is about: `control minus drug` is the
    /// contrast of the drug with the control, with its sign turned.
    pub(super) fn of(study: &'a Study, finding: Option<&'a Finding>) -> Self {
        let none = Self {
            all: Vec::new(),
            named: false,
            declared: false,
        };
        if finding.is_some_and(|finding| names_no_arm_of(study, finding)) {
            return none;
        }
        if let Some(contrast) = finding.and_then(|finding| finding.contrast.as_ref()) {
            return Self {
                all: of_contrast(study, contrast),
                named: true,
                declared: true,
            };
        }
        let of_finding: Vec<(&Key, &Arm)> = study
            .arms
            .iter()
            .filter(|(key, _)| {
                finding.is_some_and(|finding| {
                    finding.values.contains_key(*key)
                        || finding.n.contains_key(*key)
                        || finding.events.contains_key(*key)
                })
            })
            .collect();
        let named = !of_finding.is_empty();
        let arms = if named {
            of_finding
        } else {
            study.arms.iter().collect()
        };
        Self {
            all: ordered(&arms),
            named,
            declared: false,
        }
    }

    /// Adds each arm by itself: what happened in it can be told without another.
    pub(super) fn add_single_arms(&mut self) {
        let known: Vec<&Key> = self.all.iter().map(|pair| pair.arm.0).collect();
        let mut seen: Vec<&Key> = Vec::new();
        for (at, key) in known.iter().enumerate() {
            if self.all[at].against.is_some() && !seen.contains(key) {
                seen.push(key);
                let arm = self.all[at].arm;
                self.all.push(Pair { arm, against: None });
            }
        }
    }
}

/// Whether a finding names an arm that the study does not have.
fn names_no_arm_of(study: &Study, finding: &Finding) -> bool {
    let contrast = finding.contrast.iter();
    let contrasted = contrast.flat_map(|contrast| [&contrast.arm, &contrast.against]);
    let mut arms = contrasted.chain(finding.values.keys());
    arms.any(|key| !study.arms.contains_key(key))
}

/// The contrast as it is declared, and turned. An arm against itself is that arm alone.
fn of_contrast<'a>(study: &'a Study, contrast: &Contrast) -> Vec<Pair<'a>> {
    let find = |key: &Key| study.arms.get_key_value(key);
    let (Some(arm), Some(against)) = (find(&contrast.arm), find(&contrast.against)) else {
        return Vec::new();
    };
    if contrast.arm == contrast.against {
        return vec![Pair { arm, against: None }];
    }
    ordered(&[arm, against])
}

fn ordered<'a>(arms: &[(&'a Key, &'a Arm)]) -> Vec<Pair<'a>> {
    if let [arm] = *arms {
        return vec![Pair { arm, against: None }];
    }
    let mut pairs = Vec::new();
    for &arm in arms {
        for &against in arms.iter().filter(|against| against.0 != arm.0) {
            let against = Some(against);
            pairs.push(Pair { arm, against });
        }
    }
    pairs
}

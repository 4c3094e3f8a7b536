//! The certainty of a claim as a ladder: where the rating starts, and each step with its reason.

use minijinja::{Value, context};

use super::values;
use crate::bundle::Certainty;
use crate::bundle::terms::CertaintyLevel;

/// The steps from the start to the level, each with the level that it leads to; empty where the
/// start is not recorded.
pub(super) fn steps(certainty: &Certainty) -> Value {
    let Some(start) = certainty.start else {
        return Value::from(Vec::<Value>::new());
    };
    let mut at = rung(start);
    let mut steps = vec![context! { start => true, level => values::of(&start) }];
    for step in &certainty.downgrades {
        at = at.saturating_sub(step.steps);
        steps.push(context! {
            by => format!("−{}", step.steps),
            domain => values::of(&step.domain),
            reason => &step.reason,
            level => values::of(&level(at)),
        });
    }
    for step in &certainty.upgrades {
        at = at.saturating_add(step.steps);
        steps.push(context! {
            by => format!("+{}", step.steps),
            domain => values::of(&step.domain),
            reason => &step.reason,
            level => values::of(&level(at)),
        });
    }
    Value::from(steps)
}

fn rung(level: CertaintyLevel) -> u64 {
    match level {
        CertaintyLevel::VeryLow => 0,
        CertaintyLevel::Low => 1,
        CertaintyLevel::Moderate => 2,
        CertaintyLevel::High => 3,
    }
}

/// The level of a rung; there is none above high.
fn level(rung: u64) -> CertaintyLevel {
    match rung {
        0 => CertaintyLevel::VeryLow,
        1 => CertaintyLevel::Low,
        2 => CertaintyLevel::Moderate,
        _ => CertaintyLevel::High,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::Downgrade;
    use crate::bundle::terms::DowngradeDomain;

    fn certainty(start: Option<CertaintyLevel>, steps: &[u64]) -> Certainty {
        let down = |&steps: &u64| Downgrade {
            domain: DowngradeDomain::Imprecision,
            steps,
            reason: "Few people.".to_owned(),
        };
        Certainty {
            level: CertaintyLevel::Low,
            start,
            downgrades: steps.iter().map(down).collect(),
            upgrades: Vec::new(),
        }
    }

    fn levels(certainty: &Certainty) -> Vec<String> {
        let steps = steps(certainty);
        let steps = steps.try_iter().unwrap();
        steps
            .map(|step| step.get_attr("level").unwrap().to_string())
            .collect()
    }

    #[test]
    fn each_step_leads_one_rung_down_and_none_below_the_ground() {
        let down = certainty(Some(CertaintyLevel::High), &[1, 2, 1]);
        assert_eq!(levels(&down), ["high", "moderate", "very-low", "very-low"]);
        assert!(levels(&certainty(None, &[1])).is_empty());
    }
}

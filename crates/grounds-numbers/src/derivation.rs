//! Derivations: numbers that follow from reported ones, computed exactly.
//!
//! Sources: for risk ratio, risk reductions and the number needed to treat, Altman DG, Confidence
//! intervals for the number needed to treat, BMJ 1998;317:1309–1312; for the odds ratio, Bland JM,
//! Altman DG, The odds ratio, BMJ 2000;320:1468.

use rust_decimal::Decimal;

/// Risks in two groups, in per cent, the group of interest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Risks {
    interest: Decimal,
    other: Decimal,
}

impl Risks {
    /// From two risks in per cent, or from events and people of the group of interest and events
    /// and people of the other. `None` for other numbers of operands, and for risks beyond 0 to 100
    /// per cent.
    pub fn of(operands: &[Decimal]) -> Option<Self> {
        let percent =
            |events: Decimal, n: Decimal| events.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(n);
        let (interest, other) = match *operands {
            [interest, other] => (interest, other),
            [events, n, other_events, other_n] => {
                (percent(events, n)?, percent(other_events, other_n)?)
            }
            _ => return None,
        };
        let possible = |risk: Decimal| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&risk);
        (possible(interest) && possible(other)).then_some(Self { interest, other })
    }

    /// The risk ratio.
    pub fn ratio(self) -> Option<Decimal> {
        self.interest.checked_div(self.other)
    }

    /// The odds ratio.
    pub fn odds_ratio(self) -> Option<Decimal> {
        let odds = |risk: Decimal| risk.checked_div(Decimal::ONE_HUNDRED - risk);
        odds(self.interest)?.checked_div(odds(self.other)?)
    }

    /// The absolute risk reduction, in percentage points.
    pub fn absolute_reduction(self) -> Decimal {
        self.other - self.interest
    }

    /// The relative risk reduction, in per cent.
    pub fn relative_reduction(self) -> Option<Decimal> {
        let reduction = self
            .absolute_reduction()
            .checked_mul(Decimal::ONE_HUNDRED)?;
        reduction.checked_div(self.other)
    }

    /// The number needed to treat, rounded up to a whole person; for an increase of the risk, the
    /// number needed to harm.
    pub fn number_needed_to_treat(self) -> Option<Decimal> {
        let reduction = self.absolute_reduction().abs();
        Some(Decimal::ONE_HUNDRED.checked_div(reduction)?.ceil())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimals(numbers: &[&str]) -> Vec<Decimal> {
        numbers.iter().map(|n| n.parse().unwrap()).collect()
    }

    /// Bland and Altman (2000), table 1: hay fever in children with and without eczema, 141 of 561
    /// and 928 of 14,453; odds ratio 4.89.
    #[test]
    fn the_odds_ratio_of_hay_fever_and_eczema() {
        let risks = Risks::of(&decimals(&["141", "561", "928", "14453"])).unwrap();
        assert_eq!(
            risks.odds_ratio().unwrap().round_dp(2),
            "4.89".parse().unwrap()
        );
    }

    #[test]
    fn reductions_of_a_risk() {
        let risks = Risks::of(&decimals(&["15", "20"])).unwrap();
        assert_eq!(risks.ratio().unwrap(), "0.75".parse().unwrap());
        assert_eq!(risks.absolute_reduction(), Decimal::from(5));
        assert_eq!(risks.relative_reduction().unwrap(), Decimal::from(25));
        assert_eq!(risks.number_needed_to_treat().unwrap(), Decimal::from(20));
        let third = Risks::of(&decimals(&["10", "13"])).unwrap();
        assert_eq!(third.number_needed_to_treat().unwrap(), Decimal::from(34));
    }

    #[test]
    fn what_cannot_be_a_risk_is_none() {
        assert_eq!(Risks::of(&decimals(&["120", "20"])), None);
        assert_eq!(Risks::of(&decimals(&["1", "0", "1", "2"])), None);
        assert_eq!(Risks::of(&decimals(&["1"])), None);
        let same = Risks::of(&decimals(&["10", "10"])).unwrap();
        assert_eq!(same.number_needed_to_treat(), None);
    }
}

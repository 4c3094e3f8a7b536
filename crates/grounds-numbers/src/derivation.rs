//! Derivations: numbers that follow from reported ones, computed exactly.
//!
//! Sources: for risk ratio, risk reductions and the number needed to treat, Altman DG, Confidence
//! intervals for the number needed to treat, BMJ 1998;317:1309–1312; for the odds ratio, Bland JM,
//! Altman DG, The odds ratio, BMJ 2000;320:1468.

use rust_decimal::Decimal;

/// Risks in two groups, the group of interest first.
///
/// They are kept as fractions, and each result is one division: a third as a decimal would make of a number needed
/// to treat of exactly 6 one of 7.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Risks {
    interest: Share,
    other: Share,
}

/// A part of a whole: events of people, or a per cent of a hundred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Share {
    part: Decimal,
    whole: Decimal,
}

impl Share {
    fn rest(self) -> Decimal {
        self.whole - self.part
    }

    /// Both parts over one whole: the part of one times the whole of the other.
    fn times(self, other: Self) -> Option<Decimal> {
        self.part.checked_mul(other.whole)
    }
}

impl Risks {
    /// From two risks in per cent, or from events and people of the group of interest and events
    /// and people of the other. `None` for other numbers of operands, and for risks beyond 0 to 100
    /// per cent.
    pub fn of(operands: &[Decimal]) -> Option<Self> {
        let percent = |part| Share {
            part,
            whole: Decimal::ONE_HUNDRED,
        };
        let (interest, other) = match *operands {
            [interest, other] => (percent(interest), percent(other)),
            [part, whole, other_part, other_whole] => (
                Share { part, whole },
                Share {
                    part: other_part,
                    whole: other_whole,
                },
            ),
            _ => return None,
        };
        let possible = |share: Share| {
            share.whole > Decimal::ZERO && (Decimal::ZERO..=share.whole).contains(&share.part)
        };
        (possible(interest) && possible(other)).then_some(Self { interest, other })
    }

    /// The risk ratio.
    pub fn ratio(self) -> Option<Decimal> {
        let (interest, other) = (self.interest, self.other);
        interest.times(other)?.checked_div(other.times(interest)?)
    }

    /// The odds ratio.
    pub fn odds_ratio(self) -> Option<Decimal> {
        let (interest, other) = (self.interest, self.other);
        let above = interest.part.checked_mul(other.rest())?;
        above.checked_div(other.part.checked_mul(interest.rest())?)
    }

    /// The absolute risk reduction, in percentage points; below nought where the risk rose.
    pub fn absolute_reduction(self) -> Option<Decimal> {
        let reduction = self.reduction()?.checked_mul(Decimal::ONE_HUNDRED)?;
        reduction.checked_div(self.common_whole()?)
    }

    /// The relative risk reduction, in per cent.
    pub fn relative_reduction(self) -> Option<Decimal> {
        let reduction = self.reduction()?.checked_mul(Decimal::ONE_HUNDRED)?;
        reduction.checked_div(self.other.times(self.interest)?)
    }

    /// The number needed to treat, rounded up to a whole person; for an increase of the risk, the
    /// number needed to harm.
    pub fn number_needed_to_treat(self) -> Option<Decimal> {
        let reduction = self.reduction()?.abs();
        Some(self.common_whole()?.checked_div(reduction)?.ceil())
    }

    /// Whether the risk is higher in the group of interest.
    pub fn rises(self) -> bool {
        self.reduction()
            .is_some_and(|reduction| reduction < Decimal::ZERO)
    }

    /// The risk of the other group minus that of the group of interest, as a part of the common whole.
    fn reduction(self) -> Option<Decimal> {
        let (interest, other) = (self.interest, self.other);
        other.times(interest)?.checked_sub(interest.times(other)?)
    }

    fn common_whole(self) -> Option<Decimal> {
        self.interest.whole.checked_mul(self.other.whole)
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
        assert_eq!(risks.absolute_reduction(), Some(Decimal::from(5)));
        assert_eq!(risks.relative_reduction().unwrap(), Decimal::from(25));
        assert_eq!(risks.number_needed_to_treat().unwrap(), Decimal::from(20));
        let third = Risks::of(&decimals(&["10", "13"])).unwrap();
        assert_eq!(third.number_needed_to_treat().unwrap(), Decimal::from(34));
    }

    /// Sevenths and thirds have no last decimal, but these results are exact.
    #[test]
    fn fractions_stay_exact() {
        let whole = |operands: &[&str]| {
            let risks = Risks::of(&decimals(operands)).unwrap();
            risks.number_needed_to_treat().unwrap()
        };
        assert_eq!(whole(&["45", "70", "34", "42"]), Decimal::from(6));
        assert_eq!(whole(&["5", "30", "10", "30"]), Decimal::from(6));
        assert_eq!(whole(&["4", "21", "7", "21"]), Decimal::from(7));
        let odds = Risks::of(&decimals(&["231", "291", "1", "8"])).unwrap();
        assert_eq!(odds.odds_ratio().unwrap(), "26.95".parse().unwrap());
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

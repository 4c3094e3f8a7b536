//! The shares of men and women among those who took part, where words name them.

use grounds_model::{Count, Study};
use rust_decimal::Decimal;

/// The shares, in per cent, of the sexes that words name, among those who were enrolled and those who were analysed.
pub(super) fn shares(text: &str, study: &Study) -> Vec<Decimal> {
    let Some(people) = &study.population else {
        return Vec::new();
    };
    let lower = text.to_lowercase();
    let names = |all: [&str; 4]| {
        let mut words = lower.split(|c: char| !c.is_alphanumeric());
        words.any(|word| all.contains(&word))
    };
    let women = people
        .female
        .filter(|_| names(["women", "female", "females", "girls"]));
    let men = people
        .male
        .filter(|_| names(["men", "male", "males", "boys"]));
    let share = |part: Count, whole: Count| {
        let percent = Decimal::from(part.get()).checked_mul(Decimal::ONE_HUNDRED)?;
        percent.checked_div(Decimal::from(whole.get()))
    };
    let wholes = || [people.enrolled, people.analysed].into_iter().flatten();
    let parts = [women, men].into_iter().flatten();
    parts
        .flat_map(|part| wholes().filter_map(move |whole| share(part, whole)))
        .collect()
}

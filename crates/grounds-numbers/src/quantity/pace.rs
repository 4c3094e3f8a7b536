//! Words of time and pace, which say of a length of time another way than of a speed: what is 2 days faster took less
//! time, and who walked 0.1 m/s faster had more speed.

use super::Sense;

/// Verbs for what goes faster, and for what goes slower.
const QUICKENED: [&str; 9] = [
    "sped",
    "speeds",
    "speeded",
    "accelerated",
    "accelerates",
    "hastened",
    "hastens",
    "quickened",
    "quickens",
];
const SLOWED: [&str; 4] = ["slowed", "slows", "slow", "slowing"];

/// Which way a verb says that a number went, of time or of speed: `sped up recovery by`, `slowed the gait by`.
pub(super) fn of_verb(word: &str, of_time: bool) -> Option<Sense> {
    if QUICKENED.contains(&word) {
        Some(toward(of_time, Sense::Down))
    } else if SLOWED.contains(&word) {
        Some(toward(of_time, Sense::Up))
    } else {
        None
    }
}

/// Which way a comparative says that a number went: `2 days earlier`, `0.1 m/s slower`, `shorter by 2 days`.
pub(super) fn of_comparative(word: &str, of_time: bool) -> Option<Sense> {
    match word {
        "earlier" | "sooner" if of_time => Some(Sense::Down),
        "later" if of_time => Some(Sense::Up),
        "shorter" => Some(Sense::Down),
        "longer" => Some(Sense::Up),
        "faster" | "quicker" => Some(toward(of_time, Sense::Down)),
        "slower" => Some(toward(of_time, Sense::Up)),
        _ => None,
    }
}

/// The way that a time went, and for a speed the other one.
fn toward(of_time: bool, way: Sense) -> Sense {
    match (of_time, way) {
        (true, way) => way,
        (false, Sense::Down) => Sense::Up,
        (false, _) => Sense::Down,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::quantities;

    #[test]
    fn time_and_speed_go_opposite_ways() {
        for (text, sense) in [
            ("recovered 3.1 days earlier", Some(Sense::Down)),
            ("recovered 3.1 days sooner", Some(Sense::Down)),
            ("recovery was 3.1 days faster", Some(Sense::Down)),
            ("recovered 3.1 days later", Some(Sense::Up)),
            ("recovery was 3.1 days slower", Some(Sense::Up)),
            ("sped up recovery by 3.1 days", Some(Sense::Down)),
            ("sped up growth by 3.1 days", Some(Sense::Down)),
            ("slowed down recovery by 3.1 days", Some(Sense::Up)),
            ("delayed recovery by 3.1 days", Some(Sense::Up)),
            (
                "recovery was shorter with it by 3.1 days",
                Some(Sense::Down),
            ),
            (
                "prolonged the time to fall asleep by 3.1 minutes",
                Some(Sense::Up),
            ),
            ("shortened the walk by 31 m", Some(Sense::Down)),
            ("walked 0.09 m/s faster", Some(Sense::Up)),
            ("walked 0.09 m/s slower", Some(Sense::Down)),
            ("measured 0.09 m/s at the start", None),
        ] {
            assert_eq!(quantities(text)[0].sense, sense, "{text}");
        }
    }
}

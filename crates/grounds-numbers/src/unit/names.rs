//! The names and symbols of units.
//!
//! Sources: the SI Brochure (9th edition, 2019) for prefixes; UCUM (version 2.1) for the codes and for
//! the factors of mmHg, cmH₂O, the inch and the calorie.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use rust_decimal::Decimal;

use super::Unit;

/// Words that mean people, whoever they are.
const PEOPLE: &[&str] = &[
    "adolescents",
    "adult",
    "adults",
    "babies",
    "boys",
    "cases",
    "child",
    "children",
    "clients",
    "controls",
    "females",
    "girls",
    "individual",
    "individuals",
    "infants",
    "males",
    "man",
    "men",
    "mothers",
    "neonates",
    "newborns",
    "nurses",
    "participant",
    "participants",
    "patient",
    "patients",
    "people",
    "person",
    "persons",
    "residents",
    "respondents",
    "smokers",
    "students",
    "subject",
    "subjects",
    "teenagers",
    "volunteer",
    "volunteers",
    "woman",
    "women",
    "workers",
];

/// Units that take prefixes: symbol, name, base unit, its power, and how many of it.
const METRIC: &[(&str, &str, &str, i32, &str)] = &[
    ("m", "metre", "metre", 1, "1"),
    ("", "meter", "metre", 1, "1"),
    ("l", "litre", "metre", 3, "0.001"),
    ("", "liter", "metre", 3, "0.001"),
    ("g", "gram", "gram", 1, "1"),
    ("", "gramme", "gram", 1, "1"),
    ("s", "second", "second", 1, "1"),
    ("mol", "mole", "mole", 1, "1"),
    ("pa", "pascal", "pascal", 1, "1"),
    ("j", "joule", "joule", 1, "1"),
    ("cal", "calorie", "joule", 1, "4.184"),
    ("hz", "hertz", "second", -1, "1"),
    ("iu", "", "international unit", 1, "1"),
    ("u", "", "unit", 1, "1"),
    ("eq", "equivalent", "equivalent", 1, "1"),
    ("osm", "osmole", "osmole", 1, "1"),
    ("gy", "gray", "gray", 1, "1"),
    ("sv", "sievert", "sievert", 1, "1"),
    ("bq", "becquerel", "becquerel", 1, "1"),
];

/// Prefixes of the SI: symbols, name, and the power of ten. Mega has no symbol here, for letters are
/// compared without their case.
const PREFIXES: &[(&[&str], &str, i32)] = &[
    (&["g"], "giga", 9),
    (&[], "mega", 6),
    (&["k"], "kilo", 3),
    (&["d"], "deci", -1),
    (&["c"], "centi", -2),
    (&["m"], "milli", -3),
    (&["u", "µ", "μ"], "micro", -6),
    (&["n"], "nano", -9),
    (&["p"], "pico", -12),
    (&["f"], "femto", -15),
];

/// Units without prefixes: their names, base unit, its power, and how many of it. They go before the
/// metric ones: `min` is a minute, and `mo` a month.
const OTHERS: &[(&[&str], &str, i32, &str)] = &[
    (&["micron", "microns"], "metre", 1, "0.000001"),
    (&["inch", "inches", "[in_i]"], "metre", 1, "0.0254"),
    (&["sqcm"], "metre", 2, "0.0001"),
    (
        &["in2", "in²", "inch2", "inch²", "[sin_i]", "sqin"],
        "metre",
        2,
        "0.00064516",
    ),
    (&["cc"], "metre", 3, "0.000001"),
    (&["mcg"], "gram", 1, "0.000001"),
    (&["gm", "gms"], "gram", 1, "1"),
    (
        &["lb", "lbs", "pound", "pounds", "[lb_av]"],
        "gram",
        1,
        "453.59237",
    ),
    (&["tonne", "tonnes"], "gram", 1, "1000000"),
    (&["sec", "secs"], "second", 1, "1"),
    (&["minute", "minutes", "min", "mins"], "second", 1, "60"),
    (&["hour", "hours", "h", "hr", "hrs"], "second", 1, "3600"),
    (&["day", "days", "d"], "second", 1, "86400"),
    (&["week", "weeks", "wk", "wks"], "second", 1, "604800"),
    (&["month", "months", "mo"], "month", 1, "1"),
    (&["year", "years", "yr", "yrs"], "month", 1, "12"),
    (&["decade", "decades"], "month", 1, "120"),
    (&["mmhg", "mm[hg]"], "pascal", 1, "133.322387415"),
    (&["cmh2o", "cm[h2o]"], "pascal", 1, "98.0665"),
    (&["°c", "celsius", "cel"], "celsius", 1, "1"),
    (&["°f", "fahrenheit", "[degf]"], "fahrenheit", 1, "1"),
    (&["°", "degree", "degrees"], "degree", 1, "1"),
    (&["%", "percent"], "%", 1, "1"),
    (&["pp"], "percentage point", 1, "1"),
    (&["point", "points"], "point", 1, "1"),
    (&["unit", "units"], "unit", 1, "1"),
    (&["[iu]"], "international unit", 1, "1"),
    (&["db", "decibel", "decibels"], "decibel", 1, "1"),
    (&["fold"], "fold", 1, "1"),
];

/// Things that are counted in articles on health, besides people; each is a unit of its own.
const COUNTED: &[(&str, &str)] = &[
    ("apnoeas", "apnoea"),
    ("apneas", "apnoea"),
    ("article", "article"),
    ("articles", "article"),
    ("attacks", "attack"),
    ("beats", "beat"),
    ("biopsies", "biopsy"),
    ("breaths", "breath"),
    ("cell", "cell"),
    ("cells", "cell"),
    ("copies", "copy"),
    ("death", "death"),
    ("deaths", "death"),
    ("doses", "dose"),
    ("episodes", "episode"),
    ("event", "event"),
    ("events", "event"),
    ("exacerbations", "exacerbation"),
    ("falls", "fall"),
    ("follicles", "follicle"),
    ("hair", "hair"),
    ("hairs", "hair"),
    ("infections", "infection"),
    ("lesions", "lesion"),
    ("letters", "letter"),
    ("record", "record"),
    ("records", "record"),
    ("relapses", "relapse"),
    ("seizures", "seizure"),
    ("session", "session"),
    ("sessions", "session"),
    ("strokes", "stroke"),
    ("studies", "study"),
    ("study", "study"),
    ("trial", "trial"),
    ("trials", "trial"),
];

/// Animals that take part in experiments; each is a unit of its own, and `animals` are any of them.
const ANIMALS: &[(&str, &str)] = &[
    ("animal", "animal"),
    ("animals", "animal"),
    ("baboons", "baboon"),
    ("calves", "calf"),
    ("cats", "cat"),
    ("chickens", "chicken"),
    ("dogs", "dog"),
    ("ferrets", "ferret"),
    ("flies", "fly"),
    ("gerbils", "gerbil"),
    ("goats", "goat"),
    ("hamsters", "hamster"),
    ("horses", "horse"),
    ("lambs", "lamb"),
    ("macaques", "macaque"),
    ("mice", "mouse"),
    ("mouse", "mouse"),
    ("monkeys", "monkey"),
    ("piglets", "pig"),
    ("pigs", "pig"),
    ("rabbit", "rabbit"),
    ("rabbits", "rabbit"),
    ("rat", "rat"),
    ("rats", "rat"),
    ("rodents", "rodent"),
    ("sheep", "sheep"),
    ("worms", "worm"),
    ("zebrafish", "zebrafish"),
];

static UNITS: LazyLock<HashMap<Cow<'static, str>, Unit, FixedState>> = LazyLock::new(|| {
    let factor = |text: &str| -> Decimal { text.parse().unwrap_or(Decimal::ONE) };
    let mut units = HashMap::with_capacity_and_hasher(1_024, FixedState::default());
    for (symbol, name, base, power, size) in METRIC {
        let (base, size) = (Unit::of(base, *power, Decimal::ONE), factor(size));
        let mut add = |parts: &[&str], ten: i32| {
            if let Some(factor) = size.checked_mul(power_of_ten(ten)) {
                let unit = Unit {
                    factor,
                    ..base.clone()
                };
                units.insert(parts.concat().into(), unit);
            }
        };
        for (symbols, prefix, ten) in PREFIXES.iter().chain([&(&[""][..], "", 0)]) {
            for short in symbols.iter().filter(|_| !symbol.is_empty()) {
                add(&[short, symbol], *ten);
            }
            if !name.is_empty() {
                add(&[prefix, name], *ten);
                add(&[prefix, name, "s"], *ten);
            }
        }
    }
    // `20 MS patients` is read as well, but `us` and `cs` are words.
    for short in ["us", "cs", "gs", "ps", "fs", "ds", "ks"] {
        units.remove(short);
    }
    for (names, base, power, size) in OTHERS {
        let unit = Unit::of(base, *power, factor(size));
        units.extend(names.iter().map(|name| ((*name).into(), unit.clone())));
    }
    units.extend(PEOPLE.iter().map(|name| ((*name).into(), Unit::people())));
    let things = COUNTED.iter().chain(ANIMALS);
    units.extend(things.map(|(name, thing)| ((*name).into(), Unit::named(thing))));
    units
});

fn power_of_ten(exponent: i32) -> Decimal {
    let size = Decimal::from(10_u64.pow(exponent.unsigned_abs()));
    if exponent < 0 {
        Decimal::ONE / size
    } else {
        size
    }
}

/// Whether a base unit is a thing that is counted.
pub(super) fn is_thing(name: &str) -> bool {
    COUNTED.iter().any(|(_, thing)| *thing == name) || is_animal(name)
}

/// Whether a base unit is an animal.
pub(super) fn is_animal(name: &str) -> bool {
    ANIMALS.iter().any(|(_, animal)| *animal == name)
}

/// The unit that a word or a symbol names, in small letters.
pub(super) fn simple(word: &str) -> Option<Unit> {
    if let Some(unit) = UNITS.get(word) {
        return Some(unit.clone());
    }
    match word {
        "bpm" => Unit::named("beat").times(UNITS.get("min")?, -1),
        // People observed for so long: both are counted.
        "person-years" | "person-year" | "patient-years" | "patient-year" | "woman-years" => {
            Unit::people().times(UNITS.get("year")?, 1)
        }
        _ => None,
    }
}

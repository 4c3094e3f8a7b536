//! Fifty possible and fifty impossible records of each kind of statistic. The possible ones are computed from unrounded
//! numbers and printed with the rounding of reports: none may be found. The others are moved beyond rounding: each must be
//! found by its rule.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use grounds_load::RawFile;
use statrs::distribution::{ChiSquared, ContinuousCDF as _, FisherSnedecor, Normal, StudentsT};

use crate::medicine::found_in;

const EACH: usize = 50;

/// Numbers that are the same in each run.
struct Chance(u64);

impl Chance {
    fn between(&mut self, low: f64, high: f64) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let share = f64::from(u32::try_from(self.0 >> 33).unwrap()) / f64::from(u32::MAX >> 1);
        low + share * (high - low)
    }

    fn whole(&mut self, low: u32, high: u32) -> u32 {
        let number = self.between(f64::from(low), f64::from(high) + 0.999);
        format!("{:.0}", number.floor()).parse().unwrap()
    }
}

/// The fields of a record after its report; the second one is altered.
type Pair = (String, String);

fn p_written(p: f64) -> String {
    if p < 0.001 {
        "<0.001".to_owned()
    } else {
        format!("{p:.3}")
    }
}

/// A p-value that no rounding makes of another.
fn other_p(p: f64) -> String {
    format!("{:.3}", if p < 0.5 { p + 0.3 } else { p - 0.3 })
}

fn test_of(statistic: &str, df: &str, value: &str, p: f64) -> Pair {
    let record = |p: String| {
        format!(
            "arms: {{a: {{interventions: []}}}}\nfindings:\n  f: {{outcome: score, measure: qualitative, \
             test: {{statistic: {statistic}, df: [{df}], value: \"{value}\"}}, p: \"{p}\"}}\n"
        )
    };
    (record(p_written(p)), record(other_p(p)))
}

fn t(chance: &mut Chance) -> Pair {
    let (df, t) = (chance.whole(5, 200), chance.between(-4.0, 4.0));
    let p = 2.0 * StudentsT::new(0.0, 1.0, f64::from(df)).unwrap().sf(t.abs());
    test_of("t", &format!("\"{df}\""), &format!("{t:.2}"), p)
}

fn f(chance: &mut Chance) -> Pair {
    let (one, two, f) = (
        chance.whole(1, 6),
        chance.whole(10, 200),
        chance.between(0.1, 9.0),
    );
    let p = FisherSnedecor::new(f64::from(one), f64::from(two))
        .unwrap()
        .sf(f);
    test_of("f", &format!("\"{one}\", \"{two}\""), &format!("{f:.2}"), p)
}

fn chi_squared(chance: &mut Chance) -> Pair {
    let (df, x) = (chance.whole(1, 8), chance.between(0.1, 20.0));
    let p = ChiSquared::new(f64::from(df)).unwrap().sf(x);
    test_of("chi-squared", &format!("\"{df}\""), &format!("{x:.2}"), p)
}

fn z(chance: &mut Chance) -> Pair {
    let z = chance.between(-4.0, 4.0);
    test_of(
        "z",
        "",
        &format!("{z:.2}"),
        2.0 * Normal::standard().sf(z.abs()),
    )
}

fn r(chance: &mut Chance) -> Pair {
    let (df, r) = (f64::from(chance.whole(10, 150)), chance.between(-0.6, 0.6));
    let t = r * (df / (1.0 - r * r)).sqrt();
    let p = 2.0 * StudentsT::new(0.0, 1.0, df).unwrap().sf(t.abs());
    test_of("r", &format!("\"{df}\""), &format!("{r:.2}"), p)
}

fn arms(n: &[u32]) -> String {
    let arms = n
        .iter()
        .enumerate()
        .map(|(i, n)| format!("a{i}: {{interventions: [], n: {n}}}"));
    format!("arms: {{{}}}\n", arms.collect::<Vec<_>>().join(", "))
}

/// Pearson's χ² of events among people, with the correction of Yates or without.
fn pearson(events: [u32; 2], people: [u32; 2], corrected: bool) -> f64 {
    let [had, had_too] = events.map(f64::from);
    let [first, second] = people.map(f64::from);
    let (whole, all_had) = (first + second, had + had_too);
    let gap = (had * (second - had_too) - had_too * (first - had)).abs();
    let gap = if corrected {
        (gap - whole / 2.0).max(0.0)
    } else {
        gap
    };
    whole * gap * gap / (first * second * all_had * (whole - all_had))
}

fn proportions(chance: &mut Chance) -> Pair {
    let people = [chance.whole(20, 150), chance.whole(20, 150)];
    let events = people.map(|n| chance.whole(2, n - 2));
    let statistic = pearson(events, people, chance.whole(0, 1) == 1);
    let p = ChiSquared::new(1.0).unwrap().sf(statistic);
    let [had, had_too] = events;
    let record = |p: String| {
        format!(
            "{}findings:\n  f: {{outcome: score, measure: count, values: {{a0: \"{had}\", a1: \"{had_too}\"}}, \
             events: {{a0: {had}, a1: {had_too}}}, p: \"{p}\"}}\n",
            arms(&people)
        )
    };
    // Other usual tests of two proportions, and one-sided ones, are as good: it must be none of these.
    let other = if p < 0.2 { "0.970" } else { "<0.001" };
    (record(p_written(p)), record(other.to_owned()))
}

fn percentage(chance: &mut Chance) -> Pair {
    let n = chance.whole(7, 400);
    let events = chance.whole(1, n - 1);
    let share = 100.0 * f64::from(events) / f64::from(n);
    let record = |share: f64| {
        format!(
            "{}findings:\n  f: {{outcome: score, measure: percentage, values: {{a0: \"{share:.1}\"}}, events: {{a0: {events}}}}}\n",
            arms(&[n])
        )
    };
    (
        record(share),
        record(if share > 50.0 {
            share - 0.3
        } else {
            share + 0.3
        }),
    )
}

fn grim(chance: &mut Chance) -> Pair {
    let n = chance.whole(11, 60);
    let mean = f64::from(chance.whole(n, 7 * n)) / f64::from(n);
    let possible = |hundredths: u32| {
        (n..=8 * n).any(|sum| {
            let exact = 100.0 * f64::from(sum) / f64::from(n);
            (exact - f64::from(hundredths)).abs() <= 0.5 + 1e-9
        })
    };
    let printed: u32 = format!("{:.0}", mean * 100.0).parse().unwrap();
    let impossible = (printed..printed + 100)
        .find(|hundredths| !possible(*hundredths))
        .unwrap();
    let record = |hundredths: u32| {
        format!(
            "{}findings:\n  f: {{outcome: score, measure: mean, items: 1, values: {{a0: \"{}.{:02}\"}}}}\n",
            arms(&[n]),
            hundredths / 100,
            hundredths % 100
        )
    };
    (record(printed), record(impossible))
}

fn difference(estimate: &str, low: f64, high: f64, p: &str) -> String {
    format!(
        "arms: {{a: {{interventions: []}}, b: {{interventions: []}}}}\nfindings:\n  f: {{outcome: score, measure: mean-difference, \
         contrast: {{arm: a, against: b}}, estimate: \"{estimate}\", interval: {{level: \"95\", low: \"{low:.2}\", high: \"{high:.2}\"}}, \
         p: \"{p}\"}}\n"
    )
}

fn interval(chance: &mut Chance) -> Pair {
    let se = chance.between(0.5, 5.0);
    let estimate = chance.between(-3.5, 3.5) * se;
    let p = 2.0 * Normal::standard().sf((estimate / se).abs());
    let (low, high) = (estimate - 1.96 * se, estimate + 1.96 * se);
    let other = if p < 0.05 {
        "0.60".to_owned()
    } else {
        "<0.001".to_owned()
    };
    let record = |p: &str| difference(&format!("{estimate:.2}"), low, high, p);
    (record(&p_written(p)), record(&other))
}

fn ratio(chance: &mut Chance) -> Pair {
    let (log, se) = (chance.between(-1.0, 1.0), chance.between(0.08, 0.5));
    let at = |standard_errors: f64| (log + standard_errors * se).exp();
    let record = |estimate: f64| {
        format!(
            "arms: {{a: {{interventions: []}}, b: {{interventions: []}}}}\nfindings:\n  f: {{outcome: score, measure: odds-ratio, \
             contrast: {{arm: a, against: b}}, estimate: \"{estimate:.2}\", interval: {{level: \"95\", low: \"{:.2}\", high: \"{:.2}\"}}}}\n",
            at(-1.96),
            at(1.96)
        )
    };
    (record(at(0.0)), record(at(1.3)))
}

fn sums(chance: &mut Chance) -> Pair {
    let n: Vec<u32> = (0..chance.whole(2, 4))
        .map(|_| chance.whole(10, 90))
        .collect();
    let sum: u32 = n.iter().sum();
    let record = |sum: u32| {
        format!(
            "groups: parallel\npopulation: {{concepts: [], enrolled: {sum}}}\n{}",
            arms(&n)
        )
    };
    (record(sum), record(sum + chance.whole(1, 20)))
}

fn pooled(chance: &mut Chance) -> Pair {
    let parts: Vec<f64> = (0..3).map(|_| chance.between(-2.0, 2.0)).collect();
    let weights: Vec<f64> = (0..3).map(|_| chance.between(0.1, 1.0)).collect();
    let mean =
        parts.iter().zip(&weights).map(|(x, w)| x * w).sum::<f64>() / weights.iter().sum::<f64>();
    let most = parts.iter().copied().fold(f64::MIN, f64::max);
    let record = |pooled: f64| {
        let mut text = format!(
            "arms: {{a: {{interventions: []}}, b: {{interventions: []}}}}\nfindings:\n  f: {{outcome: score, measure: mean-difference, \
             contrast: {{arm: a, against: b}}, estimate: \"{pooled:.2}\", subgroups: [s0, s1, s2]}}\n"
        );
        for (i, part) in parts.iter().enumerate() {
            let _ = writeln!(
                text,
                "  s{i}: {{outcome: score, measure: mean-difference, contrast: {{arm: a, against: b}}, estimate: \"{part:.2}\"}}"
            );
        }
        text
    };
    (record(mean), record(most + 0.5))
}

type Kind = (&'static str, &'static str, fn(&mut Chance) -> Pair);

const KINDS: [Kind; 12] = [
    ("t", "number/p-against-test", t),
    ("f", "number/p-against-test", f),
    ("chi", "number/p-against-test", chi_squared),
    ("z", "number/p-against-test", z),
    ("r", "number/p-against-test", r),
    ("proportions", "number/p-against-counts", proportions),
    ("percentage", "number/impossible-percentage", percentage),
    ("grim", "number/impossible-mean", grim),
    ("interval", "number/interval-against-p", interval),
    ("ratio", "number/asymmetric-interval", ratio),
    ("sums", "number/arms-sum", sums),
    ("pooled", "number/pooled-outside-subgroups", pooled),
];

#[test]
fn possible_records_pass_and_impossible_ones_are_found() {
    let mut files = vec![
        RawFile::new("grounds.toml", "title = \"T\"\n"),
        RawFile::new(
            "vocabulary.yaml",
            "concepts:\n  score: {label: Score, kind: outcome}\n",
        ),
    ];
    let mut records = BTreeMap::new();
    let mut chance = Chance(20_261_126);
    for (kind, rule, make) in KINDS {
        for i in 0..EACH {
            let (possible, impossible) = make(&mut chance);
            for (name, text, rule) in [
                ("possible", possible, None),
                ("altered", impossible, Some(rule)),
            ] {
                let path = format!("studies/{kind}-{name}-{i}.yaml");
                let head = "report: {type: article-journal, title: Invented}\ndesign: rct\nspecies: human\n";
                files.push(RawFile::new(path.clone(), format!("{head}{text}")));
                records.insert(path, (rule, text));
            }
        }
    }
    let (found, sources) = found_in(files);
    let mut wrong = Vec::new();
    for (path, (rule, text)) in &records {
        let mut here: Vec<&str> = found
            .iter()
            .filter(|found| sources.get(found.primary.place.file).path() == path)
            .map(|found| found.rule)
            .collect();
        here.dedup();
        if here != rule.iter().copied().collect::<Vec<_>>() {
            wrong.push(format!("{path}: {here:?}\n{text}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        records.len(),
        wrong.join("\n")
    );
    assert_eq!(records.len(), 2 * EACH * KINDS.len());
}

//! Every reader over mutated fixtures: the same cases each time, in a child process, so that a
//! stack overflow, too, is seen with the case that caused it.
//!
//! `GROUNDS_FUZZ_SECONDS=60 cargo test -p grounds-tests --release fuzz -- --nocapture` goes on for that
//! long with each reader, and prints what was tried; `GROUNDS_FUZZ_SEED` is where it begins, 1 unless
//! told. Inputs that once broke something are in `tests/fixtures/crashes/<reader>/`, and are tried first.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use fastrand::Rng;
use grounds_tests::{TARGETS, find, mutation, seeds};

use crate::workspace;

/// The environment variable by which a child process knows what to run.
const CHILD: &str = "GROUNDS_FUZZ_CHILD";

/// The longest that a case may take, unoptimised: a case has at most 200 kB.
const PATIENCE: Duration = Duration::from_mins(1);

/// Runs the cases of one reader, if this is the child process for it.
#[test]
fn as_child() {
    let Ok(name) = env::var(CHILD) else { return };
    let target = find(&name).expect("a reader");
    let at = PathBuf::from(env::var_os("GROUNDS_FUZZ_CASE").expect("a file for the case"));
    let number =
        |name, unless_told| env::var(name).map_or(unless_told, |text| text.parse().unwrap());
    let until = Instant::now() + Duration::from_secs(number("GROUNDS_FUZZ_SECONDS", 0));
    let mut random = Rng::with_seed(number("GROUNDS_FUZZ_SEED", 1));
    let seeds = seeds::of(target);
    let known = seeds::crashes(target).into_iter().chain(seeds.clone());
    let mut tried = 0;
    let mut slowest = Duration::ZERO;
    let mut case = |input: &[u8]| {
        fs::write(&at, input).unwrap();
        let begun = Instant::now();
        (target.run)(input);
        slowest = slowest.max(begun.elapsed());
        tried += 1;
        assert!(begun.elapsed() < PATIENCE, "too slow");
    };
    known.for_each(|input| case(&input));
    let mut more = 0;
    while more < target.cases || Instant::now() < until {
        case(&mutation::mutated(&seeds, &mut random));
        more += 1;
    }
    println!("{name}: {tried} cases, the slowest {slowest:?}");
}

/// Runs a reader in a child process, with 2 GB of memory and the stack of an ordinary thread.
#[expect(
    clippy::print_stdout,
    reason = "what was tried is shown with `--nocapture`"
)]
fn run(name: &str) {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case");
    let program = env::current_exe().unwrap();
    let limited = "ulimit -v 4000000; exec \"$0\" \"$@\"";
    let mut command = Command::new(if cfg!(unix) {
        "sh".into()
    } else {
        program.clone()
    });
    if cfg!(unix) {
        command.args(["-c", limited]).arg(program);
    }
    command.args([
        "--exact",
        "fuzz::as_child",
        "--nocapture",
        "--test-threads=1",
    ]);
    let ran = command
        .env(CHILD, name)
        .env("GROUNDS_FUZZ_CASE", &case)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    if let Some(line) = said.lines().find(|line| line.contains(" cases, ")) {
        println!("{}", line.trim_start_matches("test fuzz::as_child ... "));
    }
    if !ran.status.success() {
        let kept = env::temp_dir().join(format!("grounds-crash-{name}"));
        fs::copy(&case, &kept).unwrap();
        let errors = String::from_utf8_lossy(&ran.stderr);
        panic!(
            "{name} broke on the case in {}\n{said}\n{errors}",
            kept.display()
        );
    }
}

/// A test a reader, so that they run at once and are named where they fail.
macro_rules! each {
    ($($name:ident),*) => {
        const TESTED: &[&str] = &[$(stringify!($name)),*];
        $(#[test]
        fn $name() {
            run(stringify!($name));
        })*
    };
}

each!(
    claim,
    study,
    vocabulary,
    settings,
    front_matter,
    markdown,
    sentences,
    retractions,
    classify,
    quantities,
    style,
    theme,
    check,
    export
);

#[test]
fn every_reader_has_its_tests() {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    assert_eq!(names, TESTED);
    for name in names {
        let program = workspace().join(format!("fuzz/fuzz_targets/{name}.rs"));
        let text = fs::read_to_string(&program).unwrap_or_default();
        assert!(text.contains("fuzz_target!"), "{}", program.display());
    }
}

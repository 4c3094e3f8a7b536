//! What every reader must survive: one function a reader, which takes any bytes and panics where a
//! law is broken. The suite runs them over mutated fixtures; `fuzz/` runs them under cargo-fuzz.

pub mod laws;
pub mod mutation;
pub mod readers;
pub mod seeds;
pub mod styles;
pub mod themes;
pub mod ways;
pub mod whole;

/// A reader under test.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name, and that of the program in `fuzz/fuzz_targets`.
    pub name: &'static str,
    /// Reads some bytes; panics where a law is broken.
    pub run: fn(&[u8]),
    /// The folder and extension of fixtures that it is seeded with: `claims`, `yaml`.
    pub seeds: (&'static str, &'static str),
    /// How many cases the ordinary suite tries.
    pub cases: usize,
}

/// Every reader, and check and export as a whole.
pub const TARGETS: &[Target] = &[
    target("claim", readers::claim, ("claims", "yaml"), 400),
    target("study", readers::study, ("studies", "yaml"), 400),
    target("vocabulary", readers::vocabulary, ("", "yaml"), 150),
    target("settings", readers::settings, ("", "toml"), 400),
    target(
        "front_matter",
        readers::front_matter,
        ("articles", "md"),
        200,
    ),
    target("markdown", readers::markdown, ("articles", "md"), 300),
    target("sentences", readers::sentences, ("articles", "md"), 200),
    target("retractions", readers::retractions, ("", "csv"), 400),
    target("classify", readers::classify, ("articles", "md"), 100),
    target("quantities", readers::quantities, ("studies", "yaml"), 300),
    target("style", styles::style, ("", "csl"), 200),
    target("theme", themes::theme, ("", "html"), 100),
    target("check", whole::check, ("set", "set"), 40),
    target("export", whole::export, ("set", "set"), 20),
];

const fn target(
    name: &'static str,
    run: fn(&[u8]),
    seeds: (&'static str, &'static str),
    cases: usize,
) -> Target {
    Target {
        name,
        run,
        seeds,
        cases,
    }
}

/// The target with this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

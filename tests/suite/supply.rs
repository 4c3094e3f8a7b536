//! What our crates must not have: build scripts, procedural macros, `unsafe`.

use std::fs;
use std::path::PathBuf;

use crate::workspace;

/// The folder of every package of the workspace.
fn packages() -> Vec<PathBuf> {
    let crates = fs::read_dir(workspace().join("crates")).unwrap();
    let mut found: Vec<PathBuf> = crates.map(|entry| entry.unwrap().path()).collect();
    found.push(workspace().join("tests"));
    found.sort_unstable();
    assert!(found.len() > 8, "{found:?}");
    found
}

#[test]
fn no_crate_of_ours_runs_code_while_it_is_built() {
    for package in packages() {
        let manifest = fs::read_to_string(package.join("Cargo.toml")).unwrap();
        assert!(!package.join("build.rs").exists(), "{}", package.display());
        for key in ["build", "proc-macro", "links"] {
            let written = |line: &str| line.split('=').next().unwrap_or_default().trim() == key;
            assert!(
                !manifest.lines().any(written),
                "{}: `{key}`",
                package.display()
            );
        }
        assert!(!manifest.contains("build-dependencies"));
    }
}

#[test]
fn unsafe_code_is_forbidden_everywhere() {
    let lints = |text: &str| text.contains("\n[lints]\nworkspace = true\n");
    for package in packages() {
        let manifest = fs::read_to_string(package.join("Cargo.toml")).unwrap();
        assert!(lints(&manifest), "{}", package.display());
    }
    let root = fs::read_to_string(workspace().join("Cargo.toml")).unwrap();
    assert!(root.contains("\n[workspace.lints.rust]\nunsafe_code = \"forbid\"\n"));
}

/// `cargo deny` asks all four: bans, licences, sources, advisories.
#[test]
fn what_we_depend_on_is_judged() {
    let deny = fs::read_to_string(workspace().join("deny.toml")).unwrap();
    for section in [
        "[licenses]",
        "[bans]",
        "[sources]\nunknown-registry = \"deny\"\nunknown-git = \"deny\"",
        "[advisories]",
    ] {
        assert!(deny.contains(section), "deny.toml has no {section}");
    }
}

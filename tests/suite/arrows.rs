//! The arrows between the crates: what may depend on what.

use std::fs;

use crate::workspace;

/// The crates of ours that each crate may depend on.
const ARROWS: &[(&str, &[&str])] = &[
    ("grounds-model", &[]),
    ("grounds-diagnostics", &[]),
    ("grounds-load", &["grounds-model", "grounds-diagnostics"]),
    (
        "grounds-check",
        &[
            "grounds-model",
            "grounds-diagnostics",
            "grounds-load",
            "grounds-numbers",
            "grounds-evidence",
        ],
    ),
    (
        "grounds-export",
        &["grounds-model", "grounds-load", "grounds-evidence"],
    ),
    ("grounds-numbers", &[]),
    ("grounds-serve", &[]),
    (
        "grounds-evidence",
        &["grounds-model", "grounds-load", "grounds-numbers"],
    ),
    (
        "grounds-cli",
        &[
            "grounds-model",
            "grounds-diagnostics",
            "grounds-load",
            "grounds-evidence",
            "grounds-check",
            "grounds-export",
            "grounds-serve",
        ],
    ),
    (
        "grounds-dev",
        &[
            "grounds-model",
            "grounds-diagnostics",
            "grounds-load",
            "grounds-evidence",
            "grounds-check",
            "grounds-export",
            "grounds-cli",
        ],
    ),
];

#[test]
fn no_crate_points_where_it_must_not() {
    let mut folders: Vec<String> = fs::read_dir(workspace().join("crates"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    folders.sort_unstable();
    let mut listed: Vec<&str> = ARROWS.iter().map(|(name, _)| *name).collect();
    listed.sort_unstable();
    assert_eq!(
        folders, listed,
        "a crate is missing from ARROWS, or is gone"
    );
    for (name, allowed) in ARROWS {
        let path = workspace().join("crates").join(name).join("Cargo.toml");
        let manifest = fs::read_to_string(&path).unwrap();
        // Also what only tests or build scripts need: an arrow is an arrow.
        for line in manifest.lines().filter(|line| line.starts_with("grounds-")) {
            let dependency = line.split(['.', ' ', '=']).next().unwrap();
            assert!(
                allowed.contains(&dependency),
                "{name} must not depend on {dependency}: see ARCHITECTURE.md"
            );
        }
    }
}

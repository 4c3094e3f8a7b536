//! The generated files of the workspace, and whether they are what they should be.

use std::fs;
use std::path::Path;

use anyhow::Context as _;

/// A generated file that is not what it should be.
#[derive(Debug, PartialEq, Eq)]
pub enum Drift {
    /// It is not there.
    Missing(String),
    /// It says something else.
    Differs(String),
    /// It is there, and nothing generates it.
    Stray(String),
}

/// Every generated file: its path in the workspace, and its text.
pub fn generated() -> Vec<(String, String)> {
    let schemas = grounds_cli::schemas().into_iter().map(|(name, schema)| {
        (
            format!("schemas/{name}.schema.json"),
            format!("{schema:#}\n"),
        )
    });
    schemas
        .chain([
            ("docs/rules.md".to_owned(), crate::rules::catalogue()),
            ("docs/certainty.md".to_owned(), crate::certainty::table()),
            ("docs/policies.md".to_owned(), crate::policies::table()),
            (
                "docs/command-line.md".to_owned(),
                crate::reference::command_line(),
            ),
        ])
        .chain(crate::heuristics::pages())
        .collect()
}

/// What of the generated files in the workspace at `root` is not what it should be.
pub fn drift(root: &Path) -> Vec<Drift> {
    let expected = generated();
    let mut drift: Vec<Drift> = expected
        .iter()
        .filter_map(|(path, text)| match fs::read_to_string(root.join(path)) {
            Err(_) => Some(Drift::Missing(path.clone())),
            Ok(found) if found != *text => Some(Drift::Differs(path.clone())),
            Ok(_) => None,
        })
        .collect();
    // The folder of schemas holds nothing else.
    for entry in fs::read_dir(root.join("schemas"))
        .into_iter()
        .flatten()
        .flatten()
    {
        let path = format!("schemas/{}", entry.file_name().to_string_lossy());
        if !expected.iter().any(|(known, _)| *known == path) {
            drift.push(Drift::Stray(path));
        }
    }
    drift
}

/// Writes every generated file of the workspace at `root`.
pub fn write(root: &Path) -> anyhow::Result<()> {
    for (path, text) in generated() {
        let path = root.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("{}", folder.display()))?;
        }
        fs::write(&path, text).with_context(|| format!("{}", path.display()))?;
    }
    Ok(())
}

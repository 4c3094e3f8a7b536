//! Which content set is meant, and how its path is shown.

use std::env;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context as _, anyhow};

use crate::Stop;

/// The file that makes a folder a content set.
const SETTINGS: &str = "grounds.toml";

/// A content set that was found.
pub(crate) struct Found {
    /// Its folder.
    pub(crate) root: PathBuf,
    /// Its folder as reports show it: as it was named, or relative to the working directory; empty
    /// if it is the working directory.
    pub(crate) shown: String,
}

/// Finds the set that `named` names, or the one around or below the working directory.
pub(crate) fn content_set(named: Option<&Path>) -> Result<Found, Stop> {
    let here = env::current_dir().context("the working directory cannot be read")?;
    let (root, seen) = if let Some(path) = named {
        let root = at(path)?;
        // A path is shown as it was named; shorter, if it leads to somewhere below.
        let seen = root.strip_prefix(&here).unwrap_or(&root).to_owned();
        (root, seen)
    } else {
        let root = upward(&here)?;
        let seen = from(&root, &here);
        (root, seen)
    };
    Ok(Found {
        shown: show(&seen),
        root,
    })
}

fn at(path: &Path) -> Result<PathBuf, Stop> {
    let name = path.display();
    if path.file_name().is_some_and(|file| file == SETTINGS) && path.is_file() {
        let folder = path.parent().unwrap_or(Path::new(""));
        return Ok(if folder.as_os_str().is_empty() {
            ".".into()
        } else {
            folder.into()
        });
    }
    match path.metadata() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(Stop::Usage(anyhow!("there is no `{name}`")))
        }
        Err(error) => Err(Stop::World(
            anyhow::Error::new(error).context(format!("cannot read `{name}`")),
        )),
        Ok(metadata) if !metadata.is_dir() => Err(Stop::Usage(anyhow!(
            "`{name}` is a file: a content set is a folder with a `{SETTINGS}`"
        ))),
        Ok(_) => match path.join(SETTINGS).symlink_metadata() {
            Ok(_) => Ok(path.to_owned()),
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Stop::World(
                anyhow::Error::new(error).context(format!("cannot read `{name}`")),
            )),
            Err(_) => Err(Stop::Usage(anyhow!(
                "`{name}` is no content set: it has no `{SETTINGS}` (`grounds init DIR` starts one)"
            ))),
        },
    }
}

fn upward(here: &Path) -> Result<PathBuf, Stop> {
    here.ancestors()
        .flat_map(|folder| [folder.to_owned(), folder.join("content")])
        .find(|folder| folder.join(SETTINGS).is_file())
        .ok_or_else(|| {
            Stop::Usage(anyhow!(
                "no content set here: neither `{SETTINGS}` nor `content/{SETTINGS}` in `{}` or a \
                 folder above it (name one: `grounds check DIR`; or start one: `grounds init DIR`)",
                here.display()
            ))
        })
}

/// A path with `/` on every system, without `.`; the working directory is empty.
fn show(path: &Path) -> String {
    let parts: Vec<_> = path
        .components()
        .filter(|part| !matches!(part, Component::CurDir))
        .map(|part| match part {
            Component::RootDir => String::new(),
            part => part.as_os_str().to_string_lossy().into_owned(),
        })
        .collect();
    parts.join("/")
}

/// `root` relative to `here`: below it, or on the way up from it; else as it is.
fn from(root: &Path, here: &Path) -> PathBuf {
    if let Ok(below) = root.strip_prefix(here) {
        return below.to_owned();
    }
    for (up, folder) in here.ancestors().enumerate() {
        if let Ok(below) = root.strip_prefix(folder) {
            // From the root of the file system downward, the absolute path is plainer.
            if folder.parent().is_some() {
                return std::iter::repeat_n("..", up)
                    .collect::<PathBuf>()
                    .join(below);
            }
        }
    }
    root.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_shown_as_seen_from_here() {
        let here = Path::new("/home/ada/site/articles");
        let shown = |root: &str| show(&from(Path::new(root), here));
        assert_eq!(shown("/home/ada/site/articles"), "");
        assert_eq!(shown("/home/ada/site/articles/content"), "content");
        assert_eq!(shown("/home/ada/site"), "..");
        assert_eq!(shown("/home/ada/site/content"), "../content");
        assert_eq!(shown("/srv/content"), "/srv/content");
        assert_eq!(show(Path::new("./content")), "content");
        assert_eq!(show(Path::new("../content")), "../content");
        assert_eq!(show(Path::new(".")), "");
    }
}

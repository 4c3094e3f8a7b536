//! Writing one file that the command line names, as what it is: a file is replaced as a whole, and what else has a name
//! (a pipe, a device, a link) is written through.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::{Stop, session};

/// Writes a text to what `path` names. A file holds all of it or what it held before; through a link, what it leads to
/// is written; a pipe or a device gets the text, as it would from a shell.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Stop> {
    if is_standard_output(path) {
        return session::print(text);
    }
    let written = match fs::metadata(path) {
        Ok(there) if there.is_dir() => Err(io::Error::from(io::ErrorKind::IsADirectory)),
        Ok(there) if there.is_file() && !is_open_file(path) => path
            .canonicalize()
            .and_then(|file| replace(&file, Some(&there), text)),
        Ok(_) => write_through(path, text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            leads_to(path).and_then(|file| replace(&file, None, text))
        }
        Err(error) => Err(error),
    };
    written.with_context(|| format!("cannot write `{}`", path.display()))?;
    Ok(())
}

/// Whether a path is another name of standard output. A second opening of it would begin at the start of the file to which
/// a shell has sent it.
fn is_standard_output(path: &Path) -> bool {
    ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]
        .iter()
        .any(|name| path == Path::new(name))
}

/// Whether a path names a file by a descriptor that somebody has open, who would go on with what was replaced.
fn is_open_file(path: &Path) -> bool {
    path == Path::new("/dev/stderr") || path.starts_with("/dev/fd") || path.starts_with("/proc")
}

/// Writes to what is there, and replaces nothing. A reader that has gone away is no failure.
fn write_through(path: &Path, text: &str) -> io::Result<()> {
    let mut there = OpenOptions::new().write(true).open(path)?;
    match there
        .write_all(text.as_bytes())
        .and_then(|()| there.flush())
    {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Where the file of a name that nothing has will be: the name itself, or what a link leads to.
fn leads_to(path: &Path) -> io::Result<PathBuf> {
    /// As many as Linux follows (`path_resolution(7)`).
    const MOST_LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            // A relative link starts from the folder in which it is.
            Ok(target) => path = folder(&path).join(target),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("its links go round in a circle"))
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Writes a file beside `path` and puts it in its place, with the permissions of the one that was `there`.
fn replace(path: &Path, there: Option<&Metadata>, text: &str) -> io::Result<()> {
    let folder = folder(path);
    if !folder.is_dir() {
        let why = format!("there is no folder `{}`", folder.display());
        return Err(io::Error::new(io::ErrorKind::NotFound, why));
    }
    let mut file = tempfile::Builder::new()
        .prefix(".grounds-")
        .permissions_like_others()
        .tempfile_in(folder)
        // The name of the file beside it tells nobody anything.
        .map_err(|error| io::Error::from(error.kind()))?;
    file.write_all(text.as_bytes())?;
    if let Some(there) = there {
        keep_permissions(file.as_file(), there)?;
    }
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(unix)]
fn keep_permissions(file: &File, there: &Metadata) -> io::Result<()> {
    file.set_permissions(there.permissions())
}

/// Here the only permission is to write, and a file that may not be written is not replaced.
#[cfg(not(unix))]
fn keep_permissions(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Tempfiles are private by default; a report is a file like any other.
trait PermissionsLikeOthers {
    fn permissions_like_others(&mut self) -> &mut Self;
}

impl PermissionsLikeOthers for tempfile::Builder<'_, '_> {
    #[cfg(unix)]
    fn permissions_like_others(&mut self) -> &mut Self {
        use std::os::unix::fs::PermissionsExt as _;
        // The umask is applied on top.
        self.permissions(fs::Permissions::from_mode(0o666))
    }

    #[cfg(not(unix))]
    fn permissions_like_others(&mut self) -> &mut Self {
        self
    }
}

//! `grounds init`: a small content set that passes, with comments that teach.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, anyhow};

use crate::args::InitArgs;
use crate::session::print;
use crate::{Ending, Stop, schema};

/// The files of the set, by their paths in it.
const FILES: &[(&str, &str)] = &[
    (
        "grounds.toml",
        include_str!("../templates/init/grounds.toml"),
    ),
    (
        "vocabulary.yaml",
        include_str!("../templates/init/vocabulary.yaml"),
    ),
    (
        "articles/does-needling-help.md",
        include_str!("../templates/init/articles/does-needling-help.md"),
    ),
    (
        "claims/needling-adds-to-minoxidil.yaml",
        include_str!("../templates/init/claims/needling-adds-to-minoxidil.yaml"),
    ),
    (
        "claims/wakes-follicles.yaml",
        include_str!("../templates/init/claims/wakes-follicles.yaml"),
    ),
    (
        "studies/kumar-2018.yaml",
        include_str!("../templates/init/studies/kumar-2018.yaml"),
    ),
];

pub(crate) fn run(args: &InitArgs) -> Result<Ending, Stop> {
    let dir = args.dir.as_path();
    refuse_if_taken(dir)?;
    for (path, content) in FILES {
        write(&dir.join(path), content)?;
    }
    // Hidden, so that the set is not read as its own content; the first line of each record
    // names them, and editors complete from them without a network.
    for (name, schema) in schema::schemas() {
        let text = format!("{schema:#}\n");
        write(
            &dir.join(format!(".grounds/schemas/{name}.schema.json")),
            &text,
        )?;
    }
    print(&format!(
        "started a content set in `{0}`\n  check it:   grounds check {0}\n  export it:  grounds export \
         {0} --out site\n",
        dir.display()
    ))?;
    Ok(Ending::Clean)
}

fn refuse_if_taken(dir: &Path) -> Result<(), Stop> {
    let name = dir.display();
    match fs::read_dir(dir) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => {
            Err(Stop::Usage(anyhow!("`{name}` is a file")))
        }
        Err(error) => Err(Stop::World(
            anyhow::Error::new(error).context(format!("cannot read `{name}`")),
        )),
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(_) => Err(Stop::Usage(anyhow!(
                "`{name}` is not empty: nothing was written"
            ))),
        },
    }
}

fn write(path: &Path, text: &str) -> Result<(), Stop> {
    let parent = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(path, text))
        .with_context(|| format!("cannot write `{}`", path.display()))
        .map_err(Stop::World)
}

//! What stands at the target after an export, whatever stood there before.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::place::Lock;
use super::*;

#[derive(Clone)]
struct Export(BTreeMap<&'static str, String>);

impl Export {
    /// An export in which one page has these words.
    fn of(words: &str) -> Self {
        let mark = "{\"format\": \"grounds-bundle\"}".to_owned();
        Self(BTreeMap::from([
            ("bundle.json", mark),
            ("articles/a.html", words.to_owned()),
            ("articles/b.html", "always the same".to_owned()),
        ]))
    }

    fn with(mut self, path: &'static str) -> Self {
        self.0.insert(path, "more".to_owned());
        self
    }
}

impl Files for Export {
    fn made_of(&self) -> &str {
        &self.0["articles/a.html"]
    }

    fn paths(&self) -> Vec<&str> {
        self.0.keys().copied().collect()
    }

    fn write(&self, path: &str, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(self.0[path].as_bytes())
    }
}

fn written(target: &Path, export: &Export) -> (usize, bool) {
    let published = publish(target, export).unwrap();
    (published.written, published.unchanged)
}

#[test]
fn an_export_replaces_the_former_one_as_a_whole() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("deep/site");
    publish(&target, &Export::of("one")).unwrap();
    fs::write(target.join("stale.html"), "stale").unwrap();
    publish(&target, &Export::of("two")).unwrap();
    assert_eq!(
        fs::read_to_string(target.join("articles/a.html")).unwrap(),
        "two"
    );
    assert!(!target.join("stale.html").exists());
    let beside: Vec<_> = fs::read_dir(folder.path().join("deep")).unwrap().collect();
    assert_eq!(beside.len(), 2, "the site and its lock: {beside:?}");
}

#[test]
fn only_what_changed_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("site");
    assert_eq!(written(&target, &Export::of("one")), (3, false));
    assert_eq!(written(&target, &Export::of("one")), (0, true));
    assert_eq!(written(&target, &Export::of("two")), (1, false));
    let more = Export::of("two").with("claims/x.html");
    assert_eq!(written(&target, &more), (1, false));
    // A page that is gone is no page to write, but the site is another one.
    assert_eq!(written(&target, &Export::of("two")), (0, false));
    assert!(!target.join("claims").exists());
}

#[test]
fn what_others_changed_in_the_target_is_put_right() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("site");
    let export = Export::of("one");
    publish(&target, &export).unwrap();
    let page = target.join("articles/a.html");
    let changes: [&dyn Fn() -> io::Result<()>; 6] = [
        &|| fs::write(&page, "two"),
        &|| fs::write(&page, ""),
        &|| fs::remove_file(&page),
        &|| fs::remove_file(&page).and_then(|()| fs::create_dir(&page)),
        &|| fs::create_dir(target.join("empty")),
        &|| fs::remove_dir_all(target.join("articles")),
    ];
    for change in changes {
        change().unwrap();
        assert!(!publish(&target, &export).unwrap().unchanged);
        assert_eq!(fs::read_to_string(&page).unwrap(), "one");
        assert!(publish(&target, &export).unwrap().unchanged);
    }
}

#[test]
fn an_unchanged_export_is_known_before_it_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("site");
    assert_eq!(find_unchanged(&target, "one"), None);
    publish(&target, &Export::of("one")).unwrap();
    let lock = folder.path().join(".site.lock");
    let record = fs::read_to_string(&lock).unwrap();
    let unchanged = |made_of| find_unchanged(&target, made_of).map(|published| published.files);
    assert_eq!(unchanged("one"), Some(3));
    assert_eq!(unchanged("two"), None);
    for broken in [
        "",
        "{",
        &record[..record.len() / 2],
        &record.replace(':', "::"),
    ] {
        fs::write(&lock, broken).unwrap();
        assert_eq!(unchanged("one"), None, "{broken}");
    }
    // What cannot be read is written anew by an export that finds all files as they should be.
    assert!(publish(&target, &Export::of("one")).unwrap().unchanged);
    assert_eq!(fs::read_to_string(&lock).unwrap(), record);
    assert_eq!(unchanged("one"), Some(3));
}

#[test]
fn an_export_that_others_changed_is_not_called_unchanged() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("site");
    let (page, other) = (
        target.join("articles/a.html"),
        target.join("articles/b.html"),
    );
    let changes: [&dyn Fn() -> io::Result<()>; 6] = [
        &|| fs::write(&page, "two"),
        &|| fs::remove_file(&page),
        &|| fs::rename(&page, target.join("articles/c.html")),
        &|| fs::copy(&page, &other).map(drop),
        &|| fs::create_dir(target.join("empty")),
        &|| fs::write(target.join("more.html"), "more"),
    ];
    for (i, change) in changes.iter().enumerate() {
        publish(&target, &Export::of("one")).unwrap();
        assert!(
            find_unchanged(&target, "one").is_some(),
            "before change {i}"
        );
        change().unwrap();
        assert_eq!(find_unchanged(&target, "one"), None, "change {i}");
    }
}

#[cfg(unix)]
#[test]
fn the_former_export_is_never_written_through_a_link() {
    use std::os::unix::fs::MetadataExt as _;
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("site");
    publish(&target, &Export::of("one")).unwrap();
    let [changed, same] = ["articles/a.html", "articles/b.html"].map(|path| target.join(path));
    let kept = folder.path().join("kept.html");
    fs::hard_link(&changed, &kept).unwrap();
    let file = fs::metadata(&same).unwrap().ino();
    publish(&target, &Export::of("two")).unwrap();
    assert_eq!(fs::read_to_string(&kept).unwrap(), "one");
    assert_eq!(fs::read_to_string(&changed).unwrap(), "two");
    assert_eq!(fs::metadata(&same).unwrap().ino(), file);
}

#[test]
fn what_is_not_ours_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("thesis.tex"), "years of work").unwrap();
    let refused = publish(folder.path(), &Export::of("one"));
    assert!(
        matches!(refused, Err(PublishError::NotOurs(_))),
        "{refused:?}"
    );
    let file = folder.path().join("thesis.tex");
    assert!(matches!(
        publish(&file, &Export::of("one")),
        Err(PublishError::NoFolder(_))
    ));
    assert_eq!(fs::read_to_string(file).unwrap(), "years of work");
}

#[test]
fn what_a_killed_run_left_is_removed_by_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let left = folder.path().join(".site.grounds-killed/new");
    fs::create_dir_all(left.join("articles")).unwrap();
    fs::write(left.join("articles/a.html"), "half").unwrap();
    publish(&folder.path().join("site"), &Export::of("one")).unwrap();
    assert!(!left.exists());
}

#[test]
fn a_target_that_a_killed_run_had_moved_aside_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("site");
    publish(&target, &Export::of("one")).unwrap();
    let left = folder.path().join(".site.grounds-killed");
    fs::create_dir(&left).unwrap();
    fs::rename(&target, left.join("old")).unwrap();
    assert!(publish(&target, &Export::of("one")).unwrap().unchanged);
    assert!(!left.exists());
}

#[test]
fn nothing_is_written_outside_the_target() {
    let folder = tempfile::tempdir().unwrap();
    for path in ["../x", "/etc/x", "a//b", "a/./b", "", "c:\\x"] {
        let refused = publish(&folder.path().join("site"), &Export::of("one").with(path));
        assert!(
            matches!(refused, Err(PublishError::Outside(_))),
            "{path}: {refused:?}"
        );
    }
    assert!(!folder.path().join("site").exists());
}

#[test]
fn two_exports_at_once_do_not_mix() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("site");
    let lock = Lock::take(&folder.path().join(".site.lock"), &target).unwrap();
    assert!(matches!(
        publish(&target, &Export::of("one")),
        Err(PublishError::Busy(_))
    ));
    drop(lock);
    publish(&target, &Export::of("one")).unwrap();
}

#[test]
fn a_file_that_cannot_be_made_leaves_the_former_export() {
    struct Broken(Export);
    impl Files for Broken {
        fn made_of(&self) -> &str {
            self.0.made_of()
        }
        fn paths(&self) -> Vec<&str> {
            self.0.paths()
        }
        fn write(&self, path: &str, out: &mut dyn Write) -> io::Result<()> {
            self.0.write(path, out)?;
            if path == "articles/b.html" {
                return Err(io::Error::other("a template is broken"));
            }
            Ok(())
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("site");
    publish(&target, &Export::of("one")).unwrap();
    let error = publish(&target, &Broken(Export::of("two"))).unwrap_err();
    assert!(error.to_string().contains("b.html"), "{error}");
    assert!(publish(&target, &Export::of("one")).unwrap().unchanged);
}

#[test]
fn a_way_up_and_down_again_leads_to_a_folder_that_is_not_there_yet() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("set")).unwrap();
    for (target, made) in [("set/../site", "site"), ("set/../new/site", "new/site")] {
        publish(&folder.path().join(target), &Export::of("one")).unwrap();
        assert!(folder.path().join(made).is_dir(), "{target}");
    }
    let lost = publish(&folder.path().join("lost/../site2"), &Export::of("one"));
    assert!(
        lost.is_err() && !folder.path().join("site2").exists(),
        "{lost:?}"
    );
}

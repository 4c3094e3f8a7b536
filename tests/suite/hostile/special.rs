//! What is no file: links, pipes, devices, sockets, folders, and what may not be read.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::net::UnixListener;
use std::process::Command;

use super::Set;

const UNREADABLE: &str = "structure/unreadable-file";

/// Where a file of each kind stands.
const PLACES: [&str; 7] = [
    "articles/odd.md",
    "claims/odd.yaml",
    "studies/odd.yaml",
    "vocabulary.yaml",
    "grounds.toml",
    "sources/kumar-2018.txt",
    "styles/odd.csl",
];

/// A set with nothing at a place.
fn without(path: &str) -> Set {
    let set = Set::new();
    let place = set.path(path);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    let _ = fs::remove_file(place);
    set
}

fn pipe(set: &Set, path: &str) {
    let made = Command::new("mkfifo").arg(set.path(path)).status();
    assert!(made.unwrap().success());
}

#[test]
fn a_pipe_is_not_opened() {
    for path in PLACES {
        let set = without(path);
        pipe(&set, path);
        set.must_find(&[(path, UNREADABLE)]);
    }
}

/// Only root may make a device; where nobody can, there is nothing to test.
#[test]
fn a_device_is_not_opened() {
    for path in PLACES {
        let set = without(path);
        let mut command = Command::new("mknod");
        // What `/dev/zero` is on Linux: to read it to its end takes for ever.
        let made = command.arg(set.path(path)).args(["c", "1", "5"]).output();
        if made.is_ok_and(|made| made.status.success()) {
            set.must_find(&[(path, UNREADABLE)]);
        }
    }
}

#[test]
fn a_socket_is_not_opened() {
    let set = without("claims/odd.yaml");
    let _listener = UnixListener::bind(set.path("claims/odd.yaml")).unwrap();
    set.must_find(&[("claims/odd.yaml", UNREADABLE)]);
}

#[test]
fn a_link_to_a_device_is_not_followed() {
    for path in PLACES {
        for device in ["/dev/zero", "/dev/full", "/dev/stdin"] {
            let set = without(path);
            symlink(device, set.path(path)).unwrap();
            set.must_find(&[(path, UNREADABLE)]);
        }
    }
}

#[test]
fn links_out_of_the_set_are_not_followed() {
    for path in PLACES {
        let set = without(path);
        let outside = set.folder.path().join("outside");
        fs::write(&outside, "secret: 1\n").unwrap();
        symlink(&outside, set.path(path)).unwrap();
        set.must_find(&[(path, UNREADABLE)]);
        assert!(!set.check().stdout.contains("secret"));
    }
    let set = Set::new();
    let outside = set.folder.path().join("others");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("x.yaml"), "secret: 1\n").unwrap();
    symlink(&outside, set.path("claims/others")).unwrap();
    set.must_find(&[("claims/others", UNREADABLE)]);
}

#[test]
fn loops_of_links_end() {
    let set = Set::new();
    symlink("round.yaml", set.path("claims/round.yaml")).unwrap();
    symlink("b.yaml", set.path("studies/a.yaml")).unwrap();
    symlink("a.yaml", set.path("studies/b.yaml")).unwrap();
    symlink(".", set.path("articles/here")).unwrap();
    symlink("..", set.path("articles/up")).unwrap();
    symlink("nowhere.yaml", set.path("claims/lost.yaml")).unwrap();
    set.must_find(&[
        ("claims/round.yaml", UNREADABLE),
        ("studies/a.yaml", UNREADABLE),
        ("articles/here", UNREADABLE),
        ("claims/lost.yaml", UNREADABLE),
    ]);
}

#[test]
fn a_folder_with_the_name_of_a_file() {
    for path in ["vocabulary.yaml", "grounds.toml"] {
        let set = without(path);
        fs::create_dir(set.path(path)).unwrap();
        set.must_find(&[(path, UNREADABLE)]);
    }
    // In a folder of records it is one more folder of records.
    let set = Set::new().write(
        "articles/odd.md/inner.md",
        "---\ntitle: A\n---\nIs it [@x]?\n",
    );
    set.must_find(&[("articles/odd.md/inner.md:4:", "citation/undefined-key")]);
}

#[test]
fn folders_nest_only_so_deep() {
    let path = format!("claims/{}x.yaml", "a/".repeat(200));
    let set = Set::new().write(&path, "statement: S.\n");
    set.must_find(&[("claims/a/", UNREADABLE)]);
}

/// The system lets root read everything, so for root there is nothing to test.
#[test]
fn what_may_not_be_read_is_told() {
    let set = Set::new()
        .write("claims/shut/x.yaml", "statement: S.\n")
        .write("studies/shut.yaml", "design: rct\n");
    let shut = |path: &str, mode| {
        fs::set_permissions(set.path(path), fs::Permissions::from_mode(mode)).unwrap();
    };
    shut("claims/shut", 0o000);
    shut("studies/shut.yaml", 0o000);
    let may_read_all = fs::read(set.path("studies/shut.yaml")).is_ok();
    if !may_read_all {
        set.must_find(&[
            ("claims/shut", UNREADABLE),
            ("studies/shut.yaml", UNREADABLE),
        ]);
    }
    shut("claims/shut", 0o700);
}

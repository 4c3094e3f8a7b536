//! The walk, on folders made for the purpose.

use std::fs;

use tempfile::TempDir;

use super::*;

fn set(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Each file as `path: what was found`.
fn found(folder: &TempDir) -> Vec<String> {
    let shown = |content: &Content| match content {
        Content::Bytes(bytes) => format!("{} bytes", bytes.len()),
        Content::Unreadable(why) => why.clone(),
        Content::TooLarge(size) => format!("too large: {size}"),
        Content::NotAFile(what) => (*what).to_owned(),
        Content::Stray => "stray".to_owned(),
        Content::StrayFolder => "stray folder".to_owned(),
    };
    let files = read(folder.path()).unwrap();
    files
        .iter()
        .map(|file| format!("{}: {}", file.path, shown(&file.content)))
        .collect()
}

#[test]
fn files_come_in_the_order_of_their_paths() {
    let folder = set(&[
        ("grounds.toml", ""),
        ("vocabulary.yaml", "x"),
        ("claims/b.yaml", ""),
        ("claims/a/c.yaml", ""),
        ("claims/a-b.yaml", ""),
        ("articles/x.md", "abc"),
        ("studies/s.yaml", ""),
        ("styles/ama.csl", "<style/>"),
    ]);
    assert_eq!(
        found(&folder),
        [
            "articles/x.md: 3 bytes",
            "claims/a-b.yaml: 0 bytes",
            "claims/a/c.yaml: 0 bytes",
            "claims/b.yaml: 0 bytes",
            "grounds.toml: 0 bytes",
            "studies/s.yaml: 0 bytes",
            "styles/ama.csl: 8 bytes",
            "vocabulary.yaml: 1 bytes",
        ]
    );
}

#[test]
fn what_is_no_content_is_not_read() {
    let folder = set(&[
        ("grounds.toml", ""),
        ("README.md", ""),
        (".git/config", ""),
        ("node_modules/x/claims/a.yaml", ""),
        ("notes.md", ""),
        ("claims/.a.yaml.swp", ""),
        ("claims/a.yaml~", ""),
        ("claims/.cache/a.yaml", ""),
        ("claims/a.yml", ""),
        ("articles/figure.png", ""),
        ("study/a.yaml", ""),
        ("styles/notes.txt", ""),
    ]);
    assert_eq!(
        found(&folder),
        [
            "articles/figure.png: stray",
            "claims/a.yml: stray",
            "grounds.toml: 0 bytes",
            "notes.md: stray",
            "study: stray folder",
        ]
    );
}

#[test]
fn a_folder_that_is_no_content_set_is_an_error() {
    let folder = set(&[("claims/a.yaml", "")]);
    let error = |path: &Path| read(path).unwrap_err();
    assert!(matches!(error(folder.path()), ReadError::NoSettings(_)));
    assert!(matches!(
        error(&folder.path().join("nowhere")),
        ReadError::NotAFolder(_)
    ));
    assert!(matches!(
        error(&folder.path().join("claims/a.yaml")),
        ReadError::NotAFolder(_)
    ));
    let shown = error(&folder.path().join("nowhere")).to_string();
    assert!(shown.ends_with("nowhere` is not a folder"), "{shown}");
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let folder = set(&[("grounds.toml", "")]);
    let large = fs::File::create(folder.path().join("vocabulary.yaml")).unwrap();
    large.set_len(MAX_FILE_SIZE + 1).unwrap();
    assert_eq!(found(&folder)[1], "vocabulary.yaml: too large: 5000001");
}

#[cfg(unix)]
#[test]
fn links_are_followed_within_the_set_and_no_further() {
    use std::os::unix::fs::symlink;
    let elsewhere = set(&[("secret.yaml", "secret")]);
    let folder = set(&[
        ("grounds.toml", ""),
        ("claims/a.yaml", "abc"),
        ("shared/b.yaml", "b"),
    ]);
    let root = folder.path();
    symlink(root.join("claims/a.yaml"), root.join("claims/linked.yaml")).unwrap();
    symlink("../shared", root.join("claims/shared")).unwrap();
    symlink("..", root.join("claims/loop")).unwrap();
    symlink(".", root.join("claims/self")).unwrap();
    symlink("nowhere", root.join("claims/dangling.yaml")).unwrap();
    symlink("circle.yaml", root.join("claims/circle.yaml")).unwrap();
    symlink(
        elsewhere.path().join("secret.yaml"),
        root.join("claims/out.yaml"),
    )
    .unwrap();
    symlink(elsewhere.path(), root.join("claims/outside")).unwrap();
    symlink("/dev/zero", root.join("vocabulary.yaml")).unwrap();
    let found = found(&folder);
    let expected = [
        "claims/a.yaml: 3 bytes",
        "claims/circle.yaml: is a symbolic link that leads in a circle",
        "claims/dangling.yaml: is a symbolic link that leads nowhere",
        "claims/linked.yaml: 3 bytes",
        "claims/loop: leads to a folder that is read under another name",
        "claims/out.yaml: is a symbolic link that leads out of the content set",
        "claims/outside: is a symbolic link that leads out of the content set",
        "claims/self: leads to a folder that is read under another name",
        "claims/shared/b.yaml: 1 bytes",
        "vocabulary.yaml: is a symbolic link that leads out of the content set",
    ];
    for line in expected {
        assert!(
            found.iter().any(|found| found == line),
            "{line}\n{found:#?}"
        );
    }
    assert_eq!(found.len(), expected.len() + 1, "{found:#?}");
}

#[cfg(unix)]
#[test]
fn a_named_pipe_is_never_opened() {
    let folder = set(&[("grounds.toml", ""), ("claims/x.md", "")]);
    let pipe = folder.path().join("claims/pipe.yaml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(found(&folder)[0], "claims/pipe.yaml: a named pipe");
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_utf_8_is_shown_as_far_as_it_goes() {
    use std::os::unix::ffi::OsStrExt;
    let folder = set(&[("grounds.toml", ""), ("claims/a.yaml", "")]);
    let name = std::ffi::OsStr::from_bytes(b"b\xff.yaml");
    if fs::write(folder.path().join("claims").join(name), "x").is_ok() {
        assert_eq!(found(&folder)[1], "claims/b\u{fffd}.yaml: 1 bytes");
    }
}

#[test]
fn a_file_that_stands_plainly_there_is_read_by_itself() {
    let folder = set(&[
        ("grounds.toml", ""),
        ("claims/deep/a.yaml", "x"),
        (".b", ""),
    ]);
    let one = |path: &str| read_one(folder.path(), path);
    let all = read(folder.path()).unwrap();
    assert_eq!(one("claims/deep/a.yaml").as_ref(), all.first());
    for path in [
        "claims/b.yaml",
        "claims/deep",
        ".b",
        "claims/../grounds.toml",
        "",
    ] {
        assert_eq!(one(path), None, "{path}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink("deep", folder.path().join("claims/linked")).unwrap();
        symlink("deep/a.yaml", folder.path().join("claims/b.yaml")).unwrap();
        assert_eq!(one("claims/linked/a.yaml"), None);
        assert_eq!(one("claims/b.yaml"), None);
    }
}

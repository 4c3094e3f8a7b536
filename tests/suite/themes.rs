//! Themes, as authors meet them: named in the settings, checked with the set, shown where they break.

use std::fs;
use std::path::Path;

use crate::program::{Ran, grounds};

const SETTINGS: &str = "title = \"Hair\"\nbase-url = \"https://example.org/\"\n";

/// A set of one article, with the settings and files given.
fn set(settings: &str, files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    };
    write("set/grounds.toml", &format!("{SETTINGS}{settings}"));
    write(
        "set/articles/hair.md",
        "---\ntitle: Hair\nauthors: [A. Writer]\n---\n\nWhat is hair?\n",
    );
    for (path, text) in files {
        write(path, text);
    }
    folder
}

fn export(folder: &Path) -> Ran {
    grounds(&["export", "set", "--out", "site", "--color", "never"])
        .here(folder)
        .run()
}

#[test]
fn a_theme_of_the_set_dresses_its_site() {
    let folder = set(
        "theme = \"looks/plain\"\n",
        &[
            ("set/looks/plain/theme.css", "h1 { color: green; }\n"),
            (
                "set/looks/plain/404.html",
                "<p>Gone from {{ site.title }}.</p>\n",
            ),
            // No part of a theme, and no harm.
            ("set/looks/plain/README.md", "# Plain\n"),
            ("set/looks/other/404.html", "{% broken"),
        ],
    );
    let ran = export(folder.path());
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    let read = |path: &str| fs::read_to_string(folder.path().join("site").join(path)).unwrap();
    assert_eq!(read("404.html"), "<p>Gone from Hair.</p>");
    assert!(read("style.css").ends_with("h1 { color: green; }\n"));
    assert!(read("index.html").contains("What the levels of certainty mean"));
}

#[test]
fn a_theme_brings_fonts_and_pictures() {
    let folder = set(
        "theme = \"theme\"\n",
        &[
            (
                "set/theme/theme.css",
                "@font-face { font-family: a; src: url(\"fonts/a.woff2\"); }\n",
            ),
            ("set/theme/fonts/a.woff2", "wOF2 and the rest"),
            (
                "set/theme/leaf.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            ),
            ("set/other/b.woff2", "of nobody"),
        ],
    );
    fs::write(
        folder.path().join("set/theme/a.png"),
        b"\x89PNG\r\n\x1a\n\xff\xfe",
    )
    .unwrap();
    let ran = export(folder.path());
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    let read = |path: &str| fs::read(folder.path().join("site").join(path)).unwrap();
    assert_eq!(read("fonts/a.woff2"), b"wOF2 and the rest");
    assert_eq!(read("a.png"), b"\x89PNG\r\n\x1a\n\xff\xfe");
    assert!(read("leaf.svg").starts_with(b"<svg"));
    assert!(!folder.path().join("site/b.woff2").exists());
}

#[test]
fn a_drawing_with_a_script_and_a_picture_that_is_none_fail_the_check() {
    let folder = set(
        "theme = \"theme\"\n",
        &[
            (
                "set/theme/leaf.svg",
                "<svg>\n  <script>alert(1)</script>\n</svg>\n",
            ),
            ("set/theme/a.png", "no picture"),
        ],
    );
    let ran = grounds(&["check", "set", "--color", "never"])
        .here(folder.path())
        .run();
    assert_eq!(ran.status, Some(1));
    insta::assert_snapshot!("a_drawing_with_a_script", ran.stdout);
}

#[test]
fn a_template_that_cannot_be_read_fails_the_check() {
    let folder = set(
        "theme = \"theme\"\n",
        &[
            ("set/theme/about.html", "<h1>About</h1>\n{% for x site %}\n"),
            ("set/theme/artcle.html", "<h1>An article</h1>\n"),
        ],
    );
    let ran = grounds(&["check", "set", "--color", "never"])
        .here(folder.path())
        .run();
    assert_eq!(ran.status, Some(1));
    insta::assert_snapshot!("a_template_that_cannot_be_read", ran.stdout);
    let ran = grounds(&["export", "set", "--out", "site", "--allow-errors"]);
    let ran = ran.here(folder.path()).run();
    assert_eq!(ran.status, Some(1));
    assert!(
        ran.stderr.contains("set/theme/about.html:2:10"),
        "{}",
        ran.stderr
    );
    assert!(!folder.path().join("site").exists(), "nothing is written");
}

#[test]
fn a_template_that_fails_leaves_the_site_as_it_was() {
    let folder = set("", &[]);
    assert_eq!(export(folder.path()).status, Some(0));
    let before = fs::read_to_string(folder.path().join("site/about.html")).unwrap();
    let settings = format!("{SETTINGS}theme = \"theme\"\n");
    fs::write(folder.path().join("set/grounds.toml"), settings).unwrap();
    fs::create_dir(folder.path().join("set/theme")).unwrap();
    let about = "<h1>{{ site.title }}</h1>\n<p>{{ site.nothing.there }}</p>\n";
    fs::write(folder.path().join("set/theme/about.html"), about).unwrap();
    let ran = export(folder.path());
    assert_eq!(ran.status, Some(1));
    insta::assert_snapshot!("a_template_that_fails", ran.stderr);
    let after = fs::read_to_string(folder.path().join("site/about.html")).unwrap();
    assert_eq!(before, after);
}

#[test]
fn a_theme_stands_in_the_set() {
    let outside = ("theme/404.html", "from outside");
    for (named, said) in [
        ("../theme", "is no folder in the set"),
        ("/etc", "is no folder in the set"),
        (".hidden", "is no folder in the set"),
        ("gone", "holds no template and no style"),
        ("articles", "holds no template and no style"),
    ] {
        let folder = set(&format!("theme = \"{named}\"\n"), &[outside]);
        let ran = grounds(&["check", "set", "--color", "never"])
            .here(folder.path())
            .run();
        assert_eq!(ran.status, Some(1), "{named}: {}", ran.stdout);
        assert!(ran.stdout.contains(said), "{named}: {}", ran.stdout);
        assert!(
            ran.stdout.contains("set/grounds.toml:3:9"),
            "{named}: {}",
            ran.stdout
        );
    }
}

#[cfg(unix)]
#[test]
fn a_theme_is_not_followed_out_of_the_set() {
    let folder = set(
        "theme = \"a/theme\"\n",
        &[("outside/theme/404.html", "from outside")],
    );
    std::os::unix::fs::symlink(folder.path().join("outside"), folder.path().join("set/a")).unwrap();
    let ran = export(folder.path());
    assert_eq!(ran.status, Some(1), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("holds no template and no style"),
        "{}",
        ran.stderr
    );
}

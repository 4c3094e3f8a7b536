//! What the looks of a site are made from: a citation style and a theme that somebody else wrote.

use super::{Set, bounded};

const INVALID: &str = "structure/invalid-value";

/// A style in the form of the CSL project's, with these macros and this reference.
fn style(macros: &str, reference: &str) -> String {
    format!(
        "<style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"in-text\" version=\"1.0\">\n\
         <info><title>T</title><id>t</id><updated>2026-11-27T00:00:00+00:00</updated></info>\n{macros}\n\
         <citation><layout><text variable=\"title\"/></layout></citation>\n\
         <bibliography><layout><names variable=\"author\"/>{reference}</layout></bibliography></style>\n"
    )
}

/// The set in a style of its own.
fn styled(xml: &str) -> Set {
    let settings = "title = \"T\"\ncsl-style = \"odd.csl\"\n";
    let set = Set::new().write("grounds.toml", settings);
    set.write("odd.csl", xml)
}

/// The set in a theme of one template or drawing.
fn themed(file: &str, text: &str) -> Set {
    let settings = "title = \"T\"\ntheme = \"theme\"\n";
    let set = Set::new().write("grounds.toml", settings);
    set.write(&format!("theme/{file}"), text)
}

#[test]
fn a_style_that_cannot_be_followed_is_shown_where_it_cannot() {
    let itself = "<macro name=\"a\"><text macro=\"a\"/></macro>";
    let twice = |i: usize| {
        let next = i + 1;
        format!("<macro name=\"m{i}\"><text macro=\"m{next}\"/><text macro=\"m{next}\"/></macro>")
    };
    let doubling: String = (0..40).map(twice).collect();
    let doubling = format!("{doubling}<macro name=\"m40\"/>");
    let nested = format!("{}{}", "<group>".repeat(50_000), "</group>".repeat(50_000));
    let long = format!("<text value=\"{}\"/>", "x".repeat(500_000));
    for (macros, reference, line) in [
        (itself, "<text macro=\"a\"/>", 3),
        (&doubling, "<text macro=\"m0\"/>", 3),
        ("", "<text macro=\"none\"/>", 5),
        ("", &nested, 5),
        ("", &long, 5),
    ] {
        styled(&style(macros, reference)).must_find(&[(&format!("odd.csl:{line}:"), INVALID)]);
    }
    let settings = "grounds.toml:2:";
    styled("<style>").must_find(&[(settings, INVALID)]);
    styled(&"<style>".repeat(500_000)).must_find(&[("odd.csl:1:", INVALID)]);
}

#[test]
fn a_drawing_that_loads_something_is_shown_where_it_does() {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<style>@import '//example.org/a';</style></svg>";
    themed("leaf.svg", drawing).must_find(&[("theme/leaf.svg:2:", INVALID)]);
    let nested = "<g>".repeat(1_000_000);
    themed("leaf.svg", &nested).check();
}

#[test]
fn a_template_without_an_end_is_given_up() {
    for text in [
        "\n{% for a in range(9999) %}{% for b in range(9999) %}{{ a * b }}{% endfor %}{% endfor %}",
        "\n{% set ns = namespace(x=\"x\") %}{% for a in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
        "\n{% include \"about.html\" %}",
        "\n{% macro a() %}{{ a() }}{{ a() }}{% endmacro %}{{ a() }}",
    ] {
        let set = themed("about.html", text);
        let arguments = ["export", "set", "--out", "site", "--allow-errors"];
        let ran = bounded::run(set.folder.path(), &arguments);
        assert_eq!(ran.status, Some(1), "{text}: {ran:?}");
        assert!(ran.stderr.contains("theme/about.html:2:"), "{}", ran.stderr);
        assert!(!set.folder.path().join("site").exists());
    }
}

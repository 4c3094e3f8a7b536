//! The bundle: its snapshot, its schema, its digest, and that it is the same every time.

use grounds_export::bundle::{Bundle, schema};
use grounds_export::{ExportError, StyleError, site};

use crate::{build, fixture, real, run, snapshots};

#[test]
fn the_bundle_of_the_rich_set() {
    let json = build(&fixture("rich")).to_json();
    snapshots().bind(|| insta::assert_snapshot!("bundle", json));
}

#[test]
fn bundles_keep_their_schema() {
    let schema = serde_json::to_value(schema()).unwrap();
    let validator = jsonschema::options().build(&schema).unwrap();
    for set in [fixture("rich"), real()] {
        let bundle: serde_json::Value = serde_json::from_str(&build(&set).to_json()).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&bundle)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
    let mut unknown = serde_json::to_value(build(&fixture("rich"))).unwrap();
    unknown["articles"][0]["blocks"][0]["surprise"] = true.into();
    assert!(!validator.is_valid(&unknown));
    assert!(Bundle::from_json(&unknown.to_string()).is_err());
}

#[test]
fn a_bundle_is_read_back_as_it_was() {
    let bundle = build(&fixture("rich"));
    assert_eq!(Bundle::from_json(&bundle.to_json()).unwrap(), bundle);
}

#[test]
fn the_same_set_gives_the_same_bytes() {
    let (one, other) = (build(&fixture("rich")), build(&fixture("rich")));
    assert_eq!(one.to_json(), other.to_json());
    assert_eq!(site::render(&one).unwrap(), site::render(&other).unwrap());
}

#[test]
fn the_digest_is_of_all_but_itself() {
    let bundle = build(&fixture("rich"));
    assert_eq!(bundle.compute_digest(), bundle.digest);
    let mut other = bundle.clone();
    other.digest = String::new();
    assert_eq!(other.compute_digest(), bundle.digest);
    other.title.push('!');
    assert_ne!(other.compute_digest(), bundle.digest);
}

#[test]
fn what_dangles_is_kept_and_said() {
    let bundle = build(&fixture("rich"));
    let article = bundle
        .articles
        .iter()
        .find(|article| article.slug == "needling")
        .unwrap();
    let reference = article
        .references
        .iter()
        .find(|it| it.study == "no-such-study")
        .unwrap();
    assert!(!reference.resolved);
    let passage = article
        .passages
        .iter()
        .find(|it| it.text == "Somebody said so")
        .unwrap();
    assert!(!passage.resolved && passage.claim.as_deref() == Some("no-such-claim"));
    let claim = bundle
        .claims
        .iter()
        .find(|claim| claim.id == "adds")
        .unwrap();
    assert!(
        claim
            .evidence
            .iter()
            .any(|line| line.study == "gone-1999" && !line.resolved)
    );
}

#[test]
fn a_style_that_drops_authors_is_refused() {
    let mut set = fixture("rich");
    set.settings.value.csl_style = "vancouver".to_owned().try_into().unwrap();
    let run = run(&set);
    let error = grounds_export::build(&set, &run, &|_| unreachable!("no file is named"));
    let Err(ExportError::Style {
        name,
        source: StyleError::DropsAuthors,
    }) = error
    else {
        panic!("{error:?}");
    };
    assert_eq!(name, "vancouver");
}

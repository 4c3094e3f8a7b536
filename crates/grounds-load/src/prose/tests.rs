//! Sentences, passages and citations of small articles.

use grounds_model::NonClaim;

use super::*;

fn prose(source: &str) -> Prose {
    Prose::build(markdown::parse(source, 0..source.len()))
}

/// The words of each sentence, and the keys of its citations.
fn sentences(source: &str) -> Vec<(String, Vec<String>)> {
    let prose = prose(source);
    let keys = |sentence: &Sentence| {
        sentence
            .citations
            .iter()
            .map(|&i| prose.citations[i].key.clone())
            .collect()
    };
    prose
        .sentences
        .iter()
        .map(|sentence| (sentence.text.clone(), keys(sentence)))
        .collect()
}

fn expected(sentences: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    let keys = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect();
    sentences
        .iter()
        .map(|(text, cited)| ((*text).to_owned(), keys(cited)))
        .collect()
}

#[test]
fn a_citation_belongs_to_its_sentence_also_behind_the_full_stop() {
    assert_eq!(
        sentences(
            "Hair grew [@kumar-2018, p. 3]. More so.[@shah-2017] As @pei-2024 says, it may.\n"
        ),
        expected(&[
            ("Hair grew.", &["kumar-2018"]),
            ("More so.", &["shah-2017"]),
            ("As @pei-2024 says, it may.", &["pei-2024"]),
        ])
    );
}

#[test]
fn the_citations_of_a_row_are_those_of_its_cells_and_a_notes_those_of_its_sentence() {
    let table = "| who | what |\n| --- | --- |\n| 68 men | Hair grew [@kumar-2018] |\n";
    assert_eq!(
        sentences(table)[2..],
        expected(&[("68 men", &["kumar-2018"]), ("Hair grew", &["kumar-2018"])])
    );
    let alone = "| study | what |\n| --- | --- |\n| [@kumar-2018] | Hair grew |\n";
    assert_eq!(
        sentences(alone)[2..],
        expected(&[("Hair grew", &["kumar-2018"])])
    );
    let noted =
        "| study | what |\n| --- | --- |\n| Kumar[^1] | Hair grew |\n\n[^1]: [@kumar-2018].\n";
    assert_eq!(
        sentences(noted)[2..4],
        expected(&[("Kumar", &["kumar-2018"]), ("Hair grew", &["kumar-2018"])])
    );
    assert_eq!(
        sentences("Hair grew.[^1]\n\n[^1]: In men [@kumar-2018].\n"),
        expected(&[
            ("Hair grew.", &["kumar-2018"]),
            ("In men.", &["kumar-2018"])
        ])
    );
}

#[test]
fn a_sentence_knows_its_bytes_with_its_markup() {
    let source = "One. [Hair *grew* &amp; grew]{claim=a} [@b]. Two.\n";
    let prose = prose(source);
    let bytes: Vec<&str> = prose
        .sentences
        .iter()
        .map(|s| &source[s.range.clone()])
        .collect();
    assert_eq!(
        bytes,
        ["One.", "[Hair *grew* &amp; grew]{claim=a} [@b].", "Two."]
    );
    assert_eq!(prose.sentences[1].text, "Hair grew & grew.");
    assert_eq!(
        &source[prose.passages[0].words.clone()],
        "Hair *grew* &amp; grew"
    );
}

#[test]
fn a_label_holds_for_a_sentence_only_if_it_covers_all_its_words() {
    let label = |source: &str| prose(source).sentences[0].labels.non_claim;
    assert_eq!(label("[Ask first.]{.advice}\n"), Some(NonClaim::Advice));
    assert_eq!(
        label("[Ask first]{.advice} [@a].\n"),
        Some(NonClaim::Advice)
    );
    assert_eq!(label("[Ask first]{.advice}, and it cures.\n"), None);
    assert_eq!(
        label("::: {.context}\nIt cures.\n:::\n"),
        Some(NonClaim::Context)
    );
    assert_eq!(
        label("::: {.context}\n[Ask.]{.advice}\n:::\n"),
        Some(NonClaim::Advice)
    );
}

#[test]
fn what_is_around_a_passage_labels_it() {
    let speculative = |source: &str| prose(source).passages.last().unwrap().labels.speculative;
    assert!(speculative("[It might]{.speculative claim=a}.\n"));
    assert!(speculative(
        "::: {.speculative}\n- [It might]{claim=a}\n:::\n"
    ));
    assert!(speculative("[Oh, [it might]{claim=a}]{.speculative}.\n"));
    assert!(!speculative(
        "[It might]{.speculative} but [it does]{claim=a}.\n"
    ));
}

#[test]
fn a_div_can_state_a_claim() {
    let prose = prose("::: {claim=a}\nHair grew.\n\nIt grew more [@b].\n:::\n");
    assert_eq!(prose.passages[0].text, "Hair grew. It grew more.");
    assert!(
        prose
            .sentences
            .iter()
            .all(|sentence| sentence.passages == [0])
    );
    assert_eq!(prose.passages[0].citations, [0]);
}

#[test]
fn a_cell_knows_the_head_of_its_column_and_what_its_row_begins_with() {
    let table = "One.\n\n| who | p value |\n| --- | --- |\n| 68 men | 0.03 |\n| 20 women | 0.4 |\n";
    let prose = prose(table);
    let text = |at: usize| prose.sentences[at].text.as_str();
    let around: Vec<_> = prose
        .cells
        .iter()
        .map(|(at, cell)| (text(*at), cell.head.map(text), cell.row.map(text)))
        .collect();
    assert_eq!(
        around,
        [
            ("68 men", Some("who"), None),
            ("0.03", Some("p value"), Some("68 men")),
            ("20 women", Some("who"), None),
            ("0.4", Some("p value"), Some("20 women")),
        ]
    );
}

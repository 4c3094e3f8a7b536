//! What the classifier says of sentences, kind by kind, and that its word lists are in order.

use super::*;

/// Compares all cases before it fails, so that one run shows what a change to a list does.
fn all_equal<T: PartialEq + std::fmt::Debug>(
    cases: impl IntoIterator<Item = (&'static str, T, T)>,
) {
    let wrong: Vec<String> = cases
        .into_iter()
        .filter(|(_, found, expected)| found != expected)
        .map(|(text, found, expected)| format!("{text}: {found:?}, not {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn evident(text: &str) -> Option<Evident> {
    evident_in(text, Setting::Paragraph)
}

fn reason(text: &'static str) -> Option<(Reason, &'static str)> {
    check_worthy(text).map(|worthy| (worthy.reason, &text[worthy.words]))
}

#[test]
fn claims_are_worth_a_check() {
    all_equal(
        [
            ("Hair count rose by 12 %.", (Reason::Quantity, "12 %")),
            (
                "A course takes 6 to 8 weeks.",
                (Reason::Quantity, "8 weeks"),
            ),
            ("The men used a 1.5mm roller.", (Reason::Quantity, "1.5mm")),
            (
                "One in five men notices it by thirty.",
                (Reason::Quantity, "One in five"),
            ),
            (
                "About half of all men lose some.",
                (Reason::Quantity, "half of"),
            ),
            (
                "It took twelve consecutive weeks.",
                (Reason::Quantity, "twelve consecutive weeks"),
            ),
            (
                "The result was poor (p < 0.05).",
                (Reason::Quantity, "0.05"),
            ),
            ("It weighs more than a comb.", (Reason::Comparative, "more")),
            (
                "Their skin was drier than before.",
                (Reason::Comparative, "drier than"),
            ),
            ("Minoxidil thickens hair.", (Reason::Effect, "thickens")),
            (
                "Tiny wounds might wake resting follicles.",
                (Reason::Effect, "wake"),
            ),
            ("Rolling is safe at home.", (Reason::Effect, "safe")),
            ("It does not work.", (Reason::Effect, "does not work")),
            ("Side-effects are rare.", (Reason::Effect, "Side-effects")),
            ("Experts agree on that.", (Reason::Appeal, "Experts agree")),
        ]
        .map(|(text, expected)| (text, reason(text), Some(expected))),
    );
}

#[test]
fn plain_sentences_are_not_worth_a_check() {
    all_equal(
        [
            "Hair has roots.",
            "The 2018 trial was run in India.",
            "People with type 2 diabetes took part.",
            "It is no longer sold.",
            "You can learn more on the next page.",
            "The roller has a handle as well.",
            "The trial was double-blind.",
        ]
        .map(|text| (text, reason(text), None)),
    );
}

#[test]
fn appeals_to_research_are_found() {
    all_equal(
        [
            ("Studies show that it is popular.", "Studies show"),
            (
                "Recent research from Delhi suggests otherwise.",
                "research from Delhi suggests",
            ),
            ("Experts widely agree.", "Experts widely agree"),
            ("Scientists have found a way.", "Scientists have found"),
            (
                "It has been shown that hair is dead.",
                "has been shown that",
            ),
            ("Needling is clinically proven.", "is clinically proven"),
            (
                "According to a recent study, hair is dead.",
                "According to a recent study",
            ),
            ("In one trial, the men kept a diary.", "In one trial"),
            ("There is good evidence for it.", "good evidence"),
            ("There are studies that show it.", "There are studies"),
            (
                "There have been reports of scars.",
                "There have been reports of",
            ),
            (
                "Meta-analyses have confirmed it.",
                "analyses have confirmed",
            ),
            ("Data from the US show a rise.", "Data from the US show"),
            (
                "One study, published in 2018, found a change.",
                "study, published in 2018, found",
            ),
        ]
        .map(|(text, words)| (text, appeal(text).map(|range| &text[range]), Some(words))),
    );
    // What points back to a study is worth a check, and the study was named.
    let text = "The trial found nothing new.";
    assert_eq!(reason(text), Some((Reason::Appeal, "trial found")));
    for text in [
        text,
        "These data suggest a change.",
        "Our findings suggest a change.",
        "Two of the participants in the survey reported pain.",
        "It helps doctors find the cause.",
        "It broke up sooner than scientists thought.",
        "Half of the physicians reported fatigue.",
        "The agreement provides compelling evidence for it.",
    ] {
        assert_eq!(appeal(text), None, "{text}");
    }
}

#[test]
fn absence_of_research_is_no_appeal() {
    all_equal(
        [
            "No studies have tested it.",
            "No study has shown this.",
            "More research is needed.",
            "There is no evidence that it does.",
            "It has not been shown to do so.",
            "It has never been proven.",
            "Further trials must show whether it does.",
            "Little research has found its way here.",
            "We ask what trials show.",
            "Nobody knows whether studies show this.",
            "A larger trial will show the answer.",
            "The study was run in Delhi.",
            "The trial needs people to take part.",
            "She reads the review of the book.",
            "The reports say little about it.",
            "Gel retardation experiments showed two complexes.",
            "Here it is shown that hair is dead.",
        ]
        .map(|text| (text, appeal(text).map(|range| &text[range]), None)),
    );
}

#[test]
fn evident_non_claims_are_known() {
    use Evident::{Advice, Context, Definition, Fragment, Opinion, Question};
    all_equal(
        [
            ("Does it work?", Question),
            ("See a dermatologist before you start.", Advice),
            ("Do not share the roller.", Advice),
            (
                "If your scalp bleeds, stop and wait at least 24 hours.",
                Advice,
            ),
            ("Stop if needling causes pain.", Advice),
            ("Always use a new roller.", Advice),
            ("Ask about side effects.", Advice),
            ("You should see a doctor first.", Advice),
            ("Rollers should be cleaned after each use.", Advice),
            ("It is best to ask first.", Advice),
            ("Please talk to your doctor.", Advice),
            (
                "Microneedling is also called collagen induction therapy.",
                Definition,
            ),
            ("The word alopecia means hair loss.", Definition),
            ("PRP stands for platelet-rich plasma.", Definition),
            (
                "Microneedling is a technique in which fine needles pierce the skin.",
                Definition,
            ),
            ("This article explains what it is.", Context),
            (
                "In this section we look at side effects and who should avoid it.",
                Context,
            ),
            ("Here is what the research says.", Context),
            ("We think that the name is odd.", Opinion),
            ("The bottom line.", Fragment),
            ("In short:", Fragment),
        ]
        .map(|(text, expected)| (text, evident(text), Some(expected))),
    );
}

#[test]
fn claims_in_disguise_are_not_evident() {
    all_equal(
        [
            "Did you know that needling regrows hair?",
            "Minoxidil regrows hair, doesn't it?",
            "Use it weekly to prevent baldness.",
            "Avoid it, because it damages hair.",
            "Avoid it, it damages hair.",
            "Use oils that thicken hair.",
            "Try it for thicker hair.",
            "To cure baldness, use a roller.",
            "Stop hair loss with a roller.",
            "Boost your hair with needles.",
            "Use of minoxidil thickens hair.",
            "Test results are fine.",
            "Massage improves blood flow.",
            "You should use it because it thickens hair.",
            "Needling should help your hair.",
            "This article shows that needling cures baldness.",
            "This page explains how needling boosts growth.",
            "We think that needling cures baldness.",
            "Alopecia is a common condition in which hair falls out.",
            "This means that it lasts.",
            "Stem cells proliferate.",
            "Hair grows.",
            "Blood carries oxygen.",
        ]
        .map(|text| (text, evident(text), None)),
    );
}

#[test]
fn cells_and_items_without_a_verb_are_fragments() {
    let cell = |text| evident_in(text, Setting::TableCell);
    all_equal(
        [
            "Kumar 2018",
            "Redness and swelling",
            "Randomised trial",
            "a new roller",
            "Minoxidil alone",
        ]
        .map(|text| (text, cell(text), Some(Evident::Fragment))),
    );
    all_equal(
        [
            "12 weeks",
            "hair thickens",
            "works well",
            "Hair falls out",
            "It is dead",
            "91 more hairs",
        ]
        .map(|text| (text, cell(text), None)),
    );
}

#[test]
fn word_lists_are_sorted() {
    let mut folders = vec![std::path::PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src/classify"
    ))];
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if path.extension().is_none_or(|extension| extension != "txt") {
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let lines: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).collect();
            let name = path.display();
            assert!(text.starts_with("# "), "{name} does not say what it lists");
            let wrong = lines.windows(2).find(|pair| pair[0] >= pair[1]);
            assert_eq!(wrong, None, "sort {name} (by bytes, each line once)");
        }
    }
}

#[test]
fn relations_have_a_strength() {
    use crate::classify::{Strength, causal_strength};
    for (text, expected) in [
        ("Smoking causes lung cancer.", Strength::DirectCausal),
        (
            "Exercise training improved quality of life in patients.",
            Strength::DirectCausal,
        ),
        (
            "Early mobilisation leads to shorter stays.",
            Strength::DirectCausal,
        ),
        (
            "Breastfeeding may protect against obesity.",
            Strength::ConditionalCausal,
        ),
        (
            "Acupuncture appears to be effective for back pain.",
            Strength::ConditionalCausal,
        ),
        (
            "Red meat was associated with increased risk of cancer.",
            Strength::Correlational,
        ),
        (
            "Obesity is an independent risk factor for asthma.",
            Strength::Correlational,
        ),
        (
            "Women with the syndrome had higher levels than controls.",
            Strength::Correlational,
        ),
        (
            "Vitamin D did not reduce the risk of fracture.",
            Strength::None,
        ),
        (
            "The prevalence of diabetes increased from 5% to 9%.",
            Strength::None,
        ),
        (
            "We aimed to assess whether aspirin reduces mortality.",
            Strength::None,
        ),
        (
            "Patients were randomly assigned to aspirin or placebo.",
            Strength::None,
        ),
    ] {
        assert_eq!(causal_strength(text).0, expected, "{text}");
    }
}

#[test]
fn sentences_have_a_kind() {
    use crate::classify::{SentenceKind, classify};
    for (text, expected) in [
        ("Smoking causes lung cancer.", SentenceKind::Claim),
        (
            "Clinicians should consider screening.",
            SentenceKind::Advice,
        ),
        ("Does it work?", SentenceKind::Question),
        (
            "The aim of this study was to evaluate statins.",
            SentenceKind::Context,
        ),
        (
            "This review summarises the evidence on probiotics.",
            SentenceKind::Context,
        ),
    ] {
        assert_eq!(classify(text).kind, expected, "{text}");
    }
    assert!(classify("Smoking causes lung cancer.").fires());
    assert!(!classify("We aimed to assess whether aspirin reduces mortality.").fires());
}

#[test]
fn our_own_sentences_are_classified() {
    use crate::classify::classify;
    let mut wrong = Vec::new();
    for line in include_str!("cases.tsv").lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [strength, kind, fires, text] = cells[..] else {
            panic!("{line}");
        };
        let verdict = classify(text);
        let found = [
            verdict.strength.name(),
            verdict.kind.name(),
            if verdict.fires() { "yes" } else { "no" },
        ];
        let expected = [strength, kind, fires];
        let agree = |(found, expected): (&&str, &&str)| *expected == "-" || found == expected;
        if !found.iter().zip(&expected).all(agree) {
            wrong.push(format!("{text}: {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

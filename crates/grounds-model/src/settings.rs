//! Settings: what a content set says about itself, in `grounds.toml`.

use std::borrow::Cow;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::Text;

/// The settings of a content set, `grounds.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(title = "Settings")]
pub struct Settings {
    /// The title of the set, as readers see it.
    pub title: Text,
    /// What the set is about, in a sentence or two.
    pub description: Option<Text>,
    /// The language of the set, as a BCP 47 tag.
    #[serde(default = "english")]
    pub language: Text,
    /// The address at which the site will stand, with `https://`.
    pub base_url: Option<Text>,
    /// The citation style: the name of one that is built in, or the path of a `.csl` file in the
    /// set.
    #[serde(default = "default_style")]
    pub csl_style: Text,
    /// The path in the set of a folder with templates and styles that take the place of the site's own.
    pub theme: Option<Text>,
    /// The policy pack that gives the rules their levels (`grounds policies` lists them).
    pub policy: Option<Text>,
    /// The path in the set of a list of Retraction Watch, as a CSV file.
    pub retractions: Option<Text>,
    /// How much of the check-worthy prose must be accounted for.
    #[serde(default)]
    pub coverage: CoverageSettings,
    /// Words that the set adds to the built-in lists of the wording rules.
    #[serde(default)]
    pub wording: WordingSettings,
    /// The level of a rule (`"claim/no-evidence"`), of a group (`"freshness"`) or of `"all"`.
    #[serde(default)]
    pub levels: IndexMap<String, Level>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            title: Text::try_from("Untitled".to_owned()).expect("not blank"),
            description: None,
            language: english(),
            base_url: None,
            csl_style: default_style(),
            theme: None,
            policy: None,
            retractions: None,
            coverage: CoverageSettings::default(),
            wording: WordingSettings::default(),
            levels: IndexMap::new(),
        }
    }
}

fn english() -> Text {
    Text::try_from("en".to_owned()).expect("not blank")
}

fn default_style() -> Text {
    Text::try_from("american-medical-association".to_owned()).expect("not blank")
}

/// How much of the declarative prose must be accounted for, in per cent of its sentences.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CoverageSettings {
    /// The least claim coverage that passes, in per cent.
    pub floor: Option<Percent>,
    /// The claim coverage that was reached before, in per cent: it must not fall below it. Raise
    /// it as coverage grows.
    pub baseline: Option<Percent>,
}

/// Words and phrases that a set adds to the built-in lists, in any case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WordingSettings {
    /// Words of very low certainty, such as `is anybody's guess`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub very_uncertain: Vec<Text>,
    /// Words of low certainty, such as `may`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub may: Vec<Text>,
    /// Words of moderate certainty, such as `probably`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub probably: Vec<Text>,
    /// Words that report what one study found, such as `in our trial`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reporting: Vec<Text>,
    /// Words that leave no doubt, such as `works every time`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absolute: Vec<Text>,
    /// Comparisons that need their other side, such as `goes deeper`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hanging: Vec<Text>,
    /// Words that say that there is no effect, such as `does nothing for`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub no_effect: Vec<Text>,
    /// Words that give a relative effect, such as `a quarter of the risk`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relative: Vec<Text>,
    /// Words that appeal to research without naming it, such as `the science is settled`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unnamed_research: Vec<Text>,
    /// Phrases in whose company no wording rule fires, such as the name of a product or a trial.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ignore: Vec<Text>,
}

/// A share from 0 to 100 per cent.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "f64")]
pub struct Percent(f64);

impl Percent {
    /// The share, in per cent.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl TryFrom<f64> for Percent {
    type Error = &'static str;

    fn try_from(number: f64) -> Result<Self, Self::Error> {
        if (0.0..=100.0).contains(&number) {
            Ok(Self(number))
        } else {
            Err("expected a per cent from 0 to 100")
        }
    }
}

impl JsonSchema for Percent {
    fn schema_name() -> Cow<'static, str> {
        "Percent".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "minimum": 0, "maximum": 100 })
    }
}

/// What a diagnostic of a rule does to a run.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The rule does not run.
    Allow,
    /// It is shown.
    Warn,
    /// It is shown, and the run fails.
    Error,
}

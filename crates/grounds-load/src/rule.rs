//! The names of the rules that are kept while reading; `grounds-check` lists and explains them.

/// A file or folder that could not be read.
pub const UNREADABLE_FILE: &str = "structure/unreadable-file";
/// A character that turns the text around, in a record.
pub const BIDI_CONTROL: &str = "structure/bidi-control";
/// A character that turns the text around, in prose.
pub const BIDI_IN_PROSE: &str = "structure/bidi-in-prose";
/// A key with a letter that looks like another.
pub const CONFUSABLE_KEY: &str = "structure/confusable-key";
/// Bytes that are no UTF-8.
pub const INVALID_UTF8: &str = "structure/invalid-utf8";
/// A file that is too large, nests too deep or holds too much.
pub const TOO_LARGE: &str = "structure/too-large";
/// A text that is no YAML, or no TOML.
pub const SYNTAX: &str = "structure/syntax";
/// A feature of YAML that records must not use: anchors, aliases, tags, several documents.
pub const YAML_FEATURE: &str = "structure/yaml-feature";
/// A key that stands twice in one mapping.
pub const DUPLICATE_KEY: &str = "structure/duplicate-key";
/// A field that the record does not have.
pub const UNKNOWN_FIELD: &str = "structure/unknown-field";
/// A field that the record must have.
pub const MISSING_FIELD: &str = "structure/missing-field";
/// A value of the wrong type.
pub const WRONG_TYPE: &str = "structure/wrong-type";
/// A value of the right type that is not allowed here.
pub const INVALID_VALUE: &str = "structure/invalid-value";
/// An article that does not begin with front matter.
pub const MISSING_FRONT_MATTER: &str = "structure/missing-front-matter";
/// A file whose name is no key.
pub const RECORD_NAME: &str = "structure/record-name";
/// A file that is not read, because it stands where none is expected.
pub const STRAY_FILE: &str = "structure/stray-file";
/// Two records with one id.
pub const DUPLICATE_ID: &str = "structure/duplicate-id";

/// All of them, sorted.
pub const ALL: &[&str] = &[
    BIDI_CONTROL,
    BIDI_IN_PROSE,
    CONFUSABLE_KEY,
    DUPLICATE_ID,
    DUPLICATE_KEY,
    INVALID_UTF8,
    INVALID_VALUE,
    MISSING_FIELD,
    MISSING_FRONT_MATTER,
    RECORD_NAME,
    STRAY_FILE,
    SYNTAX,
    TOO_LARGE,
    UNKNOWN_FIELD,
    UNREADABLE_FILE,
    WRONG_TYPE,
    YAML_FEATURE,
];

#[cfg(test)]
mod tests {
    #[test]
    fn the_list_is_sorted_and_whole() {
        assert!(super::ALL.is_sorted());
        let declared = include_str!("rule.rs").matches("pub const ").count() - 2;
        assert_eq!(super::ALL.len(), declared, "a rule is missing from ALL");
    }
}

//! The rules: one value and one page each, and the sorted table of them all.
//!
//! To add a rule, write `<group>/<name>.rs` and `<group>/<name>.md`, and add a line to the `mod`
//! list of the group and to [`RULES`]; a test says what is missing.

mod citation;
mod claim;
mod fit;
mod freshness;
mod structure;
mod study;
mod suppression;

use crate::rule::Rule;

/// Every rule, in order of its name.
pub static RULES: &[&Rule] = &[
    &citation::inside_passage::RULE,
    &citation::low_coverage::RULE,
    &citation::malformed::RULE,
    &citation::unaccounted_sentence::RULE,
    &citation::unaccounted_statement::RULE,
    &citation::undefined_key::RULE,
    &citation::unnamed_research::RULE,
    &claim::contradictory::RULE,
    &claim::hidden_dispute::RULE,
    &claim::lost_support::RULE,
    &claim::needless_speculative_label::RULE,
    &claim::no_evidence::RULE,
    &claim::passage_drift::RULE,
    &claim::unlabelled_speculation::RULE,
    &fit::alone_in_words::RULE,
    &fit::combined_arms::RULE,
    &fit::narrower_population::RULE,
    &fit::needless_judgement::RULE,
    &fit::no_comparison_group::RULE,
    &fit::no_scope::RULE,
    &fit::opposite_direction::RULE,
    &fit::other_comparator::RULE,
    &fit::other_intervention::RULE,
    &fit::other_outcome::RULE,
    &fit::other_population::RULE,
    &fit::other_species::RULE,
    &fit::short_follow_up::RULE,
    &fit::surrogate_outcome::RULE,
    &freshness::implausible_date::RULE,
    &freshness::never_reviewed::RULE,
    &freshness::review_overdue::RULE,
    &structure::circular_reference::RULE,
    &structure::dangling_reference::RULE,
    &structure::deep_nesting::RULE,
    &structure::duplicate_anchor::RULE,
    &structure::duplicate_id::RULE,
    &structure::duplicate_key::RULE,
    &structure::empty_set::RULE,
    &structure::image::RULE,
    &structure::invalid_utf8::RULE,
    &structure::invalid_value::RULE,
    &structure::malformed_attributes::RULE,
    &structure::malformed_mesh_id::RULE,
    &structure::missing_field::RULE,
    &structure::missing_front_matter::RULE,
    &structure::misspelt_label::RULE,
    &structure::raw_html::RULE,
    &structure::record_name::RULE,
    &structure::stray_file::RULE,
    &structure::syntax::RULE,
    &structure::too_large::RULE,
    &structure::unbalanced_div::RULE,
    &structure::unknown_field::RULE,
    &structure::unreadable_file::RULE,
    &structure::unsafe_link::RULE,
    &structure::unused_record::RULE,
    &structure::wrong_type::RULE,
    &structure::yaml_feature::RULE,
    &study::concern::RULE,
    &study::corrected::RULE,
    &study::duplicate_identifier::RULE,
    &study::malformed_identifier::RULE,
    &study::needless_retraction_notice::RULE,
    &study::retracted_citation::RULE,
    &study::retracted_evidence::RULE,
    &study::superseded::RULE,
    &suppression::expired::RULE,
    &suppression::malformed::RULE,
    &suppression::unknown_rule::RULE,
    &suppression::unused::RULE,
    &suppression::without_reason::RULE,
];

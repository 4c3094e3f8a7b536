//! A check article by article, of which nothing is kept, finds what a check of the whole set finds.

use grounds_tests::ways;

use crate::workspace;

#[test]
fn article_by_article_nothing_else_is_found() {
    for set in ["content", "tests/fixtures/rich", "tests/fixtures/hostile"] {
        assert!(ways::agree(&workspace().join(set)) > 0, "{set}");
    }
}

//! Generated files: what is committed is what the code generates.

use crate::workspace;

#[test]
fn generated_files_are_up_to_date() {
    if std::env::var_os("BLESS").is_some() {
        grounds_dev::write(&workspace()).unwrap();
    }
    let drift = grounds_dev::drift(&workspace());
    assert!(
        drift.is_empty(),
        "`cargo run -p grounds-dev -- write` mends this: {drift:#?}"
    );
}

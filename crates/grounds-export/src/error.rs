//! Why a bundle or a site could not be made.

use thiserror::Error;

use crate::csl::StyleError;
use crate::site::ThemeFault;

/// Why a bundle or a site could not be made. Bad content is never the reason.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The citation style cannot be used.
    #[error("the citation style `{name}` cannot be used")]
    Style {
        /// The style, as the settings name it.
        name: String,
        /// Why.
        source: StyleError,
    },
    /// The theme is at fault.
    #[error("the theme cannot be used")]
    Theme(#[from] ThemeFault),
    /// A template of the site failed: a defect of this program.
    #[error("the page `{page}` could not be made")]
    Template {
        /// The page.
        page: String,
        /// Why.
        source: minijinja::Error,
    },
}

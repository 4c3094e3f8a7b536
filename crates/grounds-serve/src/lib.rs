//! A preview: a site in memory, served to this machine, and reloaded when it changes.
//!
//! Nothing here knows what the pages say. Whoever has a site makes a [`Preview`] of its files
//! and of what is to be noted on its pages, hands it to a [`Server`], and later hands over the
//! next one; a [`Watch`] says what has changed in a folder, and when. The pages get one script more, which
//! shows the notes and what was edited; an export never has it.

mod content_type;
mod host;
mod inject;
mod preview;
mod respond;
mod server;
mod state;
mod stream;
mod viewers;
mod watch;

pub use host::Hosts;
pub use preview::{Level, Note, Preview, Spot, Standing, is_loaded_by_pages};
pub use server::{Publisher, ServeError, Server};
pub use watch::{Changed, Watch, WatchError};

//! A preview: a site in memory, served to this machine, and reloaded when it changes.
//!
//! Nothing here knows what the pages say. Whoever has a site makes a [`Preview`] of its [`Files`],
//! each of which is made when somebody asks for it, and of what is to be noted on its pages, hands it to a [`Server`], and later hands over the
//! next one; a [`Watch`] says what has changed in a folder, and when. The pages get one script more, which
//! shows the notes and what was edited; an export never has it.

mod content_type;
mod files;
mod host;
mod inject;
mod preview;
mod respond;
mod server;
mod state;
mod stream;
mod watch;

pub use files::Files;
pub use host::Hosts;
pub use preview::{Level, Note, Preview, Spot, Standing};
pub use server::{Publisher, ServeError, Server};
pub use watch::{Changed, Watch, WatchError};

//! The stream of events of one open page (server-sent events, HTML Standard, section 9.2).

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::channel::Sender;
use tokio::sync::watch::Receiver;
use tokio::task;
use tokio::time::timeout;

use crate::preview::Preview;
use crate::state;

/// How long the stream is silent before a sign of life, by which a page that has gone is noticed.
const SILENCE: Duration = Duration::from_secs(15);

/// Tells a page what it is now and each time that this changes, until it has gone.
pub(crate) async fn feed(
    mut sender: Sender<Bytes>,
    mut previews: Receiver<Arc<Preview>>,
    run: String,
    page: String,
) {
    // A page whose server was started anew comes back soon.
    if send(&mut sender, "retry: 300\n\n").await.is_err() {
        return;
    }
    let mut told = Told::default();
    loop {
        let preview = Arc::clone(&previews.borrow_and_update());
        let (run, page) = (run.clone(), page.clone());
        // The page may have to be made first: others are told meanwhile.
        let next = task::spawn_blocking(move || told.next(&preview, &run, &page));
        let Ok((now, message)) = next.await else {
            return;
        };
        told = now;
        if let Some(message) = message
            && send(&mut sender, &message).await.is_err()
        {
            return;
        }
        loop {
            match timeout(SILENCE, previews.changed()).await {
                Ok(Ok(())) => break,
                Ok(Err(_)) => return,
                Err(_) => {
                    if send(&mut sender, ": still here\n\n").await.is_err() {
                        return;
                    }
                }
            }
        }
    }
}

/// What a page was told last.
#[derive(Default)]
struct Told {
    state: String,
    /// What the page was then; what it is at first, nobody knows but itself.
    version: Option<String>,
}

impl Told {
    /// What the page is told next, and the message, if that is anything new.
    fn next(self, preview: &Preview, run: &str, page: &str) -> (Self, Option<String>) {
        let state = state::of(preview, run, page, false);
        if state == self.state {
            return (self, None);
        }
        let version = state::version(preview, run, page);
        let is_another = self.version.is_some_and(|told| told != version);
        let message = if is_another {
            format!("data: {}\n\n", state::of(preview, run, page, true))
        } else {
            format!("data: {state}\n\n")
        };
        let version = Some(version);
        (Self { state, version }, Some(message))
    }
}

async fn send(
    sender: &mut Sender<Bytes>,
    text: &str,
) -> Result<(), http_body_util::channel::SendError> {
    sender
        .send_data(Bytes::copy_from_slice(text.as_bytes()))
        .await
}

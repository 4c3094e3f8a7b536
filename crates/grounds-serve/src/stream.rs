//! The stream of events of one open page (server-sent events, HTML Standard, section 9.2).

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::channel::Sender;
use tokio::sync::watch::Receiver;
use tokio::time::timeout;

use crate::preview::Preview;
use crate::state;
use crate::viewers::Viewer;

/// How long the stream is silent before a sign of life, by which a page that has gone is noticed.
const SILENCE: Duration = Duration::from_secs(15);

/// Tells a page what it is now and each time that this changes, until it has gone.
pub(crate) async fn feed(
    mut sender: Sender<Bytes>,
    mut previews: Receiver<Arc<Preview>>,
    run: String,
    viewer: Viewer,
) {
    let page = viewer.page();
    // A page whose server was started anew comes back soon.
    if send(&mut sender, "retry: 300\n\n").await.is_err() {
        return;
    }
    let mut told = String::new();
    loop {
        let preview = Arc::clone(&previews.borrow_and_update());
        let now = if preview.is_to_come(page) {
            told.clone()
        } else {
            state::of(&preview, &run, page)
        };
        if now != told {
            if send(&mut sender, &format!("data: {now}\n\n"))
                .await
                .is_err()
            {
                return;
            }
            told = now;
        }
        match timeout(SILENCE, previews.changed()).await {
            Ok(Ok(())) => {}
            Ok(Err(_)) => return,
            Err(_) => {
                if send(&mut sender, ": still here\n\n").await.is_err() {
                    return;
                }
            }
        }
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

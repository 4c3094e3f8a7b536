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
    let mut version = None;
    loop {
        let preview = Arc::clone(&previews.borrow_and_update());
        let now = if preview.is_to_come(page) {
            told.clone()
        } else {
            state::of(&preview, &run, page, false)
        };
        if now != told {
            let is = Some(state::version(&preview, &run, page));
            // What a page is at first, nobody knows but itself.
            let is_another = version.is_some() && version != is;
            let message = if is_another {
                state::of(&preview, &run, page, true)
            } else {
                now.clone()
            };
            let message = format!("data: {message}\n\n");
            if send(&mut sender, &message).await.is_err() {
                return;
            }
            (told, version) = (now, is);
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

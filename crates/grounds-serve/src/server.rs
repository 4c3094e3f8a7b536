//! The server: one thread, HTTP/1.1, until it is interrupted.

use std::convert::Infallible;
use std::io;
use std::net::{SocketAddr, TcpListener as StdListener, ToSocketAddrs as _};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bytes::Bytes;
use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task;

use crate::host::Hosts;
use crate::preview::Preview;
use crate::respond::{Answer, Desk, add_headers};
use crate::stream;

/// Why the preview cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The name leads to no address.
    #[error("`{0}` is no address of this machine")]
    NoAddress(String),
    /// Something else listens there.
    #[error("port {port} of `{host}` is in use")]
    InUse {
        /// The host.
        host: String,
        /// The port.
        port: u16,
    },
    /// The system refuses.
    #[error("cannot listen on port {port} of `{host}`")]
    Listen {
        /// The host.
        host: String,
        /// The port.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// The system failed.
    #[error("the preview cannot be served")]
    Io(#[from] io::Error),
}

/// A server that listens, and does not answer yet.
#[derive(Debug)]
pub struct Server {
    listener: StdListener,
    address: SocketAddr,
    shown: Shown,
}

/// What every connection is answered from.
#[derive(Debug, Clone)]
struct Shown {
    desk: Arc<Desk>,
    previews: watch::Receiver<Arc<Preview>>,
}

/// Where the next preview is handed over.
#[derive(Debug)]
pub struct Publisher {
    previews: watch::Sender<Arc<Preview>>,
}

impl Publisher {
    /// Shows this from now on, on open pages too.
    pub fn publish(&self, preview: Preview) {
        self.previews.send_replace(Arc::new(preview));
    }

    /// What is shown now.
    pub fn current(&self) -> Arc<Preview> {
        Arc::clone(&self.previews.borrow())
    }
}

impl Server {
    /// Listens on the first of `ports` that is free; port 0 is any that is.
    pub fn bind(host: &str, ports: &[u16]) -> Result<(Self, Publisher), ServeError> {
        let listener = listen(host, ports)?;
        let address = listener.local_addr()?;
        let (sender, previews) = watch::channel(Arc::new(Preview::default()));
        let started = SystemTime::now().duration_since(UNIX_EPOCH);
        let run = started.map_or(0, |since| since.as_micros());
        let desk = Desk {
            hosts: Hosts::new(host),
            run: format!("{run:x}"),
        };
        let publisher = Publisher { previews: sender };
        let shown = Shown {
            desk: Arc::new(desk),
            previews,
        };
        let server = Self {
            listener,
            address,
            shown,
        };
        Ok((server, publisher))
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until the program is interrupted (Ctrl-C).
    pub fn run(self) -> Result<(), ServeError> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let ended = runtime.block_on(async {
            self.listener.set_nonblocking(true)?;
            let listener = TcpListener::from_std(self.listener)?;
            tokio::spawn(accept(listener, self.shown));
            tokio::signal::ctrl_c().await
        });
        runtime.shutdown_background();
        Ok(ended?)
    }
}

fn listen(host: &str, ports: &[u16]) -> Result<StdListener, ServeError> {
    let mut refused = ServeError::NoAddress(host.to_owned());
    for &port in ports {
        let Ok(addresses) = (host, port).to_socket_addrs() else {
            return Err(ServeError::NoAddress(host.to_owned()));
        };
        let addresses: Vec<SocketAddr> = addresses.collect();
        let host = host.to_owned();
        refused = match StdListener::bind(addresses.as_slice()) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                ServeError::InUse { host, port }
            }
            Err(source) => return Err(ServeError::Listen { host, port, source }),
        };
    }
    Err(refused)
}

async fn accept(listener: TcpListener, shown: Shown) {
    loop {
        match listener.accept().await {
            Ok((connection, _)) => {
                tokio::spawn(converse(connection, shown.clone()));
            }
            // Too many open files, most likely: some will be closed.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn converse(connection: TcpStream, shown: Shown) {
    let _ = connection.set_nodelay(true);
    let service = service_fn(|request: Request<Incoming>| {
        let shown = shown.clone();
        async move { Ok::<_, Infallible>(respond(request, shown).await) }
    });
    // A client that goes away in the middle is no matter.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(connection), service)
        .await;
}

type Body = Either<Full<Bytes>, Channel<Bytes>>;

async fn respond(request: Request<Incoming>, shown: Shown) -> Response<Body> {
    let preview = Arc::clone(&shown.previews.borrow());
    let desk = Arc::clone(&shown.desk);
    let (head, _) = request.into_parts();
    // A page that is made now may take its time: the others are answered meanwhile.
    let answer =
        task::spawn_blocking(move || desk.answer(&head.method, &head.uri, &head.headers, &preview));
    match answer.await {
        Ok(Answer::Whole(response)) => response.map(|bytes| Either::Left(Full::new(bytes))),
        Ok(Answer::Events(page)) => events(page, shown),
        Err(_) => {
            let mut response = Response::new(Either::Left(Full::default()));
            *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
            response
        }
    }
}

fn events(page: String, shown: Shown) -> Response<Body> {
    let (sender, body) = Channel::new(4);
    let run = shown.desk.run.clone();
    tokio::spawn(stream::feed(sender, shown.previews, run, page));
    let mut response = Response::new(Either::Right(body));
    add_headers(response.headers_mut(), "text/event-stream");
    response
}

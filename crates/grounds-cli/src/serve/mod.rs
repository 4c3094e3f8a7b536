//! `grounds serve`: the site while it is being written, with what is wrong beside it.
//!
//! One thread answers requests, one watches the folder and makes the next site. They share only
//! what is shown, which is handed over whole.

mod desk;
mod placing;
mod shown;
mod terminal;
mod workshop;

use std::net::{IpAddr, SocketAddr};
use std::thread;

use grounds_serve::{Changed, Publisher, ServeError, Server, Watch};

use crate::args::ServeArgs;
use crate::{Ending, Stop, find, session};
use terminal::Terminal;
use workshop::{Outcome, Workshop};

/// The port of the preview, and those that are tried after it.
const PORTS: std::ops::Range<u16> = 4646..4656;

pub(crate) fn run(args: ServeArgs) -> Result<Ending, Stop> {
    let found = find::content_set(args.set.set.as_deref())?;
    let root = found.root.clone();
    let (server, publisher) = bind(&args)?;
    // Watched before it is read, so that no change is missed in between.
    let watched = std::path::absolute(&root)?;
    let mut watch = Watch::new(&watched)?;
    if let Some(list) = &args.set.retractions {
        watch.also(list)?;
    }
    let terminal = Terminal::new(args.set.color);
    terminal::starting(&root);
    let address = address(&args.host, server.address());
    let host = args.host.clone();
    let open = args.open;
    let builder = Builder {
        workshop: Workshop::new(found, watched, args.set),
        watch,
        publisher,
        terminal,
    };
    let builder = builder.make_first(&address);
    if !server.address().ip().is_loopback() {
        session::remark(&format!(
            "`{host}` is not only this machine: whoever reaches it can read the preview"
        ));
    }
    thread::Builder::new()
        .name("preview".to_owned())
        .spawn(|| builder.keep_making())?;
    if open && let Err(error) = open::that_detached(&address) {
        session::remark(&format!("no browser could be opened: {error}"));
    }
    server.run()?;
    Ok(Ending::Clean)
}

fn bind(args: &ServeArgs) -> Result<(Server, Publisher), Stop> {
    let ports = match args.port {
        Some(port) => vec![port],
        None => PORTS.chain([0]).collect(),
    };
    Server::bind(&args.host, &ports).map_err(|error| match error {
        ServeError::NoAddress(_) => Stop::Usage(error.into()),
        ServeError::InUse { .. } => Stop::World(
            anyhow::Error::new(error)
                .context("name another with `--port`; 0 takes any that is free"),
        ),
        error => error.into(),
    })
}

/// What a browser on this machine opens.
fn address(host: &str, bound: SocketAddr) -> String {
    let port = bound.port();
    match host.parse::<IpAddr>() {
        Ok(ip) if ip.is_unspecified() => format!("http://localhost:{port}/"),
        Ok(IpAddr::V6(ip)) => format!("http://[{ip}]:{port}/"),
        _ => format!("http://{host}:{port}/"),
    }
}

/// Makes the site anew whenever the content changes.
struct Builder {
    workshop: Workshop,
    watch: Watch,
    publisher: Publisher,
    terminal: Terminal,
}

impl Builder {
    fn make_first(mut self, address: &str) -> Self {
        let made = self.workshop.make(&self.publisher, &Changed::Anything);
        self.show(made);
        terminal::serving(address);
        self
    }

    fn keep_making(mut self) {
        loop {
            let changed = self.watch.wait();
            let made = self.workshop.make(&self.publisher, &changed);
            self.show(made);
        }
    }

    /// Shows what was made, on the pages first.
    fn show(&mut self, made: Outcome) {
        match made {
            Outcome::Unchanged => {}
            Outcome::Site(site) => {
                self.publisher.publish(site.preview.clone());
                if let Some(session) = self.workshop.session() {
                    self.terminal.made(&site, session);
                }
            }
            Outcome::Failed { preview, why } => {
                self.publisher.publish(preview);
                terminal::failed(&why);
            }
        }
    }
}

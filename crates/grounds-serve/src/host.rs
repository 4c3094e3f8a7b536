//! Under which names the preview answers.
//!
//! A page of the web can give its own name the address 127.0.0.1 and then read what is served
//! there as if it were its own (DNS rebinding). Such a request carries the page's name in `Host`,
//! so only names that cannot be anyone else's are answered.

use std::net::IpAddr;

/// The names under which the preview answers: `localhost`, addresses, and the name that it was
/// told to bind to.
#[derive(Debug, Clone)]
pub struct Hosts {
    named: String,
}

impl Hosts {
    /// The names of a preview that was told to bind to `named`.
    pub fn new(named: &str) -> Self {
        Self {
            named: named.to_ascii_lowercase(),
        }
    }

    /// Whether a request with this `Host` is answered; it may name any port.
    pub(crate) fn allow(&self, host: &str) -> bool {
        let host = host.trim().to_ascii_lowercase();
        if let Some(rest) = host.strip_prefix('[') {
            let address = rest.split_once(']');
            return address.is_some_and(|(address, port)| is_address(address) && is_port(port));
        }
        let (name, port) = host
            .find(':')
            .map_or((host.as_str(), ""), |at| host.split_at(at));
        let name = name.strip_suffix('.').unwrap_or(name);
        let local = name == "localhost" || name.ends_with(".localhost");
        is_port(port) && !name.is_empty() && (local || is_address(name) || name == self.named)
    }
}

/// An address is no name: nobody can make it lead elsewhere.
fn is_address(text: &str) -> bool {
    text.parse::<IpAddr>().is_ok()
}

fn is_port(text: &str) -> bool {
    text.is_empty()
        || text
            .strip_prefix(':')
            .is_some_and(|port| port.parse::<u16>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_are_nobody_elses_are_answered() {
        let hosts = Hosts::new("Preview.Example");
        for good in [
            "localhost",
            "LOCALHOST:4646",
            "127.0.0.1:80",
            "192.168.1.7",
            "[::1]:4646",
            "a.localhost",
            "preview.example:4646",
        ] {
            assert!(hosts.allow(good), "{good}");
        }
        for bad in [
            "",
            "evil.example",
            "evil.example:4646",
            "127.0.0.1.evil.example",
            "localhost.evil.example",
            "localhost:80:80",
            "[::1",
            "127.0.0.1@evil.example",
        ] {
            assert!(!hosts.allow(bad), "{bad}");
        }
    }
}

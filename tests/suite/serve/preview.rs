//! A running preview of a copy of a set, and a client that asks it.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use crate::program::copy_folder;
use crate::workspace;

/// How long is waited for something that is to come, before a test fails. It says nothing of how
/// fast it should come.
const PATIENCE: Duration = Duration::from_mins(3);

/// A preview that runs, of a copy of a set that may be edited.
pub(super) struct Running {
    child: Child,
    folder: TempDir,
    pub(super) address: String,
    said: Receiver<String>,
    pub(super) heard: String,
}

/// An answer: its status, its head in lower case, its body.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: String,
}

impl Running {
    /// Serves a copy of the set in the folder `of` of the workspace, on a port that is free.
    pub(super) fn start(of: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy_folder(&workspace().join(of), &folder.path().join("content"));
        Self::start_in(folder, &["--port", "0"])
    }

    /// Serves the set `content` in `folder`.
    pub(super) fn start_in(folder: TempDir, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_grounds-under-test"))
            .args(["serve", "content"])
            .args(arguments)
            .current_dir(folder.path())
            .env_clear()
            .env("GROUNDS_AS_OF", "2026-11-22")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let (sender, said) = mpsc::channel();
        thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        let mut running = Self {
            child,
            folder,
            address: String::new(),
            said,
            heard: String::new(),
        };
        let line = running.wait_for_line("serving http://");
        let address = line.split_once("http://").unwrap().1;
        address
            .split('/')
            .next()
            .unwrap()
            .clone_into(&mut running.address);
        running
    }

    /// A path in the set.
    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join("content").join(path)
    }

    /// Replaces words in a file of the set.
    pub(super) fn edit(&self, path: &str, from: &str, to: &str) {
        let path = self.path(path);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "`{from}` is not in {}", path.display());
        save_by_rename(&path, text.replacen(from, to, 1));
    }

    /// The next line that the program says in the terminal with `words` in it.
    pub(super) fn wait_for_line(&mut self, words: &str) -> String {
        let until = Instant::now() + PATIENCE;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let Ok(line) = self.said.recv_timeout(left) else {
                panic!("never said `{words}`; said\n{}", self.heard);
            };
            self.heard += &line;
            self.heard.push('\n');
            if line.contains(words) {
                return line;
            }
        }
    }

    /// What a request for `path` is answered, under the preview's own name.
    pub(super) fn get(&self, path: &str) -> Answer {
        self.ask(&format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\n",
            self.address
        ))
    }

    /// What a request with these lines is answered.
    pub(super) fn ask(&self, lines: &str) -> Answer {
        let mut connection = self.connect();
        write!(connection, "{lines}Connection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8(answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        Answer {
            status: head.split(' ').nth(1).unwrap().parse().unwrap(),
            head: head.to_lowercase(),
            body: body.to_owned(),
        }
    }

    fn connect(&self) -> TcpStream {
        let connection = TcpStream::connect(&self.address).unwrap();
        connection.set_read_timeout(Some(PATIENCE)).unwrap();
        connection
    }

    /// Listens as the page at `path` does until it is told something that `is_it`.
    pub(super) fn told(&self, path: &str, is_it: impl Fn(&Value) -> bool) -> Value {
        let mut connection = self.connect();
        let host = &self.address;
        write!(
            connection,
            "GET /_grounds/events?page={path} HTTP/1.1\r\nHost: {host}\r\n\r\n"
        )
        .unwrap();
        let until = Instant::now() + PATIENCE;
        let mut last = Value::Null;
        for line in BufReader::new(connection).lines().map_while(Result::ok) {
            if let Some(data) = line.strip_prefix("data: ") {
                last = serde_json::from_str(data).unwrap();
                if is_it(&last) {
                    return last;
                }
            }
            if Instant::now() > until {
                break;
            }
        }
        panic!(
            "never told so; last told {last:#}; in the terminal\n{}",
            self.heard
        );
    }

    /// Interrupts it as Ctrl-C does.
    #[cfg(unix)]
    pub(super) fn interrupt(mut self) -> ExitStatus {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-INT", &id]).status().unwrap();
        assert!(sent.success());
        self.child.wait().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Saves as careful editors do: writes beside it, then renames. So the preview never sees half of it,
/// however busy the machine is.
pub(super) fn save_by_rename(path: &Path, text: impl AsRef<[u8]>) {
    let aside = path.with_extension("md~");
    fs::write(&aside, text).unwrap();
    fs::rename(aside, path).unwrap();
}

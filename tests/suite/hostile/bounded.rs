//! Runs the program in a child process with little memory and little time.
//!
//! The memory is the address space, in which allocators reserve more than they use; the time is
//! that of the processor, so that a busy machine makes no test fail. A run that neither ends nor
//! works, such as one that waits for a pipe, is ended after some minutes.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::program::Ran;

/// Kibibytes of address space: less than a third of what a common machine has.
const MEMORY: u64 = 1_500_000;

/// Seconds of processor time, of an unoptimised build.
const SECONDS: u64 = 120;

/// How long a run may stand still.
const PATIENCE: Duration = Duration::from_mins(5);

/// Runs the program in a folder.
pub(super) fn run(folder: &Path, arguments: &[&str]) -> Ran {
    run_with(folder, arguments, MEMORY)
}

/// Runs the program in a folder with this many kibibytes.
pub(super) fn run_with(folder: &Path, arguments: &[&str], memory: u64) -> Ran {
    let output = tempfile::tempdir().unwrap();
    let file = |name: &str| std::fs::File::create(output.path().join(name)).unwrap();
    let child = Command::new("sh")
        .arg("-c")
        .arg(format!(
            "ulimit -v {memory}; ulimit -t {SECONDS}; exec \"$0\" \"$@\""
        ))
        .arg(env!("CARGO_BIN_EXE_grounds-under-test"))
        .args(arguments)
        .env_clear()
        .env("GROUNDS_AS_OF", "2026-11-22")
        .current_dir(folder)
        .stdin(Stdio::null())
        // To files: a full pipe would stop the program, and nobody reads while it runs.
        .stdout(file("out"))
        .stderr(file("err"))
        .spawn()
        .unwrap();
    let status = wait(child);
    let text = |name: &str| std::fs::read(output.path().join(name)).unwrap();
    Ran {
        status,
        stdout: String::from_utf8(text("out")).expect("output is UTF-8"),
        stderr: String::from_utf8(text("err")).expect("output is UTF-8"),
    }
}

fn wait(mut child: Child) -> Option<i32> {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code();
        }
        if begun.elapsed() > PATIENCE {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("the program stood still");
        }
        thread::sleep(Duration::from_millis(5));
    }
}

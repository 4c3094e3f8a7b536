#!/usr/bin/env python3
"""Compares whole runs of `grounds check` with the bare parse of the same files, and with peers.

    cargo build --release -p grounds-cli -p grounds-dev
    python3 benches/compare.py 100 1000 10000          # sizes, in articles

All programs of a round run one after the other, and the medians of the rounds are compared, so
that a noisy machine is noisy for all of them. `cpu` is user and system time together. The bare parse is
`grounds-dev bare`: it reads every file, takes every Markdown event of the articles and every YAML event
of the records, on the same threads, and keeps nothing.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RELEASE = Path(__file__).resolve().parent.parent / "target" / "release"
ROUNDS = int(os.environ.get("ROUNDS", "5"))


def run(command):
    """Wall seconds, processor seconds and the most memory (MB) of one run."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(programs):
    """The median of each figure of each program, over interleaved rounds."""
    runs = {name: [] for name in programs}
    for _ in range(ROUNDS):
        for name, command in programs.items():
            runs[name].append(run(command))
    return {name: [statistics.median(column) for column in zip(*rows)] for name, rows in runs.items()}


def compare(articles, folder):
    content = folder / f"set-{articles}"
    subprocess.run([RELEASE / "grounds-dev", "generate", str(articles), content], check=True)
    programs = {
        "grounds-dev bare": [RELEASE / "grounds-dev", "bare", content],
        "grounds check": [RELEASE / "grounds", "check", content],
    }
    if shutil.which("rumdl"):
        programs["rumdl check (articles only)"] = ["rumdl", "check", "--no-cache", content / "articles"]
    figures = measure(programs)
    shutil.rmtree(content)
    bare = figures["grounds-dev bare"]
    for name, (wall, cpu, memory) in figures.items():
        print(
            f"| {articles} | {name} | {wall:.2f} | {wall / bare[0]:.2f} | {cpu:.2f} | {cpu / bare[1]:.2f} "
            f"| {memory:.0f} | {cpu / articles * 1000:.3f} |",
            flush=True,
        )


def main():
    sizes = [int(size) for size in sys.argv[1:]] or [100, 1000, 10000]
    print("| articles | program | wall s | wall / bare | cpu s | cpu / bare | memory MB | cpu ms an article |")
    print("|---:|:---|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for articles in sizes:
            compare(articles, Path(folder))


if __name__ == "__main__":
    main()

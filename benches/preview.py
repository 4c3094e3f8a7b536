#!/usr/bin/env python3
"""How long a preview takes from an edit to the bytes of the page that is open.

    python3 benches/preview.py SET [EDITS]

serves a copy of SET, opens the page of an article as a browser does (it listens to the page's events), and then writes
a sentence into that article, again and again. What is measured is the time from the moment at which the file is in place
to the moment at which the page has been sent its new bytes. PROGRAM names another program than target/release/grounds,
PAUSE the seconds between two edits.
"""

import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = os.environ.get("PROGRAM", "target/release/grounds")


class Page:
    """An open page, as a browser has it open."""

    def __init__(self, port, path):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
        self.connection.request("GET", f"/_grounds/events?page={path}")
        self.events = self.connection.getresponse()

    def next(self):
        """The next thing that the page is told."""
        while True:
            line = self.events.readline()
            if not line:
                sys.exit("the preview has gone")
            if line.startswith(b"data: "):
                return json.loads(line[len(b"data: "):])


def edited(text, number):
    """The text with the number in a new sentence at its end."""
    return f"{text}\nThe word of this edit is edit{number}.\n"


def save(path, text):
    aside = path.with_suffix(".tmp")
    aside.write_text(text)
    aside.rename(path)


def measure(folder, edits):
    server = subprocess.Popen([PROGRAM, "serve", str(folder), "--port", "0"], stderr=subprocess.PIPE, text=True)
    try:
        began = time.monotonic()
        while True:
            line = server.stderr.readline()
            if not line:
                sys.exit("the preview did not start")
            if found := re.search(r"serving http://127.0.0.1:(\d+)", line):
                break
        first = time.monotonic() - began
        # Nobody else reads what it says; it must not wait for that.
        subprocess.Popen(["cat"], stdin=server.stderr, stdout=subprocess.DEVNULL)
        article = sorted((folder / "articles").glob("*.md"))[3]
        page = Page(int(found[1]), f"articles/{article.stem}.html")
        page.next()
        text = article.read_text()
        took = []
        for number in range(edits):
            # What the last edit left behind is done by then: the preview compares all files two seconds later.
            time.sleep(PAUSE)
            save(article, edited(text, number))
            began = time.monotonic()
            while f"edit{number}." not in page.next().get("html", ""):
                pass
            took.append((time.monotonic() - began) * 1000)
        memory = Path(f"/proc/{server.pid}/status").read_text()
        memory = int(re.search(r"VmHWM:\s+(\d+)", memory)[1]) / 1024
        return first, took, memory
    finally:
        server.terminate()
        server.wait()


PAUSE = float(os.environ.get("PAUSE", "4"))


def main():
    source, edits = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "set"
        shutil.copytree(source, folder)
        first, took, memory = measure(folder, edits)
    print(f"{source}: ready after {first:.1f} s; from an edit to the page, ms: median {statistics.median(took):.0f}, "
          f"least {min(took):.0f}, most {max(took):.0f}; most memory {memory:.0f} MB")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Compares whole runs of `grounds check` and `grounds export` with the bare parse of the same files, and
with the peers that are installed.

    cargo build --release -p grounds-cli -p grounds-dev
    python3 benches/compare.py check 100 1000 10000     # sizes, in articles
    python3 benches/compare.py export 100 1000

All programs of a round run one after the other, and the medians of the rounds are compared, so
that a noisy machine is noisy for all of them. `cpu` is user and system time together. The bare parse is
`grounds-dev bare`: it reads every file, takes every Markdown event of the articles and every YAML event
of the records, on the same threads, and keeps nothing. For an export it also renders each article, and then writes
files of the names and sizes of the export's (`--like`), or, without these, one page an article.

What is written afresh goes to a new folder each time, and all are removed at the end: where ext4 has just
removed files, it looks at every one of their inodes before it gives out another, and making a file takes ten times as
long. TMPDIR says on which file system.

Peers, if they are on the path: rumdl (articles only), Hugo (the articles with a list of ten references each,
one template), pandoc --citeproc (one article, with the references of that article).
"""

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
    """The median of each figure of each program, over interleaved rounds.

    A program is a function from the number of a round to a command."""
    runs = {name: [] for name in programs}
    for round in range(ROUNDS):
        for name, command in programs.items():
            runs[name].append(run(command(round)))
    return {name: [statistics.median(column) for column in zip(*rows)] for name, rows in runs.items()}


def check(content, folder):
    programs = {
        "grounds-dev bare": lambda _: [RELEASE / "grounds-dev", "bare", content],
        "grounds check": lambda _: [RELEASE / "grounds", "check", content],
    }
    if shutil.which("rumdl"):
        programs["rumdl check (articles only)"] = lambda _: ["rumdl", "check", "--no-cache", content / "articles"]
    return programs


def export(content, folder):
    bare = [RELEASE / "grounds-dev", "bare", content, "--out"]
    write = [RELEASE / "grounds", "export", content, "--out"]
    like = folder / "like"
    files(write, folder / "first", like)
    programs = {
        "grounds-dev bare --like": lambda round: [*bare, folder / f"like-{round}", "--like", like],
        "grounds-dev bare, a page an article": lambda round: [*bare, folder / f"bare-{round}"],
        "grounds export, afresh": lambda round: [*write, folder / f"site-{round}"],
        "grounds export, unchanged": lambda _: [*write, folder / "site-0"],
    }
    source = folder / "hugo"
    if shutil.which("hugo"):
        hugo(content, source)
        public = ["hugo", "--quiet", "--source", source, "--destination"]
        programs["hugo"] = lambda round: [*public, folder / f"public-{round}"]
    if shutil.which("pandoc"):
        article = next((source / "content").glob("*.md"), None) or next((content / "articles").glob("*.md"))
        one = ["pandoc", "--citeproc", "--bibliography", references(content, folder), article]
        programs["pandoc --citeproc, one article"] = lambda _: [*one, "-o", folder / "one.html"]
    return programs


def files(write, site, like):
    """The size and the path of each file of an export, a line each."""
    subprocess.run([*write, site], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    paths = (path for path in site.rglob("*") if path.is_file())
    like.write_text("".join(f"{path.stat().st_size} {path.relative_to(site)}\n" for path in paths))


def hugo(content, source):
    """A site of the articles, each with a list of the works that it cites."""
    (source / "content").mkdir(parents=True)
    layouts = source / "layouts" / "_default"
    layouts.mkdir(parents=True)
    page = "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"
    (layouts / "single.html").write_text(page)
    (layouts / "list.html").write_text(page + "{{ range .Pages }}<p><a href={{ .RelPermalink }}>{{ .Title }}</a>{{ end }}")
    settings = 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term"]\n'
    (source / "hugo.toml").write_text(settings)
    for article in (content / "articles").glob("*.md"):
        text = article.read_text()
        keys = sorted(set(re.findall(r"@([a-z0-9-]+)", text)))
        listed = "".join(f"- {reference(content, key)}\n" for key in keys)
        (source / "content" / article.name).write_text(f"{text}\n## References\n\n{listed}")


def reference(content, key):
    try:
        record = (content / "studies" / f"{key}.yaml").read_text()
    except OSError:
        return key
    title = re.search(r'title: "(.*)"', record)
    names = ", ".join(re.findall(r"family: ([^,}]+)", record))
    return f"{names}. {title.group(1) if title else key}."


def references(content, folder):
    """The references of one article, as CSL-JSON."""
    article = next((content / "articles").glob("*.md"))
    keys = sorted(set(re.findall(r"@([a-z0-9-]+)", article.read_text())))
    items = [{"id": key, "type": "article-journal", "title": reference(content, key)} for key in keys]
    path = folder / "references.json"
    path.write_text(json.dumps(items))
    return path


def compare(programs_of, articles, folder):
    content = folder / f"set-{articles}"
    subprocess.run([RELEASE / "grounds-dev", "generate", str(articles), content], check=True)
    figures = measure(programs_of(content, folder))
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    bare = next(iter(figures.values()))
    for name, (wall, cpu, memory) in figures.items():
        print(
            f"| {articles} | {name} | {wall:.2f} | {wall / bare[0]:.2f} | {cpu:.2f} | {cpu / bare[1]:.2f} "
            f"| {memory:.0f} | {cpu / articles * 1000:.3f} |",
            flush=True,
        )


def main():
    what = {"check": check, "export": export}.get(sys.argv[1] if len(sys.argv) > 1 else "check")
    if what is None:
        sys.exit(__doc__)
    sizes = [int(size) for size in sys.argv[2:]] or [100, 1000, 10000]
    print("| articles | program | wall s | wall / bare | cpu s | cpu / bare | memory MB | cpu ms an article |")
    print("|---:|:---|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for articles in sizes:
            compare(what, articles, Path(folder))


if __name__ == "__main__":
    main()

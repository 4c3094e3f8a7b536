#!/usr/bin/env python3
"""Kills an export, or lets a call of its fail, at every one of its file system calls.

usage: run.py GROUNDS [--jobs N] [--every N]

After each: what stands at the target is the whole old site or the whole new one; an export that
failed said so, with exit status 3; and the next export, undisturbed, makes the new site and leaves
nothing beside it. Needs `strace`. Prints a table of what was tried; fails if anything failed.
"""

import argparse
import concurrent.futures
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

AS_OF = "2026-11-22"
FAULTS = {"SIGKILL": "signal=SIGKILL", "ENOSPC": "error=ENOSPC", "EIO": "error=EIO"}
# What is traced: every call that names a file or a descriptor; mapping memory is none of ours.
CALLS = "%file,%desc"
NOT_OURS = {"execve", "mmap", "poll", "ioctl", "fcntl"}

SET = {
    "grounds.toml": 'title = "Tiny"\nbase-url = "https://example.org"\n',
    "claims/wakes.yaml": "statement: Tiny wounds might wake resting follicles.\nkind: mechanism\n"
    "basis: speculative\nreview: {by: A. Editor, on: 2026-06-01, due: 2027-06-01}\n",
    "articles/a.md": "---\ntitle: TITLE\nreview: {by: A. Editor, on: 2026-06-01, due: 2027-06-01}\n---\n\n"
    "[Tiny wounds might wake resting follicles.]{.speculative claim=wakes} Is it so?\n",
}


def write_set(folder, title):
    for path, text in SET.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("TITLE", title))


def digest(folder):
    """One digest of all that a folder holds, names and contents; None if it is not there."""
    if not folder.exists():
        return None
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        whole.update(str(path.relative_to(folder)).encode() + b"\0")
        if path.is_file():
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


class Scene:
    """A folder with the new content, and what stood at the target before."""

    # By name: what stands there, and calls that fail in each run of the scene.
    KINDS = {
        "no target": [],
        "an old site": [],
        "leftovers of killed runs": [],
        "a file system that cannot exchange folders": ["renameat2:error=EINVAL"],
        "a file system without second names": ["linkat:error=EPERM"],
    }

    def __init__(self, kind, grounds, root, old, new):
        self.kind, self.grounds, self.root = kind, grounds, root
        self.old_site, self.new_site = old, new
        self.old, self.new = digest(old), digest(new)
        self.target = root / "out" / "site"
        self.always = self.KINDS[kind]

    def set_up(self):
        shutil.rmtree(self.root, ignore_errors=True)
        write_set(self.root / "set", "New")
        out = self.root / "out"
        out.mkdir()
        if self.kind == "no target":
            return
        if self.kind == "leftovers of killed runs":
            shutil.copytree(self.old_site, out / ".site.grounds-aaaaaa" / "old")
            half = out / ".site.grounds-bbbbbb" / "new"
            shutil.copytree(self.new_site, half)
            for page in list(half.rglob("*.html"))[::2]:
                page.write_text("half")
            (out / ".site.lock").touch()
            return
        shutil.copytree(self.old_site, self.target)

    def run(self, inject=(), log=None):
        command = [self.grounds, "export", "set", "--as-of", AS_OF, "--out", "out/site"]
        inject = [*self.always, *inject]
        if inject or log:
            before = ["strace", "-f", "-qq", "-o", log or "/dev/null", "-e", f"trace={CALLS}"]
            for fault in inject:
                before += ["-e", f"inject={fault}"]
            command = before + command
        # One thread, so that the calls come in one order.
        environment = {"RAYON_NUM_THREADS": "1", "PATH": os.environ["PATH"]}
        return subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, text=True, timeout=120
        )

    def calls(self):
        """Each call from the first look at the set on, as its name and how many of it there were."""
        self.set_up()
        log = self.root / "log"
        ran = self.run(log=str(log))
        assert ran.returncode == 0, ran.stderr
        seen, found, ours = Counter(), [], False
        for line in log.read_text().splitlines():
            call = re.match(r"\d+ +(\w+)\((.*)", line)
            if not call:
                continue
            name = call[1]
            seen[name] += 1
            ours = ours or '"set' in call[2] and name != "execve"
            if ours and name not in NOT_OURS:
                found.append((name, seen[name]))
        return found

    def whole_ones(self):
        """What may stand at the target after a run that was disturbed."""
        allowed = {self.new}
        if self.kind == "no target":
            allowed.add(None)
        elif self.kind == "leftovers of killed runs":
            # It was missing before; the old site waits beside it.
            allowed |= {None, self.old}
        else:
            allowed.add(self.old)
        if self.kind == "a file system that cannot exchange folders":
            # Between two renames; the old site waits beside it.
            allowed.add(None)
        return allowed

    def disturb(self, name, number, fault):
        """What is wrong after a call was disturbed; an empty list if nothing."""
        self.set_up()
        ran = self.run([f"{name}:{FAULTS[fault]}:when={number}"])
        stands = digest(self.target)
        wrong = []
        if stands not in self.whole_ones():
            wrong.append("the target is neither the old site nor the new one")
        if fault != "SIGKILL":
            wrong += self.told(ran, stands)
        again = self.run() if not self.always else self.run(["getcpu:error=ENOSYS"])
        if again.returncode != 0:
            wrong.append(f"the next run fails: {again.stderr.strip()}")
        elif digest(self.target) != self.new:
            wrong.append("the next run does not make the new site")
        beside = sorted(entry.name for entry in (self.root / "out").iterdir())
        if beside != [".site.lock", "site"]:
            wrong.append(f"the next run leaves {beside}")
        outside = sorted(entry.name for entry in self.root.iterdir())
        if outside != ["out", "set"]:
            wrong.append(f"written outside of the target: {outside}")
        return wrong

    def told(self, ran, stands):
        """What is wrong with the end of a run in which a call failed."""
        if ran.returncode == 0:
            # The failure did no harm, or was got round.
            return [] if stands == self.new else ["success without the new site"]
        if ran.returncode == 1:
            # A file of the set could not be read: a diagnostic, and nothing is written.
            return [] if "could not be read" in ran.stderr and stands != self.new else [
                f"status 1: {ran.stderr.strip()}"
            ]
        wrong = []
        if ran.returncode != 3 and not (ran.returncode == 2 and "there is no" in ran.stderr):
            wrong.append(f"status {ran.returncode}: {ran.stderr.strip()[:200]}")
        if "error" not in ran.stderr:
            wrong.append(f"no message: {ran.stderr!r}")
        if stands == self.new and "the export is written" not in ran.stderr and "standard output" not in ran.stderr:
            wrong.append(f"failed with the new site in place: {ran.stderr.strip()}")
        return wrong


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("grounds")
    arguments.add_argument("--jobs", type=int, default=2)
    arguments.add_argument("--every", type=int, default=1, help="only every so many calls")
    arguments = arguments.parse_args()
    grounds = str(Path(arguments.grounds).resolve())
    with tempfile.TemporaryDirectory() as folder:
        ended = crash_all(grounds, Path(folder), arguments)
        (Path(folder) / "small").mkdir()
        wrong = on_a_small_disk(grounds, Path(folder) / "small")
    if wrong is None:
        print("full and read-only disks: not tried, for nothing may be mounted here")
    else:
        print("full and read-only disks:", "; ".join(wrong) or "the old site stays, the next export is whole")
        ended = ended or int(bool(wrong))
    sys.exit(ended)


def on_a_small_disk(grounds, folder):
    """What is wrong with exports to a disk that is full, and to one that is read-only: another one than
    the content stands on. None, where nothing may be mounted."""
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True).returncode != 0:
        return None
    wrong = []

    def export():
        command = [grounds, "export", "set", "--as-of", AS_OF, "--out", str(disk / "site")]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True)

    def must_fail(what):
        before = digest(disk / "site")
        ran = export()
        if ran.returncode != 3 or "nothing was changed" not in ran.stderr:
            wrong.append(f"{what}: status {ran.returncode}: {ran.stderr.strip()}")
        if digest(disk / "site") != before:
            wrong.append(f"{what}: the old site was changed")

    try:
        write_set(folder / "set", "Old")
        if export().returncode != 0:
            wrong.append("an export to another file system fails")
        write_set(folder / "set", "New")
        full = disk / "full"
        with full.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError:
                pass
        must_fail("a full disk")
        full.unlink()
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        must_fail("a read-only disk")
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        if export().returncode != 0 or sorted(os.listdir(disk)) != [".site.lock", "site"]:
            wrong.append(f"the next export: {sorted(os.listdir(disk))}")
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    return wrong


def site(grounds, folder, title):
    write_set(folder / "set", title)
    command = [grounds, "export", "set", "--as-of", AS_OF, "--out", "site"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "site"


def crash_all(grounds, folder, arguments):
    old, new = (site(grounds, folder / title, title) for title in ("Old", "New"))
    work = []
    for kind in Scene.KINDS:
        calls = Scene(kind, grounds, folder / "count", old, new).calls()
        always = {fault.split(":")[0] for fault in Scene.KINDS[kind]}
        calls = [call for call in calls if call[0] not in always]
        calls = calls[:: arguments.every]
        work += [(kind, name, number, fault) for name, number in calls for fault in FAULTS]

    def share(worker):
        results = []
        for kind, name, number, fault in work[worker :: arguments.jobs]:
            scene = Scene(kind, grounds, folder / f"worker-{worker}", old, new)
            wrong = scene.disturb(name, number, fault)
            results.append(((kind, fault), f"{kind}: {name} {number} {fault}", wrong))
        return results

    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        results = [result for part in pool.map(share, range(arguments.jobs)) for result in part]
    tried = Counter(key for key, _, _ in results)
    failed = Counter(key for key, _, wrong in results if wrong)
    print("| before | fault | calls | failures |\n| --- | --- | --- | --- |")
    for kind, fault in tried:
        print(f"| {kind} | {fault} | {tried[kind, fault]} | {failed[kind, fault]} |")
    for _, what, wrong in results:
        for reason in wrong:
            print(f"{what}: {reason[:200]}")
    print(f"{sum(tried.values())} runs, {sum(failed.values())} failures")
    return 1 if failed else 0


if __name__ == "__main__":
    main()

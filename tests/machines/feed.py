"""A feed against RFC 4287: its form by `jing` and the schema beside this file, its meaning by `feedparser`.

usage: python feed.py FEED
"""

import pathlib
import subprocess
import sys
import tempfile

import feedparser

SCHEMA = pathlib.Path(__file__).with_name("atom.rnc")


def faults(path: pathlib.Path) -> list[str]:
    """What is wrong with a feed."""
    form = subprocess.run(["jing", "-c", str(SCHEMA), str(path)], capture_output=True, text=True, check=False)
    # It says what is wrong on standard output; the other one is for the trouble of its own.
    found = form.stdout.splitlines()
    if form.returncode != 0 and not found:
        found.append(form.stderr or f"jing ended with {form.returncode}")
    read = feedparser.parse(path.read_bytes())
    if read.bozo:
        found.append(f"feedparser: {read.bozo_exception}")
    if read.version != "atom10":
        found.append(f"feedparser takes it for {read.version!r}")
    # 4.1.1: an entry without an author has that of the feed.
    if "author" not in read.feed and any("author" not in entry for entry in read.entries):
        found.append("an entry has no author")
    # 4.1.1 and 4.2.6: entries of one id are one entry at different times.
    seen = [(entry.get("id"), entry.get("updated")) for entry in read.entries]
    if len(set(seen)) < len(seen):
        found.append("two entries have the same id and the same day")
    if not any(link.rel == "self" for link in read.feed.get("links", [])):
        found.append("it has no link to itself")
    # 4.1.2: an entry without content has a link to its page.
    found += [f"{entry.get('id')} has no link" for entry in read.entries if not entry.get("link")]
    if read.entries and max(entry.updated for entry in read.entries) > read.feed.updated:
        found.append("an entry is newer than the feed")
    return found


def main(feed: pathlib.Path) -> int:
    text = feed.read_text(encoding="utf-8")
    entries = text.count("<entry>")
    said = faults(feed)
    for fault in said:
        print(fault)
    # What is wrong must be seen.
    wrong = {
        "no id": text.replace("<id>", "<name>", 1).replace("</id>", "</name>", 1),
        "no time": text.replace("T00:00:00Z</updated>", "</updated>", 1),
        "not well-formed": text.replace("</entry>", "", 1),
        "an element of its own": text.replace("<summary>", "<review>a</review><summary>", 1),
    }
    unseen = []
    with tempfile.TemporaryDirectory() as folder:
        for name, changed in wrong.items():
            path = pathlib.Path(folder, "feed.xml")
            path.write_text(changed, encoding="utf-8")
            if changed == text or not faults(path):
                unseen.append(name)
    for name in unseen:
        print(f"not seen: {name}")
    print(f"Atom: {entries} entries, {len(said)} faults; {len(wrong) - len(unseen)} of {len(wrong)} wrong feeds seen")
    return 1 if said or unseen or entries == 0 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))

#!/usr/bin/env python3
"""Records what Pandoc reads in the documents beside this script.

    tests/pandoc/record.py            writes record.json
    tests/pandoc/record.py FILE...    prints the same for other documents

Each document goes through `pandoc -f markdown -t json`. Of the answer this keeps, in the order
of the document and with footnotes where they are referred to:

- citations: key, prefix, suffix, mode; one that stands in another's prefix or suffix comes
  after it;
- spans: identifier, classes, attributes, and their text;
- divs: identifier, classes, attributes.

Text is normalised, here and in the test that reads the record, since Pandoc's `markdown` sets
punctuation: curly quotes are straight, dashes of any length are one hyphen, an ellipsis is three
dots, blanks of any kind are one space. Of TeX and mathematics the source is kept, of raw HTML
and footnotes nothing; a citation's text is what was written.
"""

import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
PUNCTUATION = str.maketrans({
    "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " ",
})


def normalised(text):
    return " ".join(re.sub("-+", "-", text.translate(PUNCTUATION)).split())


def plain(inline):
    """The text of an inline, or of a list of them."""
    if isinstance(inline, list):
        return "".join(map(plain, inline))
    kind, content = inline["t"], inline.get("c")
    match kind:
        case "Str":
            return content
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Code":
            return content[1]
        case "Math":
            sign = "$" if content[0]["t"] == "InlineMath" else "$$"
            return sign + content[1] + sign
        case "RawInline":
            return "" if content[0] == "html" else content[1]
        case "Note":
            return ""
        case "Quoted":
            sign = "'" if content[0]["t"] == "SingleQuote" else '"'
            return sign + plain(content[1]) + sign
        case "Cite" | "Span" | "Link" | "Image":
            return plain(content[1])
        case _:
            return plain(content)


def attributes(attr):
    identifier, classes, pairs = attr
    return {"id": identifier, "classes": classes, "attributes": pairs}


def gather(node, found):
    """Adds what is to be kept of a node and of what is in it."""
    if isinstance(node, list):
        for child in node:
            gather(child, found)
    if not isinstance(node, dict):
        return
    kind, content = node.get("t"), node.get("c")
    if kind == "Cite":
        for citation in content[0]:
            prefix, suffix = citation["citationPrefix"], citation["citationSuffix"]
            found["citations"].append({
                "key": citation["citationId"],
                "mode": citation["citationMode"]["t"],
                "prefix": normalised(plain(prefix)),
                "suffix": normalised(plain(suffix)),
            })
            gather(prefix, found)
            gather(suffix, found)
        return
    if kind == "Span":
        text = normalised(plain(content[1]))
        found["spans"].append(attributes(content[0]) | {"text": text})
    if kind == "Div":
        found["divs"].append(attributes(content[0]))
    gather(content, found)


def pandoc(*arguments, text=None):
    run = subprocess.run(["pandoc", *arguments], input=text, capture_output=True, check=True)
    return run.stdout.decode()


def record(path):
    document = json.loads(pandoc("-f", "markdown", "-t", "json", text=path.read_bytes()))
    found = {"citations": [], "spans": [], "divs": []}
    gather(document["blocks"], found)
    return found


def main():
    paths = list(map(pathlib.Path, sys.argv[1:])) or sorted((HERE / "documents").glob("*.md"))
    documents = {path.name: record(path) for path in paths}
    version = pandoc("--version").splitlines()[0].removeprefix("pandoc ")
    text = json.dumps({"pandoc": version, "documents": documents}, ensure_ascii=False, indent=1)
    if sys.argv[1:]:
        print(text)
    else:
        (HERE / "record.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

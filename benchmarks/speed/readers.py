#!/usr/bin/env python3
"""Time reading alone: megabytes per CPU second of each format, and of hostile files.

    python benchmarks/speed/readers.py [DIR] [--megabytes 2] [--runs 5]

Without DIR the articles of `examples/` and `tests/corpus/` are multiplied (see `corpus.py`) and written
in each format, in files of about 10 KB: as Markdown, as an HTML page with a head, navigation and a
footer, as lines of JSON, as items of a feed, as plain text. With DIR the Markdown files in it are read
instead, and the other formats made of them. Beside Markdown stands what the parser alone takes for it.
The hostile files are pieces of markup repeated to 400 KB; their figures only say whether a reader goes on
at its pace. Bytes are those of UTF-8, times CPU seconds in one process, each figure the median of the runs.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pyromark
from corpus import build_corpus

from textlint.readers.markdown_source import OPTIONS
from textlint.testing import read, read_records

ARTICLE = 10_000  # characters of one file, at least
HOSTILE_SIZE = 400_000
HOSTILE = {
    "a.md": ("[", "*a ", "> ", "!!! a\n", "::: b\n", "{{< a >}}", "{% a %}", "<div>\n\n", "`a``b"),
    "a.mdx": ("{", "<A>", "      - a\n", "import 'a"),
    "a.html": ("<div>", "<a ", "<!--", "&#1", "<table><tr><td>"),
    "a.txt": ("a\n", "http://"),
    "a.rst": ("- a\n", "`", "==  ==\n", "a::\n\n"),
    "a.adoc": ("====\n", "image::a[", "* ", "|a "),
}
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>An article</title>
<meta name="author" content="A. Roe"><link rel="canonical" href="https://a.example/1">
<style>body {{ margin: 0 }}</style></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul></nav></header>
<main><article class="post">
{}
</article></main><footer><p>Terms &amp; privacy</p></footer></body></html>
"""


def articles(folder: Path) -> list[str]:
    """Return the Markdown files below `folder`, short ones joined."""
    texts: list[str] = []
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text(encoding="utf-8", errors="replace")
        if texts and len(texts[-1]) < ARTICLE:
            texts[-1] += "\n\n" + re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
        else:
            texts.append(text)
    return texts


def body_of(text: str) -> str:
    return re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)


def plain(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def megabytes_per_second(texts: Iterable[str], take: Callable[[str], object], runs: int) -> float:
    texts = list(texts)
    size = sum(len(text.encode("utf-8", "replace")) for text in texts)
    seconds = []
    take(texts[0])  # what is imported and compiled once is not measured
    for _ in range(runs):
        start = time.process_time()
        for text in texts:
            take(text)
        seconds.append(time.process_time() - start)
    return size / statistics.median(seconds) / 1e6


def events(text: str) -> int:
    return sum(1 for _ in pyromark.events_with_range(text, options=OPTIONS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", metavar="DIR", nargs="?", type=Path)
    parser.add_argument("--megabytes", type=float, default=2)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = options.folder or Path(made)
        if options.folder is None:
            build_corpus(folder, options.megabytes)
        texts = articles(folder)
    fragments = [pyromark.html(body_of(text), options=OPTIONS) for text in texts]
    plains = [plain(fragment) for fragment in fragments]
    records = [
        json.dumps({"id": str(n), "title": "An article", "author": "A. Roe", "text": text})
        for n, text in enumerate(plains)
    ]
    pages = [json.dumps({"id": str(n), "content_html": text}) for n, text in enumerate(fragments)]
    items = "".join(
        f"<item><title>A</title><guid>{n}</guid><description><![CDATA[{text}]]></description></item>"
        for n, text in enumerate(fragments)
    )
    figures: dict[str, tuple[Iterable[str], Callable[[str], object]]] = {
        "Markdown": (texts, lambda text: read(text, "a.md")),
        "(the Markdown parser alone)": (texts, events),
        "HTML": (map(PAGE.format, fragments), lambda text: read(text, "a.html")),
        "JSON Lines of plain text": (["\n".join(records)], lambda t: read_records(t, "a.jsonl")),
        "JSON Lines of HTML": (["\n".join(pages)], lambda t: read_records(t, "a.jsonl")),
        "a feed of HTML": (
            [f"<rss><channel>{items}</channel></rss>"],
            lambda text: read_records(text, "a.xml"),
        ),
        "plain text": (plains, lambda text: read(text, "a.txt")),
    }
    blocks = sum(len(read(text, "a.md").blocks) for text in texts)
    size = sum(map(len, texts))
    print(f"{len(texts)} articles, {size:,} characters, {size / blocks:.0f} characters a block\n")
    print("| format | MB/s |")
    print("|---|---:|")
    for name, (sources, take) in figures.items():
        print(f"| {name} | {megabytes_per_second(sources, take, options.runs):.1f} |")
    print("\n| hostile | MB/s |")
    print("|---|---:|")
    for name, pieces in HOSTILE.items():
        for piece in pieces:
            text = (piece * HOSTILE_SIZE)[:HOSTILE_SIZE]
            speed = megabytes_per_second([text], partial(read, filename=name), 1)
            print(f"| `{name[1:]}` {json.dumps(piece)} | {speed:.2f} |")


if __name__ == "__main__":
    main()

"""Clean English texts on which the weights of the document score are fitted.

Our own articles and pages, the Debian Administrator's Handbook, the Jargon File, the examples of
WordNet's glosses and parts of the Anarchist FAQ: different writers, fields and styles. Only counts made
on them enter the weights.

    apt-get install wordnet-base dict-jargon debian-handbook anarchism
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable
from pathlib import Path

from textlint_spun.document_score import running_text

from textlint.testing import read

ROOT = Path(__file__).resolve().parents[2]
WORDNET = Path("/usr/share/wordnet")
JARGON = Path("/usr/share/dictd/jargon.dict.dz")
HANDBOOK = Path("/usr/share/doc/debian-handbook/html/en-US")
FAQ = Path("/usr/share/doc/anarchism/markdown")
_FAQ_LENGTH = 12_000  # code points of each part that are taken: whole, it would outweigh all others


def clean_texts() -> Iterable[str]:
    for path in sorted((ROOT / "tests" / "corpus" / "good").glob("*.*")):
        yield path.read_text(encoding="utf-8")
    for path in sorted(HANDBOOK.glob("*.html")):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"(?s)<(pre|script|style|head)\b.*?</\1>", " ", text)
        paragraphs = re.findall(r'(?s)<(?:p|div class="para")>(.*?)</(?:p|div)>', text)
        yield "\n".join(re.sub(r"<[^>]*>|&\w+;", " ", paragraph) for paragraph in paragraphs)
    jargon = gzip.decompress(JARGON.read_bytes()).decode("utf-8", "replace")
    yield from _parts(re.sub(r"[{}]", " ", jargon).split("\n\n"))
    glosses = "".join(
        (WORDNET / f"data.{name}").read_text(encoding="latin-1") for name in ("verb", "adj")
    )
    yield from _parts(re.findall(r'"([a-zA-Z][^"]{30,})"', glosses))
    for path in sorted(FAQ.iterdir()):
        content = path.read_bytes()
        text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
        yield text[2000 : 2000 + _FAQ_LENGTH]


def _parts(paragraphs: list[str]) -> Iterable[str]:
    """Put every sixth of so many paragraphs together again as texts of some length."""
    wanted = [p for p in paragraphs if len(p) > 30][::6]
    for at in range(0, len(wanted), 60):
        yield "\n".join(wanted[at : at + 60])


def articles(folder: Path) -> Iterable[str]:
    """Yield the clean English articles of a labelled set; they are measured, nothing is learnt."""
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["kind"] == "clean" and row["file"].endswith((".md", ".txt", ".html")):
            content = (folder / row["file"]).read_text(encoding="utf-8", errors="replace")
            document = read(content, row["file"])
            if document.language in (None, "en"):
                yield "\n".join(running_text(document))

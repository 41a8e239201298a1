"""Articles to be timed: the project's own, multiplied with variation to any size."""

from __future__ import annotations

import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def build_corpus(target: Path, megabytes: float, *, in_one_file: bool = False) -> list[Path]:
    """Write varied copies of the project's own Markdown articles until `megabytes` are reached.

    Each copy is made of the paragraphs of three articles in an order of its own, with other figures, so
    that no two files are alike. Return the files, or the one that holds everything.
    """
    sources = sorted((ROOT / "examples").rglob("*.md")) + sorted(
        (ROOT / "tests" / "corpus").rglob("*.md")
    )
    texts = [path.read_text(encoding="utf-8") for path in sources if path.name != "README.md"]
    # Mixed languages in one article are the exception that costs most; they would be the rule here.
    articles = [text for text in texts if "\nlang: " not in text and _is_english(text)]
    chance = random.Random(20240504)
    written = 0
    copies: list[str] = []
    while written < megabytes * 1_000_000:
        paragraphs: list[str] = []
        for text in chance.sample(articles, min(3, len(articles))):
            body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
            paragraphs += body.strip().split("\n\n")
        chance.shuffle(paragraphs)
        text = re.sub(r"\d", lambda _: str(chance.randrange(10)), "\n\n".join(paragraphs)) + "\n"
        copies.append(text)
        written += len(text.encode("utf-8"))
    if in_one_file:
        copies = ["\n".join(copies)]
    files = []
    for number, text in enumerate(copies):
        # Folders of a thousand, as a site of this size would have them.
        folder = target / f"{number // 1000:03}"
        folder.mkdir(parents=True, exist_ok=True)
        files.append(folder / f"article-{number:06}.md")
        files[-1].write_text(text, encoding="utf-8")
    return files


def _is_english(text: str) -> bool:
    """Whether one word in a hundred is "the"."""
    return 100 * text.lower().count(" the ") >= len(text.split())

"""Labelled sets: a directory of documents and a `labels.jsonl` that says what is wrong in them.

Each line of `labels.jsonl` is an object: `file` (relative path), `kind` ("clean" or "defective"),
`complete` (are the labels exhaustive? default true), `base` (is it an English article in one voice,
into which defects may be planted? default false), `findings`. A label is
`{"class", "span", "nth"?, "rule"?}` (the nth occurrence of a text) or
`{"class", "start", "end", "region"?, "rule"?}` (code points of the decoded file, byte-order mark not
counted). A `region` label is measured by how much of it is covered. `rule` names the rule that is
expected; without it any rule of the class will do.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

# The class of a rule's findings: the first prefix that fits.
_CLASSES = (
    ("persona/prompt-leak", "leftover"),
    ("repetition/reexpanded", "expansion"),
    ("repetition/", "duplicate"),
    ("consistency/", "numbers"),
)
# Rules that speak of a whole document: true wherever the document has a label of their class.
_DOCUMENT_LEVEL = ("document", "density", "score", "style", "missing", "copy", "unsourced")


def class_of(rule: str) -> str:
    """Return the label class that findings of `rule` belong to."""
    family = rule.partition("/")[0]
    return next((name for prefix, name in _CLASSES if rule.startswith(prefix)), family)


def is_document_level(rule: str) -> bool:
    return any(word in rule for word in _DOCUMENT_LEVEL)


@dataclass(frozen=True)
class Label:
    """One defect: its class, its half-open range of code points, and the rule that should see it."""

    kind: str
    start: int
    end: int
    region: bool = False
    rule: str | None = None


@dataclass(frozen=True)
class Labelled:
    """One document of a set with its labels; `clean` documents have none."""

    path: str
    text: str
    clean: bool
    complete: bool
    base: bool
    labels: tuple[Label, ...]

    @property
    def words(self) -> int:
        return len(self.text.split())


def load(directory: Path) -> list[Labelled]:
    """Return the documents of a labelled set. Raises `ValueError` for a label that is not there."""
    documents = []
    for line in (directory / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = decode((directory / row["file"]).read_bytes())
        labels = tuple(_label(entry, text, row["file"]) for entry in row.get("findings", []))
        documents.append(
            Labelled(
                row["file"],
                text,
                clean=row["kind"] == "clean",
                complete=row.get("complete", True),
                base=row.get("base", False),
                labels=labels,
            )
        )
    return documents


def decode(data: bytes) -> str:
    """Return the text of a file, as the linter decodes it."""
    for encoding in ("utf-8-sig", "cp1252", "latin-1"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError("latin-1 decodes everything")


def _label(entry: dict[str, object], text: str, path: str) -> Label:
    region, rule = bool(entry.get("region")), entry.get("rule")
    if "end" in entry:
        start, end = int(str(entry["start"])), int(str(entry["end"]))
    else:
        wanted, start = str(entry["span"]), -1
        for _ in range(int(str(entry.get("nth", 1)))):
            start = text.find(wanted, start + 1)
            if start < 0:
                raise ValueError(f"{path}: the labelled text {wanted!r} is not there")
        end = start + len(wanted)
    return Label(str(entry["class"]), start, end, region, str(rule) if rule else None)

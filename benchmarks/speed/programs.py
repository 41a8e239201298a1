"""The programs that are timed: textlint and the prose linters that are measured beside it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

TEXTLINT = (sys.executable, "-m", "textlint")
CHECK = (*TEXTLINT, "check", "--isolated", "--no-cache", "--format", "json")


class Peer(NamedTuple):
    """A linter that may be installed: its name, how to get it, and its command for some files."""

    name: str
    install: str
    executable: str
    command: Callable[[str, Sequence[str]], list[str]]


PEERS = (
    Peer("proselint", "pip install proselint", "proselint", lambda p, f: [p, "check", *f]),
    Peer(
        "textlint-js + write-good",
        "npm install textlint textlint-rule-write-good",
        "node_modules/.bin/textlint",
        lambda p, f: [p, "--no-textlintrc", "--rule", "write-good", *f],
    ),
    Peer("alex", "npm install alex", "alex", lambda p, f: [p, "--quiet", *f]),
    Peer("dslop", "pip install dslop", "dslop", lambda p, f: [p, *f]),
)


def found(folders: Sequence[Path]) -> dict[str, tuple[Peer, str]]:
    """Return the peers that are installed, by name, with the path of each: in `folders`, or on the PATH."""
    there: dict[str, tuple[Peer, str]] = {}
    for peer in PEERS:
        name = Path(peer.executable).name
        places = [folder / name for folder in folders]
        path = next(
            (str(place) for place in places if place.is_file() and _fits(peer, place)), None
        )
        if path is None and peer.executable == name:  # "textlint" on the PATH is this project's
            path = shutil.which(name)
        if path is not None:
            there[peer.name] = (peer, path)
    return there


def _fits(peer: Peer, place: Path) -> bool:
    return place.parent.name == ".bin" or "/" not in peer.executable

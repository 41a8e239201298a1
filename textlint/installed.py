"""The entry points of installed packages, looked up again only when an installation has changed.

`importlib.metadata` is the one that knows; but to import it, to look into every package and to parse the
metadata of those that name a plugin takes a tenth of the time of a check of one file.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from textlint import kept
from textlint.engine import say
from textlint.model import Problem

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

GROUP = "textlint"
_METADATA = (".dist-info", ".egg-info")


class Point(NamedTuple):
    """An entry point: what it is called, the object it stands for, the package that declares it."""

    name: str
    value: str
    distribution: str
    version: str

    def load(self) -> Any:
        """Import what the entry point stands for."""
        module, _, attributes = self.value.partition("[")[0].strip().partition(":")
        found: Any = import_module(module.strip())
        for attribute in filter(None, attributes.strip().split(".")):
            found = getattr(found, attribute)
        return found


def points(problems: list[Problem]) -> list[Point]:
    """Return the entry points of all installed packages, whatever state their metadata is in."""
    installation = _installation()
    known = kept.get("entry points", installation)
    if known is not None:
        return [Point(*parts) for parts in known]
    found = [point_of(entry) for entry in _entries(problems)]
    if not problems:  # they are told in each run
        kept.put("entry points", installation, [tuple(point) for point in found])
    return found


def point_of(entry: EntryPoint) -> Point:
    """Return what is of interest of an entry point."""
    name, version = ("unknown", "") if entry.dist is None else _name_and_version(entry.dist)
    return Point(entry.name, entry.value, name, version)


def _installation() -> tuple[object, ...]:
    """Return what changes when a package is installed, removed or edited."""
    seen: list[object] = [[getattr(finder, "__name__", "") for finder in sys.meta_path]]
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                packages = sorted(e.path for e in entries if e.name.endswith(_METADATA))
        except OSError:  # nothing is there, or an archive
            continue
        for package in packages:
            seen.append(package)
            try:
                seen.append(Path(package, "entry_points.txt").stat().st_mtime_ns)
            except OSError:
                continue
    return tuple(seen)


@cache
def _name_and_version(distribution: Distribution) -> tuple[str, str]:
    """Return what a package is called; asked of its file once and not for each of its plugins."""
    metadata = distribution.metadata
    return metadata["Name"], metadata["Version"]


def _entries(problems: list[Problem]) -> list[EntryPoint]:
    from importlib import metadata

    try:
        return list(metadata.entry_points(group=GROUP))
    except Exception:  # one unreadable package: ask one by one, which is slower but leaves it out
        found: list[EntryPoint] = []
        for distribution in metadata.distributions():
            try:
                found += distribution.entry_points.select(group=GROUP)
            except Exception as error:
                text = f"the metadata of an installed package cannot be read: {say(error)}"
                problems.append(Problem("plugin", text))
        return found

"""The baseline: findings that were there when textlint was adopted, and that a team has accepted.

A file of JSON, one accepted finding on each line and sorted, so that versions of it can be compared and
merged:

    {
     "version": 1,
     "tool": "textlint",
     "files": {
      "news/ferry.md": [
       {"fingerprint": "…", "rule": "footer/bare-timestamp", "text": "2024-05-04 08:04"}
      ]
     }
    }

Paths are relative to the folder of the file. A fingerprint is made of the rule, the normalised evidence
and how many equal ones came before it in the article, never of a line number: edits elsewhere in the
article do not disturb it. `text` is there for people who review the file.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textlint.escaping import one_line
from textlint.files import why
from textlint.model import Finding
from textlint.report import FileReport, Run
from textlint.report.fingerprints import stable_fingerprints

FILE_NAME = "textlint-baseline.json"
VERSION = 1

_LONGEST_TEXT = 80  # characters of evidence that a person sees
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: |$)", re.MULTILINE)


class BaselineError(Exception):
    """A baseline that cannot be used; the message names the file and the place in it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One accepted finding."""

    fingerprint: str
    rule: str
    text: str = ""


@dataclass
class Baseline:
    """The accepted findings of each file. Its keys are paths relative to `folder`, with '/'."""

    folder: Path
    files: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return sum(map(len, self.files.values()))

    @property
    def entries(self) -> frozenset[tuple[str, str]]:
        """The file and the fingerprint of each entry."""
        return frozenset(
            (p, entry.fingerprint) for p, found in self.files.items() for entry in found
        )

    def key(self, path: str, cwd: Path) -> str:
        """Return the key of a file that is reported as `path` by a run in `cwd`."""
        return os.path.relpath(cwd / path, self.folder).replace(os.sep, "/")


def load(path: Path, shown: str) -> Baseline:
    """Read a baseline; `shown` is its name in messages. Raises `BaselineError`, `FileNotFoundError`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise
    except OSError as error:
        raise BaselineError(f"{shown}: cannot be read: {why(error)}") from None
    except UnicodeDecodeError as error:
        raise BaselineError(f"{shown}: not UTF-8 at byte {error.start}") from None
    conflict = _CONFLICT.search(text)
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1
        raise BaselineError(
            f"{shown}:{line}: there is a merge conflict in it: keep the lines of both sides, "
            "then run `textlint baseline --prune`"
        )
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise BaselineError(f"{shown}:{error.lineno}: this is not JSON: {error.msg}") from None
    except RecursionError:
        raise BaselineError(f"{shown}: it is nested too deeply") from None
    return Baseline(path.parent.absolute(), _files_of(data, shown))


def _files_of(data: Any, shown: str) -> dict[str, tuple[Entry, ...]]:
    version = data.get("version") if isinstance(data, dict) else None
    if type(version) is not int:
        raise BaselineError(f"{shown}:1: this is no baseline of textlint: it has no version")
    if version != VERSION:
        raise BaselineError(
            f'{shown}:1: "version" is {version}, and this textlint reads version {VERSION}: use the '
            "textlint that wrote it, or delete it and run `textlint baseline`"
        )
    files = data.get("files")
    if not isinstance(files, dict):
        raise BaselineError(f'{shown}: "files" must be a table of paths')
    return {path: _entries(path, entries, shown) for path, entries in files.items()}


def _entries(path: str, entries: Any, shown: str) -> tuple[Entry, ...]:
    if not isinstance(entries, list):
        raise BaselineError(f'{shown}: "files", "{path}": must be a list')
    found = []
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict) or not all(
            isinstance(entry.get(key), str) for key in ("fingerprint", "rule")
        ):
            place = f'{shown}: "files", "{path}", entry {number}'
            raise BaselineError(f'{place}: must have the texts "fingerprint" and "rule"')
        text = entry.get("text")
        found.append(
            Entry(entry["fingerprint"], entry["rule"], text if isinstance(text, str) else "")
        )
    return tuple(found)


def render(baseline: Baseline) -> str:
    """Return the text of the file; equal baselines give equal texts."""
    files = []
    for path, entries in sorted(baseline.files.items()):
        lines = sorted(
            json.dumps({"fingerprint": e.fingerprint, "rule": e.rule, "text": e.text})
            for e in set(entries)
        )
        if lines:
            files.append(f"  {json.dumps(path)}: [\n   " + ",\n   ".join(lines) + "\n  ]")
    body = "{\n" + ",\n".join(files) + "\n }" if files else "{}"
    return f'{{\n "version": {VERSION},\n "tool": "textlint",\n "files": {body}\n}}\n'


def apply(baseline: Baseline, run: Run, cwd: Path) -> Run:
    """Return the run with the accepted findings set aside."""
    return run._replace(files=tuple(_applied(baseline, file, cwd) for file in run.files))


def _applied(baseline: Baseline, file: FileReport, cwd: Path) -> FileReport:
    accepted = {entry.fingerprint for entry in baseline.files.get(baseline.key(file.path, cwd), ())}
    if not accepted:
        return file
    findings = tuple(
        finding._replace(suppressed=True, set_aside="baseline")
        if entry.fingerprint in accepted and not finding.suppressed
        else finding
        for finding, entry in zip(file.findings, _entries_of(file, baseline, cwd), strict=True)
    )
    return file._replace(findings=findings)


def stale(
    baseline: Baseline, run: Run, cwd: Path, *, all_compared: bool
) -> dict[str, tuple[Entry, ...]]:
    """Return the entries, by file, whose findings are gone.

    Of a file that was not read, and of a rule that did not run, nothing is known: their entries are
    not stale. Neither are those of a rule that compares documents, unless the run had them
    `all_compared`. Those of a file that does not exist any more are.
    """
    ran = _rules_that_ran(run, all_compared)
    current = {
        baseline.key(file.path, cwd): {e.fingerprint for e in _entries_of(file, baseline, cwd)}
        for file in run.files
        if file.skipped is None
    }
    found = {}
    for path, entries in baseline.files.items():
        if path in current:
            gone = tuple(e for e in entries if e.rule in ran and e.fingerprint not in current[path])
        else:
            gone = () if os.path.lexists(baseline.folder / path) else entries
        if gone:
            found[path] = gone
    return found


def accepting(baseline: Baseline, run: Run, cwd: Path, *, all_compared: bool) -> Baseline:
    """Return a baseline that accepts all findings of the run, and no stale ones.

    What is known of other files and of rules that did not run stays.
    """
    files = _without(baseline.files, stale(baseline, run, cwd, all_compared=all_compared))
    for file in run.files:
        entries = _entries_of(file, baseline, cwd)
        new = [
            entry
            for finding, entry in zip(file.findings, entries, strict=True)
            if not finding.suppressed or finding.set_aside == "baseline"
        ]
        if new:
            key = baseline.key(file.path, cwd)
            fresh = {entry.fingerprint for entry in new}
            kept = [e for e in files.get(key, ()) if e.fingerprint not in fresh]
            files[key] = (*kept, *new)
    return Baseline(baseline.folder, files)


def pruned(baseline: Baseline, run: Run, cwd: Path, *, all_compared: bool) -> Baseline:
    """Return the baseline without its stale entries."""
    gone = stale(baseline, run, cwd, all_compared=all_compared)
    return Baseline(baseline.folder, _without(baseline.files, gone))


def _without(
    files: Mapping[str, Sequence[Entry]], gone: Mapping[str, Sequence[Entry]]
) -> dict[str, tuple[Entry, ...]]:
    left = {}
    for path, entries in files.items():
        kept = tuple(entry for entry in entries if entry not in gone.get(path, ()))
        if kept:
            left[path] = kept
    return left


def _rules_that_ran(run: Run, all_compared: bool) -> frozenset[str]:
    """The rules of which the run knows all findings in the files that it read."""
    crashed = {problem.rule for problem in run.problems if problem.rule is not None}
    ran = (rule for rule in run.rules if all_compared or rule.collection is None)
    return frozenset(rule.id for rule in ran) - crashed


def _entries_of(file: FileReport, baseline: Baseline, cwd: Path) -> list[Entry]:
    """What accepts each finding of a file, in the same order.

    The path of the file is no part of the fingerprint, since it is the key; and where the evidence is
    the path of another document, it counts from the baseline's folder, as the keys do.
    """
    findings = [_from_folder(finding, baseline, cwd) for finding in file.findings]
    return [
        Entry(fingerprint, finding.rule, _text(finding))
        for finding, fingerprint in zip(findings, stable_fingerprints(findings), strict=True)
    ]


def _from_folder(finding: Finding, baseline: Baseline, cwd: Path) -> Finding:
    evidence = finding.evidence
    if any(related.path == evidence for related in finding.related):
        evidence = baseline.key(evidence, cwd)
    return finding._replace(path="", evidence=evidence)


def _text(finding: Finding) -> str:
    text = one_line(finding.evidence)
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"

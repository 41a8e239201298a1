"""What kept a run from reading everything, each incident told once with all the files it befell."""

from __future__ import annotations

from typing import Literal, NamedTuple

from textlint.model import Problem
from textlint.report import Run

IncidentKind = Literal["crash", "plugin", "config", "file", "skipped", "partly"]


class Incident(NamedTuple):
    """One thing that happened and the paths of the files that it happened to, in order.

    "skipped" and "partly" (read in part) are no problems: textlint was told so, or is made so.
    """

    kind: IncidentKind
    message: str
    paths: tuple[str, ...] = ()
    rule: str | None = None

    @property
    def is_problem(self) -> bool:
        return self.kind not in ("skipped", "partly")


def incidents(run: Run) -> list[Incident]:
    """Return the problems of a run, then what was skipped, then what was read in part.

    A rule that crashes does so on a thousand files with the same message: that is one incident. A
    file that was skipped because of a problem is told with the problem only.
    """
    paths: dict[tuple[IncidentKind, str, str | None], list[str]] = {}
    for problem in run.problems:
        befallen = paths.setdefault((problem.kind, _message(problem), problem.rule), [])
        if problem.path is not None:
            befallen.append(problem.path)
    unread = {problem.path for problem in run.problems}
    said = {(problem.path, _message(problem)) for problem in run.problems}
    for file in run.files:
        if file.skipped is not None and file.path not in unread:
            paths.setdefault(("skipped", file.skipped, None), []).append(file.path)
    for file in run.files:
        for reason in file.partly:
            if (file.path, reason) not in said:
                paths.setdefault(("partly", reason, None), []).append(file.path)
    return [
        Incident(kind, message, tuple(dict.fromkeys(befallen)), rule)
        for (kind, message, rule), befallen in paths.items()
    ]


def _message(problem: Problem) -> str:
    """Return the message of a problem without the path that some have in front."""
    return problem.message.removeprefix(f"{problem.path}: ")

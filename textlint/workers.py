"""Checks files, in several processes where that pays.

Where there is no fork (Windows), and for little text, everything is checked in this process: the outcomes
are the same.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Sequence

from textlint.checking import Checker, Outcome
from textlint.files import InputFile

# Checked before any process is started: most of what the rules load and compile is shared then.
WARM_FROM = 64 << 10  # bytes
PAYS_FROM = 256 << 10  # bytes that are left: less does not pay for a process

# Called before or after each file: how many are done, and a path.
Tell = Callable[[int, str], None]


def cores() -> int:
    """Return how many processes can run at a time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def check(
    checker: Checker,
    files: Sequence[InputFile],
    outcomes: dict[int, Outcome],
    tell: Tell,
    *,
    wanted: Sequence[int],
    jobs: int,
) -> None:
    """Check the files with the `wanted` numbers in `jobs` processes, in as many as pay for 0.

    Each outcome is put into `outcomes` as soon as it is known: an interrupt loses none.
    """
    rest = deque(wanted)
    sizes = {number: _size(files[number]) for number in rest}
    most = jobs or cores()
    warmed = 0
    while rest:
        is_warm = warmed >= (WARM_FROM if jobs == 0 else 1)
        if most > 1 and is_warm and len(rest) > 1 and hasattr(os, "fork"):
            if jobs or sum(sizes[number] for number in rest) >= PAYS_FROM:
                from textlint.crew import Crew  # a check of a few files needs no other process

                Crew(checker, files, outcomes, tell).run(list(rest), sizes, min(most, len(rest)))
                return
            most = 1
        number = rest.popleft()
        tell(len(outcomes), files[number].path)
        outcomes[number] = checker.file(files[number])
        warmed += max(sizes[number], 1)


def _size(file: InputFile) -> int:
    try:
        return file.real.stat().st_size
    except OSError:
        return 0

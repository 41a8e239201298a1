"""Whole processes, timed by the operating system's account of each that has ended. Unix only."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# Without its byte code a program would be compiled anew in each run, which no user waits for.
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True)
class Sample:
    """One process that has ended: CPU and wall seconds, peak resident memory in MB, exit status.

    CPU is that of the process and of all its children, memory that of the largest of them.
    """

    cpu: float
    wall: float
    megabytes: float
    status: int


@dataclass(frozen=True)
class Median:
    """Medians of several samples, the largest memory, and the last exit status."""

    cpu: float
    wall: float
    megabytes: float
    status: int

    @classmethod
    def of(cls, samples: Sequence[Sample]) -> Median:
        return cls(
            statistics.median(sample.cpu for sample in samples),
            statistics.median(sample.wall for sample in samples),
            max(sample.megabytes for sample in samples),
            samples[-1].status,
        )


def run(command: Sequence[str]) -> Sample:
    """Run `command` with its output thrown away and return what it used."""
    start = time.perf_counter()
    with Path(os.devnull).open("wb") as nowhere:
        child = subprocess.Popen(command, stdout=nowhere, stderr=nowhere, env=_ENVIRONMENT)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss: bytes there, kilobytes here
    return Sample(
        usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * unit / 1e6, child.returncode
    )


def in_turn(commands: dict[str, Sequence[str]], runs: int) -> dict[str, Median]:
    """Run each command once unmeasured, then all of them `runs` times, one after the other."""
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    for command in commands.values():
        run(command)
    for _ in range(runs):
        for name, command in commands.items():
            samples[name].append(run(command))
    return {name: Median.of(taken) for name, taken in samples.items()}

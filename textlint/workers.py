"""Checks files in several processes.

The processes are forked from this one when its rules are warm, so that they share its tables and
nothing but what came of files is sent. Files go to them in chunks of about equal bytes. Where there is
no fork (Windows), and for little text, everything is checked in this process: the outcomes are the same.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textlint.checking import Checker, Outcome, unread
from textlint.files import InputFile

# Imported where it is used: a check of a few files needs no other process.
if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

# Checked before any process is started: it warms the rules up, and less does not pay for a process.
PAYS_FROM = 256 << 10  # bytes
_LARGEST_CHUNK = 1 << 20  # bytes
_CHUNKS = 8  # of each process at least, so that none ends long after the others
_TRIES = 2  # of a file whose process ends

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
        is_warm = warmed >= (PAYS_FROM if jobs == 0 else 1)
        if most > 1 and is_warm and len(rest) > 1 and "fork" in _methods():
            if jobs or sum(sizes[number] for number in rest) >= PAYS_FROM:
                _Crew(checker, files, outcomes, tell).run(list(rest), sizes, min(most, len(rest)))
                return
            most = 1
        number = rest.popleft()
        tell(len(outcomes), files[number].path)
        outcomes[number] = checker.file(files[number])
        warmed += max(sizes[number], 1)


def _methods() -> list[str]:
    import multiprocessing

    return multiprocessing.get_all_start_methods()


def _size(file: InputFile) -> int:
    try:
        return file.real.stat().st_size
    except OSError:
        return 0


def _chunks(numbers: Sequence[int], sizes: dict[int, int], processes: int) -> deque[list[int]]:
    """Cut the numbers, in order, into chunks of about equal bytes."""
    total = sum(sizes[number] for number in numbers)
    most = min(total // (processes * _CHUNKS), _LARGEST_CHUNK)
    chunks: deque[list[int]] = deque()
    chunk: list[int] = []
    filled = 0
    for number in numbers:
        chunk.append(number)
        filled += sizes[number] + 1
        if filled > most:
            chunks.append(chunk)
            chunk, filled = [], 0
    if chunk:
        chunks.append(chunk)
    return chunks


@dataclass(eq=False)
class _Worker:
    process: BaseProcess
    pipe: Connection
    chunk: deque[int] = field(default_factory=deque)  # what it has not answered yet, in order


class _Crew:
    """Processes that check files, for one call of `check`."""

    def __init__(
        self,
        checker: Checker,
        files: Sequence[InputFile],
        outcomes: dict[int, Outcome],
        tell: Tell,
    ) -> None:
        self.checker = checker
        self.files = files
        self.outcomes = outcomes
        self.tell = tell
        self.workers: list[_Worker] = []
        self.chunks: deque[list[int]] = deque()
        self.tried: dict[int, int] = {}

    def run(self, numbers: Sequence[int], sizes: dict[int, int], processes: int) -> None:
        from multiprocessing.connection import wait

        self.chunks = _chunks(numbers, sizes, processes)
        gc.collect()
        gc.freeze()  # what is there already is not touched in the forked processes, and so not copied
        try:
            while self.chunks or any(worker.chunk for worker in self.workers):
                while self.chunks and len(self.workers) < processes and self._start():
                    pass
                if not self.workers:  # the system gives no process
                    self._check_here(self.chunks.popleft())
                    continue
                for worker in self.workers:
                    if self.chunks and not worker.chunk:
                        self._send(worker, self.chunks.popleft())
                for ready in wait([w.pipe for w in self.workers if w.chunk]):
                    self._receive(next(w for w in self.workers if w.pipe is ready))
        finally:
            for worker in self.workers:
                self._end(worker)
            gc.unfreeze()

    def _check_here(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            self.outcomes[number] = self.checker.file(self.files[number])

    def _start(self) -> bool:
        import multiprocessing

        context = multiprocessing.get_context("fork")
        for stream in (sys.stdout, sys.stderr):
            with suppress(Exception):
                stream.flush()  # or every process would write again what is not written yet
        here, there = context.Pipe()
        others = [worker.pipe for worker in self.workers]
        try:
            process = context.Process(
                target=_serve,
                args=(self.checker, self.files, there, [here, *others]),
                daemon=True,
            )
            process.start()
        except OSError:
            here.close()
            there.close()
            return False
        there.close()
        self.workers.append(_Worker(process, here))
        return True

    def _send(self, worker: _Worker, chunk: list[int]) -> None:
        worker.chunk = deque(chunk)
        with suppress(OSError):  # it has ended: the next answer says so
            worker.pipe.send(chunk)

    def _receive(self, worker: _Worker) -> None:
        try:
            outcome = worker.pipe.recv()
        except (EOFError, OSError):
            self._lost(worker)
            return
        except Exception:  # what an object of a plugin raises when it is made again
            outcome = None
        number = worker.chunk.popleft()
        if outcome is None:
            outcome = self.checker.file(self.files[number])
        self.outcomes[number] = outcome
        self.tell(len(self.outcomes), self.files[number].path)

    def _lost(self, worker: _Worker) -> None:
        """Take over what a process that ended had to do; the file it was at is tried once more."""
        self.workers.remove(worker)
        self._end(worker)
        number = worker.chunk.popleft()
        self.tried[number] = self.tried.get(number, 0) + 1
        if self.tried[number] < _TRIES:
            self.chunks.append([number])
        else:
            how = _how_it_ended(worker.process.exitcode)
            text = f"the process that checked it ended twice ({how})"
            self.outcomes[number] = unread(self.files[number].path, text, kind="crash")
        if worker.chunk:
            self.chunks.append(list(worker.chunk))

    @staticmethod
    def _end(worker: _Worker) -> None:
        worker.pipe.close()
        if worker.chunk or worker.process.exitcode is None:
            worker.process.join(0 if worker.chunk else 0.2)
        if worker.process.exitcode is None:
            worker.process.kill()
            worker.process.join()


def _how_it_ended(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"status {code}"


def _serve(
    checker: Checker, files: Sequence[InputFile], pipe: Connection, others: Sequence[Connection]
) -> None:
    """Answer chunks of numbers with an outcome for each, until there are no more. Runs in a process.

    None stands for an outcome that cannot be sent, because of what a plugin has put into it.
    """
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # the first process hears it, too, and ends this one
    for other in others:
        other.close()
    with suppress(OSError):
        while True:
            try:
                numbers: list[int] = pipe.recv()
            except EOFError:
                return
            for number in numbers:
                outcome = checker.file(files[number])
                try:
                    message = pickle.dumps(outcome)
                except Exception:  # what an object of a plugin raises
                    message = pickle.dumps(None)
                pipe.send_bytes(message)

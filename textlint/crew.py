"""Processes that check files: chunks go out, what came of each file comes back.

They are forked from this one when its rules are warm, so that they share its tables and nothing but what
came of files is sent. Nothing that a rule does to its process ends the run.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from textlint.checking import Checker, Outcome, unread
from textlint.files import InputFile

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_LARGEST_CHUNK = 1 << 20  # bytes
_SMALLEST_CHUNK = 32 << 10
_SHARE = 4  # of what is left, each process gets the fourth part at a time
_TRIES = 2  # of a file whose process ends

# Called before or after each file: how many are done, and a path.
Tell = Callable[[int, str], None]


def chunks_of(numbers: Sequence[int], sizes: dict[int, int], processes: int) -> deque[list[int]]:
    """Cut the numbers, in order, into chunks that get smaller, so that none ends long after the others."""
    left = sum(sizes[number] for number in numbers)
    chunks: deque[list[int]] = deque()
    chunk: list[int] = []
    filled = 0
    for number in numbers:
        chunk.append(number)
        filled += sizes[number] + 1
        if filled > min(max(left // (processes * _SHARE), _SMALLEST_CHUNK), _LARGEST_CHUNK):
            left -= filled
            chunks.append(chunk)
            chunk, filled = [], 0
    if chunk:
        chunks.append(chunk)
    return chunks


class _Worker:
    def __init__(self, process: BaseProcess, pipe: Connection) -> None:
        self.process = process
        self.pipe = pipe
        self.chunk: deque[int] = deque()  # what it has not answered yet, in order


class Crew:
    """Processes that check files and put what came of them into `outcomes`."""

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
        """Check the files with these numbers, of `sizes` in bytes."""
        self.chunks = chunks_of(numbers, sizes, processes)
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

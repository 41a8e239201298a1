"""What takes long to make of the program's own files, kept beside its byte code.

A tenth of a second of each run went into the compilation of patterns, and a twentieth into tables that
were read as text. Python keeps what it compiles of a module in `__pycache__`; this keeps compiled patterns
and parsed tables in the same place and by the same rules: below PYTHONPYCACHEPREFIX where that is set,
only read under PYTHONDONTWRITEBYTECODE, and silently not where nothing can be written. Whatever is wrong
with the file costs time and never a finding: then everything is made as it was without it.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import re
import sys
import time
from array import array
from binascii import crc32
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

T = TypeVar("T")

_VERSION = 2  # of the form of the file
PAYS_FROM = 0.0001  # seconds: what is made more quickly is not kept
PAYS_ALWAYS = 1.0  # seconds
_SAVED_FROM = 0.005  # seconds that were spent on what is new: less is not worth a write
MOST = 4_000  # patterns or tables; a plugin that composes its patterns must not fill the disk

# Arguments of the matching engine's own constructor, by pattern and flags: flags, code, number of
# groups, names of groups and their numbers.
_Pattern = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
# Anything else by its name, with what it was made of.
_Value = tuple[tuple[object, ...], Any]


class _Shelf:
    """A file, read at the first question.

    Each pattern and value is packed by itself: a run unpacks some dozens of the hundreds that are there.
    """

    def __init__(self, name: str = "kept") -> None:
        self._name = name
        self._patterns: dict[tuple[str, int], bytes] | None = None  # each a `_Pattern`
        self._values: dict[str, bytes] = {}  # each a `_Value`
        self._spent = 0.0  # on what is not in the file

    def pattern(self, pattern: str, flags: int) -> re.Pattern[str]:
        if self._patterns is None:
            self._read()
        assert self._patterns is not None
        flags = int(flags)  # plain data, not a member of `re.RegexFlag`
        packed = self._patterns.get((pattern, flags))
        if packed is not None:
            with contextlib.suppress(Exception):  # of another Python after all
                return _from_code(pattern, marshal.loads(packed))
        begin = time.process_time()
        try:
            known = _code_of(pattern, flags)
            compiled = _from_code(pattern, known)
        except Exception:  # what is wrong with a pattern is told as it always was
            return re.compile(pattern, flags)
        spent = time.process_time() - begin
        if spent >= PAYS_FROM and len(self._patterns) < MOST:
            self._patterns[pattern, flags] = marshal.dumps(known)
            self._spent += spent
        return compiled

    def get(self, name: str, stamps: tuple[object, ...]) -> Any:
        if self._patterns is None:
            self._read()
        packed = self._values.get(name)
        if packed is None:
            return None
        if self is not _SHELF and not self._spent:
            del self._values[name]  # large, in its file already, and asked for once
        known: _Value = marshal.loads(packed)
        return known[1] if known[0] == stamps else None

    def put(self, name: str, stamps: tuple[object, ...], value: object, spent: float) -> None:
        entry: Any = (stamps, value)
        if len(self._values) < MOST:
            with contextlib.suppress(ValueError):  # no plain data: made anew each time
                self._values[name] = marshal.dumps(entry)
                self._spent += spent

    def _read(self) -> None:
        self._patterns = {}
        file = _file(self._name)
        if file is None:
            return
        with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
            content = file.read_bytes()
            head = _head()
            rest = memoryview(content)[len(head) + 4 :]
            if content.startswith(head + _sum(rest)):
                self._patterns, self._values = marshal.loads(rest)

    def save(self) -> None:
        file = _file(self._name)
        if file is None or sys.dont_write_bytecode or self._spent < _SAVED_FROM:
            return
        self._spent = 0.0
        new = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            content = marshal.dumps((self._patterns, self._values))
            new.write_bytes(_head() + _sum(content) + content)
            new.replace(file)
        except OSError:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)


_SHELF = _Shelf()
_LARGE: dict[str, _Shelf] = {}  # what is kept in files of its own, since few runs need it


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, from the file when it is there."""
    return _SHELF.pattern(pattern, flags)


def table(source: Path, make: Callable[[str], T], *modules: ModuleType) -> T:
    """Return `make` of the text of `source`, from the file while neither has changed.

    What `make` gives must be plain data (strings, numbers, tuples, lists, dicts, sets) that nobody
    changes, and depend on nothing but the text, the module that `make` is defined in, and `modules`.
    """
    made_of = [str(source), *_makers(make, modules)]
    text = partial(source.read_text, encoding="utf-8")
    return _made(_SHELF, _name(make, source), made_of, lambda: make(text()))


def unpacked(source: Path, make: Callable[[bytes], T], *modules: ModuleType) -> T:
    """Do the same for a large file that is not text; what is made of it is kept in a file of its own."""
    made_of = [str(source), *_makers(make, modules)]
    return _made(_large(source), _name(make, source), made_of, lambda: make(source.read_bytes()))


def folder(source: Path, make: Callable[[Sequence[Path]], T]) -> T:
    """Do the same for all files of a folder, which are given to `make` in order of their names."""
    files = sorted(file for file in source.iterdir() if file.is_file() and file.name[0] != ".")
    made_of = [*map(str, files), *_makers(make, ())]
    return _made(_large(source), _name(make, source), made_of, lambda: make(files))


def _large(source: Path) -> _Shelf:
    return _LARGE.setdefault(source.name, _Shelf(f"kept-{source.name}"))


def _name(make: Callable[..., object], source: Path) -> str:
    return f"{make.__module__}.{make.__qualname__} {source}"


def _makers(make: Callable[..., object], modules: Iterable[ModuleType]) -> list[str]:
    return [make.__code__.co_filename, *(str(module.__file__) for module in modules)]


def _made(shelf: _Shelf, name: str, made_of: Sequence[str], make: Callable[[], T]) -> T:
    stamps = tuple(number for file in made_of for number in _stamp(file))
    known: T | None = shelf.get(name, stamps)
    if known is not None:
        return known
    begin = time.process_time()
    made = make()
    shelf.put(name, stamps, made, time.process_time() - begin)
    return made


def get(name: str, stamps: tuple[object, ...]) -> Any:
    """Return what was put there as `name` and made of the same as `stamps` tell, or None."""
    return _SHELF.get(name, stamps)


def put(name: str, stamps: tuple[object, ...], value: object, spent: float = PAYS_ALWAYS) -> None:
    """Keep plain data that took `spent` seconds to make."""
    _SHELF.put(name, stamps, value, spent)


def save() -> None:
    """Keep what was made; called once, when a run is over."""
    for shelf in (_SHELF, *_LARGE.values()):
        shelf.save()


def _file(name: str) -> Path | None:
    """Return where a file is, None where Python has no place for byte code."""
    place = __spec__.cached
    if place is None:
        return None
    return Path(place).with_name(f"{name}.{sys.implementation.cache_tag}.bin")


def _head() -> bytes:
    # The compiler of patterns may change with each release of Python, their form with the magic number.
    magic = import_module("_sre").MAGIC
    return f"textlint {_VERSION} {sys.version} {magic}\n".encode()


def _sum(content: bytes | memoryview) -> bytes:
    return crc32(content).to_bytes(4, "big")


def _stamp(file: str) -> tuple[int, int]:
    status = Path(file).stat()
    return status.st_size, status.st_mtime_ns


def _code_of(pattern: str, flags: int) -> _Pattern:
    """Compile a pattern as `re.compile` does, up to the code for the matching engine."""
    parsed: Any = import_module("re._parser").parse(pattern, flags)
    code: list[int] = import_module("re._compiler")._code(parsed, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    words = array("I", code).tobytes()
    return int(flags | state.flags), words, state.groups - 1, dict(state.groupdict), tuple(names)


def _from_code(pattern: str, known: _Pattern) -> re.Pattern[str]:
    flags, words, groups, numbers, names = known
    # The constructor looks through the code itself, and refuses what is none.
    made: re.Pattern[str] = import_module("_sre").compile(
        pattern, flags, array("I", words).tolist(), groups, numbers, names
    )
    return made

"""Finding and reading input files, writing output. Opens regular files only."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from textlint.ignorefiles import (
    GITIGNORE,
    OWN_IGNORE,
    SEARCH_IGNORE,
    IgnoreRules,
    compile_patterns,
    top_of,
    verdict,
)
from textlint.model import Problem

# More than twice "War and Peace". Above this size a file is data and not an article, and the time and
# the memory that it takes would no longer be what a person at a keyboard expects.
MAX_BYTES = 8 << 20
# Files of many articles are data by their nature; they are read whole, so memory sets this limit.
MAX_RECORD_BYTES = 256 << 20

EXCLUDED = "excluded by the configuration or a .textlintignore"

# Folders of other people's code, left out of a walk beside everything hidden.
_FOREIGN = frozenset({"node_modules", "bower_components", "__pycache__", "CVS", "_darcs"})
_ENVIRONMENT = "pyvenv.cfg"  # marks a Python virtual environment, whatever its name


class InputFile(NamedTuple):
    """A file to lint: as it is reported (relative to the working directory, '/'), and where it is.

    `real` has no symbolic link in it. `named` when the file itself was given, not a folder above it.
    Names that are not valid UTF-8 hold lone surrogates, as Python's file functions make them.
    """

    path: str
    real: Path
    named: bool = False


class FileSettings(NamedTuple):
    """What to look for. `exclude` are .gitignore patterns relative to `root` (None: the cwd).

    `suffixes` are lower case with their dot.
    """

    exclude: tuple[str, ...] = ()
    suffixes: frozenset[str] = frozenset()
    respect_gitignore: bool = True
    root: Path | None = None


class Found:
    """The files to lint, sorted by path; what was left out, as (path, reason); what went wrong.

    Anything that looks like an article or was named, and cannot be read, is a problem. What was left
    out on purpose (excluded, no reader for it, a link that leads out of the tree) is only said.
    """

    def __init__(self) -> None:
        self.files: list[InputFile] = []
        self.problems: list[Problem] = []
        self.skipped: list[tuple[str, str]] = []


def find_files(paths: Sequence[str], settings: FileSettings, cwd: Path) -> Found:
    """Return every file that `paths` (files and folders, relative to `cwd`) stand for, once each.

    The answer depends neither on the order of `paths` nor on that of the file system. A file that is
    reached in several ways appears under its real path if that is one of them, else under the first
    in order.
    """
    search = _Search(settings, os.path.abspath(cwd))
    for path in sorted(set(paths)):
        search.add(path)
    return search.result()


def is_excluded(path: str, settings: FileSettings, cwd: Path) -> bool:
    """Whether the configuration or a `.textlintignore` excludes `path`, which need not exist."""
    search = _Search(settings, os.path.abspath(cwd))
    return search.stays_excluded(os.path.abspath(os.path.join(cwd, path)))


def suffix_of(path: str) -> str:
    """Return the suffix that chooses the reader, in lower case with its dot, or an empty string."""
    return os.path.splitext(path)[1].lower()


def no_reader(path: str) -> str:
    """Return why a file of no known format is not read."""
    suffix = os.path.splitext(path)[1]
    return f"no reader for {suffix} files" if suffix else "no reader for a name without suffix"


class _Search:
    """One call of `find_files`. Paths are absolute strings here, not resolved, unless said."""

    def __init__(self, settings: FileSettings, cwd: str) -> None:
        self.suffixes = settings.suffixes
        self.cwd = cwd
        self.real_cwd = os.path.realpath(cwd)
        self.root = os.path.abspath(settings.root) if settings.root is not None else cwd
        self.exclude = compile_patterns(settings.exclude) if settings.exclude else None
        search_files = (SEARCH_IGNORE, OWN_IGNORE)
        self.walk_rules = IgnoreRules(
            (GITIGNORE, *search_files) if settings.respect_gitignore else search_files
        )
        self.own_rules = IgnoreRules((OWN_IGNORE,))
        self.files: dict[
            str, tuple[bool, str, bool]
        ] = {}  # real path: through a link?, path, named
        self.unread: dict[str, tuple[str, bool]] = {}  # path: reason, a problem?
        self.top = lru_cache(maxsize=None)(top_of)

    def result(self) -> Found:
        found = Found()
        for real, (_, path, named) in self.files.items():
            found.files.append(InputFile(self.reported(path), Path(real), named))
        found.files.sort(key=lambda file: file.path)
        for path, (reason, problem) in self.unread.items():
            found.skipped.append((path, reason))
            if problem:
                found.problems.append(Problem("file", f"{path}: {reason}", path=path))
        found.skipped.sort()
        found.problems.sort(key=lambda problem: problem.message)
        return found

    def reported(self, path: str) -> str:
        """Return the absolute `path` relative to the working directory, with '/'."""
        inside = os.path.join(self.cwd, "")
        if path.startswith(inside):  # both are normal: what is left needs no more work
            return path[len(inside) :].replace(os.sep, "/")
        try:
            return os.path.relpath(path, self.cwd).replace(os.sep, "/")
        except ValueError:  # another drive of Windows
            return path.replace(os.sep, "/")

    def skip(self, path: str, reason: str, *, problem: bool = False) -> None:
        self.unread.setdefault(self.reported(path), (reason, problem))

    # -- what was named ------------------------------------------------------------------------

    def add(self, given: str) -> None:
        try:
            path = os.path.abspath(os.path.join(self.cwd, given))
            mode = os.stat(path).st_mode
        except FileNotFoundError:
            self.skip(path, "there is no such file", problem=True)
            return
        except (OSError, ValueError) as error:
            self.unread.setdefault(given.replace("\0", "?"), (why(error), True))
            return
        if stat.S_ISDIR(mode):
            self.walk(path)
        elif self.stays_excluded(path):
            self.skip(path, EXCLUDED)
        elif not stat.S_ISREG(mode):
            self.skip(path, f"{_kind(mode)} is not read", problem=True)
        elif suffix_of(path) not in self.suffixes:
            self.skip(path, no_reader(path))
        else:
            self.take(path, named=True)

    def take(self, path: str, *, named: bool, real: str | None = None) -> None:
        real = real or os.path.realpath(path)
        through_link = real != path
        if real in self.files:
            old_link, old_path, old_named = self.files[real]
            named = named or old_named
            through_link, path = min((old_link, old_path), (through_link, path))
        self.files[real] = (through_link, path, named)

    def stays_excluded(self, path: str) -> bool:
        """Whether the file is left out even when it is named."""
        top = self.top(os.path.dirname(path), self.cwd)
        return self.is_excluded(path, folder=False) or self.own_rules.ignores(
            path, folder=False, top=top
        )

    def is_excluded(self, path: str, *, folder: bool) -> bool:
        inside = os.path.join(self.root, "")
        relative = path[len(inside) :] if path.startswith(inside) else path.lstrip(os.sep)
        relative = relative.replace(os.sep, "/") + ("/" if folder else "")
        return self.exclude is not None and bool(verdict(self.exclude, relative))

    # -- what lies in a folder -----------------------------------------------------------------

    def walk(self, root: str) -> None:
        """Take everything below `root`, following links that stay inside it or inside the cwd.

        Linked folders come after all others, so that a file has its real path where it has one.
        """
        top = self.top(root, self.cwd if self.is_inside(root, self.cwd) else root)
        if root != top and self.walk_rules.ignores(root, folder=True, top=top):
            top = root  # named in spite of being ignored: only what it says itself counts
        bounds = (os.path.realpath(root), self.real_cwd)
        visited: set[str] = set()
        folders: list[str] = [root]
        linked: list[str] = []
        while folders or linked:
            if not folders:
                linked.sort(reverse=True)
                folders.append(linked.pop())
            folder = folders.pop()
            real = os.path.realpath(folder)
            if real in visited:
                continue
            visited.add(real)
            for entry in self.entries(folder):
                path = entry.path
                if entry.name.startswith(".") or entry.name in _FOREIGN:
                    continue
                try:
                    is_link = entry.is_symlink()
                    is_folder = entry.is_dir()
                except OSError:  # a link in a circle, or out of a folder that may not be entered
                    is_link, is_folder = True, False
                if not is_folder and suffix_of(entry.name) not in self.suffixes:
                    continue
                if self.is_excluded(path, folder=is_folder) or self.walk_rules.ignores(
                    path, folder=is_folder, top=top
                ):
                    continue
                if is_link and not any(self.is_inside(os.path.realpath(path), b) for b in bounds):
                    self.skip(path, "a symbolic link that leads out of the scanned folder")
                elif not is_folder:
                    self.take_found(path, None if is_link else os.path.join(real, entry.name))
                elif not os.path.lexists(os.path.join(path, _ENVIRONMENT)):
                    (linked if is_link else folders).append(path)

    def take_found(self, path: str, real: str | None) -> None:
        """Take a file of a folder; `real` is where it is, if that is known without asking."""
        try:
            mode = os.stat(path).st_mode
        except OSError as error:
            self.skip(path, why(error), problem=True)
            return
        if stat.S_ISREG(mode):
            self.take(path, named=False, real=real)
        else:
            self.skip(path, f"{_kind(mode)} is not read", problem=True)

    def entries(self, folder: str) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                yield from sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self.skip(folder, f"the folder cannot be read: {why(error)}", problem=True)

    @staticmethod
    def is_inside(path: str, folder: str) -> bool:
        return path == folder or path.startswith(os.path.join(folder, ""))


def why(error: Exception) -> str:
    """Return the reason of a failed file operation in words, without the file's absolute path."""
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text[:1].lower() + text[1:]


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device"


# -- reading -----------------------------------------------------------------------------------


class UnreadableError(Exception):
    """A file that cannot be read; the text says why, for people."""


def read_bytes(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """Return the content of a regular file; raise `UnreadableError` for any other and for a larger one.

    The kind is asked of the open file, and it is opened without waiting: a file that was exchanged
    for a pipe since it was found must not stop the run.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    try:
        descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as stream:
            mode = os.fstat(descriptor).st_mode
            if not stat.S_ISREG(mode):
                raise UnreadableError(f"{_kind(mode)} is not read")
            data = stream.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        raise UnreadableError(why(error)) from error
    check_size(data, max_bytes)
    return data


def check_size(data: bytes, max_bytes: int) -> None:
    """Raise `UnreadableError` when there are more than `max_bytes`."""
    if len(data) > max_bytes:
        raise UnreadableError(
            f"larger than {max_bytes / (1 << 20):g} MiB, the limit for one article"
        )


# -- writing -----------------------------------------------------------------------------------


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a reader sees the old content or the new, and nothing between.

    A new file is made beside the target and renamed onto it; the permissions of an existing file
    stay, and a symbolic link stays one. What is no regular file (a pipe, a terminal) is written to
    as it is. Raises `OSError`, and leaves no temporary file behind.
    """
    target = Path(os.path.realpath(path))
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and not stat.S_ISREG(mode):
        target.write_bytes(data)
        return
    temporary = target.with_name(f".textlint-{os.urandom(8).hex()}.tmp")
    # Created with the permissions that the umask allows, as any new file.
    descriptor = os.open(
        temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666
    )
    try:
        with open(descriptor, "wb") as stream:
            stream.write(data)
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise

"""Which lines of the working tree differ from a commit, as the git command line says.

The base is the commit in which the working tree's branch and the given REF parted, so that what others
have merged since does not count. Renamed files are compared with their old names.
"""

from __future__ import annotations

import os
import re
import subprocess
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from textlint.model import Finding, Span

# Nothing of a repository's or a user's configuration may run a program or change the output.
_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=true", "-c", "color.ui=false")
_DIFF = (
    "diff", "--patch", "--unified=0", "--no-ext-diff", "--no-textconv", "--no-color", "--find-renames",
    "--src-prefix=a/", "--dst-prefix=b/", "--submodule=short", "--ignore-submodules=all",
    "--inter-hunk-context=0", "--no-relative",
)  # fmt: skip
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb'\\(?:([0-7]{3})|(["\\abfnrtv]))')
_LETTERS = {
    b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v",
    b'"': b'"', b"\\": b"\\",
}  # fmt: skip


class ChangesError(Exception):
    """The changes cannot be told; the message says why and what to do."""


@dataclass
class Changes:
    """The lines that differ from the base, 1-based and as git counts them, by absolute real path.

    None stands for a whole file: it is new, or git does not compare its lines. A file that is not
    here has no changed line if it is `tracked`, or in one of the `submodules`: these are other
    repositories.
    """

    files: dict[str, tuple[range, ...] | None] = field(default_factory=dict)
    tracked: frozenset[str] = frozenset()
    submodules: tuple[str, ...] = ()

    def lines_of(self, real: Path) -> tuple[range, ...] | None:
        """Return the changed lines of a file: () for none, None for all."""
        path = str(real)
        if path in self.files:
            return self.files[path]
        is_known = path in self.tracked or any(path.startswith(top) for top in self.submodules)
        return () if is_known else None

    def of(self, real: Path, source: str) -> ChangedPlaces | None:
        """Return the changed places of the file with this text, None when all of it is new."""
        lines = self.lines_of(real)
        return None if lines is None else ChangedPlaces(source, lines)


class ChangedPlaces:
    """The changed lines of one text, to be asked for spans."""

    def __init__(self, source: str, lines: Sequence[range]) -> None:
        starts = [0, *(match.end() for match in re.finditer("\n", source))]
        starts.append(
            len(source) + 1
        )  # so that a place after the last character is in the last line
        self._spans = [
            Span(starts[r.start - 1], starts[min(r.stop - 1, len(starts) - 1)])
            for r in lines
            if len(r) and r.start <= len(starts) - 1
        ]
        self._ends = [span.end for span in self._spans]

    def touch(self, span: Span) -> bool:
        """Say whether a span, or the place of an empty one, has a character of a changed line."""
        found = bisect_left(self._ends, span.start + 1)
        return found < len(self._spans) and self._spans[found].start < max(span.end, span.start + 1)

    def concern(self, finding: Finding) -> bool:
        """Say whether a finding, or a place of this document that it talks about, is changed."""
        return self.touch(finding.span) or any(
            self.touch(related.span) for related in finding.related if related.path is None
        )


def changes_since(ref: str, cwd: Path, suffixes: Iterable[str]) -> Changes:
    """Return the changes of the working tree of `cwd` since it parted from `ref`.

    `suffixes` are those of the files that are looked at. Raises `ChangesError`.
    """
    root = _top(cwd)
    base = _base(ref, root)
    files = [f":(top,icase)*{suffix}" for suffix in sorted(set(suffixes))]
    patch = _git(root, *_DIFF, base, "--", *files)
    listed = _git(root, "ls-files", "-z", "--", *files)
    real = os.path.realpath(root)
    return Changes(
        {_join(real, name): lines for name, lines in parse_patch(patch)},
        frozenset(_join(real, name) for name in listed.split(b"\0") if name),
        tuple(f"{_join(real, name)}{os.sep}" for name in _submodules(root)),
    )


def _top(cwd: Path) -> Path:
    """Return the top of the working tree that `cwd` is in."""
    found = _run(cwd, "rev-parse", "--show-toplevel")
    if found.returncode == 0:
        return Path(os.fsdecode(found.stdout.removesuffix(b"\n")))
    said = _said(found)
    if said.startswith("not a git repository"):
        said = "there is no git repository here, and changed lines are asked of git"
    elif "must be run in a work tree" in said:
        said = "this git repository is bare: it has no files to check"
    raise ChangesError(said)


def _submodules(root: Path) -> list[bytes]:
    """Return the paths of the submodules: entries of mode 160000 in the index."""
    entries = _git(root, "ls-files", "-z", "--stage").split(b"\0")
    return [entry.partition(b"\t")[2] for entry in entries if entry.startswith(b"160000 ")]


def _join(root: str, name: bytes) -> str:
    return os.path.realpath(Path(root, os.fsdecode(name)))


def _base(ref: str, root: Path) -> str:
    """Return the id of the merge base of `ref` and the commit that is checked out."""
    if not ref or ref.startswith("-"):
        raise ChangesError(f'"{ref}" is not the name of a commit')
    shallow = _run(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
    more = (
        "; this is a shallow clone: fetch it with its history (`git fetch --unshallow`, in GitHub "
        "Actions `fetch-depth: 0`)"
        if shallow
        else ""
    )
    for name, what in ((ref, f'there is no commit "{ref}"'), ("HEAD", "there is no commit yet")):
        if _run(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").returncode:
            raise ChangesError(what + more)
    found = _run(root, "merge-base", ref, "HEAD")
    if found.returncode:
        raise ChangesError(f'"{ref}" and HEAD have no common commit{more}')
    return found.stdout.split()[0].decode("ascii")


def _git(cwd: Path, *arguments: str) -> bytes:
    done = _run(cwd, *arguments)
    if done.returncode:
        raise ChangesError(f"git failed: {_said(done)}")
    return done.stdout


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")


def _run(cwd: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    for name in ("GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS"):
        environment.pop(name, None)
    try:
        return subprocess.run(
            ["git", *_SAFE, *arguments],
            cwd=cwd,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise ChangesError("git is not installed, and changed lines are asked of it") from None
    except OSError as error:
        raise ChangesError(f"git cannot be run: {error.strerror or error}") from None


def parse_patch(patch: bytes) -> Iterator[tuple[bytes, tuple[range, ...] | None]]:
    """Yield the new name and the changed lines of each file of a patch without context.

    The lines of a hunk are skipped by their number: a line of an article may look like a header.
    """
    lines = patch.split(b"\n")
    name: bytes | None = None
    header: bytes = b""
    changed: list[range] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        hunk = _HUNK.match(line)
        if line.startswith(b"diff --git "):
            if name is not None:
                yield name, tuple(changed)
            name, header, changed = None, line, []
        elif line.startswith(b"+++ "):
            target = line[4:]
            name = None if target == b"/dev/null" else _unquoted(target)[2:]
        elif line.startswith(b"Binary files ") and line.endswith(b" differ"):
            binary = _binary_name(header)
            if binary is not None:
                yield binary, None
        elif hunk:
            old, new = (int(hunk[group] or 1) for group in (1, 3))
            first = int(hunk[2])
            # Of a deletion there is no line left; nothing is changed but that lines are gone.
            changed.append(range(first, first + new))
            at += old + new
            while at < len(lines) and lines[at].startswith(b"\\"):
                at += 1
    if name is not None:
        yield name, tuple(changed)


def _unquoted(name: bytes) -> bytes:
    """Return a path of a patch as it is, without quotes, escapes and the tab behind blanks."""
    name = name.rstrip(b"\t")
    if not name.startswith(b'"'):
        return name
    return _ESCAPE.sub(
        lambda found: bytes([int(found[1], 8)]) if found[1] else _LETTERS[found[2]], name[1:-1]
    )


def _binary_name(header: bytes) -> bytes | None:
    """Return the new name in `diff --git a/… b/…` of a file that git does not compare by lines."""
    names = header.removeprefix(b"diff --git ")
    quoted = re.search(rb' ("b/(?:[^"\\]|\\.)*")$', names)
    if quoted:
        return _unquoted(quoted[1])[2:]
    at = names.rfind(b" b/")
    return None if at < 0 else names[at + 3 :]

"""`textlint check --fix` and `--diff`: from the safe fixes of a run to changed files or to a patch."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from textlint.commands.streams import (
    is_terminal,
    notice,
    wants_color,
    write_stdout,
    write_stdout_bytes,
)
from textlint.decoding import decode
from textlint.escaping import visible
from textlint.files import MAX_RECORD_BYTES, UnreadableError, read_bytes, why, write_atomically
from textlint.fixes import MOST_ROUNDS, UnfixableError, applicable, apply, encode_like
from textlint.report import FileReport, Run
from textlint.report.colors import Paint, Style, painter
from textlint.report.wording import counted

Rescan = Callable[[Mapping[str, bytes]], Run]


@dataclass
class Fixed:
    """What the fixes of a run make of its files: old and new bytes and new report, by path."""

    old: dict[str, bytes] = field(default_factory=dict)
    new: dict[str, bytes] = field(default_factory=dict)
    reports: dict[str, FileReport] = field(default_factory=dict)
    count: dict[str, int] = field(default_factory=dict)


def fix(run: Run, cwd: Path, rescan: Rescan) -> Fixed:
    """Apply the safe fixes of a run in memory, round after round until none is left.

    `rescan` gives the run over the files whose new bytes it is handed. A file that cannot be fixed
    without harm, or whose fixes do not come to rest, is left as it is and named on standard error.
    """
    fixed = Fixed()
    pending = {file.path: file for file in run.files if applicable(file.findings)}
    for path in list(pending):
        try:
            fixed.old[path] = read_bytes(cwd / path, MAX_RECORD_BYTES)
            if decode(fixed.old[path]).text != pending[path].source:
                raise UnfixableError("it was changed while it was checked")
        except (UnreadableError, UnfixableError) as error:
            _left(path, str(error))
            del pending[path]
    for _ in range(MOST_ROUNDS):
        contents = _next_round(pending, fixed)
        if not contents:
            break
        pending = {}
        for file in rescan(contents).files:
            if file.path not in contents:
                continue
            if file.skipped is not None:
                _give_up(file.path, file.skipped, fixed)
                continue
            fixed.new[file.path] = contents[file.path]
            fixed.reports[file.path] = file
            if applicable(file.findings):
                pending[file.path] = file
    for path in pending:
        _give_up(path, f"its fixes do not come to rest in {MOST_ROUNDS} rounds", fixed)
    return fixed


def _next_round(pending: Mapping[str, FileReport], fixed: Fixed) -> dict[str, bytes]:
    contents = {}
    for path, file in pending.items():
        chosen = applicable(file.findings)
        try:
            text = apply(file.source or "", (fix for _, fix in chosen))
            contents[path] = encode_like(fixed.old[path], text)
        except UnfixableError as error:
            _give_up(path, str(error), fixed)
        else:
            fixed.count[path] = fixed.count.get(path, 0) + len(chosen)
    return contents


def _give_up(path: str, reason: str, fixed: Fixed) -> None:
    fixed.new.pop(path, None)
    fixed.reports.pop(path, None)
    _left(path, reason)


def _left(path: str, reason: str) -> None:
    notice(f"textlint: {path}: not fixed: {reason}")


def write(run: Run, fixed: Fixed, cwd: Path) -> tuple[Run, bool]:
    """Write the fixed files; return the run over what is there now, and whether all were written."""
    written: dict[str, FileReport] = {}
    all_written = True
    for path, data in fixed.new.items():
        try:
            if read_bytes(cwd / path, MAX_RECORD_BYTES) != fixed.old[path]:
                raise UnreadableError("it was changed while it was checked")
            write_atomically(cwd / path, data)
        except (OSError, UnreadableError) as error:
            all_written = False
            _left(path, why(error))
        else:
            written[path] = fixed.reports[path]
    if not any(applicable(file.findings) for file in run.files):
        notice("textlint: nothing was fixed: no finding here has a safe fix")
    if written:
        count = sum(fixed.count[path] for path in written)
        notice(f"textlint: fixed {counted(count, 'finding')} in {counted(len(written), 'file')}")
    files = tuple(_as_reported(written.get(file.path, file), file) for file in run.files)
    return run._replace(files=files), all_written


def _as_reported(new: FileReport, old: FileReport) -> FileReport:
    return new._replace(real_path=old.real_path)


def show(fixed: Fixed) -> bool:
    """Write a patch of the fixes to standard output; say whether it holds anything.

    A terminal gets the text in colour and its control characters as escapes, everything else the
    bytes of the files, so that `git apply` takes them.
    """
    paint = painter(wants_color(sys.stdout))
    for path in sorted(fixed.new):
        for line in patch(path, fixed.old[path], fixed.new[path]):
            if is_terminal(sys.stdout):
                shown = visible(decode(line.rstrip(b"\r\n")).text or "")
                write_stdout(f"{_painted(shown, paint)}\n")
            else:
                write_stdout_bytes(line)
    return bool(fixed.new)


def _painted(line: str, paint: Paint) -> str:
    if line.startswith(("--- ", "+++ ")):
        return paint(line, "path")
    styles: dict[str, Style] = {"-": "error", "+": "fixable", "@": "rule"}
    return paint(line, styles[line[0]]) if line[:1] in styles else line


def patch(path: str, old: bytes, new: bytes) -> Iterator[bytes]:
    """Yield the lines of a unified diff, each with its line feed.

    UTF-16 and UTF-32 are shown as UTF-8: a patch of their bytes could be read by nobody.
    """
    encoding = decode(old).encoding
    if encoding.startswith(("utf-16", "utf-32")):
        old, new = ((decode(data).text or "").encode() for data in (old, new))
    # Latin-1 gives each byte a character: difflib compares text, and gets back what it was given.
    yield from (
        line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"
        for line in (
            text.encode("latin-1")
            for text in difflib.unified_diff(
                _lines(old), _lines(new), _name("a", path), _name("b", path)
            )
        )
    )


def _lines(data: bytes) -> Sequence[str]:
    """The lines as git counts them: each ends with a line feed, but for the last."""
    lines = data.decode("latin-1").split("\n")
    return [f"{line}\n" for line in lines[:-1]] + [line for line in lines[-1:] if line]


def _name(side: str, path: str) -> str:
    r"""Return a path as git writes it into a patch: quoted, with \ooo, where it has to be."""
    data = os.fsencode(f"{side}/{path}")
    if all(0x20 <= byte < 0x7F and byte not in b'"\\' for byte in data):
        # A tab ends a name that holds a blank.
        return data.decode("ascii") + ("\t" if b" " in data else "")
    quoted = "".join(
        f"\\{chr(byte)}"
        if byte in b'"\\'
        else chr(byte)
        if 0x20 <= byte < 0x7F
        else f"\\{byte:03o}"
        for byte in data
    )
    return f'"{quoted}"'

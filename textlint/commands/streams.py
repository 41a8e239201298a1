"""Standard output and standard error: what is a terminal, what is safe to print, what went wrong."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from textlint.escaping import no_command, visible

_DEFAULT_WIDTH = 100  # where the output is not a terminal: the same everywhere


def is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def wants_color(stream: TextIO | None) -> bool:
    """Say whether to colour, by NO_COLOR, FORCE_COLOR and then by what the stream is.

    An empty variable counts as not set (https://no-color.org, https://force-color.org).
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def width_of(stream: TextIO | None) -> int:
    """Return the number of cells in a line of the stream."""
    if not is_terminal(stream):
        return _DEFAULT_WIDTH
    import shutil  # it loads three libraries for compression

    return shutil.get_terminal_size().columns


def read_stdin() -> bytes:
    """Return all of standard input; raise `OSError` when it is closed or cannot be read."""
    stream = sys.stdin
    if stream is None:
        raise OSError("it is closed")
    try:
        if not hasattr(stream, "buffer"):  # a StringIO that a caller in this process has put there
            return stream.read().encode("utf-8", "surrogatepass")
        return stream.buffer.read()
    except ValueError:
        raise OSError("it is closed") from None


def write_stdout(text: str) -> None:
    """Write to standard output at once; raise `OSError` when that is not possible.

    A terminal gets its own encoding, with escapes for what it cannot show; everything else UTF-8
    and the line ends as they are, so that the same run gives the same bytes on every system.
    """
    stream = sys.stdout
    encoding = (stream.encoding or "utf-8") if stream and is_terminal(stream) else "utf-8"
    write_stdout_bytes(text.encode(encoding, "backslashreplace"))


def write_stdout_bytes(data: bytes) -> None:
    """Write bytes to standard output at once; raise `OSError` when that is not possible."""
    stream = sys.stdout
    if stream is None or stream.closed:
        raise OSError("standard output is closed")
    try:
        stream.flush()
        if not hasattr(stream, "buffer"):  # a StringIO that a caller in this process has put there
            stream.write(data.decode("utf-8", "backslashreplace"))
            return
        stream.buffer.write(data)
        stream.buffer.flush()
    except OSError:
        abandon_stdout()
        raise


def abandon_stdout() -> None:
    """Give standard output a place to flush to: Python complains at exit when it has none."""
    if sys.stdout is not None:
        try:
            number = sys.stdout.fileno()
        except OSError:  # it is no file of the system, and flushes to nothing
            return
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, number)
        os.close(null)


def notice(text: str) -> None:
    """Say one line on standard error, made safe to print; quietly nothing when it is closed."""
    if sys.stderr is None:
        return
    try:
        print(no_command(visible(text)), file=sys.stderr, flush=True)
    except OSError:
        return

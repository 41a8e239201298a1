"""The console entry point. Imports as little as it can: `--version` needs nothing but this file."""

import os
import sys

# A run keeps nearly all it makes until a document is done: a collection at every 700 new objects, as
# is the default, takes a tenth of the time and finds next to nothing.
COLLECT_AFTER = 5_000

if __name__ == "__main__" and not sys.flags.safe_path:
    # `python -m` puts the working directory first on the path. That is the tree to be checked, and
    # neither its modules nor the plugins it may declare are to be imported.
    del sys.path[0]


def main() -> int:
    """Run the program with the arguments of the process and return the exit status."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from textlint import __version__

        print(f"textlint {__version__}")
        return 0
    import gc

    gc.set_threshold(COLLECT_AFTER)
    from textlint import kept
    from textlint.cli import run

    try:
        return run(arguments)
    finally:
        kept.save()


def program() -> None:
    """Run `main` and end the process.

    Before it ends, Python frees one object after the other, for a seventh of the time of a short check;
    the system frees them all at once.
    """
    status = main()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(status)  # Python says what is to be said
    os._exit(status)


if __name__ == "__main__":
    program()

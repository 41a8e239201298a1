"""Running other programs, and the articles they are run on."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

# Text with one certain finding, and text with none.
BAD = "The swing bridge opens on Monday.\n\n2024-05-04 08:04\n"
GOOD = "The swing bridge opens on Monday, the harbour office says.\n"


def call(
    *arguments: str | Path, cwd: Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program without looking at its exit status."""
    return subprocess.run(
        [str(argument) for argument in arguments],
        cwd=cwd,
        env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", **(env or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def succeed(*arguments: str | Path, cwd: Path) -> str:
    """Run a program that must succeed; return what it wrote."""
    done = call(*arguments, cwd=cwd)
    assert done.returncode == 0, f"{arguments}: {done.stdout[-3000:]}{done.stderr[-3000:]}"
    return done.stdout


def commit_all(folder: Path) -> str:
    """Make `folder` a git repository with everything in one commit; return the commit's id."""
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"]
    succeed("git", "init", "-q", cwd=folder)
    succeed("git", "add", "--all", "--force", cwd=folder)
    succeed("git", *who, "commit", "-q", "--no-verify", "-m", "All", cwd=folder)
    return succeed("git", "rev-parse", "HEAD", cwd=folder).strip()

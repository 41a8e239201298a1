"""Real git repositories in temporary folders."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Git = Callable[..., str]


@pytest.fixture
def git(work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Make `work` a repository, away from the machine's own git settings; return git itself."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Ada")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "ada@example.org")

    def call(*arguments: str, cwd: Path = work) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=cwd, capture_output=True, check=False, text=True
        )
        assert done.returncode == 0, (arguments, done.stderr)
        return done.stdout

    shutil.rmtree(work / ".git")
    call("init", "-q", "-b", "main")
    return call

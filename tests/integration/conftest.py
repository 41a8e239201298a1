"""What the integration tests share: a clone of the repository, its wheel, and one environment.

They install packages with the machine's own pip configuration, so they need an index (or a filled
cache); nothing here downloads by itself.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from programs import BAD, GOOD, call, succeed

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh clone of this repository: what is committed, and nothing that only lies about."""
    target = tmp_path_factory.mktemp("clone") / "textlint"
    succeed("git", "clone", "-q", "--no-hardlinks", ROOT, target, cwd=ROOT)
    return target


@dataclass(frozen=True)
class Distributions:
    """What a build of the clone gave: the sdist, the wheel made from it, the wheel made directly."""

    sdist: Path
    wheel: Path
    direct_wheel: Path


@pytest.fixture(scope="session")
def distributions(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Distributions:
    both, direct = tmp_path_factory.mktemp("dist"), tmp_path_factory.mktemp("direct")
    succeed(sys.executable, "-m", "build", "--outdir", both, clone, cwd=clone)
    succeed(sys.executable, "-m", "build", "--wheel", "--outdir", direct, clone, cwd=clone)
    return Distributions(
        _only(both.glob("*.tar.gz")), _only(both.glob("*.whl")), _only(direct.glob("*.whl"))
    )


def _only(paths: Iterable[Path]) -> Path:
    (path,) = paths
    return path


@dataclass(frozen=True)
class Environment:
    """A virtual environment with the wheel in it, as a user has it."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    def install(self, *what: str | Path) -> None:
        succeed(self.python, "-m", "pip", "install", "-q", *what, cwd=self.folder)

    def textlint(self, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
        return call(self.folder / "bin" / "textlint", *arguments, cwd=cwd)


@pytest.fixture(scope="session")
def environment(
    distributions: Distributions, tmp_path_factory: pytest.TempPathFactory
) -> Environment:
    made = Environment(tmp_path_factory.mktemp("environment") / "venv")
    succeed(sys.executable, "-m", "venv", made.folder, cwd=made.folder.parent)
    made.install(distributions.wheel)
    return made


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small content repository: one good and one bad article, and one that is excluded."""
    folder = tmp_path / "content"
    (folder / "drafts").mkdir(parents=True)
    (folder / "good.md").write_text(GOOD)
    (folder / "bad.md").write_text(BAD)
    (folder / "drafts" / "bad.md").write_text(BAD)
    (folder / "textlint.toml").write_text('exclude = ["drafts/"]\n')
    return folder

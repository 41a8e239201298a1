"""What `textlint new` writes, under the formatter, the linter and the type checker that we use ourselves."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from programs import succeed

pytestmark = pytest.mark.integration


@pytest.mark.parametrize("name", ["harbour", "old-harbour-2"])
def test_it_is_formatted_linted_and_typed(name: str, tmp_path: Path) -> None:
    def python(*arguments: str, cwd: Path) -> str:
        return succeed(sys.executable, "-m", *arguments, cwd=cwd)

    python("textlint", "new", "plugin", name, cwd=tmp_path)
    folder = tmp_path / f"textlint-{name}"
    python("textlint", "new", "rule", f"{name}/much-too-shallow", cwd=folder)
    python("ruff", "format", "--check", "--isolated", ".", cwd=folder)
    rules = "E,F,W,I,B,UP,SIM,RUF,PTH,PT,ANN"
    python(
        "ruff", "check", "--isolated", "--line-length", "100", "--select", rules, ".", cwd=folder
    )
    assert "no issues found in 4 source files" in python("mypy", "--strict", ".", cwd=folder)

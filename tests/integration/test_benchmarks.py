"""Every benchmark finds what it imports: they run too seldom to notice otherwise."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from programs import succeed

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted(
    path
    for path in (ROOT / "benchmarks").rglob("*.py")
    if 'if __name__ == "__main__":' in path.read_text(encoding="utf-8")
)

pytestmark = pytest.mark.integration


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_benchmark_finds_its_imports(script: Path) -> None:
    code = "import runpy, sys; sys.path.insert(0, sys.argv[1]); runpy.run_path(sys.argv[2])"
    succeed(sys.executable, "-c", code, script.parent, script, cwd=ROOT)

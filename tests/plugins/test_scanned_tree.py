"""The tree that is checked can neither bring plugins nor modules of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TRAP = "import pathlib; pathlib.Path('sprung').write_text('x')\n"
COMMANDS = [[sys.executable, "-m", "textlint"], [str(Path(sys.executable).parent / "textlint")]]


@pytest.fixture
def hostile(work: Path) -> Path:
    """A tree with modules that have the names of ours and others', and metadata of a plugin."""
    modules = ("textlint_persona", "textlint_evil", "yaml", "click", "pluggy", "json", "tomllib")
    for module in modules:
        (work / f"{module}.py").write_text(TRAP)
    metadata = work / "textlint_evil-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: textlint-evil\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text("[textlint]\nevil = textlint_evil\n")
    (work / "a.md").write_text("---\ntitle: A text\n---\n\nSome text.\n")
    return work


@pytest.mark.parametrize("command", COMMANDS, ids=["module", "script"])
@pytest.mark.parametrize("arguments", [["plugins"], ["check", "."], ["check", "a.md"]])
def test_nothing_of_the_tree_is_imported(hostile: Path, command, arguments) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    done = subprocess.run(
        [*command, *arguments],
        cwd=hostile,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    assert not (hostile / "sprung").exists()
    assert "evil" not in done.stdout + done.stderr

"""action.yml and every workflow that we write or show, under the schemas of GitHub and an auditor.

check-jsonschema carries the schemas, zizmor knows what makes a workflow unsafe; both work offline.
"""

from __future__ import annotations

import re
import shutil
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml
from programs import call

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parents[2]
# Actions of GitHub itself may be named by a version; a hash in an example would be out of date soon.
POLICY = "rules:\n  unpinned-uses:\n    config:\n      policies:\n        '*': ref-pin\n"


def program(name: str) -> str:
    found = shutil.which(name, path=sysconfig.get_path("scripts"))
    assert found is not None, f"{name} is not installed: pip install -e '.[dev]'"
    return found


def accepted(file: Path, schema: str, folder: Path) -> None:
    done = call(
        program("check-jsonschema"), "--builtin-schema", f"vendor.{schema}", file, cwd=folder
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (folder / "zizmor.yml").write_text(POLICY)
    done = call(
        program("zizmor"),
        "--offline",
        "--quiet",
        "--config",
        folder / "zizmor.yml",
        file,
        cwd=folder,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action(tmp_path: Path) -> None:
    shutil.copy(ROOT / "action.yml", tmp_path)
    accepted(tmp_path / "action.yml", "github-actions", tmp_path)


def shown_workflows() -> dict[str, str]:
    """Return the complete workflows of the documentation, by page and number."""
    found = {}
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        blocks = re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.S)
        for number, block in enumerate(blocks):
            data = yaml.safe_load(block)
            if isinstance(data, dict) and "jobs" in data:
                found[f"{page.stem}-{number}"] = block
    return found


SHOWN = shown_workflows()


def test_there_are_workflows_to_look_at() -> None:
    assert {name.partition("-")[0] for name in SHOWN} == {"README", "integrations"}


@pytest.mark.parametrize("text", SHOWN.values(), ids=list(SHOWN))
def test_a_workflow_of_the_documentation(text: str, tmp_path: Path) -> None:
    file = tmp_path / ".github" / "workflows" / "shown.yml"
    file.parent.mkdir(parents=True)
    file.write_text(text)
    accepted(file, "github-workflows", tmp_path)


def test_the_workflow_that_init_writes(tmp_path: Path) -> None:
    done = call(sys.executable, "-m", "textlint", "init", "--workflow", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    accepted(tmp_path / ".github" / "workflows" / "textlint.yml", "github-workflows", tmp_path)

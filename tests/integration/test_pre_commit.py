"""The hooks, run by the real pre-commit on a content repository."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from programs import BAD, call, commit_all

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder in which pre-commit keeps the hook's environment, made once for all tests here."""
    folder = tmp_path_factory.mktemp("pre-commit")
    yield folder
    shutil.rmtree(folder)


def pre_commit(*arguments: str | Path, content: Path, home: Path) -> tuple[int, str]:
    env = {"PRE_COMMIT_HOME": str(home), "NO_COLOR": "1"}
    done = call(sys.executable, "-m", "pre_commit", *arguments, cwd=content, env=env)
    return done.returncode, done.stdout + done.stderr


def test_try_repo_fails_on_a_bad_article_and_passes_on_good_ones(clone, content, home):
    commit_all(content)
    status, text = pre_commit("try-repo", clone, "textlint", "-a", content=content, home=home)
    assert status == 1, text
    assert "bad.md" in text and "footer/bare-timestamp" in text
    assert "drafts/bad.md" not in text.replace("drafts/bad.md: excluded", "")

    (content / "bad.md").unlink()
    commit_all(content)
    status, text = pre_commit("try-repo", clone, "textlint", "-a", content=content, home=home)
    assert status == 0, text
    assert "Passed" in text


def test_installed_hooks(clone, content, home):
    config = f"""
repos:
  - repo: {clone}
    rev: {commit_id(clone)}
    hooks:
      - id: textlint
      - id: textlint-scan
"""
    (content / ".pre-commit-config.yaml").write_text(config)
    (content / "LICENSE").write_text("All rights reserved.\n")
    (content / "tool.py").write_text("x = 1\n")
    commit_all(content)

    def run(*arguments: str) -> tuple[int, str]:
        return pre_commit("run", *arguments, content=content, home=home)

    status, text = run("textlint", "--files", "good.md", "bad.md")
    assert status == 1, text
    assert "textlint-scan" not in text  # only in the manual stage

    # What pre-commit names is not what textlint reads in each of these; none may stop a commit.
    for names in (["good.md"], ["drafts/bad.md"], ["LICENSE"], ["tool.py"], ["good.md", "LICENSE"]):
        status, text = run("textlint", "--files", *names)
        assert status == 0, (names, text)

    status, text = run("--hook-stage", "manual", "textlint-scan", "-a")
    assert status == 1, text
    assert "bad.md" in text

    environments = list(home.glob("*/py_env*"))
    assert environments
    for environment in environments:
        size = sum(path.lstat().st_size for path in environment.rglob("*"))
        assert size < 100_000_000


def test_from_the_first_day_on(clone, environment, tmp_path, home):
    """Adopt, commit what is old, be stopped by what is new, mend it, commit."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "old.md").write_text(BAD)
    commit_all(content)
    (content / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {clone}\n    rev: {commit_id(clone)}\n    hooks:\n"
        "      - id: textlint\n        args: [--fix]\n"
    )
    adopted = environment.textlint("init", "--baseline", cwd=content)
    assert adopted.returncode == 0, adopted.stderr

    def run(*names: str) -> tuple[int, str]:
        call("git", "add", "--all", cwd=content)
        return pre_commit("run", "textlint", "--files", *names, content=content, home=home)

    status, text = run("old.md")
    assert status == 0, text
    (content / "old.md").write_text("A new first paragraph.\n\n" + BAD)
    status, text = run("old.md")
    assert status == 0, text

    (content / "new.md").write_text(BAD.replace("08:04", "09:09"))
    status, text = run("old.md", "new.md")
    assert status == 1, text
    assert "files were modified by this hook" in text
    assert (content / "new.md").read_text() == "The swing bridge opens on Monday.\n"
    assert "2024-05-04" in (content / "old.md").read_text()
    status, text = run("old.md", "new.md")
    assert status == 0, text


def commit_id(folder: Path) -> str:
    return call("git", "rev-parse", "HEAD", cwd=folder).stdout.strip()

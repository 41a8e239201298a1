"""The wheel as a user gets it, and a plugin that somebody else wrote beside it."""

from __future__ import annotations

import json
import shutil
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from programs import BAD, GOOD, call, succeed

pytestmark = pytest.mark.integration

PLUGIN_PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "textlint-harbour"
version = "1.0"
dependencies = ["textlint"]
[project.entry-points.textlint]
harbour = "textlint_harbour"
"""


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_is_the_same_from_the_sdist_and_holds_every_module(distributions, clone):
    packed = names(distributions.wheel)
    assert packed == names(distributions.direct_wheel)
    sources = {
        str(path.relative_to(base))
        for base in (clone, clone / "plugins")
        for folder in base.glob("textlint*")
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert {name for name in packed if ".dist-info/" not in name} == sources
    assert "textlint/py.typed" in packed
    with tarfile.open(distributions.sdist) as archive:
        top = {name.split("/")[1] for name in archive.getnames() if "/" in name}
    assert {"textlint", "plugins", "tests", "docs", "examples", "README.md", "LICENSE"} <= top
    assert ".pre-commit-hooks.yaml" in top


def test_the_installed_programs_run(environment, tmp_path):
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "good.md").write_text(GOOD)
    scripts = environment.folder / "bin"
    versions = [
        succeed(*command, "--version", cwd=tmp_path)
        for command in (
            [scripts / "textlint"],
            [scripts / "textlint-py"],
            [environment.python, "-m", "textlint"],
        )
    ]
    assert len(set(versions)) == 1
    bad = environment.textlint("check", "--format", "json", cwd=tmp_path)
    assert bad.returncode == 1, bad.stderr
    report = json.loads(bad.stdout)
    assert [(f["rule"], f["path"]) for f in report["findings"]] == [
        ("footer/bare-timestamp", "bad.md")
    ]
    assert report["documents"]["checked"] == 2
    assert report["problems"] == []
    good = environment.textlint("check", "good.md", cwd=tmp_path)
    assert (good.returncode, good.stderr) == (0, "")


def test_types_are_there_for_those_who_use_the_package(environment, tmp_path):
    (tmp_path / "consumer.py").write_text(
        "from collections.abc import Iterator\n"
        "from textlint.document import Document\n"
        "from textlint.model import Hit, Span\n"
        "from textlint.rule import Context, bad, rule\n"
        "@rule('a/b', summary='s', message='m', examples=[bad('x', at='x')])\n"
        "def check(document: Document, context: Context) -> Iterator[Hit]:\n"
        "    yield Hit(Span(0, len(document.source)))\n"
        "reveal_type(check)\n"
    )
    options = ["--strict", "--python-executable", environment.python, "--cache-dir", tmp_path / "c"]
    told = succeed(sys.executable, "-m", "mypy", *options, "consumer.py", cwd=tmp_path)
    # A named tuple is shown with its fields in front of its name.
    assert "fallback=textlint.rule.Rule]" in told


def test_a_copied_plugin_with_nine_lines_of_project_loads_and_reports(clone, environment, tmp_path):
    project = tmp_path / "harbour"
    package = project / "textlint_harbour"
    shutil.copytree(clone / "plugins" / "textlint_footer", package)
    for module in package.rglob("*.py"):  # its own name and its own family of rules
        text = module.read_text(encoding="utf-8")
        text = text.replace("textlint_footer", "textlint_harbour").replace('"footer/', '"harbour/')
        module.write_text(text, encoding="utf-8")
    assert len(PLUGIN_PROJECT.splitlines()) == 9
    (project / "pyproject.toml").write_text(PLUGIN_PROJECT)
    environment.install("--no-deps", project)
    try:
        articles = tmp_path / "articles"
        articles.mkdir()
        (articles / "bad.md").write_text(BAD)
        done = environment.textlint("check", "--format", "json", cwd=articles)
        report = json.loads(done.stdout)
        assert done.returncode == 1, done.stderr
        assert [f["rule"] for f in report["findings"]] == [
            "footer/bare-timestamp",
            "harbour/bare-timestamp",
        ]
        assert report["problems"] == []
        listed = environment.textlint("plugins", cwd=articles)
        assert listed.returncode == 0
        assert "textlint-harbour 1.0" in " ".join(listed.stdout.split())
    finally:
        environment_python = environment.python
        call(
            environment_python,
            "-m",
            "pip",
            "uninstall",
            "-q",
            "-y",
            "textlint-harbour",
            cwd=tmp_path,
        )

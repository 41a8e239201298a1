"""The pre-commit hooks say what the program is."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from textlint.readers import BUILT_IN, RecordReader

HOOKS = {
    hook["id"]: hook
    for hook in yaml.safe_load(
        (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    )
}
# pre-commit knows no type for these, so it could not pass them whatever the pattern says.
WITHOUT_TYPE = {".mdown", ".mkd", ".text", ".rest"}
# Data that may hold articles, and mostly does not: found in a scan of the whole tree.
DATA = {
    suffix for reader in BUILT_IN if isinstance(reader, RecordReader) for suffix in reader.suffixes
}


def test_every_format_that_is_read_is_passed_to_the_hook():
    pattern = re.compile(HOOKS["textlint"]["files"])
    suffixes = {suffix for reader in BUILT_IN for suffix in reader.suffixes}
    passed = {suffix for suffix in suffixes if pattern.search(f"content/a{suffix}")}
    assert passed == suffixes - WITHOUT_TYPE - DATA
    assert not pattern.search("LICENSE")
    assert not pattern.search("notes.txt.py")


def test_both_hooks():
    assert set(HOOKS) == {"textlint", "textlint-scan"}
    for hook in HOOKS.values():
        assert hook["language"] == "python"
        assert hook["entry"] == "textlint check"
        assert hook["require_serial"] is True
        assert hook["minimum_pre_commit_version"] == "3.2.0"
    assert HOOKS["textlint-scan"]["pass_filenames"] is False
    assert HOOKS["textlint-scan"]["stages"] == ["manual"]


def test_the_page_about_pre_commit_describes_both():
    page = (Path(__file__).parents[2] / "docs" / "pre-commit.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z-]+)`", page, re.M) == list(HOOKS)
    (example,) = re.findall(r"```yaml\n(.*?)```", page, re.S)
    (repo,) = yaml.safe_load(example)["repos"]
    assert [hook["id"] for hook in repo["hooks"]] == list(HOOKS)

"""The files of a new plugin and of a new rule, as `textlint new` writes them."""

from __future__ import annotations

import re
from string import Template

from textlint import __version__

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")

_PROJECT = Template("""\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "textlint-$name"
version = "0.1.0"
description = "Rules of family $name for textlint."
requires-python = ">=3.11"
dependencies = ["textlint>=$version"]

[project.optional-dependencies]
test = ["pytest"]

[project.entry-points.textlint]
$name = "$package"
""")

_INIT = Template('''\
"""The rules of family `$name`."""

from __future__ import annotations

from collections.abc import Iterable

from textlint.hookspecs import hookimpl
from textlint.rule import Rule


@hookimpl
def textlint_rules() -> Iterable[Rule]:
    """Return the rules of this plugin, imported only now."""
    from $package.$module import $module

    return [$module]
''')

_RULE = Template('''\
"""Three exclamation marks or more follow each other.

Say here what is wrong on the page and why it matters to a reader.

**How to fix.** Leave one.

**Known limits.** Say here what the rule does not find, and what it reports for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.lazy import lazy_pattern
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule

_SHOUT = lazy_pattern(r"!{3,40}")


@rule(
    "$family/$rule",
    summary="Several exclamation marks in a row.",
    message="{count} exclamation marks stand here: one is enough.",
    severity="note",
    examples=[
        bad("The bridge is open!!!\\n", at="!!!"),
        bad("# Open!!!!\\n\\nIt is.\\n", at="!!!!"),
        bad("It opened!!! And closed!!!\\n", at=["!!!", "!!!"]),
        good("The bridge is open!\\n", why="one exclamation mark"),
        good("Is it open?!\\n", why="a question in surprise"),
        good("Write `if (!!!x)` in code.\\n", why="code is not prose"),
    ],
)
def $module(document: Document, context: Context) -> Iterator[Hit]:
    for block in document.prose:
        for match in _SHOUT.finditer(block.text):
            values = {"count": len(match.group())}
            yield Hit(block.span_at(match.start(), match.end()), values)
''')

_TESTS = Template('''\
"""The examples of each rule are its tests: bad ones fire at their places, good ones stay silent."""

import pytest
from textlint.rule import Rule
from textlint.testing import check, check_examples

from $package import textlint_rules

RULES = list(textlint_rules())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples(rule: Rule) -> None:
    check_examples(rule)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_empty_text_is_clean(rule: Rule) -> None:
    assert check(rule, "") == []
''')

_README = Template("""\
# textlint-$name

Rules of family `$name` for textlint.

    python -m pip install -e '.[test]'
    python -m pytest
    textlint rules --family $name
""")


def is_name(text: str) -> bool:
    """Say whether a text can name a plugin or a rule: lower-case words with hyphens between them."""
    return _NAME.fullmatch(text) is not None


def plugin_files(name: str, rule: str = "first-rule") -> dict[str, str]:
    """Return the files of a plugin with one rule, by path."""
    package = f"textlint_{_module(name)}"
    values = {"name": name, "package": package, "version": __version__, "module": _module(rule)}
    return {
        "pyproject.toml": _PROJECT.substitute(values),
        "README.md": _README.substitute(values),
        f"{package}/__init__.py": _INIT.substitute(values),
        f"{package}/{_module(rule)}.py": rule_file(name, rule),
        "tests/test_rules.py": _TESTS.substitute(values),
    }


def rule_file(family: str, rule: str) -> str:
    """Return the module of a rule that works and is to be changed."""
    return _RULE.substitute({"family": family, "rule": rule, "module": _module(rule)})


def _module(name: str) -> str:
    return name.replace("-", "_")

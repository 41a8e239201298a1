"""`textlint init`, `schema` and `completion`."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from textlint.config_file import KEYS, PER_PATH_KEYS, PHRASES_KEYS, load_config
from textlint.config_schema import config_schema
from textlint.plugins import load_host
from textlint.site_generators import GENERATORS, PLAIN, generator_of

Textlint = Callable[..., Any]
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("generator", GENERATORS, ids=lambda generator: generator.name)
def test_generators_are_recognised(generator: Any, textlint: Textlint, work: Path) -> None:
    (work / generator.marks[0]).write_text("")
    (work / "articles").mkdir()
    (work / "articles" / "a.md").write_text("A warnable text.\n")
    generated = work / generator.without[0].strip("/")
    generated.mkdir()
    (generated / "a.md").write_text("A warnable text.\n")
    done = textlint("init")
    assert done.status == 0, done.err
    assert f"a site of {generator.name}" in done.out
    assert "Now: textlint check\n" in done.out
    checked = textlint("check", "--format", "json")
    assert checked.status == 1, checked.err
    assert [f["path"] for f in json.loads(checked.out)["findings"]] == ["articles/a.md"]


def test_a_folder_without_signs(work: Path) -> None:
    assert generator_of(work) is PLAIN


def test_everything_at_once_and_nothing_twice(textlint: Textlint, work: Path) -> None:
    (work / "mkdocs.yml").write_text("")
    (work / "docs").mkdir()
    (work / "docs" / "a.md").write_text("A warnable text.\n")
    (work / "README.md").write_text("A warnable text outside of the articles.\n")
    arguments = ("init", "--baseline", "--pre-commit", "--workflow")
    assert textlint(*arguments).status == 0
    names = [
        "textlint.toml",
        "textlint-baseline.json",
        ".pre-commit-config.yaml",
        ".github/workflows/textlint.yml",
    ]
    written = {name: (work / name).read_bytes() for name in names}
    assert textlint("check").status == 0
    hook = yaml.safe_load(written[".pre-commit-config.yaml"])
    assert hook["repos"][0]["hooks"] == [{"id": "textlint"}]
    steps = yaml.safe_load(written[".github/workflows/textlint.yml"])["jobs"]["textlint"]["steps"]
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    assert set(steps[-1].get("with", {})) <= set(action["inputs"])
    for name in names:
        (work / name).write_bytes(written[name] + b"\n")
    again = textlint(*arguments)
    assert again.status == 0
    assert again.out.count("stays as it is") == 4
    assert "repos:\n" in again.out  # what would be in it, to be copied by hand
    for name in names:
        assert (work / name).read_bytes() == written[name] + b"\n"


def test_a_link_is_not_written_through(textlint: Textlint, work: Path, tmp_path: Path) -> None:
    (work / ".pre-commit-config.yaml").symlink_to(tmp_path / "elsewhere")
    assert textlint("init", "--pre-commit").status == 0
    assert not (tmp_path / "elsewhere").exists()


def test_the_schema_knows_every_key_and_takes_the_example(tmp_path: Path) -> None:
    rules = load_host().rules
    schema = config_schema(rules)
    jsonschema.Draft7Validator.check_schema(schema)
    properties = schema["properties"]
    assert list(properties) == list(KEYS)
    assert list(properties["per-path"]["items"]["properties"]) == list(PER_PATH_KEYS)
    assert list(properties["phrases"]["items"]["properties"]) == list(PHRASES_KEYS)
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    example = "".join(part.partition("```")[0] for part in page.split("```toml\n")[1:])
    jsonschema.Draft7Validator(schema).validate(tomllib.loads(example))
    for rule in rules:
        text = f'[rules."{rule.id}"]\nseverity = "note"\n'
        jsonschema.Draft7Validator(schema).validate(tomllib.loads(text))


WRONG = [
    'profile = "stirct"\n',
    "select = [1]\n",
    "unknown = 1\n",
    '[rules."words/warned"]\nat-least = "x"\n',
    '[rules."words/warned"]\nat-most = 1\n',
    "[[per-path]]\nselect = []\n",
    '[[phrases]]\nid = "a"\nphrases = ["b"]\n',
]


@pytest.mark.parametrize("text", WRONG)
def test_what_the_program_refuses_the_schema_refuses(
    text: str, textlint: Textlint, work: Path
) -> None:
    (work / "textlint.toml").write_text(text)
    (work / "a.md").write_text("x\n")
    assert textlint("check").status == 2
    (work / "textlint.toml").unlink()
    schema = json.loads(textlint("schema").out)
    assert not jsonschema.Draft7Validator(schema).is_valid(tomllib.loads(text))


def test_a_written_configuration_is_read(textlint: Textlint, work: Path) -> None:
    (work / "hugo.toml").write_text("")
    textlint("init")
    config = load_config(work, load_host().rules)
    assert "/public/" in config.exclude


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: str, textlint: Textlint) -> None:
    done = textlint("completion", shell)
    assert done.status == 0
    assert f"_TEXTLINT_COMPLETE={shell}_complete" in done.out


def test_completion_completes(textlint_process: Any) -> None:
    env = {
        "_TEXTLINT_COMPLETE": "bash_complete", "COMP_WORDS": "textlint check --diff", "COMP_CWORD": "2",
    }  # fmt: skip
    done = textlint_process(env=env)
    assert {"plain,--diff", "plain,--diff-base"} <= set(done.stdout.split())

"""docs/configuration.md says what the program does: names, keys, formats, exit statuses, example."""

import re
from pathlib import Path

import click
import pytest

from textlint import cli
from textlint.commands import status
from textlint.config_file import FAIL_ON, KEYS, PER_PATH_KEYS, PHRASES_KEYS, SEVERITIES, load_config
from textlint.plugins import load_host
from textlint.report.formats import BUILT_IN
from textlint.rule import PROFILES

PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    """Return the part of the page below a heading, up to the next one of any level."""
    found = re.search(rf"^##+ {re.escape(heading)}.*?\n(.*?)(?=^##|\Z)", PAGE, re.M | re.S)
    assert found, heading
    return found[1]


def first_cells(text: str) -> list[str]:
    """Return the first cells of a table's rows, without the head."""
    rows = [line.split("|")[1].strip() for line in text.splitlines() if line.startswith("| ")]
    return rows[1:]


def options_of(command: click.Command) -> list[str]:
    options = [p for p in command.params if isinstance(p, click.Option)]
    return [option.opts[-1] for option in options]


@pytest.mark.parametrize("name", list(cli.COMMANDS))
def test_every_option_of_a_command_is_described(name: str) -> None:
    command = cli.group.get_command(click.Context(cli.group), name)
    assert command is not None
    described = [cell.strip("`").split()[0] for cell in first_cells(section(f"`textlint {name}"))]
    assert described == options_of(command)


def test_the_commands_are_those_of_the_page() -> None:
    assert re.findall(r"^### `textlint ([a-z-]+)", PAGE, re.M) == list(cli.COMMANDS)


def test_exit_statuses() -> None:
    described = [int(cell) for cell in first_cells(section("Exit status"))]
    known = [status.CLEAN, status.FINDINGS, status.USAGE, status.INCOMPLETE, status.INTERRUPTED]
    assert described == known


def test_configuration_keys() -> None:
    assert [cell.strip("`") for cell in first_cells(section("Configuration file"))] == list(KEYS)
    described = [cell.strip("`") for cell in first_cells(section("`[[per-path]]`"))]
    assert described == list(PER_PATH_KEYS)
    described = [cell.strip("`") for cell in first_cells(section("`[[phrases]]`"))]
    assert described == list(PHRASES_KEYS)


def words_of(name: str, text: str) -> list[str]:
    """Return the words of the row that begins with a name."""
    row = next(line for line in text.splitlines() if line.startswith(f"| `{name}`"))
    return re.findall(r'`"([a-z]+)"`', row.split(" | ")[1])


def test_words_of_the_configuration() -> None:
    table = section("Configuration file")
    assert words_of("profile", table) == list(PROFILES)
    assert words_of("fail-on", table) == list(FAIL_ON)
    rules = section('`[rules."family/name"]`')
    assert re.findall(r'`"([a-z]+)"`', rules)[: len(SEVERITIES)] == list(SEVERITIES)


def test_words_of_the_command_line() -> None:
    """The help spells them out, so that it need not import the modules that define them."""
    check = cli.group.get_command(click.Context(cli.group), "check")
    assert check is not None
    by_name = {param.name: param for param in check.params}
    assert by_name["profile"].metavar == "|".join(PROFILES)
    assert by_name["fail_on"].metavar == "|".join(FAIL_ON)
    for param in (by_name["profile"], by_name["fail_on"]):
        for word in param.metavar.split("|"):
            assert param.callback(click.Context(check), param, word) == word
        escaped = param.metavar.replace("|", "\\|")
        assert escaped in section("`textlint check")


def test_formats() -> None:
    row = next(line for line in PAGE.splitlines() if line.startswith("| `--format NAME`"))
    assert re.findall(r"`([a-z]+)`", row) == list(BUILT_IN)
    check = cli.group.get_command(click.Context(cli.group), "check")
    assert check is not None
    help_of_format = next(p.help for p in check.params if p.name == "format_name")
    assert re.findall(
        r"[a-z]+", help_of_format.partition(", or")[0].replace("(the default)", "")
    ) == [*BUILT_IN]


def test_the_example_is_a_configuration(tmp_path: Path) -> None:
    example = "".join(re.findall(r"```toml\n(.*?)```", PAGE, re.S))
    (tmp_path / ".git").mkdir()
    (tmp_path / "textlint.toml").write_text(example)
    config = load_config(tmp_path, load_host().rules)
    assert config.path is not None
    assert len(config.per_path) == 2
    assert [rule.id for rule in config.own_rules] == ["house/plain-words"]

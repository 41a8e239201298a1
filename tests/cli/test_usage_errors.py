"""What is written wrong on the command line: exit 2 and the nearest name that is right."""

from pathlib import Path
from typing import Any

import click
import pytest

from textlint import cli
from textlint.commands.help_sections import SECTIONS


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], 'there is no command "chek"; did you mean "check"?'),
        (["lint"], 'did you mean "check"?'),
        (["frobnicate"], "the commands are check, "),
        (["check", "--isloated"], "--isolated"),
        (["--verison"], "--version"),
        (["check", "--profile", "strikt"], 'did you mean "strict"?'),
        (["check", "--profile", "xyz"], "it is one of default, strict, audit"),
        (["check", "--fail-on", "warnings"], 'did you mean "warning"?'),
        (["check", "--format", "jsno"], 'there is no format "jsno"; did you mean "json"?'),
        (["check", "--format", "xml"], "the formats are text, concise, json, sarif"),
        (["check", "--output", "srif=x"], 'there is no format "srif"; did you mean "sarif"?'),
        (["check", "--output", "json="], 'there is no file name after "json="'),
        (["check", "--output", "json", "--output", "text"], "json and text cannot both go to"),
        (["check", "--output", "json=x", "--output", "text=./x"], "x is named for two outputs"),
        (["check", "--output", "json", "--format", "text"], "leave --format and -o out"),
        (["check", "--output", "json", "-o", "x"], "leave --format and -o out"),
        (["check", "--select", "words/warne"], 'did you mean "words/warned"?'),
        (["check", "--select", "warned"], 'did you mean "words/warned"?'),
        (["check", "--select", "word"], 'did you mean "words"?'),
        (["check", "--ignore", "words/warn_ed"], 'did you mean "words/warned"?'),
        (["check", "--select", ", ,"], "it names nothing"),
        (["check", "--jobs", "0"], "--jobs"),
        (["rules", "--family", "wrds"], 'did you mean "words"?'),
        (["rules", "--family", "xyz"], "the families are others, words"),
        (["rules", "--format", "sarif"], "it is one of text, json"),
        (
            ["explain", "words/warnt"],
            'there is no rule "words/warnt"; did you mean "words/warned"?',
        ),
        (["explain", "zzz"], "`textlint rules` lists them"),
        (["explain"], "RULE"),
        (["new"], "Missing argument 'plugin|rule'."),
        (["new", "plugn", "x"], 'it cannot be "plugn"; did you mean "plugin"?'),
        (["completion", "tcsh"], "it is one of bash, zsh, fish"),
        (["baseline", "--baseline", "no/such/b.json"], "there is no folder no/such"),
    ],
)
def test_the_error_names_what_is_right(textlint, work, arguments, said) -> None:
    (work / "a.md").write_text("A warnable text.")
    done = textlint(*arguments)
    assert done.status == 2
    assert said in done.err
    assert done.out == ""


def test_no_command_shows_the_help(textlint) -> None:
    done = textlint()
    assert done.status == 2
    assert "Usage: textlint" in done.err
    assert "check" in done.err


def test_help_lists_every_command(textlint) -> None:
    done = textlint("--help")
    assert done.status == 0
    for command in ("check", "rules", "explain", "plugins"):
        assert f"\n  {command} " in done.out


@pytest.mark.parametrize("name", ["check", "baseline"])
def test_every_option_stands_in_one_section_of_the_help(textlint, name) -> None:
    command = cli.group.get_command(click.Context(cli.group), name)
    options = [param.opts[0] for param in command.params if isinstance(param, click.Option)]
    in_sections = [option for options in SECTIONS.values() for option in options]
    assert len(set(in_sections)) == len(in_sections)
    assert set(options) <= set(in_sections)
    shown = textlint(name, "--help").out
    assert all(shown.count(f"\n  {option} ") == 1 for option in options)
    assert "\nOther:\n  -h, --help " in shown
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_control_characters_of_an_argument_do_not_reach_the_terminal(textlint, work) -> None:
    done = textlint("check", "no\x1b[31m\u202esuch")
    assert done.status == 2
    assert "no\\x1b[31m\\u202esuch" in done.err
    assert "\x1b" not in done.err


def test_no_name_in_a_message_is_a_command_to_the_runner(textlint, work) -> None:
    done = textlint("check", "##[add-mask]a")
    assert done.status == 2
    assert "\\x23#[add-mask]a" in done.err
    assert "##[" not in done.err


def test_a_fault_of_the_program_is_one_line_and_no_traceback(textlint, work, monkeypatch) -> None:
    def fall(*arguments: object, **options: object) -> None:
        raise RuntimeError("a fault\nin the middle")

    (work / "a.md").write_text("A text.")
    monkeypatch.setattr("textlint.runner.run", fall)
    done = textlint("check")
    assert (done.status, done.out) == (3, "")
    first, second = done.err.splitlines()
    assert first.startswith(
        "Error: a fault of textlint itself: RuntimeError: a fault in the middle ("
    )
    assert "TEXTLINT_TRACEBACK=1" in second


def test_a_folder_that_may_not_be_looked_into_is_named(textlint, work, monkeypatch) -> None:
    (work / "a.md").write_text("A text.")

    read = Path.read_text

    def refuse(self: Path, *arguments: Any, **options: Any) -> str:
        if self.name == "b.json":
            raise PermissionError(13, "Permission denied", str(self))
        return read(self, *arguments, **options)

    monkeypatch.setattr("pathlib.Path.read_text", refuse)
    done = textlint("check", "--isolated", "--baseline", "locked/b.json")
    assert done.status == 2
    assert "locked/b.json: cannot be read: permission denied" in done.err

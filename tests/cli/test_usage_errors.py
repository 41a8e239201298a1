"""What is written wrong on the command line: exit 2 and the nearest name that is right."""

import pytest


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


def test_control_characters_of_an_argument_do_not_reach_the_terminal(textlint, work) -> None:
    done = textlint("check", "no\x1b[31m\u202esuch")
    assert done.status == 2
    assert "no\\x1b[31m\\u202esuch" in done.err
    assert "\x1b" not in done.err

"""A plugin that fails makes the run incomplete: exit 3, all other findings, and every report says so."""

import json

import pytest

BROKEN = "raise SystemExit(0)"

CRASHING = '''
"""A rule that finds one thing and then raises."""
from textlint.hookspecs import hookimpl
from textlint.model import Hit, Span
from textlint.rule import rule


@rule("crash/early", summary="A test.", message="Found before the crash.", examples=())
def early(document, context):
    yield Hit(Span(0, 1))
    raise ERROR


@rule("crash/fine", summary="A test.", message="Found after the crash.", examples=())
def fine(document, context):
    print("a rule that prints")
    yield Hit(Span(0, 1))


@hookimpl
def textlint_rules():
    return [early, fine]
'''


@pytest.fixture
def article(work):
    (work / "a.md").write_text("A warnable text.")


def notifications(log: dict) -> list[dict]:
    invocation = log["runs"][0]["invocations"][0]
    return [
        *invocation.get("toolConfigurationNotifications", ()),
        *invocation.get("toolExecutionNotifications", ()),
    ]


def test_a_plugin_that_does_not_load(textlint, article, install) -> None:
    install("broken", BROKEN)
    message = "plugin broken (textlint-broken 1.2): cannot be imported: SystemExit: 0"
    done = textlint("check", "--format", "json")
    assert done.status == 3
    log = json.loads(done.out)
    assert [finding["rule"] for finding in log["findings"]] == ["words/warned"]
    assert log["problems"] == [{"kind": "plugin", "message": message, "plugin": "broken"}]
    assert f"textlint: {message}" in done.err

    done = textlint("check")
    assert done.status == 3
    assert "words/warned" in done.out
    assert "cannot be imported: SystemExit: 0" in done.out
    assert done.err == ""  # the report has said it

    log = json.loads(textlint("check", "--format", "sarif").out)
    assert any(message in notice["message"]["text"] for notice in notifications(log))
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["words/warned"]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("SystemExit(0)", "SystemExit: 0"),
        ("RuntimeError('no')", "RuntimeError: no"),
        ("GeneratorExit()", "GeneratorExit"),
        ("RecursionError('deep')", "RecursionError: deep"),
    ],
)
def test_a_rule_that_raises(textlint, article, install, error, said) -> None:
    install("crash", CRASHING.replace("ERROR", error))
    done = textlint("check", "--format", "json")
    assert done.status == 3
    log = json.loads(done.out)
    found = sorted(finding["rule"] for finding in log["findings"])
    assert found == ["crash/early", "crash/fine", "words/warned"]
    (problem,) = log["problems"]
    assert (problem["kind"], problem["rule"], problem["plugin"], problem["path"]) == (
        "crash",
        "crash/early",
        "crash",
        "a.md",
    )
    assert said in problem["message"]
    assert "a rule that prints" in done.err

    log = json.loads(textlint("check", "--format", "sarif").out)
    assert log["runs"][0]["invocations"][0]["executionSuccessful"] is False
    assert any(said in notice["message"]["text"] for notice in notifications(log))


def test_exit_zero_does_not_hide_that_a_run_is_incomplete(textlint, article, install) -> None:
    install("broken", BROKEN)
    assert textlint("check", "--exit-zero").status == 3
    assert textlint("check", "--fail-on", "never").status == 3


def test_settings_for_rules_of_a_plugin_that_did_not_load_do_not_end_the_run(
    textlint, article, install, work
) -> None:
    install("broken", BROKEN)
    (work / "textlint.toml").write_text('[rules."broken/rule"]\nseverity = "note"\n')
    done = textlint("check", "--ignore", "broken")
    assert done.status == 3
    assert "words/warned" in done.out
    assert 'there is no rule "broken/rule"' in " ".join(done.out.split())


def test_plugins_lists_what_is_wrong(textlint, install) -> None:
    install("broken", BROKEN)
    done = textlint("plugins")
    assert done.status == 3
    assert "words   textlint-words 1.2   5 rules\n" in done.out
    assert "broken  textlint-broken 1.2  1 problem\n" in done.out
    assert "problem: plugin broken (textlint-broken 1.2): cannot be imported" in done.out

    log = json.loads(textlint("plugins", "--format", "json").out)
    assert [plugin["name"] for plugin in log["plugins"]] == ["broken", "words"]
    assert log["plugins"][1]["rules"][0] == "others/audited"
    assert log["problems"] == log["plugins"][0]["problems"]


def test_rules_says_that_some_may_be_missing(textlint, install) -> None:
    install("broken", BROKEN)
    done = textlint("rules")
    assert done.status == 3
    assert "words/warned" in done.out
    assert "cannot be imported" in done.err


def test_explain_says_why_a_rule_may_be_unknown(textlint, install) -> None:
    install("broken", BROKEN)
    done = textlint("explain", "broken/rule")
    assert done.status == 2
    assert "cannot be imported" in done.err
    assert textlint("explain", "words/warned").status == 0


def test_a_format_of_a_plugin_is_a_format(textlint, article, install, work) -> None:
    install(
        "shout",
        """
        from textlint.hookspecs import hookimpl
        from textlint.report import Reporter

        def render(run, options):
            return f"{len(run.findings)}!\\n"

        def broken(run, options):
            raise RuntimeError("no ink")

        @hookimpl
        def textlint_reporters():
            return [Reporter("shout", "Shouts.", render), Reporter("broken", "Raises.", broken)]
        """,
    )
    assert textlint("check", "--format", "shout").out == "1!\n"
    done = textlint("check", "--format", "shuot")
    assert 'did you mean "shout"?' in done.err
    done = textlint("check", "--output", "broken=x", "--output", "shout")
    assert (done.status, done.out) == (3, "1!\n")
    assert "textlint: format broken failed: RuntimeError: no ink" in done.err
    # Alone, it would lose the findings: they are given as text.
    done = textlint("check", "--format", "broken", "-o", "x")
    assert done.status == 3
    assert "words/warned" in done.out
    done = textlint("check", "--format", "broken")
    assert done.status == 3
    assert "words/warned" in done.out

"""Every format over runs of any texts, names and messages: printable, parseable, and no command to CI."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from runs import file_of, mark, messages, paths, run_of, runs

from textlint.escaping import no_command
from textlint.model import Problem
from textlint.report import ReportOptions, Run
from textlint.report.formats import BUILT_IN, find_reporter

# A log of GitHub Actions: which lines its runner obeys, after TryParseV2 and TryParse in
# https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
_V2 = re.compile(r"\s*::(?P<name>[^ :]+)(?: (?P<properties>.*?))?::(?P<data>.*)", re.DOTALL)
_V1 = re.compile(r"##\[([^\] ]+)[^\]]*\]")
OURS = {"error", "warning", "notice"}
PROPERTIES = {"file", "line", "endLine", "col", "endColumn", "title"}
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028\u202e\ud800-\udfff\ufeff]")

# Of each format; a run has up to two dozen findings, so these are many texts.
FEW = settings().max_examples // 4

any_problems = st.lists(
    st.builds(
        Problem,
        st.sampled_from(["crash", "plugin", "config", "file"]),
        messages,
        path=st.one_of(st.none(), paths),
    ),
    max_size=2,
)


@st.composite
def whole_runs(draw: st.DrawFn) -> Run:
    """A run with problems, skipped files and files that were read in part, beside its findings."""
    run = draw(runs())
    taken = {file.path for file in run.files}
    free = [path for path in ("::error::skipped.md", "##[debug]partly.jsonl") if path not in taken]
    left_out = [file_of("", path=path, skipped=draw(messages)) for path in free[:1]]
    partly = [file_of("x", path=path, partly=(draw(messages),)) for path in free[1:]]
    return run_of(*run.files, *left_out, *partly, problems=tuple(draw(any_problems)))


def rendered(name: str, run: Run, options: ReportOptions) -> str:
    reporter = find_reporter(name, ())
    assert reporter is not None
    return reporter.render(run, options)


def commands(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the name, the properties and the data of each line that the runner would obey."""
    for line in re.split("\r\n|\n|\r", text):
        found = _V2.match(line)
        if found:
            yield found["name"], found["properties"] or "", found["data"]
        elif old := _V1.search(line):
            yield old[1], "", ""


@pytest.mark.parametrize("name", list(BUILT_IN))
@settings(max_examples=FEW)
@given(run=whole_runs(), show=st.booleans())
def test_no_format_prints_what_a_terminal_obeys_or_nobody_sees(
    name: str, run: Run, show: bool
) -> None:
    text = rendered(name, run, ReportOptions(show_suppressed=show, width=80))
    text.encode()
    assert not UNSEEN.search(text)
    assert text == "" or text.endswith("\n")


@pytest.mark.parametrize("name", [name for name in BUILT_IN if name != "github"])
@settings(max_examples=FEW)
@given(run=whole_runs(), color=st.booleans())
def test_no_line_of_a_report_is_a_command_to_the_runner(name: str, run: Run, color: bool) -> None:
    assert list(commands(rendered(name, run, ReportOptions(color=color, width=80)))) == []


@given(run=whole_runs())
def test_annotations_are_ours_and_only_ours(run: Run) -> None:
    text = rendered("github", run, ReportOptions())
    found = list(commands(text))
    assert len(found) == text.count("\n")  # each line is one, and none holds another
    for name, properties, data in found:
        assert name in OURS
        pairs = [pair.split("=", 1) for pair in properties.split(",")]
        assert {key for key, _ in pairs} <= PROPERTIES
        assert len(pairs) == len({key for key, _ in pairs})
        assert all("::" not in value for _, value in pairs)
        assert not re.search("%(?!25)", data)
    for level in OURS:
        assert sum(name == level for name, _, _ in found) <= 10


@given(run=whole_runs())
def test_what_is_for_programs_is_parsed(run: Run) -> None:
    for name in ("json", "sarif", "gitlab"):
        json.loads(rendered(name, run, ReportOptions()))
    for line in rendered("rdjsonl", run, ReportOptions()).splitlines():
        json.loads(line)
    ElementTree.fromstring(rendered("junit", run, ReportOptions()))


def test_what_is_shown_in_place_of_a_command() -> None:
    assert no_command("  ::error::x") == "  \\x3a:error::x"
    assert no_command("a ##[error]x ##[y]") == "a \\x23#[error]x \\x23#[y]"
    assert no_command("###[x]") == "#\\x23#[x]"
    for line in (":::note", "  :: ", "a ::error::", "# title", "::1", "## [x]", "#[x]"):
        assert no_command(line) == line


def test_json_says_the_same_without_the_command() -> None:
    run = run_of(file_of("A ##[error]x here.\n", mark("A ##[error]x here.\n", "##[error]x")))
    text = rendered("json", run, ReportOptions())
    assert r"#\u0023[error]x" in text
    assert json.loads(text)["findings"][0]["text"] == "##[error]x"

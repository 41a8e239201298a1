"""What a log says of single findings: folding, links, regions, notifications and limits."""

from __future__ import annotations

import json
from typing import Any

import pytest
from runs import RULES, at, file_of, make_rule, mark, run_of
from sarif_contract import violations

from textlint.model import Confidence, Finding, Problem, Related, Severity, Span
from textlint.report import FileReport, ReportOptions, Run, sarif
from textlint.report.sarif import notices, render

SOURCE = "The 😀 harbour is shallow, shallow and shallow.\n\nRead\nMore\n"


def log_of(run: Run, **options: Any) -> Any:
    return json.loads(render(run, ReportOptions(**options)))["runs"][0]


def results(*findings: Finding, source: str = SOURCE, **options: Any) -> list[Any]:
    found: list[Any] = log_of(run_of(file_of(source, *findings)), **options)["results"]
    return found


def region_of(result: Any) -> tuple[int, int, int, int]:
    region = result["locations"][0]["physicalLocation"]["region"]
    return tuple(region[k] for k in ("startLine", "startColumn", "endLine", "endColumn"))


def test_columns_are_utf16_code_units() -> None:
    assert region_of(results(mark(SOURCE, "harbour"))[0]) == (1, 8, 1, 15)


def test_one_result_for_each_rule_and_line() -> None:
    three = [mark(SOURCE, "shallow", nth=n, severity=Severity(n)) for n in (1, 2, 3)]
    other = mark(SOURCE, "shallow", rule="water/too-salty", message="Salty.")
    alone, folded = results(*three, other)
    assert folded["level"] == "error"  # the worst of those that are in it
    assert folded["message"]["text"] == (
        'The harbour is too shallow here. Also in this line: ["shallow"](1) and ["shallow"](2).'
    )
    assert [related["id"] for related in folded["relatedLocations"]] == [1, 2]
    assert alone["message"]["text"] == "Salty."
    assert "relatedLocations" not in alone


def test_many_findings_on_one_line_stay_within_the_limits() -> None:
    source = "shallow " * 300
    findings = [at(source, 8 * n, 8 * n + 7) for n in range(300)]
    [result] = results(*findings, source=source)
    assert len(result["message"]["text"]) <= 1000
    assert "290 more" in result["message"]["text"] or "more" in result["message"]["text"]
    assert len(result["relatedLocations"]) <= 100


def test_related_places_are_links() -> None:
    related = (Related(Span(48, 52), "Here, too"), Related(Span(0, 1), "And there", "b.md"))
    finding = mark(SOURCE, "harbour", related=related)
    log = log_of(run_of(file_of(SOURCE, finding), file_of("x", path="b.md")))
    [result] = log["results"]
    assert result["message"]["text"].endswith("See also [line 3](1) and [b.md, line 1](2).")
    assert [r["message"]["text"] for r in result["relatedLocations"]] == [
        "Here, too.",
        "And there.",
    ]


def test_a_related_document_that_was_not_kept_has_no_region() -> None:
    finding = mark(SOURCE, "harbour", related=(Related(Span(5, 6), "", "gone.md"),))
    [result] = results(finding)
    assert result["relatedLocations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "gone.md", "uriBaseId": "%SRCROOT%"}
    }
    assert result["message"]["text"].endswith("See also [gone.md](1).")


def test_a_region_stays_on_one_line_and_the_whole_is_related() -> None:
    [result] = results(mark(SOURCE, "Read\nMore"))
    assert region_of(result) == (3, 1, 3, 5)
    assert result["message"]["text"].endswith("See also [lines 3 to 4](1).")
    whole = result["relatedLocations"][0]["physicalLocation"]["region"]
    assert (whole["startLine"], whole["endLine"], whole["endColumn"]) == (3, 4, 5)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (46, 53, (3, 1, 3, 5)),  # starts with line ends: the first visible character
        (48, 48, (3, 1, 3, 2)),  # empty: the character behind it
        (52, 52, (3, 4, 3, 5)),  # empty, at the end of a line: the character before it
        (47, 47, (2, 1, 2, 2)),  # empty, on an empty line: its line end
        (4, 4, (1, 5, 1, 7)),  # empty, before an astral character: all of it
        (58, 58, (5, 1, 5, 2)),  # behind the last line end
    ],
)
def test_regions_are_never_empty(start: int, end: int, expected: tuple[int, ...]) -> None:
    assert region_of(results(at(SOURCE, start, end))[0]) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("It says [x](1) \\ here.", r"It says \[x\](1) \\ here."),
        ("No stop", "No stop."),
        ('It ends with "this"', 'It ends with "this".'),
        ("Is it?", "Is it?."),
        ("Two\r\nlines.", "Two lines."),
        ("", "water/too-shallow."),
        ('"Sorry. None." is left. Go.', '"Sorry.\u00a0None." is left. Go.'),
        ("Bell\x07.", r"Bell\\x07."),
    ],
)
def test_messages(message: str, expected: str) -> None:
    assert results(mark(SOURCE, "harbour", message=message))[0]["message"]["text"] == expected


def test_a_long_message_is_cut_after_a_word() -> None:
    [result] = results(mark(SOURCE, "harbour", message="It is [shallow] " * 200))
    text = result["message"]["text"]
    assert len(text) <= 602
    assert text.endswith(("is….", "It….", r"\[shallow\]…."))


def test_suppressed_findings_are_left_out_unless_asked_for() -> None:
    both = [mark(SOURCE, "harbour", suppressed=True), mark(SOURCE, "shallow")]
    [open_result] = results(*both)
    assert region_of(open_result)[1] == 19
    assert results(*both, show_suppressed=True) == [open_result]  # one alert cannot be both
    [suppressed] = results(both[0], show_suppressed=True)
    assert suppressed["suppressions"] == [{"kind": "inSource"}]
    assert results(both[0]) == []


def test_a_file_seen_twice_gives_its_results_once() -> None:
    finding = mark(SOURCE, "harbour")
    linked = mark(SOURCE, "harbour", path="link.md")
    run = run_of(
        file_of(SOURCE, finding), file_of(SOURCE, linked, path="link.md", real_path="a.md")
    )
    [result] = log_of(run)["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a.md"


def test_levels_are_those_of_the_configuration() -> None:
    run = run_of(severities={"water/too-shallow": Severity.NOTE})
    rules = {rule["id"]: rule for rule in log_of(run)["tool"]["driver"]["rules"]}
    configured = rules["water/too-shallow"]
    assert configured["defaultConfiguration"] == {"level": "note"}
    assert configured["properties"]["problem.severity"] == "recommendation"
    assert rules["water/too-salty"]["properties"] == {
        "tags": ["prose", "water"],
        "precision": "medium",
        "problem.severity": "error",
    }


def test_what_a_rule_says_of_itself() -> None:
    [rule] = log_of(run_of(rules=RULES[:1]))["tool"]["driver"]["rules"]
    assert rule["name"] == "WaterTooShallow"
    assert rule["shortDescription"]["text"] == "What water/too-shallow finds."
    assert rule["fullDescription"]["text"] == "Something is wrong with the harbour."
    assert "How to fix: Dredge it." in rule["help"]["text"]
    assert "## How to fix" in rule["help"]["markdown"]
    assert rule["helpUri"].endswith("/rules/water/too-shallow/")


@pytest.mark.parametrize(
    ("run", "successful"),
    [
        (run_of(), True),
        (run_of(file_of(SOURCE, mark(SOURCE, "harbour"))), True),
        (run_of(problems=(Problem("file", "No permission.", path="x.md"),)), True),
        (run_of(problems=(Problem("crash", "A worker died."),)), False),
        (run_of(problems=(Problem("plugin", "Not loaded."),)), False),
        (run_of(problems=(Problem("config", "Odd."),)), False),
        (run_of(interrupted=True), False),
    ],
)
def test_execution_successful(run: Run, successful: bool) -> None:
    assert log_of(run)["invocations"][0]["executionSuccessful"] is successful


def test_notifications() -> None:
    run = run_of(
        FileReport("a.md", partly=("line 3: odd front matter",)),
        FileReport("b.pdf", skipped="no reader"),
        FileReport("c.pdf", skipped="no reader"),
        FileReport("d é.md", skipped="no permission"),
        problems=(
            Problem(
                "crash", "rule water/too-salty raised [x]", rule="water/too-salty", path="a.md"
            ),
            Problem("file", "no permission", path="d é.md"),
        ),
    )
    crash, unread, skipped, partly = log_of(run)["invocations"][0]["toolExecutionNotifications"]
    assert crash["associatedRule"] == {"id": "water/too-salty", "index": 2}
    assert crash["message"]["text"] == r"rule water/too-salty raised \[x\]."
    assert (crash["level"], crash["descriptor"]) == ("error", {"id": "crash"})
    [place] = unread["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "d%20%C3%A9.md"
    assert (partly["level"], partly["message"]["text"]) == (
        "note",
        "Read in part: line 3: odd front matter.",
    )
    assert skipped["message"]["text"] == "Skipped: no reader (2 files)."
    assert len(skipped["locations"]) == 2


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("[Errno 13] denied: '/home/anna/x y.md'", r"\[Errno 13\] denied: '<path> y.md'."),
        ("cannot open C:\\Users\\anna\\a.md: locked", "cannot open <path>: locked."),
        ("<object at 0x7f00aa> broke", "<object> broke."),
        ("either/or and 1/2 of docs/a.md", "either/or and 1/2 of docs/a.md."),
        ("</script> is not closed", "</script> is not closed."),
    ],
)
def test_notifications_say_nothing_of_the_machine(message: str, expected: str) -> None:
    log = log_of(run_of(problems=(Problem("crash", message),)))
    [notification] = log["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"] == expected


@pytest.mark.parametrize("category", ["nightly", "nightly/"])
def test_a_category_only_when_asked_for(category: str) -> None:
    assert log_of(run_of(), sarif_category=category)["automationDetails"] == {"id": "nightly/"}
    assert "automationDetails" not in log_of(run_of())


def test_findings_below_the_limits_need_no_notice() -> None:
    run = run_of(file_of(SOURCE, mark(SOURCE, "harbour")))
    assert notices(run, render(run, ReportOptions())) == ()


def test_more_results_than_are_kept_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_KEPT_RESULTS", 1)
    run = run_of(file_of(SOURCE, mark(SOURCE, "harbour"), mark(SOURCE, "Read")))
    [notice] = notices(run, render(run, ReportOptions()))
    assert notice.startswith("The SARIF log has 2 results; code scanning keeps 1 of them")


def test_more_results_than_are_taken_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 3)
    source = "a\nb\nc\nd\ne\n"
    findings = [
        mark(source, "a", severity=Severity.NOTE),
        mark(source, "b", confidence=Confidence.LOW),
        mark(source, "c"),
        mark(source, "d"),
        mark(source, "e", severity=Severity.ERROR),
    ]
    run = run_of(file_of(source, *findings))
    log = log_of(run)
    assert [region_of(result)[0] for result in log["results"]] == [3, 4, 5]
    [notification] = log["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"] == "2 results of least severity and confidence left out."
    assert log["invocations"][0]["executionSuccessful"] is True


def test_a_log_too_large_to_upload_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "LARGEST_UPLOAD", 100)
    [notice] = notices(run_of(), render(run_of(), ReportOptions()))
    assert "10 MB" in notice


def test_files_outside_of_the_root_are_said() -> None:
    run = run_of(file_of(SOURCE, mark(SOURCE, "harbour", path="../a.md"), path="../a.md"))
    [notice] = notices(run, render(run, ReportOptions()))
    assert notice.startswith("1 file with findings outside of the working directory (../a.md)")


def test_a_plugin_rule_with_long_texts_keeps_the_contract() -> None:
    rule = make_rule("water/too-deep", summary="word " * 400)
    log = render(run_of(rules=[rule]), ReportOptions())
    assert violations(log, {}) == []

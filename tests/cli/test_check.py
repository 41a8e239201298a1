"""`textlint check`: what is read, what is written where, and the exit status."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

Call = Callable[..., object]


def rules_of(output: str) -> list[str]:
    return [finding["rule"] for finding in json.loads(output)["findings"]]


@pytest.fixture
def article(work: Path) -> Path:
    path = work / "a.md"
    path.write_text("A notable and warnable text.\n")
    return path


@pytest.mark.parametrize(
    ("text", "arguments", "status"),
    [
        ("Nothing here.", [], 0),
        ("A notable text.", [], 0),
        ("A warnable text.", [], 1),
        ("A wrongful text.", [], 1),
        ("A notable text.", ["--fail-on", "note"], 1),
        ("A warnable text.", ["--fail-on", "error"], 0),
        ("A wrongful text.", ["--fail-on", "error"], 1),
        ("A wrongful text.", ["--fail-on", "never"], 0),
        ("A wrongful text.", ["--exit-zero"], 0),
    ],
)
def test_the_status_is_the_same_in_every_format(textlint, work, text, arguments, status) -> None:
    (work / "a.md").write_text(text)
    for format_name in ("text", "concise", "json", "sarif"):
        done = textlint("check", "--format", format_name, *arguments)
        assert done.status == status
        assert done.err == ""


def test_the_working_directory_is_the_default(textlint, article) -> None:
    assert "a.md" in textlint("check").out


def test_findings_go_to_standard_output_as_text_by_default(textlint, article) -> None:
    done = textlint("check", "a.md")
    assert "words/warned" in done.out
    assert "words/noted" in done.out
    assert "\x1b" not in done.out


def test_several_outputs_are_written_in_one_run(textlint, article, work) -> None:
    done = textlint(
        "check", "--output", "sarif=out.sarif", "--output", "json=o.json", "--output=text"
    )
    assert "words/warned" in done.out
    assert json.loads((work / "out.sarif").read_text())["version"] == "2.1.0"
    assert rules_of((work / "o.json").read_text()) == ["words/noted", "words/warned"]
    assert done.status == 1


def test_an_output_file_leaves_standard_output_empty(textlint, article, work) -> None:
    done = textlint("check", "--format", "json", "-o", "o.json")
    assert (done.status, done.out, done.err) == (1, "", "")
    assert rules_of((work / "o.json").read_text()) == ["words/noted", "words/warned"]


def test_a_dash_is_standard_output(textlint, article, work) -> None:
    assert rules_of(textlint("check", "--format", "json", "-o", "-").out)
    assert rules_of(textlint("check", "--output", "json=-").out)
    assert not (work / "-").exists()


def test_an_output_file_has_no_colour(textlint, article, work, monkeypatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    textlint("check", "-o", "o.log")
    assert "\x1b" not in (work / "o.log").read_text()


def test_an_output_may_not_overwrite_an_article(textlint, article) -> None:
    before = article.read_bytes()
    done = textlint("check", "-o", "a.md")
    assert done.status == 2
    assert "a.md is one of the checked articles and was not overwritten" in done.err
    assert article.read_bytes() == before


def test_the_folder_of_an_output_is_looked_at_before_the_work(textlint, article) -> None:
    done = textlint("check", "-o", "missing/o.txt")
    assert done.status == 2
    assert "there is no folder missing" in done.err
    assert done.out == ""


def test_an_output_that_is_a_folder_is_a_usage_error(textlint, article, work) -> None:
    (work / "out").mkdir()
    assert "it is a folder" in textlint("check", "-o", "out").err


def test_findings_are_not_lost_when_an_output_fails_late(textlint, article, monkeypatch) -> None:
    def fail(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("textlint.commands.outputs.write_atomically", fail)
    done = textlint("check", "--format", "sarif", "-o", "out.sarif")
    assert done.status == 3
    assert "textlint: cannot write out.sarif: No space left on device" in done.err
    assert "words/warned" in done.out


def test_one_output_that_fails_does_not_keep_others_back(textlint, article, monkeypatch) -> None:
    def fail(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("textlint.commands.outputs.write_atomically", fail)
    done = textlint("check", "--output", "sarif=out.sarif", "--output", "json")
    assert done.status == 3
    assert rules_of(done.out) == ["words/noted", "words/warned"]


def test_selected_rules_replace_the_profile_by_what_is_named(textlint, work) -> None:
    (work / "a.md").write_text("A notable, warnable, wrongful, strictly auditable text.")

    def rules(*arguments: str) -> list[str]:
        return sorted(rules_of(textlint("check", "--format", "json", *arguments).out))

    default = ["words/noted", "words/warned", "words/wrong"]
    assert rules() == default
    assert rules("--profile", "strict") == sorted([*default, "words/strict"])
    assert rules("--profile", "audit") == sorted([*default, "words/strict", "others/audited"])
    assert rules("--select", "words/noted,others/audited") == ["others/audited", "words/noted"]
    assert rules("--select", "words/noted", "--select", "words/wrong") == [
        "words/noted",
        "words/wrong",
    ]
    assert rules("--select", "words") == default
    assert rules("--ignore", "words/noted, words/wrong") == ["words/warned"]
    assert rules("--ignore", "words", "--select", "words/noted") == ["words/noted"]


def test_a_selection_that_leaves_no_rule_is_an_error(textlint, article) -> None:
    done = textlint("check", "--select", "others")
    assert done.status == 2
    assert "no rule would run: those of others need --profile audit" in done.err
    assert textlint("check", "--ignore", "words", "--ignore", "others").status == 2


def test_standard_input_is_checked_under_the_name_it_is_given(textlint, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"A warnable text.")))
    done = textlint("check", "-", "--stdin-filename", "content/a.md", "--format", "json")
    assert json.loads(done.out)["findings"][0]["path"] == "content/a.md"
    assert done.status == 1


def test_a_name_for_standard_input_needs_the_dash(textlint, article) -> None:
    assert "needs '-'" in textlint("check", "--stdin-filename", "a.md").err


def test_nothing_to_check_is_said(textlint, work) -> None:
    (work / "pictures").mkdir()
    (work / "pictures" / "a.png").write_bytes(b"\x89PNG")
    (work / "empty").mkdir()
    for path in (".", "empty", "pictures"):
        done = textlint("check", path)
        assert done.status == 2
        assert f"nothing to check in {path}: what is read ends in " in done.err
        assert ".md" in done.err
        assert done.out == ""


def test_a_path_that_does_not_exist_is_said(textlint, article) -> None:
    done = textlint("check", "artcles")
    assert done.status == 2
    assert "no such file or folder: artcles" in done.err
    # Together with one that does, the rest is still checked.
    done = textlint("check", "artcles", "a.md")
    assert done.status == 3
    assert "words/warned" in done.out


def test_a_named_file_that_nothing_reads_is_said_and_no_error(textlint, work) -> None:
    # pre-commit names whatever a user's `files` lets through; a commit of pictures is no mistake.
    (work / "picture.png").write_bytes(b"\x89PNG")
    done = textlint("check", "picture.png")
    assert done.status == 0
    assert "skipped: picture.png: no reader for .png files" in done.out


def test_a_named_file_that_is_excluded_is_not_an_error(textlint, article, work) -> None:
    (work / "textlint.toml").write_text('exclude = ["a.md"]\n')
    assert textlint("check", "a.md").status == 0


def test_isolated_ignores_the_configuration(textlint, article, work) -> None:
    (work / "textlint.toml").write_text('ignore = ["words"]\nselect = ["others/audited"]\n')
    assert textlint("check", "a.md").status == 0
    assert textlint("check", "a.md", "--isolated").status == 1


def test_a_named_configuration_is_the_only_one(textlint, article, work) -> None:
    (work / "textlint.toml").write_text("this is not TOML")
    (work / "other.toml").write_text('fail-on = "never"\n')
    assert textlint("check", "a.md", "--config", "other.toml").status == 0
    done = textlint("check", "a.md", "--config", "another.toml")
    assert done.status == 2
    assert "another.toml" in done.err
    assert textlint("check", "a.md", "--config", "other.toml", "--isolated").status == 2


def test_the_command_line_goes_before_the_file(textlint, article, work) -> None:
    (work / "textlint.toml").write_text('select = ["words/noted"]\nfail-on = "note"\n')
    assert textlint("check", "a.md").status == 1
    assert textlint("check", "a.md", "--fail-on", "warning").status == 0
    assert textlint("check", "a.md", "--select", "words/warned").status == 1
    done = textlint("check", "a.md", "--ignore", "words")
    assert done.status == 2  # nothing of the file's selection is left


def test_suppressed_findings_are_shown_on_request(textlint, work) -> None:
    text = "<!-- textlint: ignore[words/warned] a test -->\n\nA warnable text.\n"
    (work / "a.md").write_text(text)
    assert rules_of(textlint("check", "--format", "json").out) == []
    done = textlint("check", "--format", "json", "--show-suppressed")
    assert rules_of(done.out) == ["words/warned"]
    assert done.status == 0


def test_the_same_run_gives_the_same_bytes(textlint, article) -> None:
    for format_name in ("text", "json", "sarif"):
        first = textlint("check", "--format", format_name)
        assert textlint("check", "--format", format_name).out == first.out


def test_the_category_reaches_the_log(textlint, article) -> None:
    done = textlint("check", "--format", "sarif", "--sarif-category", "articles")
    log = json.loads(done.out)
    assert log["runs"][0]["automationDetails"]["id"].rstrip("/") == "articles"


def test_data_that_is_no_article_is_said_only_when_it_was_named(textlint, work) -> None:
    (work / "a.md").write_text("All is well.\n")
    (work / "package.json").write_text('{"name": "site", "version": "1.0"}')
    assert "package.json" not in textlint("check").out
    named = textlint("check", "package.json")
    assert named.status == 0
    assert "skipped: package.json: JSON without articles" in named.out


def test_an_export_that_is_cut_off_is_not_passed_over(textlint, work) -> None:
    (work / "ghost.json").write_text('{"db":[{"data":{"posts":[{"id":"1","html":"<p>The bri')
    done = textlint("check", ".")
    assert done.status == 3
    assert "ghost.json: line 1: From here on this is not JSON" in done.out


def test_a_text_field_that_no_record_has_is_an_error(textlint, work) -> None:
    (work / "a.jsonl").write_text('{"body": "A warnable text."}\n')
    done = textlint("check", "--text-field", "bodi")
    assert (done.status, done.out) == (2, "")
    assert '"bodi" is the text of no record: a.jsonl' in done.err
    assert textlint("check", "--text-field", "body").status == 1

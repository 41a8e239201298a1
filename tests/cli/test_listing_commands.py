"""`textlint rules`, `explain` and `plugins`."""

import json


def test_rules_lists_id_severity_profile_and_summary(textlint) -> None:
    done = textlint("rules")
    assert done.status == 0
    lines = done.out.splitlines()
    assert lines[0].split()[:3] == ["others/audited", "warning", "audit"]
    assert lines[1] == "words/noted     note     default  The word notable."
    assert lines[-1].startswith("5 rules;")


def test_rules_can_be_filtered(textlint) -> None:
    def ids(*arguments: str) -> list[str]:
        log = json.loads(textlint("rules", "--format", "json", *arguments).out)
        return [rule["id"] for rule in log["rules"]]

    assert ids("--family", "others") == ["others/audited"]
    assert "others/audited" not in ids("--profile", "strict")
    assert "words/strict" in ids("--profile", "strict")
    assert len(ids("--family", "words,others")) == 5


def test_rules_as_json_hold_everything_a_page_needs(textlint) -> None:
    log = json.loads(textlint("rules", "--format", "json", "--family", "words").out)
    assert log["version"] == 1
    rule = next(rule for rule in log["rules"] if rule["id"] == "words/warned")
    assert rule["severity"] == "warning"
    assert rule["plugin"] == "words"
    assert (rule["distribution"], rule["distribution_version"]) == ("textlint-words", "1.2")
    assert [option["key"] for option in rule["options"]] == ["at-least", "words"]
    assert rule["url"].startswith("https://")


def test_explain_takes_several_rules_and_families(textlint) -> None:
    done = textlint("explain", "words/noted", "others", "words/noted")
    assert done.status == 0
    assert done.out.count("words/noted\n") == 1
    assert done.out.startswith("words/noted\n")
    assert "others/audited\n" in done.out
    assert "words (textlint-words 1.2)" in done.out


def test_the_options_of_a_rule_are_explained(textlint) -> None:
    assert "at-least" in textlint("explain", "words/warned").out


def test_colours_are_used_when_forced(textlint, monkeypatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    for arguments in (["rules"], ["plugins"], ["explain", "words"]):
        assert "\x1b[" in textlint(*arguments).out


def test_no_plugin_at_all_is_said(textlint, site) -> None:
    for folder in site.glob("*.dist-info"):
        (folder / "entry_points.txt").unlink()
    assert textlint("plugins").out == "no plugin is installed\n"
    done = textlint("check")
    assert done.status == 2
    assert "no rule is installed" in done.err

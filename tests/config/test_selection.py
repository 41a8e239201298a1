"""Which rules run on which file."""

from pathlib import Path

import pytest

from textlint.config import Config, PerPath, RuleSettings, Selection
from textlint.model import Severity

ROOT = Path("/site")


def names(config: Config, rules, path: str = "a.md") -> list[str]:
    return [active.rule.id for active in config.active_rules(rules, path)]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), ["footer/read-more", "persona/conflicting-roles"]),
        (
            Selection(profile="strict"),
            ["footer/read-more", "persona/conflicting-roles", "persona/intrusion"],
        ),
        (Selection(select=("persona",)), ["persona/conflicting-roles"]),
        (
            Selection(select=("persona",), profile="audit"),
            ["persona/conflicting-roles", "persona/intrusion"],
        ),
        (Selection(select=("readability/outlier",)), ["readability/outlier"]),
        (Selection(select=("readability",)), []),
        (Selection(ignore=("persona",)), ["footer/read-more"]),
        (Selection(ignore=("footer/read-more",)), ["persona/conflicting-roles"]),
        # An id counts for more than a family, ignoring for more than selecting.
        (
            Selection(select=("persona/intrusion", "footer"), ignore=("persona",)),
            ["footer/read-more", "persona/intrusion"],
        ),
        (Selection(select=("persona",), ignore=("persona/conflicting-roles",)), []),
        (Selection(select=("footer/read-more",), ignore=("footer/read-more",)), []),
        (Selection(select=("footer",), ignore=("footer",)), []),
        # What was taken away later is away.
        (Selection(select=("footer/read-more",), without=("footer",)), []),
    ],
)
def test_selection(rules, selection: Selection, expected: list[str]) -> None:
    assert sorted(rule.id for rule in rules if selection.includes(rule)) == expected


def test_tables_per_path_change_what_runs_there(rules) -> None:
    config = Config(
        None,
        ROOT,
        per_path=(
            PerPath(("legacy/",), ignore=("footer",)),
            PerPath(("*.txt",), profile="audit"),
            PerPath(("legacy/persona/*.md",), select=("persona",)),
        ),
    )
    default = ["footer/read-more", "persona/conflicting-roles"]
    assert names(config, rules, "a.md") == default
    assert names(config, rules, "legacy/a.md") == ["persona/conflicting-roles"]
    assert names(config, rules, "deep/legacy/x/a.md") == ["persona/conflicting-roles"]
    assert "readability/outlier" in names(config, rules, "deep/a.txt")
    assert names(config, rules, "legacy/a.txt") == [
        "persona/conflicting-roles",
        "persona/intrusion",
        "readability/outlier",
    ]
    assert names(config, rules, "legacy/persona/a.md") == ["persona/conflicting-roles"]


def test_the_last_table_that_matches_wins(rules) -> None:
    config = Config(
        None,
        ROOT,
        per_path=(
            PerPath(("*.md",), select=("footer",), profile="audit"),
            PerPath(("a.md",), select=("persona",), profile="default"),
        ),
    )
    assert names(config, rules, "a.md") == ["persona/conflicting-roles"]
    assert names(config, rules, "b.md") == ["footer/read-more"]


def test_a_table_that_selects_starts_anew_and_one_that_ignores_takes_away(rules) -> None:
    config = Config(
        None,
        ROOT,
        select=("footer/read-more", "persona/intrusion"),
        ignore=("persona/conflicting-roles",),
        per_path=(
            PerPath(("a/",), ignore=("persona",)),
            PerPath(("b/",), select=("persona",)),
            PerPath(("b/c/",), ignore=("persona",)),
        ),
    )
    assert names(config, rules, "x.md") == ["footer/read-more", "persona/intrusion"]
    assert names(config, rules, "a/x.md") == ["footer/read-more"]
    assert names(config, rules, "b/x.md") == ["persona/conflicting-roles"]
    assert names(config, rules, "b/c/x.md") == []
    assert names(config, rules, "a/b/x.md") == ["persona/conflicting-roles"]


def test_equal_files_share_one_list(rules) -> None:
    config = Config(None, ROOT, per_path=(PerPath(("b/",), ignore=("footer",)),))
    assert config.active_rules(rules, "a/1.md") is config.active_rules(rules, "c/2.md")
    assert config.active_rules(rules, "b/1.md") is config.active_rules(rules, "b/2.md")
    assert config.active_rules(rules, "a/1.md") is not config.active_rules(rules, "b/1.md")


def test_paths_are_seen_from_the_root(rules) -> None:
    config = Config(
        None, ROOT, prefix="content/news", per_path=(PerPath(("/content/b/",), ignore=("footer",)),)
    )
    assert config.from_root("../b/1.md") == "content/b/1.md"
    assert names(config, rules, "../b/1.md") == ["persona/conflicting-roles"]
    assert len(names(config, rules, "b/1.md")) == 2
    # Above the root, no pattern of the file is meant.
    everywhere = Config(None, ROOT, prefix="x", per_path=(PerPath(("*.md",), ignore=("footer",)),))
    assert len(names(everywhere, rules, "../../other/1.md")) == 2


def test_the_command_line_is_final_about_what_it_selects(rules) -> None:
    table = PerPath(("*.md",), select=("persona",), ignore=("footer/read-more",), profile="audit")
    config = Config(None, ROOT, select=("readability",), ignore=("persona",), per_path=(table,))
    overridden = config.overridden(select=("footer", "persona"), profile="default")
    assert names(overridden, rules, "a.txt") == ["footer/read-more", "persona/conflicting-roles"]
    # What is ignored for a path stays ignored there.
    assert names(overridden, rules, "a.md") == ["persona/conflicting-roles"]


def test_ignoring_on_the_command_line_takes_away_from_the_file(rules) -> None:
    config = Config(None, ROOT, ignore=("persona",)).overridden(ignore=("footer",))
    assert names(config, rules) == []
    # It was typed just now, so it counts for more than an id or a table in the file.
    config = Config(
        None,
        ROOT,
        select=("footer/read-more", "persona"),
        per_path=(PerPath(("*.md",), select=("footer/read-more",)),),
    ).overridden(ignore=("footer",))
    assert names(config, rules, "a.md") == []
    assert names(config, rules, "a.txt") == ["persona/conflicting-roles"]
    assert len(config.every_active_rule(rules)) == 1


def test_severity_and_options_reach_the_rule(rules) -> None:
    options = rules[2].options(at_least=4)
    settings = {"footer/read-more": RuleSettings(Severity.NOTE, options)}
    active = {a.rule.id: a for a in Config(None, ROOT, rules=settings).active_rules(rules, "a.md")}
    assert active["footer/read-more"].severity is Severity.NOTE
    assert active["footer/read-more"].options == options
    assert active["persona/conflicting-roles"].severity is None
    assert active["persona/conflicting-roles"].options == rules[0].options()


def test_every_rule_that_could_run_somewhere_is_known(rules) -> None:
    config = Config(
        None,
        ROOT,
        select=("footer",),
        per_path=(
            PerPath(("a/",), select=("readability",)),
            PerPath(("b/",), profile="audit"),
        ),
    )
    # A file could lie below both a/ and b/.
    known = [active.rule.id for active in config.every_active_rule(rules)]
    assert known == ["footer/read-more", "readability/outlier"]

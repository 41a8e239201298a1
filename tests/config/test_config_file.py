"""Finding the configuration file, reading it, and saying where in it something is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from textlint.config import Config, ConfigError
from textlint.config_file import load_config
from textlint.config_search import find_config
from textlint.model import Severity


@pytest.fixture
def top(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return tmp_path


def load(top: Path, rules, text: str, **settings) -> Config:
    (top / "textlint.toml").write_text(text, encoding="utf-8")
    return load_config(top, rules, **settings)


FULL = """\
select = ["persona", "footer/read-more"]
ignore = ["persona/intrusion"]
profile = "strict"
fail-on = "error"
exclude = ["drafts/", "*.bak.md"]
respect-gitignore = false

[rules."footer/read-more"]
severity = "note"
at-least = 2
words = ["continue"]

[[per-path]]
paths = ["legacy/"]
ignore = ["footer"]

[[per-path]]
paths = ["*.txt", "!keep.txt"]
select = ["readability/outlier"]
profile = "audit"
"""


def test_everything_that_a_file_can_say(top, rules) -> None:
    config = load(top, rules, FULL)
    assert config.path == top / "textlint.toml"
    assert config.root == top
    assert config.select == ("persona", "footer/read-more")
    assert config.ignore == ("persona/intrusion",)
    assert config.profile == "strict"
    assert config.fail_on is Severity.ERROR
    assert config.exclude == ("drafts/", "*.bak.md")
    assert config.respect_gitignore is False
    settings = config.rules["footer/read-more"]
    assert settings.severity is Severity.NOTE
    assert settings.options.at_least == 2
    assert settings.options.words == ("continue",)
    assert config.per_path[0].globs == ("legacy/",)
    assert config.per_path[1].matches("a/b.txt")
    assert not config.per_path[1].matches("a/keep.txt")
    assert config.per_path[1].profile == "audit"


def test_an_empty_file_is_the_defaults(top, rules) -> None:
    config = load(top, rules, "")
    defaults = Config.defaults(top)
    assert (config.profile, config.fail_on, config.exclude, config.respect_gitignore) == (
        defaults.profile,
        defaults.fail_on,
        defaults.exclude,
        defaults.respect_gitignore,
    )
    assert (defaults.profile, defaults.fail_on) == ("default", Severity.WARNING)


def test_never_failing(top, rules) -> None:
    assert load(top, rules, 'fail-on = "never"').fail_on is None


def test_pyproject_holds_the_same_keys_in_its_table(top, rules) -> None:
    text = '[project]\nname = "x"\n\n[tool.textlint]\nselect = ["footer"]\n'
    text += '[[tool.textlint.per-path]]\npaths = ["a/"]\nignore = ["footr"]\n'
    (top / "pyproject.toml").write_text(text)
    with pytest.raises(ConfigError) as raised:
        load_config(top, rules)
    said = 'pyproject.toml:8: there is no rule or family "footr"; did you mean "footer"?'
    assert str(raised.value) == said
    (top / "pyproject.toml").write_text(text.replace("footr", "footer"))
    assert load_config(top, rules).select == ("footer",)


class TestFinding:
    def test_the_nearest_file_counts_and_nothing_is_merged(self, top, rules) -> None:
        (top / "textlint.toml").write_text('ignore = ["footer"]\n')
        inner = top / "content" / "news"
        inner.mkdir(parents=True)
        assert find_config(inner) == top / "textlint.toml"
        (top / "content" / "pyproject.toml").write_text("[tool.textlint]\nselect = ['persona']\n")
        config = load_config(inner, rules)
        assert config.path == top / "content" / "pyproject.toml"
        assert config.root == top / "content"
        assert config.prefix == "news"
        assert config.ignore == ()

    def test_the_own_file_goes_before_pyproject(self, top) -> None:
        (top / "pyproject.toml").write_text("[tool.textlint]\n")
        (top / "textlint.toml").write_text("")
        assert find_config(top) == top / "textlint.toml"

    def test_a_pyproject_without_the_table_is_passed_by(self, top) -> None:
        (top / "textlint.toml").write_text("")
        inner = top / "inner"
        inner.mkdir()
        for text in ("[tool.black]\n", "# textlint\n", "not TOML: textlint", "tool = 'textlint'\n"):
            (inner / "pyproject.toml").write_text(text)
            assert find_config(inner) == top / "textlint.toml", text

    def test_a_broken_pyproject_with_the_table_is_ours(self, top, rules) -> None:
        (top / "pyproject.toml").write_text("[tool.textlint]\n\nselect = [\n")
        with pytest.raises(ConfigError, match=r"^pyproject\.toml:4: this is not TOML"):
            load_config(top, rules)

    def test_a_table_that_is_none_is_said(self, top, rules) -> None:
        (top / "pyproject.toml").write_text("[tool]\ntextlint = 3\n")
        with pytest.raises(ConfigError, match=r"there is no table \[tool\.textlint\] in it"):
            load_config(top, rules)

    def test_the_search_ends_at_a_folder_that_may_not_be_looked_into(
        self, top, monkeypatch
    ) -> None:
        (top / "textlint.toml").write_text("")
        inner = top / "inner"
        inner.mkdir()
        is_file = Path.is_file

        def refuse(path: Path) -> bool:
            if path.parent == top:
                raise PermissionError(13, "Permission denied")
            return is_file(path)

        monkeypatch.setattr(Path, "is_file", refuse)
        assert find_config(inner) is None

    def test_a_file_above_is_named_relative_to_the_working_directory(self, top, rules) -> None:
        (top / "textlint.toml").write_text("slect = []\n")
        (top / "inner").mkdir()
        with pytest.raises(ConfigError, match=r"^\.\./textlint\.toml:1: "):
            load_config(top / "inner", rules)

    def test_the_search_ends_at_the_top_of_the_repository(self, tmp_path) -> None:
        (tmp_path / "textlint.toml").write_text("")
        repository = tmp_path / "repository"
        (repository / "content").mkdir(parents=True)
        assert find_config(repository / "content") == tmp_path / "textlint.toml"
        (repository / ".git").write_text("gitdir: elsewhere\n")  # a worktree has a file
        assert find_config(repository / "content") is None

    def test_isolated_looks_at_no_file(self, top, rules) -> None:
        assert load(top, rules, "not TOML", isolated=True) == Config.defaults(top)

    def test_patterns_of_a_named_file_are_relative_to_the_working_directory(
        self, top, rules
    ) -> None:
        folder = top / "settings"
        folder.mkdir()
        (folder / "strict.toml").write_text('profile = "strict"\n')
        config = load_config(top, rules, file=folder / "strict.toml")
        assert (config.profile, config.root, config.prefix) == ("strict", top, "")

    def test_a_named_pyproject_needs_the_table(self, top, rules) -> None:
        (top / "pyproject.toml").write_text("[project]\n")
        with pytest.raises(ConfigError, match=r"there is no table \[tool.textlint\]"):
            load_config(top, rules, file=top / "pyproject.toml")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a = 1\nselect = [\n", 3, "this is not TOML"),
        ('select = ["footer"]\nselect = []\n', 2, "this is not TOML"),
        ("\nslect = []\n", 2, 'there is no key "slect" here; did you mean "select"?'),
        ("xyz = 1\n", 1, "the keys are select, ignore, profile, fail-on, exclude"),
        ("fail_on = 'note'\n", 1, 'did you mean "fail-on"?'),
        ("[[phrase]]\nname = 'x'\n", 1, 'there is no key "phrase" here'),
        ("select = 'footer'\n", 1, '"select" must be a list, not the text "footer"'),
        ('select = [\n  "footer",\n  "persna",\n]\n', 3, 'did you mean "persona"?'),
        ('ignore = ["conflicting-role"]\n', 1, 'did you mean "persona/conflicting-roles"?'),
        ("ignore = [1]\n", 1, '"ignore" holds texts, not the number 1'),
        ("\nprofile = 'strickt'\n", 2, '"profile" cannot be "strickt"; did you mean "strict"?'),
        ("profile = 3\n", 1, '"profile" must be a text, not the number 3'),
        ("fail-on = 'never ever'\n", 1, '"fail-on" cannot be "never ever"'),
        ("fail-on = 'fatal'\n", 1, "it is one of note, warning, error, never"),
        ("respect-gitignore = 'yes'\n", 1, "must be true or false"),
        ("exclude = ['a', '!']\n", 1, '"!" is not a pattern'),
        ("exclude = [\n'a',\n'[z-a]']\n", 3, '"[z-a]" is not a pattern'),
        ("[[per-path]]\npaths = ['x[z-a]']\n", 2, '"x[z-a]" is not a pattern'),
        ("\n[tool.textlint]\nignore = []\n", 2, "those of this file do not"),
        (
            "[rules.footer]\nseverity = 'note'\n",
            1,
            '"footer" is a family, and settings are those of',
        ),
        ("[collection]\n\nroot = 'nowhere'\n", 3, '"root": there is no folder "nowhere"'),
        (
            "[[phrases]]\nid = 'a/b'\nphrases = ['c']\nmessage = 'No {phrse}.'\n",
            4,
            '"message" holds "{phrse}": what it may hold in braces is "{phrase}"',
        ),
        ("rules = 1\n", 1, '"rules" must be a table'),
        ("\n[rules.'footer/read-mor']\n", 2, 'no rule "footer/read-mor"; did you mean'),
        ("[rules]\n'footer/read-more' = 'off'\n", 2, "must be a table"),
        ("[rules.'footer/read-more']\nseverity = 'fatal'\n", 2, "it is one of note, warning"),
        ("[rules.'footer/read-more']\n\nseverity = 'off'\n", 3, 'put its id into "ignore"'),
        ("[rules.'footer/read-more']\natleast = 1\n", 2, 'did you mean "at-least"?'),
        ("[rules.'footer/read-more']\nname='x'\nat-least = 0\n", 3, "must be 1 or more"),
        ("rules = {'footer/read-more' = {at-least = '1'}}\n", 1, "must be a whole number"),
        ("[per-path]\npaths = ['a']\n", 1, "must be an array of tables, [[per-path]]"),
        ("[[per-path]]\npaths = []\n", 2, '"paths" must name at least one pattern'),
        ("[[per-path]]\nignore = ['footer']\n", 1, '"paths" must name at least one pattern'),
        ("[[per-path]]\npaths = ['a']\n[[per-path]]\npath = ['b']\n", 4, 'did you mean "paths"?'),
        ("[[per-path]]\npaths = ['a']\nprofile = 'audits'\n", 3, 'did you mean "audit"?'),
        ("[[per-path]]\npaths = ['a']\nselect = ['foter']\n", 3, 'did you mean "footer"?'),
    ],
)
def test_what_is_wrong_is_said_with_its_line(top, rules, text, line, said) -> None:
    with pytest.raises(ConfigError) as raised:
        load(top, rules, text)
    message = str(raised.value)
    assert message.startswith(f"textlint.toml:{line}: ")
    assert said in message


def test_a_file_that_is_not_text_is_said(top, rules) -> None:
    (top / "textlint.toml").write_bytes(b"select = ['\xff']\n")
    with pytest.raises(ConfigError, match=r"textlint\.toml: cannot be read: it is not UTF-8"):
        load_config(top, rules)


def test_a_byte_order_mark_is_no_mistake(top, rules) -> None:
    assert load(top, rules, "\ufeffselect = ['footer']\n").select == ("footer",)


def test_nesting_without_end_is_said(top, rules) -> None:
    with pytest.raises(ConfigError, match="nested too deeply"):
        load(top, rules, "select = " + "[" * 100_000)


def test_unknown_rules_may_belong_to_a_plugin_that_did_not_load(top, rules) -> None:
    text = 'select = ["footer", "spun"]\n[rules."spun/spintax"]\nseverity = "note"\n'
    config = load(top, rules, text, plugins_missing=True)
    assert [problem.kind for problem in config.problems] == ["config", "config"]
    assert config.problems[0].message.startswith(
        'textlint.toml:1: there is no rule or family "spun"'
    )
    assert config.problems[1].message.startswith('textlint.toml:2: there is no rule "spun/spintax"')
    assert [active.rule.id for active in config.active_rules(rules, "a.md")] == ["footer/read-more"]

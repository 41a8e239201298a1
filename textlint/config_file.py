"""Reading the configuration file, with the line of everything that is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from textlint import toml_lines
from textlint.config import Config, ConfigError, PerPath, RuleSettings
from textlint.config_search import PYPROJECT, PYPROJECT_TABLE, find_config, table_of
from textlint.escaping import shown_path
from textlint.files import why
from textlint.model import Problem, Severity
from textlint.rule import PROFILES, Profile, Rule
from textlint.rule_options import OptionError, describe, make_options
from textlint.spelling import nearest

if TYPE_CHECKING:
    from textlint.own_phrases import OwnPhrases

KEYS = (
    "select",
    "ignore",
    "profile",
    "fail-on",
    "exclude",
    "respect-gitignore",
    "text-field",
    "collection",
    "baseline",
    "rules",
    "per-path",
    "phrases",
)
COLLECTION_KEYS = ("root",)
PER_PATH_KEYS = ("paths", "select", "ignore", "profile")
PHRASES_KEYS = (
    "id",
    "phrases",
    "message",
    "suggestion",
    "severity",
    "whole-words",
    "match-case",
    "except",
    "explain",
)
SEVERITIES = tuple(severity.label for severity in Severity)
FAIL_ON = (*SEVERITIES, "never")

T = TypeVar("T")


def load_config(
    cwd: Path,
    rules: Sequence[Rule],
    *,
    file: Path | None = None,
    isolated: bool = False,
    plugins_missing: bool = False,
) -> Config:
    """Return the settings for a run in `cwd`; raise `ConfigError` for anything that is wrong.

    `file` is the one named on the command line: its patterns are relative to `cwd`, those of a
    file that was found to its directory. With `plugins_missing`, an unknown rule may be one of a
    plugin that did not load: it becomes a problem of the run and does not end it.
    """
    path = file or (None if isolated else find_config(cwd))
    if path is None:
        return Config.defaults(cwd)
    if file is None:
        root = path.parent
        prefix = cwd.relative_to(root).as_posix()
    else:
        root, prefix = cwd, ""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = why(error) if isinstance(error, OSError) else "it is not UTF-8"
        raise ConfigError(f"{shown_path(path, cwd)}: cannot be read: {reason}") from None
    data = _parse(text, shown_path(path, cwd))
    prefix_keys = PYPROJECT_TABLE if path.name == PYPROJECT else ()
    table = table_of(data, prefix_keys)
    if table is None:
        raise ConfigError(f"{shown_path(path, cwd)}: there is no table [tool.textlint] in it")
    reader = _FileReader(
        shown_path(path, cwd),
        text,
        root,
        prefix_keys,
        rules=rules,
        plugins_missing=plugins_missing,
    )
    values = reader.settings(table)
    return Config(path=path, root=root, prefix="" if prefix == "." else prefix, **values)


def check_names(
    names: Iterable[str], rules: Iterable[Rule], option: str, *, plugins_missing: bool = False
) -> list[Problem]:
    """Look up the rules and families given to a command-line option.

    Raises `ConfigError` for an unknown one, or returns it as a problem when it may be of a plugin
    that did not load.
    """
    known = _names_of(rules)
    problems = []
    for name in names:
        if name not in known:
            text = f'{option}: there is no rule or family "{name}"{nearest(name, known)}'
            if not plugins_missing:
                raise ConfigError(text)
            problems.append(Problem("config", f"{text} (a plugin did not load)"))
    return problems


def _names_of(rules: Iterable[Rule]) -> frozenset[str]:
    return frozenset(name for rule in rules for name in (rule.id, rule.family))


def _parse(text: str, name: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # The place is only in the message, as "(at line 3, column 5)".
        message, _, place = str(error).partition(" (at ")
        words = place.rstrip(")").replace(",", "").split()
        line = words[1] if words[:1] == ["line"] else str(text.count("\n") + 1)
        raise ConfigError(f"{name}:{line}: this is not TOML: {message}") from None
    except RecursionError:
        raise ConfigError(f"{name}: it is nested too deeply") from None


class _FileReader:
    """Turns the parsed tables of one file into the values of a `Config`.

    `root` is what paths in the file are relative to.
    """

    def __init__(
        self,
        name: str,
        text: str,
        root: Path,
        prefix: toml_lines.Path,
        *,
        rules: Sequence[Rule],
        plugins_missing: bool,
    ) -> None:
        self.name = name
        self.text = text
        self.root = root
        self.prefix = prefix
        self.rules = rules
        self.plugins_missing = plugins_missing
        self.problems: list[Problem] = []

    def settings(self, table: Mapping[str, Any]) -> dict[str, Any]:
        self._known_keys(table, KEYS, ())
        values: dict[str, Any] = {}

        def take(key: str, read: Callable[[Any, toml_lines.Path], Any]) -> None:
            if key in table:
                values[key.replace("-", "_")] = read(table[key], (key,))

        if "phrases" in table:  # first: the other keys may name these rules
            rules = self._own_rules(table["phrases"], ("phrases",))
            self.rules = [*self.rules, *rules]
            values["own_rules"] = tuple(rules)
        take("select", self._rule_names)
        take("ignore", self._rule_names)
        take("profile", self._profile)
        take("fail-on", self._fail_on)
        take("exclude", self._globs)
        take("respect-gitignore", lambda value, at: self._of_type(value, bool, "true or false", at))
        take("text-field", lambda value, at: self._of_type(value, str, "a text", at))
        take("collection", self._collection)
        values["collection_root"] = values.pop("collection", None)
        take("baseline", lambda value, at: self._of_type(value, str, "a file name", at))
        take("rules", self._rules)
        take("per-path", self._per_path)
        return {**values, "problems": tuple(self.problems)}

    def _error(self, message: str, at: toml_lines.Path) -> ConfigError:
        line = toml_lines.line_of(self.text, (*self.prefix, *at))
        return ConfigError(f"{self.name}:{line or 1}: {message}")

    def _known_keys(
        self, table: Mapping[str, Any], known: Sequence[str], at: toml_lines.Path
    ) -> None:
        for key in table:
            if key == PYPROJECT_TABLE[0] and not at and not self.prefix:
                text = (
                    f"the tables of {PYPROJECT} begin with tool.textlint, those of this file do not"
                )
                raise self._error(text, (key,))
            if key not in known:
                hint = nearest(key, known) or f"; the keys are {', '.join(known)}"
                raise self._error(f'there is no key "{key}" here{hint}', (*at, key))

    def _of_type(self, value: Any, kind: type[T], wanted: str, at: toml_lines.Path) -> T:
        if not isinstance(value, kind):
            raise self._error(f'"{at[-1]}" must be {wanted}, not {describe(value)}', at)
        return value

    def _one_of(self, value: Any, known: Sequence[str], at: toml_lines.Path) -> str:
        word = self._of_type(value, str, "a text", at)
        if word not in known:
            hint = nearest(word, known) or f"; it is one of {', '.join(known)}"
            raise self._error(f'"{at[-1]}" cannot be "{word}"{hint}', at)
        return word

    def _profile(self, value: Any, at: toml_lines.Path) -> Profile:
        word = self._one_of(value, PROFILES, at)
        return PROFILES[PROFILES.index(word)]

    def _fail_on(self, value: Any, at: toml_lines.Path) -> Severity | None:
        word = self._one_of(value, FAIL_ON, at)
        return None if word == "never" else Severity.parse(word)

    def _words(self, value: Any, at: toml_lines.Path) -> tuple[str, ...]:
        items = self._of_type(value, list, "a list", at)
        for number, item in enumerate(items):
            if not isinstance(item, str):
                where = (*at, number)
                raise self._error(f'"{at[-1]}" holds texts, not {describe(item)}', where)
        return tuple(items)

    def _collection(self, value: Any, at: toml_lines.Path) -> str | None:
        table = self._of_type(value, dict, "a table", at)
        self._known_keys(table, COLLECTION_KEYS, at)
        if "root" not in table:
            return None
        root = self._of_type(table["root"], str, "a text", (*at, "root"))
        if root.startswith(("/", "~")) or ".." in root.split("/") or not root:
            raise self._error('"root" must be a folder beside or below this file', (*at, "root"))
        if not (self.root / root).is_dir():
            raise self._error(f'"root": there is no folder "{root}"', (*at, "root"))
        return root

    def _globs(self, value: Any, at: toml_lines.Path) -> tuple[str, ...]:
        from textlint.ignorefiles import compile_pattern

        globs = self._words(value, at)
        for number, glob in enumerate(globs):
            try:
                compile_pattern(glob)
            except ValueError:
                raise self._error(f'"{glob}" is not a pattern', (*at, number)) from None
        return globs

    def _rule_names(self, value: Any, at: toml_lines.Path) -> tuple[str, ...]:
        names = self._words(value, at)
        known = _names_of(self.rules)
        for number, name in enumerate(names):
            if name not in known:
                self._unknown_rule(f'rule or family "{name}"', name, known, (*at, number))
        return names

    def _unknown_rule(
        self, what: str, name: str, known: Iterable[str], at: toml_lines.Path
    ) -> None:
        error = self._error(f"there is no {what}{nearest(name, known)}", at)
        if not self.plugins_missing:
            raise error
        self.problems.append(Problem("config", f"{error} (a plugin did not load)"))

    def _rules(self, value: Any, at: toml_lines.Path) -> dict[str, RuleSettings]:
        by_id = {rule.id: rule for rule in self.rules}
        settings: dict[str, RuleSettings] = {}
        for rule_id, table in self._of_type(value, dict, "a table", at).items():
            place = (*at, rule_id)
            if rule_id not in by_id:
                member = next((id for id in sorted(by_id) if id.startswith(f"{rule_id}/")), None)
                if member is not None:
                    raise self._error(
                        f'"{rule_id}" is a family, and settings are those of a rule, such as "{member}"',
                        place,
                    )
                self._unknown_rule(f'rule "{rule_id}"', rule_id, by_id, place)
                continue
            self._of_type(table, dict, "a table", place)
            settings[rule_id] = self._rule(by_id[rule_id], dict(table), place)
        return settings

    def _rule(self, rule: Rule, table: dict[str, Any], at: toml_lines.Path) -> RuleSettings:
        severity = None
        if "severity" in table:
            place = (*at, "severity")
            word = table.pop("severity")
            if word in ("off", "none", False):
                raise self._error('to switch a rule off, put its id into "ignore"', place)
            severity = Severity.parse(self._one_of(word, SEVERITIES, place))
        try:
            options = make_options(rule, table) if table else None
        except OptionError as error:
            raise self._error(str(error), at if error.key is None else (*at, error.key)) from None
        return RuleSettings(severity, options)

    def _per_path(self, value: Any, at: toml_lines.Path) -> tuple[PerPath, ...]:
        tables = self._of_type(value, list, "an array of tables, [[per-path]]", at)
        return tuple(self._one_per_path(table, (*at, n)) for n, table in enumerate(tables))

    def _one_per_path(self, table: Any, at: toml_lines.Path) -> PerPath:
        self._of_type(table, dict, "a table", at)
        self._known_keys(table, PER_PATH_KEYS, at)
        globs = self._globs(table.get("paths", []), (*at, "paths"))
        if not globs:
            raise self._error('"paths" must name at least one pattern', (*at, "paths"))
        return PerPath(
            globs,
            select=self._rule_names(table.get("select", []), (*at, "select")),
            ignore=self._rule_names(table.get("ignore", []), (*at, "ignore")),
            profile=self._profile(table["profile"], (*at, "profile"))
            if "profile" in table
            else None,
        )

    def _own_rules(self, value: Any, at: toml_lines.Path) -> list[Rule]:
        from textlint.own_phrases import own_rules

        tables = self._of_type(value, list, "an array of tables, [[phrases]]", at)
        known = {rule.id for rule in self.rules}
        read: list[OwnPhrases] = []
        for number, table in enumerate(tables):
            place = (*at, number)
            phrases = self._own_phrases(table, place)
            if phrases.id in known:
                text = f'there is a rule "{phrases.id}" already: "id" must be one of your own'
                raise self._error(text, (*place, "id"))
            try:
                own_rules([phrases])
            except ValueError as error:
                raise self._error(str(error), (*place, "id")) from None
            read.append(phrases)
        return own_rules(read)

    def _own_phrases(self, table: Any, at: toml_lines.Path) -> OwnPhrases:
        from textlint.own_phrases import OwnPhrases

        self._of_type(table, dict, "a table", at)
        self._known_keys(table, PHRASES_KEYS, at)
        for key in ("id", "phrases"):
            if key not in table:
                raise self._error(f'a table [[phrases]] needs the key "{key}"', at)

        def text(key: str) -> str:
            return self._of_type(table.get(key, ""), str, "a text", (*at, key))

        def flag(key: str, default: bool) -> bool:
            return self._of_type(table.get(key, default), bool, "true or false", (*at, key))

        for name in re.findall(r"\{([\w-]*)\}", text("message")):
            if name != "phrase":
                hint = 'what it may hold in braces is "{phrase}"'
                raise self._error(f'"message" holds "{{{name}}}": {hint}', (*at, "message"))
        severity = self._one_of(table.get("severity", "warning"), SEVERITIES, (*at, "severity"))
        return OwnPhrases(
            id=text("id"),
            phrases=self._phrase_list(table["phrases"], (*at, "phrases")),
            message=text("message"),
            suggestion=text("suggestion") if "suggestion" in table else None,
            severity=Severity.parse(severity),
            whole_words=flag("whole-words", True),
            match_case=flag("match-case", False),
            exceptions=self._phrase_list(table["except"], (*at, "except"))
            if "except" in table
            else (),
            explain=text("explain"),
        )

    def _phrase_list(self, value: Any, at: toml_lines.Path) -> tuple[str, ...]:
        from textlint.own_phrases import folded

        phrases = self._words(value, at)
        if not phrases:
            raise self._error(f'"{at[-1]}" must hold at least one phrase', at)
        for number, phrase in enumerate(phrases):
            if not folded(phrase) or "\x00" in phrase:
                raise self._error(f'"{at[-1]}" holds a phrase that is empty', (*at, number))
        return phrases

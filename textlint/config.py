"""What a run is to check and how strictly: the settings, and which rules they give each file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from textlint.engine import ActiveRule
from textlint.model import Problem, Severity
from textlint.rule import PROFILES, Profile, Rule

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class ConfigError(Exception):
    """A setting that cannot be meant; the message names file, line and the nearest valid name."""


class RuleSettings(NamedTuple):
    """What `[rules."family/name"]` says; None where it says nothing."""

    severity: Severity | None = None
    options: Any = None


@dataclass(frozen=True)
class PerPath:
    """One `[[per-path]]` table. `globs` are written as in .gitignore, relative to `Config.root`.

    For the files that match, `select` starts anew (when it is not empty), `ignore` without it takes
    away from what would run, and `profile` takes the place of the general one.
    """

    globs: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: Profile | None = None

    @cached_property
    def spec(self) -> GitIgnoreSpec:
        from textlint.ignorefiles import compile_patterns

        return compile_patterns(self.globs)

    def matches(self, path: str) -> bool:
        """Say whether the path, relative to the root with '/' separators, is meant."""
        return self.spec.match_file(path)


class Selection(NamedTuple):
    """Which rules run: names are rule ids and families.

    Without `select` the profile decides. A selected family gives those of its rules that the
    profile includes, a selected id gives its rule in any profile. `ignore` takes away; a rule's id
    counts for more than its family, so a family can be ignored but for one rule. `without` takes
    away whatever was selected: it was said later, by somebody who knew the selection.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: Profile = "default"
    without: tuple[str, ...] = ()

    def includes(self, rule: Rule) -> bool:
        if _closeness(rule, self.without):
            return False
        wanted = _closeness(rule, self.select)
        unwanted = _closeness(rule, self.ignore)
        if unwanted and unwanted >= wanted:
            return False
        if wanted == _BY_ID:
            return True
        in_profile = PROFILES.index(rule.profile) <= PROFILES.index(self.profile)
        return in_profile and (wanted == _BY_FAMILY or not self.select)


_BY_FAMILY, _BY_ID = 1, 2


def _way_back(prefix: str) -> str:
    """Return what leads from below `prefix` back up to where it starts ("a/b" → "../..")."""
    return "/".join(".." for part in prefix.split("/") if part not in ("", "."))


def _closeness(rule: Rule, names: tuple[str, ...]) -> int:
    return _BY_ID if rule.id in names else _BY_FAMILY if rule.family in names else 0


@dataclass(frozen=True)
class Config:
    """The settings of one run, from one file or none, and the command line's own.

    `path` is the configuration file. `root` is the directory that its patterns are relative to;
    `prefix` leads from there to the working directory, which reported paths are relative to.
    `fail_on` is the least severity that makes the run fail, None for never. `text_field` names the
    text of records. `collection_root` is the folder, relative to `root`, whose documents are
    compared; `baseline` is the file of accepted findings, relative to the root. `own_rules` are made
    of its `[[phrases]]`. `problems` are doubts that do not stop the run: names that a plugin may have
    had that did not load.
    """

    path: Path | None
    root: Path
    prefix: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: Profile = "default"
    fail_on: Severity | None = Severity.WARNING
    exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    baseline: str | None = None
    rules: Mapping[str, RuleSettings] = field(default_factory=dict)
    per_path: tuple[PerPath, ...] = ()
    text_field: str | None = None
    own_rules: tuple[Rule, ...] = ()
    problems: tuple[Problem, ...] = ()
    collection_root: str | None = None
    # From the command line: no `[[per-path]]` table may widen them in this run.
    without: tuple[str, ...] = ()
    select_is_final: bool = False
    profile_is_final: bool = False
    _active: dict[tuple[PerPath, ...], list[ActiveRule]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def defaults(cls, cwd: Path) -> Config:
        """Return the settings of a run without any configuration file."""
        return cls(path=None, root=cwd)

    def overridden(
        self,
        *,
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
        profile: Profile | None = None,
    ) -> Config:
        """Return the settings with those of the command line in their place.

        `select` starts anew, together with its `ignore`; `ignore` without it takes away from what
        the file selects.
        """
        return replace(
            self,
            select=select or self.select,
            ignore=ignore if select else self.ignore,
            profile=profile or self.profile,
            without=() if select else ignore,
            select_is_final=bool(select),
            profile_is_final=profile is not None,
        )

    def from_root(self, path: str) -> str:
        """Return a reported path relative to the root, as patterns are matched against it."""
        return posixpath.normpath(posixpath.join(self.prefix, path))

    def collection_folder(self) -> str | None:
        """Return the folder whose documents are compared, relative to the working directory."""
        if self.collection_root is None:
            return None
        return posixpath.normpath(posixpath.join(_way_back(self.prefix), self.collection_root))

    def active_rules(self, rules: Sequence[Rule], path: str) -> list[ActiveRule]:
        """Return the rules that run on the file reported as `path`, sorted by id.

        `rules` must be the same in every call. Files to which the same `[[per-path]]` tables apply
        get the identical list, so that the caller can keep one engine for each.
        """
        tables = self._tables_for(path)
        if tables not in self._active:
            selection = self.selection(tables)
            chosen = sorted(filter(selection.includes, rules), key=lambda rule: rule.id)
            self._active[tables] = [self._configured(rule) for rule in chosen]
        return self._active[tables]

    def every_active_rule(self, rules: Iterable[Rule]) -> list[ActiveRule]:
        """Return the rules that could run on some file, whichever `[[per-path]]` tables apply."""
        alone = [self.selection(()), *(self.selection((table,)) for table in self.per_path)]
        selections = [
            Selection(chosen.select, chosen.ignore, other.profile, self.without)
            for chosen in alone
            for other in alone
        ]
        found = [rule for rule in rules if any(s.includes(rule) for s in selections)]
        return [self._configured(rule) for rule in sorted(found, key=lambda rule: rule.id)]

    def selection(self, tables: Iterable[PerPath]) -> Selection:
        """Return the general selection as `[[per-path]]` tables change it, one after the other."""
        select, ignore, profile = self.select, self.ignore, self.profile
        without: tuple[str, ...] = ()
        for table in tables:
            if table.select and not self.select_is_final:
                select, ignore, without = table.select, table.ignore, ()
            else:
                without = (*without, *table.ignore)
            if table.profile is not None and not self.profile_is_final:
                profile = table.profile
        return Selection(select, ignore, profile, (*without, *self.without))

    def _tables_for(self, path: str) -> tuple[PerPath, ...]:
        if not self.per_path:
            return ()
        relative = self.from_root(path)
        if relative.startswith("../"):  # outside the root: no pattern of the file can mean it
            return ()
        return tuple(table for table in self.per_path if table.matches(relative))

    def _configured(self, rule: Rule) -> ActiveRule:
        settings = self.rules.get(rule.id, RuleSettings())
        options = rule.options() if settings.options is None else settings.options
        return ActiveRule(rule, options, settings.severity)

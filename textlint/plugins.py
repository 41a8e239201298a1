"""Finding, loading and classifying plugins, each guarded on its own."""

from __future__ import annotations

import contextlib
import dataclasses
import sys
import typing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import pluggy

from textlint import hookspecs
from textlint.document import Document
from textlint.engine import say
from textlint.installed import Point, point_of, points
from textlint.model import Problem
from textlint.readers import BUILT_IN as BUILT_IN_READERS
from textlint.readers import AnyReader, Reader, RecordReader
from textlint.rule import Rule
from textlint.spelling import nearest

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

HOOKS = tuple(name for name in vars(hookspecs) if name.startswith("textlint_"))

T = TypeVar("T")


class Plugin(NamedTuple):
    """An entry point of group `textlint`: what it is called, where it comes from, what it gave."""

    name: str
    distribution: str
    version: str
    rules: tuple[Rule, ...] = ()
    readers: tuple[AnyReader, ...] = ()
    reporters: tuple[Any, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def origin(self) -> str:
        return f"{self.distribution} {self.version}".strip()


@dataclass
class Host:
    """Every plugin that was found, and everything they contribute, in a fixed order."""

    plugins: list[Plugin] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    manager: pluggy.PluginManager | None = None

    @property
    def rules(self) -> list[Rule]:
        return sorted((r for p in self.plugins for r in p.rules), key=lambda rule: rule.id)

    @property
    def readers(self) -> list[AnyReader]:
        return [*BUILT_IN_READERS, *(r for p in self.plugins for r in p.readers)]

    @property
    def readers_by_suffix(self) -> dict[str, AnyReader]:
        """The reader of each suffix, in lower case; of several the first, so ours before others'."""
        return {suffix.lower(): r for r in reversed(self.readers) for suffix in r.suffixes}

    @property
    def reporters(self) -> list[Any]:
        return [r for p in self.plugins for r in p.reporters]

    def owner(self, rule_id: str) -> Plugin | None:
        """Return the plugin that contributed the rule."""
        return next((p for p in self.plugins for r in p.rules if r.id == rule_id), None)

    def detect_language(self, document: Document) -> str | None:
        """Ask the plugins in turn. Raises what a plugin raises: the engine guards the call."""
        if self.manager is None:
            return None
        answer: str | None = self.manager.hook.textlint_detect_language(document=document)
        return answer


def load_host(found: Iterable[EntryPoint] | None = None) -> Host:
    """Load all installed plugins. A plugin that fails becomes a problem and never an exception."""
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    host = Host(manager=manager)
    taken = _Taken()
    chosen = points(host.problems) if found is None else [point_of(entry) for entry in found]
    # What a plugin prints while it loads must not end up in the middle of a report.
    with contextlib.redirect_stdout(sys.stderr):
        for point in sorted(chosen, key=_order):
            plugin = _Loader(manager, point, taken).load()
            host.plugins.append(plugin)
            host.problems.extend(plugin.problems)
    return host


def _order(point: Point) -> tuple[str, str, str]:
    return (point.name, point.distribution, point.value)


class _Taken:
    """Names that plugins loaded so far have given, and who gave them."""

    def __init__(self) -> None:
        self.plugins: dict[str, str] = {}
        self.rules: dict[str, str] = {}
        self.formats: dict[str, str] = {}
        self.suffixes = {s: "textlint" for r in BUILT_IN_READERS for s in r.suffixes}


class _Loader:
    """Loads one entry point and notes everything that is wrong with it."""

    def __init__(self, manager: pluggy.PluginManager, point: Point, taken: _Taken) -> None:
        self._manager = manager
        self._point = point
        self._taken = taken
        self._distribution, self._version = point.distribution, point.version
        self._problems: list[Problem] = []

    def load(self) -> Plugin:
        parts: dict[str, Any] = {}
        if self._register():
            from textlint.report import Reporter

            parts["rules"] = tuple(self._rules(self._collect("textlint_rules", Rule)))
            parts["readers"] = tuple(
                self._readers(self._collect("textlint_readers", Reader, RecordReader))
            )
            reporters = self._collect("textlint_reporters", Reporter)
            parts["reporters"] = tuple(self._reporters(reporters))
        return Plugin(
            self._point.name,
            self._distribution,
            self._version,
            problems=tuple(self._problems),
            **parts,
        )

    def _problem(self, text: str) -> None:
        name = self._point.name
        origin = f"{self._distribution} {self._version}".strip()
        message = f"plugin {name} ({origin}): {text}"
        self._problems.append(Problem("plugin", message, plugin=name))

    def _guarded(self, what: str, call: Callable[[], T]) -> T | None:
        """Return `call()`, or None after noting what it raised: no plugin may end the program."""
        try:
            return call()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # SystemExit and friends of a plugin are its own problem
            self._problem(f"{what}: {say(error)}")
            return None

    def _register(self) -> bool:
        """Import the plugin and give it to pluggy; say whether its hooks can be called."""
        name = self._point.name
        origin = f"{self._distribution} {self._version}".strip()
        if name in self._taken.plugins:
            first = self._taken.plugins[name]
            self._problem(f'the name "{name}" is already taken by {first}; not loaded')
            return False
        self._taken.plugins[name] = origin
        module = self._guarded("cannot be imported", self._point.load)
        if module is None:
            return False
        if not self._guarded("was refused", lambda: self._manager.register(module, name=name)):
            with contextlib.suppress(Exception):  # pluggy keeps what it had read before the error
                self._manager.unregister(name=name)
            return False
        implemented = [caller.name for caller in self._manager.get_hookcallers(module) or ()]
        for hook in implemented:
            if hook not in HOOKS:
                self._problem(f'there is no hook "{hook}"{nearest(hook, HOOKS) or _HOOK_LIST}')
        for attribute in _unmarked(module, implemented):
            self._problem(f"{attribute} is not marked with @hookimpl, so it is not called")
        if not implemented and not self._problems:
            self._problem(f"implements no hook{_HOOK_LIST}")
        return True

    def _collect(self, hook: str, *kinds: type[T]) -> list[T]:
        """Return what the plugin's own implementations of `hook` give, up to the first failure."""
        items: list[T] = []
        strangers: list[str] = []

        def take(function: Callable[[], Iterable[object] | None]) -> None:
            for item in function() or ():
                if isinstance(item, kinds):
                    items.append(item)
                else:
                    strangers.append(type(item).__name__)

        for implementation in getattr(self._manager.hook, hook).get_hookimpls():
            if implementation.plugin_name == self._point.name:
                self._guarded(f"{hook} failed", partial(take, implementation.function))
        if strangers:
            types = ", ".join(sorted(set(strangers)))
            self._problem(f"{hook} must give {kinds[0].__name__} objects, not {types}")
        return items

    def _rules(self, rules: Iterable[Rule]) -> Iterator[Rule]:
        for rule in sorted(rules, key=lambda rule: rule.id):
            owner = self._taken.rules.get(rule.id)
            if owner is not None:
                self._problem(f"rule {rule.id} is already defined by plugin {owner}; left out")
            elif fault := self._fault_of_options(rule):
                self._problem(f"rule {rule.id}: {fault}; left out")
            else:
                self._taken.rules[rule.id] = self._point.name
                yield rule

    @staticmethod
    def _fault_of_options(rule: Rule) -> str | None:
        """Say why the rule's options could not be configured, if they could not."""
        options = rule.options
        if not (isinstance(options, type) and dataclasses.is_dataclass(options)):
            return "its options are not a dataclass"
        if any(option.name == "severity" for option in dataclasses.fields(options)):
            return 'an option cannot be called "severity", every rule has that setting'
        try:
            options()
            typing.get_type_hints(options)
        except Exception as error:
            return f"its options cannot be used: {say(error)}"
        return None

    def _readers(self, readers: Iterable[AnyReader]) -> Iterator[AnyReader]:
        for reader in readers:
            free = [s for s in reader.suffixes if s not in self._taken.suffixes]
            for suffix in reader.suffixes:
                if suffix not in free:
                    owner = self._taken.suffixes[suffix]
                    self._problem(f"files {suffix} are already read by {owner}")
                self._taken.suffixes.setdefault(suffix, f"plugin {self._point.name}")
            if free:
                yield reader._replace(suffixes=tuple(free))

    def _reporters(self, reporters: Iterable[Any]) -> Iterator[Any]:
        from textlint.report.formats import BUILT_IN

        for reporter in reporters:
            owner = self._taken.formats.get(reporter.name)
            if reporter.name in BUILT_IN:
                owner = "textlint"
            if owner is not None:
                self._problem(f"format {reporter.name} is already written by {owner}; left out")
            else:
                self._taken.formats[reporter.name] = f"plugin {self._point.name}"
                yield reporter


_HOOK_LIST = f"; the hooks are {', '.join(HOOKS)}"


def _unmarked(module: ModuleType, implemented: Iterable[str]) -> list[str]:
    """Return the plugin's functions that carry a hook's name but were not taken as one."""
    names = set(HOOKS) - set(implemented)
    return sorted(name for name in names if callable(getattr(module, name, None)))

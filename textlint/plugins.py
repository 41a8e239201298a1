"""Finding, loading and classifying plugins, each guarded on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, entry_points
from typing import Any

import pluggy

from textlint import hookspecs
from textlint.document import Document
from textlint.model import Problem
from textlint.readers import BUILT_IN, Reader
from textlint.rule import Rule
from textlint.spelling import nearest

GROUP = "textlint"


@dataclass(frozen=True, slots=True)
class Plugin:
    """An entry point of group `textlint`: what it is called, where it comes from, what it gave."""

    name: str
    distribution: str
    version: str
    rules: tuple[Rule, ...] = ()
    readers: tuple[Reader, ...] = ()
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
    def readers(self) -> list[Reader]:
        return [*BUILT_IN, *(r for p in self.plugins for r in p.readers)]

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
    points = entry_points(group=GROUP) if found is None else found
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    host = Host(manager=manager)
    taken_names: dict[str, str] = {}
    taken_rules: dict[str, str] = {}
    for point in sorted(points, key=_order):
        plugin = _load(manager, point, taken_names, taken_rules)
        host.plugins.append(plugin)
        host.problems.extend(plugin.problems)
    return host


def _order(point: EntryPoint) -> tuple[str, str, str]:
    return (point.name, point.dist.name if point.dist else "", point.value)


def _load(
    manager: pluggy.PluginManager,
    point: EntryPoint,
    taken_names: dict[str, str],
    taken_rules: dict[str, str],
) -> Plugin:
    name = point.name
    distribution = point.dist.name if point.dist else "unknown"
    version = point.dist.version if point.dist else ""
    origin = f"{distribution} {version}".strip()
    problems: list[Problem] = []

    def problem(text: str) -> None:
        problems.append(Problem("plugin", f"plugin {name} ({origin}): {text}", plugin=name))

    def result(**parts: Any) -> Plugin:
        return Plugin(name, distribution, version, problems=tuple(problems), **parts)

    if name in taken_names:
        problem(f"the name {name!r} is already taken by {taken_names[name]}; not loaded")
        return result()
    taken_names[name] = origin

    module = guarded(problem, "cannot be imported", point.load)
    if module is None:
        return result()
    if not guarded(problem, "was refused", lambda: manager.register(module, name=name)):
        return result()

    for caller in manager.get_hookcallers(module) or []:
        if not caller.has_spec():
            known = [h for h in dir(hookspecs) if h.startswith("textlint_")]
            problem(f"there is no hook {caller.name!r}{nearest(caller.name, known)}")

    def collect(hook: str, kind: type[Any]) -> list[Any]:
        items: list[Any] = []
        for impl in getattr(manager.hook, hook).get_hookimpls():
            if impl.plugin_name != name:
                continue
            given = guarded(problem, f"{hook} failed", lambda f=impl.function: list(f() or ()))
            for item in given or ():
                if isinstance(item, kind):
                    items.append(item)
                else:
                    problem(f"{hook} returned {type(item).__name__}, not {kind.__name__}")
        return items

    rules = []
    for rule in sorted(collect("textlint_rules", Rule), key=lambda rule: rule.id):
        if rule.id in taken_rules:
            problem(f"rule {rule.id} is already defined by plugin {taken_rules[rule.id]}; left out")
        else:
            taken_rules[rule.id] = name
            rules.append(rule)
    from textlint.report import Reporter

    return result(
        rules=tuple(rules),
        readers=tuple(collect("textlint_readers", Reader)),
        reporters=tuple(collect("textlint_reporters", Reporter)),
    )


def guarded(problem: Callable[[str], None], what: str, call: Callable[[], Any]) -> Any:
    """Return `call()`, or None after reporting what it raised: no plugin may end the program."""
    try:
        return call()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # SystemExit and friends of a plugin are its own problem
        problem(f"{what}: {type(error).__name__}: {error}".rstrip(": "))
        return None

"""Fixtures for every room: throw-away plugins and the command line."""

from __future__ import annotations

import gc
import importlib
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every run; HYPOTHESIS_PROFILE=long looks for new ones, two hundred times as many.
settings.register_profile(
    "default", max_examples=80, deadline=None, derandomize=True, database=None
)
settings.register_profile("long", max_examples=15_000, deadline=None, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

# A run in the background of a shell ignores the interrupt key, and so would all that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

_CLOCKED = ("test_cost", "test_linear_time", "test_hostile_input")


@pytest.fixture(autouse=True)
def _undisturbed_clock(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let no collection of garbage begin while a test looks at the clock.

    After thousands of tests one takes half a second, in the middle of whatever is measured. A test looks at
    it when its module imports `time`, or in a module of `_CLOCKED` by way of another.
    """
    if request.path.stem not in _CLOCKED and not hasattr(request.module, "time"):
        yield
        return
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what a test's checks keep away from the user's folder and from other tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


# Rules that look for one word each, so that a test decides what is found and how severe it is.
WORDS_PLUGIN = '''
"""Words that are reported for a test."""

from dataclasses import dataclass

from textlint.hookspecs import hookimpl
from textlint.model import Hit, Span
from textlint.rule import rule


@dataclass(frozen=True)
class Options:
    at_least: int = 1
    words: tuple[str, ...] = ()

    def __post_init__(self):
        if self.at_least < 1:
            raise ValueError("at-least must be 1 or more")


def word_rule(id, word, **settings):
    @rule(id, summary=f"The word {word}.", message='"{word}" stands here', examples=(), **settings)
    def check(document, context):
        start = document.source.find(word)
        if start >= 0:
            yield Hit(Span(start, start + len(word)), {"word": word})

    return check


@hookimpl
def textlint_rules():
    yield word_rule("words/noted", "notable", severity="note")
    yield word_rule("words/warned", "warnable", options=Options)
    yield word_rule("words/wrong", "wrongful", severity="error")
    yield word_rule("words/strict", "strictly", profile="strict")
    yield word_rule("others/audited", "auditable", profile="audit")
'''


@dataclass(frozen=True)
class Done:
    """What a call of the command line gave."""

    status: int
    out: str
    err: str


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An empty folder in which distributions can be laid down as an installer does it."""
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


@pytest.fixture
def install(site: Path) -> Callable[..., None]:
    """Lay a plugin down in `site`: its module and the metadata that names it."""

    def lay_down(name: str, code: str, *, version: str = "1.2", distribution: str = "") -> None:
        distribution = distribution or f"textlint-{name}"
        module = f"{distribution.replace('-', '_')}_plugin"
        (site / f"{module}.py").write_text(textwrap.dedent(code), encoding="utf-8")
        folder = site / f"{distribution.replace('-', '_')}-{version}.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n"
        )
        (folder / "entry_points.txt").write_text(f"[textlint]\n{name} = {module}\n")

    return lay_down


@pytest.fixture
def only_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Make the plugins of `site` the only ones that this process finds."""
    from importlib import metadata

    def entry_points(*, group: str) -> metadata.EntryPoints:
        found = metadata.distributions(path=[str(site)])
        return metadata.EntryPoints(p for d in found for p in d.entry_points if p.group == group)

    monkeypatch.setattr(metadata, "entry_points", entry_points)
    monkeypatch.syspath_prepend(str(site))
    importlib.invalidate_caches()
    before = set(sys.modules)
    yield site
    for name in set(sys.modules) - before:
        if name.endswith("_plugin"):
            del sys.modules[name]


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory that is the top of a repository: nothing above it counts."""
    folder = tmp_path / "work"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def textlint(
    work: Path,
    only_site: Path,
    install: Callable[..., None],
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Done]:
    """Call the command line in this process, in `work`, with the rules of `WORDS_PLUGIN`."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    install("words", WORDS_PLUGIN)

    def call(*arguments: str) -> Done:
        from textlint.cli import run

        capfd.readouterr()
        status = run(arguments)
        captured = capfd.readouterr()
        return Done(status, captured.out, captured.err)

    return call


@pytest.fixture
def textlint_process(work: Path, site: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `python -m textlint` on its own, in `work`, with the plugins of `site` beside others."""

    def call(
        *arguments: str,
        env: dict[str, str] | None = None,
        stdin: bytes = b"",
        cwd: Path = work,
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "textlint", *arguments],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(site), **(env or {})},
            check=False,
            timeout=60,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return call

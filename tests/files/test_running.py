"""The run over many files: order, progress, interruption, readers that fail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from textlint import checking
from textlint.config import Config
from textlint.document import Document, Notice
from textlint.model import Span
from textlint.plugins import Host, Plugin
from textlint.readers import Reader
from textlint.report import Run
from textlint.runner import RunSettings, run


def host(read: Callable[[str, str], Document] | None = None) -> Host:
    readers = (Reader("odd", (".Odd",), read),) if read is not None else ()
    return Host(plugins=[Plugin("odd", "textlint-odd", "1", readers=readers)])


def lint(folder: Path, *paths: str, with_host: Host | None = None, **settings: object) -> Run:
    config = Config.defaults(folder)
    return run(RunSettings(paths or (".",), folder, with_host or host(), config, **settings))


def test_progress_is_told_before_each_file(tree):
    root = tree({"b.md": "one two", "a.md": "three", "c/d.txt": ""})
    told: list[tuple[int, int, str]] = []
    done = lint(root, progress=lambda *call: told.append(call))
    assert told == [(0, 3, "a.md"), (1, 3, "b.md"), (2, 3, "c/d.txt")]
    assert (done.checked, done.words, done.interrupted) == (3, 3, False)


def test_an_interruption_keeps_what_was_found_so_far(tree):
    root = tree({"a.md": "one", "b.md": "two", "c.md": "three"})

    def progress(number: int, count: int, path: str) -> None:
        if path == "b.md":
            raise KeyboardInterrupt

    done = lint(root, progress=progress)
    assert done.interrupted
    assert [file.path for file in done.files] == ["a.md"]


def test_an_interruption_inside_a_reader_is_one(tree):
    def read(path: str, source: str) -> Document:
        raise KeyboardInterrupt

    assert lint(tree({"a.odd": ""}), with_host=host(read)).interrupted


def endless(path: str, source: str) -> Document:
    return endless(path, source)


@pytest.mark.parametrize("error", [ValueError("no"), SystemExit(0), MemoryError(), GeneratorExit()])
def test_a_reader_that_raises_costs_one_file(tree, error):
    def read(path: str, source: str) -> Document:
        raise error

    done = lint(tree({"a.md": "one", "b.odd": "x", "c.md": "two"}), with_host=host(read))
    assert [(file.path, file.words) for file in done.files] == [
        ("a.md", 1),
        ("b.odd", 0),
        ("c.md", 1),
    ]
    (problem,) = done.problems
    assert (problem.kind, problem.path) == ("crash", "b.odd")
    assert f"the reader for odd raised {type(error).__name__}" in problem.message
    assert done.files[1].skipped


@pytest.mark.parametrize("read", [endless, lambda path, source: None, lambda path, source: "text"])
def test_a_reader_that_does_not_end_or_gives_no_document(tree, read):
    done = lint(tree({"a.odd": "x"}), with_host=host(read))
    assert [p.kind for p in done.problems] == ["crash"]


def test_what_a_reader_leaves_out_is_said(tree):
    def read(path: str, source: str) -> Document:
        notices = (Notice(Span(2, 2), "odd thing"), Notice(Span(4, 4), "lost", incomplete=True))
        return Document(path, source, "odd", notices=notices)

    done = lint(tree({"a.ODD": "1\n2\n3"}), with_host=host(read))
    assert done.files[0].partly == ("line 2: odd thing", "line 3: lost")
    assert [(p.kind, p.message) for p in done.problems] == [("file", "a.ODD: line 3: lost")]


def test_sources_are_kept_only_where_something_was_found(tree):
    from textlint.plugins import load_host

    root = tree({"a.md": "A mill.\n", "b.md": "A mill.\n\n2024-05-04 08:04\n"})
    done = lint(root, with_host=load_host())
    assert [file.source is not None for file in done.files] == [False, True]
    assert done.files[1].data is None


def test_files_with_equal_rules_share_an_engine(tree, monkeypatch):
    made = []
    engine = checking.Engine

    def count(*arguments: object, **settings: object) -> object:
        made.append(arguments)
        return engine(*arguments, **settings)

    monkeypatch.setattr(checking, "Engine", count)
    lint(tree({f"{n}.md": "x" for n in range(20)}))
    assert len(made) == 1

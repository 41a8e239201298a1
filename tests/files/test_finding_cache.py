"""Findings that are kept between runs: the same output, and never from another state of things."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from textlint import checking
from textlint.finding_cache import FILE_NAME

OPTIONS = ("check", "--format", "json", "--jobs", "1")


@pytest.fixture
def cached(work, textlint, monkeypatch):
    """Check `work`; return the output and the paths of the files that were checked anew."""
    anew: list[str] = []
    data = checking.Checker.data

    def count(self, path, *rest):
        anew.append(path)
        return data(self, path, *rest)

    monkeypatch.setattr(checking.Checker, "data", count)

    def call(*arguments: str):
        anew.clear()
        done = textlint(*OPTIONS, "--cache-dir", str(work.parent / "cache"), *arguments)
        return done, sorted(anew)

    return call


@pytest.fixture
def articles(work) -> Path:
    for name, text in {
        "a": "A warnable mill.\n",
        "b": "A mill.\n",
        "c": "A wrongful one.\n",
    }.items():
        (work / f"{name}.md").write_text(text)
        os.utime(work / f"{name}.md", (1e9, 1e9))
    return work


def test_unchanged_files_are_not_checked_again(cached, articles) -> None:
    first, anew = cached()
    assert anew == ["a.md", "b.md", "c.md"]
    second, anew = cached()
    assert anew == []
    assert (first.status, first.out, first.err) == (second.status, second.out, second.err)
    assert "words/warned" in second.out


def test_clean_files_are_not_even_read(cached, articles, monkeypatch) -> None:
    cached()
    read: list[Path] = []
    real = checking.read_bytes
    monkeypatch.setattr(
        "textlint.finding_cache.read_bytes", lambda p, *r: (read.append(p), real(p, *r))[1]
    )
    cached()
    assert [path.name for path in read] == ["a.md", "c.md"]


def test_a_changed_file_is_checked_again_and_new_times_alone_change_nothing(
    cached, articles
) -> None:
    cached()
    (articles / "b.md").write_text("A warnable mill again.\n")
    assert cached()[1] == ["b.md"]
    os.utime(articles / "b.md", (2e9, 2e9))
    assert cached()[1] == []  # new times alone, as in a fresh clone


@pytest.mark.parametrize(
    "change",
    [
        ("--select", "words/warned"),
        ("--profile", "strict"),
        ("--ignore", "words/noted"),
    ],
)
def test_other_settings_are_another_key(cached, articles, change) -> None:
    cached()
    assert cached(*change)[1] == ["a.md", "b.md", "c.md"]


def test_a_changed_file_of_a_plugin_is_another_key(cached, articles, site) -> None:
    cached()
    module = next(site.glob("*_plugin.py"))
    module.write_text(module.read_text() + "# changed\n")
    assert cached()[1] == ["a.md", "b.md", "c.md"]


def test_own_phrases_are_part_of_the_key(cached, articles) -> None:
    config = articles / "textlint.toml"
    table = '[[phrases]]\nid = "site/word"\nphrases = ["%s"]\n'
    config.write_text(table % "windmill")
    assert "site/word" not in cached()[0].out
    config.write_text(table % "mill")
    assert "site/word" in cached()[0].out
    assert cached()[1] == []


def test_no_cache_keeps_and_asks_nothing(cached, articles) -> None:
    cached("--no-cache")
    assert not (articles.parent / "cache").exists()
    cached()
    assert len(cached("--no-cache")[1]) == 3


def test_what_crashed_is_not_kept(cached, articles, install) -> None:
    install(
        "bang",
        """
        from textlint.hookspecs import hookimpl
        from textlint.rule import rule

        @rule("bang/one", summary="s", message="m", examples=())
        def one(document, context):
            if "wrongful" in document.source:
                raise ValueError("bang")
            return ()

        @hookimpl
        def textlint_rules():
            yield one
        """,
    )
    first, _ = cached()
    second, anew = cached()
    assert anew == ["c.md"]
    assert first.status == second.status == 3
    assert "bang" in second.err


@pytest.mark.parametrize(
    "content", [b"no database at all " * 100, b"SQLite format 3\0" + b"x" * 5000]
)
def test_a_damaged_cache_is_made_anew_with_a_notice(cached, articles, content) -> None:
    first, _ = cached()
    file = articles.parent / "cache" / FILE_NAME
    file.write_bytes(content)
    second, anew = cached()
    assert len(anew) == 3
    assert (second.status, second.out) == (first.status, first.out)
    assert "the cache of findings was damaged" in second.err
    assert cached()[1] == []


def test_a_cache_that_holds_nonsense_costs_time_only(cached, articles) -> None:
    first, _ = cached()
    with sqlite3.connect(articles.parent / "cache" / FILE_NAME) as database:
        database.execute("UPDATE outcomes SET outcome = ?", (b"cos\nsystem\n(S'touch bad'\ntR.",))
    database.close()
    second, anew = cached()
    assert len(anew) == 3
    assert second.out == first.out
    assert not (articles / "bad").exists()


def test_a_folder_that_cannot_be_used_costs_time_only(cached, articles) -> None:
    file = articles.parent / "file"
    file.write_text("no folder")
    done, anew = cached("--cache-dir", str(file / "cache"))
    assert len(anew) == 3
    assert (done.status, done.err.count("cache")) == (1, 0)


def test_a_cache_in_use_is_left_alone(cached, articles, monkeypatch) -> None:
    monkeypatch.setattr("textlint.stores.BUSY_SECONDS", 0.05)
    first, _ = cached()
    file = articles.parent / "cache" / FILE_NAME
    with sqlite3.connect(file, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        second, anew = cached()
        other.execute("ROLLBACK")
    other.close()
    assert len(anew) == 3
    assert (second.status, second.out, second.err) == (first.status, first.out, first.err)


def test_runs_at_the_same_time_and_a_killed_one_leave_a_cache_that_works(
    articles, site, cached
) -> None:
    command = [sys.executable, "-m", "textlint", *OPTIONS]
    command += ["--cache-dir", str(articles.parent / "cache")]
    settings = {"cwd": articles, "env": {**os.environ, "PYTHONPATH": str(site)}}
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **settings)
        for _ in range(4)
    ]
    killed = running.pop()
    killed.kill()
    killed.communicate()
    outputs = [process.communicate(timeout=60) for process in running]
    assert len(set(outputs)) == 1
    assert "damaged" not in cached()[0].err
    assert cached()[1] == []

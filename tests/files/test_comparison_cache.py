"""What the comparison of documents found, kept between runs: the same output without comparing."""

import json
import os
import sqlite3
from pathlib import Path

import pytest

from textlint import collecting
from textlint.finding_cache import FILE_NAME

TWINS_PLUGIN = '''
"""Documents that begin alike."""

from textlint.collection import Found, Stage, fixed_hash
from textlint.hookspecs import hookimpl
from textlint.model import Hit, Related, Span
from textlint.rule import collection_rule


def fingerprint(document, options):
    return document.source.split()[0].encode()


def by_word(entry, shared):
    yield fixed_hash(entry.fingerprint.decode()), entry.doc


def found(key, docs, shared):
    yield Found(docs[-1], tuple(docs[:-1]), ())


@collection_rule(
    "twins/same-start",
    summary="Two documents begin alike.",
    message="begins as {paths}",
    fingerprint=fingerprint,
    stages=[Stage(by_word, found, at_least=2)],
    examples=(),
)
def same_start(comparison):
    related = tuple(Related(Span(0, 3), "here", path) for path in comparison.paths)
    yield Hit(Span(0, 3), {"paths": " ".join(comparison.paths)}, related=related)


@hookimpl
def textlint_rules():
    return [same_start]
'''


@pytest.fixture
def site_articles(work, install) -> Path:
    install("twins", TWINS_PLUGIN)
    for name, text in {"a": "Elm and oak.", "b": "Elms at sea.", "c": "Elm again."}.items():
        (work / f"{name}.md").write_text(text + "\n")
        os.utime(work / f"{name}.md", (1e9, 1e9))
    return work


@pytest.fixture
def check(site_articles, textlint, monkeypatch):
    """Check the folder; return the output and how many comparisons were made for it."""
    made: list[int] = []
    compare = collecting.compare

    def count(active, members, **rest):
        members = list(members)
        made.append(sum(member.prints is not None for member in members))
        return compare(active, members, **rest)

    monkeypatch.setattr(collecting, "compare", count)

    def call(*arguments: str):
        made.clear()
        cache = str(site_articles.parent / "cache")
        options = ("--format", "json", "--jobs", "1", "--cache-dir", cache)
        return textlint("check", *options, *(arguments or (".",))), list(made)

    return call


def found_in(output: str) -> list[tuple[str, str]]:
    return [
        (finding["path"], finding["message"])
        for finding in json.loads(output)["findings"]
        if finding["rule"] == "twins/same-start"
    ]


def test_documents_that_have_not_changed_are_not_compared_again(check) -> None:
    first, made = check()
    assert made == [3]
    assert found_in(first.out) == [("c.md", "begins as a.md")]
    second, made = check()
    assert made == []
    assert (second.status, second.out, second.err) == (first.status, first.out, first.err)
    # Also where texts are shown: that of the other document is there as well.
    shown = [check("--format", "text", ".")[0].out for _ in range(2)]
    assert shown[0] == shown[1]
    assert "a.md, line 1: here" in shown[0]


def test_one_changed_document_is_compared_with_all(check, site_articles) -> None:
    check()
    (site_articles / "b.md").write_text("Elm after all.\n")
    second, made = check()
    assert made == [3]  # the others with the fingerprints that were kept
    assert found_in(second.out) == [("c.md", "begins as a.md b.md")]
    (site_articles / "a.md").unlink()
    assert found_in(check()[0].out) == [("c.md", "begins as b.md")]


def test_files_named_one_by_one_are_compared_with_nothing(check) -> None:
    check()
    done, made = check("a.md", "c.md")
    assert (found_in(done.out), made) == ([], [])


def test_lost_fingerprints_are_taken_again(check, site_articles) -> None:
    first, _ = check()
    with sqlite3.connect(site_articles.parent / "cache" / FILE_NAME) as database:
        database.execute("DELETE FROM comparisons")
        database.execute("DELETE FROM fingerprints")
    database.close()
    second, made = check()
    assert made == [3]
    assert second.out == first.out


def test_a_comparison_that_is_nonsense_is_made_again(check, site_articles) -> None:
    first, _ = check()
    with sqlite3.connect(site_articles.parent / "cache" / FILE_NAME) as database:
        database.execute("UPDATE comparisons SET findings = ?", (b"cos\nsystem\n(S'x'\ntR.",))
    database.close()
    second, made = check()
    assert made == [3]
    assert second.out == first.out

"""Articles put together of clean paragraphs and all that safe fixes mend, through the command line."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from textlint.cli import run
from textlint.engine import ActiveRule, Engine
from textlint.fixes import MOST_ROUNDS, applicable, apply
from textlint.plugins import load_host
from textlint.testing import read

CLEAN = [
    "The harbour office opened a second counter for the crews of small boats in spring.",
    "Two gulls nest on the crane, and the driver lets them, as he told us on the quay.",
    "“We paint the hull every year,” says Ilse Brand, who runs the yard with her sister.",
    "Der Leuchtturm wird im Herbst gestrichen, sagt das Amt.",
    "- ropes\n- buckets\n- a new lamp for the pier",
    "> The tide waits for nobody.",
    "```\nShare this:\nFacebook Twitter LinkedIn\n```",
]
MENDED = [
    "2024-05-04 08:04",
    "Share this:\n\nFacebook Twitter LinkedIn",
    "The light\u200bhouse is dark at noon.",
    "The cafÃ© on the pier is closed.",
    "<!-- textlint: ignore[persona/conflicting-roles] an old reason -->",
    "Sorry. No data so far.",
]
TEXTS = st.lists(
    st.one_of(st.sampled_from(CLEAN), st.sampled_from(MENDED)), min_size=1, max_size=8, unique=True
)
HOST = load_host()
ENGINE = Engine(
    [ActiveRule(rule, rule.options()) for rule in HOST.rules], detect_language=HOST.detect_language
)


@given(TEXTS, st.sampled_from(["\n", "\r\n"]), st.booleans())
@settings(max_examples=60)
def test_fixes_come_to_rest_and_leave_the_rest(
    paragraphs: list[str], line_end: str, closed: bool
) -> None:
    text = ("\n\n".join(paragraphs) + "\n" * closed).replace("\n", line_end)
    for _ in range(MOST_ROUNDS):
        findings = ENGINE.check(read(text)).findings
        chosen = applicable(findings)
        if not chosen:
            break
        text = apply(text, [fix for _, fix in chosen])
    assert applicable(findings) == []
    at = 0
    for paragraph in paragraphs:
        if paragraph in CLEAN:  # each is there, untouched and in its place
            at = text.index(paragraph.replace("\n", line_end), at) + len(paragraph)
    if text.strip():  # its end is what it was: one line end, or none
        assert text.endswith(line_end) == closed
        assert not text.endswith(line_end * 2)
    assert text.count("\r") == (text.count("\n") if line_end == "\r\n" else 0)


ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])


@given(TEXTS, ENCODINGS)
@settings(max_examples=12)
def test_a_file_on_disk_keeps_its_encoding(paragraphs: list[str], encoding: str) -> None:
    """What --diff shows is what --fix does, and a second --fix does nothing."""
    text = "\n\n".join(paragraphs) + "\n"
    with contextlib.suppress(UnicodeEncodeError), tempfile.TemporaryDirectory() as folder:
        data = text.encode(encoding)
        article = Path(folder, "a.md")
        article.write_bytes(data)
        _check(folder, "--fix")
        fixed = article.read_bytes()
        for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE):
            assert fixed.startswith(mark) == data.startswith(mark)
        fixed.decode(encoding)
        _check(folder, "--fix")
        assert article.read_bytes() == fixed
        assert [path.name for path in Path(folder).iterdir()] == ["a.md"]


def _check(folder: str, option: str) -> None:
    before = os.getcwd()  # noqa: PTH109 - the process's own, to be given back
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            assert run(["check", "--isolated", "--no-cache", option]) in (0, 1)
    finally:
        os.chdir(before)


def test_the_pieces_are_what_they_are_meant_to_be() -> None:
    for paragraph in CLEAN:
        assert applicable(ENGINE.check(read(f"{paragraph}\n")).findings) == [], paragraph
    article = "\n\n".join([*CLEAN, *MENDED])
    rules = {finding.rule for finding, _ in applicable(ENGINE.check(read(article)).findings)}
    assert {"footer/share-bar", "encoding/invisible", "encoding/mojibake"} <= rules
    assert "suppression/unused" in rules

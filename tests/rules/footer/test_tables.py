"""The tables: every row can be read, says what it may say, and is found again in a line."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from textlint_footer.patterns import expand
from textlint_footer.vocabulary import normalise, rows, vocabulary
from textlint_footer.wording import TABLES, Evidence, lookup
from textlint_footer.written_out import written_out

ELEVEN_AND_ENGLISH = {"en", "es", "fr", "de", "pt", "it", "nl", "pl", "ru", "tr", "ja", "zh"}
LANGUAGES = ELEVEN_AND_ENGLISH | {"sv", "da", "no", "fi", "cs", "ko", "ar", "uk"}
SAMPLES = {
    "{n}": "12",
    "{x}": "some words",
    "{net}": "facebook",
    "{nets}": "facebook twitter",
    "{date}": "4 may 2024",
}


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_well_formed(table: str) -> None:
    for row in rows(table.replace("-", "_") + ".csv"):
        assert set(row) == {"pattern", "evidence", "opens", "language", "software"}, row
        assert row["evidence"] in ("alone", "edge", "company"), row
        assert row["opens"] in ("", "list"), row
        assert row["language"] in LANGUAGES | {""}, row


@pytest.mark.parametrize("table", TABLES)
def test_each_wording_is_found_with_at_least_its_evidence(table: str) -> None:
    for row in rows(table.replace("-", "_") + ".csv"):
        for words in expand(row["pattern"]):
            line = normalise(re.sub(r"\{\w+\}", lambda match: SAMPLES[match.group()], words))
            found = lookup(line)
            assert found is not None, (row, line)
            assert found.evidence >= Evidence[row["evidence"].upper()], (row, line)


def test_the_tables_are_written_out_as_they_are() -> None:
    path = files("textlint_footer").joinpath("data", "lexicon.txt")
    stored = path.read_text(encoding="utf-8")
    assert stored == written_out(), "run python -m textlint_footer.written_out"


@pytest.mark.parametrize("table", [*TABLES, "vocabulary"])
def test_each_table_says_where_it_comes_from(table: str) -> None:
    path = files("textlint_footer").joinpath("data", table.replace("-", "_") + ".csv")
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert any("Origin:" in line for line in head)


def test_eleven_languages_and_more_have_the_common_strings() -> None:
    for table in TABLES:
        if table == "syndication-credit":
            continue
        languages = {row["language"] for row in rows(table.replace("-", "_") + ".csv")}
        missing = ELEVEN_AND_ENGLISH - languages
        assert not missing, (table, missing)


def test_stems_end_in_a_star_and_nothing_else_does() -> None:
    for name in ("newsletter", "subscribe", "cookie", "consent", "tags", "home", "network"):
        assert all("*" not in word[:-1] for word in vocabulary(name))

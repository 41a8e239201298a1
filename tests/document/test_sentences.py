"""Where sentences end: each text is written with "|" between its sentences."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.sentences import sentence_ranges

TEXTS = [
    # plain
    "One ends here.|Two begins.",
    "Is it?|It is!|Good.",
    "No end mark",
    "The line|the next line",
    # titles, abbreviations, initials
    "Mr. Lowe met Dr. J. R. Doe and Prof. Hall.|They spoke.",
    "See No. 5 and Fig. 3 on pp. 7–9.|It shows vol. 2.",
    "Did she go?|No.|She stayed.",
    "The U.S. Army left the U.S.|The navy stayed.",
    "They met at 5 p.m.|He was late.",
    "They met at 9 a.m. Pacific Standard Time.",
    "He chose plan B.|It worked.",
    "Harl Inc. Chief Mara Voss spoke.|Harl Inc.|The firm.",
    "Pens, ink, etc.|Some were sold.",
    "A Ph.D. student, e.g. Ann, i.e. the first, vs. Bo.",
    "Born c. 1850 in St. Albans on Jan. 5 that year.",
    "Smith et al. Reported so.",
    # numbers
    "It rose 3.5 per cent.|It fell to 1.2.",
    "1. Open the lid.|2. Close it.",
    "It was 1999.|Then came 2000.",
    "Am 3. Mai kam er.|Er ging.",
    "Es gilt z.B. Berlin, u.a. Bonn.|Der Rest nicht.",
    # ellipsis and marks within
    "Wait … what is it?|It is…|Bo.",
    "Wait... not yet.",
    "Yahoo! is a name.|So is Guess?|Yes.",
    # quotation marks and brackets
    '"Really?" he asked.|"Yes."|Good.',
    '"Really?" Mara Voss asked.|She left.',
    "‘It is.’|He left.|(It was late.)|Very.",
    "« Oui. »|Il part.",
    # placeholders and notes
    "It fell.\ufffc|It rose.[12]|See \ufffc.|\ufffc is it.",
    # names that begin small
    "Sales fell.|iPhone sales rose.|eBay too.",
    # other scripts
    "你好。|我是。|他说：“好。”|完了！",
    "「行く。」と言った。|帰った。",
    "यह है।|वह है।",
    "هل هذا؟|نعم.",
    "Quoi ?|Oui !|Bien sûr.",
]


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_ranges(text)]


@pytest.mark.parametrize("marked", TEXTS)
def test_sentences(marked: str) -> None:
    expected = marked.split("|")
    joiner = "" if "。" in marked else "\n" if marked == "The line|the next line" else "  "
    assert split(joiner.join(expected)) == expected


@given(st.text(alphabet="aB1.!?…。」\"'”)[] \n\ufffc", max_size=60))
def test_nothing_is_lost_and_all_is_in_order(text: str) -> None:
    reached = 0
    for start, end in sentence_ranges(text):
        assert reached <= start < end
        assert not text[reached:start].strip()
        assert text[start:end] == text[start:end].strip()
        reached = end
    assert not text[reached:].strip()


@pytest.mark.parametrize(
    "piece",
    [". ", ".", "A. ", "1. ", "a.b.c. ", "…", '." ', "。", "\n", "[1]", ".[1]", "? Ann ", "x"],
)
def test_time_is_linear(piece: str) -> None:
    def spent(size: int) -> float:
        text = piece * (size // len(piece))
        best = 9.0
        for _ in range(3):
            began = time.process_time()
            sentence_ranges(text)
            best = min(best, time.process_time() - began)
        return best

    # Linear time gives 8 and quadratic time 64; the machine may be busy.
    assert spent(160_000) < 32 * spent(20_000) + 0.5

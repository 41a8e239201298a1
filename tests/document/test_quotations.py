"""What is inside quotation marks: each text is written with its quotations in ⟦ ⟧."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.document import Block, BlockKind, Segment
from textlint.model import Span
from textlint.quotations import quoted_ranges

TEXTS = [
    'He said ⟦"yes"⟧ and ⟦"no"⟧.',
    "He said ⟦“yes”⟧ and ⟦‘no’⟧.",
    '⟦„Ja“⟧, sagte er, ⟦„nein”⟧ und ⟦„so"⟧.',
    "⟦« Oui »⟧, dit-il, ⟦«non»⟧.",
    "⟦»Ja«⟧, sagte er, ⟦›nein‹⟧.",
    "⟦”Ja”⟧, sa han.",
    "⟦「はい」⟧と⟦『本』⟧。",
    "他说：⟦“好。”⟧完了。",
    'A dash—⟦“so”⟧—and brackets (⟦“x”⟧), (⟦"y"⟧).',
    "He wrote ⟦“wrong“⟧ marks.",
    # apostrophes, feet and inches
    "It's the dogs' bowl, rock 'n' roll and '90s stuff, 'tis said.",
    "It’s the dogs’ bowl, rock ’n’ roll and ’90s stuff.",
    'A 12" screen, 6\' tall, 5\'10" and x"y"z.',
    "The word ⟦'foo'⟧ isn't ⟦'bar'⟧.",
    "She said ⟦‘it’s mine’⟧ and left.",
    # one in the other
    "⟦“He said ‘no’ to me,”⟧ she said.",
    "⟦“He said “no” to me,”⟧ she said.",
    "⟦\"He said 'no' to me,\"⟧ she said.",
    # never closed: several paragraphs of one quotation
    "⟦“The first paragraph. It goes on.⟧",
    "⟦— “The first paragraph. It goes on.⟧".replace("⟦— ", "— ⟦"),
    "He wrote: ⟦“The first one. It goes on.⟧",
    # never closed: a slip
    "The word ⟦“spun was printed.⟧ The rest of the paragraph is free.",
    'The word ⟦"spun was printed.⟧ The rest of the paragraph is free.',
    "Never ⟦“open here.⟧ But ⟦“this”⟧ is.",
    # arrows
    "Home » News » Port",
    "« Previous",
    "Next »",
]


@pytest.mark.parametrize("marked", TEXTS)
def test_quotations(marked: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    found = marked.split("⟦")[1:]
    assert [text[a:b] for a, b in quoted_ranges(text)] == [part.split("⟧")[0] for part in found]


def test_a_place_is_quoted_or_not() -> None:
    text = "He said “yes” now"
    block = Block(BlockKind.PARAGRAPH, text, Span(0, 17), (Segment(0, 0, 17),))
    assert [block.is_quoted(i) for i in (7, 8, 12, 13)] == [False, True, True, False]
    assert block.is_quoted(9, 12)
    assert not block.is_quoted(9, 15)


@given(st.text(alphabet="aB1. ,\n\"'“”„‘’«»「」", max_size=50))
def test_ranges_are_in_order_and_apart(text: str) -> None:
    reached = 0
    for start, end in quoted_ranges(text):
        assert reached <= start < end <= len(text)
        assert text[start] in "\"'“”„‘«»「"
        reached = end


@pytest.mark.parametrize(
    "piece",
    ['"', "'", "“", "”", "“a ", '"a ', "'a ", "‘a ", "» «", "„", '. "“', "’a", "「", "“a. "],
)
def test_time_is_linear(piece: str) -> None:
    def spent(size: int) -> float:
        text = piece * (size // len(piece))
        best = 9.0
        for _ in range(3):
            began = time.process_time()
            quoted_ranges(text)
            best = min(best, time.process_time() - began)
        return best

    # Linear time gives 8 and quadratic time 64; the machine may be busy.
    assert spent(120_000) < 32 * spent(15_000) + 0.5

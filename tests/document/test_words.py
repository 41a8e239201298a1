"""Words and folded text: the quick ways give what the plain ways give."""

import re

from hypothesis import given
from hypothesis import strategies as st

from textlint.document import WORD, Document
from textlint.folding import fold, fold_all
from textlint.testing import read
from textlint.words import count_words, words_of

# What words are made of and end at, so that random texts are full of the hard cases.
TEXTS = st.text(
    st.sampled_from("ab1_ ''--’–\u00adéßЖ中²٣ᾳΣİ\n\0.…“\ufffc\ud800😀") | st.characters()
)


@given(TEXTS)
def test_counting_words_is_finding_them(text: str) -> None:
    assert count_words(text) == len(words_of(text)) == len(WORD.findall(text))


def test_counting_words_of_many_scripts() -> None:
    text = " ".join(map(chr, range(0x400, 0x500))) + " don’t e-mail --x- a--b '"
    assert count_words(text) == len(WORD.findall(text))


@given(st.lists(TEXTS))
def test_folding_many_texts_is_folding_each(texts: list[str]) -> None:
    folded = fold_all(texts)
    assert folded == [fold(text) for text in texts]
    assert [len(text) for text in folded] == [len(text) for text in texts]


def test_the_folded_text_of_a_document_holds_every_block() -> None:
    document = read("---\ntitle: The ‘Mill’\n---\n# One\n\nTwo\nwords\n\n```\nCODE\n```\n")
    assert document.folded_text == "the 'mill'\x00one\x00two words\x00code "
    for block, start in zip(document.blocks, document.folded_starts, strict=True):
        assert document.folded_text.startswith(block.folded, start)
        assert block.folded == fold(block.text)


def test_the_blocks_that_match_come_once_each_and_in_order() -> None:
    document = read("Red and red.\n\nBlue.\n\nMore Red\n")
    first, _, last = document.blocks
    assert document.blocks_matching(re.compile(r"\bred\b")) == [first, last]
    assert document.blocks_matching(re.compile(r"[^.]+")) == list(document.blocks)
    assert document.blocks_matching(re.compile(r"green")) == []
    assert document.blocks_matching(re.compile(r"$")) == [last]
    assert document.blocks_holding("red") == [first, last]
    assert document.blocks_holding("red", "blue", "green") == list(document.blocks)
    assert document.blocks_holding("green") == []


def test_a_document_without_blocks_matches_nothing() -> None:
    document = Document("a.md", "", "markdown")
    assert document.folded_text == ""
    assert document.folded_starts == []
    assert document.blocks_matching(re.compile("")) == []
    assert document.blocks_holding("red") == []
    assert document.word_count == 0

"""The one scan for all phrases, held against a naive search for each of them."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from textlint.document import Block, BlockKind, Document, fold
from textlint.engine import ActiveRule, Engine
from textlint.model import Hit, Span
from textlint.phrases import Phrase, PhraseScanner, PhraseTable
from textlint.readers.builder import BlockBuilder
from textlint.rule import Context, Rule, bad, rule


def made(id: str, *tables: PhraseTable, reads=None) -> Rule:
    return rule(
        id, summary="s", message="m", phrases=tables, reads=reads, examples=[bad("x", at="x")]
    )(lambda d, c: ())


def document_of(*texts: str, kinds: tuple[BlockKind, ...] = ()) -> Document:
    blocks, offset = [], 0
    for index, text in enumerate(texts):
        builder = BlockBuilder()
        builder.append(text, offset, offset + len(text))
        kind = kinds[index] if kinds else BlockKind.PARAGRAPH
        blocks.append(builder.build(kind, Span(offset, offset + len(text))))
        offset += len(text) + 2
    return Document("a.txt", "\n\n".join(texts), "text", tuple(blocks))


def table_of(*phrases: str, name: str = "t") -> PhraseTable:
    return PhraseTable(name, tuple(Phrase(fold(phrase)) for phrase in dict.fromkeys(phrases)))


def naive(block: Block, phrases: tuple[str, ...]) -> list[tuple[int, int]]:
    """The leftmost longest bounded places of any phrase, character by character."""
    text, places, at = block.folded, [], 0
    while at < len(text):
        ends = [at + len(p) for p in phrases if text.startswith(p, at) and bounded(text, at, p)]
        if ends:
            places.append((at, max(ends)))
            at = max(ends)
        else:
            at += 1
    return places


def bounded(text: str, start: int, phrase: str) -> bool:
    end = start + len(phrase)
    inside_left = start > 0 and text[start - 1].isalnum() and phrase[0].isalnum()
    inside_right = end < len(text) and text[end].isalnum() and phrase[-1].isalnum()
    return not inside_left and not inside_right


LETTERS = "aAbİ ’'-–\u00a0é\u0301ßﬁ😀.\n"
PHRASES = st.lists(
    st.text(LETTERS, min_size=1, max_size=5).map(lambda p: fold(p).strip()).filter(bool),
    min_size=1,
    max_size=6,
    unique=True,
)


@given(PHRASES, st.lists(st.text(LETTERS, max_size=30), min_size=1, max_size=4))
@example(["a b", "b a", "a"], ["a b a", "a b"])
@example(["i"], ["İ i İi"])
def test_the_scan_finds_what_a_naive_search_finds(phrases, texts):
    document = document_of(*texts)
    found = (
        PhraseScanner([made("a/rule", table_of(*phrases))]).scan(document).phrases.get("a/rule", ())
    )
    expected = [
        (index, *place)
        for index, block in enumerate(document.blocks)
        for place in naive(block, tuple(phrases))
    ]
    by_block = {id(block): index for index, block in enumerate(document.blocks)}
    assert [(by_block[id(m.block)], m.start, m.end) for m in found] == expected
    for match in found:
        assert match.phrase.text == match.block.folded[match.start : match.end]
        assert document.source[match.span.start : match.span.end] == match.text


@given(PHRASES, PHRASES, st.text(LETTERS, max_size=40))
def test_rules_and_tables_do_not_disturb_each_other(first, second, text):
    document = document_of(text)
    one, two = made("a/one", table_of(*first)), made("b/two", table_of(*second))
    both = made("c/both", table_of(*first), table_of(*second, name="u"))
    together = PhraseScanner([one, two, both]).scan(document).phrases
    for single in (one, two, both):
        assert PhraseScanner([single]).scan(document).phrases.get(single.id) == together.get(
            single.id
        )


def test_each_rule_reads_its_own_blocks():
    document = document_of("old mill", "old mill", kinds=(BlockKind.PARAGRAPH, BlockKind.CODE))
    code = made("a/code", table_of("old mill"), reads=lambda b: b.kind is BlockKind.CODE)
    prose = made("b/prose", table_of("old mill"))
    found = PhraseScanner([code, prose]).scan(document).phrases
    assert [m.block.kind for m in found["a/code"]] == [BlockKind.CODE]
    assert [m.block.kind for m in found["b/prose"]] == [BlockKind.PARAGRAPH]


def clued(id: str, *clues: str, always_runs: bool = False) -> tuple[Rule, list[list[int]]]:
    """Return a rule with clues, and what it was called with: the places of the blocks with one."""
    calls: list[list[int]] = []

    def check(document: Document, context: Context) -> tuple[Hit, ...]:
        calls.append([block.span.start for block in context.clued])
        return ()

    made = rule(
        id,
        summary="s",
        message="m",
        clues=clues,
        always_runs=always_runs,
        examples=[bad("x", at="x")],
    )(check)
    return made, calls


def test_a_rule_with_clues_is_called_with_the_blocks_that_hold_one():
    document = document_of(
        "Windmills", "none", "two Mills, and a mill", kinds=(BlockKind.CODE,) * 3
    )
    needed, calls = clued("a/needed", "mill", "two")
    absent, no_calls = clued("b/absent", "lock")
    always, one_call = clued("c/always", "lock", always_runs=True)
    found = PhraseScanner([needed, absent, always, made("d/rule", table_of("mill"))]).scan(document)
    assert [*found.clued] == ["a/needed"]
    assert found.phrases == {}  # code is no prose, and clues do not ask
    engine = Engine([ActiveRule(one, one.options()) for one in (needed, absent, always)])
    assert engine.check(document).problems == []
    assert calls == [[0, 17]]
    assert no_calls == []
    assert one_call == [[]]


@pytest.mark.parametrize("clue", ["", "Mill", "’tis"])
def test_a_clue_is_folded_text(clue):
    with pytest.raises(ValueError, match="a/rule: a clue is not folded text"):
        clued("a/rule", clue)


def test_a_match_does_not_run_over_the_end_of_a_block():
    assert (
        PhraseScanner([made("a/rule", table_of("old mill"))])
        .scan(document_of("old", "mill"))
        .phrases
        == {}
    )


def test_no_phrases_and_no_blocks():
    assert PhraseScanner([]).scan(document_of("old mill")).phrases == {}
    assert PhraseScanner([made("a/rule", table_of("x"))]).scan(document_of()).phrases == {}


@pytest.mark.parametrize("text", ["", "Upper", "curly’s", "tab\tbed", "zero\x00"])
def test_a_phrase_that_could_never_match_is_refused(text):
    with pytest.raises(ValueError):
        Phrase(text)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("word,phrase\na,b\n", "first column"),
        ("", "first column"),
        ("phrase,note\nold mill\n", "row 1"),
        ("phrase\nold mill,extra\n", "row 1"),
        ('phrase\na\n \n""\n', "row 2"),
        ("phrase\nOld Mill\nold  mill\nold mill\n", "twice"),
    ],
)
def test_a_bad_row_of_a_table_is_named(text, complaint):
    with pytest.raises(ValueError, match=complaint):
        PhraseTable.parse("table.csv", text)


def test_a_table_with_comments_and_columns():
    table = PhraseTable.parse("t", '# made up\n\nphrase,means\nOld “Mill”,"a, b"\n# more\nx,y\n')
    assert [(p.text, p.fields["means"]) for p in table.phrases] == [
        ('old "mill"', "a, b"),
        ("x", "y"),
    ]


@pytest.mark.parametrize(
    ("phrases", "unit"),
    [
        (["a" * n for n in range(1, 30)], "a"),
        (["a b", "b a", "a b a", "b a b"], "a b "),
        ([f"phrase {n}" for n in range(2000)], "no phrase 1999 is here, only phrases. "),
    ],
)
def test_time_grows_with_the_length_of_the_text(phrases, unit):
    scanner = PhraseScanner([made("a/rule", table_of(*phrases))])

    def seconds(length: int) -> float:
        document = document_of(unit * (length // len(unit)))
        assert document.blocks[0].folded  # computed before the clock runs
        best = 9.9
        for _ in range(3):
            begin = time.process_time()
            scanner.scan(document)
            best = min(best, time.process_time() - begin)
        return best

    # Linear time gives 8 and quadratic time 64; the machine may be busy.
    assert seconds(40_000) <= 32 * max(seconds(5_000), 0.001)

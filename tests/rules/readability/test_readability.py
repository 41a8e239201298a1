"""Reading levels of passages, offline."""

from __future__ import annotations

import subprocess
import sys

import pytest
from textlint_readability.outlier import outlier
from textlint_readability.passages import passages
from textlint_readability.patchwork import patchwork

from textlint.rule import Rule
from textlint.testing import check, check_examples, read

SENTENCE = "The keeper of the light went down to the shore and looked out for the boat. "


@pytest.mark.parametrize("rule", [outlier, patchwork], ids=lambda rule: rule.id)
def test_examples(rule: Rule) -> None:
    check_examples(rule)


@pytest.mark.parametrize("rule", [outlier, patchwork], ids=lambda rule: rule.id)
@pytest.mark.parametrize("text", ["", "# A\n", "1 2 3 " * 700, "😀 " * 900, "a" * 9000, ". " * 900])
def test_odd_texts_are_silent(rule: Rule, text: str) -> None:
    assert check(rule, "\n\n".join([text] * 7)) == []


def test_paragraphs_of_a_section_are_joined_and_rests_left_out() -> None:
    short = SENTENCE * 3
    document = read(
        "\n\n".join(["# One", short, short, short, "# Two", short, "# Three", short * 3])
    )
    found = passages(document, 100)
    assert [len(p.blocks) for p in found] == [3, 1]
    assert [p.words for p in found] == [144, 144]


def test_lists_and_quotations_are_no_passages() -> None:
    text = f"- {SENTENCE * 9}\n\n> {SENTENCE * 9}\n"
    assert passages(read(text), 100) == []


def test_the_levels_are_the_published_formulas() -> None:
    # 16 words, none of more than six letters, in each sentence.
    (passage,) = passages(read(SENTENCE * 10), 100)
    letters = sum(map(str.isalpha, SENTENCE))
    assert passage.lix == pytest.approx(16)
    assert passage.ari == pytest.approx(4.71 * (letters + 1) / 16 + 0.5 * 16 - 21.43, abs=0.01)


def test_no_socket_is_opened_even_in_a_fresh_process() -> None:
    program = (
        "import socket, sys\n"
        "def refuse(*args, **kwargs): raise AssertionError('network')\n"
        "real = socket.socket\n"
        "class Refusing(real):\n"
        "    def __init__(self, *args, **kwargs): refuse()\n"
        "import ssl\n"
        "socket.socket = Refusing\n"
        "socket.create_connection = socket.getaddrinfo = refuse\n"
        "from textlint_readability.outlier import outlier\n"
        "from textlint.testing import check\n"
        "assert 'textstat' not in sys.modules\n"
        "assert check(outlier, outlier.bad_examples[0].text)\n"
        "assert 'textstat' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)

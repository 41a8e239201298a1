"""Every rule of every family takes time in proportion to the text, whatever the text is.

All rules run in one engine over one text in two sizes, each with a clock of its own. What a document
works out once for all rules (sentences, words, quotations) is asked for beforehand, under its own name.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable

import pytest

from textlint.document import Document
from textlint.engine import ActiveRule, Engine
from textlint.model import Hit
from textlint.plugins import load_host
from textlint.rule import Check, Context, Rule
from textlint.testing import read

HOST = load_host()
SMALL, LARGE = 8_000, 64_000  # code points: eight times as many
MOST = 28  # times as long: linear time gives 8, quadratic time 64; the machine may be busy
NOISE = 0.002  # CPU seconds that any rule may take for the small text
# The whole check of an article: half a megabyte and four, with all rules together. A text of eight in one
# file is timed by benchmarks/speed/run.py.
ARTICLE = 500_000

HOSTILE: dict[str, Callable[[int], str]] = {
    "one paragraph": lambda n: "The council met on Monday, and nobody said who paid for it. " * (n // 60),
    "no full stop": lambda n: "and the council met on Monday with some experts who say that " * (n // 61),
    "short lines": lambda n: "Yes\n" * (n // 4),
    "short paragraphs": lambda n: "Read more\n\n" * (n // 11),
    "long paragraphs": lambda n: ("As many say, it was said to be so (EU). " * 40 + "\n\n") * (n // 1600),
    "capitals": lambda n: "ABCDEFG HIJ " * (n // 12),
    "one word": lambda n: "a" * n,
    "as a": lambda n: "As a " * (n // 5),
    "i am a": lambda n: "I am a nurse, " * (n // 14),
    "parentheses": lambda n: "(" * n,
    "acronyms": lambda n: "import control office (ICO) " * (n // 28),
    "unclosed brackets": lambda n: "an import control office (ICO; " * (n // 31),
    "quotation marks": lambda n: "“" * n,
    "straight marks": lambda n: '"A ' * (n // 3),
    "unclosed quotations": lambda n: "“We knew it. She said so.\n\n" * (n // 27),
    "according to": lambda n: "according to " * (n // 13),
    "said": lambda n: "Anna Berg said that some people said " * (n // 37),
    "digits": lambda n: "1" * n,
    "figures": lambda n: "$1.2 million or 38% of 1,200,300 and " * (n // 37),
    "figures without end": lambda n: "1,000," * (n // 6),
    "list numbers": lambda n: "1.\n" * (n // 3),
    "marks on letters": lambda n: "e\u0301" * (n // 2),
    "marks on one letter": lambda n: "e" + "\u0301" * n,
    "invisible": lambda n: "a\u200b" * (n // 2),
    "mojibake": lambda n: "â€™" * (n // 3),
    "lost characters": lambda n: "it?s doesn?t " * (n // 13),
    "entities": lambda n: "&amp;amp; " * (n // 10),
    "dashes": lambda n: "— a — " * (n // 6),
    "blanks": lambda n: "a" + " " * n + "b",
    "colons": lambda n: "Source: via: " * (n // 13),
    "addresses": lambda n: "http://a.example/b?c " * (n // 21),
    "licences": lambda n: "republished under a licence of creative commons " * (n // 48),
    "ignore": lambda n: "<!-- textlint-disable -->\n" * (n // 26),
    "other languages": lambda n: "Le phare est éteint. Der Turm ist zu. El faro es de la villa. " * (n // 62),
    "other scripts": lambda n: "Маяк закрыт. 灯台は閉まっている。" * (n // 24),
}  # fmt: skip
MARKED_UP: dict[str, Callable[[int], str]] = {
    "pipe table": lambda n: "| a | 1 |\n|---|---|\n" + "| Lamp | 38% |\n" * (n // 15),
    "headings": lambda n: "# Share\n\n" * (n // 9),
    "empty links": lambda n: "[source]() and [here](#) " * (n // 25),
    "lists": lambda n: "- Read more: [Lamp](/a)\n" * (n // 24),
    "emphasis": lambda n: "**AI**: *so* " * (n // 13),
}
TEXTS = [(f"{name}.txt", make) for name, make in HOSTILE.items()]
TEXTS += [(f"{name}.md", make) for name, make in MARKED_UP.items()]


class Clock:
    """CPU seconds of each rule, and of the facts that rules share, over one document."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        rules = [rule._replace(check=self._timed(rule)) for rule in HOST.rules]
        self.engine = Engine([ActiveRule(rule, rule.options()) for rule in rules])

    def measure(self, document: Document) -> dict[str, float]:
        self.seconds = {}
        start = time.process_time()
        for block in document.blocks:
            assert block.folded is not None
            assert (block.sentences, block.quotations) is not None
        assert document.word_count >= 0
        self.seconds["shared facts"] = time.process_time() - start
        checked = self.engine.check(document)
        assert not checked.problems
        return self.seconds

    def _timed(self, rule: Rule) -> Check:
        def check(document: Document, context: Context) -> Iterable[Hit]:
            start = time.process_time()
            hits = list(rule.check(document, context))
            self.seconds[rule.id] = time.process_time() - start
            return hits

        return check


@pytest.fixture(scope="module")
def clock() -> Clock:
    clock = Clock()
    for name, make in TEXTS:
        clock.measure(read(make(400), name))  # reads the tables, compiles the patterns
    return clock


@pytest.mark.parametrize(("name", "make"), TEXTS, ids=[name for name, _ in TEXTS])
def test_no_rule_is_slower_than_linear(clock: Clock, name: str, make: Callable[[int], str]) -> None:
    small = clock.measure(read(make(SMALL), name))
    large = clock.measure(read(make(LARGE), name))
    allowed = {what: MOST * max(seconds, NOISE) for what, seconds in small.items()}
    slow = {what for what, seconds in large.items() if seconds > allowed.get(what, MOST * NOISE)}
    if slow:  # something else may have had the processor
        again = clock.measure(read(make(LARGE), name))
        slow = {what for what in slow if again[what] > allowed.get(what, MOST * NOISE)}
    assert not slow, {what: (small.get(what), large[what]) for what in sorted(slow)}


def article(size: int) -> str:
    """Return ordinary prose of about `size` code points, each sentence another one."""
    chance = random.Random(size)
    names = ["Anna Berg", "the council", "Ilse Brand", "the ferry trust", "our keeper", "a nurse"]
    verbs = ["closed", "painted", "measured", "opened", "counted", "sold", "described", "moved"]
    things = ["the harbour", "a wall", "the old lamp", "two boats", "the steps", "every window"]
    times = ["on Monday", "in 2019", "before the storm", "for nine weeks", "at dusk", "in May"]
    ends = [
        ", said the mayor",
        "",
        "",
        "",
        " (see the map)",
        " and “nobody knew why”",
        ", they say",
    ]
    syllables = ["ba", "ket", "ri", "sten", "du", "mar", "el", "fi", "nor", "lu", "sa", "wick"]
    pieces: list[str] = []
    length = 0
    while length < size:
        picked = [chance.choice(part) for part in (names, verbs, things, times, ends)]
        subject, verb, thing, when, end = picked
        words = ["".join(chance.choices(syllables, k=3)) for _ in range(4)]
        sentence = f"{subject.capitalize()} {verb} {thing} with {' '.join(words)} {when}{end}."
        stop = "\n\n" if chance.random() < 0.2 else " "
        pieces += [sentence, stop]
        length += len(sentence) + len(stop)
    return "".join(pieces)


def test_an_article_of_four_megabytes_takes_eight_times_as_long_as_one_of_half(
    clock: Clock,
) -> None:
    once = clock.measure(read(article(ARTICLE), "article.txt"))
    eightfold = clock.measure(read(article(8 * ARTICLE), "article.txt"))
    assert sum(eightfold.values()) < MOST * sum(once.values())
    allowed = {what: MOST * max(once.get(what, 0.0), 4 * NOISE) for what in eightfold}
    slow = {what for what, seconds in eightfold.items() if seconds > allowed[what]}
    assert not slow, {what: (once.get(what), eightfold[what]) for what in sorted(slow)}

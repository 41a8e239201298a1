"""Reworded copies: pairs of three strengths, look-alikes, families, round-ups, orders and sizes."""

from __future__ import annotations

import random
import time

import pytest
from invented import Writer
from textlint_spun import copy_fingerprint
from textlint_spun.copy_examples import (
    BRIDGE,
    BRIDGE_ADVISORY,
    BRIDGE_REWORDED,
    FERRY,
    FERRY_REWORDED,
    HARBOUR,
    HARBOUR_OTHER_DESK,
    ORCHARD,
)
from textlint_spun.copy_features import NOTE, WARNING, Features, exclusive, is_sure, score
from textlint_spun.quantities import value_of_digits, value_of_word
from textlint_spun.rarity import is_round
from textlint_spun.reworded_copy import reworded_copy
from textlint_spun.stems import stem
from textlint_spun.terms import NAME, NUMBER, decode, fingerprint, mentions

from textlint.collection import Entry, Role, doc_number, fixed_hash, run_stages
from textlint.model import Severity
from textlint.testing import compare, read

HEAVY = {"bridge": (BRIDGE, BRIDGE_REWORDED.text), "ferry": (FERRY, FERRY_REWORDED.text)}

# Word for word another word, sentence by sentence the same: what a spinner does.
LIGHT_SWAPS = {
    "will close": "is going to shut", "replace": "exchange", "found": "discovered", "said": "stated",
    "told reporters": "informed journalists", "last": "take", "most of it": "the bulk of it",
    "every day": "each day", "fear": "are afraid of", "rejected": "turned down", "open": "usable",
    "shortly after": "a little after", "badly": "seriously", "struck": "hit", "took off": "rescued",
    "treated": "looked after", "hopes": "wants", "owner": "proprietor",
}  # fmt: skip


def light(text: str) -> str:
    for old, new in LIGHT_SWAPS.items():
        text = text.replace(old, new)
    return text


def medium(text: str) -> str:
    """Swap words, and turn the order of the paragraphs and of the sentences in them around."""
    title, *paragraphs = light(text).strip().split("\n\n")
    turned = [". ".join(reversed(p.rstrip(".").split(". "))) + "." for p in paragraphs]
    return "\n\n".join([title, *turned[2:], *turned[:2]]) + "\n"


def reported(files: dict[str, str], **how: object) -> dict[str, list[str]]:
    found = compare(reworded_copy, files, **how)  # type: ignore[arg-type] # options of the kit
    return {name: [seen.message for seen in items] for name, items in found.items()}


@pytest.mark.parametrize("make", [light, medium], ids=["light", "medium"])
@pytest.mark.parametrize("original", [BRIDGE, FERRY, ORCHARD, HARBOUR], ids=["b", "f", "o", "h"])
def test_light_and_medium_rewrites_are_found(original, make) -> None:
    files = {"2024/01/01/a.md": original, "2024/01/02/b.md": make(original)}
    found = compare(reworded_copy, files)
    if found:
        ((name, (seen,)),) = found.items()
        assert name == "2024/01/02/b.md"
        assert seen.finding.severity is Severity.WARNING
        assert {r.path for r in seen.finding.related} >= {"2024/01/01/a.md"}
    else:  # so light that it is the same wording
        from textlint_repetition.near_duplicate import near_duplicate

        assert list(compare(near_duplicate, files)) == ["2024/01/02/b.md"]


@pytest.mark.parametrize("name", HEAVY)
def test_heavy_rewrites_are_found_and_aligned(name) -> None:
    original, rewrite = HEAVY[name]
    found = compare(reworded_copy, {"2024/01/01/a.md": original, "2024/01/02/b.md": rewrite})
    ((path, (seen,)),) = found.items()
    assert path == "2024/01/02/b.md"
    assert seen.finding.severity is Severity.WARNING
    assert "2024/01/01/a.md" in seen.message and "stolen" not in seen.message
    for related in seen.finding.related:
        text = original if related.path else rewrite
        said = related.message.partition(": ")[2].split(", ")
        place = text[related.span.start : related.span.end]
        assert sum(word.lower() in place.lower() for word in said) >= 1


def test_a_byline_tells_the_original_where_no_date_does() -> None:
    signed = "---\nauthor: Ines Halloran\n---\n\n" + BRIDGE_REWORDED.text
    assert list(reported({"a.md": BRIDGE, "b.md": signed})) == ["a.md"]
    signed = "---\nauthor: Ines Halloran\n---\n\n" + BRIDGE
    assert list(reported({"b.md": signed, "a.md": BRIDGE_REWORDED.text})) == ["a.md"]


def test_where_nothing_else_tells_the_words_of_a_spinner_do() -> None:
    copied = medium(ORCHARD)
    spun = copied.replace(". ", ", in a conjoint assemblage betwixt the bailiwick. ")
    assert list(reported({"2.md": ORCHARD, "1.md": copied})) == ["2.md"]
    assert list(reported({"2.md": ORCHARD, "1.md": spun})) == ["1.md"]


def test_a_reference_is_never_reported() -> None:
    files = {"2030/01/01/original.md": FERRY, "a.md": FERRY_REWORDED.text}
    assert list(reported(files, references=["2030/01/01/original.md"])) == ["a.md"]


RUNNING_STORY = [
    "The strike at the Tolland shipyard entered its {n} week. {who} of the union Maritim told {many}"
    " workers at Gate 4 that talks with director Hanne Quist had failed over {sum} crowns a month."
    " A mediator from {town} is expected on {day}. The tug {tug} lies idle with a crew of {crew}.",
]


def _running(n: int) -> str:
    draw = Writer(n, words=300)
    facts = {key: draw.article(1).split()[4] for key in ("who", "town", "tug")}
    numbers = {"many": 400 + 37 * n, "sum": 1150 + 90 * n, "crew": 14 + n}
    lead = RUNNING_STORY[0].format(n=n, day=f"{n} May", **facts, **numbers)
    return f"{lead}\n\n{draw.article(8)}"


def test_reports_of_a_running_story_are_no_copies() -> None:
    assert reported({f"{n}.txt": _running(n) for n in range(3, 12)}) == {}


def test_line_ups_and_lists_of_dates_are_no_copies() -> None:
    dates = "\n\n".join(
        f"June {n} - {town} - {hall} Hall"
        for n, (town, hall) in enumerate(
            zip(
                [
                    "Ostrand",
                    "Kelby",
                    "Norhavn",
                    "Thornby",
                    "Penworth",
                    "Swinford",
                    "Larkhill",
                    "Cressing",
                ],
                ["Regal", "Astoria", "Memorial", "Union", "Corn", "Drill", "Market", "Assembly"],
                strict=True,
            ),
            start=2,
        )
    )
    one = f"The Wexell Quartet goes on tour again. Tickets are sold from Friday.\n\n{dates}\n"
    two = (
        "Brandt, the drummer, has recovered from a broken wrist, says a friend in Vestby who has known"
        f" him since 1994. He can be seen with the Wexell Quartet.\n\n{dates}\n"
    )
    assert reported({"a.txt": one, "b.txt": two}) == {}


def test_look_alikes_are_silent() -> None:
    files = {
        "a.md": BRIDGE,
        "b.md": BRIDGE_ADVISORY,
        "c.md": HARBOUR,
        "d.md": HARBOUR_OTHER_DESK,
        "e.md": FERRY,
        "f.md": ORCHARD,
    }
    assert reported(files) == {}


@pytest.mark.parametrize("copies", [1, 3, 8])
def test_a_family_is_one_finding(copies) -> None:
    """Verbatim and light copies of the original must not hide its heavy rewrite."""
    files = {"2024/01/01/original.md": FERRY, "2024/03/01/heavy.md": FERRY_REWORDED.text}
    for number in range(copies):
        text = FERRY if number % 2 else light(FERRY)
        files[f"2024/02/0{number + 1}/copy.md"] = text
    found = reported(files)
    assert list(found) == ["2024/03/01/heavy.md"]
    assert len(found["2024/03/01/heavy.md"]) == 1


@pytest.mark.parametrize("make", [light, medium])
@pytest.mark.parametrize("after", [True, False])
def test_a_copy_with_another_article_around_it_is_found(make, after) -> None:
    other = Writer(7).article(18)
    text = f"{make(BRIDGE)}\n\n{other}" if after else f"{other}\n\n{make(BRIDGE)}"
    assert list(reported({"a.md": BRIDGE, "round-up.md": text})) == ["round-up.md"]


@pytest.mark.parametrize("count", [8, 48, 248, 1998])
def test_folders_of_any_size(count) -> None:
    writer = Writer(count)
    files = {f"{n:04}.md": writer.article(8) for n in range(count)}
    files |= {"x/2024-01-01.md": BRIDGE, "x/2024-01-02.md": BRIDGE_REWORDED.text}
    started = time.process_time()
    assert list(reported(files)) == ["x/2024-01-02.md"]
    assert time.process_time() - started < 60  # far above what it takes, below what a square would


def test_neither_order_nor_names_of_others_change_anything() -> None:
    names = {
        "a.md": BRIDGE,
        "b.md": BRIDGE_REWORDED.text,
        "c.md": FERRY,
        "d.md": FERRY_REWORDED.text,
    }
    expected = compare(reworded_copy, names)
    for seed in range(3):
        items = list(names.items())
        random.Random(seed).shuffle(items)
        assert compare(reworded_copy, dict(items)) == expected


def test_the_index_is_small() -> None:
    document = read(Writer(3).article(), "a.txt")
    assert len(copy_fingerprint.make(document, None) or b"") < 1700


def test_fingerprints_keep_the_terms() -> None:
    document = read(BRIDGE)
    told = [mention.term for mention in mentions(document)]
    kept = decode(fingerprint(document))
    assert [(t.hash, t.kind, t.listed, t.level) for t in kept] == [
        (t.hash, t.kind, t.listed, t.level) for t in told
    ]


def test_terms() -> None:
    text = (
        "The 56-year-old Spanish keeper paid $1.2 million. In his 40s he sold twenty-one H100 cards"
        " to @somebody at shop.example/x for 3,500 crowns, and Marten didn't mind.\n"
    )
    found = {mention.text: mention.term.kind for mention in mentions(read(text, "a.txt"))}
    numbers = {name for name, kind in found.items() if kind == NUMBER}
    assert numbers >= {"1.2 million", "twenty-one", "3,500"}
    assert found["Marten"] == NAME
    assert not {"40s", "somebody", "didn't"} & set(found)


@pytest.mark.parametrize(
    ("token", "value"),
    [("$1,200", 1200), ("4.5%", 4.5), ("30bn", 30e9), ("21st", 21), ("787-9", None), ("40s", None)],
)
def test_digits(token, value) -> None:
    assert value_of_digits(token) == value


@pytest.mark.parametrize(
    ("word", "value"), [("twenty", 20), ("sixty-two", 62), ("well-known", None)]
)
def test_number_words(word, value) -> None:
    assert value_of_word(word) == value


def test_stems_bring_forms_together() -> None:
    assert len({stem(word) for word in ("announce", "announced", "announces", "announcement")}) == 1
    assert stem("bus") == "bus"


# Features of pairs as they were measured, kept so that a change of the formula shows.
HEAVY_PAIR = Features(0.94, 0.79, 0.61, 2, 0, 0.29, 0.17, 10)
OTHER_NEWSROOM = Features(0.80, 0.61, 2.18, 0, 0, 0.22, 0.09, 8)
SAME_RELEASE = Features(0.65, 0.59, 4.41, 14, 0, 0.33, 0.17, 25)
MEDIUM_PAIR = Features(0.97, 0.88, 0.42, 19, 0, 0.57, 0.36, 42)


def test_the_formula() -> None:
    assert score(MEDIUM_PAIR, 0.95) > 2 * WARNING
    assert score(HEAVY_PAIR, 1.0) > WARNING
    assert score(OTHER_NEWSROOM, 1.0) < NOTE
    assert score(SAME_RELEASE, 0.96) < NOTE
    assert is_sure(MEDIUM_PAIR) is True
    assert is_sure(HEAVY_PAIR) is False


def test_the_formula_is_monotonous() -> None:
    better = {"cmax": 1.0, "cmin": 1.0, "novel": 0.0, "adjacent": 40, "new_numbers": 0, "once": 1.0}
    better["common"] = 40
    for name, value in better.items():
        assert score(HEAVY_PAIR._replace(**{name: value}), 0.5) >= score(HEAVY_PAIR, 0.5)
    assert score(HEAVY_PAIR, 0.9) > score(HEAVY_PAIR, 0.3)


def test_exclusiveness() -> None:
    assert exclusive([2, 2, 2]) == 1.0
    assert exclusive([2, 3, 4]) == pytest.approx((1 + 1 / 2 + 1 / 3) / 3)
    assert exclusive([]) == 0.0


def test_guests_do_not_change_each_others_findings() -> None:
    collection = reworded_copy.collection
    assert collection is not None

    def entry(rank: int, role: Role, text: str) -> Entry:
        made = copy_fingerprint.make(read(text), None)
        assert made is not None
        return Entry(doc_number(rank, role), f"{rank}.md", made)

    original = entry(0, Role.MEMBER, BRIDGE)
    guest = entry(1, Role.GUEST, BRIDGE_REWORDED.text)
    others = [entry(n, Role.GUEST, light(BRIDGE) + "x" * n) for n in (2, 3, 4)]
    alone = run_stages(collection, [original, guest], None)
    crowd = run_stages(collection, [original, guest, *others], None)
    assert [found for found in alone if found.doc == guest.doc] != []
    assert [found for found in crowd if found.doc == guest.doc] == alone


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Seven hundred and forty people came.", {740}),
        ("It paid a hundred and twenty-one thousand crowns.", {121_000}),
        ("They paid 31 million and between 415 and 430 million crowns.", {31e6, 415e6, 430e6}),
        ("From 1,900 to 2,300 people in sixty-odd towns came.", {1900, 2300}),
        ("In three hundred towns and forty villages.", {300, 40}),
        ("It is 12 to 15 metres.", {12, 15}),
    ],
)
def test_numbers_of_several_words(text, values) -> None:
    found = mentions(read(text + "\n", "a.txt"))
    hashes = {mention.term.hash for mention in found if mention.term.kind == NUMBER}
    assert hashes == {fixed_hash(f"{value:g}", 28) for value in values}


@pytest.mark.parametrize(
    ("value", "is_round_number"),
    [
        (300_000, True),
        (1500, True),
        (40e6, True),
        (100, True),
        (90, False),
        (1460, False),
        (1e400, False),
    ],
)
def test_round_numbers(value, is_round_number) -> None:
    assert is_round(value) is is_round_number

"""Near-duplicates, repeated blocks and missing metadata: families, orders and what stays silent."""

from __future__ import annotations

import random

import pytest
from invented import Writer
from textlint_footer.repeated_block import repeated_block
from textlint_repetition.duplicate_examples import NOTICE, PAGE, REPORT
from textlint_repetition.near_duplicate import near_duplicate
from textlint_sourcing.missing_metadata import missing_metadata

from textlint.sketches import resemblance, same_wording, sketch_of
from textlint.testing import compare, read

WRITER = Writer(11)
ARTICLES = [WRITER.article(10) for _ in range(12)]


@pytest.mark.parametrize("copies", [2, 4, 9])
def test_a_family_of_copies_is_one_finding_at_the_last(copies) -> None:
    files = {f"2024/01/0{n + 1}/a.txt": ARTICLES[0] for n in range(copies)}
    files |= {f"{n}.txt": text for n, text in enumerate(ARTICLES[1:])}
    found = compare(near_duplicate, files)
    ((path, (seen,)),) = found.items()
    assert path == f"2024/01/0{copies}/a.txt"
    assert len(seen.finding.related) == copies - 1
    shuffled = list(files.items())
    random.Random(copies).shuffle(shuffled)
    assert compare(near_duplicate, dict(shuffled)) == found


def test_the_page_with_furniture_is_the_copy() -> None:
    assert list(compare(near_duplicate, {"a.md": PAGE, "b.md": REPORT})) == ["a.md"]


def test_a_hundred_notices_of_one_template_are_silent() -> None:
    names = [word.capitalize() for word in WRITER.article(60).split()[:900]]
    files = {
        f"{n}.md": NOTICE.format(
            month="June",
            street=f"{names[n]} Row",
            cost=f"{17 * n},250",
            firm=f"{names[n + 200]} & Co",
        )
        for n in range(100)
    }
    found = compare(near_duplicate, files)
    assert sum(map(len, found.values())) <= 1


def test_resemblance_is_estimated_well() -> None:
    text = ARTICLES[3]
    sentences = text.split(". ")
    for kept in (1.0, 0.9, 0.6, 0.3):
        count = int(len(sentences) * kept)
        other = ". ".join(sentences[:count]) + " " + ARTICLES[4] * (kept < 1)
        one, two = sketch_of(read(text, "a.txt")), sketch_of(read(other, "b.txt"))
        words = [
            set(
                zip(
                    *(t.lower().replace(".", "").replace(",", " ").split()[i:] for i in range(5)),
                    strict=False,
                )
            )
            for t in (text, other)
        ]
        exact = len(words[0] & words[1]) / len(words[0] | words[1])
        assert abs(resemblance(one, two) - exact) < 0.2
    assert same_wording(one, two) == 0.0


def test_sketches_of_nothing() -> None:
    empty = sketch_of(read("One word.", "a.txt"))
    assert resemblance(empty, empty) == 0.0
    assert same_wording(empty, empty) == 0.0


TAILS = {
    "de": "Mehr aus der Region lesen Sie in unserer App",
    "el": "Διαβάστε όλες τις ειδήσεις στο κινητό σας",
    "ja": "最新ニュースはアプリでどうぞ",
    "zh": "扫码关注我们的公众号，获取更多精彩内容",
    "ru": "Подписывайтесь на наш канал в Telegram",
    "th": "อ่านข่าวเพิ่มเติมได้ที่แอปของเรา",
}


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
def test_a_closing_block_in_any_language_is_one_finding(tail) -> None:
    files = {f"n/{n}.txt": f"{text}\n{tail}\n" for n, text in enumerate(ARTICLES[:5])}
    files |= {f"n/{n}.txt": text for n, text in enumerate(ARTICLES[5:], start=5)}
    ((path, (seen,)),) = compare(repeated_block, files).items()
    assert (path, seen.text) == ("n/0.txt", tail)
    assert len(seen.finding.related) == 4
    assert seen.message.startswith("5 files")


def test_the_author_bio_and_headings_are_no_furniture() -> None:
    bio = "Ada Brook paints boats and lives by the lock."
    files = {
        f"{n}.md": f"---\nauthor: Ada Brook\n---\n\n{text}\n{bio}\n\n## What others wrote\n"
        for n, text in enumerate(ARTICLES[:5])
    }
    assert compare(repeated_block, files) == {}


def test_metadata_is_asked_for_by_directory() -> None:
    files = {f"signed/{n}.md": f"---\nauthor: Ada\n---\n\n{t}" for n, t in enumerate(ARTICLES[:9])}
    files["signed/9.md"] = ARTICLES[9]
    files |= {f"unsigned/{n}.md": text for n, text in enumerate(ARTICLES)}
    ((path, (seen,)),) = compare(missing_metadata, files).items()
    assert path == "signed/9.md"
    assert "9 of the 10" in seen.message


def test_options_are_checked() -> None:
    for rule, options in (
        (repeated_block, {"files": 1}),
        (missing_metadata, {"share": 1.5}),
        (missing_metadata, {"siblings": 1}),
    ):
        with pytest.raises(ValueError):
            rule.options(**options)


@pytest.mark.parametrize(
    "notice", ["저작권자 무단 전재 및 재배포 금지", "Tous droits réservés au journal"]
)
def test_a_copyright_notice_in_any_language_belongs_to_each_file(notice) -> None:
    files = {f"{n}.txt": f"{text}\n{notice}\n" for n, text in enumerate(ARTICLES[:7])}
    assert compare(repeated_block, files) == {}


CHINESE = [
    "水坝旁的磨坊又开始运转了。轮子是新雕的，用了三根橡木，费时四个月。磨坊主说，他的祖父曾在这里磨过全县的面粉。",
    "来集市的人比以往任何时候都多。鹅也更多，价格却没有涨。镇长在台上讲了十分钟，然后下起了雨，大家都躲进了教堂。",
    "通往霍林的路又开放了，至少自行车可以通行。工人们在路边种了两百棵苹果树，三年以后孩子们上学时就能摘到果子。",
]


def test_texts_without_blanks_are_compared_by_letters() -> None:
    text = "".join(CHINESE)
    one, edited, turned, other = (
        sketch_of(read(source, "a.txt"))
        for source in (
            text,
            text.replace("三根", "四根"),
            "".join(CHINESE[::-1]),
            CHINESE[1] + CHINESE[1],
        )
    )
    assert resemblance(one, edited) > 0.8
    assert resemblance(one, turned) > 0.8
    assert 0 < resemblance(one, other) < 0.5

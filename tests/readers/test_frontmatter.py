"""Front matter: what is split off, what stays prose, and where each value stands."""

from __future__ import annotations

import time

import pytest
from exactness import check_document, source_of
from hypothesis import given
from hypothesis import strategies as st

from textlint.document import BlockKind
from textlint.readers.frontmatter import FrontMatter, read_front_matter
from textlint.readers.scalars import UnreadableError
from textlint.readers.yaml_lines import simple_yaml_scalars
from textlint.readers.yaml_values import yaml_scalars
from textlint.testing import read


def values(source: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for value in read_front_matter(source).values:
        found.setdefault(value.key, []).append(value.value)
    return found


def places(source: str) -> list[str]:
    return [source[v.span.start : v.span.end] for v in read_front_matter(source).values]


def check_places(source: str, front: FrontMatter) -> None:
    for block in front.blocks:
        assert block.kind is BlockKind.META
        for index, segment in enumerate(block.segments):
            last = index + 1 == len(block.segments)
            end = len(block.text) if last else block.segments[index + 1].start
            text = block.text[segment.start : end]
            assert segment.source_start <= segment.source_end
            if len(text) == segment.source_end - segment.source_start:
                origin = source[segment.source_start : segment.source_end]
                assert text == origin.replace("\n", " ") or text == origin


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "---\ntitle: The bridge\ndate: 2024-05-04\n---\nBody",
            {"title": ["The bridge"], "date": ["2024-05-04"]},
        ),
        ("---\nparams:\n  Author: Ada\n---\n", {"params.author": ["Ada"]}),
        (
            "---\nauthors:\n- name: Ada\n  url: a.b\n- name: Bo\n---\n",
            {"authors.name": ["Ada", "Bo"], "authors.url": ["a.b"]},
        ),
        ("---\ntags: [a, 'b c', \"d\"]\n---\n", {"tags": ["a", "b c", "d"]}),
        (
            "---\ntextlint: {ignore: [footer/read-more, persona]}\n---\n",
            {"textlint.ignore": ["footer/read-more", "persona"]},
        ),
        ("---\na: &x one\nb: *x\n---\n", {"a": ["one"], "b": ["one"]}),
        (
            "---\na: |\n  one\n   two\n\n  three\nb: >-\n  one\n  two\n---\n",
            {"a": ["one\n two\n\nthree"], "b": ["one two"]},
        ),
        ("---\na: \"x\\u00e9 \\\n   y\n  z\"\nb: 'it''s'\n---\n", {"a": ["xé y z"], "b": ["it's"]}),
        ("---\na: one\n  two\nb:\n---\n", {"a": ["one two"], "b": [""]}),
        ("---\r\ntitle: a\r\n...\r\nBody", {"title": ["a"]}),
        ("---\rtitle: a\r---\rBody", {"title": ["a"]}),
        ("--- \ntitle: a\n---\t\nBody", {"title": ["a"]}),
        ("---\n# only a comment\n---\nBody", {}),
        (
            "+++\ntitle = \"x \\u00e9\"\n[params]\nauthor.name = 'Z'\n+++\nBody",
            {"title": ["x é"], "params.author.name": ["Z"]},
        ),
        (
            "+++\nd = 2024-05-04 08:04:00\nn = 1.5\n+++\n",
            {"d": ["2024-05-04 08:04:00"], "n": ["1.5"]},
        ),
        (
            '+++\na = [ {b = "c", d = ["e", 1]}, {b = "f"} ]\n+++\n',
            {"a.b": ["c", "f"], "a.d": ["e", "1"]},
        ),
        (
            "+++\na = \"\"\"\none \\\n   two\n\"\"\"\nb = '''x\ny'''\n+++\n",
            {"a": ["one two\n"], "b": ["x\ny"]},
        ),
        ('+++\n[[x.y]]\n"k q" = "v"\n+++\n', {"x.y.k q": ["v"]}),
        (
            '{"title": "a\\u00e9\\"b", "x": [1, {"Y": null}], "p": {}}\nBody',
            {"title": ['aé"b'], "x": ["1"], "x.y": ["null"]},
        ),
    ],
)
def test_values(source: str, expected: dict[str, list[str]]) -> None:
    front = read_front_matter(source)
    assert values(source) == expected
    assert front.notices == []
    assert source[front.end :] in ("", "Body")
    assert front.end > 0
    check_places(source, front)


@pytest.mark.parametrize(
    "source",
    [
        "---\nA paragraph between two rules.\n---\nMore.",
        "---\nNote: never closed\n\nBody.",
        "---\ntitle: never closed\nand a line of prose\n\nBody.",
        "---\n- a\n- b\n---\n",
        "---\nHello there: this is prose.\n\nIt goes on. And on\n\n---\n",
        " ---\ntitle: x\n---\n",
        "text\n---\ntitle: x\n---\n",
        "----\ntitle: x\n----\n",
        "{% include head.html %}\n",
        '{"title": "x"',
        "{{< figure >}}",
        "+++\nplain text\n+++\n",
        "",
    ],
)
def test_prose_is_not_front_matter(source: str) -> None:
    assert read_front_matter(source) == FrontMatter()


def test_spans_are_the_tokens() -> None:
    source = "---\nq: \"one\"\np: two words # c\nl: [x, 'y']\na: &n three\nb: >\n  four\n---\n"
    assert places(source) == ['"one"', "two words", "x", "'y'", "three", ">\n  four"]


def test_blocks_are_text_only_and_map_exactly() -> None:
    source = '---\ntitle: "a\\tb"\ndate: 2024-05-04 08:04:11 +0200\nn: 4\ndraft: true\n---\n'
    (block,) = read_front_matter(source).blocks
    assert (block.label, block.text) == ("title", "a\tb")
    span = block.span_at(1, 2)
    assert source[span.start : span.end] == "\\t"
    span = block.span_at(2, 3)
    assert source[span.start : span.end] == "b"


@pytest.mark.parametrize(
    ("source", "place", "kept"),
    [
        (
            "---\ntitle: Meta: buys\ndate: 2024\n---\nBody",
            ": buys",
            {"title": ["Meta: buys"], "date": ["2024"]},
        ),
        ("---\ntitle: 'x'\nlist: [a\n---\nBody", "---\nBody", {"title": ["x"]}),
        ("---\na: b\n\tc: d\n---\nBody", "\tc", {"a": ["b"], "c": ["d"]}),
        ('+++\ntitle = x\nb = "c"\n+++\nBody', "x\n", {"title": ["x"], "b": ["c"]}),
        ('{"title": "x",\n"b": }\n}\nBody', "}\n}", {"title": ["x"]}),
    ],
)
def test_broken_front_matter(source: str, place: str, kept: dict[str, list[str]]) -> None:
    front = read_front_matter(source)
    (notice,) = front.notices
    assert not notice.incomplete
    assert source[notice.span.start :].startswith(place)
    assert values(source) == kept
    assert source[front.end :] == "Body"


BOMB = "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(12)
)
MERGES = "---\na0: &a0 {k: v}\n" + "".join(
    f"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}], k{i}: v}}\n" for i in range(1, 30)
)


@pytest.mark.parametrize(
    "source",
    [
        "---\na: " + "[" * 100_000 + "\n---\n",
        "---\na: " + "{" * 60_000 + "\n---\n",
        "---\n" + "? " * 30_000 + "\n---\n",
        "---\n" + "- " * 30_000 + "\n---\n",
        "---\na: " + "!!x &y " * 8_000 + "\n---\n",
        "---\n" + "".join(" " * i + "a:\n" for i in range(350)) + "---\n",
        "---\n" + "a: b\n" * 100_000,
        "---\n" + " " * 500_000 + "\n---\n",
        "---\na: '" + "x\n" * 30_000 + "'\n---\n",
        "+++\na = " + "[" * 60_000 + "\n+++\n",
        "+++\na = " + "9" * 60_000 + "\n+++\n",
        '+++\na = "' + "\\" * 60_001 + "\n+++\n",
        '{"a":' * 100_000,
        '{"a":' + "[" * 100_000,
        '{"' + "a" * 100_000,
        BOMB + "---\n",
        MERGES + "---\n",
    ],
    ids=range(17),
)
def test_hostile_front_matter_is_harmless(source: str) -> None:
    began = time.process_time()
    front = read_front_matter(source)
    assert time.process_time() - began < 3
    assert len(front.values) < 200


def test_aliases_are_said_and_not_expanded() -> None:
    front = read_front_matter(BOMB + "---\n")
    assert [notice.message for notice in front.notices] == [
        "The YAML alias *a is not expanded (nor are 107 more)."
    ]
    assert len(front.values) == 9


KEYS = st.sampled_from(["title", "a", "b-c", "Author"])
SCALARS = st.one_of(
    st.text(alphabet="ab :#-'\"\\,[]{}é\u00a0?|>&*!%@=~.1", max_size=12),
    st.sampled_from(
        [
            "",
            "true",
            "2024-05-04",
            "|",
            ">",
            "|-",
            '"x',
            'x"',
            "'y z'",
            '"a\\nb"',
            "[a, b]",
            "[",
            "- x",
        ]
    ),
)
LINES = st.builds(
    lambda indent, dash, key, value: " " * indent + dash + key + value,
    st.sampled_from([0, 0, 0, 1, 2, 4]),
    st.sampled_from(["", "", "", "- ", "-   "]),
    st.one_of(KEYS.map(lambda key: key + ": "), KEYS.map(lambda key: key + ":"), st.just("")),
    SCALARS,
)
YAML = st.lists(LINES, max_size=6).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n"]).map(lambda end: end.join(lines) + end)
)


@given(YAML)
def test_the_fast_reading_equals_pyyaml(text: str) -> None:
    simple = simple_yaml_scalars(text, 0, len(text))
    if simple is None:
        return
    try:
        composed, _ = yaml_scalars(text, 0, len(text))
    except UnreadableError as error:
        raise AssertionError(f"PyYAML rejects it: {error}") from error
    assert [s[:4] for s in simple] == [s[:4] for s in composed]
    assert [(s.pieces, s.is_text) for s in simple] == [(s.pieces, s.is_text) for s in composed]


@given(st.sampled_from(["---\n", "+++\n", '{"', ""]), YAML, st.text(max_size=40))
def test_never_raises_and_maps_exactly(fence: str, text: str, rest: str) -> None:
    closing = {"---\n": "---\n", "+++\n": "+++\n"}.get(fence, "")
    source = fence + text + closing + rest
    front = read_front_matter(source)
    assert 0 <= front.end <= len(source)
    for value in front.values:
        assert value.span.end <= front.end
    check_places(source, front)


@pytest.mark.parametrize("fence", ["---", "+++"])
def test_front_matter_that_is_never_closed_ends_at_a_blank_line(fence):
    document = read(f"{fence}\ntitle: The tower\nlist: [a\n\nText.\n")
    assert [(m.key, m.value) for m in document.meta] == [("title", "The tower")]
    assert [block.text for block in document.prose] == ["Text."]
    (notice,) = document.notices
    assert "never closed" in notice.message
    assert document.lines.line(notice.span.start) == 2


@pytest.mark.parametrize("fence", ["---", "+++"])
@pytest.mark.parametrize("blank", ["\n", "\r\n \r\n", "\n\t\n"])
def test_front_matter_behind_blank_lines_is_front_matter(fence, blank):
    line = "title: The tower" if fence == "---" else 'title = "The tower"'
    document = read(f"{blank}{fence}\n{line}\n{fence}\n\nText.\n")
    assert [(m.key, m.value) for m in document.meta] == [("title", "The tower")]
    assert [block.text for block in document.prose] == ["Text."]
    check_document(document)


@pytest.mark.parametrize(
    "text", ["\n---\nOne thing: the tower\n---\n", "\n---\ntitle: open\n", "\n---\n\n---\n"]
)
def test_a_break_behind_blank_lines_is_a_break(text):
    assert read_front_matter(text).end == 0


PELICAN = """Title: The tower
Date: 2024-05-04
Summary: It is *tall*
    and old.

Author: nobody says so.
"""


def test_lines_of_key_and_value_at_the_top_are_metadata():
    document = read(PELICAN)
    assert [(m.key, m.value) for m in document.meta] == [
        ("title", "The tower"),
        ("date", "2024-05-04"),
        ("summary", "It is *tall* and old."),
    ]
    assert [source_of(document, m.span) for m in document.meta][:2] == ["The tower", "2024-05-04"]
    assert [block.text for block in document.prose] == ["Author: nobody says so."]
    check_document(document)


@pytest.mark.parametrize("name", ["a.md", "a.rst"])
def test_metadata_of_nikola_stand_in_a_comment(name):
    lines = ".. title: The tower\n.. author: A. Roe\n.. tags:\n"
    text = f"<!--\n{lines}-->\n\nText.\n" if name == "a.md" else f"{lines}\nText.\n"
    document = read(text, name)
    assert [(m.key, m.value) for m in document.meta] == [
        ("title", "The tower"),
        ("author", "A. Roe"),
    ]
    assert [block.text for block in document.prose] == ["Text."]
    check_document(document)


@pytest.mark.parametrize(
    "text",
    [
        "Note: the bridge is closed.\nTitle: none\n",
        "Source: the council\n",
        "Title: of a song\nthat goes on.\n",
        "Title: x\nFirst: a\nSecond: b\n\nText",
        "<!--\n.. title: x\n",
    ],
)
def test_other_lines_at_the_top_are_prose(text):
    document = read(text)
    assert document.meta == ()

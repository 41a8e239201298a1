"""Articles in files of many: each is compared, named by its record, and kept in the index."""

from __future__ import annotations

import json
from pathlib import Path

from textlint_spun.copy_examples import BRIDGE, BRIDGE_REWORDED
from twins import age

from textlint import collecting
from textlint.collection_index import packed, unpacked


def write(file: Path, *records: dict[str, str]) -> None:
    file.write_text("".join(json.dumps(record) + "\n" for record in records))


def test_records_are_compared_with_each_other_and_with_files(check, work) -> None:
    write(
        work / "content/d.jsonl",
        {"id": "one", "text": "gamma is here, too."},
        {"id": "two", "text": "gamma once more."},
        {"id": "two", "text": "alpha again."},
    )
    assert check("content") == {
        "content/c.md": ["begins as content/a.md; 6 documents"],
        "content/d.jsonl": [
            "begins as content/d.jsonl#one; 6 documents",
            "begins as content/a.md content/c.md; 6 documents",
        ],
    }
    places = [
        (finding["line"], [(place["path"], place["line"]) for place in finding["related"]])
        for finding in check.log["findings"]
        if "record" in finding
    ]
    assert places == [
        (2, [("content/d.jsonl", 1)]),
        (3, [("content/a.md", 1), ("content/c.md", 3)]),
    ]


def test_a_record_can_suppress_what_is_found_in_it(check, work) -> None:
    text = "alpha again.\n\n<!-- textlint: ignore-file[twins] -->\n"
    write(work / "content/d.jsonl", {"id": "one", "markdown": text})
    check("content", "--show-suppressed")
    assert [f["suppressed"] for f in check.log["findings"] if "record" in f] == [True]


def test_records_of_an_unchanged_file_are_not_read_again(check, work, monkeypatch) -> None:
    write(work / "content/d.jsonl", {"id": "é", "text": "beta here."}, {"text": "delta again."})
    age(work / "content")
    expected = {"content/c.md": ["begins as content/a.md; 5 documents"]}
    assert check("--collection", "content", "content/c.md") == expected
    read: list[str] = []
    genuine = collecting.read_bytes

    def spy(path: Path, *rest: int) -> bytes:
        read.append(path.name)
        return genuine(path, *rest)

    monkeypatch.setattr(collecting, "read_bytes", spy)
    assert check("--collection", "content", "content/c.md") == expected
    assert sorted(set(read)) == ["a.md", "c.md"]


def test_data_that_holds_no_articles_takes_no_part(check, work) -> None:
    (work / "content/package.json").write_text('{"name": "alpha"}')
    expected = {"content/c.md": ["begins as content/a.md; 3 documents"]}
    assert check("content") == expected
    for _ in range(2):
        assert check("--collection", "content", "content/c.md") == expected


def test_prints_of_many_documents_are_kept_as_one_value() -> None:
    prints = (("é", {"a": b"1", "b": None}), ("", {"a": b"", "b": b"22"}))
    assert unpacked(packed(["a", "b"], prints)) == prints
    assert unpacked(packed(["a", "b"], ())) == ()


def test_a_reworded_copy_among_records_is_shown_in_the_file(textlint_process, work) -> None:
    write(
        work / "feed.jsonl",
        {"id": "first", "date": "2024-01-01", "text": BRIDGE},
        {"id": "copy", "date": "2024-02-01", "text": BRIDGE_REWORDED.text},
    )
    done = textlint_process("check", "--format", "json", "--no-cache", ".")
    (finding,) = json.loads(done.stdout)["findings"]
    assert finding["rule"] == "spun/reworded-copy"
    assert "feed.jsonl#first" in finding["message"]
    assert (finding["path"], finding["record"]["id"], finding["line"]) == ("feed.jsonl", "copy", 2)
    assert {place["path"] for place in finding["related"]} == {"feed.jsonl"}
    assert {place["line"] for place in finding["related"]} == {1, 2}

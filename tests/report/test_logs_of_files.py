"""From bytes on disk through the command line to a log: line hashes as GitHub will compute them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from sarif_contract import line_hashes, violations

TEXT = "First 😀 line.\nThe warnable 漢字 harbour.\n\twrongful, it is.\n"
ENCODED = {
    "plain.md": TEXT.encode(),
    "mark.md": b"\xef\xbb\xbf" + TEXT.encode(),
    "dos.txt": TEXT.replace("\n", "\r\n").encode(),
    "old mac.txt": TEXT.replace("\n", "\r").encode(),
    "separators.txt": TEXT.replace("line.", "line.\u2028\x85\x0c").encode(),
    "latin é.txt": "Über den Nebel, straße.\nEin warnable Hafen wrongful über Köln.\n".encode(
        "cp1252"
    ),
    "c:d/a #%[1].md": TEXT.encode(),
}


def uris_of(log: Any) -> set[str]:
    return {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in log["runs"][0]["results"]
    }


def test_logs_of_files_in_many_encodings(textlint: Callable[..., Any], work: Path) -> None:
    for name, data in ENCODED.items():
        (work / name).parent.mkdir(exist_ok=True)
        (work / name).write_bytes(data)
    (work / "link.md").symlink_to("plain.md")
    assert textlint("check", "--output", "sarif=log.sarif").status == 1
    log = (work / "log.sarif").read_text(encoding="utf-8")
    named = {uri: unquote(uri) for uri in uris_of(json.loads(log))}
    assert set(named.values()) == set(ENCODED)
    # As the uploading action does: the file is found by the URI, its hashes made from its bytes.
    assert violations(log, {uri: (work / name).read_bytes() for uri, name in named.items()}) == []


def test_the_line_hash_of_a_utf_16_file_is_made_from_its_bytes(
    textlint: Callable[..., Any], work: Path
) -> None:
    """The uploading action knows no other encoding than UTF-8 and hashes what it then sees."""
    data = TEXT.replace("\n", "\r\n").encode("utf-16")
    (work / "a.txt").write_bytes(data)
    done = textlint("check", "--format", "sarif")
    for result in json.loads(done.out)["runs"][0]["results"]:
        line = result["locations"][0]["physicalLocation"]["region"]["startLine"]
        found = result["partialFingerprints"]["primaryLocationLineHash"]
        assert found == line_hashes(data)[line - 1]
    assert done.status == 1


def test_two_runs_give_the_same_bytes(textlint: Callable[..., Any], work: Path) -> None:
    for name in ("b.md", "a.md", "deep/c.md"):
        (work / name).parent.mkdir(exist_ok=True)
        (work / name).write_text(TEXT)
    for format_name in ("sarif", "json", "text", "concise", "github"):
        once = textlint("check", "--format", format_name, "deep", "a.md", "b.md")
        again = textlint("check", "--format", format_name, "b.md", "a.md", "deep")
        assert once == again
        assert str(work) not in once.out

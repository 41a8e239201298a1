"""URIs: what each kind of path becomes."""

from __future__ import annotations

import pytest

from textlint.report import FileReport
from textlint.report.uris import Uris


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("content/a.md", "content/a.md"),
        ("./content//a.md", "content/a.md"),
        ("content/x/../a.md", "content/a.md"),
        ("a b café #%[1].md", "a%20b%20caf%C3%A9%20%23%25%5B1%5D.md"),
        ("c:d/e:f.md", "c%3Ad/e%3Af.md"),
        ("back\\slash.md", "back%5Cslash.md"),
        ("caf\udce9.md", "caf%EF%BF%BD.md"),
        ("漢.md", "%E6%BC%A2.md"),
        ("a?b&c=d+e@f~g.md", "a%3Fb%26c%3Dd%2Be%40f~g.md"),
        ("...md", "...md"),
        ("../../x/a.md", "x/a.md"),
        ("/var/a.md", "var/a.md"),
        ("C:/a.md", "a.md"),
        ("-", "-"),
    ],
)
def test_the_uri_of_a_path(path: str, uri: str) -> None:
    assert Uris([FileReport(path)])[path] == uri
    assert Uris([])[path] == uri


def test_a_file_behind_a_link_has_its_real_path() -> None:
    assert Uris([FileReport("link.md", real_path="x/a.md")])["link.md"] == "x/a.md"


def test_files_outside_are_told_and_kept_apart() -> None:
    files = [FileReport(path) for path in ("../a.md", "../../a.md", "/a.md", "a.md", "b.md")]
    uris = Uris(files)
    assert uris.outside == ["../a.md", "../../a.md", "/a.md"]
    assert uris["a.md"] == "a.md"
    assert uris["../a.md"] == "outside/a.md"
    assert len({uris[file.path] for file in files}) == len(files)


def test_one_file_outside_reached_by_two_paths_has_one_uri() -> None:
    files = [FileReport("../a.md"), FileReport("link.md", real_path="../a.md")]
    uris = Uris(files)
    assert uris["../a.md"] == uris["link.md"] == "a.md"

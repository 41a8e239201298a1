"""Which files a run reads, and what it says about the others."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from textlint import files
from textlint.files import Found


def paths(found: Found) -> list[str]:
    return [file.path for file in found.files]


def test_a_walk_takes_what_has_a_reader_sorted_by_path(tree, search):
    tree({"b.md": "", "a/z.txt": "", "a/pic.png": "", "a.md": "", "Makefile": "", "UP.MD": ""})
    found = search()
    assert paths(found) == ["UP.MD", "a.md", "a/z.txt", "b.md"]
    assert found.problems == [] and found.skipped == []
    assert not any(file.named for file in found.files)


def test_the_order_of_the_file_system_does_not_matter(tree, search, monkeypatch):
    tree({f"{name}.md": "" for name in "ecabd"} | {"d/x.md": "", "b/x.md": ""})
    expected = paths(search())
    scandir = os.scandir

    class Reversed:
        def __init__(self, path: str) -> None:
            self.entries = sorted(scandir(path), key=lambda e: e.name, reverse=True)

        def __enter__(self):
            return iter(self.entries)

        def __exit__(self, *error: object) -> None:
            return None

    monkeypatch.setattr(files.os, "scandir", Reversed)
    assert paths(search()) == expected
    assert paths(search("d", "b", "e.md", "a.md")) == paths(search("a.md", "b", "d", "e.md"))


def test_hidden_and_foreign_folders_are_left_out_of_a_walk(tree, search):
    root = tree(
        {
            "a.md": "",
            ".hidden.md": "",
            ".git/x.md": "",
            ".venv/x.md": "",
            ".github/x.md": "",
            "node_modules/p/README.md": "",
            "env/pyvenv.cfg": "",
            "env/lib/x.md": "",
        }
    )
    assert paths(search()) == ["a.md"]
    assert paths(search(".github", ".hidden.md")) == [".github/x.md", ".hidden.md"]
    assert paths(search(cwd=root / ".github")) == ["x.md"]


def test_a_file_that_is_reached_twice_is_linted_once(tree, search):
    root = tree({"a/x.md": "text"})
    found = search("a/x.md", "./a/x.md", "a", ".", "a/../a/x.md", str(root / "a" / "x.md"))
    assert paths(found) == ["a/x.md"]
    assert found.files[0].named


def test_a_file_outside_the_working_directory_is_reported_relative_to_it(tree, search):
    root = tree({"a/x.md": "", "b/y.md": ""})
    assert paths(search("../b", "x.md", cwd=root / "a")) == ["../b/y.md", "x.md"]


def test_a_named_file_without_a_reader_is_skipped_and_said(tree, search):
    tree({"a.rst": "", "README": ""})
    found = search("a.rst", "README")
    assert found.files == [] and found.problems == []
    assert found.skipped == [
        ("README", "no reader for a name without suffix"),
        ("a.rst", "no reader for .rst files"),
    ]


def test_a_missing_path_is_a_problem_and_the_rest_is_found(tree, search):
    tree({"a.md": ""})
    found = search("gone.md", "a.md", "a.md/inside", "nul\0byte.md")
    assert paths(found) == ["a.md"]
    assert [p.kind for p in found.problems] == ["file"] * 3
    assert [p.path for p in found.problems] == ["a.md/inside", "gone.md", "nul?byte.md"]
    assert "no such file" in found.problems[1].message


def test_a_folder_that_cannot_be_listed_is_a_problem(tree, search, monkeypatch):
    root = tree({"a.md": "", "closed/b.md": "", "open/c.md": ""})
    scandir = os.scandir

    def refuse(path: str):
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(files.os, "scandir", refuse)
    found = search()
    assert paths(found) == ["a.md", "open/c.md"]
    assert found.skipped == [("closed", "the folder cannot be read: permission denied")]
    assert str(root) not in found.problems[0].message


def test_names_that_are_not_utf8(tmp_path, search):
    name = b"caf\xe9 #%[1].md"
    try:
        (tmp_path / os.fsdecode(name)).write_text("text")
    except OSError:  # a file system that only has Unicode names cannot hold the file at all
        return
    found = search()
    assert paths(found) == [os.fsdecode(name)]
    assert found.files[0].real.read_text() == "text"
    assert paths(search(os.fsdecode(name))) == [os.fsdecode(name)]


# -- exclusion --------------------------------------------------------------------------------


def test_excluded_files_stay_excluded_when_they_are_named(tree, search):
    tree({"drafts/a.md": "", "b.md": "", "x/drafts/c.md": ""})
    found = search("drafts/a.md", "b.md", exclude=("/drafts/",))
    assert paths(found) == ["b.md"]
    assert found.skipped[0][0] == "drafts/a.md" and "excluded" in found.skipped[0][1]
    assert found.problems == []
    assert paths(search(exclude=("drafts/",))) == ["b.md"]
    assert paths(search(exclude=("*.md", "!b.md"))) == ["b.md"]


def test_exclude_is_relative_to_the_root_of_the_configuration(tree, search):
    root = tree({"site/drafts/a.md": "", "site/b.md": "", "drafts/c.md": ""})
    found = search(".", "../drafts", cwd=root / "site", root=root, exclude=("/drafts/",))
    assert paths(found) == ["b.md", "drafts/a.md"]


# -- links and things that are no files --------------------------------------------------------


def test_links_in_a_circle_end(tree, search):
    root = tree({"a/x.md": ""})
    (root / "a" / "up").symlink_to("..")
    (root / "self").symlink_to(".")
    (root / "loop.md").symlink_to("loop.md")
    found = search()
    assert paths(found) == ["a/x.md"]
    assert [path for path, _ in found.skipped] == ["loop.md"]
    assert [p.path for p in found.problems] == ["loop.md"]


def test_a_file_is_reported_where_it_really_is_when_that_is_found_too(tree, search):
    root = tree({"z/x.md": ""})
    (root / "a").symlink_to("z")
    (root / "b.md").symlink_to("z/x.md")
    assert paths(search()) == ["z/x.md"]
    assert paths(search("b.md")) == ["b.md"]
    assert paths(search("a", "b.md")) == ["a/x.md"]
    assert search("a").files[0].real == (root / "z" / "x.md").resolve()
    assert paths(search("z", "a")) == paths(search("a", "z")) == ["z/x.md"]


def test_a_link_to_a_hidden_folder_of_the_tree_is_followed(tree, search):
    root = tree({".content/x.md": ""})
    (root / "content").symlink_to(".content")
    assert paths(search()) == ["content/x.md"]


def test_a_link_out_of_the_tree_is_followed_only_when_named(tree, search):
    root = tree({"in/a.md": "", "out/b.md": "", "out/deep/c.md": ""})
    (root / "in" / "link.md").symlink_to(root / "out" / "b.md")
    (root / "in" / "folder").symlink_to(root / "out" / "deep")
    found = search(cwd=root / "in")
    assert paths(found) == ["a.md"]
    assert [path for path, _ in found.skipped] == ["folder", "link.md"]
    assert found.problems == []
    assert paths(search("link.md", "folder", cwd=root / "in")) == ["folder/c.md", "link.md"]


def test_a_broken_link_is_a_problem(tree, search):
    root = tree({"a.md": ""})
    (root / "b.md").symlink_to("nowhere.md")
    (root / "picture.png").symlink_to("nowhere.png")
    found = search()
    assert paths(found) == ["a.md"]
    assert [p.path for p in found.problems] == ["b.md"]
    assert [p.path for p in search("b.md").problems] == ["b.md"]


def test_pipes_and_sockets_are_never_opened(tree, search, monkeypatch):
    root = tree({"a.md": ""})
    os.mkfifo(root / "pipe.md")
    os.mkfifo(root / "other")
    monkeypatch.chdir(root)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.md")
        for given in (["."], [".", "pipe.md", "socket.md"]):
            found = search(*given)
            assert paths(found) == ["a.md"]
            assert found.skipped == [
                ("pipe.md", "a named pipe is not read"),
                ("socket.md", "a socket is not read"),
            ]
            assert len(found.problems) == 2
        assert [p.path for p in search("/dev/null").problems] != []


def test_a_deep_tree(tmp_path, search):
    depth = 200
    folder = "/".join(["d"] * depth)
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / "x.md").write_text("")
    (tmp_path / "d" / ".textlintignore").write_text("y.md")
    assert paths(search()) == [f"{folder}/x.md"]
    assert paths(search(f"{folder}/x.md")) == [f"{folder}/x.md"]

"""`.gitignore`, `.ignore` and `.textlintignore`: nested, with negation, as git reads them."""

from __future__ import annotations

import shutil
import subprocess

from textlint.files import Found


def paths(found: Found) -> list[str]:
    return [file.path for file in found.files]


def test_nested_files_with_negation(tree, search):
    tree(
        {
            ".gitignore": "*.txt\n/build/\n!keep.txt\n",
            "a.txt": "",
            "keep.txt": "",
            "build/x.md": "",
            "sub/build/x.md": "",
            "sub/.gitignore": "!b.txt\n*.md\n",
            "sub/a.txt": "",
            "sub/b.txt": "",
            "sub/deep/c.md": "",
        }
    )
    assert paths(search()) == ["keep.txt", "sub/b.txt"]
    assert len(search(respect_gitignore=False).files) == 7


def test_as_git_itself_decides(tree, search):
    git = shutil.which("git")
    assert git is not None
    root = tree(
        {
            ".gitignore": "logs/*\n!logs/keep.md\n**/tmp/\n*.txt\n!/top.txt\n\\#odd.md\na b.md  \n[x-z].md\n",
            "logs/a.md": "",
            "logs/keep.md": "",
            "logs/deep/b.md": "",
            "x/tmp/c.md": "",
            "x/top.txt": "",
            "top.txt": "",
            "#odd.md": "",
            "a b.md": "",
            "y.md": "",
            "dir/.gitignore": "/only-here.md\nsub/\n!sub/\n!z.md",
            "dir/only-here.md": "",
            "dir/z.md": "",
            "dir/x/only-here.md": "",
            "dir/sub/d.md": "",
        }
    )
    subprocess.run([git, "init", "-q", "."], cwd=root, check=True)
    command = [git, "-c", "core.quotePath=off", "ls-files", "-oc", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    expected = sorted(name for name in listed.stdout.splitlines() if name.endswith((".md", ".txt")))
    assert paths(search()) == expected


def test_the_folders_above_count_up_to_the_repository(tree, search):
    root = tree(
        {
            ".gitignore": "a.md\n",
            "repo/.gitignore": "b.md\n",
            "repo/content/a.md": "",
            "repo/content/b.md": "",
            "repo/content/c.md": "",
        }
    )
    assert paths(search("repo/content")) == ["repo/content/c.md"]  # from the cwd down
    (root / "repo" / ".git").mkdir()
    assert paths(search("repo/content")) == ["repo/content/a.md", "repo/content/c.md"]
    assert paths(search(cwd=root / "repo" / "content")) == ["a.md", "c.md"]


def test_a_gitignored_file_is_linted_when_it_is_named(tree, search):
    tree(
        {
            ".gitignore": "a.md\nout/\n",
            "a.md": "",
            "out/b.md": "",
            "out/.gitignore": "c.md",
            "out/c.md": "",
        }
    )
    assert paths(search()) == []
    assert paths(search("a.md")) == ["a.md"]
    assert paths(search("out")) == ["out/b.md"]  # named in spite of it; what it says itself counts


def test_textlintignore_also_counts_for_named_files(tree, search):
    tree(
        {".textlintignore": "old/\n", "old/a.md": "", "new/.textlintignore": "b.md", "new/b.md": ""}
    )
    assert paths(search()) == []
    found = search("old/a.md", "new/b.md")
    assert found.files == []
    assert [path for path, _ in found.skipped] == ["new/b.md", "old/a.md"]
    assert found.problems == []


def test_ignore_counts_for_walks_whatever_git_says(tree, search):
    tree({".ignore": "a.md\n!b.md\n", ".gitignore": "b.md\n", "a.md": "", "b.md": "", "c.md": ""})
    assert paths(search()) == ["b.md", "c.md"]
    assert paths(search(respect_gitignore=False)) == ["b.md", "c.md"]
    assert paths(search("a.md")) == ["a.md"]


def test_odd_ignore_files(tree, search):
    root = tree(
        {
            ".gitignore": b"\xef\xbb\xbfa.md\r\n!\n\\\n[z-a]\n[[:foo:]]x\n\xff\xfe.md\n",
            "a.md": "",
            "b.md": "",
            "sub/.ignore": "*" * 2_000_000,
            "sub/c.md": "",
        }
    )
    (root / ".textlintignore").mkdir()
    assert paths(search()) == ["b.md", "sub/c.md"]

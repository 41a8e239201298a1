"""Exact places in every example of the CommonMark specification, which npm has as a package."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from exactness import check_document
from programs import succeed

from textlint.testing import read

pytestmark = pytest.mark.integration

PACKAGE = "commonmark-spec@0.31.2"
EXAMPLES = 652  # of this version
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n.*?^`{32}$", re.DOTALL | re.MULTILINE)


def test_the_examples_of_commonmark(tmp_path: Path) -> None:
    npm = shutil.which("npm")
    assert npm is not None, f"npm is not installed; it is needed to fetch {PACKAGE}"
    succeed(
        npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", tmp_path, PACKAGE,
        cwd=tmp_path,
    )  # fmt: skip
    spec = (tmp_path / "node_modules/commonmark-spec/spec.txt").read_text(encoding="utf-8")
    examples = [found[1].replace("→", "\t") for found in _EXAMPLE.finditer(spec)]
    assert len(examples) == EXAMPLES
    for text in (*examples, spec):
        for line_end in ("\n", "\r\n", "\r"):
            for suffix in ("md", "mdx"):
                check_document(read(text.replace("\n", line_end), f"a.{suffix}"))

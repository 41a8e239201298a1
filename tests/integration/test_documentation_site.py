"""The documentation is built without a warning, and every address in a report has its page."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from programs import call

from textlint.own_phrases import PAGE
from textlint.plugins import load_host
from textlint.ruledocs import DOCUMENTATION, rule_url

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parents[2]


def test_the_site(tmp_path: Path) -> None:
    done = call(
        sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path / "site",
        cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    for address in [*(rule_url(rule) for rule in load_host().rules), PAGE]:
        path, _, anchor = address.removeprefix(DOCUMENTATION).partition("#")
        page = tmp_path / "site" / path / "index.html"
        assert page.is_file(), address
        if anchor:
            assert re.search(rf'id="{anchor}"', page.read_text(encoding="utf-8")), address
    addresses = re.findall(
        r'(?:src|href)="(https?://[^"/]+)', (tmp_path / "site/index.html").read_text()
    )
    outside = {a for a in addresses if not DOCUMENTATION.startswith(a)}
    assert outside <= {"https://squidfunk.github.io"}  # the theme names itself in the footer

"""Interim JSON output until the runner and the JSON reporter have landed."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textlint import __version__
from textlint.engine import ActiveRule, Engine
from textlint.lines import LineIndex
from textlint.plugins import Host


def run_json(paths: Sequence[str], host: Host) -> tuple[str, int]:
    engine = Engine(
        [ActiveRule(r, r.options()) for r in host.rules if r.profile == "default"],
        detect_language=host.detect_language,
    )
    findings: list[dict[str, Any]] = []
    problems = [p.message for p in host.problems]
    checked = words = 0
    files: list[Path] = []
    for a in paths:
        p = Path(a)
        files += sorted(x for x in p.rglob("*") if x.is_file()) if p.is_dir() else [p]
    for f in files:
        reader = next((r for r in host.readers if f.suffix in r.suffixes), None)
        if not reader:
            continue
        src = f.read_bytes().decode("utf-8-sig", "replace")
        doc = reader.read(f.as_posix(), src)
        c = engine.check(doc)
        problems += [p.message for p in c.problems]
        ix = LineIndex(src)
        checked += 1
        words += doc.word_count
        for x in c.findings:
            line, col = ix.line_column(x.span.start)
            findings.append(
                {
                    "rule": x.rule,
                    "severity": x.severity.label,
                    "path": x.path,
                    "start": x.span.start,
                    "end": x.span.end,
                    "line": line,
                    "column": col,
                    "message": x.message,
                    "text": src[x.span.start : x.span.end],
                    "related": [
                        {
                            "path": x.path,
                            "start": r.span.start,
                            "end": r.span.end,
                            "message": r.message,
                        }
                        for r in x.related
                    ],
                    "suppressed": False,
                }
            )
    out = {
        "version": 1,
        "tool": "textlint",
        "tool_version": __version__,
        "findings": findings,
        "documents": {"checked": checked, "words": words, "skipped": []},
        "problems": problems,
    }
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n", 1 if findings else 0
